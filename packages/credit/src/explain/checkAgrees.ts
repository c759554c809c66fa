import type { Issue, Path } from '@clientele/core'
import { createIssue, describeValue } from '@clientele/core/checks'

/**
 * Adds an issue where a result says something else than its policy makes of it, which was changed since without a new version. What is not there is
 * told as null.
 */
export function checkAgrees(actual: unknown, expected: unknown, path: Path, issues: Issue[]): void {
  if (actual === expected) return
  issues.push(createIssue('outdated-input', path, { expected: describeValue(expected ?? null), actual: describeValue(actual ?? null) }))
}
