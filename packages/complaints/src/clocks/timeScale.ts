import type { Issue, Path, PolicyReference } from '@clientele/core'
import type { BusinessDayCalendar } from '@clientele/core/business-time'
import {
  createBusinessClock,
  FIRST_INSTANT,
  type Instant,
  isCounted,
  LAST_INSTANT,
  type ReadCalendar,
  readCalendar,
  readZone,
  stretchesBetween,
  type Zone,
} from '@clientele/core/clocks'
import { type BusinessDays, readBusinessDays } from '@clientele/core/days'
import { createEdges, type SpanEdge } from './spanEdges.js'
import type { ClockSpanReason } from './types.js'

/** A stretch of time up to a deadline. */
export interface ClockStretch {
  readonly from: Instant
  readonly to: Instant
  readonly why: ClockSpanReason
  readonly counted: boolean
  readonly day?: number
}

/** How time is counted, in nanoseconds: as a calendar says, or around the clock. */
export interface TimeScale {
  readonly zone: Zone
  /** The first moment by which so much time has passed; undefined where there is none in the years 1 to 9999. */
  readonly add: (instant: Instant, duration: bigint) => Instant | undefined
  /** Negative where the second moment lies before the first. */
  readonly between: (from: Instant, to: Instant) => bigint
  readonly stretches: (from: Instant, to: Instant) => readonly ClockStretch[]
  /** A moment where a span begins or ends, in the zone. */
  readonly edgeOf: (instant: Instant) => SpanEdge
}

/** A calendar that clocks run by. */
export interface ClockCalendar {
  readonly policy: PolicyReference
  readonly calendar: ReadCalendar
  readonly days: BusinessDays
  readonly scale: TimeScale
}

const UTC: Zone = /* @__PURE__ */ readZone('UTC', [], []) as Zone

/** Time that always passes. */
export const aroundTheClock: TimeScale = {
  zone: UTC,
  add(instant, duration) {
    const moment = instant + duration
    return moment >= FIRST_INSTANT && moment <= LAST_INSTANT ? moment : undefined
  },
  between: (from, to) => to - from,
  stretches: (from, to) => (from < to ? [{ from, to, why: 'around-the-clock', counted: true }] : []),
  edgeOf: /* @__PURE__ */ createEdges(UTC),
}

/** Reads a calendar with how time is counted by it, or adds issues and returns undefined. */
export function readClockCalendar(value: unknown, path: Path, issues: Issue[]): ClockCalendar | undefined {
  const calendar = readCalendar(value, path, issues)
  if (calendar === undefined) return undefined
  const { add, positionOf } = createBusinessClock(calendar)
  const scale: TimeScale = {
    zone: calendar.zone,
    add,
    between: (from, to) => positionOf(to) - positionOf(from),
    stretches: (from, to) =>
      stretchesBetween(calendar, from, to).map(({ from: start, to: end, why }) => ({ from: start, to: end, why, counted: isCounted(why) })),
    edgeOf: createEdges(calendar.zone),
  }
  return { policy: calendar.policy, calendar, days: readBusinessDays(value as BusinessDayCalendar), scale }
}
