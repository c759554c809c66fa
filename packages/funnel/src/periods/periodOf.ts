import { civilDate, dayOf, FIRST_DAY, LAST_DAY, weekdayOf } from '@clientele/core/days'
import type { Periods } from './types.js'

const MONTHS_A_YEAR = 12
const DAYS_A_WEEK = 7
const MONTHS = { month: 1, quarter: 3, year: MONTHS_A_YEAR } as const

/** The first and the last day of the period that a day is in, as days since 1970-01-01; periods end where the calendar does. */
export function periodOf(day: number, { by, fiscalYearStart }: Periods): { readonly from: number; readonly to: number } {
  if (by === 'day') return { from: day, to: day }
  if (by === 'week') {
    const monday = day - weekdayOf(day) + 1
    return withinCalendar(monday, monday + DAYS_A_WEEK - 1)
  }
  const { year, month } = civilDate(day)
  const monthNumber = year * MONTHS_A_YEAR + month - 1
  const first = monthNumber - ((monthNumber - (fiscalYearStart - 1)) % MONTHS[by])
  return withinCalendar(firstDayOf(first), firstDayOf(first + MONTHS[by]) - 1)
}

function firstDayOf(monthNumber: number): number {
  return dayOf(Math.floor(monthNumber / MONTHS_A_YEAR), (monthNumber % MONTHS_A_YEAR) + 1, 1)
}

function withinCalendar(from: number, to: number): { readonly from: number; readonly to: number } {
  return { from: Math.max(from, FIRST_DAY), to: Math.min(to, LAST_DAY) }
}
