import type { DecimalString } from '../types.js'

/**
 * Whether an amount is 0.
 *
 * @param amount - A decimal string without an exponent.
 * @returns True for 0 in any form.
 * @example
 * import { isNil } from '@clientele/core/explain'
 *
 * isNil('0.00') //=> true
 * isNil('-0.01') //=> false
 */
export function isNil(amount: DecimalString): boolean {
  return !/[1-9]/.test(amount)
}

/**
 * Whether an amount is below 0.
 *
 * @param amount - A decimal string without an exponent.
 * @returns False for 0 in any form.
 * @example
 * import { isBelowNil } from '@clientele/core/explain'
 *
 * isBelowNil('-0.01') //=> true
 * isBelowNil('-0.00') //=> false
 */
export function isBelowNil(amount: DecimalString): boolean {
  return amount.startsWith('-') && !isNil(amount)
}

/**
 * The size of an amount: what follows words such as "given back", which say its direction.
 *
 * @param amount - A decimal string.
 * @returns The amount without its sign.
 * @example
 * import { sizeOf } from '@clientele/core/explain'
 *
 * sizeOf('-9.80') //=> '9.80'
 */
export function sizeOf(amount: DecimalString): DecimalString {
  return amount.startsWith('-') ? amount.slice(1) : amount
}

/**
 * How many decimal places an amount has.
 *
 * @param amount - A decimal string without an exponent.
 * @returns The places as they are written, with zeros at the end.
 * @example
 * import { digitsOf } from '@clientele/core/explain'
 *
 * digitsOf('9.80') //=> 2
 */
export function digitsOf(amount: DecimalString): number {
  return (amount.split('.')[1] ?? '').length
}
