import type { CalendarDate } from '../types.js'
import { parseCalendarDate } from './calendar.js'

/**
 * Tells whether a value is an existing date, written `YYYY-MM-DD`.
 *
 * @param value - Anything.
 * @returns Whether it is a date from 0001-01-01 to 9999-12-31.
 * @example
 * import { isCalendarDate } from '@clientele/core'
 *
 * isCalendarDate('2024-02-29') //=> true
 * isCalendarDate('2023-02-29') //=> false
 */
export function isCalendarDate(value: unknown): value is CalendarDate {
  return parseCalendarDate(value) !== undefined
}
