import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badDates, badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths, issuesOf } from '../../testing/issuesOf.js'
import { naiveAttrition } from '../../testing/naiveAttrition.js'
import {
  type Activity,
  type AttritionCase,
  type AttritionPolicy,
  type AttritionSignal,
  type AttritionWarnings,
  type CustomerContract,
  type SignalFound,
  warnOfAttrition,
} from '../index.js'

const levels = [
  { id: 'urgent', action: { en: 'a call by the adviser', 'zh-CN': '顾问致电' } },
  { id: 'watch', action: 'a coupon' },
]
const policyOf = (...signals: readonly AttritionSignal[]): AttritionPolicy => ({ kind: 'attrition-policy', id: 'usual', version: 3, levels, signals })
const activityOf = (...dates: readonly string[]): Activity[] => dates.map((date) => ({ customer: 'C-1', date, type: 'visit' }))
const falling = { type: 'interactions-falling', level: 'watch', window: 'P1M', comparedWindows: 2, fallPercent: '50' } as const
const ending = { type: 'silent-before-contract-end', level: 'urgent', within: 'P3M', silentFor: 'P30D' } as const
const silent = { type: 'silent', level: 'watch', silentFor: 'P1M' } as const
const pausing = { type: 'longer-pause-than-usual', level: 'watch', times: 2 } as const

const warned = (subject: readonly Activity[] | AttritionCase, signal: AttritionSignal, asOf: string): readonly SignalFound[] =>
  warnOfAttrition(subject, policyOf(signal), { asOf }).warnings[0]?.signals ?? []
const tooShort = (subject: readonly Activity[] | AttritionCase, signal: AttritionSignal, asOf: string): number => {
  const { diagnoses } = warnOfAttrition(subject, policyOf(signal), { asOf })
  return diagnoses.flatMap((one) => (one.code === 'history-too-short' ? [one.params.count] : []))[0] ?? 0
}

describe('warnOfAttrition: textbook S3', () => {
  it('interactions fall, and silence before the contract ends: the most urgent leads, with its action', () => {
    const activity: Activity[] = [
      ...['2024-01-01', '2024-01-20', '2024-02-10', '2024-02-20', '2024-02-25', '2024-03-01'].map((date) => ({ customer: 'B', date, type: 'call' })),
      ...['2024-01-05', '2024-02-10', '2024-04-29'].map((date) => ({ customer: 'A', date, type: 'call' })),
      { customer: 'C', at: '2024-04-30T23:59:59.999-11:00', type: 'call' },
      { customer: 'D', date: '2024-05-01', type: 'call' },
    ]
    const contracts: CustomerContract[] = [
      { customer: 'B', from: '2023-07-01', to: '2024-06-30' },
      { customer: 'E', from: '2023-04-01', to: '2024-03-31' },
      { customer: 'F', from: '2024-05-01', to: '2025-04-30' },
    ]
    const signals = [{ ...falling, window: 'P2M', comparedWindows: 1 }, ending, { ...silent, silentFor: 'P2M' }] as const
    const expected: AttritionWarnings = {
      asOf: '2024-04-30',
      customers: 4,
      warnings: [
        {
          customer: 'B',
          level: 'urgent',
          signals: [
            { code: 'silent-before-contract-end', level: 'urgent', observed: 60, expected: 30, since: '2024-03-01', contractEnd: '2024-06-30' },
            { code: 'interactions-falling', level: 'watch', observed: 1, expected: 5, since: '2024-03-01' },
          ],
          action: { en: 'a call by the adviser', 'zh-CN': '顾问致电' },
        },
      ],
      rejected: [],
      diagnoses: [
        { code: 'activity-after-as-of', params: { count: 1 } },
        { code: 'history-too-short', params: { signal: 'interactions-falling', count: 3 } },
        { code: 'contracts-over', params: { count: 1 } },
      ],
      policies: [{ kind: 'attrition-policy', id: 'usual', version: 3 }],
    }
    expect(warnOfAttrition({ activity, contracts }, policyOf(...signals), { asOf: '2024-04-30' })).toStrictEqual(expected)
  })

  it('nobody', () => {
    for (const subject of [[], { activity: [] }, { activity: [], contracts: undefined }]) {
      expect(warnOfAttrition(subject, policyOf(silent), { asOf: '2024-04-30' })).toStrictEqual({
        asOf: '2024-04-30',
        customers: 0,
        warnings: [],
        rejected: [],
        diagnoses: [{ code: 'no-customers', params: {} }],
        policies: [{ kind: 'attrition-policy', id: 'usual', version: 3 }],
      })
    }
  })
})

