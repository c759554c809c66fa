import { describe, it } from 'vitest'
import { backtestOf, bottleneckOf, forecastOf, type Outlook, openDeal, periodOf, rankingOf } from '../../testing/chartedForecasts.js'
import { hostileNames, pipelineOf } from '../../testing/chartedResults.js'
import { expectPicture } from '../../testing/expectPicture.js'
import type { BottleneckRanking } from '../bottlenecks/types.js'
import { decomposeChange } from '../change/decomposeChange.js'
import type { ChangeDecomposition, SalesPeriod } from '../change/types.js'
import { backtestChart, bottleneckChart, changeChart, forecastChart, type VegaLiteSpecification } from '../charts.js'
import type { ForecastBacktest, PeriodForecast, SalesForecast } from '../forecast/types.js'
import type { FunnelLocale } from '../locales/types.js'
import type { Pipeline } from '../pipeline/types.js'

type Case = readonly [name: string, draw: (locale: FunnelLocale) => VegaLiteSpecification]

const sales = pipelineOf(['need', 'quoted', 'signed'])
const named = pipelineOf(hostileNames)
const hostileTitle: Pipeline = { ...sales, title: hostileNames.join(' ') }
const beyond = `1${'0'.repeat(400)}`
const [april, quarter] = [
  ['2026-04-01', '2026-04-30'],
  ['2026-04-01', '2026-06-30'],
] as const
const dayAfter = (count: number): string => new Date(Date.UTC(2026, 3, 1 + count)).toISOString().slice(0, 10)
const usual: Outlook = ['40000', '90000.005', '60000', '190000', '150000', 0.35]
const certain: Outlook = ['500', '0', '500', '500', '500', 1]
const daily = Array.from({ length: 200 }, (_, index): PeriodForecast => periodOf([dayAfter(index), dayAfter(index)], usual))
const all: Partial<SalesForecast> = {
  simulation: { seed: 1, draws: 10_000 },
  overdue: [openDeal('a', 'need', '2026-01-31')],
  unplaced: [{ ...openDeal('b', 'need', null), byCurve: false }],
  unknown: [{ ...openDeal('c', 'need', null), reason: 'insufficient-history' }],
  diagnoses: [
    { code: 'overlapping-periods', params: { count: 2 } },
    { code: 'insufficient-history', params: { count: 1 } },
  ],
}
const simulated = { ...periodOf(quarter, usual), computed: 'simulated' } as const

const forecasts: readonly (readonly [string, SalesForecast, Pipeline?])[] = [
  ['no periods', forecastOf([])],
  ['one period', forecastOf([periodOf(april, usual)])],
  ['nothing', forecastOf([periodOf(april, ['0', '0', '0', '0'])], { currency: null })],
  ['what is certain', forecastOf([periodOf(april, certain), periodOf(quarter, ['0', '140', '0', '350'])])],
  ['all kinds', forecastOf([periodOf(april, usual), simulated, periodOf(april, usual)], all)],
  ['hundreds of periods', forecastOf(daily)],
  ['more than numbers can tell', forecastOf([periodOf(april, [beyond, beyond, beyond, `3${beyond.slice(1)}`, beyond, 1])])],
  ['hostile names', forecastOf([periodOf(april, usual)]), hostileTitle],
]

const came = ['100000', '60000', '140000', '120000'] as const
const backtests: readonly (readonly [string, ForecastBacktest, Pipeline?])[] = [
  ['no runs', backtestOf([])],
  ['one run', backtestOf([['2026-01-31', '2026-03-02', came]])],
  ['one run without a forecast', backtestOf([['2026-01-31', '2026-03-02', null]], { currency: null })],
  [
    'all kinds',
    backtestOf([
      ['2026-01-31', '2026-03-02', came],
      ['2026-02-28', '2026-03-30', ['110000', '60000', '140000', '150000']],
      ['2026-03-31', '2026-04-30', null],
      ['2026-04-30', '2026-05-30', ['0', '0', '0', '0']],
    ]),
  ],
  [
    'hundreds of runs',
    backtestOf(Array.from({ length: 200 }, (_, index) => [dayAfter(index), dayAfter(index + 30), index % 3 === 0 ? null : came] as const)),
  ],
  ['hostile names', backtestOf([['2026-01-31', '2026-03-02', came]]), hostileTitle],
]

