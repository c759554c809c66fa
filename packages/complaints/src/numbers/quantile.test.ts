import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantile } from './quantile.js'

describe('quantile', () => {
  // R: quantile(x, p); numpy: numpy.percentile(x, 100 p); both of type 7.
  it.each([
    [[7], 50, 7],
    [[7], 90, 7],
    [[1, 2], 50, 1.5],
    [[1, 2, 3, 4], 50, 2.5],
    [[1, 2, 3, 4], 90, 3.7],
    [[1, 2, 3, 4], 25, 1.75],
    [[1, 2, 3, 4], 0, 1],
    [[1, 2, 3, 4], 100, 4],
    [[15, 20, 35, 40, 50], 40, 29],
    [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 90, 9.9],
  ])('of %j at %i %% is %d', (numbers, percent, expected) => {
    expect(quantile(numbers, percent)).toBe(expected)
    expect(quantile(Float64Array.from(numbers), percent)).toBe(expected)
  })

  it('is not off where the place is no binary fraction', () => {
    expect(quantile([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 10], 90)).toBe(9)
    expect(quantile([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10], 90)).toBe(0)
    expect(quantile([0, 10], 90)).toBe(9)
  })

  it('of one value over and over is that value', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 100 }),
        (value, count, percent) => {
          expect(quantile(Array(count).fill(value), percent)).toBe(value)
        },
      ),
    )
  })

  it('lies between the numbers next to its place, and never falls as the percentage rises', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(numbers, (list) => {
        const sorted = [...list].sort((one, other) => one - other)
        const values = Array.from({ length: 101 }, (_, percent) => quantile(sorted, percent))
        expect(values).toEqual([...values].sort((one, other) => one - other))
        values.forEach((value, percent) => {
          const place = ((sorted.length - 1) * percent) / 100
          expect(value).toBeGreaterThanOrEqual(sorted[Math.floor(place)] as number)
          expect(value).toBeLessThanOrEqual(sorted[Math.ceil(place)] as number)
        })
      }),
    )
  })
})
