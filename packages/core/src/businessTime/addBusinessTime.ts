import type { BusinessCalendar } from '../calendars/types.js'
import type { Issue } from '../issues/types.js'
import { addTo, readClock } from './clockedCalendar.js'

/**
 * Adds business time to a moment: tells when so much of it will have passed.
 *
 * @param instant - The moment to start from: ISO 8601 with its offset, to the nanosecond, from 0001-01-02 to 9999-12-30 in UTC.
 * @param duration - How much business time, in hours, minutes and seconds, such as `'PT8H'` or `'PT1H30M'`; `'-PT1H'` goes back. It is elapsed
 * time: an hour is 3,600 seconds, whatever the clocks of the zone show. Days are refused: see {@link addBusinessDays}.
 * @param calendar - When the business is open.
 * @returns The moment in UTC. One that falls on the end of a window is that end, not the next opening (going back: the start of a window, not the
 * end of the one before); `'PT0S'` gives the same moment. Edges of windows in an hour that the zone skips move forward by the gap's length; in
 * one that it repeats they are those of the first time.
 * @throws {@link InputError} if anything is not as stated, if the calendar is never open, or if so much open time leaves 0001-01-02 to 9999-12-30.
 * It takes longer the longer the duration: some microseconds a year.
 * @example
 * import { addBusinessTime, type BusinessCalendar } from '@clientele/core/business-time'
 *
 * const day = [['09:00', '12:00'], ['13:00', '17:00']] as const
 * const windows = { mon: day, tue: day, wed: day, thu: day, fri: day }
 * const calendar: BusinessCalendar = { kind: 'business-calendar', id: 'office', version: '1', zone: 'Asia/Shanghai', windows }
 * addBusinessTime('2026-01-09T16:00:00+08:00', 'PT3H', calendar) //=> '2026-01-12T03:00:00Z'
 * addBusinessTime('2026-01-09T11:00:00+08:00', 'PT1H', calendar) //=> '2026-01-09T04:00:00Z'
 */
export function addBusinessTime(instant: string, duration: string, calendar: BusinessCalendar): string {
  const issues: Issue[] = []
  return addTo(readClock(calendar, issues), instant, duration, issues)
}
