import type { RejectedRow } from '@clientele/core'
import { NORMAL_95 } from '../numbers/wilson.js'
import { competingRisks } from './competingRisks.js'
import type { ReadCurveOptions } from './readCurveOptions.js'
import type { ReadWatchedDeal } from './readWatchedDeal.js'
import type { ConversionCurve, CurveDiagnosis } from './types.js'

/** Deals as columns: how long each was watched, how it ended, and since when. */
interface Watch {
  readonly days: Int32Array
  readonly outcomes: Uint8Array
  readonly since: Int32Array
  readonly counts: Readonly<Record<Exclude<CurveDiagnosis['code'], 'risk-set-used-up' | 'rejected'>, number>>
}

const HALF = 0.5
/** Shares are sums that rounding may leave a little below a half. */
const ROUNDING = 1e-9
const OPEN = 0
const WON = 1
const LOST = 2

/** Makes the curve of deals as they stood at the end of the last day. */
export function composeCurve(
  deals: readonly Omit<ReadWatchedDeal, 'deal'>[],
  { asOf, lastDay, method }: Pick<ReadCurveOptions, 'asOf' | 'lastDay' | 'method'>,
  rejected: readonly RejectedRow[],
): ConversionCurve {
  const { counts, ...watch } = watchDeals(deals, lastDay, method === 'aalen-johansen')
  const { times, atRisk, won, lost, open, standardErrors, throughDays, latecomers } = competingRisks(watch)
  const half = won.findIndex((share) => share >= HALF - ROUNDING)
  return {
    asOf,
    method,
    deals: watch.days.length,
    times,
    atRisk,
    won,
    lost,
    open,
    standardErrors,
    intervals: won.map((share, index) => intervalOf(share, standardErrors[index] as number)),
    median: times[half] ?? null,
    throughDays,
    diagnoses: diagnose({ ...counts, 'risk-set-used-up': latecomers, rejected: rejected.length }),
    rejected,
  }
}

function watchDeals(deals: readonly Omit<ReadWatchedDeal, 'deal'>[], lastDay: number, lostCompete: boolean): Watch {
  const days = new Int32Array(deals.length)
  const outcomes = new Uint8Array(deals.length)
  const since = new Int32Array(deals.length)
  const counts = { 'entered-later': 0, 'never-watched': 0, 'closed-later': 0 }
  let rows = 0
  for (const { entered, left, outcome, from } of deals) {
    const end = left === null ? lastDay : Math.min(left, lastDay)
    const late = from === null ? 0 : from - entered
    if (entered > lastDay) counts['entered-later'] += 1
    else if (late > 0 && late >= end - entered) counts['never-watched'] += 1
    else {
      const isLater = outcome !== 'open' && left !== null && left > lastDay
      if (isLater) counts['closed-later'] += 1
      days[rows] = end - entered
      outcomes[rows] = isLater ? OPEN : codeOf(outcome, lostCompete)
      since[rows] = late
      rows += 1
    }
  }
  return { days: days.subarray(0, rows), outcomes: outcomes.subarray(0, rows), since: since.subarray(0, rows), counts }
}

function codeOf(outcome: ReadWatchedDeal['outcome'], lostCompete: boolean): number {
  if (outcome === 'won') return WON
  return outcome === 'lost' && lostCompete ? LOST : OPEN
}

/** Of a share whose double logarithm is about normal, so that the interval stays within 0 to 1. */
function intervalOf(share: number, standardError: number): readonly [low: number, high: number] | null {
  if (share <= 0 || share >= 1 || standardError === 0) return null
  const logarithm = Math.log1p(-share)
  const spread = (NORMAL_95 * standardError) / ((share - 1) * logarithm)
  return [-Math.expm1(Math.exp(-spread) * logarithm), -Math.expm1(Math.exp(spread) * logarithm)]
}

function diagnose(counts: Readonly<Record<CurveDiagnosis['code'], number>>): CurveDiagnosis[] {
  return (Object.keys(counts) as CurveDiagnosis['code'][]).flatMap((code) => {
    return counts[code] === 0 ? [] : [{ code, params: { count: counts[code] } }]
  })
}
