import type { Issue } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byAge, byStage, salesPipeline } from '../../testing/explainedForecasts.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { salesLogs, salesOptions } from '../../testing/randomSales.js'
import { allocateEffort, backtestForecast, forecastSales, measureFunnel, type PeriodForecast, type SalesForecast, seasonality } from '../index.js'
import { checkAllocation } from './checkAllocation.js'
import { checkBacktest } from './checkBacktest.js'
import { checkForecast } from './checkForecast.js'
import { checkSeasonality } from './checkSeasonality.js'

const found = (check: (issues: Issue[]) => unknown): [string, Issue['path']][] => {
  const issues: Issue[] = []
  check(issues)
  return codesAndPaths(issues)
}

const copied = (result: unknown): unknown => JSON.parse(JSON.stringify(result))

describe('checks of forecasts, backtests, divided hours and seasons', () => {
  it('find nothing wrong with what forecastSales returns', () => {
    fc.assert(
      fc.property(salesLogs, salesOptions, fc.boolean(), (log, { settings, spread, periods, target }, isByAge) => {
        const asked = isByAge ? ({ method: 'age', ...settings } as const) : ({ method: 'stage' } as const)
        const options = { asOf: '2026-04-10', ...asked, spread, periods, target, invalid: 'collect' } as const
        for (const detail of ['deals', 'distribution'] as const) {
          const forecast = copied(forecastSales(log, salesPipeline, { ...options, detail }))
          expect(found((issues) => checkForecast(forecast, salesPipeline, issues))).toEqual([])
        }
      }),
      { numRuns: 40 },
    )
  })

  it('find nothing wrong with what backtestForecast, allocateEffort and seasonality return', () => {
    fc.assert(
      fc.property(salesLogs, salesOptions, (log, { settings, spread, cutoffs }) => {
        const options = { ...settings, spread, cutoffs, horizon: 'P3W', invalid: 'collect' } as const
        const backtest = copied(backtestForecast(log, salesPipeline, options))
        expect(found((issues) => checkBacktest(backtest, salesPipeline, issues))).toEqual([])
        const measure = measureFunnel(log, salesPipeline, { asOf: '2026-04-10', invalid: 'collect' })
        const costs = ['pilot', 'quoted'].map((stage) => ({ stage, hoursPerDeal: '0.3', capacity: 2 }))
        const allocation = copied(allocateEffort(measure, { hours: log.length / 10, costs, values: { quoted: 3, pilot: 2 } }))
        expect(found((issues) => checkAllocation(allocation, salesPipeline, issues))).toEqual([])
      }),
      { numRuns: 30 },
    )
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 20 }), fc.integer({ min: 2, max: 6 }), (history, period) => {
        expect(found((issues) => checkSeasonality(copied(seasonality(history, { period })), issues))).toEqual([])
      }),
    )
  })
})

