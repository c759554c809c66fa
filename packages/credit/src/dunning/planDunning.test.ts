import { addCalendarDays, addCalendarMonths } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencies, randomDate, unitsOf } from '../../testing/arbitraries.js'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { naiveDunning } from '../../testing/naiveDunning.js'
import { digitsOf } from '../../testing/naiveSettlement.js'
import { dunningSchemes } from '../../testing/receivables.js'
import { spoil } from '../../testing/spoil.js'
import {
  type DunningCase,
  type DunningLevel,
  type DunningPlan,
  type DunningScheme,
  type InterestRate,
  type OpenItem,
  planDunning,
  type SentLetter,
} from '../index.js'
import { moneyText } from '../money/moneyText.js'

const DUE = '2024-03-01'
const item: OpenItem = { id: 'INV-1', customer: 'C-1', date: '2024-02-01', due: DUE, amount: '100', currency: 'EUR' }
const schemeOf = (levels: readonly Partial<DunningLevel>[], others: Partial<DunningScheme> = {}): DunningScheme => ({
  kind: 'dunning-scheme',
  id: 'usual',
  version: 1,
  levels: levels.map((level, index) => ({ level: index + 1, afterDays: 5, letter: `letter ${index + 1}`, ...level })),
  ...others,
})
/** Levels at 5, 20 and 40 days overdue, as in vector 24. */
const threeLevels = schemeOf([{ afterDays: 5 }, { afterDays: 20 }, { afterDays: 40 }])
const oneLevel = schemeOf([{ afterDays: 1 }])
const tenPercent: InterestRate = {
  kind: 'interest-rate',
  id: 'late',
  version: 7,
  steps: [{ from: '2020-01-01', percent: 10 }],
  daysInYear: 365,
}

/** The date so many days after the due date. */
const late = (days: number): string => addCalendarDays(DUE, days)
/** What was sent for the item: levels with the days overdue on which they were. */
const sent = (...letters: readonly (readonly [level: number, days: number])[]): SentLetter[] =>
  letters.map(([level, days]) => ({ item: 'INV-1', level, sentOn: late(days) }))
const plan = (items: readonly OpenItem[], scheme: DunningScheme, asOf: string, history: readonly SentLetter[] = []): DunningPlan =>
  planDunning({ items, history }, scheme, { asOf })
/** What a plan says of each item, in a few words. */
const told = ({ letters, held, waiting }: DunningPlan): string[] => [
  ...letters.flatMap((letter) => letter.items.map(({ id, level }) => `${id} level ${level}`)),
  ...held.map(({ item: id, level, reasons }) => `${id} held at ${level}: ${reasons.map(({ code }) => code).join(', ')}`),
  ...waiting.map(({ item: id, level, reasons }) => `${id} waits at ${level}: ${reasons.map(({ code }) => code).join(', ')}`),
]
/** The letters of a plan as history. */
const posted = ({ letters, asOf }: DunningPlan): SentLetter[] =>
  letters.flatMap((letter) => letter.items.map(({ id, level }) => ({ item: id, level, sentOn: asOf })))

