import { addMonths } from 'date-fns/addMonths'
import type { CalendarDate } from '../types.js'
import { moveDate } from './readDates.js'

/**
 * Moves a date by a number of calendar months; where the month reached is too short for the day, its last day is taken.
 *
 * @param date - The date to start from, from 0001-01-01 to 9999-12-31.
 * @param months - How many months later, an integer; a negative one moves back.
 * @returns The date so many months later.
 * @throws {@link InputError} if `date` does not exist, `months` is no integer, or the result leaves the years 1 to 9999.
 * @example
 * import { addCalendarMonths } from '@clientele/core'
 *
 * addCalendarMonths('2024-01-31', 1) //=> '2024-02-29'
 * addCalendarMonths('2024-03-31', -13) //=> '2023-02-28'
 */
export function addCalendarMonths(date: CalendarDate, months: number): CalendarDate {
  return moveDate(date, months, 'months', addMonths)
}
