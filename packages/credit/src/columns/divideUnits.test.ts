import type { RoundingMode } from '@clientele/core'
import { roundingModes } from '@clientele/core/checks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divideRounded } from '../money/divideRounded.js'
import { divideUnits, multiplyAndDivide, QUICK_LIMIT, roundingOfSizes } from './divideUnits.js'

const modes = fc.constantFrom(...roundingModes)
const most = BigInt(QUICK_LIMIT) - 1n

/** Integers of every length up to so many bits, near powers of two and ten too. */
const integers = (bits: number, min: bigint): fc.Arbitrary<bigint> => {
  const max = 2n ** BigInt(bits) - 1n
  const within = (value: bigint): bigint => (value < min ? min : value > max ? max : value)
  const near = fc.tuple(fc.nat(bits), fc.bigInt({ min: -2n, max: 2n })).map(([power, more]) => within(2n ** BigInt(power) + more))
  return fc.oneof(
    fc.nat(bits).chain((length) => fc.bigInt({ min: 0n, max: 2n ** BigInt(length) }).map(within)),
    near,
    fc.tuple(fc.nat(15), fc.bigInt({ min: -2n, max: 2n })).map(([power, more]) => within(10n ** BigInt(power) + more)),
  )
}

describe('divideUnits', () => {
  it.each<[RoundingMode, string]>([
    ['half-up', '0 1 1 2 2 3'],
    ['half-down', '0 0 1 1 2 2'],
    ['half-even', '0 0 1 2 2 2'],
    ['up', '0 1 1 2 2 3'],
    ['ceiling', '0 1 1 2 2 3'],
    ['down', '0 0 1 1 2 2'],
    ['floor', '0 0 1 1 2 2'],
  ])('rounds halves of sizes %s', (mode, expected) => {
    expect([0, 1, 2, 3, 4, 5].map((dividend) => divideUnits(dividend, 2, roundingOfSizes(mode))).join(' ')).toBe(expected)
  })

  it('gives the quotients of bigints, up to the last dividend below 2⁵³', () => {
    fc.assert(
      fc.property(integers(53, 0n), integers(51, 1n), modes, (dividend, divisor, mode) => {
        expect(BigInt(divideUnits(Number(dividend), Number(divisor), roundingOfSizes(mode)))).toBe(divideRounded(dividend, divisor, mode))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('multiplyAndDivide', () => {
  it('gives the quotients of products of bigints, however long the product', () => {
    fc.assert(
      fc.property(integers(51, 0n), integers(51, 0n), integers(51, 1n), modes, (a, b, c, mode) => {
        const [part, divisor] = b < c ? [b, c] : [c, b < 1n ? 1n : b]
        const product = multiplyAndDivide(Number(a), Number(part), Number(divisor), roundingOfSizes(mode))
        expect(BigInt(product)).toBe(divideRounded(a * part, divisor, mode))
      }),
      { numRuns: 3000 },
    )
  })

  it('sees ties, and quotients that float64 takes for one more or one less, in products of 100 bits', () => {
    for (const [a, part, divisor] of [
      [2_072_101_004_367_376n, 2_063_423_330_091_696n, 2_063_423_330_091_697n],
      [2_251_799_813_684_980n, 2_107_214_747_408_510n, 2_107_214_747_408_512n],
      [2_251_790_654_755_068n, 1_677_630_038_862_703n, 1_677_630_038_862_703n],
      [2_251_799_790_900_792n, 1_534_212_909_681_908n, 1_534_212_909_681_908n],
      [most, most - 1n, most],
      [most - 1n, most / 2n, most - 1n],
      [most, 1n, 2n],
      [most, 2n ** 50n, 2n ** 50n + 1n],
      [2n ** 50n, 2n ** 50n - 1n, 2n ** 50n],
      [3n ** 30n, 2n ** 49n, 2n ** 50n],
    ] as const) {
      for (const mode of roundingModes) {
        const quotient = multiplyAndDivide(Number(a), Number(part), Number(divisor), roundingOfSizes(mode))
        expect([mode, BigInt(quotient)]).toEqual([mode, divideRounded(a * part, divisor, mode)])
      }
    }
  })
})