describe('planDunning: known answers', () => {
  it.each<[string, number, readonly (readonly [number, number])[], Partial<OpenItem>, string[]]>([
    ['on the due day', 0, [], {}, []],
    ['day 4', 4, [], {}, ['INV-1 waits at 0: days-not-reached']],
    ['day 5', 5, [], {}, ['INV-1 level 1']],
    ['day 30 while level 1 is not yet sent', 30, [], {}, ['INV-1 level 1']],
    ['day 50 while level 1 is not yet sent', 50, [], {}, ['INV-1 level 1']],
    ['day 19 after level 1', 19, [[1, 5]], {}, ['INV-1 waits at 1: days-not-reached']],
    ['day 20 after level 1', 20, [[1, 5]], {}, ['INV-1 level 2']],
    ['day 30 after level 1', 30, [[1, 5]], {}, ['INV-1 level 2']],
    ['day 30 after level 1 of the same day', 30, [[1, 30]], {}, ['INV-1 waits at 1: interval-not-over']],
    ['day 31 after level 1 of the day before', 31, [[1, 30]], {}, ['INV-1 level 2']],
    [
      'day 40 after levels 1 and 2',
      40,
      [
        [1, 5],
        [2, 20],
      ],
      {},
      ['INV-1 level 3'],
    ],
    [
      'day 90 after all levels',
      90,
      [
        [1, 5],
        [2, 20],
        [3, 40],
      ],
      {},
      ['INV-1 waits at 3: last-level-sent'],
    ],
    ['blocked', 30, [[1, 5]], { blocked: true }, ['INV-1 held at 2: blocked']],
    ['blocked stays', 400, [[1, 5]], { blocked: true }, ['INV-1 held at 2: blocked']],
    ['paid leaves', 30, [[1, 5]], { applications: [{ date: late(29), type: 'payment', settles: '100' }] }, []],
    ['paid later does not leave', 30, [[1, 5]], { applications: [{ date: late(31), type: 'payment', settles: '100' }] }, ['INV-1 level 2']],
    [
      'settled with a discount leaves',
      30,
      [],
      {
        applications: [
          { payment: 'P-1', date: DUE, type: 'payment', amount: '98.00', settles: '98.00' },
          { payment: 'P-1', date: DUE, type: 'discount', amount: '2.00', settles: '2.00' },
        ],
      },
      [],
    ],
    ['overpaid', 30, [], { applications: [{ date: DUE, type: 'payment', settles: '101' }] }, []],
    ['of nothing', 30, [], { amount: '0' }, []],
    ['a credit note', 30, [], { amount: '-5' }, []],
  ])('Tryton (vector 24): levels at 5, 20 and 40 days: %s', (_, days, history, change, expected) => {
    expect(told(plan([{ ...item, ...change }], threeLevels, late(days), sent(...history)))).toEqual(expected)
  })

  it('Tryton (vector 24), played day by day', () => {
    const history: SentLetter[] = []
    const days = Array.from({ length: 60 }, (_, day) => {
      const run = plan([item], threeLevels, late(day), history)
      history.push(...posted(run))
      return [day, run.letters[0]?.level] as const
    })
    expect(days.filter(([, level]) => level !== undefined)).toEqual([
      [5, 1],
      [20, 2],
      [40, 3],
    ])
  })

  it('ERPNext (vector 25): 10 % a year on 100, 15 days late, fee 10: 110.41 in all', () => {
    const scheme = schemeOf([{ afterDays: 15, feeAmount: 10 }], { interest: tenPercent })
    const expected: DunningPlan = {
      asOf: '2024-03-16',
      letters: [
        {
          customer: 'C-1',
          currency: 'EUR',
          level: 1,
          items: [{ id: 'INV-1', level: 1, due: DUE, daysOverdue: 15, open: '100.00', interest: '0.41', disputed: false }],
          open: '100.00',
          credits: '0.00',
          fee: '10.00',
          interest: '0.41',
          total: '110.41',
          letter: 'letter 1',
          block: false,
          reasons: [
            { code: 'level-reached', params: { item: 'INV-1', level: 1, afterDays: 15, daysOverdue: 15 } },
            { code: 'highest-level', params: { level: 1, letter: 'letter 1' } },
            { code: 'fee-charged', params: { level: 1, fee: '10.00' } },
            { code: 'interest-charged', params: { interest: '0.41' } },
          ],
        },
      ],
      held: [],
      waiting: [],
      rejected: [],
      diagnoses: [],
      policies: [
        { kind: 'dunning-scheme', id: 'usual', version: 1 },
        { kind: 'interest-rate', id: 'late', version: 7 },
      ],
    }
    expect(plan([item], scheme, late(15))).toStrictEqual(expected)
  })

  it('says which level an item is overdue enough for, the highest one, and which letter is missing', () => {
    expect(plan([item], threeLevels, late(50)).letters[0]?.reasons).toEqual([
      { code: 'level-reached', params: { item: 'INV-1', level: 1, afterDays: 5, daysOverdue: 50 } },
      { code: 'level-not-reached-yet', params: { item: 'INV-1', level: 3, afterDays: 40, missing: 1 } },
      { code: 'highest-level', params: { level: 1, letter: 'letter 1' } },
    ])
  })

  it('one letter holds all that one customer owes in one currency, at the highest level, with one fee', () => {
    const items: OpenItem[] = [
      { ...item, id: 'B', due: late(10), amount: '40' },
      { ...item, id: 'C', due: DUE, amount: '30' },
      { ...item, id: 'A', due: DUE, amount: '20.50', disputed: true },
      { ...item, id: 'credit', amount: '-15' },
      { ...item, id: 'not due', due: late(31), amount: '1000' },
      { ...item, id: 'yen', currency: 'JPY', amount: '500' },
      { ...item, id: 'other', customer: 'c-1' },
    ]
    const scheme = schemeOf([{ feeAmount: { EUR: '2.50' } }, { afterDays: 20, feeAmount: { EUR: '5', JPY: 400 }, block: true }, { afterDays: 25 }])
    const history: SentLetter[] = [
      { item: 'A', level: 1, sentOn: late(7) },
      { item: 'C', level: 1, sentOn: late(6) },
    ]
    const { letters, diagnoses } = plan(items, scheme, late(30), history)
    expect(letters.map(({ customer, currency, level, total }) => [customer, currency, level, total])).toEqual([
      ['C-1', 'EUR', 2, '80.50'],
      ['C-1', 'JPY', 1, '500'],
      ['c-1', 'EUR', 1, '102.50'],
    ])
    expect(letters[0]).toStrictEqual({
      customer: 'C-1',
      currency: 'EUR',
      level: 2,
      items: [
        { id: 'A', level: 2, due: DUE, daysOverdue: 30, open: '20.50', interest: '0.00', disputed: true },
        { id: 'C', level: 2, due: DUE, daysOverdue: 30, open: '30.00', interest: '0.00', disputed: false },
        { id: 'B', level: 1, due: late(10), daysOverdue: 20, open: '40.00', interest: '0.00', disputed: false, next: { level: 2, on: late(31) } },
      ],
      open: '90.50',
      credits: '-15.00',
      fee: '5.00',
      interest: '0.00',
      total: '80.50',
      letter: 'letter 2',
      block: true,
      reasons: [
        { code: 'level-reached', params: { item: 'A', level: 2, afterDays: 20, daysOverdue: 30 } },
        { code: 'level-before-sent', params: { item: 'A', level: 1, sentOn: late(7) } },
        { code: 'level-reached', params: { item: 'C', level: 2, afterDays: 20, daysOverdue: 30 } },
        { code: 'level-before-sent', params: { item: 'C', level: 1, sentOn: late(6) } },
        { code: 'level-reached', params: { item: 'B', level: 1, afterDays: 5, daysOverdue: 20 } },
        { code: 'level-not-reached-yet', params: { item: 'B', level: 2, afterDays: 20, missing: 1 } },
        { code: 'highest-level', params: { level: 2, letter: 'letter 2' } },
        { code: 'fee-charged', params: { level: 2, fee: '5.00' } },
        { code: 'credits-deducted', params: { credits: '-15.00' } },
      ],
    })
    expect(diagnoses).toEqual([{ code: 'disputed-items-dunned', params: { items: ['A'] } }])
  })

  it('the letter is that of the highest level, though its item is the youngest', () => {
    const items = [item, { ...item, id: 'INV-2', due: late(5) }]
    const run = plan(items, threeLevels, late(25), [{ item: 'INV-2', level: 1, sentOn: late(10) }])
    expect(run.letters).toMatchObject([
      {
        level: 2,
        letter: 'letter 2',
        items: [
          { id: 'INV-1', level: 1 },
          { id: 'INV-2', level: 2 },
        ],
      },
    ])
  })

  it.each<[string, number, readonly (readonly [number, number])[], unknown]>([
    [
      'too few days and too soon',
      8,
      [[1, 6]],
      {
        level: 1,
        next: { level: 2, on: late(20) },
        reasons: [
          { code: 'days-not-reached', params: { level: 2, afterDays: 20, daysOverdue: 8 } },
          { code: 'interval-not-over', params: { level: 2, before: 1, sentOn: late(6), until: late(16) } },
        ],
      },
    ],
    [
      'too soon',
      30,
      [[1, 25]],
      {
        level: 1,
        next: { level: 2, on: late(35) },
        reasons: [{ code: 'interval-not-over', params: { level: 2, before: 1, sentOn: late(25), until: late(35) } }],
      },
    ],
    [
      'after the last level, which blocks too',
      60,
      [
        [3, 40],
        [3, 41],
      ],
      {
        level: 3,
        reasons: [
          { code: 'last-level-sent', params: { level: 3, sentOn: late(41) } },
          { code: 'level-blocks', params: { level: 3, sentOn: late(41) } },
        ],
      },
    ],
    [
      'after a level that the scheme no longer has',
      60,
      [[9, 40]],
      { level: 9, reasons: [{ code: 'last-level-sent', params: { level: 9, sentOn: late(40) } }] },
    ],
    [
      'after a level above one that blocks',
      60,
      [
        [3, 40],
        [4, 45],
      ],
      {
        level: 4,
        reasons: [
          { code: 'last-level-sent', params: { level: 4, sentOn: late(45) } },
          { code: 'level-blocks', params: { level: 3, sentOn: late(40) } },
        ],
      },
    ],
  ])('waits: %s', (_, days, history, expected) => {
    const scheme = schemeOf([{}, { afterDays: 20, minimumInterval: 'P10D' }, { afterDays: 40, block: true }])
    const { waiting } = plan([item], scheme, late(days), sent(...history))
    expect(waiting).toStrictEqual([
      { item: 'INV-1', customer: 'C-1', currency: 'EUR', daysOverdue: days, open: '100.00', ...(expected as Partial<DunningPlan['waiting'][0]>) },
    ])
  })

  it('a level that blocks is the last, though others follow', () => {
    const scheme = schemeOf([{ block: true }, { afterDays: 20 }])
    const first = plan([item], scheme, late(30))
    expect(first.letters[0]).toMatchObject({ block: true, level: 1 })
    expect(first.letters[0]?.items[0]).not.toHaveProperty('next')
    const second = plan([item], scheme, late(300), posted(first))
    expect(second.waiting).toMatchObject([{ level: 1, reasons: [{ code: 'level-blocks', params: { level: 1, sentOn: late(30) } }] }])
    expect(second.waiting[0]).not.toHaveProperty('next')
    expect(told(plan([item], scheme, late(300), sent([1, 30], [2, 50])))).toEqual(['INV-1 waits at 2: last-level-sent, level-blocks'])
  })

  it.each<[string, readonly (readonly [number, number])[], string]>([
    ['a level between that was never sent is passed over', [[2, 10]], 'INV-1 level 3'],
    [
      'the highest level counts, whichever was sent last',
      [
        [2, 10],
        [1, 50],
      ],
      'INV-1 level 3',
    ],
    [
      'a level that the scheme no longer has stands between its neighbours',
      [
        [1, 6],
        [2, 10],
        [2, 12],
      ],
      'INV-1 level 3',
    ],
    [
      'the last day of the same level counts',
      [
        [2, 10],
        [2, 59],
        [2, 30],
      ],
      'INV-1 waits at 2: interval-not-over',
    ],
    ['letters after the day do not count', [[1, 61]], 'INV-1 level 1'],
    [
      'no other letter follows on the day of one, be it of a lower level',
      [
        [3, 10],
        [1, 60],
      ],
      'INV-1 waits at 3: interval-not-over',
    ],
    [
      'a lower level that was sent later does not begin the interval again',
      [
        [3, 10],
        [1, 59],
      ],
      'INV-1 level 4',
    ],
  ])('history: %s', (_, history, expected) => {
    const scheme = schemeOf([
      { level: 1 },
      { level: 3, afterDays: 20, minimumInterval: 'P10D' },
      { level: 4, afterDays: 40, minimumInterval: 'P10D' },
    ])
    expect(told(plan([item], scheme, late(60), sent(...history)))).toEqual([expected])
  })

  it('history may be left out', () => {
    const run = planDunning({ items: [item] }, threeLevels, { asOf: late(5) })
    expect(run).toEqual(plan([item], threeLevels, late(5)))
    expect(planDunning({ items: [item], history: undefined }, threeLevels, { asOf: late(5) })).toEqual(run)
  })

  it.each([
    ['P1M', '2023-01-31', '2023-02-28'],
    ['P1M', '2024-01-31', '2024-02-29'],
    ['P1M', '2023-01-28', '2023-02-28'],
    ['P2M', '2023-12-31', '2024-02-29'],
    ['P1M1D', '2023-01-31', '2023-03-01'],
    ['P1Y', '2024-02-29', '2025-02-28'],
    ['P1Y1M1W1D', '2023-12-31', '2025-02-08'],
    ['P2W', '2024-02-20', '2024-03-05'],
    ['P10D', '2023-12-25', '2024-01-04'],
    ['P0D', '2024-02-28', '2024-02-29'],
    ['P1D', '2024-02-28', '2024-02-29'],
    [undefined, '2024-02-28', '2024-02-29'],
  ])('the interval %s after a letter of %s ends on %s', (minimumInterval, sentOn, on) => {
    const scheme = schemeOf([{}, { afterDays: 6, minimumInterval }])
    const history = [{ item: 'INV-1', level: 1, sentOn }]
    const overdue = { ...item, date: '2022-01-01', due: '2022-01-31' }
    const before = plan([overdue], scheme, addCalendarDays(on, -1), history)
    expect(before.waiting).toMatchObject([{ next: { level: 2, on }, reasons: [{ code: 'interval-not-over', params: { sentOn, until: on } }] }])
    expect(told(plan([overdue], scheme, on, history))).toEqual(['INV-1 level 2'])
    expect(plan([overdue], scheme, sentOn).letters[0]?.items[0]?.next).toEqual({ level: 2, on })
  })

  it('the interval of the first level means nothing, nor does a history of other items', () => {
    const scheme = schemeOf([{ minimumInterval: 'P1Y' }])
    const run = plan([item], scheme, late(5), [{ item: 'INV-2', level: 1, sentOn: late(4) }])
    expect(told(run)).toEqual(['INV-1 level 1'])
    expect(run.diagnoses).toEqual([{ code: 'history-of-other-items', params: { count: 1 } }])
  })

  it('leaves out the next level where the calendar ends before', () => {
    const never = schemeOf([{}, { afterDays: 20, minimumInterval: 'P99999Y' }, { afterDays: 2 ** 53 - 1 }])
    expect(plan([item], never, late(30)).letters[0]?.items[0]).not.toHaveProperty('next')
    const { waiting } = plan([item], never, late(30), sent([1, 5]))
    expect(waiting).toMatchObject([
      { reasons: [{ code: 'interval-not-over', params: { level: 2, before: 1, sentOn: late(5), until: '9999-12-31' } }] },
    ])
    expect(waiting[0]).not.toHaveProperty('next')
    expect(plan([item], never, late(30), sent([2, 5])).waiting[0]).not.toHaveProperty('next')
    const last = plan([{ ...item, due: '9999-12-01' }], schemeOf([{ afterDays: 30 }, { afterDays: 31 }]), '9999-12-31')
    expect(told(last)).toEqual(['INV-1 level 1'])
    expect(last.letters[0]?.items[0]).not.toHaveProperty('next')
    expect(told(plan([{ ...item, date: '0001-01-01', due: '0001-01-01' }], threeLevels, '0001-01-06'))).toEqual(['INV-1 level 1'])
  })
})