describe('warnOfAttrition: interactions-falling', () => {
  it('windows are counted back from the day at once: no end of a month drifts', () => {
    // Of months back from 31 March they end on 29 February and 31 January, and begin after 31 December.
    const activity = activityOf('2024-01-01', '2024-01-31', '2024-02-01', '2024-02-29')
    expect(warned(activity, falling, '2024-03-31')).toEqual([
      { code: 'interactions-falling', level: 'watch', observed: 0, expected: 2, since: '2024-03-01' },
    ])
    expect(tooShort(activity.slice(1), falling, '2024-03-31')).toBe(1)
    expect(warned([...activity, ...activityOf('2024-03-01')], falling, '2024-03-31')).toMatchObject([{ observed: 1, expected: 2 }])
    // One day before, the windows end on 29 February and 30 January: 31 January belongs to the last but one.
    expect(warned(activityOf('2023-12-31', '2024-01-31', '2024-02-29'), { ...falling, comparedWindows: 1 }, '2024-03-30')).toMatchObject([
      { expected: 2 },
    ])
  })

  it.each<[string, string, number, string, string]>([
    // The first days of the last window and of the earliest, counted by hand.
    ['2024-06-30', 'P3M', 1, '2024-04-01', '2024-01-01'],
    ['2024-06-30', 'P1M', 2, '2024-06-01', '2024-04-01'],
    ['2024-02-29', 'P1Y', 1, '2023-03-01', '2022-03-01'],
    ['2023-02-28', 'P1Y', 3, '2022-03-01', '2019-03-01'],
    ['2024-04-30', 'P1M', 2, '2024-04-01', '2024-02-01'],
    ['2024-06-30', 'P1M1D', 1, '2024-05-30', '2024-04-29'],
    ['2024-06-29', 'P3M', 1, '2024-03-30', '2023-12-30'],
    ['2024-02-28', 'P1M', 1, '2024-01-29', '2023-12-29'],
    ['2024-06-30', 'P30D', 1, '2024-06-01', '2024-05-02'],
    ['9999-12-31', 'P1M', 1, '9999-12-01', '9999-11-01'],
  ])('on %s windows of %s, compared with %i: the last begins on %s, the earliest on %s', (asOf, window, comparedWindows, last, earliest) => {
    const signal = { ...falling, window, comparedWindows, fallPercent: 100, leastExpected: '0.01' }
    const dayBeforeOf = (date: string): string => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)
    expect(warned(activityOf(earliest, dayBeforeOf(last)), signal, asOf)).toMatchObject([{ observed: 0, expected: 2 / comparedWindows, since: last }])
    expect(warned(activityOf(earliest, last), signal, asOf)).toEqual([])
    // What is a day before the earliest counts in none.
    expect(warned(activityOf(dayBeforeOf(earliest), earliest), signal, asOf)).toMatchObject([{ expected: 1 / comparedWindows }])
    expect(tooShort(activityOf(dayBeforeOf(last)), signal, asOf)).toBe(1)
  })

  it.each<[string, number, number, boolean]>([
    ['50', 4, 2, true],
    ['50', 4, 3, false],
    ['50.000000000000000000001', 4, 2, false],
    ['49.999999999999999999999', 4, 2, true],
    ['33.333333333333333', 3, 2, true],
    ['33.333333333333334', 3, 2, false],
    ['100', 4, 0, true],
    ['100', 4, 1, false],
    ['0.001', 4, 4, false],
  ])('a fall by %s %% of %i, to %i', (fallPercent, before, last, isFall) => {
    const activity = [...Array(before).fill('2024-02-15'), ...Array(last).fill('2024-03-15'), '2024-02-01'].slice(0, before + last)
    const first = activityOf(...activity, '2024-01-01')
    const signal = { ...falling, window: 'P30D', comparedWindows: 1, fallPercent }
    // The first is before all windows.
    expect(warned(first, signal, '2024-03-31')).toHaveLength(isFall ? 1 : 0)
  })

  it('with too few interactions before nothing is said', () => {
    const say = (leastExpected: string | undefined, ...dates: string[]): number =>
      warned(activityOf('2023-01-01', ...dates), { ...falling, leastExpected }, '2024-03-31').length
    expect([say(undefined, '2024-02-01'), say(undefined, '2024-02-01', '2024-01-15'), say(undefined)]).toEqual([0, 1, 0])
    expect([say('0.5', '2024-02-01'), say('0.5000001', '2024-02-01')]).toEqual([1, 0])
    expect(tooShort(activityOf('2023-01-01'), falling, '2024-03-31')).toBe(0)
  })

  it('before the calendar begins there is no history', () => {
    const signal = { ...falling, window: 'P2000Y', comparedWindows: 100 }
    expect(tooShort(activityOf('0001-01-01'), signal, '2024-03-31')).toBe(1)
    expect(warned(activityOf('0001-01-01'), signal, '9999-12-31')).toEqual([])
  })

  it('only some types may count', () => {
    const activity: Activity[] = [...activityOf('2024-01-01', '2024-02-01'), { customer: 'C-1', date: '2024-03-15', type: 'ticket' }]
    expect(warned(activity, falling, '2024-03-31')).toEqual([])
    expect(warned(activity, { ...falling, types: ['visit', 'call'] }, '2024-03-31')).toHaveLength(1)
    expect(tooShort(activity, { ...falling, types: ['ticket'] }, '2024-03-31')).toBe(1)
    expect(tooShort(activity, { ...falling, types: ['__proto__'] }, '2024-03-31')).toBe(1)
  })
})

