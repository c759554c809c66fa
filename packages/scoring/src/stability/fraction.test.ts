import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareFractions, type Fraction, numberOf } from './fraction.js'

const fractions: fc.Arbitrary<Fraction> = fc.record({
  dividend: fc.oneof(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.bigInt({ min: -20n, max: 20n })),
  divisor: fc.oneof(fc.bigInt({ min: 1n, max: 10n ** 40n }), fc.bigInt({ min: 1n, max: 20n })),
})

describe('numberOf', () => {
  it.each([
    [2n ** 53n + 1n, 1n, 2 ** 53],
    [2n ** 53n + 3n, 2n ** 53n + 1n, 1 + 2 ** -52],
    [-(2n ** 53n) - 3n, 1n, -(2 ** 53) - 4],
    [9n * (10n ** 30n + 1n), 3n * (10n ** 30n + 1n), 3],
    [3n, 10n ** 30n, 3e-30],
    [10n ** 400n, 1n, Number.MAX_VALUE],
    [0n, 7n, 0],
  ])('of %d and %d is the nearest number', (dividend, divisor, number) => expect(numberOf({ dividend, divisor })).toBe(number))

  it('is nearer than its neighbours, however long the integers', () => {
    fc.assert(
      fc.property(fractions, ({ dividend, divisor }) => {
        const digits = 120n
        const shifted = (dividend * 10n ** digits) / divisor
        expect(Math.abs(numberOf({ dividend, divisor }) - Number(`${shifted}e-${digits}`))).toBe(0)
      }),
    )
  })
})

describe('compareFractions', () => {
  it('is the order of the exact values', () => {
    fc.assert(
      fc.property(fractions, fractions, fc.integer({ min: 1, max: 9 }), (a, b, factor) => {
        expect(compareFractions(a, b)).toBe(-compareFractions(b, a) + 0)
        expect(compareFractions(a, { dividend: a.dividend * BigInt(factor), divisor: a.divisor * BigInt(factor) })).toBe(0)
        const [left, right] = [numberOf(a), numberOf(b)]
        if (left !== right) expect(compareFractions(a, b)).toBe(left < right ? -1 : 1)
      }),
    )
  })
})
