import { Decimal, decimalText } from '@clientele/core/decimal'
import { shown } from '@clientele/core/explain'

const SIGNIFICANT_DIGITS = 4
const LEAST_PURCHASES = 0.0001

/** A measure of any size, such as a rate or a parameter: rounded half-up to four significant digits, but never within its whole part. */
export function shownMeasure(measure: number): string {
  return shown(decimalText(rounded(new Decimal(measure))))
}

/** Purchases that are expected, rounded likewise; next to none do not look like a row of zeros. */
export function shownPurchases(purchases: number): string {
  return purchases > 0 && purchases < LEAST_PURCHASES ? `<${LEAST_PURCHASES}` : shownMeasure(purchases)
}

/** A rate in percent, rounded likewise, without the sign. */
export function shownRate(rate: number): string {
  return shown(decimalText(rounded(new Decimal(rate).times(100))))
}

function rounded(measure: Decimal): Decimal {
  return measure.toSignificantDigits(Math.max(SIGNIFICANT_DIGITS, measure.e + 1))
}
