import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inUnits } from './inUnits.js'

describe('inUnits', () => {
  it.each([
    [[], [], 1, true],
    [[3, -2, 0], [3, -2, 0], 1, true],
    [[0.1, 0.25, 3], [10, 25, 300], 100, true],
    [[0.3, 0.1], [3, 1], 10, true],
    [[1e15], [1e15], 1, false],
    [[0.1, 1e14], [1, 1e15], 10, false],
    [[0.1 + 0.2], [0.1 + 0.2], 1, false],
    [[1e-16], [1e-16], 1, false],
  ])('of %j', (numbers, units, scale, exact) => {
    expect(inUnits(numbers)).toEqual(exact ? { units, scale, exact } : { units: numbers, scale: 1, exact })
  })

  it('gives back every number', () => {
    const numbers = fc.oneof(
      fc.integer({ min: -1e6, max: 1e6 }).map((cents) => cents / 100),
      fc.double({ noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(numbers), (some) => {
        const { units, scale, exact } = inUnits(some)
        expect(units.map((unit) => unit / scale + 0)).toEqual(some.map((number) => number + 0))
        if (exact) expect(units.every(Number.isSafeInteger)).toBe(true)
      }),
    )
  })
})
