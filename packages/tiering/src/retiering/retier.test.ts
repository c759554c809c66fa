import { addCalendarDays, addCalendarMonths } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badDates, badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths, issuesOf } from '../../testing/issuesOf.js'
import { durations, type NaiveMove, naiveRetiering } from '../../testing/naiveRetiering.js'
import { spoil } from '../../testing/spoil.js'
import {
  type CustomerValue,
  classifyByThreshold,
  type Retiering,
  type RetieringCase,
  type RetieringOptions,
  type RetierPolicy,
  retier,
  type TierMove,
  type TierRecord,
} from '../index.js'
import { textbookAbc } from '../templates.js'

const AS_OF = '2024-06-30'
const usual: RetierPolicy = {
  kind: 'retier-policy',
  id: 'usual',
  version: 3,
  tiers: [
    { id: 'A', promoteFrom: '550000', demoteBelow: '450000' },
    { id: 'B', promoteFrom: '110000', demoteBelow: '90000' },
    { id: 'C', promoteFrom: '11000', demoteBelow: '9000' },
    { id: 'D' },
  ],
  up: 'at-once',
  down: 'at-once',
}
const inTier = (tier: string, since = '2023-01-01', belowSince?: string): TierRecord =>
  belowSince === undefined ? { customer: 'X', tier, since } : { customer: 'X', tier, since, belowSince }
/** A run of one customer. */
const runOne = (
  record: TierRecord | undefined,
  value: CustomerValue['value'] | undefined,
  policy: Partial<RetierPolicy> = {},
  asOf = AS_OF,
): Retiering =>
  retier(
    { previous: record === undefined ? [] : [record], current: value === undefined ? [] : [{ customer: 'X', value }] },
    { ...usual, ...policy },
    { asOf },
  )
const moveOf = (run: Retiering): TierMove => run.moves[0] as TierMove
/** A move in a few words. */
const told = (run: Retiering): string => {
  const { from, to, type, reasons } = moveOf(run)
  return `${from} ${type} ${to}: ${reasons.map(({ code }) => code).join(', ')}`
}
const reviewed = { down: 'at-review', review: { months: [1, 7] } } as const
const movesNobody = ({ moves }: Retiering): boolean => moves.every(({ from, to }) => from === to)

describe('retier: known answers', () => {
  it.each<[string, string, string]>([
    ['A', '449999.999999999999999999', 'A down B: below-cut'],
    ['A', '450000', 'A stay A: between-cuts'],
    ['A', '1e30', 'A stay A: between-cuts'],
    ['A', '90000', 'A down B: below-cut'],
    ['A', '89999', 'A down C: below-cut'],
    ['A', '8999.99', 'A down D: below-cut'],
    ['A', '-1', 'A down D: below-cut'],
    ['B', '549999.99', 'B stay B: between-cuts'],
    ['B', '550000', 'B up A: promotion-earned'],
    ['B', '550000.000', 'B up A: promotion-earned'],
    ['B', '90000', 'B stay B: between-cuts'],
    ['B', '89999.99', 'B down C: below-cut'],
    ['C', '110000', 'C up B: promotion-earned'],
    ['C', '449999', 'C up B: promotion-earned'],
    ['D', '600000', 'D up A: promotion-earned'],
    ['D', '10999.99', 'D stay D: between-cuts'],
    ['D', '-1e9', 'D stay D: between-cuts'],
  ])('in %s with %s', (tier, value, expected) => expect(told(runOne(inTier(tier), value))).toBe(expected))

  it('says all that is to be known of a run', () => {
    const previous: TierRecord[] = [
      { customer: 'West', tier: 'B', since: '2023-01-01', belowSince: '2024-03-31' },
      { customer: 'South', tier: 'C', since: '2024-01-01', belowSince: '2024-02-02' },
      { customer: 'North', tier: 'A', since: '2023-07-01', belowSince: null },
      { customer: 'East', tier: 'B', since: '2024-05-31' },
      { customer: 'Gone', tier: 'B', since: '2024-05-31', belowSince: '2024-06-01' },
    ]
    const current = [
      { customer: 'North', value: 460_000 },
      { customer: 'New', value: '0.5' },
      { customer: 'South', value: '560000' },
      { customer: 'East', value: '7', currency: 'CNY' },
      { customer: 'West', value: '42000.0' },
    ]
    const policy: RetierPolicy = {
      ...usual,
      currency: 'CNY',
      minimumStay: 'P2M',
      grace: 'P3M',
      down: 'at-review',
      review: { months: [7, 1, 6] },
      maximumSteps: 1,
    }
    const expected: Retiering = {
      asOf: AS_OF,
      currency: 'CNY',
      moves: [
        {
          customer: 'East',
          value: '7.00',
          from: 'B',
          to: 'B',
          type: 'held',
          mayFallFrom: '2025-01-01',
          reasons: [
            { code: 'below-cut', params: { tier: 'B', demoteBelow: '90000.00', since: AS_OF } },
            { code: 'maximum-steps', params: { steps: 1, earned: 'D' } },
            { code: 'minimum-stay', params: { since: '2024-05-31', until: '2024-07-31' } },
            { code: 'grace', params: { belowSince: AS_OF, until: '2024-09-30' } },
          ],
        },
        {
          customer: 'Gone',
          value: null,
          from: 'B',
          to: 'B',
          type: 'stay',
          reasons: [{ code: 'value-missing', params: { countedAsZero: false } }],
        },
        { customer: 'New', value: '0.50', from: null, to: 'D', type: 'new', reasons: [{ code: 'first-tier', params: { tier: 'D', from: null } }] },
        {
          customer: 'North',
          value: '460000.00',
          from: 'A',
          to: 'A',
          type: 'stay',
          reasons: [{ code: 'between-cuts', params: { demoteBelow: '450000.00', promoteFrom: null } }],
        },
        {
          customer: 'South',
          value: '560000.00',
          from: 'C',
          to: 'B',
          type: 'up',
          reasons: [
            { code: 'promotion-earned', params: { tier: 'B', promoteFrom: '110000.00' } },
            { code: 'maximum-steps', params: { steps: 1, earned: 'A' } },
          ],
        },
        {
          customer: 'West',
          value: '42000.00',
          from: 'B',
          to: 'C',
          type: 'down',
          reasons: [{ code: 'below-cut', params: { tier: 'B', demoteBelow: '90000.00', since: '2024-03-31' } }],
        },
      ],
      customers: [
        { customer: 'East', tier: 'B', since: '2024-05-31', belowSince: AS_OF },
        { customer: 'Gone', tier: 'B', since: '2024-05-31', belowSince: '2024-06-01' },
        { customer: 'New', tier: 'D', since: AS_OF },
        { customer: 'North', tier: 'A', since: '2023-07-01' },
        { customer: 'South', tier: 'B', since: AS_OF },
        { customer: 'West', tier: 'C', since: AS_OF },
      ],
      rejected: [],
      diagnoses: [
        { code: 'customers-without-value', params: { count: 1, countedAsZero: false } },
        { code: 'new-customers', params: { count: 1 } },
      ],
      policies: [{ kind: 'retier-policy', id: 'usual', version: 3 }],
    }
    expect(retier(deepFreeze({ previous, current }), deepFreeze(policy), deepFreeze({ asOf: AS_OF }))).toStrictEqual(expected)
  })

  it('what the tier asks for and what the next better one does, where there is one', () => {
    expect(['A', 'B', 'D'].map((tier) => moveOf(runOne(inTier(tier), tier === 'A' ? 500_000 : tier === 'B' ? 100_000 : 0)).reasons)).toEqual([
      [{ code: 'between-cuts', params: { demoteBelow: '450000', promoteFrom: null } }],
      [{ code: 'between-cuts', params: { demoteBelow: '90000', promoteFrom: '550000' } }],
      [{ code: 'between-cuts', params: { demoteBelow: null, promoteFrom: '11000' } }],
    ])
  })

  it('no customers', () => {
    const run = retier({ previous: [], current: [] }, usual, { asOf: AS_OF })
    expect(run).toMatchObject({ moves: [], customers: [], rejected: [], diagnoses: [{ code: 'no-customers', params: {} }] })
    expect(run).not.toHaveProperty('currency')
  })

  it('one tier: whoever is new is in it, and nobody leaves it', () => {
    const tiers = [{ id: 'all' }]
    expect(told(runOne(undefined, -5, { tiers }))).toBe('null new all: first-tier')
    expect(runOne(inTier('all', AS_OF, AS_OF), 5, { tiers, maximumSteps: 1 })).toMatchObject({
      moves: [{ type: 'stay', reasons: [{ code: 'between-cuts', params: { demoteBelow: null, promoteFrom: null } }] }],
      customers: [inTier('all', AS_OF)],
    })
  })

  it.each<[CustomerValue['value'], string]>([
    ['550000', 'A'],
    ['549999.99', 'B'],
    ['110000', 'B'],
    ['109999.99', 'C'],
    ['10999.99', 'D'],
    [-3, 'D'],
  ])('new with %s', (value, tier) => {
    const from = usual.tiers.find(({ id }) => id === tier)?.promoteFrom ?? null
    for (const policy of [usual, { up: 'at-review', down: 'at-review', review: { months: [1] }, maximumSteps: 1 } as const]) {
      expect(runOne(undefined, value, policy)).toMatchObject({
        moves: [{ from: null, to: tier, type: 'new', reasons: [{ code: 'first-tier', params: { tier, from } }] }],
        customers: [{ customer: 'X', tier, since: AS_OF }],
        diagnoses: [{ code: 'new-customers', params: { count: 1 } }],
      })
    }
  })
})

