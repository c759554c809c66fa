import type { Issue } from '../issues/types.js'
import type { CalendarDate } from '../types.js'
import { isOpenOn, readDays } from './datedCalendar.js'
import type { BusinessDayCalendar } from './types.js'

/**
 * Tells whether a date is a business day.
 *
 * @param date - The date, from 0001-01-01 to 9999-12-31.
 * @param calendar - Which days are business days; as {@link addBusinessDays} takes it.
 * @returns What `open` says of the date; else no where it is among `closed`; else whether its weekday has a window, Monday to Friday where the calendar
 * has no `windows`. The zone is not looked at: of a date that it skips as a whole the same is told.
 * @throws {@link InputError} if anything is not as stated, or if the calendar is never open.
 * @example
 * import { isBusinessDay } from '@clientele/core/business-time'
 *
 * const calendar = { kind: 'business-calendar', id: 'weekdays', version: 1, closed: ['2026-01-01'] } as const
 * isBusinessDay('2026-01-01', calendar) //=> false
 * isBusinessDay('2026-01-02', calendar) //=> true
 */
export function isBusinessDay(date: CalendarDate, calendar: BusinessDayCalendar): boolean {
  const issues: Issue[] = []
  return isOpenOn(readDays(calendar, issues), date, issues)
}
