import { decimalText } from '../decimal/Decimal.js'
import type { DecimalInput, DecimalString } from '../types.js'
import { readPair } from './readDecimals.js'

/**
 * Adds two decimals exactly.
 *
 * @param a - The one summand, at most 1,000 digits on either side of the point.
 * @param b - The other summand, likewise.
 * @returns The exact sum, in canonical form.
 * @throws {@link InputError} if either is not a decimal.
 * @example
 * import { addDecimals } from '@clientele/core'
 *
 * addDecimals(0.1, '0.2') //=> '0.3'
 */
export function addDecimals(a: DecimalInput, b: DecimalInput): DecimalString {
  const [first, second] = readPair(a, b)
  return decimalText(first.plus(second))
}