describe('retier: where new customers come in', () => {
  const tiers = [
    { id: 'A', promoteFrom: '550000', from: '500000', demoteBelow: '450000' },
    { id: 'B', promoteFrom: '110000', demoteBelow: '90000' },
    { id: 'C', promoteFrom: '11000', from: '9000', demoteBelow: '9000' },
    { id: 'D' },
  ]

  it.each([
    ['550000', 'A', '500000'],
    ['500000.0', 'A', '500000'],
    ['499999.99', 'B', '110000'],
    ['110000', 'B', '110000'],
    ['109999.99', 'C', '9000'],
    ['9000', 'C', '9000'],
    ['8999.99', 'D', null],
  ])('with %s into %s', (value, tier, from) => {
    expect(runOne(undefined, value, { tiers })).toMatchObject({
      moves: [{ from: null, to: tier, type: 'new', reasons: [{ code: 'first-tier', params: { tier, from } }] }],
      customers: [{ customer: 'X', tier, since: AS_OF }],
    })
  })

  it('is of no account to whoever has a tier', () => {
    expect(told(runOne(inTier('B'), '540000', { tiers }))).toBe('B stay B: between-cuts')
    expect(told(runOne(inTier('A'), '460000', { tiers }))).toBe('A stay A: between-cuts')
    expect(told(runOne(inTier('D'), '10000', { tiers }))).toBe('D stay D: between-cuts')
  })
})