describe('warnOfAttrition: silence', () => {
  it.each<[string, string, string, number | undefined, number]>([
    ['2024-01-31', 'P1M', '2024-02-28', undefined, 29],
    ['2024-01-31', 'P1M', '2024-02-29', 29, 29],
    ['2023-01-31', 'P1M', '2023-02-28', 28, 28],
    ['2024-02-29', 'P1Y', '2025-02-27', undefined, 365],
    ['2024-02-29', 'P1Y', '2025-02-28', 365, 365],
    ['2024-03-01', 'P2W', '2024-03-15', 14, 14],
    ['2024-03-01', 'P1M1D', '2024-04-01', undefined, 32],
    ['2024-03-01', 'P1M1D', '2024-04-02', 32, 32],
    ['9999-12-01', 'P31D', '9999-12-31', undefined, 31],
  ])('last seen on %s, silent for %s on %s: %s days', (last, silentFor, asOf, observed, expected) => {
    const found = warned(activityOf('0001-01-01', last), { ...silent, silentFor }, asOf)
    expect(found).toEqual(observed === undefined ? [] : [{ code: 'silent', level: 'watch', observed, expected, since: last }])
  })

  it('of a customer without interaction nothing is said, but before a contract ends', () => {
    const contracts = [{ customer: 'C-1', from: '2024-01-01', to: '2024-06-30' }]
    expect(warned({ activity: [], contracts }, silent, '2024-06-30')).toEqual([])
    expect(warned({ activity: [], contracts }, ending, '2024-06-30')).toEqual([
      { code: 'silent-before-contract-end', level: 'urgent', observed: 181, expected: 30, since: '2024-01-01', contractEnd: '2024-06-30' },
    ])
    expect(warned({ activity: [], contracts: [{ ...contracts[0], from: '2024-06-01' } as CustomerContract] }, ending, '2024-06-30')).toEqual([])
  })

  it.each<[string, string, CustomerContract[], string | undefined]>([
    ['the first day within', '2024-03-31', [{ customer: 'C-1', from: '2023-07-01', to: '2024-06-30' }], undefined],
    ['too early by a day', '2024-03-29', [{ customer: 'C-1', from: '2023-07-01', to: '2024-06-30' }], undefined],
    ['on the first day within', '2024-03-30', [{ customer: 'C-1', from: '2023-07-01', to: '2024-06-30' }], '2024-06-30'],
    ['on its last day', '2024-06-30', [{ customer: 'C-1', from: '2023-07-01', to: '2024-06-30' }], '2024-06-30'],
    ['on the day after', '2024-07-01', [{ customer: 'C-1', from: '2023-07-01', to: '2024-06-30' }], undefined],
    ['before its first day', '2024-03-30', [{ customer: 'C-1', from: '2024-03-31', to: '2024-04-30' }], undefined],
    ['renewed', '2024-06-30', [{ customer: 'C-1', from: '2023-07-01', to: '2024-06-30', renewed: true }], undefined],
    ['not renewed', '2024-06-30', [{ customer: 'C-1', from: '2023-07-01', to: '2024-06-30', renewed: false }], '2024-06-30'],
    [
      'another follows on the next day',
      '2024-06-30',
      [
        { customer: 'C-1', from: '2023-07-01', to: '2024-06-30' },
        { customer: 'C-1', from: '2024-07-01', to: '2025-06-30' },
      ],
      undefined,
    ],
    [
      'another follows after a day',
      '2024-06-30',
      [
        { customer: 'C-1', from: '2023-07-01', to: '2024-06-30' },
        { customer: 'C-1', from: '2024-07-02', to: '2025-06-30' },
      ],
      '2024-06-30',
    ],
    [
      'that of another customer follows',
      '2024-06-30',
      [
        { customer: 'C-1', from: '2023-07-01', to: '2024-06-30' },
        { customer: 'C-2', from: '2024-07-01', to: '2025-06-30' },
      ],
      '2024-06-30',
    ],
    [
      'one within another',
      '2024-05-31',
      [
        { customer: 'C-1', from: '2023-07-01', to: '2024-06-30' },
        { customer: 'C-1', from: '2024-01-01', to: '2024-05-31' },
      ],
      '2024-06-30',
    ],
    [
      'two that end together, one of them renewed',
      '2024-05-31',
      [
        { customer: 'C-1', from: '2023-07-01', to: '2024-06-30', renewed: true },
        { customer: 'C-1', from: '2023-08-01', to: '2024-06-30' },
      ],
      '2024-06-30',
    ],
  ])('a contract: %s', (_, asOf, contracts, contractEnd) => {
    const activity = activityOf(asOf === '2024-03-31' ? '2024-03-15' : '2024-01-10')
    expect(warned({ activity, contracts }, ending, asOf)[0]?.contractEnd).toBe(contractEnd)
  })

  it('silence before a contract ends begins with it at the earliest: who was seen before is not more silent than who was never seen', () => {
    const contracts = [{ customer: 'C-1', from: '2024-06-01', to: '2024-06-30' }]
    const found = (asOf: string, ...dates: string[]): unknown => warned({ activity: activityOf(...dates), contracts }, ending, asOf)
    const since = (first: string, observed: number): unknown => [
      { code: 'silent-before-contract-end', level: 'urgent', observed, expected: 30, since: first, contractEnd: '2024-06-30' },
    ]
    expect(found('2024-06-30', '2024-01-10')).toEqual([])
    contracts[0] = { customer: 'C-1', from: '2024-05-31', to: '2024-06-30' }
    expect([found('2024-06-30'), found('2024-06-30', '2024-01-10'), found('2024-06-30', '2024-05-31')]).toEqual(
      Array(3).fill(since('2024-05-31', 30)),
    )
    expect(found('2024-06-30', '2024-06-01')).toEqual([])
  })

  it('of contracts that end together the one that began first counts', () => {
    const contracts = ['2024-04-01', '2024-02-01', '2024-03-01'].map((from) => ({ customer: 'C-1', from, to: '2024-06-30' }))
    expect(warned({ activity: [], contracts }, ending, '2024-04-30')).toMatchObject([{ observed: 89, since: '2024-02-01' }])
  })

  it('counts contracts that are over for good', () => {
    const over = (...contracts: Omit<CustomerContract, 'customer'>[]): unknown =>
      warnOfAttrition({ activity: [], contracts: contracts.map((one) => ({ customer: 'C-1', ...one })) }, policyOf(silent), { asOf: '2024-06-30' })
        .diagnoses
    const first = { from: '2022-01-01', to: '2022-12-31' }
    const told = (count: number): unknown => [{ code: 'contracts-over', params: { count } }]
    expect(over(first)).toEqual(told(1))
    expect(over(first, { from: '2023-03-01', to: '2024-06-29' })).toEqual(told(1))
    expect(over(first, { from: '2023-03-01', to: '2024-06-30' })).toEqual([])
    expect(over({ ...first, renewed: true })).toEqual([])
    expect(over(first, { ...first, from: '2022-02-01' })).toEqual(told(2))
  })
})

