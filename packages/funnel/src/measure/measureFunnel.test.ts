import { describe, expect, it } from 'vitest'
import { pipeline, rates, to, wayOf } from '../../testing/stageLogs.js'
import { type FunnelDiagnosis, type FunnelMeasure, type FunnelOptions, measureFunnel, type StageChange } from '../index.js'

const asOf = '2024-03-31'
const measure = (log: readonly StageChange[], options: Partial<FunnelOptions> = {}): FunnelMeasure =>
  measureFunnel(log, pipeline, { asOf, detail: 'deals', ...options })

/** Entered, skipped, advanced, lost, open and standing of every stage. */
const stagesOf = ({ stages }: FunnelMeasure): number[][] =>
  stages.map(({ entered, skipped, advanced, lost, open, standing }) => [entered, skipped, advanced, lost, open, standing])
const daysOf = ({ stages }: FunnelMeasure): unknown[] =>
  stages.map(({ medianDays, medianDaysAdvanced, medianDaysLost }) => [medianDays, medianDaysAdvanced, medianDaysLost])
const countsOf = ({ won, lost, open }: FunnelMeasure): number[] => [won.count, lost.count, open.count]
const toldOf = ({ diagnoses }: { readonly diagnoses: readonly FunnelDiagnosis[] }): unknown[] =>
  diagnoses.map(({ code, params }) => [code, params.count])

describe('measureFunnel: known answers', () => {
  // Eight deals, days and outcome: 10 won, 20 lost, 20 open, 30 won, 40 lost, 50 open, 60 open, 60 won; 2024-03-01 is 60 days after 2024-01-01.
  const eight = [
    ...wayOf('a', ['2024-01-01', 'lead'], ['2024-01-11', 'won']),
    ...wayOf('b', ['2024-01-01', 'lead'], ['2024-01-21', 'lost']),
    ...wayOf('c', ['2024-02-10', 'lead']),
    ...wayOf('d', ['2024-01-01', 'lead'], ['2024-01-31', 'won']),
    ...wayOf('e', ['2024-01-01', 'lead'], ['2024-02-10', 'lost']),
    ...wayOf('f', ['2024-01-11', 'lead']),
    ...wayOf('g', ['2024-01-01', 'lead']),
    ...wayOf('h', ['2024-01-01', 'lead'], ['2024-03-01', 'won']),
  ]

  it('vector 10: the win rates of eight deals (R survival)', () => {
    const { conversion, stages } = measure(eight, { asOf: '2024-03-01' })
    expect([conversion.ofEntered, conversion.ofClosed]).toEqual([0.375, 0.6])
    expect(conversion.eventual.rate).toBeCloseTo(0.5, 12)
    expect(conversion.eventual.unresolved).toBeCloseTo(0.225, 12)
    expect(conversion.eventual.throughDays).toBe(60)
    // All of them stood in the first stage for as long as they took at all.
    expect(stages[0]?.conversion).toEqual(conversion)
    expect([stages[0]?.medianDays, stages[0]?.medianDaysAdvanced, stages[0]?.medianDaysLost]).toEqual([30, 30, 30])
  })

  it.each([
    [3, 7, 0.107791, 0.603222],
    [0, 5, 0, 0.434482],
  ])('vector 11: Wilson’s interval of %i won and %i lost (closed form)', (won, lost, low, high) => {
    const log = Array.from({ length: won + lost }, (_, deal) => to(deal, '2024-01-01', deal < won ? 'won' : 'lost'))
    const { interval } = measure(log).conversion
    expect(interval?.[0]).toBeCloseTo(low, 6)
    expect(interval?.[1]).toBeCloseTo(high, 6)
  })

  it('vector 7: a moment at midnight is of May in UTC, of April in Los Angeles (PostHog)', () => {
    const log = [to('a', '2020-05-01T00:00Z', 'lead')]
    const cohortsIn = (zone: string): unknown => measure(log, { zone, cohorts: { by: 'month' } }).cohorts?.map(({ from, to: end }) => [from, end])
    expect(cohortsIn('UTC')).toEqual([['2020-05-01', '2020-05-31']])
    expect(cohortsIn('America/Los_Angeles')).toEqual([['2020-04-01', '2020-04-30']])
  })

  it('vector 16: two currencies are two totals, or one by rates, and never one without (OCA/crm#640)', () => {
    const log = [to('a', '2024-01-01', 'won', { amount: 50, currency: 'USD' }), to('b', '2024-01-02', 'won', { amount: '50', currency: 'EUR' })]
    expect(measure(log).won.amounts).toEqual([
      { currency: 'EUR', amount: '50.00' },
      { currency: 'USD', amount: '50.00' },
    ])
    const currencyRates = { to: 'BRL', rates: { USD: '1.5', EUR: 2 } }
    expect(measure(log, { currencyRates }).won.amounts).toEqual([{ currency: 'BRL', amount: '175.00' }])
  })
})

