import { createIssue } from '../issues/createIssue.js'
import { throwIssues } from '../issues/throwIssues.js'
import type { DecimalInput } from '../types.js'
import { readOne } from './readDecimals.js'

/**
 * Turns a decimal into the nearest number, for charts and statistics.
 *
 * @param value - The decimal, at most 1,000 digits on either side of the point.
 * @returns The nearest float64; never infinite and never -0.
 * @throws {@link InputError} if it is not a decimal, or lies beyond the greatest float64 (about 1.8e308).
 * @example
 * import { toNumber } from '@clientele/core'
 *
 * toNumber('9800.00') //=> 9800
 */
export function toNumber(value: DecimalInput): number {
  const number = Number(readOne(value).toString())
  if (!Number.isFinite(number)) {
    const limit = String(Number.MAX_VALUE)
    throwIssues([createIssue('out-of-range', ['value'], { minimum: `-${limit}`, maximum: limit, actual: String(value).slice(0, 60) })])
  }
  return number === 0 ? 0 : number
}
