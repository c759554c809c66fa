import { Decimal } from '@clientele/core/decimal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  compare,
  divide,
  type Fraction,
  fractionOf,
  fractionOfText,
  HUNDREDTH,
  multiply,
  ONE,
  powerOfTenText,
  roundHalfEven,
  subtract,
  ZERO,
} from './fraction.js'

const fractions = fc.record({ dividend: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), divisor: fc.bigInt({ min: 1n, max: 10n ** 6n }) })
const positive = fractions.map(({ dividend, divisor }) => ({ dividend: dividend < 0n ? -dividend : dividend + 1n, divisor }))
const texts = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(40)).map(([units, places]) => new Decimal(`${units}e-${places}`))
const half: Fraction = { dividend: 1n, divisor: 2n }

describe('fractions', () => {
  it('of decimals are told as they were read', () => {
    fc.assert(fc.property(texts, (value) => powerOfTenText(fractionOf(value)) === (value.isZero() ? '0' : value.toString())))
    expect(['0', '-0.50', '1200', '0.000', '1e3'].map((text) => powerOfTenText(fractionOf(new Decimal(text))))).toEqual([
      '0',
      '-0.5',
      '1200',
      '0',
      '1000',
    ])
  })

  it('of texts are exact however long they are, and only a power of ten has a text', () => {
    const long = `-${'7'.repeat(9000)}.${'0'.repeat(8999)}3`
    expect(powerOfTenText(fractionOfText(long))).toBe(long)
    expect(['-0.05', '1200', '0'].map((text) => powerOfTenText(fractionOfText(text)))).toEqual(['-0.05', '1200', '0'])
    for (const divisor of [3n, 20n, 11n, 1000000001n]) expect(() => powerOfTenText({ dividend: 60n, divisor })).toThrow(RangeError)
  })

  it('add, multiply and divide as decimals do, whatever the divisors', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const [first, second] = [fractionOf(a), fractionOf(b)]
        expect(powerOfTenText(add(first, second))).toBe(powerOfTenText(fractionOf(a.plus(b))))
        expect(powerOfTenText(subtract(first, second))).toBe(powerOfTenText(fractionOf(a.minus(b))))
        expect(powerOfTenText(multiply(first, second, HUNDREDTH))).toBe(powerOfTenText(fractionOf(a.times(b).div(100))))
        expect(compare(first, second)).toBe(a.cmp(b))
      }),
    )
  })

  it('turn back: a + b − b, a × b / b', () => {
    fc.assert(
      fc.property(fractions, positive, (a, b) => {
        expect(compare(subtract(add(a, b), b), a)).toBe(0)
        expect(compare(divide(multiply(a, b), b), a)).toBe(0)
        expect(compare(add(a, b), a)).toBe(1)
        expect(divide(a, b).divisor > 0n).toBe(true)
      }),
    )
  })

  it('of nothing add up to 0 and multiply to 1', () => {
    expect([add(), multiply()]).toEqual([ZERO, ONE])
  })

  it('round half-even', () => {
    const rounded = (dividend: bigint, digits: number): string => powerOfTenText(roundHalfEven(multiply({ dividend, divisor: 1n }, half), digits))
    expect([1n, 3n, 5n, -1n, -3n].map((halves) => rounded(halves, 0))).toEqual(['0', '2', '2', '0', '-2'])
    expect(rounded(3n, 1)).toBe('1.5')
    expect(powerOfTenText(roundHalfEven({ dividend: 2n, divisor: 3n }, 4))).toBe('0.6667')
  })
})
