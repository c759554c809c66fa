import { type CalendarDate, calendarDaysBetween } from '@clientele/core'

const FIRST_DAY = '0001-01-01'

/** How many days a period up to a day can have within the calendar. */
export function longestPeriod(asOf: CalendarDate): number {
  return calendarDaysBetween(FIRST_DAY, asOf) + 1
}
