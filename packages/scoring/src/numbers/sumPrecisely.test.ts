import { Decimal } from '@clientele/core/decimal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumPrecisely } from './sumPrecisely.js'

const numbers = fc.array(
  fc.oneof(
    fc.double({ noNaN: true, min: -1e200, max: 1e200 }),
    fc.integer({ min: -1000, max: 1000 }).map((cents) => cents / 100),
    fc.constantFrom(1e16, 1, -1e16, 2 ** 53, 2 ** -53, 2 ** -105, -(2 ** 53), 0.1, -0, 5e-324),
  ),
  { maxLength: 40 },
)

describe('sumPrecisely', () => {
  it.each([
    [[], 0],
    [[-0], 0],
    [[0.1, 0.2, 0.3], 0.6],
    [Array<number>(10).fill(0.1), 1],
    [[1e16, 1, -1e16], 1],
    [[2 ** 53, 1, 2 ** -105], 2 ** 53 + 2],
    [[2 ** 53, 1, -(2 ** -105)], 2 ** 53],
    [[2 ** 53, 1], 2 ** 53],
    [[2 ** 53 + 2, 1], 2 ** 53 + 4],
    [[1e100, 1, 1e-100, -1e100, -1], 1e-100],
  ])('of %j is %d', (values, sum) => expect(sumPrecisely(values)).toBe(sum))

  it('is the nearest number to the exact sum, in whatever order', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const exact = values.reduce((sum, value) => sum.plus(exactly(value)), new Decimal(0))
        expect(sumPrecisely(values)).toBe(Number(exact.toString()) + 0)
        expect(sumPrecisely(values.values())).toBe(sumPrecisely(values))
        expect(sumPrecisely([...values].reverse())).toBe(sumPrecisely(values))
        expect(sumPrecisely([...values].sort((a, b) => a - b))).toBe(sumPrecisely(values))
      }),
    )
  })
})

/** The binary value of a number, to the last digit; `new Decimal(0.1)` is the shortest decimal that prints it. */
function exactly(value: number): Decimal {
  let digits = value
  let halvings = 0
  while (!Number.isInteger(digits)) {
    digits *= 2
    halvings += 1
  }
  return new Decimal(BigInt(digits).toString()).div(new Decimal(2).pow(halvings))
}
