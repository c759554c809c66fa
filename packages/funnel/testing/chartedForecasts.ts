import { addDecimals, compareDecimals, subtractDecimals } from '@clientele/core'
import type { Bottleneck, BottleneckRanking } from '../src/bottlenecks/types.js'
import type { BacktestRun, ForecastBacktest, ForecastDeal, PeriodForecast, SalesForecast } from '../src/forecast/types.js'
import type { CurrencyAmount } from '../src/money/types.js'
import { wilsonInterval } from '../src/numbers/wilson.js'

const settings = { placement: 'expected', newDeals: 'none', missingAmounts: 'none', season: 'none', minimumSample: 1 } as const
const policies = [{ kind: 'pipeline', id: 'sales', version: '1' }]

/** What comes in a period: won already, of open deals, and at least and at most; its target and how likely that is, if it has one. */
export type Outlook = readonly [won: string, open: string, low: string, high: string, target?: string, chance?: number]

/** A forecast of a period. */
export function periodOf([from, to]: readonly [from: string, to: string], [won, open, low, high, target, chance]: Outlook): PeriodForecast {
  const expected = addDecimals(won, open)
  return {
    from,
    to,
    won,
    open,
    newDeals: '0',
    expected,
    low,
    median: low,
    high,
    standardDeviation: 1,
    ...(target === undefined ? {} : { target, gap: subtractDecimals(target, expected) }),
    probabilityOfTarget: target === undefined ? null : (chance ?? 0),
    deals: 3,
    computed: 'exact',
  }
}

/** A forecast of such periods. */
export function forecastOf(periods: readonly PeriodForecast[], more: Partial<SalesForecast> = {}): SalesForecast {
  return {
    asOf: '2026-03-31',
    zone: 'UTC',
    method: 'stage',
    settings,
    spread: 1,
    currency: 'CNY',
    periods,
    unplaced: [],
    overdue: [],
    unknown: [],
    newDealsPerDay: null,
    seasonFactors: null,
    simulation: null,
    diagnoses: [],
    rejected: [],
    policies,
    ...more,
  }
}

/** An open deal of a stage. */
export function openDeal(deal: string, stage: string, expected: string | null): ForecastDeal {
  return { deal, stage, ageDays: 10, amount: '100', probability: 0.5, expected }
}

/** What was forecast, at least and at most, and what came. */
export type Came = readonly [expected: string, low: string, high: string, actual: string]

/** A backtest of forecasts as of such dates; of null nothing could be forecast, and 50 came. */
export function backtestOf(
  given: readonly (readonly [asOf: string, to: string, came: Came | null])[],
  more: Partial<ForecastBacktest> = {},
): ForecastBacktest {
  const runs = given.map(([asOf, to, came]): BacktestRun => {
    const [expected, low, high, actual] = came ?? [null, null, null, '50']
    const isForecast = expected !== null && low !== null && high !== null
    const from = new Date(Date.parse(asOf) + 86_400_000).toISOString().slice(0, 10)
    return {
      asOf,
      from,
      to,
      complete: true,
      expected,
      low,
      high,
      standardDeviation: isForecast ? 1 : null,
      actual,
      actualOfOpen: actual,
      error: isForecast && Number(actual) > 0 ? (Number(expected) - Number(actual)) / Number(actual) : null,
      covered: isForecast ? compareDecimals(low, actual) <= 0 && compareDecimals(actual, high) <= 0 : null,
      unknown: 0,
    }
  })
  const told = runs.filter(({ expected }) => expected !== null)
  const came = told.reduce((sum, { actual }) => sum + Number(actual), 0)
  const meanOf = (values: readonly number[]): number | null =>
    values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
  return {
    method: 'age',
    settings,
    horizon: 'P30D',
    testedSpread: 1,
    currency: 'CNY',
    runs,
    bias: came === 0 ? null : (told.reduce((sum, { expected }) => sum + Number(expected), 0) - came) / came,
    meanAbsolutePercentageError: meanOf(told.flatMap(({ error }) => (error === null ? [] : [Math.abs(error)]))),
    coverage: meanOf(told.map(({ covered }) => (covered === true ? 1 : 0))),
    spread: null,
    diagnoses: [],
    rejected: [],
    policies,
    ...more,
  }
}

/** A stage of which so many of 60 decided deals got on, half of them to be won, against a benchmark, and what that costs. */
export function bottleneckOf(stage: string, advanced: number, benchmark: number, lostValue: readonly CurrencyAmount[]): Bottleneck {
  const rate = advanced / 60
  const interval = wilsonInterval(advanced, 60) as readonly [number, number]
  return {
    stage,
    rate,
    benchmark,
    entered: 60,
    sample: 60,
    interval,
    pValue: 0.2,
    downstream: 0.5,
    lostDeals: (benchmark - rate) * 60 * 0.5,
    lostValue,
  }
}

/** A ranking of such bottlenecks. */
export function rankingOf(bottlenecks: readonly Bottleneck[], more: Partial<BottleneckRanking> = {}): BottleneckRanking {
  const isKnown = bottlenecks.some(({ lostValue }) => lostValue.length > 0)
  return { asOf: '2026-03-31', bottlenecks, met: [], insufficient: [], won: 20, wonWithAmount: isKnown ? 20 : 0, policies, ...more }
}
