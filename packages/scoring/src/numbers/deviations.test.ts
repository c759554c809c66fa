import { describe, expect, it } from 'vitest'
import { deviationsFromMean, isConstant, standardDeviation, sumOfSquares } from './deviations.js'

describe('deviationsFromMean', () => {
  it('takes out what rounding the mean left: 1/3 is no float, and neither is the mean of these', () => {
    const step = 2 ** -52
    const { mean, deviations } = deviationsFromMean([1, 1, 1 + step])
    expect(mean).toBe(1)
    expect(deviations.map((deviation) => deviation / step)).toEqual([-1 / 3, -1 / 3, 2 / 3].map((share) => expect.closeTo(share, 15)))
  })
})

describe('standardDeviation', () => {
  it.each([
    [[2, 4, 4, 4, 5, 5, 7, 9], 2],
    [[100000001, 100000002, 100000003], Math.sqrt(2 / 3)],
    [[-3, 3], 3],
    [[0.1, 0.1, 0.1], 0],
    [[7], 0],
    [[], 0],
  ])('of %j is %d', (values, deviation) => expect(standardDeviation(values)).toBe(deviation))
})

it('sumOfSquares', () => expect(sumOfSquares([3, -4, 0])).toBe(25))

it.each([
  [[], true],
  [[1], true],
  [[0, -0], true],
  [[1, 1, 1.0000000000000002], false],
])('isConstant(%j) is %s', (values, constant) => expect(isConstant(values)).toBe(constant))
