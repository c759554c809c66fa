import { brand, type InputError } from './InputError.js'

/**
 * Tells whether something thrown is an {@link InputError}, from this copy of the package or another.
 *
 * @param error - What was caught.
 * @returns Whether it is an input error.
 * @example
 * import { isInputError } from '@clientele/core'
 *
 * isInputError(new Error('no')) //=> false
 */
export function isInputError(error: unknown): error is InputError {
  return typeof error === 'object' && error !== null && Object.hasOwn(error, brand)
}
