import type { CalendarDate, Issue } from '@clientele/core'
import { type CalendarDuration, checkList, checkUnique, createIssue, isRecord, readDuration, readOptions } from '@clientele/core/checks'
import { readZone, type Zone } from '@clientele/core/clocks'
import { formatDay, LAST_DAY } from '@clientele/core/days'
import { addDuration } from '../periods/addDuration.js'
import { readDate } from '../stageLog/readDate.js'
import { BASIS_KEYS, type ForecastBasis, readBasis } from './readForecastOptions.js'
import type { SalesForecast } from './types.js'

/** A day on which a forecast is made, and the period that it is made for. */
export interface ReadCutoff {
  readonly asOf: CalendarDate
  readonly lastDay: number
  readonly from: number
  readonly to: number
}

/** How forecasts of the past are made, once nothing is wrong with it. */
export interface ReadBacktestOptions extends ForecastBasis {
  /** Ascending. */
  readonly cutoffs: readonly ReadCutoff[]
  readonly horizon: string
  /** Until when the log was kept; null: nobody says. */
  readonly through: number | null
  readonly zone: Zone
  readonly invalid: 'throw' | 'collect'
}

/** What came is compared with what all that history tells led one to expect. */
const USUAL: SalesForecast['settings'] = {
  placement: 'expected',
  newDeals: 'history',
  missingAmounts: 'history',
  season: 'month-of-quarter',
  minimumSample: 1,
}
const KEYS = ['cutoffs', 'horizon', 'through', ...BASIS_KEYS]
const MOST_DAYS_AHEAD = 3660

/** Reads the options of a backtest, or adds issues and returns undefined. */
export function readBacktestOptions(options: unknown, issues: Issue[]): ReadBacktestOptions | undefined {
  const before = issues.length
  const invalid = readOptions(options, KEYS, issues)
  if (!isRecord(options)) return undefined
  const { cutoffs, horizon, through, zone: zoneName = 'UTC', method = 'age' } = { ...options }
  const days = readCutoffs(cutoffs, issues)
  const ahead = readDuration(horizon, ['options', 'horizon'], issues)
  const lastKept = through === undefined ? null : readDate(through, ['options', 'through'], issues)
  const zone = readZone(zoneName, ['options', 'zone'], issues)
  const basis = readBasis({ ...options }, method, issues, USUAL)
  if (ahead !== undefined) checkHorizon(days, ahead, issues)
  if (issues.length > before || zone === undefined || basis === undefined || ahead === undefined || lastKept === undefined) return undefined
  return {
    ...basis,
    cutoffs: days.sort((one, other) => one - other).map((day) => composeCutoff(day, ahead)),
    horizon: horizon as string,
    through: lastKept,
    zone,
    invalid,
  }
}

function readCutoffs(value: unknown, issues: Issue[]): number[] {
  const path = ['options', 'cutoffs']
  if (!checkList(value, path, issues, { filled: true })) return []
  const days = Array.from(value, (cutoff, index) => readDate(cutoff, [...path, index], issues))
  const texts = days.map((day) => (day === undefined ? undefined : formatDay(day)))
  checkUnique(texts, (index) => [...path, index], issues)
  return days.flatMap((day) => (day === undefined ? [] : [day]))
}

/** A horizon has a day at least, and ends where the calendar does, or what it takes to go through its days. */
function checkHorizon(days: readonly number[], { months, days: ahead }: CalendarDuration, issues: Issue[]): void {
  const path = ['options', 'horizon']
  if (months === 0 && ahead === 0) issues.push(createIssue('not-above', path, { bound: 'P0D', actual: 'P0D' }))
  const room = days.reduce((least, day) => Math.min(least, LAST_DAY - day), MOST_DAYS_AHEAD)
  const longest = days.reduce((most, day) => Math.max(most, addDuration(day, { months, days: ahead }) - day), 0)
  if (longest > room)
    issues.push(createIssue('too-large', path, { maximum: `P${room}D`, actual: longest === Number.POSITIVE_INFINITY ? '∞' : `P${longest}D` }))
}

function composeCutoff(lastDay: number, ahead: CalendarDuration): ReadCutoff {
  return { asOf: formatDay(lastDay) as CalendarDate, lastDay, from: lastDay + 1, to: addDuration(lastDay, ahead) }
}
