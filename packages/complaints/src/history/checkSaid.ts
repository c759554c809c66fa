import type { Issue, Path } from '@clientele/core'
import { createIssue, describeValue } from '@clientele/core/checks'

/** Checks that what an event says is one of the values that are right there, of which none may be known, or adds an issue. */
export function checkSaid(value: unknown, allowed: readonly (string | number)[], path: Path, issues: Issue[]): boolean {
  if (allowed.some((one) => one === value)) return true
  const texts = allowed.length === 0 ? ['…'] : [...new Set(allowed)].map(describeValue)
  issues.push(createIssue('not-allowed', path, { allowed: texts, actual: describeValue(value) }))
  return false
}

/** Checks what an event need not say, where it says it. */
export function checkGiven(value: string | number | undefined, expected: string | number, path: Path, issues: Issue[]): void {
  if (value !== undefined) checkSaid(value, [expected], path, issues)
}
