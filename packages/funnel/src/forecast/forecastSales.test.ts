import { describe, expect, it } from 'vitest'
import { type ForecastOptions, forecastSales, type Pipeline, type StageChange, stageCurves, winProbability } from '../index.js'

const pipeline: Pipeline = {
  kind: 'pipeline',
  id: 'sales',
  version: 3,
  stages: [
    { id: 'half', winPercent: 50 },
    { id: 'likely', winPercent: '80' },
    { id: 'quarter', winPercent: 25 },
    { id: 'never', winPercent: 0 },
    { id: 'unknown', winPercent: null },
  ],
  won: 'won',
  lost: 'lost',
  lossReasons: [],
  skips: 'allow',
  regressions: 'allow',
  currency: 'USD',
}
const june = { from: '2024-06-01', to: '2024-06-30' }
const july = { from: '2024-07-01', to: '2024-07-31' }
const august = { from: '2024-08-01', to: '2024-08-31' }
const byStage = { asOf: '2024-06-01', method: 'stage', periods: [june] } as const satisfies ForecastOptions
const open = (deal: string | number, to: string, amount: StageChange['amount'], expected?: string, more: Partial<StageChange> = {}): StageChange => ({
  deal,
  at: '2024-05-01',
  to,
  ...(amount === undefined ? {} : { amount }),
  ...(expected === undefined ? {} : { expected }),
  ...more,
})
const forecast = (log: readonly StageChange[], more: Partial<ForecastOptions> = {}, by: Pipeline = pipeline) =>
  forecastSales(log, by, { ...byStage, ...more })
const three = [open(1, 'half', 100, '2024-06-30'), open(2, 'likely', 50, '2024-06-30'), open(3, 'quarter', 200, '2024-06-30')]

