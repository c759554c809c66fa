import type { Issue, Path } from '@clientele/core'
import { checkCalendarDate } from '@clientele/core/checks'
import { parseDay } from '@clientele/core/days'

/** Reads a calendar date as days since 1970-01-01, or adds an issue and returns undefined. */
export function readDate(value: unknown, path: Path, issues: Issue[]): number | undefined {
  const day = parseDay(value)
  if (!Number.isNaN(day)) return day
  checkCalendarDate(value, path, issues)
  return undefined
}
