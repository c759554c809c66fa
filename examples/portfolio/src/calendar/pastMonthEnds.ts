import { type CalendarDate, calendarDaysBetween } from '@clientele/core'
import { monthNumber, monthsFrom } from './monthNumbers.js'

/** The last so many ends of months that lie at least so many days before a day, the earliest first, as far as the calendar has them. */
export function pastMonthEnds(asOf: CalendarDate, days: number, number: number): CalendarDate[] {
  const ends: CalendarDate[] = []
  for (let month = monthNumber(asOf) - 1; ends.length < number; month -= 1) {
    const end = monthsFrom(month, 1)?.to
    if (end === undefined) break
    if (calendarDaysBetween(end, asOf) >= days) ends.unshift(end)
  }
  return ends
}
