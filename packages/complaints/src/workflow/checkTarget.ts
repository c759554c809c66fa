import type { Issue, Path } from '@clientele/core'
import { checkText, createIssue, describeValue } from '@clientele/core/checks'

const MOST_LISTED = 20

/** Checks that a value is one of the steps, or another place where moves lead; where no steps are known, that it is a text. */
export function checkTarget(value: unknown, steps: ReadonlySet<string>, path: Path, issues: Issue[], others: readonly string[] = []): void {
  if (typeof value === 'string' && (steps.has(value) || others.includes(value))) return
  if (value === undefined || value === '' || steps.size === 0) checkText(value, path, issues)
  else {
    const listed = [...others, ...[...steps].slice(0, MOST_LISTED)].map((step) => `"${step}"`)
    const allowed = steps.size > MOST_LISTED ? [...listed, '…'] : listed
    issues.push(createIssue('not-allowed', path, { allowed, actual: describeValue(value) }))
  }
}
