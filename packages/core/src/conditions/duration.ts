import { addDays } from 'date-fns/addDays'
import { addMonths } from 'date-fns/addMonths'
import { formatCalendarDate, parseCalendarDate } from '../dates/calendar.js'
import type { CalendarDate } from '../types.js'

/** A duration in calendar units. */
export interface CalendarDuration {
  readonly months: number
  readonly days: number
}

/** Days in a month of the Gregorian calendar on average: 400 years have 146,097 days. */
const DAYS_PER_MONTH = 146_097 / 4_800
/** Whole months differ from their average length by less than this many days, wherever they lie. */
const MOST_UNEVEN = 5
const DURATION = /^P(?=\d)(?:(\d{1,5})Y)?(?:(\d{1,6})M)?(?:(\d{1,7})W)?(?:(\d{1,7})D)?$/
const FIRST_DATE = '0001-01-01'

/** Reads an ISO 8601 duration in years, months, weeks and days, or returns undefined. */
export function parseDuration(value: unknown): CalendarDuration | undefined {
  const match = typeof value === 'string' ? DURATION.exec(value) : null
  if (match === null) return undefined
  const [years, months, weeks, days] = match.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number]
  return { months: years * 12 + months, days: weeks * 7 + days }
}

/** The date a duration before another, the months taken first; the calendar's first day where it would lie before that. */
export function dateBefore(date: CalendarDate, { months, days }: CalendarDuration): CalendarDate {
  const start = parseCalendarDate(date) as Date
  return formatCalendarDate(addDays(addMonths(start, -months), -days)) ?? FIRST_DATE
}

/**
 * Whether every date within the shorter duration before a day is within the longer one too, whichever the day; both are ISO 8601 texts.
 * Where months are near to days it says no although it may be so: `P1M` and `P28D`.
 */
export function durationCovers(longer: string, shorter: string): boolean {
  const long = parseDuration(longer)
  const short = parseDuration(shorter)
  if (long === undefined || short === undefined) return false
  if (long.months >= short.months && long.days >= short.days) return true
  return daysIn(long) - daysIn(short) >= 2 * MOST_UNEVEN
}

function daysIn({ months, days }: CalendarDuration): number {
  return months * DAYS_PER_MONTH + days
}
