import { addDecimals, type RoundingMode, roundDecimal } from '@clientele/core'
import { roundingModes } from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divideRounded } from './divideRounded.js'
import { mirrorRounding } from './mirrorRounding.js'
import { moneyText } from './moneyText.js'
import { readAmount } from './readAmount.js'

const units = fc.oneof(fc.bigInt({ min: -50n, max: 50n }), fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }))
const modes = fc.constantFrom(...roundingModes)

describe('divideRounded', () => {
  it.each<[RoundingMode, string]>([
    ['half-up', '-3 -2 -2 -1 0 1 2 2 3'],
    ['half-down', '-2 -2 -1 -1 0 1 1 2 2'],
    ['half-even', '-2 -2 -2 -1 0 1 2 2 2'],
    ['up', '-3 -2 -2 -1 0 1 2 2 3'],
    ['down', '-2 -2 -1 -1 0 1 1 2 2'],
    ['ceiling', '-2 -2 -1 -1 0 1 2 2 3'],
    ['floor', '-3 -2 -2 -1 0 1 1 2 2'],
  ])('rounds halves %s', (mode, expected) => {
    const quotients = [-5n, -4n, -3n, -2n, 0n, 2n, 3n, 4n, 5n].map((dividend) => divideRounded(dividend, 2n, mode))
    expect(quotients.join(' ')).toBe(expected)
  })

  it('rounds as decimals are rounded, whatever the quotient', () => {
    fc.assert(
      fc.property(units, fc.constantFrom(1n, 2n, 4n, 5n, 8n, 10n, 100n, 125n, 10n ** 20n), modes, (dividend, divisor, mode) => {
        const quotient = new Decimal(String(dividend)).div(new Decimal(String(divisor))).toFixed()
        expect(String(divideRounded(dividend, divisor, mode))).toBe(roundDecimal(quotient, 0, mode))
      }),
    )
  })

  it('treats opposites alike under the mirrored way', () => {
    fc.assert(
      fc.property(units, fc.bigInt({ min: 1n, max: 10n ** 12n }), modes, (dividend, divisor, mode) => {
        expect(divideRounded(-dividend, divisor, mirrorRounding(mode))).toBe(-divideRounded(dividend, divisor, mode))
      }),
    )
  })
})

describe('money as text', () => {
  it.each([
    [980_000n, 2, '9800.00'],
    [-5n, 2, '-0.05'],
    [0n, 2, '0.00'],
    [980n, 0, '980'],
    [0n, 0, '0'],
    [9_800n, 3, '9.800'],
    [-1n, 4, '-0.0001'],
  ])('%s units of %s digits are %s', (amount, digits, text) => expect(moneyText(amount, digits)).toBe(text))

  it('is read back as it was', () => {
    fc.assert(
      fc.property(units, fc.constantFrom(0, 2, 3, 4), (amount, digits) => {
        const text = moneyText(amount, digits)
        expect(readAmount(text, digits, [], [])).toBe(amount)
        expect(addDecimals(text, 0)).toBe(new Decimal(String(amount)).div(10 ** digits).toFixed())
      }),
    )
  })
})
