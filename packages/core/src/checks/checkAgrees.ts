import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import type { Issue } from '../issues/types.js'
import type { Path } from '../types.js'
import { checkList, checkRecord, isRecord, ownValue } from './checkShape.js'

/** Adds an issue wherever a result is not what is expected of it, which may be that it lacks a key; what else it has is not looked at. */
export function checkAgrees(actual: unknown, expected: unknown, path: Path, issues: Issue[]): void {
  if (Array.isArray(expected)) {
    if (!checkList(actual, path, issues)) return
    if (actual.length !== expected.length) issues.push(createIssue('wrong-length', path, { expected: expected.length, actual: actual.length }))
    else expected.forEach((one, index) => checkAgrees(actual[index], one, [...path, index], issues))
  } else if (isRecord(expected)) {
    if (!checkRecord(actual, path, issues)) return
    for (const key of Object.keys(expected)) {
      const own = ownValue(actual, key)
      if (expected[key] !== undefined) checkAgrees(own, expected[key], [...path, key], issues)
      else if (own !== undefined) issues.push(createIssue('unknown-key', [...path, key], { allowed: keysOf(expected) }))
    }
  } else if (actual !== expected) {
    issues.push(
      actual === undefined
        ? createIssue('missing', path, {})
        : createIssue('outdated-input', path, { expected: describeValue(expected), actual: describeValue(actual) }),
    )
  }
}

function keysOf(record: { readonly [key: string]: unknown }): readonly string[] {
  return Object.keys(record).filter((key) => record[key] !== undefined)
}