describe('warnOfAttrition: longer-pause-than-usual', () => {
  // Pauses of 10, 20 and 10 days, and two interactions on one day.
  const visits = activityOf('2024-01-01', '2024-01-11', '2024-01-11', '2024-01-31', '2024-02-10')

  it.each<[string | number, string, number | undefined]>([
    [2, '2024-03-01', undefined],
    [2, '2024-03-02', 20],
    ['2.05', '2024-03-01', undefined],
    ['2.05', '2024-03-02', 20.5],
    ['1.9999999999999999999', '2024-03-01', 20],
    [1.01, '2024-02-21', 10.1],
  ])('%s times the median of 10 days, on %s', (times, asOf, expected) => {
    const observed = Number(new Date(asOf)) / 86_400_000 - Number(new Date('2024-02-10')) / 86_400_000
    const found = expected === undefined ? [] : [{ code: 'longer-pause-than-usual', level: 'watch', observed, expected, since: '2024-02-10' }]
    expect(warned(visits, { ...pausing, times }, asOf)).toEqual(found)
  })

  it('of an even number of pauses the median is the mean of the two in the middle', () => {
    // 10, 20, 10 and 15 days: 12.5, and 25 twice that.
    const more = [...visits, ...activityOf('2024-02-25')]
    expect(warned(more, pausing, '2024-03-21')).toEqual([])
    expect(warned(more, pausing, '2024-03-22')).toMatchObject([{ observed: 26, expected: 25 }])
  })

  it('with too few pauses nothing is said', () => {
    expect(tooShort(visits, pausing, '2024-12-31')).toBe(0)
    expect(tooShort(visits, { ...pausing, leastPauses: 4 }, '2024-12-31')).toBe(1)
    expect(tooShort(visits.slice(1), pausing, '2024-12-31')).toBe(1)
    expect(warned(visits.slice(0, 2), { ...pausing, leastPauses: 1 }, '2024-12-31')).toHaveLength(1)
    expect(tooShort({ activity: [], contracts: [{ customer: 'C-1', from: '2024-01-01', to: '2024-12-31' }] }, pausing, '2024-12-31')).toBe(1)
  })

  it('a finding repeats the id and the types of its signal', () => {
    const signals = [silent, { ...silent, types: ['visit', 'call'], id: 'in person' }, { ...silent, types: ['call'] }] as const
    const activity = [...activityOf('2024-01-01', '2024-01-01'), { customer: 'C-1', date: '2024-01-02', type: 'call' }]
    const { warnings } = warnOfAttrition(activity, policyOf(...signals), { asOf: '2024-03-01' })
    const expected = { code: 'silent', level: 'watch', observed: 59, expected: 31, since: '2024-01-02' }
    expect(warnings[0]?.signals).toStrictEqual([
      expected,
      { ...expected, id: 'in person', types: ['visit', 'call'] },
      { ...expected, types: ['call'] },
    ])
  })

  it('counts a customer once for each type of signal', () => {
    const { diagnoses } = warnOfAttrition(visits.slice(3), policyOf(pausing, falling, { ...pausing, level: 'urgent' }), { asOf: '2024-02-10' })
    expect(diagnoses).toEqual([
      { code: 'history-too-short', params: { signal: 'longer-pause-than-usual', count: 1 } },
      { code: 'history-too-short', params: { signal: 'interactions-falling', count: 1 } },
    ])
  })
})