describe('planDunning: what is held', () => {
  const disputed: OpenItem = { ...item, id: 'D', disputed: true }
  const blocked: OpenItem = { ...item, id: 'B', blocked: true }
  const skipping = schemeOf([{}], { skipDisputed: true })

  it('disputed items where the scheme says so, blocked ones always, and the others are asked for', () => {
    const both: OpenItem = { ...item, id: 'E', disputed: true, blocked: true }
    const run = plan([both, disputed, blocked, item], skipping, late(5))
    expect(told(run)).toEqual(['INV-1 level 1', 'B held at 1: blocked', 'D held at 1: disputed', 'E held at 1: blocked, disputed'])
    expect(run.held[0]).toStrictEqual({
      item: 'B',
      customer: 'C-1',
      currency: 'EUR',
      level: 1,
      daysOverdue: 5,
      open: '100.00',
      reasons: [{ code: 'blocked', params: {} }],
    })
    expect(run.diagnoses).toEqual([])
    const asking = plan([both, disputed, blocked, item], schemeOf([{}]), late(5))
    expect(told(asking)).toEqual(['D level 1', 'INV-1 level 1', 'B held at 1: blocked', 'E held at 1: blocked'])
    expect(asking.diagnoses).toEqual([{ code: 'disputed-items-dunned', params: { items: ['D'] } }])
    const { diagnoses } = plan([disputed, { ...disputed, id: 'C', customer: 'C-2' }], schemeOf([{}]), late(5))
    expect(diagnoses).toEqual([{ code: 'disputed-items-dunned', params: { items: ['C', 'D'] } }])
  })

  it('only what has reached a level', () => {
    expect(told(plan([disputed, blocked], skipping, late(4)))).toEqual(['B waits at 0: days-not-reached', 'D waits at 0: days-not-reached'])
  })

  it.each([
    ['20.01', '20.00', ['INV-1 held at 1: below-minimum']],
    ['20.00', '20', ['INV-1 level 1']],
    [20, '20.00', ['INV-1 level 1']],
    [{ EUR: '20.01', JPY: 1 }, '20', ['INV-1 held at 1: below-minimum']],
    [{ JPY: 1000 }, '0.01', ['INV-1 level 1']],
    [0, '0.01', ['INV-1 level 1']],
  ] as const)('what is below the minimum: %j, of %s', (minimumAmount, amount, expected) => {
    const scheme = schemeOf([{ feeAmount: 10 }], { minimumAmount, interest: tenPercent })
    expect(told(plan([{ ...item, amount }], scheme, late(50)))).toEqual(expected)
  })

  it('all that a letter would ask for counts towards the minimum, less credits', () => {
    const small = ['A', 'B', 'C'].map((id) => ({ ...item, id, amount: '10' }))
    const scheme = schemeOf([{}], { minimumAmount: '30' })
    expect(told(plan(small, scheme, late(5)))).toEqual(['A level 1', 'B level 1', 'C level 1'])
    const credit: OpenItem = { ...item, id: 'credit', amount: '-0.01', due: late(90) }
    const { held, letters } = plan([...small, credit], scheme, late(5))
    expect(letters).toEqual([])
    expect(held.map((one) => [one.item, one.reasons])).toEqual(
      ['A', 'B', 'C'].map((id) => [id, [{ code: 'below-minimum', params: { minimum: '30.00', balance: '29.99' } }]]),
    )
    expect(told(plan([...small, { ...item, id: 'yen', currency: 'JPY', amount: -100 }], scheme, late(5)))).toEqual(told(plan(small, scheme, late(5))))
  })

  it.each([
    ['-99.99', ['INV-1 level 1']],
    ['-100', ['INV-1 held at 1: covered-by-credits']],
    ['-250', ['INV-1 held at 1: covered-by-credits']],
  ])('what credits of %s cover, even where they are disputed, blocked or not due', (amount, expected) => {
    for (const change of [{}, { disputed: true }, { blocked: true }, { due: late(900) }]) {
      const run = plan([item, { ...item, id: 'credit', amount, ...change }], skipping, late(5))
      expect(told(run)).toEqual(expected)
      if (run.held.length > 0) {
        expect(run.held[0]?.reasons).toEqual([{ code: 'covered-by-credits', params: { open: '100.00', credits: moneyText(unitsOf(amount, 2), 2) } }])
      }
    }
  })

  it('credits after the day, of another customer or of another currency cover nothing', () => {
    for (const change of [{ date: late(6) }, { customer: 'c-1' }, { currency: 'CNY' }]) {
      const run = plan([item, { ...item, id: 'credit', amount: '-100', ...change }], skipping, late(5))
      expect(told(run)).toEqual(['INV-1 level 1'])
      expect(run.letters[0]?.credits).toBe('0.00')
    }
  })

  it('what is held is held item by item first: credits are set against the rest', () => {
    const run = plan([item, disputed, { ...item, id: 'A', amount: '1' }, { ...item, id: 'credit', amount: '-101' }], skipping, late(5))
    expect(told(run)).toEqual(['A held at 1: covered-by-credits', 'D held at 1: disputed', 'INV-1 held at 1: covered-by-credits'])
  })
})