describe('forecastSales by stage: known answers', () => {
  it('vector 12: a half of 100,000 in June and in July, and what was won in August (frappe/crm#798)', () => {
    const log = [open('A', 'half', 100_000, '2024-06-15'), open('B', 'half', 100_000, '2024-07-15'), open('C', 'half', 90_000, '2024-06-15')]
    const won: StageChange = { deal: 'C', at: '2024-08-20', to: 'won', amount: '100000' }
    const { periods, overdue } = forecast([...log, won], { asOf: '2024-08-31', periods: [june, july, august] })
    expect(periods.map(({ expected }) => expected)).toEqual(['50000.00', '50000.00', '100000.00'])
    expect(periods.map(({ won: sum }) => sum)).toEqual(['0.00', '0.00', '100000.00'])
    expect(overdue.map(({ deal, expected }) => [deal, expected])).toEqual([
      ['A', '2024-06-15'],
      ['B', '2024-07-15'],
    ])
  })

  it('vector 13: the exact distribution of three deals', () => {
    const { periods, simulation } = forecast(three, { target: 140, detail: 'distribution' })
    const [period] = periods
    expect(period).toMatchObject({ expected: '140.00', median: '150.00', low: '0.00', high: '350.00', gap: '0.00', deals: 3, computed: 'exact' })
    expect((period?.standardDeviation as number) ** 2).toBeCloseTo(10_400, 8)
    expect(period?.probabilityOfTarget).toBeCloseTo(0.55, 14)
    expect(period?.outcomes?.map(({ amount }) => amount)).toEqual([0, 50, 100, 150, 200, 250, 300, 350].map((amount) => `${amount}.00`))
    const probabilities = [0.075, 0.3, 0.075, 0.3, 0.025, 0.1, 0.025, 0.1]
    for (const [place, probability] of probabilities.entries()) expect(period?.outcomes?.[place]?.probability).toBeCloseTo(probability, 14)
    expect(simulation).toBeNull()
  })

  it('vector 15: an open deal by its probability, a won one as it is, a lost one not at all', () => {
    const log = [
      open(1, 'half', '100000', '2024-06-20'),
      open(2, 'half', '80000'),
      { deal: 2, at: '2024-06-01', to: 'won', amount: '100000' },
      open(3, 'likely', '100000', '2024-06-20'),
      { deal: 3, at: '2024-06-01', to: 'lost' },
    ]
    expect(forecast(log).periods).toMatchObject([{ won: '100000.00', open: '50000.00', newDeals: '0.00', expected: '150000.00', low: '100000.00' }])
  })

  it('vector 16: two currencies are one total with rates, and an error without', () => {
    const log = [open(1, 'half', 100, '2024-06-20', { currency: 'USD' }), open(2, 'half', 100, '2024-06-20', { currency: 'EUR' })]
    const currencyRates = { to: 'BRL', rates: { USD: '1.5', EUR: 2 } }
    expect(forecast(log, { currencyRates })).toMatchObject({ currency: 'BRL', periods: [{ expected: '175.00', high: '350.00' }] })
    expect(() => forecast(log)).toThrow(
      expect.objectContaining({
        issues: [expect.objectContaining({ code: 'mixed-currencies', path: ['log'], params: { currencies: ['EUR', 'USD'] } })],
      }),
    )
  })

  it('a lost deal in another currency mixes nothing', () => {
    const log = [...three, open(4, 'half', 5, '2024-06-20', { currency: 'EUR' }), { deal: 4, at: '2024-05-20', to: 'lost' }]
    expect(forecast(log)).toMatchObject({ currency: 'USD', periods: [{ expected: '140.00' }] })
  })

  it('amounts without a currency beside others with one are mixed, with rates too', () => {
    const without = { ...pipeline, currency: undefined }
    const log = [open(1, 'half', 1, '2024-06-20'), open(2, 'half', 1, '2024-06-20', { currency: 'EUR' })]
    for (const more of [{}, { currencyRates: { to: 'USD', rates: { EUR: 2 } } }]) {
      expect(() => forecast(log, more, without)).toThrow(expect.objectContaining({ issues: [expect.objectContaining({ code: 'mixed-currencies' })] }))
    }
    expect(forecast(log.slice(0, 1), {}, without)).toMatchObject({ currency: null, periods: [{ expected: '0.5', low: '0', high: '1' }] })
  })

  it('a probability of 0 is 0, and an unknown one is no guess', () => {
    const log = [
      open('zero', 'never', 70, '2024-06-20'),
      open('unknown', 'unknown', 70, '2024-06-20'),
      open('unpriced', 'half', undefined, '2024-06-20'),
    ]
    const { periods, unknown, diagnoses } = forecast(log, { target: 1 })
    expect(periods).toMatchObject([{ expected: '0.00', high: '0.00', deals: 1, probabilityOfTarget: 0 }])
    expect(unknown.map(({ deal, reason, probability, amount }) => [deal, reason, probability, amount])).toEqual([
      ['unknown', 'without-win-percent', null, '70.00'],
      ['unpriced', 'without-amount', 0.5, null],
    ])
    expect(diagnoses).toEqual([
      { code: 'without-amount', params: { count: 1 } },
      { code: 'without-win-percent', params: { count: 1 } },
    ])
  })

  it('lists deals without a date, overdue ones and those outside all periods', () => {
    const log = [
      open('undated', 'half', 10),
      open('past', 'half', 10, '2024-05-31'),
      open('today', 'half', 10, '2024-06-01'),
      open('later', 'half', 10, '2024-07-01'),
    ]
    const { periods, unplaced, overdue, diagnoses, deals } = forecast(log, { detail: 'deals' })
    expect(periods).toMatchObject([{ deals: 1, expected: '5.00' }])
    expect(unplaced).toEqual([{ deal: 'undated', stage: 'half', ageDays: 31, amount: '10.00', probability: 0.5, expected: null, byCurve: false }])
    expect(overdue.map(({ deal }) => deal)).toEqual(['past'])
    expect(diagnoses).toEqual([{ code: 'outside-periods', params: { count: 2 } }])
    expect(deals?.map(({ deal }) => deal)).toEqual(['later', 'past', 'today', 'undated'])
  })

  it('tells periods that overlap each by itself, and that they do', () => {
    const half = { from: '2024-06-16', to: '2024-07-15' }
    const { periods, diagnoses } = forecast(three, { periods: [june, half, august] })
    expect(periods.map(({ expected }) => expected)).toEqual(['140.00', '140.00', '0.00'])
    expect(diagnoses).toEqual([{ code: 'overlapping-periods', params: { count: 2 } }])
    const around = { from: '2024-01-01', to: '2024-12-31' }
    expect(forecast(three, { periods: [june, around, july] }).diagnoses).toEqual([{ code: 'overlapping-periods', params: { count: 3 } }])
    expect(forecast(three, { periods: [july, june] }).diagnoses).toEqual([])
  })

  it('a deal that came back is forecast where it stands, and counts as won no more', () => {
    const log = [open(1, 'half', 100, '2024-06-20'), { deal: 1, at: '2024-05-05', to: 'won' }, { deal: 1, at: '2024-05-20', to: 'quarter' }]
    expect(forecast(log, { periods: [{ from: '2024-05-01', to: '2024-06-30' }] }).periods).toMatchObject([
      { won: '0.00', expected: '25.00', deals: 1 },
    ])
  })

  it('takes the date of a moment in the zone: signed on 30 June in New York is July in Shanghai', () => {
    const log = [open(1, 'half', 100), { deal: 1, at: '2024-06-30T20:00:00-04:00', to: 'won' }]
    const options = { asOf: '2024-07-31', periods: [june, july] }
    expect(forecast(log, { ...options, zone: 'America/New_York' }).periods.map(({ won }) => won)).toEqual(['100.00', '0.00'])
    expect(forecast(log, { ...options, zone: 'Asia/Shanghai' }).periods.map(({ won }) => won)).toEqual(['0.00', '100.00'])
  })

  it('has a target for all periods or for each, and the gap is what is missing', () => {
    const { periods } = forecast(three, { periods: [june, july, august], target: ['200.50', null, 0] })
    expect(
      periods.map(({ target, gap, probabilityOfTarget }) => [target, gap, probabilityOfTarget === null ? null : probabilityOfTarget.toFixed(3)]),
    ).toEqual([
      ['200.50', '60.50', '0.225'],
      [undefined, undefined, null],
      ['0.00', '0.00', '1.000'],
    ])
    expect(Object.hasOwn(periods[1] as object, 'target')).toBe(false)
    expect(forecast(three, { periods: [june, july], target: 100 }).periods.map(({ gap }) => gap)).toEqual(['-40.00', '100.00'])
  })

  it('widens the range around what is expected, but never below what is won, nor beyond all there is', () => {
    const log = [...three, open(4, 'half', 30), { deal: 4, at: '2024-06-01', to: 'won' }, open(5, 'never', 500, '2024-06-30')]
    const ask = (spread: number, more: object = {}) => forecast(log, { target: 200, spread, detail: 'distribution', ...more }).periods[0]
    const [plain, wide, narrow] = [ask(1), ask(2), ask(0.5)]
    // Expected 170. Twice as far from it 30 is −110, and 380 is 590; half as far, 100 and 275.
    expect([plain?.low, plain?.median, plain?.high]).toEqual(['30.00', '180.00', '380.00'])
    expect([wide?.low, wide?.median, wide?.high]).toEqual(['30.00', '180.00', '590.00'])
    expect([narrow?.low, narrow?.median, narrow?.high]).toEqual(['100.00', '180.00', '275.00'])
    // Without the deal that is never won there are 380 at most.
    expect(forecast(log.slice(0, -1), { spread: 2 }).periods).toMatchObject([{ low: '30.00', median: '180.00', high: '380.00' }])
    expect(wide?.standardDeviation).toBeCloseTo(2 * (plain?.standardDeviation as number), 10)
    expect(wide?.outcomes).toEqual(plain?.outcomes)
    // 200 is as far off as 185 was.
    expect(plain?.probabilityOfTarget).toBeCloseTo(0.25, 14)
    expect(wide?.probabilityOfTarget).toBeCloseTo(0.25, 14)
    expect(ask(2, { target: 300 })?.probabilityOfTarget).toBeCloseTo(0.225, 14)
    expect(ask(3, { target: 30 })?.probabilityOfTarget).toBe(1)
    expect(ask(3, { target: '30.01' })?.probabilityOfTarget).toBeLessThan(1)
    expect(forecast(log.slice(0, -1), { spread: 1000, target: '380.01' }).periods[0]?.probabilityOfTarget).toBe(0)
  })

  it('keeps the median within the range, where all of it lies on one side of what is expected', () => {
    const sure = { ...pipeline, stages: [{ id: 'half', winPercent: 99 }] }
    const [period] = forecast([open(1, 'half', 100, '2024-06-30')], { spread: 3 }, sure).periods
    expect([period?.expected, period?.low, period?.median, period?.high]).toEqual(['99.00', '100.00', '100.00', '100.00'])
  })

  it('adds long decimals exactly, and longer ones than numbers hold', () => {
    const tiny = '0.000000000000000000000000000001'
    const log = [open(1, 'half', tiny, '2024-06-20'), open(2, 'half', '123456789012345678901234567890', '2024-06-20')]
    const all = `123456789012345678901234567890${tiny.slice(1)}`
    const { periods } = forecast(log, { target: all, detail: 'distribution' })
    expect(periods).toMatchObject([
      { expected: '61728394506172839450617283945.0000000000000000000000000000005', low: '0.00', high: all, computed: 'exact' },
    ])
    expect(periods[0]?.probabilityOfTarget).toBe(0.25)
    expect(periods[0]?.outcomes).toEqual(['0.00', tiny, '123456789012345678901234567890.00', all].map((amount) => ({ amount, probability: 0.25 })))
  })

  it('reaches a target of the very sum, however long a rate makes it', () => {
    const currencyRates = { to: 'EUR', rates: { USD: '1.690830099545677' } }
    const log = [open(1, 'half', '418077.37', '2024-06-20'), open(2, 'half', '474107.99', '2024-06-20')]
    const sum = '1508533.86106199567068872'
    const [period] = forecast(log, { currencyRates, target: sum }).periods
    expect(period).toMatchObject({ high: sum, probabilityOfTarget: 0.25 })
    expect(forecast(log, { currencyRates, target: `${sum}1` }).periods[0]?.probabilityOfTarget).toBe(0)
    // One deal is certain and one is won: what is expected is low, high and reached.
    const certain = { ...pipeline, stages: [{ id: 'half', winPercent: 100 }] }
    const sure = [open(1, 'half', '418077.37', '2024-06-20'), open(2, 'half', '474107.99'), { deal: 2, at: '2024-06-01', to: 'won' }]
    const [all] = forecast(sure, { currencyRates, target: sum }, certain).periods
    expect([all?.expected, all?.low, all?.high, all?.gap, all?.probabilityOfTarget]).toEqual([sum, sum, sum, '0.00', 1])
  })

  it('simulates many amounts that are longer than numbers hold', () => {
    const log = Array.from({ length: 40 }, (_, deal) => open(deal, 'half', `${10 ** 12 + 3 ** deal}.00000001`, '2024-06-20'))
    const [period] = forecast(log, { target: '1' }).periods
    expect(period?.computed).toBe('simulated')
    expect(Number(period?.median) / Number(period?.expected)).toBeCloseTo(1, 0)
  })

  it('of nothing expects nothing', () => {
    const empty = forecast([], { target: 5 })
    expect(empty).toMatchObject({ currency: 'USD', unplaced: [], overdue: [], unknown: [], diagnoses: [], rejected: [] })
    expect(empty.periods).toMatchObject([
      { won: '0.00', expected: '0.00', low: '0.00', high: '0.00', standardDeviation: 0, probabilityOfTarget: 0, deals: 0 },
    ])
    expect(forecast(three, { periods: [] })).toMatchObject({ periods: [], diagnoses: [{ code: 'outside-periods', params: { count: 3 } }] })
    expect(empty.policies).toEqual([{ kind: 'pipeline', id: 'sales', version: 3 }])
  })

  it('does not look at later changes, and leaves out what is refused', () => {
    const later: StageChange = { deal: 1, at: '2024-06-02', to: 'won' }
    const bad = { deal: 2, at: '2024-05-02', to: 'nowhere' }
    const found = forecast([...three, later, bad], { invalid: 'collect' })
    expect(found.periods).toMatchObject([{ expected: '140.00' }])
    expect(found.diagnoses).toEqual([
      { code: 'later-changes', params: { count: 1 } },
      { code: 'rejected', params: { count: 1 } },
    ])
    expect(found.rejected).toMatchObject([{ index: 4, id: '2' }])
  })
})

