import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import type { Issue } from '../issues/types.js'
import type { Path } from '../types.js'

/** Whether two lists have the same members in the same order. */
export function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index])
}

/** Adds an issue where a result lists something else than its policy makes of it. */
export function checkSameList(actual: readonly string[], expected: readonly string[], path: Path, issues: Issue[]): void {
  if (isSameList(actual, expected)) return
  issues.push(createIssue('outdated-input', path, { expected: describeList(expected), actual: describeList(actual) }))
}

function describeList(list: readonly string[]): string {
  return `[${list.map(describeValue).join(', ')}]`
}