describe('measureFunnel: traps of the vectors', () => {
  it('open deals are not lost: they only make a rate of all that entered too low, and say so', () => {
    const found = measure([to('a', '2024-01-01', 'won'), to('b', '2024-01-01', 'lead'), to('c', '2024-01-01', 'lead')])
    expect([countsOf(found), found.conversion.ofEntered, found.conversion.ofClosed]).toEqual([[1, 0, 2], 1 / 3, 1])
    expect(found.losses).toEqual([])
    expect(toldOf(found)).toContainEqual(['still-open', 2])
  })

  it('a deal that was opened again is one deal, of the outcome of its last episode', () => {
    const way = wayOf('a', ['2024-01-01', 'lead'], ['2024-01-05', 'lost', { reason: 'price' }], ['2024-01-10', 'quoted'], ['2024-01-20', 'won'])
    const found = measure(way)
    expect([found.entered, countsOf(found), found.losses, found.won.meanDays]).toEqual([1, [1, 0, 0], [], 19])
    expect(toldOf(found)).toContainEqual(['reopened', 1])
    const open = measure(way.slice(0, 3))
    expect([open.entered, countsOf(open), open.losses]).toEqual([1, [0, 0, 1], []])
    // Before it came back it was lost, and was never open again.
    const lost = measure(way.slice(0, 3), { asOf: '2024-01-09' })
    expect([countsOf(lost), toldOf(lost)]).toEqual([
      [0, 1, 0],
      [
        ['later-changes', 1],
        ['without-amount', 1],
      ],
    ])
  })

  it('the sums of stages do not depend on the order of the rows', () => {
    const log = [
      ...wayOf('a', ['2024-01-01', 'lead', { amount: 1, currency: 'EUR' }], ['2024-01-05', 'quoted', { amount: 2 }], ['2024-01-05', 'won']),
      ...wayOf('b', ['2024-01-02', 'lead'], ['2024-01-09', 'negotiating'], ['2024-01-12', 'quoted']),
    ]
    expect(measure([...log].reverse())).toEqual(measure(log))
    expect(measure([...log.slice(3), ...log.slice(0, 3)])).toEqual(measure(log))
  })

  it('changes of the same moment follow the stages, whatever the rows’ order', () => {
    const at = '2024-01-01T10:00:00+08:00'
    const [lead, quoted, won] = [to('a', at, 'lead'), to('a', '2024-01-01T02:00Z', 'quoted'), to('a', '2024-01-01T02:00:00.000Z', 'won')]
    const found = measure([lead, quoted, won])
    expect([countsOf(found), stagesOf(found)]).toEqual([
      [1, 0, 0],
      [
        [1, 0, 1, 0, 0, 0],
        [1, 0, 1, 0, 0, 0],
        [1, 1, 1, 0, 0, 0],
      ],
    ])
    for (const log of [
      [won, quoted, lead],
      [quoted, won, lead],
      [won, lead, quoted],
    ]) {
      expect(measure(log)).toEqual(found)
    }
  })

  it('the deals of a quarter are those of its dates at UTC+7, the first and the last hour too', () => {
    const log = [
      to('before', '2023-12-31T16:59:59Z', 'lead'),
      to('first', '2023-12-31T17:00:00Z', 'lead'),
      to('last', '2024-03-31T16:59:59.999Z', 'lead'),
      to('after', '2024-03-31T17:00:00Z', 'lead'),
    ]
    const quarter = { entered: { from: '2024-01-01', to: '2024-03-31' }, asOf: '2024-06-30' }
    const dealsIn = (zone: string): unknown => measure(log, { ...quarter, zone }).deals?.map(({ deal, entered }) => [deal, entered])
    expect(dealsIn('Asia/Bangkok')).toEqual([
      ['first', '2024-01-01'],
      ['last', '2024-03-31'],
    ])
    expect(dealsIn('UTC')).toEqual([
      ['after', '2024-03-31'],
      ['last', '2024-03-31'],
    ])
    // What is later than the last date there is not looked at.
    expect(toldOf(measure(log, { zone: 'Asia/Bangkok' }))).toContainEqual(['later-changes', 1])
    expect(toldOf(measure(log)).map((told) => (told as [string])[0])).not.toContain('later-changes')
  })
})