describe('planDunning: fees, interest and currencies', () => {
  const yen: OpenItem = { ...item, id: 'yen', currency: 'JPY', amount: 5000 }
  const dinar: OpenItem = { ...item, id: 'dinar', currency: 'KWD', amount: '9.8' }

  it('a plain fee is charged in whichever currency, one by currency only in its own', () => {
    const fees = (feeAmount: DunningLevel['feeAmount']): string[] =>
      plan([item, yen, dinar], schemeOf([{ feeAmount }]), late(5)).letters.map(({ fee, total }) => `${fee} ${total}`)
    expect(fees(7)).toEqual(['7.00 107.00', '7 5007', '7.000 16.800'])
    expect(fees('7.0')).toEqual(['7.00 107.00', '7 5007', '7.000 16.800'])
    expect(plan([item, dinar], schemeOf([{ feeAmount: '7.5' }]), late(5)).letters.map(({ fee }) => fee)).toEqual(['7.50', '7.500'])
    expect(fees({ EUR: '7.25', KWD: '0.125' })).toEqual(['7.25 107.25', '0 5000', '0.125 9.925'])
    expect(fees({})).toEqual(['0.00 100.00', '0 5000', '0.000 9.800'])
    expect(fees(undefined)).toEqual(['0.00 100.00', '0 5000', '0.000 9.800'])
  })

  it('a plain amount of more digits than a currency of the items does not fit', () => {
    const scheme = schemeOf([{ feeAmount: '7.5' }, { afterDays: 20, feeAmount: '7.125' }], { minimumAmount: '0.01' })
    const misfit = (...items: OpenItem[]): unknown => issuesOf(() => planDunning({ items }, scheme, { asOf: late(5), invalid: 'collect' }))
    const [first, second, minimum] = [
      ['scheme', 'levels', 0, 'feeAmount'],
      ['scheme', 'levels', 1, 'feeAmount'],
      ['scheme', 'minimumAmount'],
    ]
    expect(misfit(item, yen)).toEqual([first, second, minimum].map((path) => ['too-many-decimal-places', path]))
    expect(misfit(dinar, item)).toEqual([['too-many-decimal-places', second]])
    expect(misfit(dinar)).toBe('nothing was thrown')
    expect(misfit()).toBe('nothing was thrown')
    expect(misfit(dinar, { ...yen, date: late(6) })).toBe('nothing was thrown')
  })

  it('interest is that of each item since its due date, and in what a letter asks for', () => {
    const scheme = schemeOf([{ afterDays: 5 }, { afterDays: 20 }], { interest: tenPercent })
    const items: OpenItem[] = [
      { ...item, id: 'A', applications: [{ date: late(10), type: 'payment', settles: '50' }] },
      { ...item, id: 'B', due: late(25), amount: '1000' },
    ]
    const { letters } = plan(items, scheme, late(30), [{ item: 'A', level: 1, sentOn: late(20) }])
    // 100 for 10 days and 50 for 20: 0.5479…; 1,000 for 5 days: 1.3698…
    expect(letters[0]).toMatchObject({ items: [{ interest: '0.55' }, { interest: '1.37' }], interest: '1.92', open: '1050.00', total: '1051.92' })
  })

  it('tells of days overdue before the first rate', () => {
    const scheme = schemeOf([{}], { interest: { ...tenPercent, steps: [{ from: late(3), percent: 10 }] } })
    const items = [item, { ...item, id: 'A', due: late(1) }, { ...item, id: 'B', due: late(2) }, { ...item, id: 'C', customer: 'A' }]
    const run = plan(items, scheme, late(10))
    expect(run.diagnoses).toEqual([{ code: 'days-before-first-rate', params: { items: ['A', 'C', 'INV-1'], from: late(3) } }])
    expect(run.letters[0]?.interest).toBe('0.22')
    expect(plan(items, scheme, late(4)).diagnoses).toEqual([])
  })
})