describe('retier: what keeps a customer', () => {
  it.each([
    ['P6M', '2023-08-31', '2024-02-29'],
    ['P6M', '2022-08-31', '2023-02-28'],
    ['P1M', '2024-01-30', '2024-02-29'],
    ['P1M', '2023-02-28', '2023-03-28'],
    ['P1M1D', '2023-01-31', '2023-03-01'],
    ['P1Y', '2024-02-29', '2025-02-28'],
    ['P4Y', '2020-02-29', '2024-02-29'],
    ['P2W', '2024-02-20', '2024-03-05'],
    ['P1D', '2023-12-31', '2024-01-01'],
  ])('%s from %s is over on %s', (duration, start, until) => {
    const dayBefore = addCalendarDays(until, -1)
    const stays = (asOf: string): Retiering => runOne(inTier('B', start), 0, { minimumStay: duration }, asOf)
    expect(moveOf(stays(dayBefore))).toMatchObject({
      type: 'held',
      to: 'B',
      reasons: [{}, { code: 'minimum-stay', params: { since: start, until } }],
    })
    expect(stays(dayBefore).customers).toEqual([inTier('B', start, dayBefore)])
    expect(told(stays(until))).toBe('B down D: below-cut')
    const waits = (asOf: string): Retiering => runOne(inTier('B', '2019-01-01', start), 0, { grace: duration }, asOf)
    expect(moveOf(waits(dayBefore))).toMatchObject({ type: 'held', to: 'B', reasons: [{}, { code: 'grace', params: { belowSince: start, until } }] })
    expect(waits(dayBefore).customers).toEqual([inTier('B', '2019-01-01', start)])
    expect(told(waits(until))).toBe('B down D: below-cut')
    expect(waits(until).customers).toEqual([inTier('D', until)])
  })

  it('the grace begins on the first run that sees the value below the cut, and anew after one that does not', () => {
    const policy = { grace: 'P1M' }
    const played: string[] = []
    let record = inTier('B')
    for (const [asOf, value] of [
      ['2024-01-31', 89_999],
      ['2024-02-15', 90_000],
      ['2024-02-16', 50],
      ['2024-03-15', 50],
      ['2024-03-16', 50],
    ] as const) {
      const run = runOne(record, value, policy, asOf)
      record = run.customers[0] as TierRecord
      played.push(`${asOf} ${told(run)} since ${record.since}${record.belowSince === undefined ? '' : ` below since ${record.belowSince}`}`)
    }
    expect(played).toEqual([
      '2024-01-31 B held B: below-cut, grace since 2023-01-01 below since 2024-01-31',
      '2024-02-15 B stay B: between-cuts since 2023-01-01',
      '2024-02-16 B held B: below-cut, grace since 2023-01-01 below since 2024-02-16',
      '2024-03-15 B held B: below-cut, grace since 2023-01-01 below since 2024-02-16',
      '2024-03-16 B down D: below-cut since 2024-03-16',
    ])
  })

  it('the grace begins when the customer comes into the tier, if the value was too low before', () => {
    const run = runOne(inTier('B', '2024-06-01', '2024-02-01'), 0, { grace: 'P1M' })
    expect(moveOf(run)).toMatchObject({
      type: 'held',
      mayFallFrom: '2024-07-01',
      reasons: [
        { code: 'below-cut', params: { since: '2024-06-01' } },
        { code: 'grace', params: { belowSince: '2024-06-01', until: '2024-07-01' } },
      ],
    })
    expect(run.customers).toEqual([inTier('B', '2024-06-01', '2024-06-01')])
  })

  it.each<[string, string, string | undefined, Partial<RetierPolicy>, string, string | undefined]>([
    ['the later of stay and grace', '2024-02-29', '2024-06-30', { minimumStay: 'P6M', grace: 'P3M' }, AS_OF, '2024-09-30'],
    ['the later of grace and stay', '2024-05-31', '2024-05-31', { minimumStay: 'P6M', grace: 'P3M' }, AS_OF, '2024-11-30'],
    ['a review after the stay, not the next one', '2024-02-29', undefined, { ...reviewed, minimumStay: 'P6M' }, AS_OF, '2025-01-01'],
    ['the next review where the stay is over in it', '2024-01-15', undefined, { ...reviewed, minimumStay: 'P6M' }, AS_OF, '2024-07-15'],
    ['the next review where the stay is over before it', '2023-12-31', undefined, { ...reviewed, minimumStay: 'P6M' }, '2024-06-29', '2024-07-01'],
    ['a day within this review', '2024-01-15', undefined, { ...reviewed, minimumStay: 'P6M' }, '2024-07-02', '2024-07-15'],
    ['the day after a move', AS_OF, undefined, { maximumSteps: 1 }, AS_OF, '2024-07-01'],
    ['the review after that of a move', '2024-07-01', undefined, { ...reviewed, maximumSteps: 1 }, '2024-07-31', '2025-01-01'],
    ['the day after a move out of any review', AS_OF, undefined, { ...reviewed, maximumSteps: 1 }, AS_OF, '2024-07-01'],
    ['the last review', '9998-05-05', undefined, reviewed, '9999-02-01', '9999-07-01'],
    ['no review any more', '9998-05-05', undefined, reviewed, '9999-08-01', undefined],
    ['no review any more', '9998-05-05', undefined, reviewed, '9999-12-31', undefined],
    ['no day any more', '9999-12-31', undefined, { minimumStay: 'P1D' }, '9999-12-31', undefined],
    ['no day any more', '9999-12-31', undefined, { maximumSteps: 1 }, '9999-12-31', undefined],
  ])('lets it fall from: %s', (_, since, belowSince, policy, asOf, expected) => {
    const run = runOne(inTier('B', since, belowSince), 0, policy, asOf)

    expect(moveOf(run).type).toBe('held')
    expect(moveOf(run).mayFallFrom).toBe(expected)
  })

  it('says so of nobody who rises, falls or stays', () => {
    const policy = { ...reviewed, up: 'at-review', maximumSteps: 1 } as const
    for (const [tier, value] of [
      ['B', 600_000],
      ['B', 100_000],
      ['A', 460_000],
    ] as const)
      expect(moveOf(runOne(inTier(tier), value, policy))).not.toHaveProperty('mayFallFrom')
    expect(moveOf(runOne(inTier('A'), 0, policy, '2024-07-01'))).not.toHaveProperty('mayFallFrom')
  })

  it('neither of them, nor a review of falls, keeps anyone from rising', () => {
    const policy = { minimumStay: 'P1Y', grace: 'P1Y', down: 'at-review', review: { months: [1] } } as const
    expect(told(runOne(inTier('C', AS_OF, AS_OF), 700_000, policy))).toBe('C up A: promotion-earned')
  })

  it('durations of nothing keep nobody', () => {
    expect(told(runOne(inTier('A', AS_OF), 0, { minimumStay: 'P0D', grace: 'P0M' }))).toBe('A down D: below-cut')
  })

  it.each([
    [[1, 7], '2024-01-01', undefined],
    [[1, 7], '2024-01-31', undefined],
    [[1, 7], '2024-02-01', '2024-07'],
    [[7, 1], '2024-06-30', '2024-07'],
    [[1, 7], '2024-08-01', '2025-01'],
    [[1, 7], '2024-12-31', '2025-01'],
    [[2], '2024-02-29', undefined],
    [[2], '2024-03-01', '2025-02'],
    [[12], '0999-11-30', '0999-12'],
    [[1], '9998-12-31', '9999-01'],
    [[12, 3, 10], '2024-04-04', '2024-10'],
    [[1], '9999-12-31', '9999-12'],
  ])('reviews of months %j on %s: next %s', (months, asOf, next) => {
    const policy = { up: 'at-review', down: 'at-review', review: { months } } as const
    for (const [tier, value, to] of [
      ['C', 200_000, 'B'],
      ['B', 10_000, 'C'],
    ] as const) {
      const run = runOne(inTier(tier, '0900-01-01'), value, policy, asOf)
      if (next === undefined) expect(moveOf(run)).toMatchObject({ type: to < tier ? 'up' : 'down', to })
      else expect(moveOf(run)).toMatchObject({ type: 'held', to: tier, reasons: [{}, { code: 'waits-for-review', params: { next } }] })
    }
    expect(told(runOne(inTier('C', '0900-01-01'), 200_000, { ...policy, up: 'at-once' }, asOf))).toBe('C up B: promotion-earned')
    expect(told(runOne(inTier('B', '0900-01-01'), 0, { ...policy, down: 'at-once' }, asOf))).toBe('B down D: below-cut')
  })

  it('says everything that does', () => {
    const policy = { minimumStay: 'P1Y', grace: 'P3M', down: 'at-review', review: { months: [1, 7] }, maximumSteps: 2 } as const
    expect(moveOf(runOne(inTier('A', AS_OF), '7.5', policy)).reasons).toEqual([
      { code: 'below-cut', params: { tier: 'A', demoteBelow: '450000', since: AS_OF } },
      { code: 'maximum-steps', params: { steps: 2, earned: 'D' } },
      { code: 'minimum-stay', params: { since: AS_OF, until: '2025-06-30' } },
      { code: 'grace', params: { belowSince: AS_OF, until: '2024-09-30' } },
      { code: 'waits-for-review', params: { next: '2024-07' } },
      { code: 'moved-already', params: { since: AS_OF } },
    ])
    expect(told(runOne(inTier('A', '2024-06-29'), 0, policy))).toBe('A held A: below-cut, maximum-steps, minimum-stay, grace, waits-for-review')
    expect(told(runOne(inTier('A', '2024-07-01'), 0, policy, '2024-07-31'))).toBe(
      'A held A: below-cut, maximum-steps, minimum-stay, grace, moved-already',
    )
  })

  it('what is over only after the calendar ends is told to last until its last day, and is not over then', () => {
    const last = '9999-12-31'
    const run = runOne(inTier('B', '9999-12-30'), 0, { minimumStay: 'P2D', grace: 'P1D' }, last)
    expect(moveOf(run)).toMatchObject({
      type: 'held',
      reasons: [
        {},
        { code: 'minimum-stay', params: { since: '9999-12-30', until: last } },
        { code: 'grace', params: { belowSince: last, until: last } },
      ],
    })
    expect(told(runOne(inTier('B', '9999-12-30'), 0, { minimumStay: 'P1D' }, last))).toBe('B down D: below-cut')
  })
})

