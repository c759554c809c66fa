import type { InvalidRows, Issue, Path } from '@clientele/core'
import { checkCalendarDate, checkKeys, checkRecord, isRecord, readOptions } from '@clientele/core/checks'
import { type Instant, instantOf, readMoment, readZone, startOfLocalDay, type Zone } from '@clientele/core/clocks'
import { parseDay } from '@clientele/core/days'
import { readPeriods } from '../periods/readPeriods.js'
import type { Periods } from '../periods/types.js'

/** How steps are counted, read, but for which they are; null stands for what was not asked for. */
export interface ReadStepOptions {
  /** The first moment that is not looked at any more. */
  readonly end: Instant | null
  /** Up to when is looked, as stated. */
  readonly asOf: string | null
  readonly cohorts: Periods | null
  readonly zone: Zone
  readonly invalid: InvalidRows
}

const KEYS = ['asOf', 'cohorts', 'zone', 'invalid']
/** What is so short, is meant to be a date. */
const DATE = /^[^T]{0,10}$/

/** Reads options that may have some more keys, or adds issues and returns undefined. */
export function readStepOptions(options: unknown, moreKeys: readonly string[], issues: Issue[]): ReadStepOptions | undefined {
  const before = issues.length
  const invalid = readOptions(options, [...moreKeys, ...KEYS], issues)
  if (!isRecord(options)) return undefined
  const { asOf, cohorts, zone = 'UTC' } = { ...options }
  const periods = cohorts === undefined ? null : readCohorts(cohorts, ['options', 'cohorts'], issues)
  const read = readZone(zone, ['options', 'zone'], issues)
  const end = asOf === undefined ? null : readEnd(asOf, read, ['options', 'asOf'], issues)
  if (end === undefined || periods === undefined || read === undefined || issues.length > before) return undefined
  return { end, asOf: (asOf as string | undefined) ?? null, cohorts: periods, zone: read, invalid }
}

function readCohorts(value: unknown, path: Path, issues: Issue[]): Periods | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  checkKeys(value, ['by', 'fiscalYearStart'], path, issues)
  return readPeriods({ ...value }, path, issues)
}

/** The moment right after a moment, which is to the nanosecond, or after the whole of a date in a zone; undefined where that is none. */
function readEnd(value: unknown, zone: Zone | undefined, path: Path, issues: Issue[]): Instant | undefined {
  const day = parseDay(value)
  if (!Number.isNaN(day)) return zone && instantOf(startOfLocalDay(zone, day + 1), 0)
  if (typeof value === 'string' && DATE.test(value)) {
    checkCalendarDate(value, path, issues)
    return undefined
  }
  const moment = readMoment(value, path, issues)
  return moment === undefined ? undefined : moment + 1n
}
