import { addDays } from 'date-fns/addDays'
import { addMonths } from 'date-fns/addMonths'
import { formatCalendarDate, parseCalendarDate } from '../dates/calendar.js'
import type { CalendarDate } from '../types.js'

/** A duration in calendar units. */
export interface CalendarDuration {
  readonly months: number
  readonly days: number
}

/** How many of each calendar unit a duration is written with. */
export interface DurationParts {
  readonly years: number
  readonly months: number
  readonly weeks: number
  readonly days: number
}

const DURATION = /^P(?=\d)(?:(\d{1,5})Y)?(?:(\d{1,6})M)?(?:(\d{1,7})W)?(?:(\d{1,7})D)?$/
const FIRST_DATE = '0001-01-01'

/** Reads an ISO 8601 duration in years, months, weeks and days, or returns undefined. */
export function parseDuration(value: unknown): CalendarDuration | undefined {
  const parts = readDurationParts(value)
  return parts === undefined ? undefined : { months: parts.years * 12 + parts.months, days: parts.weeks * 7 + parts.days }
}

/** Reads an ISO 8601 duration as it is written, or returns undefined. */
export function readDurationParts(value: unknown): DurationParts | undefined {
  const match = typeof value === 'string' ? DURATION.exec(value) : null
  if (match === null) return undefined
  const [years, months, weeks, days] = match.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number]
  return { years, months, weeks, days }
}

/** The date a duration before another, the months taken first; the calendar's first day where it would lie before that. */
export function dateBefore(date: CalendarDate, { months, days }: CalendarDuration): CalendarDate {
  const start = parseCalendarDate(date) as Date
  return formatCalendarDate(addDays(addMonths(start, -months), -days)) ?? FIRST_DATE
}
