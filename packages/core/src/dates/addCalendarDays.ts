import { addDays } from 'date-fns/addDays'
import type { CalendarDate } from '../types.js'
import { moveDate } from './readDates.js'

/**
 * Moves a date by a number of calendar days.
 *
 * @param date - The date to start from, from 0001-01-01 to 9999-12-31.
 * @param days - How many days later, an integer; a negative one moves back.
 * @returns The date so many days later.
 * @throws {@link InputError} if `date` does not exist, `days` is no integer, or the result leaves the years 1 to 9999.
 * @example
 * import { addCalendarDays } from '@clientele/core'
 *
 * addCalendarDays('2024-02-28', 1) //=> '2024-02-29'
 */
export function addCalendarDays(date: CalendarDate, days: number): CalendarDate {
  return moveDate(date, days, 'days', addDays)
}
