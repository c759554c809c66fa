import { parseCalendarDate } from '../dates/calendar.js'
import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import type { Issue } from '../issues/types.js'
import type { Path } from '../types.js'

/** Reads a calendar date, or adds an issue and returns undefined. */
export function checkCalendarDate(value: unknown, path: Path, issues: Issue[]): Date | undefined {
  const date = parseCalendarDate(value)
  if (date === undefined) {
    issues.push(value === undefined ? createIssue('missing', path, {}) : createIssue('not-a-calendar-date', path, { actual: describeValue(value) }))
  }
  return date
}