describe('forecastSales by age', () => {
  const single: Pipeline = { ...pipeline, stages: [{ id: 'quoted' }], currency: 'EUR' }
  const way = (deal: string, entered: string, left: string | null, outcome = 'won', amount: number | null = 100): StageChange[] => [
    { deal, at: entered, to: 'quoted', ...(amount === null ? {} : { amount }) },
    ...(left === null ? [] : [{ deal, at: left, to: outcome }]),
  ]
  // Of four deals one is won after 10 days, one lost after 20, one won after 30 and one lost after 40.
  const past = [
    ...way('p1', '2024-01-01', '2024-01-11', 'won', 100),
    ...way('p2', '2024-01-01', '2024-01-21', 'lost'),
    ...way('p3', '2024-01-01', '2024-01-31', 'won', 300),
    ...way('p4', '2024-01-01', '2024-02-10', 'lost'),
  ]
  const byAge = { asOf: '2024-06-30', method: 'age', periods: [july] } as const satisfies ForecastOptions
  const { curves } = stageCurves(past, single, { asOf: '2024-03-31' })
  const ask = (log: readonly StageChange[], more: Partial<ForecastOptions> = {}) => forecastSales(log, single, { ...byAge, ...more })

  it('goes by the curve of the stage at the age of the deal', () => {
    const fresh: StageChange = { deal: 'new', at: '2024-06-25', to: 'quoted', amount: 900, expected: '2024-07-20' }
    const old: StageChange = { deal: 'old', at: '2024-06-15', to: 'quoted', amount: 900, expected: '2024-07-20' }
    const { periods, deals } = ask([fresh, old], { curves, detail: 'deals' })
    expect(deals?.map(({ deal, ageDays, probability }) => [deal, ageDays, probability])).toEqual([
      ['new', 5, 0.5],
      ['old', 15, Number((1 / 3).toFixed(12))],
    ])
    for (const { ageDays, probability } of deals ?? [])
      expect(probability).toBeCloseTo(winProbability({ stage: 'quoted', ageDays }, curves).probability as number, 12)
    expect(periods[0]?.expected).toBe('749.9999999997')
    expect(periods[0]?.computed).toBe('exact')
  })

  it('places by the curve what states no date', () => {
    // 5 days old on 30 June: on day 10 (5 July) a quarter is won, on day 20 a quarter lost, on day 30 (25 July) a quarter won.
    const log: StageChange[] = [{ deal: 'new', at: '2024-06-25', to: 'quoted', amount: 1000 }]
    const weeks = [
      { from: '2024-07-01', to: '2024-07-04' },
      { from: '2024-07-05', to: '2024-07-05' },
      { from: '2024-07-06', to: '2024-07-24' },
      { from: '2024-07-25', to: '2024-12-31' },
      { from: '2024-01-01', to: '2024-06-30' },
    ]
    const { periods, unplaced, diagnoses } = ask(log, { curves, periods: weeks })
    expect(periods.map(({ expected, deals }) => [expected, deals])).toEqual([
      ['0.00', 0],
      ['250.00', 1],
      ['0.00', 0],
      ['250.00', 1],
      ['0.00', 0],
    ])
    expect(unplaced).toEqual([{ deal: 'new', stage: 'quoted', ageDays: 5, amount: '1000.00', probability: 0.5, expected: null, byCurve: true }])
    expect(diagnoses).toEqual([])
    const dated = log.map((change) => ({ ...change, expected: '2024-07-20' }))
    expect(ask(dated, { curves }).periods[0]?.expected).toBe('500.00')
    expect(ask(dated, { curves, placement: 'curve', periods: weeks }).periods.map(({ expected }) => expected)).toEqual(
      periods.map(({ expected }) => expected),
    )
  })

  it('makes the curves of the log itself, without the deals that are open counting as lost', () => {
    const log = [...past, ...way('new', '2024-06-25', null, 'won', 1000)]
    expect(ask(log).periods[0]?.expected).toBe(ask(log, { curves: stageCurves(log, single, { asOf: '2024-06-30' }).curves }).periods[0]?.expected)
    expect(ask(log).periods[0]?.expected).toBe('500.00')
  })

  it('says nothing where there is no history, or too little', () => {
    const log = way('new', '2024-06-25', null, 'won', 1000)
    expect(ask(log)).toMatchObject({
      periods: [{ expected: '0.00', deals: 0 }],
      unknown: [{ deal: 'new', reason: 'insufficient-history', probability: null }],
      unplaced: [{ deal: 'new', byCurve: false }],
      diagnoses: [{ code: 'insufficient-history', params: { count: 1 } }],
    })
    expect(ask(log, { curves: {} }).unknown).toHaveLength(1)
    expect(ask(log, { curves, minimumSample: 5 }).unknown).toHaveLength(1)
    expect(ask(log, { curves, minimumSample: 4 }).unknown).toHaveLength(0)
    // Older than any deal that was ever decided.
    expect(ask(way('ancient', '2023-06-25', null, 'won', 1000), { curves }).unknown).toMatchObject([{ reason: 'insufficient-history' }])
  })

  it('takes amounts that are not stated from the won deals', () => {
    const log = [...past, ...way('new', '2024-06-25', null, 'won', null)]
    expect(ask(log)).toMatchObject({ periods: [{ expected: '0.00' }], unknown: [{ reason: 'without-amount' }] })
    const found = ask(log, { missingAmounts: 'history', target: 300 })
    // Half of the mean of 100 and 300.
    expect(found).toMatchObject({
      periods: [{ expected: '100.00', low: '0.00', high: '300.00', computed: 'simulated' }],
      unknown: [],
      simulation: { seed: 1, draws: 10_000 },
    })
    expect(found.periods[0]?.probabilityOfTarget).toBeCloseTo(0.25, 1)
    expect(found.periods[0]?.standardDeviation).toBeCloseTo(Math.sqrt(0.5 * (100 ** 2 + 300 ** 2) * 0.5 - 100 ** 2), 8)
    expect(found.diagnoses).toEqual([{ code: 'amount-from-history', params: { count: 1 } }])
    const nothing = ask(way('new', '2024-06-25', null, 'won', null), { curves, missingAmounts: 'history' })
    expect(nothing).toMatchObject({ unknown: [{ reason: 'without-amount' }], periods: [{ expected: '0.00' }] })
  })

  it('expects as many new deals as entered in the 90 days before', () => {
    // Three entered within 90 days: one on each of 2 April (the first of them), 1 May and 30 June; on 1 April is too early.
    const recent = ['2024-04-01', '2024-04-02', '2024-05-01', '2024-06-30'].flatMap((day, index) => way(`r${index}`, day, day))
    const { newDealsPerDay, periods, simulation } = ask(recent, {
      newDeals: 'history',
      periods: [july, { from: '2024-07-31', to: '2024-07-31' }, june],
    })
    expect(newDealsPerDay).toBe(3 / 90)
    // All deals of the log are won on the day on which they come, for 100.
    expect(Number(periods[0]?.newDeals)).toBeCloseTo((31 * 100 * 3) / 90, 8)
    expect(Number(periods[1]?.newDeals)).toBeCloseTo((100 * 3) / 90, 8)
    expect(periods[2]).toMatchObject({ newDeals: '0.00', won: '100.00' })
    expect(periods[0]?.expected).toBe(periods[0]?.newDeals)
    // Compound Poisson: λ × 100².
    expect(periods[0]?.standardDeviation).toBeCloseTo(100 * Math.sqrt(31 / 30), 8)
    expect(simulation).toEqual({ seed: 1, draws: 10_000 })
  })

  it('counts the days of a young log since it began, and expects none where none came', () => {
    expect(ask(way('a', '2024-06-21', '2024-06-21'), { newDeals: 'history' }).newDealsPerDay).toBe(0.1)
    for (const log of [past, way('lost', '2024-06-21', '2024-06-22', 'lost'), []]) {
      const found = ask(log, { newDeals: 'history' })
      expect(found).toMatchObject({ newDealsPerDay: null, periods: [{ newDeals: '0.00' }] })
      expect(found.diagnoses.map(({ code }) => code)).toEqual(['no-history-of-new-deals'])
    }
  })
})