describe('retier: maximumSteps', () => {
  const play = (record: TierRecord, value: number, policy: Partial<RetierPolicy>, days: readonly string[]): string[] => {
    let now = record
    return days.map((asOf) => {
      const run = runOne(now, value, policy, asOf)
      now = run.customers[0] as TierRecord
      return told(run)
    })
  }

  it('moves one tier a day, and one a review where it waits for one', () => {
    const days = ['2024-07-01', '2024-07-01', '2024-07-02', '2024-07-31', '2024-08-01', '2025-01-01', '2025-01-02']
    expect(play(inTier('D'), 600_000, { maximumSteps: 1 }, days)).toEqual([
      'D up C: promotion-earned, maximum-steps',
      'C held C: promotion-earned, maximum-steps, moved-already',
      'C up B: promotion-earned, maximum-steps',
      'B up A: promotion-earned',
      'A stay A: between-cuts',
      'A stay A: between-cuts',
      'A stay A: between-cuts',
    ])
    expect(play(inTier('A'), 0, { maximumSteps: 2, down: 'at-review', review: { months: [1, 7] } }, days)).toEqual([
      'A down C: below-cut, maximum-steps',
      'C held C: below-cut, moved-already',
      'C held C: below-cut, moved-already',
      'C held C: below-cut, moved-already',
      'C held C: below-cut, waits-for-review',
      'C down D: below-cut',
      'D stay D: between-cuts',
    ])
  })

  it('a customer that fell and is still too low has its grace and its stay again', () => {
    const policy = { maximumSteps: 1, grace: 'P1M', minimumStay: 'P2M' }
    expect(play(inTier('A'), 0, policy, ['2024-01-31', '2024-02-29', '2024-03-29', '2024-04-28', '2024-04-29'])).toEqual([
      'A held A: below-cut, maximum-steps, grace',
      'A down B: below-cut, maximum-steps',
      'B held B: below-cut, maximum-steps, minimum-stay',
      'B held B: below-cut, maximum-steps, minimum-stay',
      'B down C: below-cut, maximum-steps',
    ])
    expect(runOne(inTier('A', '2023-01-01', '2024-01-31'), 0, policy, '2024-02-29').customers).toEqual([inTier('B', '2024-02-29', '2024-02-29')])
  })

  it('is of no account where the way is shorter', () => {
    expect(told(runOne(inTier('B'), 600_000, { maximumSteps: 1 }))).toBe('B up A: promotion-earned')
    expect(told(runOne(inTier('A'), 0, { maximumSteps: Number.MAX_SAFE_INTEGER }))).toBe('A down D: below-cut')
  })
})