describe('warnOfAttrition: the order of warnings', () => {
  it('the most urgent first, those alike by customer in code units; signals of one level as the policy has them', () => {
    const names = ['b', '__proto__', 'Z', 'constructor', '客户', 'a']
    const activity = names.map((customer, index) => ({ customer, date: index % 2 === 0 ? '2024-01-01' : '2024-02-02', type: 'visit' }))
    const signals = [silent, { ...falling, comparedWindows: 1 }, { ...silent, level: 'urgent', silentFor: 'P2M' }] as const
    const { warnings } = warnOfAttrition([...activity, { customer: 'a', date: '2023-12-31', type: 'visit' }], policyOf(...signals), {
      asOf: '2024-03-31',
    })
    expect(warnings.map(({ customer, level, signals: found }) => `${customer} ${level}: ${found.map(({ code }) => code)}`)).toEqual([
      'Z urgent: silent,silent',
      'b urgent: silent,silent',
      '客户 urgent: silent,silent',
      '__proto__ watch: silent',
      'a watch: silent,interactions-falling',
      'constructor watch: silent',
    ])
    expect(warnings[0]?.signals.map(({ level }) => level)).toEqual(['urgent', 'watch'])
    expect([warnings[0]?.action, warnings[5]?.action]).toEqual([levels[0]?.action, 'a coupon'])
    expect(JSON.parse(JSON.stringify(warnings))).toStrictEqual(warnings)
  })
})

