import type { Issue } from '../issues/types.js'
import type { CalendarDate } from '../types.js'
import { addDaysTo, readDays } from './datedCalendar.js'
import type { BusinessDayCalendar } from './types.js'

/**
 * Moves a date by a number of business days.
 *
 * @param date - The date to start from, from 0001-01-01 to 9999-12-31, a business day or not; it does not count itself.
 * @param days - How many business days later, an integer; a negative one moves back, and 0 is the date itself.
 * @param calendar - Which days are business days. It needs neither hours nor a zone, and the zone is not looked at: a date that it skips as a whole,
 * such as 2011-12-30 in `Pacific/Apia`, counts unless it is among `closed`.
 * @returns The `days`-th business day after the date, or before it. However far that is, it takes no longer than to read the calendar.
 * @throws {@link InputError} if anything is not as stated, if the calendar is never open, or if there are not so many business days in the years 1 to
 * 9999.
 * @example
 * import { addBusinessDays } from '@clientele/core/business-time'
 *
 * const windows = [['09:00', '17:00']] as const
 * const calendar = { kind: 'business-calendar', id: 'cn', version: 1, closed: ['2026-01-01', '2026-01-02'], open: [{ date: '2026-01-04', windows }] } as const
 * addBusinessDays('2025-12-31', 2, calendar) //=> '2026-01-05'
 * addBusinessDays('2026-01-03', -1, calendar) //=> '2025-12-31'
 */
export function addBusinessDays(date: CalendarDate, days: number, calendar: BusinessDayCalendar): CalendarDate {
  const issues: Issue[] = []
  return addDaysTo(readDays(calendar, issues), date, days, issues)
}
