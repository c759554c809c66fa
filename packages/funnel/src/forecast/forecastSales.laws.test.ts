import { addCalendarDays } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { forecastNaively } from '../../testing/naiveForecast.js'
import { rates } from '../../testing/stageLogs.js'
import { type ForecastOptions, type ForecastPeriod, forecastSales, type Pipeline, type StageChange, stageCurves } from '../index.js'

const stages = [
  { id: 'lead', winPercent: '12.5' },
  { id: 'quoted', winPercent: 40 },
  { id: 'negotiating', winPercent: null },
  { id: 'signed', winPercent: 100 },
]
const pipeline: Pipeline = {
  kind: 'pipeline',
  id: 'sales',
  version: 1,
  stages,
  won: 'won',
  lost: 'lost',
  lossReasons: [],
  skips: 'allow',
  regressions: 'allow',
  currency: 'EUR',
}
const FIRST = '2024-02-20'
const dates = fc.nat(40).map((days) => addCalendarDays(FIRST, days))

const said = fc.record({ amount: fc.constantFrom('100', '0', '0.125', 19.99, '7.5', 250, '1000000.01'), expected: dates }, { requiredKeys: [] })

/** A change of one of at most nine deals, dates alone: the stages' order decides within a day. */
const changes: fc.Arbitrary<StageChange> = fc
  .tuple(fc.constantFrom(...'abcdefghi'), dates, fc.constantFrom('lead', 'quoted', 'negotiating', 'signed', 'lead', 'quoted', 'won', 'lost'), said)
  .map(([deal, at, to, more]) => ({ deal, at, to, ...more }))

/** Outcomes that contradict each other on one day, and copies, are left out: the oracle has no rules for what is refused. */
const logs = fc
  .array(changes, { maxLength: 40, size: 'max' })
  .map((log) =>
    log.filter(({ deal, at, to }, index) => log.findIndex((other) => other.deal === deal && other.at === at && other.to === to) === index),
  )
  .filter((log) => isAccepted(log))

function isAccepted(log: readonly StageChange[]): boolean {
  const options = { asOf: '2024-12-31', method: 'stage', periods: [], invalid: 'collect' } as const
  return forecastSales(log, pipeline, options).rejected.length === 0
}

const periods: fc.Arbitrary<ForecastPeriod> = fc.tuple(dates, fc.nat(25)).map(([from, days]) => ({ from, to: addCalendarDays(from, days) }))
const asOfs = fc.integer({ min: 10, max: 45 }).map((days) => addCalendarDays(FIRST, days))
const targets = fc.constantFrom('0', '7.5', '119.99', '120', 1000)

const sum = (texts: readonly (string | undefined)[]): number => texts.reduce((total, text) => total + Number(text), 0)