describe('warnOfAttrition: laws', () => {
  const START = Date.UTC(2023, 0, 1)
  const dates = fc.nat(300).map((day) => new Date(START + day * 86_400_000).toISOString().slice(0, 10))
  const customers = fc.constantFrom('A', '__proto__')
  const type = fc.constantFrom('visit', 'call')
  const activity = fc.oneof(
    fc.record({ customer: customers, date: dates, type }),
    fc.record({ customer: customers, at: fc.tuple(dates, fc.constantFrom('T00:00Z', 'T23:59:59+14:00')).map((parts) => parts.join('')), type }),
  )
  const contract = fc
    .record({ customer: customers, ends: fc.tuple(dates, dates), renewed: fc.constantFrom(undefined, false, true) })
    .map(({ ends, ...others }) => {
      const [from, to] = [...ends].sort() as [string, string]
      return { ...others, from, to }
    })
  const duration = fc.constantFrom('P1M', 'P2M', 'P10D', 'P45D')
  const level = fc.constantFrom('urgent', 'watch')
  const types = fc.constantFrom(undefined, ['visit'])
  const signal: fc.Arbitrary<AttritionSignal> = fc.oneof(
    fc.record({
      type: fc.constant('interactions-falling' as const),
      level,
      types,
      window: duration,
      comparedWindows: fc.integer({ min: 1, max: 3 }),
      fallPercent: fc.constantFrom('12.5', 50, '100'),
      leastExpected: fc.constantFrom(undefined, '0.5', 2),
    }),
    fc.record({
      type: fc.constant('silent-before-contract-end' as const),
      level,
      types,
      within: fc.constantFrom('P10D', 'P6M'),
      silentFor: duration,
    }),
    fc.record({ type: fc.constant('silent' as const), level, types, silentFor: duration }),
    fc.record({
      type: fc.constant('longer-pause-than-usual' as const),
      level,
      types,
      times: fc.constantFrom('1.1', 1.5, 3),
      leastPauses: fc.constantFrom(undefined, 1, 5),
    }),
  )
  const cases = fc.record({
    activity: fc.array(activity, { maxLength: 50, size: 'max' }),
    contracts: fc.array(contract, { maxLength: 4 }),
    signals: fc
      .uniqueArray(signal, { minLength: 1, maxLength: 4, selector: (one) => `${one.type} ${one.level} ${one.types}` })
      .map((list) => list.map((one, index) => (index % 2 === 0 ? one : { ...one, id: `S${index}` }))),
    asOf: fc.oneof(dates, fc.constantFrom('2023-08-31', '2023-09-30', '2023-02-28')),
  })
  const bare = ({ customers: count, warnings, diagnoses }: AttritionWarnings): unknown => ({
    customers: count,
    warnings: warnings.map(({ action: _, ...warning }) => warning),
    tooShort: Object.fromEntries(diagnoses.flatMap((one) => (one.code === 'history-too-short' ? [[one.params.signal, one.params.count]] : []))),
  })

  it('gives what a naive reference gives, day by day with date-fns', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(cases, ({ signals, asOf, ...subject }) => {
        const policy = deepFreeze(policyOf(...signals))
        const found = warnOfAttrition(deepFreeze(subject), policy, { asOf })
        expect(bare(found)).toEqual(naiveAttrition(subject, policy, asOf))
        expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
        for (const { code } of [...found.warnings.flatMap((one) => one.signals), ...found.diagnoses]) seen.set(code, (seen.get(code) ?? 0) + 1)
      }),
      { numRuns: 250 },
    )
    for (const code of ['interactions-falling', 'silent-before-contract-end', 'silent', 'longer-pause-than-usual', 'history-too-short']) {
      expect([code, seen.has(code)]).toEqual([code, true])
    }
  })

  it('nobody is more silent for being seen once more', () => {
    fc.assert(
      fc.property(cases, activity, ({ signals, asOf, activity: acts, contracts }, more) => {
        const isSilence = ({ type: one }: AttritionSignal): boolean => one === 'silent-before-contract-end'
        const policy = policyOf(...(signals.some(isSilence) ? signals.filter(isSilence) : [ending]))
        const find = (list: readonly Activity[]): Map<string, number> => {
          const { warnings } = warnOfAttrition({ activity: list, contracts }, policy, { asOf })
          const found = warnings.flatMap((one) => one.signals.map((two) => [`${one.customer} ${two.level} ${two.types}`, two.observed] as const))
          return new Map(found)
        }
        const before = find(acts)
        for (const [name, observed] of find([...acts, more])) expect(observed).toBeLessThanOrEqual(before.get(name) ?? -1)
      }),
      { numRuns: 150 },
    )
  })

  it('does not depend on the order of activity and contracts', () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.nat()), ({ signals, asOf, activity: acts, contracts }, keys) => {
        const shuffle = <Row>(list: readonly Row[]): Row[] =>
          list
            .map((row) => ({ row, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ row }) => row)
        const policy = policyOf(...signals)
        const found = warnOfAttrition({ activity: acts, contracts }, policy, { asOf })
        expect(warnOfAttrition({ activity: shuffle(acts), contracts: shuffle(contracts) }, policy, { asOf })).toStrictEqual(found)
        // What is after the day changes nothing but its count.
        const later = [...acts, { customer: 'new', date: '2099-01-01', type: 'visit' }]
        expect(warnOfAttrition({ activity: later, contracts }, policy, { asOf }).warnings).toStrictEqual(found.warnings)
      }),
      { numRuns: 60 },
    )
  })
})

