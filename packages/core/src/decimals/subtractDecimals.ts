import { decimalText } from '../decimal/Decimal.js'
import type { DecimalInput, DecimalString } from '../types.js'
import { readPair } from './readDecimals.js'

/**
 * Subtracts one decimal from another exactly.
 *
 * @param a - What is subtracted from, at most 1,000 digits on either side of the point.
 * @param b - What is subtracted, likewise.
 * @returns The exact difference, in canonical form.
 * @throws {@link InputError} if either is not a decimal.
 * @example
 * import { subtractDecimals } from '@clientele/core'
 *
 * subtractDecimals('1', 0.9) //=> '0.1'
 */
export function subtractDecimals(a: DecimalInput, b: DecimalInput): DecimalString {
  const [first, second] = readPair(a, b)
  return decimalText(first.minus(second))
}
