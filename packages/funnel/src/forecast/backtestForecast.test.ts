import { addCalendarDays } from '@clientele/core'
import { parseDay } from '@clientele/core/days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { engaging, readPipelineData } from '../../testing/pipelineData.js'
import { pipeline as anyPipeline, logs } from '../../testing/stageLogs.js'
import { type BacktestOptions, backtestForecast, forecastSales, type Pipeline, type StageChange } from '../index.js'

const pipeline: Pipeline = {
  kind: 'pipeline',
  id: 'sales',
  version: 1,
  stages: [{ id: 'quoted', winPercent: 50 }],
  won: 'won',
  lost: 'lost',
  lossReasons: [],
  skips: 'allow',
  regressions: 'allow',
  currency: 'EUR',
}
const way = (deal: string, entered: string, left: string | null, outcome: string, amount: number, expected: string): StageChange[] => [
  { deal, at: entered, to: 'quoted', amount, expected },
  ...(left === null ? [] : [{ deal, at: left, to: outcome }]),
]
const log = [
  ...way('A', '2024-03-04', '2024-04-12', 'won', 120, '2024-04-10'),
  ...way('B', '2024-03-11', '2024-04-30', 'lost', 300, '2024-04-20'),
  ...way('C', '2024-04-05', '2024-04-30', 'won', 80, '2024-04-20'),
  ...way('D', '2024-04-05', '2024-05-08', 'won', 60, '2024-05-31'),
  ...way('E', '2024-05-10', null, 'won', 40, '2024-05-31'),
]
const byStage: BacktestOptions = { cutoffs: ['2024-04-30', '2024-03-31'], horizon: 'P30D', method: 'stage' }
const test = (more: Partial<BacktestOptions> = {}, of: readonly StageChange[] = log) => backtestForecast(of, pipeline, { ...byStage, ...more })

