import {
  allocateEffort,
  backtestForecast,
  type EffortAllocation,
  type ForecastBacktest,
  forecastSales,
  type Pipeline,
  type SalesForecast,
  type Seasonality,
  type StageChange,
  seasonality,
} from '../src/index.js'

/** A pipeline with probabilities of its stages but one, in euros. */
export const salesPipeline: Pipeline = {
  kind: 'pipeline',
  id: 'sales',
  version: 3,
  title: { en: 'Sales', 'zh-CN': '销售' },
  stages: [
    { id: 'quoted', title: { en: 'Quoted', 'zh-CN': '已报价' }, winPercent: 25 },
    { id: 'negotiating', title: { en: 'Negotiating', 'zh-CN': '谈判中' }, winPercent: 80 },
    { id: 'pilot' },
  ],
  won: 'won',
  lost: 'lost',
  lossReasons: [],
  skips: 'allow',
  regressions: 'allow',
  currency: 'EUR',
}

/** Won already 120; open 200 at 25 %, and 50 at 80 % that is overdue; others lack a date, an amount or a probability. */
export const salesLog: readonly StageChange[] = [
  { deal: 'A', at: '2024-05-01', to: 'quoted', amount: 200, expected: '2024-06-30' },
  { deal: 'B', at: '2024-05-02', to: 'negotiating', amount: 50, expected: '2024-06-02' },
  { deal: 'C', at: '2024-05-03', to: 'quoted', amount: 90 },
  { deal: 'D', at: '2024-05-03', to: 'quoted', amount: 100 },
  { deal: 'D', at: '2024-06-03', to: 'won', amount: 120 },
  { deal: 'E', at: '2024-05-03', to: 'quoted', expected: '2024-06-30' },
  { deal: 'F', at: '2024-05-03', to: 'pilot', amount: 33.335, expected: '2024-06-30' },
  { deal: 'G', at: '2024-05-03', to: 'quoted', amount: 40 },
  { deal: 'G', at: '2024-05-20', to: 'lost' },
]

const june = { from: '2024-06-01', to: '2024-06-30' }

export const byStage: SalesForecast = forecastSales(salesLog, salesPipeline, { asOf: '2024-06-05', method: 'stage', periods: [june], target: 250 })

/** A deal of each day: of three, one is won after 20 days, one lost after 30, and one stays open. */
const longLog: readonly StageChange[] = Array.from({ length: 240 }, (_, index): StageChange[] => {
  const day = (days: number): string => new Date(Date.UTC(2023, 6, 1 + index + days)).toISOString().slice(0, 10)
  const entry = { deal: `L${index}`, at: day(0), to: 'quoted', amount: 100 + (index % 7) }
  if (index % 3 === 0) return [entry, { deal: entry.deal, at: day(20), to: 'won' }]
  return index % 3 === 1 ? [entry, { deal: entry.deal, at: day(30), to: 'lost' }] : [entry]
}).flat()

const everything = { newDeals: 'history', missingAmounts: 'history', season: 'month-of-quarter', minimumSample: 2 } as const

export const byAge: SalesForecast = forecastSales(longLog, salesPipeline, {
  asOf: '2024-02-10',
  method: 'age',
  ...everything,
  placement: 'curve',
  periods: [{ from: '2024-02-01', to: '2024-02-29' }, june],
  target: ['2000', null],
  seed: 7,
  spread: 1.5,
})

export const backtest: ForecastBacktest = backtestForecast(longLog, salesPipeline, {
  cutoffs: ['2023-11-30', '2023-12-31', '2024-01-15'],
  horizon: 'P30D',
  method: 'age',
})

/** A funnel in which 8 of 16 quoted deals and 6 of 8 negotiated ones got on; nobody came to the pilot. */
export const effortMeasure = {
  asOf: '2024-03-31',
  stages: [
    { stage: 'quoted', entered: 20, advanced: 8, lost: 8, open: 4 },
    { stage: 'negotiating', entered: 8, advanced: 6, lost: 2, open: 0 },
    { stage: 'pilot', entered: 6, advanced: 6, lost: 0, open: 0 },
  ],
  policies: [{ kind: 'pipeline', id: 'sales', version: 3 }],
}

const costs = [
  { stage: 'quoted', hoursPerDeal: 5 },
  { stage: 'negotiating', hoursPerDeal: 6, capacity: 4 },
]

export const allocation: EffortAllocation = allocateEffort(effortMeasure, { hours: 40, costs, values: 2000, currency: 'EUR' })

export const quarters: Seasonality = seasonality([8, 12, 16, 4, 8, 12, 16, 4], { period: 4 })
