import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import type { Issue } from '../issues/types.js'
import type { Path } from '../types.js'
import { type CalendarDuration, parseDuration } from './duration.js'

/** Reads a duration in years, months, weeks and days, or adds an issue and returns undefined. */
export function readDuration(value: unknown, path: Path, issues: Issue[]): CalendarDuration | undefined {
  const duration = parseDuration(value)
  if (duration !== undefined) return duration
  issues.push(value === undefined ? createIssue('missing', path, {}) : createIssue('not-a-duration', path, { actual: describeValue(value) }))
  return undefined
}
