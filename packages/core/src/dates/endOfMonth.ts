import { lastDayOfMonth } from 'date-fns/lastDayOfMonth'
import type { CalendarDate } from '../types.js'
import { formatCalendarDate } from './calendar.js'
import { readDate } from './readDates.js'

/**
 * Finds the last day of a date's month.
 *
 * @param date - Any day of the month, from 0001-01-01 to 9999-12-31.
 * @returns The last day of that month.
 * @throws {@link InputError} if `date` does not exist.
 * @example
 * import { endOfMonth } from '@clientele/core'
 *
 * endOfMonth('2024-02-10') //=> '2024-02-29'
 */
export function endOfMonth(date: CalendarDate): CalendarDate {
  return formatCalendarDate(lastDayOfMonth(readDate(date, 'date'))) as CalendarDate
}
