import { civilDate, dayOf, daysInMonth } from '@clientele/core/days'
import { divideRounded } from '../money/divideRounded.js'
import type { ReadItem } from '../receivables/readOpenItem.js'
import { type BalancePeriod, balancePeriods } from './balancePeriods.js'
import type { PreparedRate, PreparedStep } from './prepared.js'

/** Days on end with one balance, one rate and one length of the year; days are since 1970-01-01. */
export interface AccruedSpan {
  readonly from: number
  /** The last day. */
  readonly to: number
  readonly days: number
  /** Minor units, above 0. */
  readonly balance: bigint
  readonly step: PreparedStep
  readonly daysInYear: number
}

/** The interest that an item bears up to a day. */
export interface Accrued {
  /** Minor units, rounded. */
  readonly interest: bigint
  /** By date; days on which nothing was owed are in none. */
  readonly spans: readonly AccruedSpan[]
  /** Days in the spans that lie before the first step of the rate. */
  readonly daysBeforeFirstRate: number
}

type DaysInYear = PreparedRate['daysInYear']

/** Years on end that are equally long. */
interface Years {
  readonly daysInYear: number
  /** The last day. */
  readonly to: number
}

/** The interest that an item bears from the day after its due date to `asOf`; what settles it on `asOf` or later changes nothing. */
export function accrueInterest(item: ReadItem, rate: PreparedRate, asOf: number): Accrued {
  const periods = balancePeriods(item, asOf)
  const steps = stepsFor(item.due + 1, rate)
  const spans: AccruedSpan[] = []
  for (const period of periods) addSpans(period, steps, rate.daysInYear, spans)
  const interest = rate.rounding === 'total' ? roundedTotal(spans, rate) : spans.reduce((sum, span) => sum + roundedInterest(span, rate), 0n)
  const daysBeforeFirstRate = periods.reduce((days, { from, to }) => days + Math.max(0, Math.min(to + 1, rate.firstDay) - from), 0)
  return { interest, spans, daysBeforeFirstRate }
}

/** The interest of a span in minor units, where each span or each day is rounded. */
export function roundedInterest({ balance, step, days, daysInYear }: AccruedSpan, { whole, rounding }: PreparedRate): bigint {
  const year = whole * BigInt(daysInYear)
  const ofDay = balance * step.charged
  return rounding === 'day' ? divideRounded(ofDay, year, 'half-up') * BigInt(days) : divideRounded(ofDay * BigInt(days), year, 'half-up')
}

/** The interest of all spans in minor units, rounded once. */
function roundedTotal(spans: readonly AccruedSpan[], { whole, daysInYear }: PreparedRate): bigint {
  const commonYear = daysInYear === 'actual' ? 365 * 366 : daysInYear
  const sum = spans.reduce((total, span) => total + span.balance * span.step.charged * BigInt(span.days * (commonYear / span.daysInYear)), 0n)
  return divideRounded(sum, whole * BigInt(commonYear), 'half-up')
}

/** The steps that hold for an item whose first day of interest is given. */
function stepsFor(day: number, { steps, stepsApply, firstDay }: PreparedRate): readonly PreparedStep[] {
  if (stepsApply === 'each-day') return steps
  const lasting = stepAt(stepOn(Math.max(day, firstDay), steps), steps)
  return day < firstDay ? [stepAt(0, steps), lasting] : [lasting]
}

/** Cuts a period where the rate or the length of the year changes. */
function addSpans({ from, to, balance }: BalancePeriod, steps: readonly PreparedStep[], daysInYear: DaysInYear, spans: AccruedSpan[]): void {
  let index = stepOn(from, steps)
  let years = yearsFrom(from, daysInYear)
  let start = from
  while (start <= to) {
    const step = stepAt(index, steps)
    const stepEnd = (steps[index + 1]?.from ?? Number.POSITIVE_INFINITY) - 1
    const end = Math.min(to, stepEnd, years.to)
    spans.push({ from: start, to: end, days: end - start + 1, balance, step, daysInYear: years.daysInYear })
    start = end + 1
    if (end === stepEnd) index++
    if (end === years.to) years = yearsFrom(start, daysInYear)
  }
}

/** Finds the last step that begins on a day or before it, by bisection; the first one holds before the others. */
function stepOn(day: number, steps: readonly PreparedStep[]): number {
  let low = 0
  let high = steps.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (stepAt(middle, steps).from <= day) low = middle
    else high = middle
  }
  return low
}

/** A step at an index that it has. */
function stepAt(index: number, steps: readonly PreparedStep[]): PreparedStep {
  return steps[index] as PreparedStep
}

function yearsFrom(day: number, daysInYear: DaysInYear): Years {
  if (daysInYear !== 'actual') return { daysInYear, to: Number.POSITIVE_INFINITY }
  const { year } = civilDate(day)
  let next = year + 1
  while (isLeapYear(next) === isLeapYear(year)) next++
  return { daysInYear: isLeapYear(year) ? 366 : 365, to: dayOf(next, 1, 1) - 1 }
}

function isLeapYear(year: number): boolean {
  return daysInMonth(year, 2) === 29
}
