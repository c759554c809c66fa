import { roundDecimal } from '../decimals/roundDecimal.js'

const DIGITS = 3

/**
 * Shows a measure to three decimal places; one that is near to 0 does not look as if it were that.
 *
 * @param value - 0 or more.
 * @returns The rounded decimal.
 * @example
 * import { shownSmall } from '@clientele/core/explain'
 *
 * shownSmall(0.0625) //=> '0.063'
 * shownSmall(0.0004) //=> '<0.001'
 */
export function shownSmall(value: number): string {
  const rounded = roundDecimal(value, DIGITS)
  return rounded === '0' && value > 0 ? '<0.001' : rounded
}
