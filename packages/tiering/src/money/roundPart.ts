import { compareQuantities, type Quantity, roundQuantity } from '../numbers/quantity.js'
import { shownDigits } from './currency.js'

/**
 * A part of an amount, rounded half-up to the currency's minor digits, and not at all without a currency. An amount may be finer than its currency:
 * its part is never rounded beyond it.
 */
export function roundPart(part: Quantity, whole: Quantity, currency: string | undefined): Quantity {
  if (currency === undefined) return part
  const rounded = roundQuantity(part, shownDigits(currency))
  return compareQuantities(rounded, whole) > 0 ? whole : rounded
}