describe('retier: missing values', () => {
  it('keeps everything as it is, or counts 0', () => {
    const record = inTier('B', '2024-01-01', '2024-02-02')
    expect(runOne(record, undefined)).toMatchObject({ moves: [{ type: 'stay', to: 'B', value: null }], customers: [record] })
    expect(runOne(record, undefined, { withoutValue: 'hold' })).toEqual(runOne(record, undefined))
    const asZero = runOne(record, undefined, { withoutValue: 'zero', currency: 'KWD' })
    expect(asZero).toMatchObject({
      moves: [
        {
          value: '0.000',
          type: 'down',
          to: 'D',
          reasons: [
            { code: 'value-missing', params: { countedAsZero: true } },
            { code: 'below-cut', params: { tier: 'B', demoteBelow: '90000.000', since: '2024-02-02' } },
          ],
        },
      ],
      customers: [inTier('D', AS_OF)],
      diagnoses: [{ code: 'customers-without-value', params: { count: 1, countedAsZero: true } }],
    })
    const tiers = [{ id: 'A', promoteFrom: 0, demoteBelow: -5 }, { id: 'B' }]
    expect(told(runOne(inTier('B'), undefined, { withoutValue: 'zero', tiers }))).toBe('B up A: value-missing, promotion-earned')
  })

  it('with collect, whoever has a bad value stays, and whoever has a bad tier is left out, neither falling nor new', () => {
    const previous = [
      { customer: 'bad value', tier: 'A', since: '2020-01-01' },
      { customer: 'missing', tier: 'A', since: '2020-01-01' },
      { customer: 'b', tier: 'Z', since: '2020-01-01' },
      { customer: 'twice', tier: 'A', since: '2020-01-01' },
      { customer: 'a', tier: 'A', since: '2024-07-01' },
      { customer: 'twice', tier: 'B', since: '2020-01-01' },
      { customer: 'without value', tier: '', since: '2020-01-01' },
      { customer: 7 },
    ] as unknown as TierRecord[]
    const current = [
      { customer: 'b', value: 600_000 },
      { customer: 'a', value: 5 },
      { customer: 'bad value', value: 'x' },
      { customer: 'bad new', value: null },
      { customer: 'twice', value: 480_000 },
      { customer: 'twice', value: 1 },
      null,
    ] as unknown as CustomerValue[]
    const policy: RetierPolicy = { ...usual, withoutValue: 'zero' }
    const run = retier({ previous, current }, policy, { asOf: AS_OF, invalid: 'collect' })
    expect(run.moves.map(({ customer, from, type, to }) => [customer, from, type, to])).toEqual([
      ['bad value', 'A', 'stay', 'A'],
      ['missing', 'A', 'down', 'D'],
    ])
    expect(run.customers.map(({ customer }) => customer)).toEqual(['bad value', 'missing'])
    expect(run.rejected.map(({ list, index, id, issues }) => [list, index, id, ...codesAndPaths(issues)])).toEqual([
      ['previous', 2, 'b', ['not-allowed', ['previous', 2, 'tier']]],
      ['previous', 3, 'twice', ['duplicate', ['previous', 3, 'customer']]],
      ['previous', 4, 'a', ['too-large', ['previous', 4, 'since']]],
      ['previous', 5, 'twice', ['duplicate', ['previous', 5, 'customer']]],
      ['previous', 6, 'without value', ['empty', ['previous', 6, 'tier']]],
      [
        'previous',
        7,
        undefined,
        ['wrong-type', ['previous', 7, 'customer']],
        ['missing', ['previous', 7, 'tier']],
        ['missing', ['previous', 7, 'since']],
      ],
      ['current', 2, 'bad value', ['not-a-decimal', ['current', 2, 'value']]],
      ['current', 3, 'bad new', ['not-a-decimal', ['current', 3, 'value']]],
      ['current', 4, 'twice', ['duplicate', ['current', 4, 'customer']]],
      ['current', 5, 'twice', ['duplicate', ['current', 5, 'customer']]],
      ['current', 6, undefined, ['wrong-type', ['current', 6]]],
    ])
    expect(run.diagnoses).toEqual([
      { code: 'rows-rejected', params: { rejected: 11, read: 4 } },
      { code: 'customers-left-out', params: { customers: ['a', 'b'] } },
      { code: 'customers-without-value', params: { count: 1, countedAsZero: false } },
      { code: 'customers-without-value', params: { count: 1, countedAsZero: true } },
    ])
    expect(JSON.parse(JSON.stringify(run))).toStrictEqual(run)
  })

  it('with collect, keeps whoever has two values, leaves out whoever has two tiers, and comes to the same in any order', () => {
    const rows = {
      previous: [
        { customer: 'two values', tier: 'A', since: '2020-01-01' },
        { customer: 'two tiers', tier: 'A', since: '2020-01-01' },
        { customer: 'two tiers', tier: 'B', since: '2020-01-01' },
        { customer: 'three', tier: 'B', since: '2020-01-01' },
        { customer: 'three', tier: 'Z', since: '2020-01-01' },
        { customer: 'three', tier: 'B', since: '2020-01-01' },
        { customer: 'usual', tier: 'B', since: '2020-01-01' },
      ],
      current: [
        { customer: 'two values', value: 1 },
        { customer: 'two values', value: 'x' },
        { customer: 'two values', value: 900_000, currency: 'EUR' },
        { customer: 'new', value: 1 },
        { customer: 'new', value: 600_000 },
        { customer: 'two tiers', value: 1 },
        { customer: 'three', value: 1 },
        { customer: 'usual', value: 1 },
      ],
    }
    const runRows = ({ previous, current }: typeof rows): Retiering =>
      retier({ previous, current }, { ...usual, withoutValue: 'zero' }, { asOf: AS_OF, invalid: 'collect' })
    const run = runRows(rows)
    expect(run.moves.map(({ customer, type }) => [customer, type])).toEqual([
      ['two values', 'stay'],
      ['usual', 'down'],
    ])
    expect(run.diagnoses).toEqual([
      { code: 'rows-rejected', params: { rejected: 10, read: 5 } },
      { code: 'customers-left-out', params: { customers: ['three', 'two tiers'] } },
      { code: 'customers-without-value', params: { count: 1, countedAsZero: false } },
    ])
    expect(run.rejected[0]).toEqual({
      list: 'previous',
      index: 1,
      id: 'two tiers',
      issues: [expect.objectContaining({ code: 'duplicate', path: ['previous', 1, 'customer'], params: { value: 'two tiers', first: 2 } })],
    })
    expect(run.rejected.map(({ list, index }) => `${list} ${index}`)).toEqual([
      ...[1, 2, 3, 4, 5].map((index) => `previous ${index}`),
      ...[0, 1, 2, 3, 4].map((index) => `current ${index}`),
    ])
    const shuffled = fc.record({
      previous: fc.shuffledSubarray(rows.previous, { minLength: 7 }),
      current: fc.shuffledSubarray(rows.current, { minLength: 8 }),
    })
    fc.assert(
      fc.property(shuffled, (other) => {
        const again = runRows(other as typeof rows)
        expect({ ...again, rejected: [] }).toEqual({ ...run, rejected: [] })
        const idsOf = ({ rejected }: Retiering): string[] => rejected.map(({ list, id }) => `${list} ${id}`).sort()
        expect(idsOf(again)).toEqual(idsOf(run))
      }),
      { numRuns: 50 },
    )
  })
})

describe('retier: currencies and names', () => {
  it('is in the one currency that policy or values state, and shows its minor digits', () => {
    const current = [
      { customer: 'X', value: '500000.125', currency: 'JPY' },
      { customer: 'Y', value: 1, currency: 'JPY' },
    ]
    const run = retier({ previous: [inTier('A')], current }, usual, { asOf: AS_OF })
    expect(run.currency).toBe('JPY')
    expect(run.moves.map(({ value }) => value)).toEqual(['500000.125', '1'])
    const one = [{ customer: 'X', value: '-0', currency: 'EUR' }]
    for (const policy of [usual, { ...usual, currency: 'EUR' }]) {
      expect(retier({ previous: [inTier('B')], current: one }, policy, { asOf: AS_OF })).toMatchObject({
        currency: 'EUR',
        moves: [{ value: '0.00', reasons: [{ params: { demoteBelow: '90000.00' } }] }],
      })
    }
  })

  it('names may be anything, and those that differ in case are two', () => {
    const names = ['__proto__', 'constructor', 'x', 'X', '客户', ' ']
    const tiers = [{ id: '__proto__', promoteFrom: 5, demoteBelow: 3 }, { id: 'constructor' }]
    const previous = names.slice(0, 3).map((customer) => ({ customer, tier: '__proto__', since: '2024-01-01' }))
    const current = names.map((customer) => ({ customer, value: 2 }))
    const run = retier({ previous, current }, { ...usual, tiers }, { asOf: AS_OF })
    expect(run.moves.map(({ customer, from, to }) => [customer, from, to])).toEqual([
      [' ', null, 'constructor'],
      ['X', null, 'constructor'],
      ['__proto__', '__proto__', 'constructor'],
      ['constructor', '__proto__', 'constructor'],
      ['x', '__proto__', 'constructor'],
      ['客户', null, 'constructor'],
    ])
    expect(JSON.parse(JSON.stringify(run))).toStrictEqual(run)
  })
})