describe('warnOfAttrition: bad rows', () => {
  const found = (activity: unknown, contracts?: unknown): unknown =>
    issuesOf(() => warnOfAttrition({ activity, contracts } as never, policyOf(silent), { asOf: '2024-04-30' }))
  const visit = { customer: 'C-1', date: '2024-01-01', type: 'visit' }
  const contract = { customer: 'C-1', from: '2024-01-01', to: '2024-06-30' }

  it.each(badRecords)('%o', (row, code) => {
    expect(found([visit, row], [contract, row])).toEqual([
      [code, ['activity', 1]],
      [code, ['contracts', 1]],
    ])
  })

  it.each(badTexts)('texts %o', (text, code) => {
    expect(found([{ ...visit, customer: text }], [{ ...contract, customer: text }])).toEqual([
      [code, ['activity', 0, 'customer']],
      [code, ['contracts', 0, 'customer']],
    ])
    expect(found([{ ...visit, type: text }])).toEqual([[code, ['activity', 0, 'type']]])
  })

  it.each(badDates)('dates %o', (date, code) => {
    expect(
      found(
        [{ ...visit, date }],
        [
          { ...contract, from: date },
          { ...contract, to: date },
        ],
      ),
    ).toEqual([
      [code, ['activity', 0, 'date']],
      [code, ['contracts', 0, 'from']],
      [code, ['contracts', 1, 'to']],
    ])
  })

  it.each([
    '2024-03-01T09:30:00+08:00',
    '2024-03-01T09:30+08:00',
    '2024-03-01T00:00Z',
    '2024-02-29T23:59:59.999999999-23:59',
    '2024-03-01T09:30:00,5-00:00',
    '0001-01-01T00:00:00+14:00',
  ])('the moment %s', (at) => expect(found([{ customer: 'C-1', at, type: 'visit' }])).toBe('nothing was thrown'))

  it.each([
    null,
    0,
    '',
    '2024-03-01',
    '2024-03-01T09:30:00',
    '2024-03-01 09:30:00Z',
    '2024-03-01T9:30Z',
    '2024-03-01T24:00Z',
    '2024-03-01T23:60Z',
    '2024-03-01T23:59:60Z',
    '2024-03-01T09:30:00.Z',
    '2024-03-01T09:30z',
    '2024-03-01T09:30+8',
    '2024-03-01T09:30+0800',
    '2024-03-01T09:30+24:00',
    '2024-03-01T09:30+08:00[Asia/Shanghai]',
    '2024-02-30T09:30Z',
    '2024-03-01T09:30Z\n',
    ' 2024-03-01T09:30Z',
    new Date(0),
  ])('no moment: %o', (at) => expect(found([{ customer: 'C-1', at, type: 'visit' }])).toEqual([['not-a-moment', ['activity', 0, 'at']]]))

  it('a date and a moment, or neither', () => {
    expect(found([{ ...visit, at: '2024-03-01T00:00Z' }])).toEqual([['given-elsewhere', ['activity', 0, 'at']]])
    expect(found([{ customer: 'C-1', type: 'visit' }])).toEqual([['missing', ['activity', 0, 'date']]])
    expect(
      found([
        { ...visit, at: undefined },
        { ...visit, date: undefined, at: '2024-03-01T00:00Z' },
      ]),
    ).toBe('nothing was thrown')
  })

  it('a contract that ends before it begins, and a flag that is none', () => {
    expect(
      found(
        [],
        [
          { ...contract, to: '2023-12-31' },
          { ...contract, to: '2024-01-01' },
        ],
      ),
    ).toEqual([['too-small', ['contracts', 0, 'to']]])
    expect(
      found(
        [],
        [
          { ...contract, renewed: 'yes' },
          { ...contract, renewed: null },
          { ...contract, renewed: undefined },
        ],
      ),
    ).toEqual([0, 1].map((index) => ['wrong-type', ['contracts', index, 'renewed']]))
  })

  it('unknown keys, inherited ones and holes', () => {
    expect(found([{ ...visit, id: 1 }, Object.create(visit)], Object.assign([{ ...contract, id: 1 }], { 2: contract }))).toEqual([
      ['unknown-key', ['activity', 0, 'id']],
      ['missing', ['activity', 1, 'customer']],
      ['missing', ['activity', 1, 'date']],
      ['missing', ['activity', 1, 'type']],
      ['unknown-key', ['contracts', 0, 'id']],
      ['missing', ['contracts', 1]],
    ])
  })

  it('collects them', () => {
    const subject = { activity: [visit, { ...visit, date: 'x' }, visit], contracts: [null, contract] } as unknown as AttritionCase
    const { rejected, diagnoses, customers } = warnOfAttrition(subject, policyOf(silent), { asOf: '2024-01-01', invalid: 'collect' })
    expect(rejected.map(({ issues, ...row }) => [row, codesAndPaths(issues)])).toEqual([
      [{ list: 'activity', index: 1 }, [['not-a-calendar-date', ['activity', 1, 'date']]]],
      [{ list: 'contracts', index: 0 }, [['wrong-type', ['contracts', 0]]]],
    ])
    expect(diagnoses).toEqual([{ code: 'rows-rejected', params: { rejected: 2, read: 3 } }])
    expect(customers).toBe(1)
  })
})

