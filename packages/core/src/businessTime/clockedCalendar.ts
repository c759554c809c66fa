import { type ReadCalendar, readCalendar } from '../calendars/readCalendar.js'
import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import { throwIssues } from '../issues/throwIssues.js'
import type { Issue } from '../issues/types.js'
import { formatMoment } from '../moments/formatMoment.js'
import { type Instant, secondsOf } from '../moments/instant.js'
import { momentRange, readMoment } from '../moments/readMoment.js'
import { readTimeDuration } from '../moments/readTimeDuration.js'
import { type BusinessClock, createBusinessClock } from './businessClock.js'
import { isCounted, spanOf, stretchesBetween } from './traceSpans.js'
import type { BusinessTimeTrace } from './types.js'

/** A calendar with its clock. */
export interface ClockedCalendar {
  readonly calendar: ReadCalendar
  readonly clock: BusinessClock
}

/** Checks and reads a calendar, or adds issues and returns undefined. */
export function readClock(value: unknown, issues: Issue[]): ClockedCalendar | undefined {
  const calendar = readCalendar(value, ['calendar'], issues)
  return calendar && { calendar, clock: createBusinessClock(calendar) }
}

/** What `addBusinessTime` does with a calendar that is read, or that something is wrong with, which the issues tell. */
export function addTo(read: ClockedCalendar | undefined, instant: unknown, duration: unknown, issues: Issue[]): string {
  const start = readMoment(instant, ['instant'], issues)
  const added = readTimeDuration(duration, ['duration'], issues)
  throwIssues(issues)
  const end = (read as ClockedCalendar).clock.add(start as bigint, added as bigint)
  if (end === undefined) {
    throwIssues([createIssue('out-of-range', ['duration'], { ...momentRange, actual: `${describeValue(instant)} + ${describeValue(duration)}` })])
  }
  return formatMoment(end as bigint)
}

/** What `businessTimeBetween` does. */
export function timeBetween(read: ClockedCalendar | undefined, from: unknown, to: unknown, issues: Issue[]): number {
  return secondsBetween(read as ClockedCalendar, readInterval(from, to, issues))
}

/** What `traceBusinessTime` does. */
export function traceBetween(read: ClockedCalendar | undefined, from: unknown, to: unknown, issues: Issue[]): BusinessTimeTrace {
  const [start, end] = readInterval(from, to, issues)
  const { calendar } = read as ClockedCalendar
  const [first, last] = start <= end ? [start, end] : [end, start]
  return {
    from: formatMoment(first),
    to: formatMoment(last),
    seconds: secondsBetween(read as ClockedCalendar, [start, end]),
    spans: stretchesBetween(calendar, first, last).map((stretch) => spanOf(calendar, stretch, isCounted(stretch.why))),
    policies: [calendar.policy],
  }
}

type Interval = readonly [start: Instant, end: Instant]

/** Reads two moments, and throws what is wrong with them and what was found before. */
function readInterval(from: unknown, to: unknown, issues: Issue[]): Interval {
  const interval = [readMoment(from, ['from'], issues), readMoment(to, ['to'], issues)]
  throwIssues(issues)
  return interval as unknown as Interval
}

function secondsBetween({ clock }: ClockedCalendar, [start, end]: Interval): number {
  return secondsOf(clock.positionOf(end) - clock.positionOf(start))
}
