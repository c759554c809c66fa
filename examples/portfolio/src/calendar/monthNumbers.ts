import { type CalendarDate, endOfMonth } from '@clientele/core'

const MONTHS_A_YEAR = 12
const FIRST_MONTH = MONTHS_A_YEAR
const LAST_MONTH = 9999 * MONTHS_A_YEAR + MONTHS_A_YEAR - 1

/** A period, both dates included. */
export interface DatePeriod {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** The month of a date, counted on through the years. */
export function monthNumber(date: CalendarDate): number {
  return Number(date.slice(0, 4)) * MONTHS_A_YEAR + Number(date.slice(5, 7)) - 1
}

/** So many months from one on; undefined where the calendar, which has the years 1 to 9999, has not all of them. */
export function monthsFrom(first: number, months: number): DatePeriod | undefined {
  const last = first + months - 1
  return first < FIRST_MONTH || last > LAST_MONTH ? undefined : { from: firstDayOf(first), to: endOfMonth(firstDayOf(last)) }
}

function firstDayOf(month: number): CalendarDate {
  const year = String(Math.floor(month / MONTHS_A_YEAR)).padStart(4, '0')
  return `${year}-${String((month % MONTHS_A_YEAR) + 1).padStart(2, '0')}-01`
}
