import type { Issue } from '../issues/types.js'
import type { CalendarDate } from '../types.js'
import { nearestTo, readDays } from './datedCalendar.js'
import type { BusinessDayCalendar } from './types.js'

/**
 * Tells the last business day before a date.
 *
 * @param date - The date, from 0001-01-01 to 9999-12-31; not itself the answer, even where it is a business day.
 * @param calendar - Which days are business days; as {@link addBusinessDays} takes it.
 * @returns The last business day that is earlier.
 * @throws {@link InputError} if anything is not as stated, if the calendar is never open, or if there is none from the year 1 on.
 * @example
 * import { previousBusinessDay } from '@clientele/core/business-time'
 *
 * const calendar = { kind: 'business-calendar', id: 'weekdays', version: 1, closed: ['2026-01-09'] } as const
 * previousBusinessDay('2026-01-12', calendar) //=> '2026-01-08'
 */
export function previousBusinessDay(date: CalendarDate, calendar: BusinessDayCalendar): CalendarDate {
  const issues: Issue[] = []
  return nearestTo(readDays(calendar, issues), date, -1, issues)
}
