import type { CalendarDate } from '@clientele/core'
import { civilDate, dayOf, formatDay } from '@clientele/core/days'
import type { CalendarPeriod, RetentionPeriod } from './types.js'

const MONTHS_A_YEAR = 12
const DAYS_A_WEEK = 7

/** How many months a period has that is not a week. */
const MONTHS: { readonly [Period in Exclude<RetentionPeriod, 'week'>]: number } = { month: 1, quarter: 3, year: MONTHS_A_YEAR }

/** 1970-01-01 is a Thursday, so many days after its Monday. */
const THURSDAY = 3

/** The number of the period that a day is in: one more for each period. */
export function periodNumber(day: number, basis: RetentionPeriod): number {
  if (basis === 'week') return Math.floor((day + THURSDAY) / DAYS_A_WEEK)
  const { year, month } = civilDate(day)
  return Math.floor((year * MONTHS_A_YEAR + month - 1) / MONTHS[basis])
}

/** The first day of a period. */
export function firstDayOf(number: number, basis: RetentionPeriod): number {
  if (basis === 'week') return number * DAYS_A_WEEK - THURSDAY
  const months = number * MONTHS[basis]
  return dayOf(Math.floor(months / MONTHS_A_YEAR), (months % MONTHS_A_YEAR) + 1, 1)
}

/** What a period is called. */
export function periodName(number: number, basis: RetentionPeriod): string {
  const first = firstDayOf(number, basis)
  if (basis === 'week') return weekName(first + THURSDAY)
  const { year, month } = civilDate(first)
  const yearText = String(year).padStart(4, '0')
  if (basis === 'year') return yearText
  return basis === 'quarter' ? `${yearText}-Q${(month - 1) / MONTHS.quarter + 1}` : `${yearText}-${inTwoDigits(month)}`
}

/** A week belongs to the year of its Thursday (ISO 8601-1:2019, 3.1.1). */
function weekName(thursday: number): string {
  const { year } = civilDate(thursday)
  const week = Math.floor((thursday - dayOf(year, 1, 1)) / DAYS_A_WEEK) + 1
  return `${String(year).padStart(4, '0')}-W${inTwoDigits(week)}`
}

function inTwoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

/** A period that ends by 9999-12-31. */
export function calendarPeriod(number: number, basis: RetentionPeriod): CalendarPeriod {
  return {
    period: periodName(number, basis),
    from: formatDay(firstDayOf(number, basis)) as CalendarDate,
    to: formatDay(firstDayOf(number + 1, basis) - 1) as CalendarDate,
  }
}