const duration = fc.constantFrom(undefined, undefined, ...durations)
const when = fc.constantFrom('at-once' as const, 'at-review' as const)
/** Policies of one to five tiers with cuts within 0 to 100, some narrow, some wide, some overlapping. */
const policies: fc.Arbitrary<RetierPolicy> = fc
  .record({
    promoteFrom: fc
      .nat(4)
      .chain((count) => fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: count, maxLength: count }))
      .map((cuts) => cuts.sort((a, b) => b - a)),
    gaps: fc.array(fc.constantFrom(0, 0, 1, 5, 20), { minLength: 4, maxLength: 4 }),
    newcomers: fc.array(fc.constantFrom(undefined, undefined, 0, 0.5), { minLength: 4, maxLength: 4 }),
    minimumStay: duration,
    grace: duration,
    up: when,
    down: when,
    months: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
    maximumSteps: fc.constantFrom(undefined, 1, 1, 1, 2),
    withoutValue: fc.constantFrom(undefined, 'hold' as const, 'zero' as const),
  })
  .map(({ promoteFrom, gaps, newcomers, months, ...others }) => {
    let [below, enter] = [1000, 1000]
    const cuts = promoteFrom.map((cut, index) => {
      below = Math.min(cut - (gaps[index] as number), below - 1)
      const lowest = Math.min(below + (cut - below) * (newcomers[index] ?? 1), enter - 0.5)
      enter = Math.min(lowest, cut)
      return { id: `T${index}`, promoteFrom: cut, demoteBelow: below, ...(enter === cut ? {} : { from: enter }) }
    })
    return { ...usual, ...others, tiers: [...cuts, { id: 'last' }], review: { months } }
  })
const somePolicies = policies.filter(({ tiers }) => tiers.length > 1)
const values = fc.oneof(
  fc.integer({ min: -10, max: 110 }),
  fc.integer({ min: -100, max: 1100 }).map((tenths) => tenths / 10),
)
const names = ['a', 'b', 'C', '__proto__']
const start = fc.integer({ min: 0, max: 400 }).map((days) => addCalendarDays('2023-01-01', days))
/** Days to the next run, and everyone's value then: undefined where it is missing, `same` where it is that of the last run. */
const runs = fc.array(
  fc.record({
    days: fc.constantFrom(0, 0, 1, 9, 28, 31, 31, 61, 92),
    values: fc.tuple(
      ...names.map(() =>
        fc.oneof(
          { weight: 4, arbitrary: fc.constant('same' as const) },
          { weight: 3, arbitrary: values },
          { weight: 1, arbitrary: fc.constant(undefined) },
        ),
      ),
    ),
  }),
  { minLength: 10, maxLength: 25 },
)
const cutsAround = ({ tiers }: RetierPolicy, rank: number): readonly [number, number] => [
  Number(tiers[rank]?.demoteBelow ?? -1e6),
  Number(tiers[rank - 1]?.promoteFrom ?? 1e6),
]

