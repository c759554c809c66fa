import { decimalText } from '../decimal/Decimal.js'
import type { DecimalInput, DecimalString } from '../types.js'
import { readPair } from './readDecimals.js'

/**
 * Multiplies two decimals exactly.
 *
 * @param a - The one factor, at most 1,000 digits on either side of the point.
 * @param b - The other factor, likewise.
 * @returns The exact product, in canonical form.
 * @throws {@link InputError} if either is not a decimal.
 * @example
 * import { multiplyDecimals } from '@clientele/core'
 *
 * multiplyDecimals('1.005', 100) //=> '100.5'
 */
export function multiplyDecimals(a: DecimalInput, b: DecimalInput): DecimalString {
  const [first, second] = readPair(a, b)
  return decimalText(first.times(second))
}
