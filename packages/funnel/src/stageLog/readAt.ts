import type { Issue, Path } from '@clientele/core'
import { checkCalendarDate } from '@clientele/core/checks'
import { type Instant, localDay, readMoment, splitInstant, type Zone } from '@clientele/core/clocks'
import { parseDay } from '@clientele/core/days'

/** When something happened. */
export interface ReadAt {
  /** Its date, as days since 1970-01-01: of a moment the one in the zone. */
  readonly day: number
  /** Null where only the date is known. */
  readonly instant: Instant | null
}

const DATE = /^[^T]{0,10}$/

/** Reads a calendar date or a moment, or adds an issue and returns undefined. */
export function readAt(value: unknown, zone: Zone, path: Path, issues: Issue[]): ReadAt | undefined {
  const day = parseDay(value)
  if (!Number.isNaN(day)) return { day, instant: null }
  if (typeof value === 'string' && !DATE.test(value)) {
    const instant = readMoment(value, path, issues)
    return instant === undefined ? undefined : { day: localDay(zone, splitInstant(instant).seconds), instant }
  }
  checkCalendarDate(value, path, issues)
  return undefined
}