describe('retier: laws', () => {
  it('over months, does what a naive state machine does, and the same run again moves nobody', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(policies, start, runs, (policy, firstDay, played) => {
        let asOf = firstDay
        let customers: readonly TierRecord[] = []
        let now: (number | undefined)[] = []
        for (const { days, values: changes } of played) {
          asOf = addCalendarDays(asOf, days)
          now = changes.map((value, index) => (value === 'same' ? now[index] : value))
          const current = names.flatMap((customer, index) => (now[index] === undefined ? [] : [{ customer, value: now[index] }]))
          const before = new Map(customers.map((record) => [record.customer, record]))
          const expected = names
            .flatMap((customer, index) => {
              const [record, value] = [before.get(customer), now[index]]
              return record === undefined && value === undefined ? [] : [naiveRetiering(customer, record, value, policy, asOf)]
            })
            .sort((a, b) => (a.move.customer < b.move.customer ? -1 : 1))
          const run = retier({ previous: customers, current }, policy, { asOf })
          const bare = run.moves.map(
            ({ customer, from, to, type, reasons }): NaiveMove => ({ customer, from, to, type, codes: reasons.map(({ code }) => code) }),
          )
          expect(bare).toEqual(expected.map(({ move }) => move))
          expect(run.customers).toStrictEqual(expected.map(({ state }) => state))
          for (const { type, codes } of bare) for (const key of [type, ...codes]) seen.set(key, (seen.get(key) ?? 0) + 1)
          const again = retier({ previous: run.customers, current }, policy, { asOf })
          expect(movesNobody(again)).toBe(true)
          expect(again.customers).toStrictEqual(run.customers)
          customers = run.customers
        }
      }),
      { numRuns: 40 },
    )
    const moves = ['up', 'down', 'stay', 'held', 'new']
    const reasons = ['promotion-earned', 'below-cut', 'between-cuts', 'minimum-stay', 'grace', 'waits-for-review', 'maximum-steps', 'moved-already']
    for (const key of [...moves, ...reasons, 'value-missing']) expect([key, (seen.get(key) ?? 0) > 0]).toEqual([key, true])
  })

  it('a value that swings between the cuts never moves a customer', () => {
    const cases = somePolicies.chain((policy) =>
      fc.nat(policy.tiers.length - 1).chain((rank) => {
        const [least, above] = cutsAround(policy, rank)
        const swing = fc.oneof(fc.constant(least), fc.constant(above - 0.001), fc.double({ min: least, max: above - 0.001, noNaN: true }))
        return fc.record({
          policy: fc.constant(policy),
          rank: fc.constant(rank),
          swings: fc.array(fc.tuple(fc.nat(60), swing), { minLength: 1, maxLength: 20 }),
        })
      }),
    )
    fc.assert(
      fc.property(cases, start, ({ policy, rank, swings }, since) => {
        const record = { customer: 'X', tier: policy.tiers[rank]?.id as string, since }
        let asOf = since
        let customers: readonly TierRecord[] = [record]
        for (const [days, value] of swings) {
          asOf = addCalendarDays(asOf, days)
          const run = retier({ previous: customers, current: [{ customer: 'X', value }] }, policy, { asOf })
          expect(moveOf(run)).toMatchObject({ type: 'stay', reasons: [{ code: 'between-cuts' }] })
          expect(run.customers).toStrictEqual([record])
          customers = run.customers
        }
      }),
      { numRuns: 50 },
    )
  })

  it('a value that stays moves a customer one way only, to where it belongs, and no further', () => {
    let moved = 0
    fc.assert(
      fc.property(policies, fc.nat(4), values, start, (policy, any, value, since) => {
        const { tiers } = policy
        const rank = any % tiers.length
        let customers: readonly TierRecord[] = [{ customer: 'X', tier: tiers[rank]?.id as string, since }]
        const types: TierMove['type'][] = []
        for (let month = 0; month < 120; month++) {
          const run = retier({ previous: customers, current: [{ customer: 'X', value }] }, policy, { asOf: addCalendarMonths(since, month) })
          types.push(moveOf(run).type)
          customers = run.customers
        }
        const moves = types.filter((type) => type === 'up' || type === 'down')
        const [least, above] = cutsAround(
          policy,
          tiers.findIndex(({ id }) => id === customers[0]?.tier),
        )
        expect(types.at(-1)).toBe('stay')
        expect(value >= least && value < above).toBe(true)
        expect(new Set(moves).size).toBeLessThanOrEqual(1)
        expect(moves.length).toBeLessThan(tiers.length)
        moved += moves.length
      }),
      { numRuns: 25 },
    )
    expect(moved).toBeGreaterThan(5)
  })

  const oneRun = fc.record({
    policy: policies,
    records: fc
      .subarray(names)
      .chain((some) =>
        fc.tuple(
          ...some.map((customer) =>
            fc.record({ customer: fc.constant(customer), rank: fc.nat(4), since: fc.nat(500), below: fc.option(fc.nat(200), { nil: undefined }) }),
          ),
        ),
      ),
    now: fc.subarray(names).chain((some) => fc.tuple(...some.map((customer) => fc.record({ customer: fc.constant(customer), value: values })))),
  })
  const recordsOf = ({ policy, records }: typeof oneRun extends fc.Arbitrary<infer Run> ? Run : never): TierRecord[] =>
    records.map(({ customer, rank, since, below }) => ({
      customer,
      tier: policy.tiers[rank % policy.tiers.length]?.id as string,
      since: addCalendarDays(AS_OF, -since),
      ...(below === undefined ? {} : { belowSince: addCalendarDays(AS_OF, -below) }),
    }))

  it('depends on no order, changes no input, is JSON, and treats everyone as if there were no other', () => {
    fc.assert(
      fc.property(oneRun, (one) => {
        const previous = recordsOf(one)
        const { policy, now } = one
        const run = retier({ previous, current: now }, policy, { asOf: AS_OF })
        expect(
          retier(deepFreeze({ previous: [...previous].reverse(), current: [...now].reverse() }), deepFreeze(policy), deepFreeze({ asOf: AS_OF })),
        ).toStrictEqual(run)
        expect(JSON.parse(JSON.stringify(run))).toStrictEqual(run)
        for (const [index, { customer }] of run.moves.entries()) {
          const own = <Row extends { readonly customer: string }>(rows: readonly Row[]): Row[] => rows.filter((row) => row.customer === customer)
          const alone = retier({ previous: own(previous), current: own(now) }, policy, { asOf: AS_OF })
          expect([alone.moves, alone.customers]).toEqual([[run.moves[index]], [run.customers[index]]])
        }
      }),
    )
  })

  it('whoever is held falls on the very day from which it may, and not the day before', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(oneRun, fc.integer({ min: 0, max: 100 }), (one, value) => {
        const previous = recordsOf(one)
        const { policy } = one
        const current = names.map((customer) => ({ customer, value }))
        const run = retier({ previous, current }, policy, { asOf: AS_OF })
        for (const { customer, type, mayFallFrom, reasons } of run.moves) {
          const isHeldFromFalling = type === 'held' && reasons.some(({ code }) => code === 'below-cut')
          expect(mayFallFrom === undefined).toBe(!isHeldFromFalling)
          if (mayFallFrom === undefined) continue
          const typeOn = (asOf: string): string | undefined =>
            retier({ previous: run.customers, current }, policy, { asOf }).moves.find((move) => move.customer === customer)?.type
          expect([typeOn(addCalendarDays(mayFallFrom, -1)), typeOn(mayFallFrom)]).toEqual(['held', 'down'])
          for (const { code } of reasons) seen.add(code)
        }
      }),
      { numRuns: 150 },
    )
    expect(seen.size).toBeGreaterThan(2)
  })

  it('a greater value never leads to a lower tier, and amounts in another unit lead to the same', () => {
    fc.assert(
      fc.property(oneRun, fc.constantFrom('0', '0.5', '30', '500'), fc.constantFrom(-7, 3), (one, more, zeros) => {
        const { policy, now } = one
        const previous = recordsOf(one)
        const movesOf = (current: readonly CustomerValue[], by: RetierPolicy): readonly TierMove[] =>
          retier({ previous, current }, by, { asOf: AS_OF }).moves
        const moves = movesOf(now, policy)
        const rank = (id: string): number => policy.tiers.findIndex((tier) => tier.id === id)
        const higher = movesOf(
          now.map(({ customer, value }) => ({ customer, value: value + Number(more) })),
          policy,
        )
        for (const [index, { to, value }] of higher.entries())
          if (value !== null) expect(rank(to)).toBeLessThanOrEqual(rank(moves[index]?.to as string))
        const scaled = (value: unknown): string => `${value}e${zeros}`
        const cuts = policy.tiers.map(({ id, ...own }) => ({
          id,
          ...Object.fromEntries(Object.entries(own).map(([key, cut]) => [key, scaled(cut)])),
        }))
        const other = movesOf(
          now.map(({ customer, value }) => ({ customer, value: scaled(value) })),
          { ...policy, tiers: cuts },
        )
        const bare = (all: readonly TierMove[]): unknown => all.map(({ customer, from, to, type }) => [customer, from, to, type])
        expect(bare(other)).toEqual(bare(moves))
      }),
    )
  })
})

