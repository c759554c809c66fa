import type { Issue, Path } from '@clientele/core'
import { type CalendarDuration, createIssue, describeValue, parseDuration } from '@clientele/core/checks'

/** Reads a duration in years, months, weeks and days, or adds an issue and returns undefined. */
export function readDuration(value: unknown, path: Path, issues: Issue[]): CalendarDuration | undefined {
  const duration = parseDuration(value)
  if (duration !== undefined) return duration
  issues.push(value === undefined ? createIssue('missing', path, {}) : createIssue('not-a-duration', path, { actual: describeValue(value) }))
  return undefined
}