describe('planDunning: what counts', () => {
  it('counts what is left out', () => {
    const items: OpenItem[] = [
      { ...item, applications: [{ date: late(6), type: 'payment', settles: '100' }] },
      { ...item, id: 'later', date: late(6), due: DUE },
    ]
    const history = [...sent([1, 6], [1, 7]), { item: 'later', level: 1, sentOn: late(1) }, { item: 'gone', level: 1, sentOn: late(9) }]
    const run = plan(items, threeLevels, late(5), history)
    expect(told(run)).toEqual(['INV-1 level 1'])
    expect(run.diagnoses).toEqual([
      { code: 'items-after-as-of', params: { count: 1 } },
      { code: 'applications-after-as-of', params: { count: 1 } },
      { code: 'history-after-as-of', params: { count: 3 } },
      { code: 'history-of-other-items', params: { count: 1 } },
    ])
  })

  it('nothing, of nothing', () => {
    expect(plan([], threeLevels, late(5))).toEqual({
      asOf: late(5),
      letters: [],
      held: [],
      waiting: [],
      rejected: [],
      diagnoses: [],
      policies: [{ kind: 'dunning-scheme', id: 'usual', version: 1 }],
    })
  })

  it('names may be anything, and those that differ in case are two', () => {
    const names = ['__proto__', 'constructor', 'acme', 'ACME', '客户', ' ']
    const items = names.map((name) => ({ ...item, id: name, customer: name }))
    const run = plan(items, threeLevels, late(30), [{ item: '__proto__', level: 1, sentOn: late(5) }])
    expect(run.letters.map(({ customer, level }) => [customer, level])).toEqual([
      [' ', 1],
      ['ACME', 1],
      ['__proto__', 2],
      ['acme', 1],
      ['constructor', 1],
      ['客户', 1],
    ])
    expect(JSON.parse(JSON.stringify(run))).toStrictEqual(run)
  })

  it('customers and currencies are never mixed up where their names run into each other', () => {
    const items: OpenItem[] = [
      { ...item, id: '1', customer: 'EUR', currency: 'EUR' },
      { ...item, id: '2', customer: 'EUREUR', currency: 'EUR' },
      { ...item, id: '3', customer: 'EUR', currency: 'JPY' },
    ]
    expect(plan(items, oneLevel, late(5)).letters.map(({ customer, currency }) => [customer, currency])).toEqual([
      ['EUR', 'EUR'],
      ['EUR', 'JPY'],
      ['EUREUR', 'EUR'],
    ])
  })
})