describe('retier: bad input', () => {
  const record = inTier('A')
  const row: CustomerValue = { customer: 'X', value: '480000' }
  const run = (retiering: unknown, policy: unknown = usual, options: unknown = { asOf: AS_OF }): unknown =>
    issuesOf(() => retier(retiering as RetieringCase, policy as RetierPolicy, options as RetieringOptions))
  const bad = (key: string, value: unknown, good: object): object => {
    const spoilt = { ...good }
    Object.defineProperty(spoilt, key, { value, enumerable: true })
    return spoilt
  }

  it.each<readonly [string, unknown, string]>([
    ...badTexts.map(([value, code]) => ['customer', value, code] as const),
    ...badTexts.map(([value, code]) => ['tier', value, code] as const),
    ['tier', 'a', 'not-allowed'],
    ['tier', '__proto__', 'not-allowed'],
    ...badDates.map(([value, code]) => ['since', value, code] as const),
    ['since', '2024-07-01', 'too-large'],
    ...badDates.slice(2).map(([value, code]) => ['belowSince', value, code] as const),
    ['belowSince', '2024-07-01', 'too-large'],
    ['belowSince', 0, 'not-a-calendar-date'],
    ['value', '1', 'unknown-key'],
    ['__proto__', 1, 'unknown-key'],
  ])('previous: %s %o', (key, value, code) => {
    expect(run({ previous: [{ ...record, customer: 'Y' }, bad(key, value, record)], current: [] })).toEqual([[code, ['previous', 1, key]]])
  })

  it.each<readonly [string, unknown, string]>([
    ...badTexts.map(([value, code]) => ['customer', value, code] as const),
    ['value', undefined, 'missing'],
    ['value', null, 'not-a-decimal'],
    ['value', Number.NaN, 'not-a-decimal'],
    ['value', Infinity, 'not-a-decimal'],
    ['value', 'abc', 'not-a-decimal'],
    ['value', ' 1 ', 'not-a-decimal'],
    ['value', '0x3', 'not-a-decimal'],
    ['value', '１２', 'not-a-decimal'],
    ['value', '1,000', 'not-a-decimal'],
    ['value', '1e5000', 'too-many-digits'],
    ['currency', 'cny', 'unknown-currency'],
    ['currency', null, 'unknown-currency'],
    ['currency', '__proto__', 'unknown-currency'],
    ['since', '2024-01-01', 'unknown-key'],
    ['__proto__', 1, 'unknown-key'],
  ])('current: %s %o', (key, value, code) => {
    expect(run({ previous: [], current: [{ ...row, customer: 'Y' }, bad(key, value, row)] })).toEqual([[code, ['current', 1, key]]])
  })

  it.each(badRecords)('takes no %o', (value, code) => {
    expect(run(value)).toEqual([[code, ['retiering']]])
    expect(run({ previous: [value], current: [value] })).toEqual([
      [code, ['previous', 0]],
      [code, ['current', 0]],
    ])
    const given = value ?? null
    const givenCode = value === undefined ? 'wrong-type' : code
    expect(run({ previous: [], current: [] }, given)).toEqual([[givenCode, ['policy']]])
    expect(run({ previous: [], current: [] }, usual, given)).toEqual([[givenCode, ['options']]])
  })

  it.each(badLists)('takes no list %o', (value, code) => {
    expect(run({ previous: value, current: value })).toEqual([
      [code, ['previous']],
      [code, ['current']],
    ])
  })

  it('takes customers of a tiering as they are', () => {
    const values = [
      { customer: 'X', value: '480000' },
      { customer: 'Y', value: 5 },
    ]
    const { customers } = classifyByThreshold(values, textbookAbc)
    const given = { previous: [record], current: customers }
    expect(retier(given, usual, { asOf: AS_OF })).toEqual(
      retier({ previous: [record], current: customers.map(({ customer, value }) => ({ customer, value })) }, usual, { asOf: AS_OF }),
    )
    expect(run({ previous: [], current: [{ ...row, sum: 1, tier: 5, rank: null, reasons: 'x' }] })).toBe(run({ previous: [], current: [row] }))
  })

  it('takes a belowSince or a currency of undefined for one left out', () => {
    const previous = [{ ...record, belowSince: undefined }]
    const current = [{ ...row, currency: undefined }]
    expect(retier({ previous, current }, usual, { asOf: AS_OF, invalid: undefined })).toEqual(runOne(record, row.value))
  })

  it('names holes, and reads own properties only', () => {
    expect(run({ previous: Array(1), current: Array(1) })).toEqual([
      ['missing', ['previous', 0]],
      ['missing', ['current', 0]],
    ])
    expect(run({ previous: [Object.create(record)], current: [Object.create(row)] })).toEqual([
      ...['customer', 'tier', 'since'].map((key) => ['missing', ['previous', 0, key]]),
      ...['customer', 'value'].map((key) => ['missing', ['current', 0, key]]),
    ])
    expect(run(Object.create({ previous: [], current: [] }))).toEqual([
      ['missing', ['previous']],
      ['missing', ['current']],
    ])
    expect(run({ previous: [], current: [] }, usual, Object.create({ asOf: AS_OF }))).toEqual([['missing', ['options', 'asOf']]])
  })

  it('names everything about lists, policy and options at once, before it reads the rows of both lists', () => {
    expect(run({ previous: 'x', current: [null], from: [] }, { ...usual, up: 'x' }, { asOf: '2024-13-01', invalid: 'skip', at: 1 })).toEqual([
      ['unknown-key', ['from']],
      ['wrong-type', ['previous']],
      ['not-allowed', ['policy', 'up']],
      ['unknown-key', ['options', 'at']],
      ['not-allowed', ['options', 'invalid']],
      ['not-a-calendar-date', ['options', 'asOf']],
    ])
    expect(run({ previous: [record, record], current: [row, { ...row, value: 'x', currency: 'CNY' }] })).toEqual([
      ['duplicate', ['previous', 1, 'customer']],
      ['not-a-decimal', ['current', 1, 'value']],
      ['duplicate', ['current', 1, 'customer']],
    ])
  })

  it('refuses two currencies, and another than the policy’s', () => {
    const current = [
      { ...row, currency: 'CNY' },
      { ...row, customer: 'Y' },
    ]
    for (const invalid of ['throw', 'collect']) {
      expect(run({ previous: [], current }, usual, { asOf: AS_OF, invalid })).toEqual([['mixed-currencies', ['current']]])
    }
    expect(run({ previous: [], current }, { ...usual, currency: 'USD' })).toEqual([['not-allowed', ['current', 0, 'currency']]])
  })

  it('lists the first of many tiers where one is named that is none of them', () => {
    const tiers = Array.from({ length: 30 }, (_, index) => ({ id: `T${index}`, promoteFrom: -index, demoteBelow: -index }))
    const allowed = (count: number): unknown => {
      const policy = { ...usual, tiers: [...tiers.slice(0, count - 1), { id: 'last' }] }
      const { rejected } = retier({ previous: [record], current: [] }, policy, { asOf: AS_OF, invalid: 'collect' })
      return rejected[0]?.issues[0]?.params['allowed']
    }
    expect(allowed(2)).toEqual(['"T0"', '"last"'])
    expect(allowed(20)).toHaveLength(20)
    expect(allowed(30)).toEqual([...tiers.slice(0, 20).map(({ id }) => `"${id}"`), '…'])
  })

  it('gives a result or issues, whatever stands anywhere in the input', () => {
    const whole = {
      retiering: {
        previous: [record, inTier('B', '2024-01-01', '2024-02-01')].map((one, index) => ({ ...one, customer: `${index}` })),
        current: [row],
      },
      policy: { ...usual, minimumStay: 'P6M', down: 'at-review', review: { months: [1] }, maximumSteps: 1 },
      options: { asOf: AS_OF, invalid: 'collect' },
    }
    fc.assert(
      fc.property(spoil(whole), (spoilt) => {
        const { retiering, policy, options } = { ...(spoilt as typeof whole) }
        let made: unknown
        expect(issuesOf(() => (made = retier(retiering, policy as RetierPolicy, options as RetieringOptions)))).toBeTypeOf(
          made === undefined ? 'object' : 'string',
        )
        expect(JSON.parse(JSON.stringify({ made }))).toEqual({ made })
      }),
      { numRuns: 250 },
    )
  })
})
