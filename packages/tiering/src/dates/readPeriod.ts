import type { Issue, Path } from '@clientele/core'
import { type CalendarDuration, createIssue, readDuration } from '@clientele/core/checks'

const NOTHING = 'P0D'

/** Reads a duration in years, months, weeks and days that is longer than nothing, or adds an issue and returns undefined. */
export function readPeriod(value: unknown, path: Path, issues: Issue[]): CalendarDuration | undefined {
  const duration = readDuration(value, path, issues)
  if (duration === undefined || duration.months + duration.days > 0) return duration
  issues.push(createIssue('not-above', path, { bound: NOTHING, actual: value as string }))
  return undefined
}
