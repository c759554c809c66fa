import type { BusinessCalendar } from '../calendars/types.js'
import type { Issue } from '../issues/types.js'
import { readClock, traceBetween } from './clockedCalendar.js'
import type { BusinessTimeTrace } from './types.js'

/**
 * Tells span by span which time between two moments counts as business time, which does not, and why.
 *
 * @param from - The moment to start from: ISO 8601 with its offset, to the nanosecond, from 0001-01-02 to 9999-12-30 in UTC.
 * @param to - The moment to end at.
 * @param calendar - When the business is open.
 * @returns The spans in order of time, without gaps, the seconds of those that count adding up to what {@link businessTimeBetween} gives, and the
 * calendar. Dates that stand in the calendar by themselves have a span of their own.
 * @throws {@link InputError} if anything is not as stated, or if the calendar is never open. Time and memory grow with the
 * days between the moments.
 * @example
 * import { type BusinessCalendar, traceBusinessTime } from '@clientele/core/business-time'
 *
 * const calendar: BusinessCalendar = {
 *   kind: 'business-calendar',
 *   id: 'mornings',
 *   version: '1',
 *   zone: 'Asia/Shanghai',
 *   windows: { thu: [['09:00', '12:00']], fri: [['09:00', '12:00']] },
 *   closed: ['2026-01-01'],
 * }
 * const { spans } = traceBusinessTime('2026-01-01T10:00:00+08:00', '2026-01-02T10:00:00+08:00', calendar)
 * spans.map(({ why, seconds }) => [why, seconds])
 * //=> [['closed-date', 50400], ['outside-hours', 32400], ['open-hours', 3600]]
 */
export function traceBusinessTime(from: string, to: string, calendar: BusinessCalendar): BusinessTimeTrace {
  const issues: Issue[] = []
  return traceBetween(readClock(calendar, issues), from, to, issues)
}
