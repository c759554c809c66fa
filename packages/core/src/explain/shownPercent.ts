import { multiplyDecimals } from '../decimals/multiplyDecimals.js'
import { roundDecimal } from '../decimals/roundDecimal.js'

const DIGITS = 2

/**
 * Shows a share in percent, to two decimal places; one that is near to 0 or 100 does not look as if it were that.
 *
 * @param share - From 0 to 1.
 * @returns The percentage, without the sign.
 * @example
 * import { shownPercent } from '@clientele/core/explain'
 *
 * shownPercent(2 / 3) //=> '66.67'
 * shownPercent(0.99999) //=> '>99.99'
 */
export function shownPercent(share: number): string {
  const rounded = roundDecimal(multiplyDecimals(share, 100), DIGITS)
  if (rounded === '0' && share > 0) return '<0.01'
  return rounded === '100' && share < 1 ? '>99.99' : rounded
}
