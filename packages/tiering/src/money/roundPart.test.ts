import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareQuantities, quantityOf, quantityText, roundQuantity } from '../numbers/quantity.js'
import { roundPart } from './roundPart.js'

const rounded = (part: string, whole: string, currency?: string): string => quantityText(roundPart(quantityOf(part), quantityOf(whole), currency))

describe('roundPart', () => {
  it.each([
    ['0.004', '1', 'CNY', '0'],
    ['0.005', '1', 'CNY', '0.01'],
    ['0.005', '1', undefined, '0.005'],
    ['0.5', '1', 'JPY', '1'],
    ['0.005', '0.005', 'CNY', '0.005'],
    ['0.5', '0.7', 'JPY', '0.7'],
    ['0', '0', 'CNY', '0'],
  ])('rounds %s of %s in %s to %s', (part, whole, currency, expected) => expect(rounded(part, whole, currency)).toBe(expected))

  it('is beyond neither the whole nor what rounding alone gives, and rounding itself for a whole of minor units', () => {
    const units = fc.bigInt({ min: 0n, max: 30_000n })
    fc.assert(
      fc.property(units, units, fc.constantFrom(2, 4), (some, more, digits) => {
        const [part, whole] = [
          { units: some, digits: 4 },
          { units: (some + more) * 10n ** BigInt(4 - digits), digits: 4 },
        ] as const
        const found = roundPart(part, whole, 'CNY')
        const plain = roundQuantity(part, 2)
        expect(compareQuantities(found, whole)).toBeLessThanOrEqual(0)
        expect(quantityText(found)).toBe(quantityText(digits === 2 || compareQuantities(plain, whole) <= 0 ? plain : whole))
      }),
    )
  })
})
