import type { InvalidRows, Issue } from '@clientele/core'
import { checkChoice, checkInteger, createIssue, isRecord, readOptions } from '@clientele/core/checks'
import { civilDate, dayOf } from '@clientele/core/days'
import { readDay } from '../dates/readDay.js'
import type { SalesWindow } from './types.js'

/** Over which months sales are averaged, checked and read; days since 1970-01-01. */
export interface ReadSalesWindow {
  readonly months: number
  readonly asOf: number
  readonly window: SalesWindow
  /** The first and the last day of these months. */
  readonly from: number
  readonly to: number
  readonly invalid: InvalidRows
}

const MOST_MONTHS = 1200
const MONTHS_A_YEAR = 12
/** The first day with a whole month before its own. */
const SECOND_MONTH = '0001-02-01'

/** Checks and reads the options, or adds issues and returns undefined. */
export function readSalesWindow(value: unknown, issues: Issue[]): ReadSalesWindow | undefined {
  const before = issues.length
  const invalid = readOptions(value, ['months', 'asOf', 'window', 'invalid'], issues)
  if (!isRecord(value)) return undefined
  const { months, asOf: given, window = 'before' } = { ...value }
  const isCounted = checkInteger(months, ['options', 'months'], issues, { minimum: 1, maximum: MOST_MONTHS })
  const asOf = readDay(given, ['options', 'asOf'], issues)
  const isKnown = checkChoice<SalesWindow>(window, ['before', 'ending-with'], ['options', 'window'], issues)
  if (!isCounted || asOf === undefined || !isKnown || issues.length > before) return undefined
  const last = lastMonth(asOf, window)
  if (last === 0) {
    issues.push(createIssue('too-small', ['options', 'asOf'], { minimum: SECOND_MONTH, actual: given as string }))
    return undefined
  }
  if (months > last) {
    issues.push(createIssue('too-large', ['options', 'months'], { maximum: String(last), actual: String(months) }))
    return undefined
  }
  return { months, asOf, window, from: firstDay(last - months), to: firstDay(last) - 1, invalid }
}

/** How many months the calendar has up to the last one that counts. */
function lastMonth(asOf: number, window: SalesWindow): number {
  const { year, month } = civilDate(asOf)
  const through = (year - 1) * MONTHS_A_YEAR + month
  return window === 'before' ? through - 1 : through
}

/** The first day of the month before which the calendar has so many. */
function firstDay(months: number): number {
  return dayOf(Math.floor(months / MONTHS_A_YEAR) + 1, (months % MONTHS_A_YEAR) + 1, 1)
}
