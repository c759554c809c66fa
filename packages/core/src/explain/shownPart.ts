import { Decimal, ratio } from '../decimal/Decimal.js'
import type { DecimalString } from '../types.js'
import { shownPercent } from './shownPercent.js'

/** The greatest number below 1. */
const ALMOST_ONE = 1 - Number.EPSILON / 2

/**
 * Shows a part of a whole in percent, as {@link shownPercent} does.
 *
 * @param part - From 0 to the whole.
 * @param whole - 0 or more.
 * @returns The percentage, without the sign; 0 of nothing.
 * @example
 * import { shownPart } from '@clientele/core/explain'
 *
 * shownPart('1', '3') //=> '33.33'
 * shownPart('99999', '100000') //=> '>99.99'
 */
export function shownPart(part: DecimalString, whole: DecimalString): string {
  const [dividend, divisor] = [new Decimal(part), new Decimal(whole)]
  const share = ratio(dividend, divisor) ?? 0
  // The nearest number may be 1 or 0 of what is neither all nor nothing.
  if (share === 1 && dividend.lt(divisor)) return shownPercent(ALMOST_ONE)
  return shownPercent(share === 0 && dividend.gt(0) && divisor.gt(0) ? Number.MIN_VALUE : share)
}