describe('checkForecast', () => {
  const check = (more: object, forecast: SalesForecast = byStage): [string, Issue['path']][] =>
    found((issues) => checkForecast({ ...forecast, ...more }, salesPipeline, issues))
  const [june] = byStage.periods as [PeriodForecast]
  const [overdue] = byStage.overdue
  const at = (...path: Issue['path']): Issue['path'] => ['forecast', 'periods', 0, ...path]

  it.each<[string, Partial<PeriodForecast>, string, Issue['path']]>([
    ['a period that ends before it begins', { to: '2024-05-31' }, 'too-small', at('to')],
    ['parts that do not make the whole', { won: '110' }, 'outdated-input', at('expected')],
    ['less than is won already', { low: '119.99' }, 'too-small', at('low')],
    ['a median below low', { median: '110' }, 'too-small', at('median')],
    ['high below low', { high: '100' }, 'too-small', at('high')],
    ['another gap', { gap: '-40' }, 'outdated-input', at('gap')],
    ['no gap', { gap: undefined as never }, 'missing', at('gap')],
    ['no chance of its target', { probabilityOfTarget: null }, 'wrong-type', at('probabilityOfTarget')],
    ['a chance above 1', { probabilityOfTarget: 1.1 }, 'too-large', at('probabilityOfTarget')],
    ['a gap without a target', { target: undefined as never }, 'unknown-key', at('gap')],
    ['an amount with an exponent', { expected: '1e3' }, 'not-a-decimal', at('expected')],
    ['an amount below 0', { won: '-1' }, 'too-small', at('won')],
    ['outcomes that do not make a whole', { outcomes: [{ amount: '120', probability: 0.9 }] }, 'sum-differs', at('outcomes')],
    [
      'outcomes that descend',
      {
        outcomes: [
          { amount: '120', probability: 0.5 },
          { amount: '110', probability: 0.5 },
        ],
      },
      'too-small',
      at('outcomes', 1, 'amount'),
    ],
    ['a simulation of which nothing is said', { computed: 'simulated' }, 'wrong-type', ['forecast', 'simulation']],
  ])('refuses %s', (_, more, code, path) => {
    expect(check({ periods: [{ ...june, ...more }] })).toContainEqual([code, path])
  })

  it.each<[string, object, string, Issue['path']]>([
    ['a simulation that there was not', { simulation: { seed: 1, draws: 1000 } }, 'outdated-input', ['forecast', 'simulation']],
    ['new deals that were not asked for', { newDealsPerDay: 1 }, 'outdated-input', ['forecast', 'newDealsPerDay']],
    ['a season that was not asked for', { seasonFactors: [] }, 'outdated-input', ['forecast', 'seasonFactors']],
    ['a spread of 0', { spread: 0 }, 'not-above', ['forecast', 'spread']],
    ['no currency that there is', { currency: 'EURO' }, 'unknown-currency', ['forecast', 'currency']],
    ['a stage that is not one', { overdue: [{ ...overdue, stage: 'x' }] }, 'outdated-input', ['forecast', 'overdue', 0, 'stage']],
    ['a deal twice', { overdue: [overdue, overdue] }, 'duplicate', ['forecast', 'overdue', 1, 'deal']],
    ['an overdue deal of today', { overdue: [{ ...overdue, expected: '2024-06-05' }] }, 'not-below', ['forecast', 'overdue', 0, 'expected']],
    ['an overdue deal without a date', { overdue: [{ ...overdue, expected: null }] }, 'not-a-calendar-date', ['forecast', 'overdue', 0, 'expected']],
    ['a date of a deal that has none', { unplaced: [{ ...overdue, byCurve: true }] }, 'outdated-input', ['forecast', 'unplaced', 0, 'expected']],
    ['unknown deals that are not counted', { diagnoses: [] }, 'outdated-input', ['forecast', 'diagnoses']],
    ['settings that are none', { settings: { ...byStage.settings, minimumSample: 0 } }, 'too-small', ['forecast', 'settings', 'minimumSample']],
    ['a code that is none', { diagnoses: [{ code: 'x', params: {} }] }, 'not-allowed', ['forecast', 'diagnoses', 0, 'code']],
    ['another version of the pipeline', { policies: [{ kind: 'pipeline', id: 'sales', version: 2 }] }, 'other-policy', ['forecast', 'policies']],
  ])('refuses %s', (_, more, code, path) => {
    expect(check(more)).toContainEqual([code, path])
  })

  it('takes zeros at the end of an amount as they are, and refuses months of another season', () => {
    expect(check({ periods: [{ ...june, expected: '210', gap: '40.000' }] })).toEqual([])
    expect(check({}, byAge)).toEqual([])
    expect(check({ seasonFactors: byAge.seasonFactors?.slice(1) }, byAge)).toContainEqual(['wrong-length', ['forecast', 'seasonFactors']])
    expect(check({ seasonFactors: [...(byAge.seasonFactors ?? [])].reverse() }, byAge)).toContainEqual([
      'outdated-input',
      ['forecast', 'seasonFactors', 0, 'month'],
    ])
  })
})
