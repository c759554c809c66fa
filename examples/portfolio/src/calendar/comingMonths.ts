import type { CalendarDate } from '@clientele/core'
import { type DatePeriod, monthNumber, monthsFrom } from './monthNumbers.js'

/** So many calendar months that end after a day, as far as the calendar has them: that of the day itself, unless the day is its last. */
export function comingMonths(asOf: CalendarDate, months: number): DatePeriod[] {
  const present = monthNumber(asOf)
  const first = monthsFrom(present, 1)?.to === asOf ? present + 1 : present
  return Array.from({ length: months }, (_, later) => monthsFrom(first + later, 1)).filter((month) => month !== undefined)
}