describe('measureFunnel: small logs by hand', () => {
  it('nothing at all', () => {
    const found = measureFunnel([], pipeline, { asOf })
    const none = { ofEntered: null, ofClosed: null, eventual: { rate: null, unresolved: null, throughDays: null }, interval: null }
    const noDeals = { count: 0, amounts: [], withoutAmount: 0, meanDays: null, medianDays: null }
    const noStage = { entered: 0, skipped: 0, advanced: 0, lost: 0, open: 0, standing: 0, conversion: none }
    const noDays = { medianDays: null, medianDaysAdvanced: null, medianDaysLost: null }
    expect(found).toEqual({
      asOf,
      zone: 'UTC',
      entered: 0,
      stages: ['lead', 'quoted', 'negotiating'].map((stage) => ({ stage, ...noStage, ...noDays })),
      conversion: none,
      won: noDeals,
      lost: noDeals,
      open: noDeals,
      losses: [],
      diagnoses: [],
      rejected: [],
      policies: [{ kind: 'pipeline', id: 'sales', version: 1 }],
    })
    expect(measure([], { by: 'region', cohorts: { by: 'month' } })).toMatchObject({ groups: [], cohorts: [], deals: [] })
  })

  it('one deal, all of it', () => {
    const found = measure(
      wayOf(
        'a',
        ['2024-01-01', 'lead', { amount: '100', currency: 'EUR', expected: '2024-02-01', attributes: { region: 'north', owner: 'Li' } }],
        ['2024-01-31', 'quoted', { amount: 120.5, currency: 'EUR', attributes: { owner: null } }],
        ['2024-03-01', 'lost', { reason: 'price' }],
      ),
    )
    expect(found.deals).toEqual([
      {
        deal: 'a',
        outcome: 'lost',
        stage: 'quoted',
        furthest: 'quoted',
        entered: '2024-01-01',
        closed: '2024-03-01',
        days: 60,
        amount: '120.50',
        currency: 'EUR',
        expected: '2024-02-01',
        reason: 'price',
        attributes: { region: 'north' },
      },
    ])
    expect(found.losses).toEqual([{ stage: 'quoted', reason: 'price', count: 1, amounts: [{ currency: 'EUR', amount: '120.50' }] }])
    expect([stagesOf(found), daysOf(found)]).toEqual([
      [
        [1, 0, 1, 0, 0, 0],
        [1, 0, 0, 1, 0, 0],
        [0, 0, 0, 0, 0, 0],
      ],
      [
        [30, 30, null],
        [30, null, 30],
        [null, null, null],
      ],
    ])
    expect([found.lost.meanDays, found.lost.medianDays, toldOf(found)]).toEqual([60, 60, []])
  })

  it('a stage that is skipped is passed in no time, which counts in no median', () => {
    const found = measure([
      ...wayOf('a', ['2024-01-01', 'lead'], ['2024-01-11', 'negotiating']),
      ...wayOf('b', ['2024-01-01', 'lead'], ['2024-01-05', 'quoted'], ['2024-01-25', 'won']),
    ])
    expect([stagesOf(found), daysOf(found), toldOf(found)]).toEqual([
      [
        [2, 0, 2, 0, 0, 0],
        [2, 1, 2, 0, 0, 0],
        [2, 1, 1, 0, 1, 1],
      ],
      [
        [7, 7, null],
        [20, 20, null],
        [null, null, null],
      ],
      [
        ['still-open', 1],
        ['skipped', 2],
        ['without-amount', 2],
      ],
    ])
    expect(found.stages[1]?.conversion.eventual).toEqual({ rate: 1, unresolved: 0, throughDays: 20 })
  })

  it('a deal that goes back has come as far as it ever did, stands where it is, and is lost from its furthest stage', () => {
    const way = wayOf('a', ['2024-01-01', 'lead'], ['2024-01-11', 'negotiating'], ['2024-01-21', 'quoted'])
    const open = measure(way)
    expect(stagesOf(open)).toEqual([
      [1, 0, 1, 0, 0, 0],
      [1, 0, 1, 0, 0, 1],
      [1, 0, 0, 0, 1, 0],
    ])
    expect(open.deals).toMatchObject([{ outcome: 'open', stage: 'quoted', furthest: 'negotiating', closed: null, days: 90 }])
    expect(toldOf(open)).toContainEqual(['regressed', 1])
    expect(toldOf(open).map((told) => (told as [string])[0])).not.toContain('skipped')
    const lost = measure([...way, to('a', '2024-02-10', 'lost')])
    expect([lost.losses, daysOf(lost)]).toEqual([
      [{ stage: 'negotiating', reason: null, count: 1, amounts: [] }],
      [
        [10, 10, null],
        // It stood there only after it had come further.
        [null, null, null],
        [30, null, 30],
      ],
    ])
    expect(lost.deals).toMatchObject([{ outcome: 'lost', stage: 'quoted', furthest: 'negotiating' }])
  })

  it('the same stage again, and the same outcome again, tell more of a deal, and move nothing', () => {
    const found = measure(
      wayOf(
        'a',
        ['2024-01-01', 'lead', { amount: 1, currency: 'EUR' }],
        ['2024-01-11', 'lead', { amount: 5, currency: 'USD' }],
        ['2024-01-21', 'lost', { reason: 'price' }],
        ['2024-01-31', 'lost', { reason: 'timing' }],
        ['2024-02-01', 'lost', { attributes: { region: 'north' } }],
      ),
      { by: 'region' },
    )
    expect([stagesOf(found)[0], daysOf(found)[0], toldOf(found)]).toEqual([[1, 0, 0, 1, 0, 0], [20, null, 20], []])
    expect(found.losses).toEqual([{ stage: 'lead', reason: 'timing', count: 1, amounts: [{ currency: 'USD', amount: '5.00' }] }])
    expect(found.deals).toMatchObject([{ closed: '2024-01-21', days: 20 }])
    expect(found.groups?.map(({ group, entered }) => [group, entered])).toEqual([['north', 1]])
  })

  it('a reason is that of the last closing alone', () => {
    const again = wayOf('a', ['2024-01-01', 'lost', { reason: 'price' }], ['2024-01-02', 'lead', { reason: 'timing' }], ['2024-01-03', 'lost'])
    expect(measure(again).losses).toEqual([{ stage: 'lead', reason: null, count: 1, amounts: [] }])
    expect(toldOf(measure(again))).toContainEqual(['without-reason', 1])
    expect(measure(again.slice(0, 2)).deals).toMatchObject([{ outcome: 'open', reason: null }])
  })

  it('won without any stage has passed them all; lost without any has come to none', () => {
    const found = measure([to('a', '2024-01-01', 'won'), to('b', '2024-01-01', 'lost', { reason: 'weather' }), to('c', '2024-01-05', 'lead')])
    expect(stagesOf(found)).toEqual([
      [2, 1, 1, 0, 1, 1],
      [1, 1, 1, 0, 0, 0],
      [1, 1, 1, 0, 0, 0],
    ])
    expect([found.entered, countsOf(found), found.won.meanDays, found.conversion.ofEntered]).toEqual([3, [1, 1, 1], 0, 1 / 3])
    expect(found.losses).toEqual([{ stage: null, reason: 'weather', count: 1, amounts: [] }])
    expect(toldOf(found)).toEqual([
      ['still-open', 1],
      ['skipped', 1],
      ['lost-without-stage', 1],
      ['unknown-reason', 1],
      ['without-amount', 3],
    ])
    expect(found.deals?.slice(0, 2)).toMatchObject([
      { deal: 'a', stage: null, furthest: null, days: 0 },
      { deal: 'b', stage: null, furthest: null, days: 0 },
    ])
  })

  it('losses come in the order of stages and of reasons, unknown ones after them, none last', () => {
    const lostAt = (deal: string, stage: string, reason?: string): StageChange[] =>
      wayOf(deal, ['2024-01-01', stage], ['2024-01-02', 'lost', reason === undefined ? {} : { reason }])
    const reasons = ['weather', undefined, 'timing', 'price', 'Weather']
    const log = ['quoted', 'lead'].flatMap((stage) => reasons.flatMap((reason, index) => lostAt(`${stage}${index}`, stage, reason)))
    const told = measure(log).losses.map(({ stage, reason }) => [stage, reason])
    const inOrder = ['price', 'timing', 'Weather', 'weather', null]
    expect(told).toEqual(['lead', 'quoted'].flatMap((stage) => inOrder.map((reason) => [stage, reason])))
  })

  it('a date on which any change is known to the day alone goes by the stages, or else by moments', () => {
    const [back, on] = ['2024-01-01T15:00:00Z', '2024-01-01T09:00:00Z']
    const byMoments = measure([to('a', back, 'lead'), to('a', on, 'quoted')])
    expect([byMoments.deals?.[0]?.stage, toldOf(byMoments)[1]]).toEqual(['lead', ['regressed', 1]])
    const byStages = measure([to('a', back, 'lead'), to('a', on, 'quoted'), to('a', '2024-01-01', 'lead')])
    expect([byStages.deals?.[0]?.stage, toldOf(byStages)[1]]).toEqual(['quoted', ['without-amount', 1]])
    // Another date of the deal, and another deal, stay as they are.
    const others = measure([to('a', back, 'lead'), to('a', on, 'quoted'), to('a', '2024-01-02', 'lead'), to('b', '2024-01-01', 'lead')])
    expect(toldOf(others)).toContainEqual(['regressed', 1])
  })

  it('a whole way in a day takes none', () => {
    const found = measure(wayOf('a', ['2024-02-29', 'won'], ['2024-02-29', 'lead'], ['2024-02-29', 'negotiating'], ['2024-02-29', 'quoted']))
    expect([countsOf(found), daysOf(found), found.won.meanDays]).toEqual([
      [1, 0, 0],
      [
        [0, 0, null],
        [0, 0, null],
        [0, 0, null],
      ],
      0,
    ])
    expect(found.conversion.eventual).toEqual({ rate: 1, unresolved: 0, throughDays: 0 })
  })

  it('won goes before lost on one date, which cannot both be', () => {
    const both = [to('a', '2024-01-05', 'lost'), to('a', '2024-01-05', 'won'), to('a', '2024-01-01', 'lead')]
    const found = measure(both, { invalid: 'collect' })
    expect([countsOf(found), found.rejected.map(({ index, id }) => [index, id])]).toEqual([[1, 0, 0], [[0, 'a']]])
  })

  it('days are those of the calendar, whatever the clocks do', () => {
    // In Newfoundland clocks went forward on 2024-03-10: that day had 23 hours, and the way below takes 23.5 of them.
    const spring = wayOf('a', ['2024-03-10T03:30:00Z', 'lead'], ['2024-03-11T03:00:00Z', 'won'])
    expect(measure(spring, { zone: 'America/St_Johns' }).deals).toMatchObject([{ entered: '2024-03-10', closed: '2024-03-11', days: 1 }])
    // On 2024-11-03 they went back: 25 hours of one date.
    const autumn = wayOf('a', ['2024-11-03T02:30:00Z', 'lead'], ['2024-11-04T03:29:59Z', 'won'])
    const zone = 'America/St_Johns'
    expect(measure(autumn, { zone, asOf: '2024-12-31' }).deals).toMatchObject([{ entered: '2024-11-03', closed: '2024-11-03', days: 0 }])
  })

  it('changes after the last date are not looked at, whatever they say', () => {
    const log = wayOf('a', ['2024-01-01', 'lead'], ['2024-04-01', 'won'], ['2024-04-02', 'lost'], ['2024-04-02', 'lost'])
    const found = measure([...log, to('b', '2024-04-01', 'lead')])
    expect([found.entered, countsOf(found), found.rejected, toldOf(found)[0]]).toEqual([1, [0, 0, 1], [], ['later-changes', 4]])
    expect(() => measure(log, { asOf: '2024-04-02' })).toThrow('already')
  })

  it('only deals that entered in a range of dates, its ends included', () => {
    const log = ['2024-01-01', '2024-01-31', '2024-02-01'].map((at, deal) => to(deal, at, 'lead'))
    const enteredIn = (entered: FunnelOptions['entered']): unknown => {
      const found = measure(log, { entered })
      expect(found.entered + (found.diagnoses.find(({ code }) => code === 'entered-otherwise')?.params.count ?? 0)).toBe(3)
      return found.deals?.map(({ deal }) => deal)
    }
    expect(enteredIn({ from: '2024-01-01', to: '2024-01-31' })).toEqual(['0', '1'])
    expect(enteredIn({ from: '2024-01-02' })).toEqual(['1', '2'])
    expect(enteredIn({ to: '2024-01-01' })).toEqual(['0'])
    expect(enteredIn({})).toEqual(['0', '1', '2'])
    expect(enteredIn({ from: '2024-02-02', to: '2024-02-02' })).toEqual([])
  })

  it('takes 1 and "1" for one deal, and lists deals by code units', () => {
    const found = measure([to(1, '2024-01-01', 'lead'), to('1', '2024-01-02', 'quoted'), to(10, '2024-01-01', 'lead'), to(9, '2024-01-01', 'lead')])
    expect(found.deals?.map(({ deal, stage }) => [deal, stage])).toEqual([
      ['1', 'quoted'],
      ['10', 'lead'],
      ['9', 'lead'],
    ])
  })

  it('names of outcomes may be others, and the longest pipeline is measured like the shortest', () => {
    const stages = Array.from({ length: 250 }, (_, index) => ({ id: `s${index}` }))
    const long = { ...pipeline, stages, won: 'signed', lost: 'dropped' }
    const found = measureFunnel([to('a', '2024-01-01', 's249'), to('a', '2024-01-02', 'signed'), to('b', '2024-01-01', 'dropped')], long, { asOf })
    expect([found.won.count, found.lost.count, found.stages.at(-1)?.medianDays, found.stages[0]?.skipped]).toEqual([1, 1, 1, 1])
    const short = measureFunnel([to('a', '2024-01-01', 'x')], { ...pipeline, stages: [{ id: 'x' }] }, { asOf })
    expect(short.stages.map(({ open }) => open)).toEqual([1])
  })

  it('what the pipeline refuses is measured all the same', () => {
    const strict = { ...pipeline, skips: 'refuse', regressions: 'refuse', reopenings: 'refuse', lossReason: 'required' } as const
    const log = wayOf('a', ['2024-01-01', 'negotiating'], ['2024-01-02', 'lead'], ['2024-01-03', 'lost'], ['2024-01-04', 'lead'])
    expect(measureFunnel(log, strict, { asOf, currencyRates: rates })).toEqual(measureFunnel(log, pipeline, { asOf }))
  })
})