const ids = ['A', 'B', 'a', '__proto__', 'constructor', '10', '9', 'ä']
const customers = fc.constantFrom('C-1', 'C-1', 'C-1', 'c-1', '__proto__')
const oftenYuan = fc.oneof(
  { weight: 4, arbitrary: fc.constant(currencies[0] as [string, number]) },
  { weight: 1, arbitrary: fc.constantFrom(...currencies) },
)
const AS_OF = 200
const rarely = fc.constantFrom(true, false, false, false)
const someFlags = fc.record({ disputed: rarely, blocked: rarely }, { requiredKeys: [] })

/** Items of few customers, some overdue, some not, some settled, some credits. */
const openItem = (id: string): fc.Arbitrary<OpenItem> =>
  fc.tuple(oftenYuan, someFlags).chain(([[currency, digits], flags]) => {
    const amounts = fc.bigInt({ min: -900n, max: 6_000n }).map((units) => moneyText(units, digits))
    const applications = fc.array(
      fc.record({ date: fc.integer({ min: 120, max: 215 }).map(randomDate), type: fc.constant('payment' as const), settles: amounts }),
      { maxLength: 2 },
    )
    return fc.record({
      id: fc.constant(id),
      customer: customers,
      date: fc.integer({ min: 60, max: 203 }).map(randomDate),
      due: fc.integer({ min: 100, max: 205 }).map(randomDate),
      amount: amounts,
      currency: fc.constant(currency),
      applications,
      disputed: fc.constant(flags.disputed),
      blocked: fc.constant(flags.blocked),
    })
  })
const manyItems: fc.Arbitrary<OpenItem[]> = fc.subarray(ids, { minLength: 4 }).chain((names) => fc.tuple(...names.map(openItem)))
const letters = (from: number, to: number): fc.Arbitrary<SentLetter[]> =>
  fc.array(
    fc.record({ item: fc.constantFrom(...ids), level: fc.integer({ min: 1, max: 4 }), sentOn: fc.integer({ min: from, max: to }).map(randomDate) }),
    { maxLength: 7 },
  )
const cases = fc.record({ items: manyItems, history: letters(150, 210), scheme: dunningSchemes })
const asOf = randomDate(AS_OF)

const bare = ({ letters: all, held, waiting }: DunningPlan): unknown => ({
  letters: all.map(({ reasons: _, ...letter }) => letter),
  held: held.map((one) => [one.item, one.level, one.daysOverdue, one.reasons.map(({ code }) => code)]),
  waiting: waiting.map((one) => [one.item, one.level, one.daysOverdue, one.reasons.map(({ code }) => code), one.next]),
})

const openOf = ({ amount, currency, applications = [] }: OpenItem, day: string): bigint =>
  applications
    .filter(({ date }) => date <= day)
    .reduce((open, { settles }) => open - unitsOf(settles, digitsOf(currency)), unitsOf(amount, digitsOf(currency)))

