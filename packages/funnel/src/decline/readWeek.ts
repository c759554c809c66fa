import type { CalendarDate, Issue, Path } from '@clientele/core'
import { checkCalendarDate, checkInteger, checkText, createIssue, describeValue, reportType } from '@clientele/core/checks'
import { civilDate, dayOf, formatDay, parseDay, weekdayOf } from '@clientele/core/days'

/** How weeks are written, each with an example. */
export const WEEK_FORMS = { week: '"2024-W05"', date: '"2024-01-29"', number: '5' } as const

/** A week, and its place among all. */
export interface ReadWeek {
  readonly form: keyof typeof WEEK_FORMS
  /** The next week is one more. */
  readonly place: number
}

const DAYS = 7
const ISO_WEEK = /^(\d{4})-W(\d{2})$/

/** A Monday, as days since 1970-01-01. */
const MONDAY = -3

/** Reads a week, or adds an issue and returns undefined. */
export function readWeek(value: unknown, path: Path, issues: Issue[]): ReadWeek | undefined {
  if (typeof value === 'number') return checkInteger(value, path, issues) ? { form: 'number', place: value + 0 } : undefined
  if (typeof value !== 'string') {
    reportType(value, path, issues, 'string-or-number')
    return undefined
  }
  if (!checkText(value, path, issues)) return undefined
  if (value.includes('W')) {
    const monday = mondayOf(value)
    if (monday === undefined) issues.push(createIssue('unreadable', path, { expected: WEEK_FORMS.week, actual: describeValue(value) }))
    return monday === undefined ? undefined : { form: 'week', place: placeOf(monday) }
  }
  return checkCalendarDate(value, path, issues) === undefined ? undefined : { form: 'date', place: placeOf(parseDay(value)) }
}

/** A week as it was given, of dates the Monday. */
export function shownWeek({ form, place }: ReadWeek): string | number {
  if (form === 'number') return place
  const monday = place * DAYS + MONDAY
  if (form === 'date') return formatDay(monday) as CalendarDate
  // The year of a week is that of its Thursday: ISO 8601.
  const { year } = civilDate(monday + 3)
  const number = (monday - firstMonday(year)) / DAYS + 1
  return `${String(year).padStart(4, '0')}-W${String(number).padStart(2, '0')}`
}

/** The Monday of a week of ISO 8601, or undefined where there is no such week. */
function mondayOf(text: string): number | undefined {
  const match = ISO_WEEK.exec(text)
  if (match === null) return undefined
  const [year, number] = [Number(match[1]), Number(match[2])]
  if (year < 1 || number < 1) return undefined
  const monday = firstMonday(year) + (number - 1) * DAYS
  return monday < firstMonday(year + 1) ? monday : undefined
}

/** The Monday of the week that has the fourth of January. */
function firstMonday(year: number): number {
  const fourth = dayOf(year, 1, 4)
  return fourth - weekdayOf(fourth) + 1
}

function placeOf(day: number): number {
  return Math.floor((day - MONDAY) / DAYS)
}
