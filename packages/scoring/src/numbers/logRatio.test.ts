import { Decimal } from '@clientele/core/decimal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logRatio } from './logRatio.js'

const Precise = Decimal.clone({ precision: 60 })
const of = (dividend: string | number, divisor: string | number): number => logRatio(new Decimal(dividend), new Decimal(divisor))
const byDecimals = (dividend: string | number, divisor: string | number): number => new Precise(dividend).div(divisor).ln().toNumber()

describe('logRatio', () => {
  it.each([
    [1, 1, 0],
    ['0.30', 0.3, 0],
    [2, 1, Math.LN2],
    [1, 2, -Math.LN2],
    ['1e1000', 1, 1000 * Math.LN10],
    ['3e-900', '3e-1', -899 * Math.LN10],
  ])('of %s ÷ %s is %d', (dividend, divisor, logarithm) => expect(of(dividend, divisor)).toBeCloseTo(logarithm, 12))

  it('is accurate where a quotient would round the difference away', () => {
    expect(of('1.000000000000000000001', 1)).toBe(1e-21)
    expect(of(1, '1.000000000000000000001')).toBe(-1e-21)
  })

  it('is the logarithm of the exact ratio, of whatever size', () => {
    const decimals = fc.tuple(fc.integer({ min: 1, max: 999_999 }), fc.oneof(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -900, max: 900 })))
    const texts = decimals.map(([digits, exponent]) => `${digits}e${exponent}`)
    fc.assert(
      fc.property(texts, texts, (dividend, divisor) => {
        const expected = byDecimals(dividend, divisor)
        expect(Math.abs(of(dividend, divisor) - expected)).toBeLessThanOrEqual(4e-16 * Math.abs(expected))
      }),
    )
  })
})
