import { multiplyDecimals, roundDecimal } from '@clientele/core'

const DIGITS = 2

/** A share in percent, to two decimal places; one that is near to 0 or 100 does not look as if it were that. */
export function shownPercent(share: number): string {
  const rounded = roundDecimal(multiplyDecimals(share, 100), DIGITS)
  if (rounded === '0' && share > 0) return '<0.01'
  return rounded === '100' && share < 1 ? '>99.99' : rounded
}
