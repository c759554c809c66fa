import type { ReadCalendar } from '../calendars/readCalendar.js'
import { FIRST_INSTANT, type Instant, instantOf, LAST_INSTANT, NANOSECONDS_A_SECOND, splitInstant } from '../moments/instant.js'
import { createTimeline, type Timeline } from './timeline.js'

/** Business time to the nanosecond. A position is how much open time lies before a moment, counted from an origin of the clock's own. */
export interface BusinessClock {
  readonly positionOf: (instant: Instant) => bigint
  /**
   * The moment at a position, looked for near another: where open time stops and goes on there, the end of the one stretch, or with `'last'` the start of the
   * next. Undefined where there is none in the years 1 to 9999.
   */
  readonly momentAt: (position: bigint, near: Instant, which: 'first' | 'last') => Instant | undefined
  /** The moment so much business time after another, or before it where that is negative; undefined where there is none in the years 1 to 9999. */
  readonly add: (instant: Instant, duration: bigint) => Instant | undefined
  readonly timeline: Timeline
}

/** The clock of a calendar. */
export function createBusinessClock(calendar: ReadCalendar): BusinessClock {
  const timeline = createTimeline(calendar)
  const positionOf = (instant: Instant): bigint => {
    const { seconds, nanoseconds } = splitInstant(instant)
    return instantOf(timeline.positionOf(seconds), nanoseconds > 0 && timeline.isOpen(seconds) ? nanoseconds : 0)
  }
  const momentAt = (position: bigint, near: Instant, which: 'first' | 'last'): Instant | undefined => {
    const { seconds: found, nanoseconds } = splitInstant(position)
    const { seconds: start } = splitInstant(near)
    // Within a second only the stretch that goes on has room for a fraction.
    const seconds = nanoseconds === 0 && which === 'first' ? timeline.firstAt(found, start) : timeline.lastAt(found, start)
    const moment = seconds === undefined ? undefined : BigInt(seconds) * NANOSECONDS_A_SECOND + BigInt(nanoseconds)
    return moment !== undefined && moment >= FIRST_INSTANT && moment <= LAST_INSTANT ? moment : undefined
  }
  return {
    timeline,
    positionOf,
    momentAt,
    add: (instant, duration) => (duration === 0n ? instant : momentAt(positionOf(instant) + duration, instant, duration > 0n ? 'first' : 'last')),
  }
}
