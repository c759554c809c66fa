import { InputError } from './InputError.js'
import type { Issue } from './types.js'

/** Throws an {@link InputError} if there is any issue. */
export function throwIssues(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new InputError(issues)
}
