import { expect, it } from 'vitest'
import { rateMeasure } from './rateMeasure.js'

const rate = (measure: 'recencyDays' | 'orders' | 'revenue', cuts: (string | number)[], values: (string | number | null)[]): number[] =>
  values.map((value) => rateMeasure(value, { measure, cuts }))

it('gives a higher rating from each cut on where more is better', () => {
  expect(rate('orders', ['2', 5, '10'], [0, 1, 2, 4, 5, 9, 10, 11])).toEqual([1, 1, 2, 2, 3, 3, 4, 4])
  expect(rate('revenue', ['-10', '0'], ['-10.01', '-10', '-0.01', '0.00', '7'])).toEqual([1, 2, 2, 3, 3])
})

it('gives a higher rating up to each cut where fewer days are better', () => {
  expect(rate('recencyDays', [30, 90, '180'], [0, 30, 31, 90, 91, 180, 181, 99_999])).toEqual([4, 4, 3, 3, 2, 2, 1, 1])
})

it('gives the worst rating where there is nothing to measure', () => {
  expect(rate('recencyDays', [30], [null])).toEqual([1])
})

it('compares exactly', () => {
  expect(rate('revenue', ['0.3', '9007199254740993'], ['0.29999999999999999999', '9007199254740992', '9007199254740993'])).toEqual([1, 2, 3])
})
