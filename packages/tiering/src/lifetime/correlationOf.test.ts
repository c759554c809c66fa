import { expect, it } from 'vitest'
import { correlationOf } from './correlationOf.js'
import { groupAlike } from './groupAlike.js'

const of = (...rows: [number, number][]): number | null => correlationOf(groupAlike(rows))

it('correlationOf is Pearson’s', () => {
  // numpy.corrcoef([1, 2, 2, 3, 5], [10, 11, 11, 9, 20])
  expect(of([1, 10], [2, 11], [2, 11], [3, 9], [5, 20])).toBeCloseTo(0.8319380653653491, 14)
  expect(of([1, 1], [2, 2], [3, 3])).toBe(1)
  expect(of([1, 0.1], [2, 0.2], [7, 0.7])).toBeLessThanOrEqual(1)
  expect(of([1, 9], [2, 7])).toBe(-1)
  expect(Object.is(of([1, 1], [1, 3], [3, 1], [3, 3]), 0)).toBe(true)
})

it('correlationOf is null where either number is the same for all', () => {
  expect([of([1, 2]), of([1, 2], [1, 3]), of([1, 2], [4, 2])]).toEqual([null, null, null])
})

it('correlationOf holds at any scale', () => {
  expect(of([1, 5e-324], [2, 1e-323], [3, 1.5e-323])).toBeCloseTo(1, 14)
  expect(of([1, 1e300], [1_000_000_000, 2e300])).toBe(1)
})
