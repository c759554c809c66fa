import type { EffortAllocation, ForecastBacktest, PeriodForecast, SalesForecast, Seasonality } from '../src/index.js'
import { allocateEffort, seasonality } from '../src/index.js'
import { en } from '../src/locales/en.js'
import { backtestOf, type Came } from './chartedForecasts.js'
import { allocation, backtest, byAge, byStage, effortMeasure, quarters, salesPipeline } from './explainedForecasts.js'

/** Once each code of a language's texts. */
const counted = <Code extends string>(texts: { readonly [code in Code]: string }) =>
  (Object.keys(texts) as Code[]).map((code) => ({ code, params: { count: 1 } }))

const [june] = byStage.periods as [PeriodForecast]
const withPeriods = (...periods: readonly Partial<PeriodForecast>[]): SalesForecast => ({
  ...byStage,
  periods: periods.map((period) => ({ ...june, ...period })),
})

const { unknown, settings } = byStage
const reasons = ['without-amount', 'without-win-percent', 'insufficient-history'] as const
const obscure = reasons.flatMap((reason) => unknown.slice(0, 1).map((deal) => ({ ...deal, deal: reason, reason })))
const factors = (months: number) => Array.from({ length: months }, (_, index) => ({ month: index + 1, won: 1, lost: 1 }))

/** Forecasts of which together all is said that can be. */
export const everyForecast: readonly SalesForecast[] = [
  byStage,
  byAge,
  { ...byStage, periods: [], currency: null },
  withPeriods(...Array.from({ length: 13 }, () => ({}))),
  withPeriods(
    { standardDeviation: 0, target: '200', gap: '-10' },
    { low: '120', median: '120', high: '120', target: '210', gap: '0' },
    { target: '100', gap: '-110' },
    { target: '200', gap: '-10' },
    { target: '210.001', gap: '0.001' },
    { standardDeviation: 0, target: '210', gap: '0' },
    { standardDeviation: 0 },
    { to: '2024-06-04', probabilityOfTarget: 0.000_001 },
    { probabilityOfTarget: 0.999_999_9 },
    { won: '0', open: '0', expected: '0', low: '0', gap: '250' },
  ),
  {
    ...byStage,
    method: 'age',
    settings: { ...settings, placement: 'expected', season: 'month-of-year' },
    seasonFactors: factors(12),
    overdue: [],
    unplaced: byStage.unplaced.map((deal) => ({ ...deal, amount: null })),
    unknown: obscure,
    diagnoses: counted(en.forecast.diagnoses),
    simulation: { seed: 1, draws: 1000 },
    periods: [{ ...june, computed: 'simulated' }],
  },
  { ...byStage, method: 'age', settings: { ...settings, placement: 'curve' } },
  {
    ...byStage,
    unknown: obscure,
    diagnoses: reasons.map((code) => ({ code, params: { count: 1 } })),
    periods: ['2024-06-30', '2024-07-31'].map((to) => ({ ...june, to, won: '0', open: '0', expected: '0', low: '0', gap: '250', deals: 0 })),
  },
]

const made = (...came: readonly (Came | null)[]): ForecastBacktest => ({
  ...backtestOf(came.map((one, index) => [`2026-01-${10 + index}`, '2026-02-28', one])),
  policies: backtest.policies,
})

const quarter: Came = ['75', '60', '90', '100']

/** Of two runs the second ended after the log, and does not count. */
export const unfinished: ForecastBacktest = {
  ...made(quarter),
  runs: made(quarter, quarter).runs.map((run, index) => ({ ...run, complete: index === 0 })),
}

/** Backtests of which together all is said that can be. */
export const everyBacktest: readonly ForecastBacktest[] = [
  backtest,
  made(),
  made(null),
  made(['10', '0', '20', '0']),
  { ...made(['90', '80', '95', '100'], ['60', '10', '70', '50']), spread: 2, diagnoses: counted(en.backtest.diagnoses) },
  { ...made(['75', '60', '90', '100']), testedSpread: 3, spread: 2, settings: { ...settings, season: 'month-of-year' } },
  unfinished,
  made(...Array.from({ length: 13 }, (): Came => ['9', '8', '10', '9'])),
]

const [quoted] = allocation.stages.map(({ stage }) => stage) as [string]

const costs = [
  { stage: 'quoted', hoursPerDeal: 5 },
  { stage: 'negotiating', hoursPerDeal: 6 },
]
const undecided = effortMeasure.stages.map(({ stage }) => ({ stage, entered: 0, advanced: 0, lost: 0, open: 0 }))
const divided = (options: { readonly hours: number }, early: number, late: number): EffortAllocation =>
  allocateEffort(effortMeasure, { ...options, costs, values: { quoted: early, negotiating: late } })

/** Divided hours of which together all is said that can be. */
export const everyAllocation: readonly EffortAllocation[] = [
  allocation,
  {
    ...allocation,
    stages: allocation.stages.map((stage) => ({ ...stage, hours: 0, expectedValue: 0 })),
    left: 40,
    expectedValue: 0,
    nextHour: null,
    currency: null,
    reasons: [
      { code: 'less-per-hour', params: { stage: quoted, marginal: 1 } },
      { code: 'brings-nothing', params: { stage: quoted } },
      { code: 'insufficient-history', params: { stage: quoted } },
      { code: 'hours-left', params: { hours: 40 } },
    ],
  },
  divided({ hours: 10 }, 1000, 0),
  divided({ hours: 10 }, 0, 0),
  divided({ hours: 0 }, 1000, 1000),
  divided({ hours: 10 }, 2000, 1200),
  allocateEffort({ ...effortMeasure, stages: undecided }, { hours: 10, costs, values: 1 }),
]

/** Seasons of which together all is said that can be. */
export const everySeason: readonly Seasonality[] = [
  quarters,
  seasonality([5, 5, 5, 5], { period: 2 }),
  seasonality([5], { period: 2 }),
  seasonality([0, 0, 0, 0], { period: 2 }),
]

export { salesPipeline }
