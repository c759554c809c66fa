import type { Issue, Path } from '@clientele/core'
import { createIssue, describeValue } from '@clientele/core/checks'

/** Adds an issue where what belongs to an account names another customer than the account; what is no text, or an empty one, is told elsewhere. */
export function checkOwner(customer: unknown, owner: unknown, place: Path, issues: Issue[]): void {
  if (!isName(customer) || !isName(owner) || customer === owner) return
  issues.push(createIssue('not-allowed', [...place, 'customer'], { allowed: [describeValue(owner)], actual: describeValue(customer) }))
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}
