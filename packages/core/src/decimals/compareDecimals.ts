import type { DecimalInput } from '../types.js'
import { readPair } from './readDecimals.js'

/**
 * Compares two decimals by value.
 *
 * @param a - The one value, at most 1,000 digits on either side of the point.
 * @param b - The other value, likewise.
 * @returns -1 where `a` is less than `b`, 0 where they are equal, 1 where it is greater.
 * @throws {@link InputError} if either is not a decimal.
 * @example
 * import { compareDecimals } from '@clientele/core'
 *
 * compareDecimals('10', '9') //=> 1
 * compareDecimals('1.50', 1.5) //=> 0
 */
export function compareDecimals(a: DecimalInput, b: DecimalInput): -1 | 0 | 1 {
  const [first, second] = readPair(a, b)
  return first.cmp(second) as -1 | 0 | 1
}
