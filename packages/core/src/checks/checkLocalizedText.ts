import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import type { Issue } from '../issues/types.js'
import type { Path } from '../types.js'
import { checkText, isRecord, reportType } from './checkShape.js'

const LANGUAGE_TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/

/** Checks a text for people: a string, or at least one string by language tag. */
export function checkLocalizedText(value: unknown, path: Path, issues: Issue[]): void {
  if (typeof value === 'string') {
    checkText(value, path, issues)
    return
  }
  if (!isRecord(value)) {
    reportType(value, path, issues, 'localized-text')
    return
  }
  const tags = Object.keys(value)
  if (tags.length === 0) issues.push(createIssue('empty', path, {}))
  for (const tag of tags) {
    if (checkLanguageTag(tag, [...path, tag], issues)) checkText(value[tag], [...path, tag], issues)
  }
}

/** Checks that a value is a BCP 47 tag, or adds an issue. */
export function checkLanguageTag(value: unknown, path: Path, issues: Issue[]): value is string {
  if (typeof value === 'string' && LANGUAGE_TAG.test(value)) return true
  issues.push(createIssue('not-a-language-tag', path, { actual: describeValue(value) }))
  return false
}
