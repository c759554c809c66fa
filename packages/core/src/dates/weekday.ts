import { getISODay } from 'date-fns/getISODay'
import type { CalendarDate } from '../types.js'
import { readDate } from './readDates.js'

/**
 * Tells which day of the week a date is.
 *
 * @param date - The date, from 0001-01-01 to 9999-12-31.
 * @returns 1 for Monday to 7 for Sunday, as ISO 8601 counts.
 * @throws {@link InputError} if `date` does not exist.
 * @example
 * import { weekday } from '@clientele/core'
 *
 * weekday('2024-02-29') //=> 4
 */
export function weekday(date: CalendarDate): number {
  return getISODay(readDate(date, 'date'))
}