const factors = (deals: number, winRate: number, averageValue: number, cycleDays?: number): SalesPeriod => ({
  deals,
  winRate,
  averageValue,
  cycleDays,
})
const channels = (web: readonly [number, number], ads: readonly [number, number]): Pick<SalesPeriod, 'groups'> => ({
  groups: [
    { group: 'web', entered: web[0], converted: web[1] },
    { group: 'ads', entered: ads[0], converted: ads[1] },
  ],
})
const [before, after] = [channels([100, 50], [10, 1]), channels([50, 26], [100, 12])]
const priced = { before: { ...before, averageValue: '1234567.89' }, after: { ...after, averageValue: '2345678.9' } }
const changes: readonly (readonly [string, ChangeDecomposition])[] = [
  ['known answer 17', decomposeChange({ before: factors(100, 0.2, 1000), after: factors(120, 0.15, 1100) }, { currency: 'CNY' })],
  ['known answer 18', decomposeChange({ before, after })],
  ['groups with a value', decomposeChange(priced, { currency: 'CNY' })],
  ['nothing', decomposeChange({ before: factors(0, 0, 0), after: factors(0, 0, 0) })],
  ['what stayed the same', decomposeChange({ before: factors(9, 0.5, 10, 7), after: factors(9, 0.5, 10, 7) }, { currency: 'JPY' })],
  ['what falls below 0 on the way', decomposeChange({ before: factors(100, 0.9, 10), after: factors(1, 0.01, 30_000) })],
  ['hostile names', decomposeChange({ before, after }, { subject: hostileNames.join(' ') })],
  ['great numbers', decomposeChange({ before: factors(1e100, 1, 1e100), after: factors(1, 0.5, 1e100) })],
]

const money = (cny: string, eur: string) => [
  { currency: 'CNY', amount: cny },
  { currency: 'EUR', amount: eur },
]
const many = Array.from({ length: 250 }, (_, index) => `stage ${index}`)
const rankings: readonly (readonly [string, BottleneckRanking, Pipeline])[] = [
  ['no stages', rankingOf([]), sales],
  ['stages that are all right', rankingOf([], { met: [{ stage: 'need', rate: 0.9, benchmark: 0.8 }] }), sales],
  ['one stage', rankingOf([bottleneckOf('quoted', 30, 0.6, [{ currency: null, amount: '3000' }])]), sales],
  ['deals without amounts', rankingOf([bottleneckOf('quoted', 30, 0.6, []), bottleneckOf('need', 33, 0.575, [])]), sales],
  [
    'all kinds',
    rankingOf([bottleneckOf('quoted', 30, 0.6, money('3000.005', '0.00')), bottleneckOf('need', 33, 0.575, money('1500', '0.00'))], {
      insufficient: [{ stage: 'signed', reason: 'no-decided-deals', rate: null, benchmark: 0.5 }],
      wonWithAmount: 12,
    }),
    sales,
  ],
  ['hostile names', rankingOf(hostileNames.map((stage) => bottleneckOf(stage, 30, 0.6, money('3000', '1')))), named],
  ['stages that are all right, with hostile names', rankingOf([], { met: hostileNames.map((stage) => ({ stage, rate: 1, benchmark: 1 })) }), named],
  ['hundreds of stages', rankingOf(many.map((stage) => bottleneckOf(stage, 30, 0.6, money('3000', '1')))), pipelineOf(many)],
  ['more than numbers can tell', rankingOf([bottleneckOf('need', 30, 0.6, money(beyond, '1'))]), sales],
]

const cases: readonly Case[] = [
  ...forecasts.map(([name, forecast, of = sales]): Case => [`forecastChart of ${name}`, (locale) => forecastChart(forecast, of, locale)]),
  ...backtests.map(([name, backtest, of = sales]): Case => [`backtestChart of ${name}`, (locale) => backtestChart(backtest, of, locale)]),
  ...changes.map(([name, change]): Case => [`changeChart of ${name}`, (locale) => changeChart(change, locale)]),
  ...rankings.map(([name, ranking, of]): Case => [`bottleneckChart of ${name}`, (locale) => bottleneckChart(ranking, of, locale)]),
]

describe('a picture', () => {
  it.each(cases)('%s is plain JSON that Vega-Lite has a schema for, and draws without a warning', (_, draw) => expectPicture(draw))
})
