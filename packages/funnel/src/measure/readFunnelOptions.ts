import type { CalendarDate, Issue, Path } from '@clientele/core'
import {
  checkCalendarDate,
  checkChoice,
  checkKeys,
  checkRecord,
  checkText,
  createIssue,
  isRecord,
  readDuration,
  readOptions,
} from '@clientele/core/checks'
import { readZone, type Zone } from '@clientele/core/clocks'
import { FIRST_DAY, formatDay, LAST_DAY, parseDay } from '@clientele/core/days'
import { type ReadCurrencyRates, readCurrencyRates } from '../money/readCurrencyRates.js'
import { readPeriods } from '../periods/readPeriods.js'
import { readDate } from '../stageLog/readDate.js'
import type { ReadCohorts } from './composeCohorts.js'

/** Between which days deals entered, both included. */
export interface ReadRange {
  readonly from: number
  readonly to: number
}

/** Whether a day is in a range. */
export function isWithin(day: number, { from, to }: ReadRange): boolean {
  return day >= from && day <= to
}

/** A range as results tell it, from the calendar's first day to its last where nothing bounds it. */
export function shownRange({ from, to }: ReadRange): { readonly from: CalendarDate; readonly to: CalendarDate } {
  return { from: formatDay(from) as CalendarDate, to: formatDay(to) as CalendarDate }
}

/** How a funnel is measured, read; null stands for what was not asked for. */
export interface ReadFunnelOptions {
  readonly asOf: CalendarDate
  /** The same as days since 1970-01-01. */
  readonly lastDay: number
  readonly zone: Zone
  readonly entered: ReadRange | null
  readonly by: string | null
  readonly rates: ReadCurrencyRates | null
  readonly cohorts: ReadCohorts | null
  readonly listsDeals: boolean
  readonly invalid: 'throw' | 'collect'
}

const KEYS = ['asOf', 'zone', 'entered', 'by', 'currencyRates', 'cohorts', 'detail', 'invalid']

/** Reads the options, or adds issues and returns undefined. */
export function readFunnelOptions(options: unknown, issues: Issue[]): ReadFunnelOptions | undefined {
  const before = issues.length
  const invalid = readOptions(options, KEYS, issues)
  if (!isRecord(options)) return undefined
  const { asOf, zone: zoneName = 'UTC', entered, by, currencyRates, cohorts, detail } = { ...options }
  checkCalendarDate(asOf, ['options', 'asOf'], issues)
  const zone = readZone(zoneName, ['options', 'zone'], issues)
  if (by !== undefined) checkText(by, ['options', 'by'], issues)
  if (detail !== undefined) checkChoice(detail, ['deals'], ['options', 'detail'], issues)
  const range = readRange(entered, ['options', 'entered'], issues)
  const rates = currencyRates === undefined ? null : readCurrencyRates(currencyRates, ['options', 'currencyRates'], issues)
  const read = readCohorts(cohorts, ['options', 'cohorts'], issues)
  if (issues.length > before || zone === undefined || rates === undefined) return undefined
  const date = asOf as CalendarDate
  return {
    asOf: date,
    lastDay: parseDay(date),
    zone,
    entered: range,
    by: (by as string | undefined) ?? null,
    rates,
    cohorts: read,
    listsDeals: detail !== undefined,
    invalid,
  }
}

/** Reads a range of dates, where there is one. */
export function readRange(value: unknown, path: Path, issues: Issue[]): ReadRange | null {
  if (value === undefined || !checkRecord(value, path, issues)) return null
  checkKeys(value, ['from', 'to'], path, issues)
  const { from, to } = { ...value }
  const first = from === undefined ? FIRST_DAY : readDate(from, [...path, 'from'], issues)
  const last = to === undefined ? LAST_DAY : readDate(to, [...path, 'to'], issues)
  if (first === undefined || last === undefined) return null
  if (last < first) issues.push(createIssue('too-small', [...path, 'to'], { minimum: from as CalendarDate, actual: to as CalendarDate }))
  return { from: first, to: last }
}

/** Reads by which periods cohorts are told apart, where they are. */
export function readCohorts(value: unknown, path: Path, issues: Issue[]): ReadCohorts | null {
  if (value === undefined || !checkRecord(value, path, issues)) return null
  checkKeys(value, ['by', 'fiscalYearStart', 'matureAfter'], path, issues)
  const { matureAfter, ...record } = { ...value }
  const periods = readPeriods(record, path, issues)
  const duration = matureAfter === undefined ? null : readDuration(matureAfter, [...path, 'matureAfter'], issues)
  return periods === undefined || duration === undefined ? null : { ...periods, matureAfter: duration }
}
