import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { checkCalendarDate } from '../checks/checkCalendarDate.js'
import { throwIssues } from '../issues/throwIssues.js'
import type { Issue } from '../issues/types.js'
import type { CalendarDate } from '../types.js'

/**
 * Counts the calendar days from one date to another.
 *
 * @param from - The date counted from, from 0001-01-01 to 9999-12-31.
 * @param to - The date counted to, likewise.
 * @returns The number of days: 0 on the same date, 1 for the next day, negative where `to` comes first.
 * @throws {@link InputError} if either date does not exist.
 * @example
 * import { calendarDaysBetween } from '@clientele/core'
 *
 * calendarDaysBetween('2024-02-28', '2024-03-01') //=> 2
 */
export function calendarDaysBetween(from: CalendarDate, to: CalendarDate): number {
  const issues: Issue[] = []
  const start = checkCalendarDate(from, ['from'], issues)
  const end = checkCalendarDate(to, ['to'], issues)
  throwIssues(issues)
  return differenceInCalendarDays(end as Date, start as Date)
}
