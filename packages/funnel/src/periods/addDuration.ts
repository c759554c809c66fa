import type { CalendarDuration } from '@clientele/core/checks'
import { civilDate, dayOf, daysInMonth, LAST_DAY } from '@clientele/core/days'

const MONTHS_A_YEAR = 12
const LAST_YEAR = 9999

/** The day so long after another, the months taken first and a day that a month does not have as its last one; infinity where the calendar has no such day. */
export function addDuration(start: number, { months, days }: CalendarDuration): number {
  const { year, month, day } = civilDate(start)
  const monthNumber = year * MONTHS_A_YEAR + month - 1 + months
  const toYear = Math.floor(monthNumber / MONTHS_A_YEAR)
  if (toYear > LAST_YEAR) return Number.POSITIVE_INFINITY
  const toMonth = (monthNumber % MONTHS_A_YEAR) + 1
  const end = dayOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))) + days
  return end > LAST_DAY ? Number.POSITIVE_INFINITY : end
}
