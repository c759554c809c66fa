import type { CalendarDate, RejectedRow } from '@clientele/core'
import { formatDay } from '@clientele/core/days'
import { moneyText } from '../money/dealAmounts.js'
import type { ReadPipeline } from '../pipeline/readPipeline.js'
import type { LogForecast } from './forecastLog.js'
import type { PlacedDeal } from './placeDeals.js'
import type { ReadForecastOptions, ReadPeriod } from './readForecastOptions.js'
import type { ForecastDeal, ForecastDiagnosis, SalesForecast } from './types.js'

/** What is known of the log beside its deals. */
interface LogNotes {
  readonly later: number
  readonly rejected: readonly RejectedRow[]
}

/** Tells what is to be expected, and by what. */
export function composeForecast(
  forecast: LogForecast,
  pipeline: ReadPipeline,
  options: ReadForecastOptions,
  { later, rejected }: LogNotes,
): SalesForecast {
  const { open, currency, periods, season, newDealsPerDay } = forecast
  const { asOf, zone, method, settings, spread, seed, lastDay, detail } = options
  const show = (deal: PlacedDeal): ForecastDeal => showDeal(deal, pipeline, currency)
  const draws = periods.reduce((most, period) => Math.max(most, period.draws), 0)
  return {
    asOf,
    zone: zone.id,
    method,
    settings,
    spread: spread.toNumber(),
    currency,
    periods: periods.map(({ period }) => period),
    unplaced: open.filter(({ expected }) => expected === null).map((deal) => ({ ...show(deal), byCurve: isByCurve(deal) })),
    overdue: open.filter(({ expected }) => expected !== null && expected < lastDay).map(show),
    unknown: open.flatMap((deal) => (deal.unknown === null ? [] : [{ ...show(deal), reason: deal.unknown }])),
    ...(detail === 'deals' ? { deals: open.map(show) } : {}),
    newDealsPerDay,
    seasonFactors: season?.months ?? null,
    simulation: draws === 0 ? null : { seed, draws },
    diagnoses: diagnose(forecast, options, { later, rejected }),
    rejected,
    policies: [pipeline.policy],
  }
}

function isByCurve({ unknown, winningDays }: PlacedDeal): boolean {
  return unknown === null && winningDays !== null
}

function showDeal(
  { deal, stage, ageDays, amount, probability, expected }: PlacedDeal,
  pipeline: ReadPipeline,
  currency: string | null,
): ForecastDeal {
  return {
    deal,
    stage: pipeline.names[stage] as string,
    ageDays,
    amount: amount === null ? null : moneyText(amount, currency),
    probability: probability === null ? null : probability.toNumber(),
    expected: expected === null ? null : (formatDay(expected) as CalendarDate),
  }
}

function diagnose(forecast: LogForecast, { periods: ranges, settings }: ReadForecastOptions, { later, rejected }: LogNotes): ForecastDiagnosis[] {
  const { open, periods, season, newDealsPerDay, arrivals, decided } = forecast
  const lacking = (reason: PlacedDeal['unknown']): number => open.filter(({ unknown }) => unknown === reason).length
  const isOutside = ({ unknown, winningDays, expected }: PlacedDeal): boolean => {
    return unknown === null && winningDays === null && expected !== null && !ranges.some(({ from, to }) => expected >= from && expected <= to)
  }
  const counts: { readonly [code in ForecastDiagnosis['code']]: number | null } = {
    'later-changes': later || null,
    'outside-periods': open.filter(isOutside).length || null,
    'overlapping-periods': countOverlapping(ranges) || null,
    'won-without-amount': periods.reduce((sum, { wonWithoutAmount }) => sum + wonWithoutAmount, 0) || null,
    'without-amount': lacking('without-amount') || null,
    'without-win-percent': lacking('without-win-percent') || null,
    'insufficient-history': lacking('insufficient-history') || null,
    'amount-from-history': open.filter(({ unknown, amount }) => unknown === null && amount === null).length || null,
    'no-history-of-new-deals': settings.newDeals === 'history' && newDealsPerDay === null ? arrivals : null,
    'no-history-of-season': settings.season !== 'none' && season === null ? decided : null,
    rejected: rejected.length || null,
  }
  return (Object.keys(counts) as ForecastDiagnosis['code'][]).flatMap((code): ForecastDiagnosis[] => {
    const count = counts[code]
    return count === null ? [] : [{ code, params: { count } }]
  })
}

/** How many periods share a day with another one. */
function countOverlapping(periods: readonly ReadPeriod[]): number {
  const inOrder = [...periods].sort((one, other) => one.from - other.from)
  let [count, end] = [0, Number.NEGATIVE_INFINITY]
  for (const [place, { from, to }] of inOrder.entries()) {
    if (from <= end || (inOrder[place + 1]?.from ?? Number.POSITIVE_INFINITY) <= to) count += 1
    end = Math.max(end, to)
  }
  return count
}