describe('backtestForecast', () => {
  it('holds what was expected at each cutoff against all that came', () => {
    const found = test()
    expect(found.runs).toEqual([
      {
        asOf: '2024-03-31',
        from: '2024-04-01',
        to: '2024-04-30',
        complete: true,
        expected: '210.00',
        low: '0.00',
        high: '420.00',
        standardDeviation: Math.sqrt(120 ** 2 / 4 + 300 ** 2 / 4),
        actual: '200.00',
        actualOfOpen: '120.00',
        error: 0.05,
        covered: true,
        unknown: 0,
      },
      // D is expected on 31 May, a day after the period; it was won in it.
      expect.objectContaining({
        asOf: '2024-04-30',
        to: '2024-05-30',
        expected: '0.00',
        actual: '60.00',
        actualOfOpen: '60.00',
        error: -1,
        covered: false,
      }),
    ])
    expect(found).toMatchObject({ method: 'stage', horizon: 'P30D', testedSpread: 1, currency: 'EUR', coverage: 0.5, spread: null, rejected: [] })
    expect(found.bias).toBeCloseTo(10 / 260 - 60 / 260, 14)
    expect(found.meanAbsolutePercentageError).toBeCloseTo((0.05 + 1) / 2, 14)
    // The log ends on 10 May.
    expect(found.diagnoses).toEqual([{ code: 'log-ends-earlier', params: { count: 1 } }])
  })

  it('fits the spread to how far off the forecasts were', () => {
    const deals = ['03', '04', '05'].flatMap((month, place) =>
      way(`M${place}`, `2024-${month}-01`, `2024-${month}-20`, place === 0 ? 'won' : 'lost', 100, `2024-${month}-20`),
    )
    const cutoffs = ['2024-03-05', '2024-04-05', '2024-05-05']
    // Each time 50 is expected, with a standard deviation of 50, and 100 or 0 comes: just what independent deals do.
    expect(test({ cutoffs, horizon: 'P20D' }, deals).spread).toBe(1)
    // All ten deals of a month go the same way: √10 times as far off as if they were independent.
    const together = deals.flatMap((change) => Array.from({ length: 10 }, (_, place) => ({ ...change, deal: `${change.deal}-${place}` })))
    const found = test({ cutoffs, horizon: 'P20D' }, together)
    expect(found.coverage).toBe(0)
    expect(found.spread).toBeCloseTo(Math.sqrt(10), 12)
    const widened = test({ cutoffs, horizon: 'P20D', spread: found.spread as number }, together)
    expect(widened).toMatchObject({ coverage: 1, testedSpread: found.spread })
    expect(widened.spread).toBeCloseTo(Math.sqrt(10), 12)
    expect(test({ cutoffs: ['2024-03-05'], horizon: 'P20D' }, together).spread).toBeNull()
    // Dates on which nothing is open, and nothing comes, tell nothing of it.
    const idle = test({ cutoffs: [...cutoffs, '2023-01-01', '2024-03-25', '2030-01-01'], horizon: 'P5D' }, together)
    expect(idle.spread).toBe(test({ cutoffs: ['2024-03-05', '2024-04-05'], horizon: 'P5D' }, together).spread)
    expect(test({ cutoffs: [...cutoffs, '2023-01-01', '2030-01-01'], horizon: 'P20D' }, together).spread).toBeCloseTo(Math.sqrt(10), 12)
  })

  it('counts runs that end while the log was kept', () => {
    const all = test({ through: '2024-05-10' })
    expect(all.runs.map(({ complete, actual }) => [complete, actual])).toEqual([
      [true, '200.00'],
      [false, '60.00'],
    ])
    expect(all).toMatchObject({
      bias: 0.05,
      meanAbsolutePercentageError: 0.05,
      coverage: 1,
      diagnoses: [{ code: 'log-ends-earlier', params: { count: 1 } }],
    })
    expect(test({ through: '2024-05-30' })).toMatchObject({ coverage: 0.5, diagnoses: [] })
    expect(test({ through: '2020-01-01' })).toMatchObject({ bias: null, coverage: null, diagnoses: [{ params: { count: 2 } }] })
  })

  it('refuses amounts in another currency then than later', () => {
    const dollars = way('A', '2024-03-04', null, 'won', 100, '2024-04-10').map((change) => ({ ...change, currency: 'USD' }))
    const yen: StageChange = { deal: 'A', at: '2024-04-12', to: 'won', amount: 15_000, currency: 'JPY' }
    const lost: StageChange = { deal: 'A', at: '2024-04-12', to: 'lost' }
    const euros = way('Z', '2024-04-02', '2024-04-20', 'won', 90, '2024-04-20')
    for (const changes of [
      [...dollars, yen],
      [...dollars, lost, ...euros],
    ]) {
      expect(() => test({}, changes)).toThrow(
        expect.objectContaining({ issues: [expect.objectContaining({ code: 'mixed-currencies', path: ['log'] })] }),
      )
      const currencyRates = { to: 'EUR', rates: { USD: '0.9', JPY: '0.006' } }
      expect(test({ currencyRates }, changes)).toMatchObject({ currency: 'EUR', runs: [{ expected: '45.00', actual: '90.00' }, {}] })
    }
  })

  it('says what is missing, and errs by no share of nothing', () => {
    const none = test({ cutoffs: ['2023-12-31'] })
    expect(none.runs).toMatchObject([{ expected: '0.00', actual: '0.00', error: null, covered: true }])
    expect(none).toMatchObject({
      bias: null,
      meanAbsolutePercentageError: null,
      coverage: 1,
      diagnoses: [{ code: 'nothing-came', params: { count: 1 } }],
    })
    const unknown = test({ cutoffs: ['2024-03-31', '2023-12-31'], method: 'age' })
    expect(unknown.runs).toMatchObject([
      { expected: null, low: null, high: null, standardDeviation: null, error: null, covered: null, actual: '0.00' },
      { expected: null, unknown: 2, actual: '200.00' },
    ])
    expect(unknown).toMatchObject({ bias: null, meanAbsolutePercentageError: null, coverage: null, spread: null })
    expect(unknown.diagnoses).toEqual([
      { code: 'insufficient-history', params: { count: 2 } },
      { code: 'nothing-came', params: { count: 1 } },
      { code: 'no-history-of-season', params: { count: 2 } },
      { code: 'no-history-of-new-deals', params: { count: 2 } },
    ])
    const empty = backtestForecast([], pipeline, byStage)
    expect(empty).toMatchObject({
      currency: 'EUR',
      bias: null,
      diagnoses: [{ code: 'log-ends-earlier', params: { count: 2 } }, { code: 'nothing-came' }],
    })
  })

  it('asks forecastSales with what the log said by then, and its settings make the same forecast', () => {
    fc.assert(
      fc.property(
        logs(),
        fc.nat(20),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom('stage', 'age'),
        fc.constantFrom(1, 2),
        (changes, after, days, method, spread) => {
          const asOf = addCalendarDays('2024-02-26', after)
          const currencyRates = { to: 'EUR', rates: { USD: '0.925', JPY: '0.0061', KWD: 3 } }
          const priced = changes.map((change) => ({ currency: 'USD', ...change }))
          const shared = { currencyRates, spread, invalid: 'collect', zone: 'Asia/Shanghai', seed: 3 } as const
          const { runs, settings } = backtestForecast(deepFreeze(priced), anyPipeline, { ...shared, cutoffs: [asOf], horizon: `P${days}D`, method })
          const periods = [{ from: addCalendarDays(asOf, 1), to: addCalendarDays(asOf, days) }]
          const forecast = forecastSales(priced, anyPipeline, { ...shared, ...settings, asOf, periods, method })
          const [run] = runs
          if (run?.expected !== null)
            expect([run?.expected, run?.low, run?.high]).toEqual([forecast.periods[0]?.expected, forecast.periods[0]?.low, forecast.periods[0]?.high])
          expect(run?.unknown).toBe(forecast.unknown.length)
          // What came is what a forecast of the past at the end says is won.
          const end = forecastSales(priced, anyPipeline, { ...shared, asOf: run?.to as string, periods, method: 'stage' })
          expect(run?.actual).toBe(end.periods[0]?.won)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('does not look beyond its period', () => {
    const future = [...log, ...way('Z', '2024-04-02', '2024-05-31', 'won', 5000, '2024-04-20')].map((change) =>
      parseDay(change.at) > parseDay('2024-04-30') ? { ...change, amount: 99_999 } : change,
    )
    const [plain, later] = [log, future].map((of) => test({ cutoffs: ['2024-03-31'] }, of).runs)
    expect(later).toEqual(plain)
  })
})

describe('backtestForecast: 8,800 opportunities', () => {
  const computers: Pipeline = { ...engaging, stages: [{ id: 'engaging', winPercent: 63 }] }
  const cutoffs = ['2017-05-31', '2017-08-31', '2017-10-31']

  it('by age beats by stage at three past dates', (context) => {
    const { log: undated } = readPipelineData(context, { listPrices: true })
    // By stage a deal needs a date: 57 days, the median time to winning, after it came.
    const dated = undated.map((change) => (change.to === 'engaging' ? { ...change, expected: addCalendarDays(change.at, 57) } : change))
    const age = backtestForecast(undated, computers, { cutoffs, horizon: 'P30D' })
    const stage = backtestForecast(dated, computers, { cutoffs, horizon: 'P30D', method: 'stage' })
    expect(age.runs.map(({ actual }) => actual)).toEqual(stage.runs.map(({ actual }) => actual))
    expect(age.runs.map(({ error }) => error?.toFixed(3))).toEqual(['-0.032', '0.126', '0.182'])
    expect(age.meanAbsolutePercentageError).toBeLessThan(0.12)
    expect(stage.meanAbsolutePercentageError).toBeGreaterThan(0.3)
    expect(Math.abs(age.bias as number)).toBeLessThan(0.1)
    expect(stage.bias).toBeLessThan(-0.25)
    expect(backtestForecast(undated, computers, { cutoffs, horizon: 'P30D', spread: age.spread as number }).coverage).toBe(1)
  })
})