describe('forecastSales: laws', () => {
  it('by stage is what the outcomes of all deals add up to', () => {
    let [several, won, spreads] = [0, 0, 0]
    fc.assert(
      fc.property(
        logs,
        asOfs,
        fc.array(periods, { maxLength: 3 }),
        targets,
        fc.constantFrom(1, 1, 2.5, 0.5),
        fc.constantFrom(null, '1.0811', '1.690830099545677'),
        (log, asOf, asked, target, spread, rate) => {
          // The longer rate makes amounts longer than numbers hold.
          const more = rate === null ? {} : { currencyRates: { to: 'USD', rates: { EUR: rate } } }
          const options = { asOf, periods: asked, target, spread, ...more }
          const found = forecastSales(log, pipeline, { ...options, method: 'stage' })
          const naive = forecastNaively(log, pipeline, options)
          expect(found.currency).toBe(naive.currency)
          expect(found.unplaced.map(({ deal }) => deal)).toEqual(naive.unplaced)
          expect(found.overdue.map(({ deal }) => deal)).toEqual(naive.overdue)
          expect(found.unknown.map(({ deal, reason }) => [deal, reason])).toEqual(naive.unknown)
          for (const [place, period] of naive.periods.entries()) {
            const told = found.periods[place]
            expect([told?.won, told?.open, told?.expected, told?.gap].map(Number)).toEqual(
              [period.won, period.open, period.expected, period.gap].map(Number),
            )
            expect(told?.deals).toBe(period.deals)
            const scale = 1 + Number(period.high)
            for (const key of ['low', 'median', 'high'] as const) {
              // What is wider is rounded to the digits of the amounts.
              expect(Math.abs(Number(told?.[key]) - Number(period[key]))).toBeLessThan(spread === 1 ? scale * 1e-12 : 0.005 + scale * 1e-12)
            }
            expect(Math.abs((told?.standardDeviation as number) ** 2 - Number(period.variance))).toBeLessThan(1e-9 * (1 + Number(period.variance)))
            expect(told?.probabilityOfTarget).toBeCloseTo(Number(period.probabilityOfTarget), 10)
            expect(told?.computed).toBe('exact')
            if (period.deals > 1) several += 1
            if (!period.won.isZero()) won += 1
            if (spread !== 1) spreads += 1
          }
        },
      ),
      { numRuns: 400, seed: 12 },
    )
    for (const count of [several, won, spreads]) expect(count).toBeGreaterThan(50)
  })

  it('does not depend on the order of the log, changes nothing that it is given, and survives JSON', () => {
    fc.assert(
      fc.property(
        logs,
        asOfs,
        fc.array(periods, { maxLength: 2 }),
        fc.constantFrom('stage', 'age'),
        fc.infiniteStream(fc.nat()),
        (log, asOf, asked, method, keys) => {
          const options: ForecastOptions = {
            asOf,
            periods: asked,
            method,
            target: 100,
            detail: 'deals',
            ...(method === 'age' ? { newDeals: 'history', missingAmounts: 'history' } : {}),
          }
          const found = forecastSales(deepFreeze(log), deepFreeze(pipeline), deepFreeze(options))
          const order = new Map(log.map((change) => [change, keys.next().value as number]))
          const shuffled = [...log].sort((one, other) => (order.get(one) as number) - (order.get(other) as number))
          expect(forecastSales(shuffled, pipeline, options)).toEqual(found)
          expect(JSON.parse(JSON.stringify(found))).toEqual(found)
          expect(JSON.stringify(found)).not.toMatch(/"-0(\.0*)?"/)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('splitting a period splits what is expected, by date and by curve, with new deals and seasons: exactly', () => {
    fc.assert(
      fc.property(logs, asOfs, periods, fc.nat(25), fc.constantFrom('none', 'month-of-quarter'), (log, asOf, whole, after, season) => {
        const cut = addCalendarDays(whole.from, after)
        fc.pre(cut < whole.to)
        const parts = [whole, { from: whole.from, to: cut }, { from: addCalendarDays(cut, 1), to: whole.to }]
        const { periods: told } = forecastSales(log, pipeline, {
          asOf,
          periods: parts,
          method: 'age',
          newDeals: 'history',
          missingAmounts: 'history',
          season,
        })
        const units = (text: string | undefined): bigint => toUnits(text as string)
        for (const key of ['won', 'open', 'newDeals', 'expected'] as const) {
          expect(units(told[1]?.[key]) + units(told[2]?.[key])).toBe(units(told[0]?.[key]))
        }
        for (const one of told) expect(units(one.won) + units(one.open) + units(one.newDeals)).toBe(units(one.expected))
      }),
      { numRuns: 60 },
    )
  })

  it('of two logs of other deals the expectation is the sum of both, by given curves', () => {
    fc.assert(
      fc.property(logs, logs, logs, asOfs, periods, (log, more, history, asOf, period) => {
        const others = more.map((change) => ({ ...change, deal: `${change.deal}-other` }))
        const { curves } = stageCurves(history, pipeline, { asOf: '2024-12-31' })
        for (const method of ['stage', 'age'] as const) {
          const of = (changes: readonly StageChange[]) => forecastSales(changes, pipeline, { asOf, periods: [period], method, curves }).periods[0]
          const [one, other, both] = [of(log), of(others), of([...log, ...others])]
          expect(toUnits(both?.expected as string)).toBe(toUnits(one?.expected as string) + toUnits(other?.expected as string))
          const variance = ({ standardDeviation }: { standardDeviation: number }): number => standardDeviation ** 2
          if (one && other && both) expect(variance(both)).toBeCloseTo(variance(one) + variance(other), 0)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('lies in order: won ≤ low ≤ median ≤ high, and a higher target is never likelier', () => {
    fc.assert(
      fc.property(logs, asOfs, periods, fc.constantFrom('stage', 'age'), fc.constantFrom(0.5, 1, 3), (log, asOf, period, method, spread) => {
        const ask = (target: number) => forecastSales(log, pipeline, { asOf, periods: [period], method, spread, target }).periods[0]
        const told = [0, 5, 100, 110, 1000].map(ask)
        const [first] = told
        const inOrder = [first?.won, first?.low, first?.median, first?.high].map(Number)
        expect([...inOrder].sort((one, other) => one - other)).toEqual(inOrder)
        const chances = told.map((one) => one?.probabilityOfTarget as number)
        expect([...chances].sort((one, other) => other - one)).toEqual(chances)
      }),
      { numRuns: 100 },
    )
  })

  it('is the same for one seed, and by another one about the same', () => {
    const log = Array.from({ length: 60 }, (_, deal): StageChange => {
      return { deal, at: '2024-03-01', to: deal % 2 === 0 ? 'lead' : 'quoted', amount: (100_000 + deal ** 3) / 100, expected: '2024-04-10' }
    })
    const options = { asOf: '2024-03-20', periods: [{ from: '2024-04-01', to: '2024-04-30' }], method: 'stage', target: 16_000 } as const
    const [one, again, other] = [1, 1, 2].map((seed) => forecastSales(log, pipeline, { ...options, seed }))
    expect(one?.periods[0]?.computed).toBe('simulated')
    expect(again).toEqual(one)
    expect(other?.periods).not.toEqual(one?.periods)
    expect(one?.simulation).toEqual({ seed: 1, draws: 10_000 })
    // Within four standard errors of a share of about a half.
    const chances = [one, other].map((forecast) => forecast?.periods[0]?.probabilityOfTarget as number)
    expect(Math.abs((chances[0] as number) - (chances[1] as number))).toBeLessThan(4 * Math.sqrt(0.5 / 10_000))
    for (const key of ['low', 'median', 'high'] as const) {
      expect(Math.abs(Number(one?.periods[0]?.[key]) / Number(other?.periods[0]?.[key]) - 1)).toBeLessThan(0.03)
    }
    // The same on every platform.
    expect(one?.periods[0]).toMatchObject({ expected: '24118.65', low: '15553.70', probabilityOfTarget: 0.9407 })
  })

  it('answers for thousands of deals of one price exactly', () => {
    const log = Array.from({ length: 5000 }, (_, deal): StageChange => {
      return { deal, at: '2024-03-01T23:30:00Z', to: 'quoted', amount: 50, currency: 'USD', expected: '2024-04-10' }
    })
    const options = { asOf: '2024-03-20', periods: [{ from: '2024-04-01', to: '2024-04-30' }], method: 'stage', zone: 'Asia/Shanghai' } as const
    const { periods: told } = forecastSales(log, pipeline, { ...options, currencyRates: rates })
    expect(told).toMatchObject([{ expected: '92500.00', computed: 'exact' }])
    expect(sum([told[0]?.low, told[0]?.high]) / 2).toBeCloseTo(92_500, -2)
  })
})

/** Money as a whole number of so small a unit that none of these has smaller ones. */
function toUnits(text: string): bigint {
  const [whole = '', decimals = ''] = text.split('.')
  return BigInt(whole + decimals.padEnd(60, '0'))
}
