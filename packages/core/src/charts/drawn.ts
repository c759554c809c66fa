import type { DecimalString } from '../types.js'

/**
 * Turns an amount into a number that a chart can draw.
 *
 * @param amount - A decimal string, of any length.
 * @param count - How many such amounts may be piled up.
 * @returns The nearest number; for what is beyond every number the greatest one, or where amounts are piled up, so many of them, their share of it.
 * @example
 * import { drawn } from '@clientele/core/charts'
 *
 * drawn('9800.00') //=> 9800
 * drawn('-1' + '0'.repeat(400)) //=> -1.7976931348623157e308
 */
export function drawn(amount: DecimalString, count = 1): number {
  const greatest = Number.MAX_VALUE / count
  return Math.min(greatest, Math.max(-greatest, Number(amount)))
}
