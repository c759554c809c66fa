import type { BusinessCalendar } from '../calendars/types.js'
import type { Issue } from '../issues/types.js'
import { readClock, timeBetween } from './clockedCalendar.js'

/**
 * Measures the business time between two moments: what {@link addBusinessTime} adds.
 *
 * @param from - The moment to start from: ISO 8601 with its offset, to the nanosecond, from 0001-01-02 to 9999-12-30 in UTC.
 * @param to - The moment to end at.
 * @param calendar - When the business is open.
 * @returns Elapsed seconds of open time, with a fraction where the moments have one; negative where `to` lies before `from`.
 * @throws {@link InputError} if anything is not as stated, or if the calendar is never open. It takes longer the further
 * the moments lie apart: some microseconds a year.
 * @example
 * import { type BusinessCalendar, businessTimeBetween } from '@clientele/core/business-time'
 *
 * const calendar: BusinessCalendar = {
 *   kind: 'business-calendar',
 *   id: 'mondays',
 *   version: '1',
 *   zone: 'Europe/Berlin',
 *   windows: { mon: [['09:00', '17:00']] },
 * }
 * businessTimeBetween('2026-01-05T16:00:00+01:00', '2026-01-12T10:00:00+01:00', calendar) //=> 7200
 * businessTimeBetween('2026-01-12T10:00:00+01:00', '2026-01-05T16:00:00+01:00', calendar) //=> -7200
 */
export function businessTimeBetween(from: string, to: string, calendar: BusinessCalendar): number {
  const issues: Issue[] = []
  return timeBetween(readClock(calendar, issues), from, to, issues)
}
