import type { CalendarDuration } from '../conditions/duration.js'
import { civilDate, dayOf, daysInMonth, FIRST_DAY, LAST_DAY } from './civilDay.js'

/** The day a duration after another, the months taken first and cut to their last day; Infinity where the calendar ends before. */
export function dayAfter(day: number, { months, days }: CalendarDuration): number {
  const after = monthsAfter(day, months) + days
  return after <= LAST_DAY ? after : Number.POSITIVE_INFINITY
}

/** The day a duration before another, the months taken first and cut to their last day; -Infinity where the calendar begins after. */
export function dayBefore(day: number, { months, days }: CalendarDuration): number {
  const before = monthsAfter(day, -months) - days
  return before >= FIRST_DAY ? before : Number.NEGATIVE_INFINITY
}

/** The day so many months after another, cut to the last day of its month; infinite where the calendar has no such month. */
function monthsAfter(day: number, months: number): number {
  const date = civilDate(day)
  const monthsOfAll = date.year * 12 + date.month - 1 + months
  const year = Math.floor(monthsOfAll / 12)
  if (year < 1) return Number.NEGATIVE_INFINITY
  if (year > 9999) return Number.POSITIVE_INFINITY
  const month = monthsOfAll - year * 12 + 1
  return dayOf(year, month, Math.min(date.day, daysInMonth(year, month)))
}
