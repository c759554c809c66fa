import type { CalendarDate, Issue, Path } from '@clientele/core'
import {
  checkCalendarDate,
  checkChoice,
  checkDecimal,
  checkInteger,
  checkKeys,
  checkList,
  checkRecord,
  createIssue,
  isRecord,
  ownValue,
  readOptions,
} from '@clientele/core/checks'
import { readZone, type Zone } from '@clientele/core/clocks'
import { parseDay } from '@clientele/core/days'
import { Decimal } from '@clientele/core/decimal'
import { type ReadCurve, readCurve } from '../curves/readCurve.js'
import { type ReadCurrencyRates, readCurrencyRates } from '../money/readCurrencyRates.js'
import type { ReadPipeline } from '../pipeline/readPipeline.js'
import { readDate } from '../stageLog/readDate.js'
import { readSettings, SETTINGS } from './readSettings.js'
import type { ForecastOptions, SalesForecast } from './types.js'

/** A period as days since 1970-01-01. */
export interface ReadPeriod {
  readonly from: number
  readonly to: number
}

/** What decides what is expected, whichever periods are asked for. */
export interface ForecastBasis {
  readonly method: SalesForecast['method']
  readonly settings: SalesForecast['settings']
  readonly rates: ReadCurrencyRates | null
  readonly seed: number
  readonly spread: Decimal
}

/** How sales are forecast, once nothing is wrong with it. */
export interface ReadForecastOptions extends ForecastBasis {
  readonly asOf: CalendarDate
  /** `asOf` as days since 1970-01-01. */
  readonly lastDay: number
  readonly zone: Zone
  readonly periods: readonly ReadPeriod[]
  /** Of each period, null for none. */
  readonly targets: readonly (Decimal | null)[]
  /** Those of the stages of the pipeline that have one; null: to be taken from the log. */
  readonly curves: ReadonlyMap<string, ReadCurve> | null
  readonly detail: ForecastOptions['detail'] | null
  readonly invalid: 'throw' | 'collect'
}

/** What forecasts and backtests alike take. */
export const BASIS_KEYS: readonly string[] = ['zone', 'method', 'currencyRates', 'seed', 'spread', 'invalid', ...SETTINGS]

/** With newDeals every day up to the end of a period is gone through. */
const MOST_DAYS_AHEAD = 3660
const MOST_SEED = 0xffff_ffff
const MOST_SPREAD = 1000
const KEYS = ['asOf', 'periods', 'target', 'curves', 'detail', ...BASIS_KEYS]

/** Reads the options, or adds issues and returns undefined. */
export function readForecastOptions(options: unknown, pipeline: ReadPipeline | undefined, issues: Issue[]): ReadForecastOptions | undefined {
  const before = issues.length
  const invalid = readOptions(options, KEYS, issues)
  if (!isRecord(options)) return undefined
  const { asOf, zone: zoneName = 'UTC', periods, target, curves, detail } = { ...options }
  checkCalendarDate(asOf, ['options', 'asOf'], issues)
  const zone = readZone(zoneName, ['options', 'zone'], issues)
  const basis = readBasis({ ...options }, ownValue(options, 'method'), issues)
  const lastDay = parseDay(asOf)
  const latest = basis?.settings.newDeals === 'history' ? lastDay + MOST_DAYS_AHEAD : null
  const ranges = readPeriods(periods, latest, issues)
  const targets = readTargets(target, ranges.length, issues)
  const read = curves === undefined ? null : readCurves(curves, pipeline, issues)
  if (detail !== undefined) checkChoice(detail, ['deals', 'distribution'], ['options', 'detail'], issues)
  if (issues.length > before || zone === undefined || basis === undefined) return undefined
  return {
    ...basis,
    asOf: asOf as CalendarDate,
    lastDay,
    zone,
    periods: ranges as ReadPeriod[],
    targets,
    curves: read,
    detail: (detail as ForecastOptions['detail']) ?? null,
    invalid,
  }
}

