import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import type { Issue } from '../issues/types.js'
import type { Path } from '../types.js'

const LISTED = 20

/** Adds an issue where a result names what is none of those that its policy, or another part of it, knows. */
export function checkAmong(actual: string, known: readonly string[], path: Path, issues: Issue[]): void {
  if (known.includes(actual)) return
  const listed = known.slice(0, LISTED).map(describeValue)
  const expected = (known.length > LISTED ? [...listed, '…'] : listed).join(', ') || 'null'
  issues.push(createIssue('outdated-input', path, { expected, actual: describeValue(actual) }))
}