describe('planDunning: laws', () => {
  it('gives what a naive reference gives', () => {
    fc.assert(
      fc.property(cases, ({ items, history, scheme }) => {
        expect(bare(plan(items, scheme, asOf, history))).toEqual(naiveDunning({ items, history }, scheme, asOf))
      }),
      { numRuns: 300 },
    )
  })

  it('puts every overdue open item into exactly one of letters, held and waiting, and no other', () => {
    fc.assert(
      fc.property(cases, ({ items, history, scheme }) => {
        const run = plan(items, scheme, asOf, history)
        const found = [
          run.letters.flatMap((letter) => letter.items.map(({ id }) => id)),
          run.held.map((one) => one.item),
          run.waiting.map((one) => one.item),
        ]
        const overdue = items.filter((one) => one.date <= asOf && one.due < asOf && openOf(one, asOf) > 0n)
        expect(found.flat().sort()).toEqual(overdue.map(({ id }) => id).sort())
        expect([...run.held, ...run.waiting].every(({ reasons }) => reasons.length > 0)).toBe(true)
        const accounts = run.letters.map(({ customer, currency }) => JSON.stringify([customer, currency]))
        expect(new Set(accounts).size).toBe(accounts.length)
        for (const { open, credits, fee, interest, total, currency } of run.letters) {
          const units = (text: string): bigint => unitsOf(text, digitsOf(currency))
          expect(units(open) + units(credits) + units(fee) + units(interest)).toBe(units(total))
        }
      }),
    )
  })

  it('sends nothing twice: the same run with its letters in the history has none, and the items wait for what they were told', () => {
    fc.assert(
      fc.property(cases, ({ items, history, scheme }) => {
        const first = plan(items, scheme, asOf, history)
        const second = plan(items, scheme, asOf, [...posted(first), ...history])
        expect(second.letters).toEqual([])
        expect(second.held).toEqual(first.held)
        const nexts = new Map(first.letters.flatMap((letter) => letter.items.map(({ id, level, next }) => [id, { level, next }])))
        for (const { item: id, level, next } of second.waiting) if (nexts.has(id)) expect({ level, next }).toEqual(nexts.get(id))
      }),
    )
  })

  it('depends on no order, changes no input and is JSON', () => {
    const shuffled = cases.chain(({ items, history, scheme }) =>
      fc.tuple(
        fc.constant({ items, history, scheme }),
        fc.shuffledSubarray(items, { minLength: items.length }),
        fc.shuffledSubarray(history, { minLength: history.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([{ items, history, scheme }, otherItems, otherHistory]) => {
        const run = plan(items, scheme, asOf, history)
        expect(planDunning(deepFreeze({ items: otherItems, history: otherHistory }), deepFreeze(scheme), deepFreeze({ asOf }))).toStrictEqual(run)
        expect(JSON.parse(JSON.stringify(run))).toStrictEqual(run)
      }),
    )
  })

  it('treats every customer as if there were no other', () => {
    fc.assert(
      fc.property(cases, ({ items, history, scheme }) => {
        const whole = plan(items, scheme, asOf, history)
        for (const name of new Set(items.map(({ customer }) => customer))) {
          const own = plan(
            items.filter(({ customer }) => customer === name),
            scheme,
            asOf,
            history,
          )
          const ofCustomer = <Row extends { readonly customer: string }>(rows: readonly Row[]): Row[] =>
            rows.filter(({ customer }) => customer === name)
          expect(own).toMatchObject({ letters: ofCustomer(whole.letters), held: ofCustomer(whole.held), waiting: ofCustomer(whole.waiting) })
        }
      }),
      { numRuns: 50 },
    )
  })

  it('over a year, day by day: each level once, in order, at the first day that it may be, which was told before', () => {
    const overdue = fc.subarray(ids, { minLength: 1 }).chain((names) => {
      const rows = fc.record({ customer: customers, due: fc.integer({ min: 90, max: 300 }).map(randomDate) })
      return fc.tuple(...names.map((id) => rows.map((row): OpenItem => ({ ...item, id, date: '2024-01-01', ...row }))))
    })
    const schemes = dunningSchemes.map(({ interest: _, minimumAmount: __, ...scheme }): DunningScheme => scheme)
    fc.assert(fc.property(overdue, schemes, checkYear), { numRuns: 8 })
  })
})

const FIRST_DAY = 90
const LAST_DAY = FIRST_DAY + 365

/** Sends what is planned on each day of a year, and checks what was sent, and what was told of it before. */
function checkYear(items: readonly OpenItem[], scheme: DunningScheme): void {
  const history: SentLetter[] = []
  const told = new Map<string, unknown>()
  for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
    const today = randomDate(day)
    const run = plan(items, scheme, today, history)
    for (const { id, level, next } of run.letters.flatMap((letter) => letter.items)) {
      if (told.has(id)) expect(told.get(id)).toEqual({ level, on: today })
      told.set(id, next)
    }
    for (const { item: id, next } of run.waiting) {
      if (told.has(id)) expect(next).toEqual(told.get(id))
      told.set(id, next)
    }
    history.push(...posted(run))
  }
  for (const { id, due } of items) {
    expect(history.filter((letter) => letter.item === id).map(({ level, sentOn }) => [level, sentOn])).toEqual(scheduleOf(due, scheme))
  }
}

/** The levels that an item reaches by the end of the year, and when, if it is never paid. */
function scheduleOf(due: string, { levels }: DunningScheme): [level: number, sentOn: string][] {
  const schedule: [number, string][] = []
  for (const { level, afterDays, minimumInterval = 'P1D', block } of levels) {
    const overdue = addCalendarDays(due, afterDays)
    const before = schedule.at(-1)?.[1]
    const days = { P0D: 1, P1D: 1, P10D: 10, P2W: 14 }[minimumInterval]
    const allowed = before === undefined ? overdue : days === undefined ? addCalendarMonths(before, 1) : addCalendarDays(before, days)
    schedule.push([level, [overdue, allowed].sort().at(-1) as string])
    if (block) break
  }
  return schedule.filter(([, sentOn]) => sentOn <= randomDate(LAST_DAY))
}

describe('planDunning: bad input', () => {
  const run = (dunning: unknown, scheme: unknown = threeLevels, options: unknown = { asOf: late(5) }): unknown =>
    issuesOf(() => planDunning(dunning as DunningCase, scheme as DunningScheme, options as { asOf: string }))
  const letter = { item: 'INV-1', level: 1, sentOn: DUE }

  it.each([
    ['item', undefined, 'missing'],
    ['item', null, 'wrong-type'],
    ['item', 7, 'wrong-type'],
    ['item', '', 'empty'],
    ['level', undefined, 'missing'],
    ['level', '1', 'not-an-integer'],
    ['level', 1.5, 'not-an-integer'],
    ['level', Number.NaN, 'not-an-integer'],
    ['level', 0, 'too-small'],
    ['level', 2 ** 53, 'too-large'],
    ['sentOn', undefined, 'missing'],
    ['sentOn', null, 'not-a-calendar-date'],
    ['sentOn', '2024-02-30', 'not-a-calendar-date'],
    ['sentOn', '2024-03-01T00:00:00Z', 'not-a-calendar-date'],
    ['sentOn', new Date(0), 'not-a-calendar-date'],
    ['letter', 'reminder', 'unknown-key'],
    ['__proto__', 1, 'unknown-key'],
  ])('always throws a bad history: %s %o', (key, value, code) => {
    const bad = { ...letter }
    Object.defineProperty(bad, key, { value, enumerable: true })
    for (const invalid of ['throw', 'collect']) {
      expect(run({ items: [item], history: [letter, bad] }, threeLevels, { asOf: late(5), invalid })).toEqual([[code, ['history', 1, key]]])
    }
  })

  it.each(badRecords)('takes no letter %o', (value, code) => expect(run({ items: [], history: [value] })).toEqual([[code, ['history', 0]]]))

  it.each([null, 'x', { length: 0 }, new Map()])('takes no history %o', (history) => {
    expect(run({ items: [], history })).toEqual([['wrong-type', ['history']]])
  })

  it('names holes, and reads own properties only', () => {
    expect(run({ items: [], history: Array(1) })).toEqual([['missing', ['history', 0]]])
    expect(run({ items: [], history: [Object.create(letter)] })).toEqual(['item', 'level', 'sentOn'].map((key) => ['missing', ['history', 0, key]]))
    expect(run(Object.create({ items: [] }))).toEqual([['missing', ['items']]])
    expect(run({ items: [] }, threeLevels, Object.create({ asOf: DUE }))).toEqual([['missing', ['options', 'asOf']]])
  })

  it.each(badRecords)('takes no %o', (value, code) => {
    expect(run(value)).toEqual([[code, ['dunning']]])
    expect(run({ items: [] }, value ?? null)).toEqual([[value === undefined ? 'wrong-type' : code, ['scheme']]])
    expect(run({ items: [] }, threeLevels, value ?? null)).toEqual([[value === undefined ? 'wrong-type' : code, ['options']]])
  })

  it('names everything about scheme, options and history at once, before it reads the items', () => {
    const scheme = { ...threeLevels, levels: [{ level: 1, afterDays: 5, letter: '' }] }
    const history = [{ ...letter, level: 0 }]
    expect(run({ items: 'x', history, letters: [] }, scheme, { asOf: '2024-13-01', invalid: 'skip', at: 1 })).toEqual([
      ['unknown-key', ['letters']],
      ['too-small', ['history', 0, 'level']],
      ['empty', ['scheme', 'levels', 0, 'letter']],
      ['unknown-key', ['options', 'at']],
      ['not-allowed', ['options', 'invalid']],
      ['not-a-calendar-date', ['options', 'asOf']],
    ])
    expect(run({ items: 'x' })).toEqual([['wrong-type', ['items']]])
    expect(run({ items: [{ ...item, id: 'A', due: undefined }, item, item] })).toEqual([
      ['missing', ['items', 0, 'due']],
      ['duplicate', ['items', 2, 'id']],
    ])
  })

  it('gives a plan or issues, whatever stands anywhere in the input', () => {
    const scheme = schemeOf(
      [
        { feeAmount: { EUR: 1 }, minimumInterval: 'P1M' },
        { afterDays: 20, feeAmount: 2, block: true },
      ],
      { minimumAmount: 5 },
    )
    const whole = { dunning: { items: [item, { ...item, id: 'yen', currency: 'JPY' }], history: [letter] }, scheme, options: { asOf: late(30) } }
    fc.assert(
      fc.property(spoil(whole), (spoilt) => {
        const { dunning, scheme: policy, options } = { ...(spoilt as typeof whole) }
        let planned: unknown
        expect(issuesOf(() => (planned = planDunning(dunning, policy, options)))).toBeTypeOf(planned === undefined ? 'object' : 'string')
        expect(JSON.parse(JSON.stringify({ planned }))).toEqual({ planned })
      }),
      { numRuns: 400 },
    )
  })

  it('collects bad items, whose letters count as those of others', () => {
    const items = [{ ...item, id: 'bad', amount: '1.234' }, item, null] as unknown as OpenItem[]
    const collected = planDunning({ items, history: [{ item: 'bad', level: 1, sentOn: DUE }] }, threeLevels, { asOf: late(5), invalid: 'collect' })
    expect(told(collected)).toEqual(['INV-1 level 1'])
    expect(collected.rejected.map(({ index, id, issues }) => [index, id, issues.map(({ path }) => path)])).toEqual([
      [0, 'bad', [['items', 0, 'amount']]],
      [2, undefined, [['items', 2]]],
    ])
    expect(collected.diagnoses).toEqual([
      { code: 'rows-rejected', params: { rejected: 2, items: 1 } },
      { code: 'history-of-other-items', params: { count: 1 } },
    ])
  })
})