/** Reads what forecasts and backtests alike take, but for the zone; or adds issues and returns undefined. */
export function readBasis(
  stated: { readonly [key: string]: unknown },
  method: unknown,
  issues: Issue[],
  usual?: SalesForecast['settings'],
): ForecastBasis | undefined {
  const { currencyRates, seed = 1, spread = 1 } = stated
  const isMethod = checkChoice(method, ['stage', 'age'], ['options', 'method'], issues)
  const settings = readSettings(stated, isMethod ? method : 'age', issues, usual)
  const rates = currencyRates === undefined ? null : readCurrencyRates(currencyRates, ['options', 'currencyRates'], issues)
  const isSeed = checkInteger(seed, ['options', 'seed'], issues, { minimum: 0, maximum: MOST_SEED })
  const isSpread = checkSpread(spread, issues)
  if (!isMethod || settings === undefined || rates === undefined || !isSeed || !isSpread) return undefined
  return { method, settings, rates, seed, spread: new Decimal(spread) }
}

function checkSpread(spread: unknown, issues: Issue[]): spread is number {
  const path = ['options', 'spread']
  const read = typeof spread === 'number' ? checkDecimal(spread, path, issues) : checkDecimal(Number.NaN, path, issues)
  if (read === undefined) return false
  if (read.gt(0) && read.lte(MOST_SPREAD)) return true
  issues.push(createIssue('out-of-range', path, { minimum: '0', maximum: String(MOST_SPREAD), actual: String(spread) }))
  return false
}

function readPeriods(value: unknown, latest: number | null, issues: Issue[]): (ReadPeriod | undefined)[] {
  const path = ['options', 'periods']
  if (!checkList(value, path, issues)) return []
  return Array.from(value, (period, index) => {
    const read = readForecastPeriod(period, [...path, index], issues)
    if (read !== undefined && latest !== null && read.to > latest) {
      const maximum = `asOf + P${MOST_DAYS_AHEAD}D`
      issues.push(createIssue('too-large', [...path, index, 'to'], { maximum, actual: String(ownValue(period as object as Stated, 'to')) }))
    }
    return read
  })
}

type Stated = { readonly [key: string]: unknown }

/** Reads a period, or adds issues and returns undefined. */
export function readForecastPeriod(value: unknown, path: Path, issues: Issue[]): ReadPeriod | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  checkKeys(value, ['from', 'to'], path, issues)
  const [first, last] = [ownValue(value, 'from'), ownValue(value, 'to')]
  const from = readDate(first, [...path, 'from'], issues)
  const to = readDate(last, [...path, 'to'], issues)
  if (from === undefined || to === undefined) return undefined
  if (to < from) issues.push(createIssue('too-small', [...path, 'to'], { minimum: first as CalendarDate, actual: last as CalendarDate }))
  return { from, to }
}

function readTargets(value: unknown, count: number, issues: Issue[]): (Decimal | null)[] {
  const path = ['options', 'target']
  if (value === undefined) return Array.from({ length: count }, () => null)
  if (!Array.isArray(value)) {
    const target = checkDecimal(value, path, issues, { minimum: '0' }) ?? null
    return Array.from({ length: count }, () => target)
  }
  if (value.length !== count) issues.push(createIssue('wrong-length', path, { expected: count, actual: value.length }))
  return Array.from(value, (target: unknown, index) => {
    return target === null ? null : (checkDecimal(target, [...path, index], issues, { minimum: '0' }) ?? null)
  })
}

/** Of curves of other stages only that they may be some is checked. */
function readCurves(value: unknown, pipeline: ReadPipeline | undefined, issues: Issue[]): ReadonlyMap<string, ReadCurve> {
  const path = ['options', 'curves']
  const curves = new Map<string, ReadCurve>()
  if (!checkRecord(value, path, issues)) return curves
  for (const [stage, stated] of Object.entries(value)) {
    const isStage = pipeline?.stages.some(({ id }) => id === stage) ?? false
    const curve = isStage ? readCurve(stated, [...path, stage], issues) : undefined
    if (curve !== undefined) curves.set(stage, curve)
    else if (!isStage) checkRecord(stated, [...path, stage], issues)
  }
  return curves
}
