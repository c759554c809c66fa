import { formatPath } from '../texts/formatPath.js'
import type { Issue } from './types.js'

/** Marks every copy of the package's errors alike, whichever copy made them. */
export const brand: unique symbol = Symbol.for('@clientele/InputError') as never

const LISTED = 5

/**
 * Thrown for bad input, with everything that is wrong with it at once.
 *
 * @example
 * import { addDecimals, isInputError } from '@clientele/core'
 *
 * try {
 *   addDecimals('1', 'abc')
 * } catch (error) {
 *   if (!isInputError(error)) throw error
 *   error.issues[0].path //=> ['b']
 *   error.message //=> 'b must be a finite number or a string such as "12.5", not "abc"'
 * }
 */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly issues: readonly Issue[]

  /** @param issues - What is wrong, at least one issue. */
  constructor(issues: readonly Issue[]) {
    super(summarise(issues))
    this.issues = issues
    Object.defineProperty(this, brand, { value: true })
  }
}

function summarise(issues: readonly Issue[]): string {
  const lines = issues.slice(0, LISTED).map((issue) => `${formatPath(issue.path)} ${issue.message}`.trim())
  if (issues.length > LISTED) lines.push(`and ${issues.length - LISTED} more`)
  return lines.join('; ')
}