describe('warnOfAttrition: bad arguments', () => {
  it.each([undefined, null, 'x', 7, new Map()])('activity %o', (activity) => {
    const code = activity === undefined ? 'missing' : 'wrong-type'
    expect(issuesOf(() => warnOfAttrition(activity as never, policyOf(silent), { asOf: '2024-04-30' }))).toEqual([[code, ['activity']]])
    if (activity === undefined) return
    expect(issuesOf(() => warnOfAttrition({ activity: [], contracts: activity } as never, policyOf(silent), { asOf: '2024-04-30' }))).toEqual([
      [code, ['contracts']],
    ])
  })

  it('lists, policy and options are told together, before any row', () => {
    const bad = { activity: 7, contracts: null, customers: [] } as never
    expect(issuesOf(() => warnOfAttrition(bad, { ...policyOf(silent), kind: 'x' } as never, { asOf: 'x', invalid: 'drop', at: 1 } as never))).toEqual(
      [
        ['unknown-key', ['customers']],
        ['wrong-type', ['activity']],
        ['wrong-type', ['contracts']],
        ['not-allowed', ['policy', 'kind']],
        ['unknown-key', ['options', 'at']],
        ['not-allowed', ['options', 'invalid']],
        ['not-a-calendar-date', ['options', 'asOf']],
      ],
    )
    expect(issuesOf(() => warnOfAttrition([null] as never, policyOf(silent), {} as never))).toEqual([['missing', ['options', 'asOf']]])
    expect(issuesOf(() => warnOfAttrition([], undefined as never, undefined as never))).toEqual([
      ['missing', ['policy']],
      ['missing', ['options']],
    ])
  })
})
