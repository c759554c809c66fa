import { Decimal, decimalText } from '@clientele/core/decimal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountOf, currencies, randomDate } from '../../testing/arbitraries.js'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { type Fraction, halfUp, naiveInterest } from '../../testing/naiveInterest.js'
import { spoil } from '../../testing/spoil.js'
import { checkInterestRate, type InterestRate, type LateInterest, lateInterest } from '../index.js'
import { moneyText } from '../money/moneyText.js'
import type { ItemApplication, OpenItem } from '../receivables/types.js'

type Pair = readonly [date: string, value: string | number]

const itemOf = (amount: string | number, due: string, more: Partial<OpenItem> = {}): OpenItem => ({
  id: 'INV-1',
  customer: 'C-1',
  date: '0001-01-01',
  due,
  amount,
  currency: 'CNY',
  ...more,
})
const paid = (...rows: readonly Pair[]): { applications: ItemApplication[] } => ({
  applications: rows.map(([date, settles]) => ({ date, type: 'payment', settles })),
})
const rateOf = (rows: readonly Pair[], more: Partial<InterestRate> = {}): InterestRate => ({
  kind: 'interest-rate',
  id: 'usual',
  version: 1,
  steps: rows.map(([from, percent]) => ({ from, percent })),
  daysInYear: 365,
  ...more,
})
const flat = (percent: string | number, more: Partial<InterestRate> = {}): InterestRate => rateOf([['0001-01-01', percent]], more)
const shown = ({ spans }: LateInterest): string[] =>
  spans.map((span) => `${span.from} to ${span.to}, ${span.days}: ${span.balance} at ${span.percent} of ${span.daysInYear} = ${span.interest}`)

const actual = { daysInYear: 'actual' } as const
const byFirstDay = { stepsApply: 'first-day' } as const
const bySpan = { rounding: 'span' } as const
const byDay = { rounding: 'day' } as const
const two: readonly Pair[] = [
  ['2023-01-01', '8'],
  ['2024-07-01', '9.25'],
]

describe('lateInterest: known answers', () => {
  it('ERPNext (vector 25): 100 at 10 % a year, 15 days late', () => {
    const interest: LateInterest = {
      item: 'INV-1',
      currency: 'CNY',
      asOf: '2024-01-31',
      due: '2024-01-16',
      daysOverdue: 15,
      interest: '0.41',
      spans: [
        {
          from: '2024-01-17',
          to: '2024-01-31',
          days: 15,
          balance: '100.00',
          percent: '10',
          daysInYear: 365,
          interest: '0.4109589041095890411',
        },
      ],
      diagnoses: [],
      policies: [{ kind: 'interest-rate', id: 'usual', version: 1 }],
    }
    expect(lateInterest(itemOf(100, '2024-01-16'), flat('10.0'), { asOf: '2024-01-31' })).toStrictEqual(interest)
  })

  it.each([
    [{}, '11.64', '11.64383561643835616438'],
    [bySpan, '11.64', '11.64'],
    [byDay, '11.50', '11.50'],
  ])('gov.uk (vector 26): 1,000 at 8.5 %, 50 days, %o: %s', (rounding, interest, ofSpan) => {
    const result = lateInterest(itemOf('1000', '2024-01-31'), flat(8.5, rounding), { asOf: '2024-03-21' })
    expect(result).toMatchObject({ interest, daysOverdue: 50, spans: [{ days: 50, interest: ofSpan }] })
  })

  // The following answers were computed day by day with Python's fractions.
  it.each<[string, OpenItem, InterestRate, string, string, string[]]>([
    [
      'a step inside',
      itemOf('1000', '2024-06-15'),
      rateOf(two),
      '2024-07-20',
      '8.36',
      [
        '2024-06-16 to 2024-06-30, 15: 1000.00 at 8 of 365 = 3.28767123287671232877',
        '2024-07-01 to 2024-07-20, 20: 1000.00 at 9.25 of 365 = 5.06849315068493150685',
      ],
    ],
    [
      'a year of 360 days',
      itemOf('1000', '2024-06-15'),
      rateOf(two, { daysInYear: 360 }),
      '2024-07-20',
      '8.47',
      [
        '2024-06-16 to 2024-06-30, 15: 1000.00 at 8 of 360 = 3.33333333333333333333',
        '2024-07-01 to 2024-07-20, 20: 1000.00 at 9.25 of 360 = 5.13888888888888888889',
      ],
    ],
    [
      'a step inside, where the first rate stays',
      itemOf('1000', '2024-06-15'),
      rateOf(two, byFirstDay),
      '2024-07-20',
      '7.67',
      ['2024-06-16 to 2024-07-20, 35: 1000.00 at 8 of 365 = 7.67123287671232876712'],
    ],
    [
      'a step on the due day',
      itemOf('1000', '2024-07-01'),
      rateOf(two),
      '2024-07-20',
      '4.82',
      ['2024-07-02 to 2024-07-20, 19: 1000.00 at 9.25 of 365 = 4.81506849315068493151'],
    ],
    [
      'a step on the day after the due day',
      itemOf('1000', '2024-06-30'),
      rateOf(two),
      '2024-07-20',
      '5.07',
      ['2024-07-01 to 2024-07-20, 20: 1000.00 at 9.25 of 365 = 5.06849315068493150685'],
    ],
    [
      'a step on the day after the due day, where the first rate stays',
      itemOf('1000', '2024-06-30'),
      rateOf(two, byFirstDay),
      '2024-07-20',
      '5.07',
      ['2024-07-01 to 2024-07-20, 20: 1000.00 at 9.25 of 365 = 5.06849315068493150685'],
    ],
    [
      'a step two days after the due day',
      itemOf('1000', '2024-06-29'),
      rateOf(two),
      '2024-07-20',
      '5.29',
      [
        '2024-06-30 to 2024-06-30, 1: 1000.00 at 8 of 365 = 0.21917808219178082192',
        '2024-07-01 to 2024-07-20, 20: 1000.00 at 9.25 of 365 = 5.06849315068493150685',
      ],
    ],
    [
      'a step on the last day',
      itemOf('1000', '2024-06-15'),
      rateOf(two),
      '2024-07-01',
      '3.54',
      [
        '2024-06-16 to 2024-06-30, 15: 1000.00 at 8 of 365 = 3.28767123287671232877',
        '2024-07-01 to 2024-07-01, 1: 1000.00 at 9.25 of 365 = 0.25342465753424657534',
      ],
    ],
    [
      'a step after the last day',
      itemOf('1000', '2024-06-15'),
      rateOf(two),
      '2024-06-30',
      '3.29',
      ['2024-06-16 to 2024-06-30, 15: 1000.00 at 8 of 365 = 3.28767123287671232877'],
    ],
    [
      'a leap year begins',
      itemOf('1000', '2023-12-15'),
      flat(8, actual),
      '2024-02-10',
      '12.47',
      [
        '2023-12-16 to 2023-12-31, 16: 1000.00 at 8 of 365 = 3.50684931506849315068',
        '2024-01-01 to 2024-02-10, 41: 1000.00 at 8 of 366 = 8.96174863387978142077',
      ],
    ],
    [
      'a leap year ends, and a year like the one before begins',
      itemOf('1000', '2024-12-15'),
      flat(8, actual),
      '2026-02-10',
      '92.48',
      [
        '2024-12-16 to 2024-12-31, 16: 1000.00 at 8 of 366 = 3.49726775956284153005',
        '2025-01-01 to 2026-02-10, 406: 1000.00 at 8 of 365 = 88.98630136986301369863',
      ],
    ],
    [
      '2100 is no leap year',
      itemOf('1000', '2096-12-20'),
      flat(8, actual),
      '2104-03-05',
      '576.61',
      [
        '2096-12-21 to 2096-12-31, 11: 1000.00 at 8 of 366 = 2.40437158469945355191',
        '2097-01-01 to 2103-12-31, 2555: 1000.00 at 8 of 365 = 560',
        '2104-01-01 to 2104-03-05, 65: 1000.00 at 8 of 366 = 14.20765027322404371585',
      ],
    ],
    [
      '2000 is one',
      itemOf('1000', '1999-12-20'),
      flat(8, actual),
      '2000-03-05',
      '16.62',
      [
        '1999-12-21 to 1999-12-31, 11: 1000.00 at 8 of 365 = 2.4109589041095890411',
        '2000-01-01 to 2000-03-05, 65: 1000.00 at 8 of 366 = 14.20765027322404371585',
      ],
    ],
    [
      'leap years and steps, one of which changes nothing',
      itemOf('12345.67', '2023-06-10'),
      rateOf(
        [
          ['2023-01-01', 10.5],
          ['2023-07-01', '11.25'],
          ['2024-01-01', '11.250'],
          ['2024-07-01', '9.875'],
        ],
        actual,
      ),
      '2025-03-15',
      '2321.90',
      [
        '2023-06-11 to 2023-06-30, 20: 12345.67 at 10.5 of 365 = 71.02988219178082191781',
        '2023-07-01 to 2023-12-31, 184: 12345.67 at 11.25 of 365 = 700.15169589041095890411',
        '2024-01-01 to 2024-06-30, 182: 12345.67 at 11.25 of 366 = 690.64916188524590163934',
        '2024-07-01 to 2024-12-31, 184: 12345.67 at 9.875 of 366 = 612.89842595628415300546',
        '2025-01-01 to 2025-03-15, 74: 12345.67 at 9.875 of 365 = 247.16707815068493150685',
      ],
    ],
    [
      'parts are paid on the due day, after it and on the last day',
      itemOf('1000', '2024-01-31', paid(['2024-03-01', '300.50'], ['2024-01-31', '100'], ['2024-04-10', '399.50'], ['2024-02-10', 200])),
      flat(10),
      '2024-04-10',
      '10.68',
      [
        '2024-02-01 to 2024-02-10, 10: 900.00 at 10 of 365 = 2.46575342465753424658',
        '2024-02-11 to 2024-03-01, 20: 700.00 at 10 of 365 = 3.83561643835616438356',
        '2024-03-02 to 2024-04-10, 40: 399.50 at 10 of 365 = 4.37808219178082191781',
      ],
    ],
    [
      'too much is paid, and given back',
      itemOf('1000', '2024-01-31', paid(['2024-02-10', '1100'], ['2024-03-01', '-250'], ['2024-03-20', '-10'])),
      flat(10),
      '2024-04-10',
      '4.44',
      [
        '2024-02-01 to 2024-02-10, 10: 1000.00 at 10 of 365 = 2.73972602739726027397',
        '2024-03-02 to 2024-03-20, 19: 150.00 at 10 of 365 = 0.78082191780821917808',
        '2024-03-21 to 2024-04-10, 21: 160.00 at 10 of 365 = 0.92054794520547945205',
      ],
    ],
    [
      'no minor digits',
      itemOf('123456', '2024-01-31', { currency: 'JPY' }),
      flat('14.6'),
      '2024-05-31',
      '5975',
      ['2024-02-01 to 2024-05-31, 121: 123456 at 14.6 of 365 = 5975.2704'],
    ],
    [
      'no minor digits, by the day',
      itemOf('123456', '2024-01-31', { currency: 'JPY' }),
      flat('14.6', byDay),
      '2024-05-31',
      '5929',
      ['2024-02-01 to 2024-05-31, 121: 123456 at 14.6 of 365 = 5929'],
    ],
    [
      'three minor digits',
      itemOf('1234.567', '2024-01-31', { currency: 'KWD' }),
      flat(7, actual),
      '2024-05-31',
      '28.570',
      ['2024-02-01 to 2024-05-31, 121: 1234.567 at 7 of 366 = 28.57044396174863387978'],
    ],
    [
      'an amount of 40 digits at a percentage of 31',
      itemOf('9876543210987654321098765432109876543210.99', '2023-11-30'),
      flat('7.123456789012345678901234567890', actual),
      '2024-05-31',
      '351938905337663979228241118447329486232.68',
      [
        '2023-12-01 to 2023-12-31, 31: 9876543210987654321098765432109876543210.99 at 7.12345678901234567890123456789 of 365 = 59753671025665691621878067367542578499.32687478115490822649',
        '2024-01-01 to 2024-05-31, 152: 9876543210987654321098765432109876543210.99 at 7.12345678901234567890123456789 of 366 = 292185234311998287606363051079786907733.35580934765329705671',
      ],
    ],
    [
      'the last days of the calendar',
      itemOf('1000', '9999-12-01'),
      flat(8, actual),
      '9999-12-31',
      '6.58',
      ['9999-12-02 to 9999-12-31, 30: 1000.00 at 8 of 365 = 6.57534246575342465753'],
    ],
    [
      'the first days of the calendar',
      itemOf('1000', '0001-01-01'),
      flat(8, actual),
      '0004-12-31',
      '319.78',
      ['0001-01-02 to 0003-12-31, 1094: 1000.00 at 8 of 365 = 239.78082191780821917808', '0004-01-01 to 0004-12-31, 366: 1000.00 at 8 of 366 = 80'],
    ],
  ])('%s', (_, item, rate, asOf, interest, spans) => {
    const result = lateInterest(item, rate, { asOf })
    expect(result).toMatchObject({ interest, diagnoses: [] })
    expect(shown(result)).toEqual(spans)
  })
})

describe('lateInterest: the first step', () => {
  const diagnosis = (days: number): unknown => ({ code: 'days-before-first-rate', params: { days, from: '2023-01-01' } })
  const before = '2022-12-02 to 2022-12-31, 30: 1000.00 at 0 of 365 = 0'

  it('is begun by no day before it, each of which is counted', () => {
    const inside = lateInterest(itemOf('1000', '2022-12-01'), rateOf(two), { asOf: '2023-01-10' })
    expect(shown(inside)).toEqual([before, '2023-01-01 to 2023-01-10, 10: 1000.00 at 8 of 365 = 2.19178082191780821918'])
    expect(inside).toMatchObject({ interest: '2.19', diagnoses: [diagnosis(30)] })
    const outside = lateInterest(itemOf('1000', '2022-12-01'), rateOf(two, bySpan), { asOf: '2022-12-31' })
    expect(shown(outside)).toEqual([`${before}.00`])
    expect(outside).toMatchObject({ interest: '0.00', daysOverdue: 30, diagnoses: [diagnosis(30)] })
  })

  it('only counts days on which something is owed', () => {
    const item = itemOf('1000', '2022-12-01', paid(['2022-12-05', '1000'], ['2022-12-29', '-1']))
    const { spans, diagnoses } = lateInterest(item, rateOf(two), { asOf: '2022-12-31' })
    expect(spans.map(({ from, to }) => [from, to])).toEqual([
      ['2022-12-02', '2022-12-05'],
      ['2022-12-30', '2022-12-31'],
    ])
    expect(diagnoses).toEqual([diagnosis(6)])
  })

  it('is the one that stays where interest begins before it', () => {
    const result = lateInterest(itemOf('1000', '2022-12-01'), rateOf(two, byFirstDay), { asOf: '2024-08-10' })
    expect(shown(result)).toEqual([before, '2023-01-01 to 2024-08-10, 588: 1000.00 at 8 of 365 = 128.87671232876712328767'])
    expect(result).toMatchObject({ interest: '128.88', diagnoses: [diagnosis(30)] })
  })

  it('stays also at 0 percent, and is then like the days before it', () => {
    const rows: readonly Pair[] = [
      ['2023-01-01', 0],
      ['2023-02-01', '8'],
    ]
    const until = (more: Partial<InterestRate>): LateInterest =>
      lateInterest(itemOf('1000', '2022-12-01'), rateOf(rows, more), { asOf: '2023-02-10' })
    expect(until(byFirstDay)).toMatchObject({
      interest: '0.00',
      spans: [{ from: '2022-12-02', to: '2023-02-10', percent: '0' }],
      diagnoses: [diagnosis(30)],
    })
    expect(shown(until({}))).toEqual([
      '2022-12-02 to 2023-01-31, 61: 1000.00 at 0 of 365 = 0',
      '2023-02-01 to 2023-02-10, 10: 1000.00 at 8 of 365 = 2.19178082191780821918',
    ])
    expect(until({}).diagnoses).toEqual([diagnosis(30)])
  })
})

describe('lateInterest: nothing', () => {
  const none = { interest: '0.00', spans: [], diagnoses: [] }

  it.each([
    ['on the due day', itemOf('1000', '2024-03-01'), '2024-03-01', 0],
    ['before the due day', itemOf('1000', '2024-03-01'), '2024-02-01', 0],
    ['on the last day of the calendar', itemOf('1000', '9999-12-31'), '9999-12-31', 0],
    ['of an amount of 0', itemOf(0, '2024-03-01'), '2024-03-31', 30],
    ['of a credit', itemOf('-1000', '2024-03-01'), '2024-03-31', 30],
    ['where the due day settles it', itemOf('1000', '2024-03-01', paid(['2024-03-01', '1000'])), '2024-03-31', 30],
    [
      'where discounts and write-offs do so',
      itemOf('1000', '2024-03-01', {
        applications: [
          { payment: 'P1', date: '2024-02-01', type: 'payment', amount: '900', settles: '900' },
          { date: '2024-02-01', type: 'discount', settles: '20' },
          { date: '2024-02-02', type: 'credit-note', settles: '30' },
          { date: '2024-03-01', type: 'write-off', settles: '50' },
        ],
      }),
      '2024-03-31',
      30,
    ],
  ])('%s', (_, item, asOf, daysOverdue) => expect(lateInterest(item, flat(8), { asOf })).toMatchObject({ ...none, daysOverdue }))

  it('of an item dated later, which is told instead of its applications and days without a rate', () => {
    const item = itemOf('1000', '2022-12-01', { date: '2024-01-01', ...paid(['2024-01-02', '1']) })
    expect(lateInterest(item, rateOf(two), { asOf: '2023-12-31' })).toMatchObject({
      ...none,
      daysOverdue: 0,
      diagnoses: [{ code: 'item-after-as-of', params: { date: '2024-01-01' } }],
    })
    expect(lateInterest(item, rateOf(two), { asOf: '2024-01-01' })).toMatchObject({ interest: '80.22', spans: [{ days: 30 }, { days: 366 }] })
  })

  it('of a currency without minor digits is 0', () => {
    expect(lateInterest(itemOf(0, '2024-03-01', { currency: 'JPY' }), flat(8), { asOf: '2024-03-31' }).interest).toBe('0')
  })
})

describe('lateInterest: payments', () => {
  const until = (asOf: string, ...rows: readonly Pair[]): LateInterest => lateInterest(itemOf('365', '2024-03-01', paid(...rows)), flat(10), { asOf })

  it('lower the balance from the day after them', () => {
    expect(until('2024-03-11').interest).toBe('1.00')
    expect(until('2024-03-11', ['2024-03-11', 365]).interest).toBe('1.00')
    expect(until('2024-03-12', ['2024-03-11', 365]).interest).toBe('1.00')
    expect(until('2024-03-11', ['2024-03-10', 365]).interest).toBe('0.90')
    expect(until('2024-03-11', ['2024-03-02', 365]).interest).toBe('0.10')
    expect(until('2024-03-11', ['2024-03-01', 365]).interest).toBe('0.00')
  })

  it('dated after asOf are counted, whatever they are', () => {
    expect(until('2024-03-11', ['2024-03-12', 365], ['2024-04-01', 0], ['2024-03-11', 1])).toMatchObject({
      interest: '1.00',
      diagnoses: [{ code: 'applications-after-as-of', params: { count: 2 } }],
    })
  })

  it('taken back on their day change nothing, and those taken back later leave two spans with one balance', () => {
    expect(until('2024-03-11', ['2024-03-05', 365], ['2024-03-05', -365])).toStrictEqual(until('2024-03-11'))
    expect(shown(until('2024-03-11', ['2024-03-05', 365], ['2024-03-06', -365]))).toEqual([
      '2024-03-02 to 2024-03-05, 4: 365.00 at 10 of 365 = 0.4',
      '2024-03-07 to 2024-03-11, 5: 365.00 at 10 of 365 = 0.5',
    ])
  })

  it('settle a credit beyond its amount, which is then owed', () => {
    expect(lateInterest(itemOf('-100', '2024-03-01', paid(['2024-03-05', '-465'])), flat(10), { asOf: '2024-03-15' })).toMatchObject({
      interest: '1.00',
      spans: [{ from: '2024-03-06', balance: '365.00' }],
    })
  })
})

describe('lateInterest: rounding', () => {
  const ofDays = (amount: string, percent: string | number, asOf: string, more: Partial<InterestRate> = {}): string =>
    lateInterest(itemOf(amount, '2024-03-01'), flat(percent, more), { asOf }).interest

  it.each([
    ['36.50', '0.01'],
    ['36.49', '0.00'],
    ['109.50', '0.02'],
    ['182.50', '0.03'],
    ['182.49', '0.02'],
  ])('%s at 5 %% for a day is %s: half a cent is rounded up', (amount, interest) => {
    for (const rounding of ['total', 'span', 'day'] as const) expect(ofDays(amount, 5, '2024-03-02', { rounding })).toBe(interest)
  })

  it('is done once, or once a span, or once a day', () => {
    const item = itemOf('73', '2024-03-01', paid(['2024-03-02', '36.50']))
    const interestBy = (rounding: 'total' | 'span' | 'day'): unknown => {
      const { interest, spans } = lateInterest(item, flat(5, { rounding }), { asOf: '2024-03-05' })
      return [interest, ...spans.map((span) => span.interest)]
    }
    expect(interestBy('total')).toEqual(['0.03', '0.01', '0.015'])
    expect(interestBy('span')).toEqual(['0.03', '0.01', '0.02'])
    expect(interestBy('day')).toEqual(['0.04', '0.01', '0.03'])
  })

  it.each([
    ['2.5e-18', '0'],
    ['2.500000001e-18', '0.00000000000000000001'],
    ['7.5e-18', '0.00000000000000000002'],
    ['12.5e-18', '0.00000000000000000002'],
    ['1e-17', '0.00000000000000000002'],
  ])('the 21st decimal place of a span at %s percent is rounded half-even: %s', (percent, interest) => {
    // 1.00 for 73 days of 365 at p percent bears p / 500.
    expect(lateInterest(itemOf(1, '2023-01-01'), flat(percent), { asOf: '2023-03-15' }).spans).toMatchObject([{ days: 73, interest }])
  })

  it('is by exact sums, also of percentages of a thousand digits', () => {
    const justBelow = `4.${'9'.repeat(999)}`
    expect([ofDays('36.50', justBelow, '2024-03-02'), ofDays('36.50', `5.${'0'.repeat(998)}1`, '2024-03-02')]).toEqual(['0.00', '0.01'])
    expect(ofDays('36500', `1${'0'.repeat(999)}`, '2024-03-02')).toBe(`1${'0'.repeat(999)}.00`)
  })
})

const percents = fc.constantFrom<string | number>(0, '0', 1, '8.5', '8.50', 8.5, 10, '14.6', '0.05', '3.333333', '7.25', 24, '100')
/** Days about a New Year's Day, mostly near it. */
const spread = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: -60, max: 60 }) }, { weight: 1, arbitrary: fc.integer({ min: -400, max: 800 }) })
const units = fc.oneof(
  { weight: 1, arbitrary: fc.bigInt({ min: -2000n, max: 2000n }) },
  { weight: 5, arbitrary: fc.bigInt({ min: 1n, max: 5_000_000n }) },
  { weight: 1, arbitrary: fc.bigInt({ min: 1n, max: 10n ** 40n }) },
)

const rates: fc.Arbitrary<InterestRate> = fc
  .record(
    {
      days: fc.uniqueArray(spread, { minLength: 1, maxLength: 6 }),
      percents: fc.array(percents, { minLength: 6, maxLength: 6 }),
      daysInYear: fc.constantFrom(365 as const, 360 as const, 'actual' as const),
      rounding: fc.constantFrom('total' as const, 'span' as const, 'day' as const),
      stepsApply: fc.constantFrom('each-day' as const, 'each-day' as const, 'first-day' as const),
    },
    { requiredKeys: ['days', 'percents', 'daysInYear'] },
  )
  .map(({ days, percents: values, ...more }) =>
    rateOf(
      days.sort((a, b) => a - b).map((day, index) => [randomDate(day), values[index] as string]),
      more,
    ),
  )

const cases = fc
  .record({
    currency: fc.constantFrom(...currencies),
    amount: units,
    date: spread,
    due: spread,
    parts: fc.array(fc.tuple(fc.integer({ min: -10, max: 90 }), fc.bigInt({ min: -2n, max: 5n }), fc.bigInt({ min: -1n, max: 1n })), {
      maxLength: 5,
    }),
    late: fc.oneof({ weight: 7, arbitrary: fc.integer({ min: -5, max: 60 }) }, { weight: 1, arbitrary: fc.integer({ min: 60, max: 500 }) }),
    rate: rates,
  })
  .map(({ currency: [currency, digits], amount, date, due, parts, late, rate }) => {
    const applications = parts.map(([day, quarters, more]) => ({
      date: randomDate(due + day),
      type: 'payment' as const,
      settles: amountOf((amount * quarters) / 4n + more, digits),
    }))
    const item: OpenItem = {
      id: 'I',
      customer: 'C',
      date: randomDate(Math.min(date, due + 9)),
      due: randomDate(due),
      amount: amountOf(amount, digits),
      currency,
      applications,
    }
    return { item, rate, asOf: randomDate(due + late), digits, amount }
  })

const interestOf = ({ item, rate, asOf }: { item: OpenItem; rate: InterestRate; asOf: string }, change: Partial<OpenItem> = {}): LateInterest =>
  lateInterest({ ...item, ...change }, rate, { asOf })
const unitsOfText = (text: string): bigint => BigInt(text.replace('.', ''))

const Long = Decimal.clone({ precision: 150 })
const twentyPlaces = ([dividend, divisor]: Fraction, digits: number): string =>
  decimalText(new Long(String(dividend)).div(String(divisor * 10n ** BigInt(digits))).toDecimalPlaces(20, Decimal.ROUND_HALF_EVEN))

describe('lateInterest: laws', () => {
  it('is what days and fractions give, one by one', () => {
    let seen = 0
    fc.assert(
      fc.property(cases, ({ item, rate, asOf, digits }) => {
        const result = lateInterest(item, rate, { asOf })
        const naive = naiveInterest(item, rate, asOf, digits)
        const { rounding = 'total' } = rate
        const money = (amount: bigint): string => moneyText(amount, digits)
        const ofDay = ({ interest: [dividend, divisor], days }: { interest: Fraction; days: number }): bigint =>
          halfUp([dividend, divisor * BigInt(days)]) * BigInt(days)
        expect(result.interest).toBe(money(naive.interest))
        expect(result.spans).toStrictEqual(
          naive.spans.map((span) => ({
            ...span,
            balance: money(span.balance),
            percent: String(span.percent),
            interest: rounding === 'total' ? twentyPlaces(span.interest, digits) : money(rounding === 'span' ? halfUp(span.interest) : ofDay(span)),
          })),
        )
        const found = result.diagnoses.find(({ code }) => code === 'days-before-first-rate')
        expect(found?.params ?? { days: 0 }).toMatchObject({ days: naive.daysBeforeFirstRate })
        if (naive.spans.length > 1) seen++
      }),
      { numRuns: 2000 },
    )
    expect(seen).toBeGreaterThan(500)
  })

  it('is plain data, the same for frozen input and in any order of the applications', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const result = interestOf(one)
        expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result)
        expect(interestOf(deepFreeze(one), { applications: [...(one.item.applications ?? [])].reverse() })).toStrictEqual(result)
      }),
    )
  })

  it('is not changed by a payment of nothing', () => {
    fc.assert(
      fc.property(cases, spread, (one, day) => {
        const date = randomDate(day)
        const type = 'payment' as const
        fc.pre(date <= one.asOf)
        expect(interestOf(one, { applications: [...(one.item.applications ?? []), { date, type, settles: 0 }] })).toStrictEqual(interestOf(one))
      }),
    )
  })

  it('is not changed by a step to the same rate, however it is written', () => {
    fc.assert(
      fc.property(cases, spread, (one, day) => {
        const from = randomDate(day)
        const before = one.rate.steps.filter((step) => step.from < from)
        const { percent } = before.at(-1) ?? {}
        fc.pre(percent !== undefined && !one.rate.steps.some((step) => step.from === from))
        const steps = [
          ...before,
          { from, percent: `${percent}${String(percent).includes('.') ? '' : '.'}000` },
          ...one.rate.steps.slice(before.length),
        ]
        expect(interestOf({ ...one, rate: { ...one.rate, steps } })).toStrictEqual(interestOf(one))
      }),
    )
  })

  it('is not changed by splitting a payment', () => {
    fc.assert(
      fc.property(cases, units, ({ digits, ...one }, part) => {
        const [first, ...others] = one.item.applications ?? []
        fc.pre(first !== undefined && first.date <= one.asOf)
        const rest = unitsOfText(new Decimal(first?.settles ?? 0).toFixed(digits)) - part
        const split = [part, rest].map((settles) => ({ date: first?.date as string, type: 'payment' as const, settles: moneyText(settles, digits) }))
        expect(interestOf(one, { applications: [...others, ...split] })).toStrictEqual(interestOf(one))
      }),
    )
  })

  it('never falls as asOf grows', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 200 }), ({ item, rate, asOf }, more) => {
        const later = randomDate(dayNumber(asOf) + more)
        const [soon, late] = [asOf, later].map((day) => unitsOfText(lateInterest(item, rate, { asOf: day }).interest)) as [bigint, bigint]
        expect(late).toBeGreaterThanOrEqual(soon)
      }),
    )
  })

  it('of days on end is that of the days up to any of them and of those after it: by the day exactly, in total but for a unit', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 500 }), ({ item, rate: any, asOf }, more) => {
        const middle = randomDate(dayNumber(item.due) + more)
        fc.pre(middle <= asOf)
        for (const rounding of ['day', 'total'] as const) {
          const rate: InterestRate = { ...any, rounding, stepsApply: 'each-day' }
          const dated = { ...item, date: '0001-01-01' }
          const [whole, before, after] = [
            lateInterest(dated, rate, { asOf }),
            lateInterest(dated, rate, { asOf: middle }),
            lateInterest({ ...dated, due: middle }, rate, { asOf }),
          ].map(({ interest }) => unitsOfText(interest)) as [bigint, bigint, bigint]
          const difference = whole - before - after
          if (rounding === 'day') expect(difference).toBe(0n)
          else expect(difference >= -1n && difference <= 1n).toBe(true)
        }
      }),
    )
  })

  it('is the sum of the spans, rounded once at most', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { interest, spans } = interestOf(one)
        const sum = spans.reduce((total, span) => total.plus(span.interest), new Decimal(0))
        const difference = sum.minus(interest).abs()
        const unit = new Decimal(10).pow(-one.digits)
        if ((one.rate.rounding ?? 'total') === 'total') expect(difference.lte(unit.div(2).plus('1e-18'))).toBe(true)
        else expect(difference.isZero()).toBe(true)
      }),
    )
  })
})

/** How many days a date is after the New Year's Day that {@link randomDate} counts from. */
function dayNumber(date: string): number {
  return (Date.parse(date) - Date.parse('2024-01-01')) / 86_400_000
}

describe('lateInterest: bad input', () => {
  const item = itemOf('1000', '2024-03-01', paid(['2024-03-05', '10']))
  const rate = flat(8)
  const run = (change: { item?: unknown; rate?: unknown; options?: unknown }): unknown => {
    const given = { item, rate, options: { asOf: '2024-03-31' }, ...change }
    return issuesOf(() => lateInterest(given.item as OpenItem, given.rate as InterestRate, given.options as { asOf: string }))
  }

  it.each(badRecords)('names %o, which is no object, in each argument', (value, code) => {
    for (const argument of ['item', 'rate', 'options']) expect(run({ [argument]: value })).toEqual([[code, [argument]]])
  })

  it.each<[string, unknown, string, string[]]>([
    ['asOf', undefined, 'missing', []],
    ['asOf', '2024-02-30', 'not-a-calendar-date', []],
    ['asOf', new Date(0), 'not-a-calendar-date', []],
    ['invalid', 'collect', 'unknown-key', []],
  ])('names a wrong option %s: %o', (key, value, code) => {
    expect(run({ options: { asOf: '2024-03-31', [key]: value } })).toEqual([[code, ['options', key]]])
  })

  it('names all that is wrong in all arguments', () => {
    const wrongItem = { ...itemOf('10.001', '2024-13-01'), applications: [{ date: 'x', type: 'gift', settles: '1' }] }
    expect(run({ item: wrongItem, rate: { ...rate, daysInYear: 366, steps: [{ from: '2024-01-01', percent: -1 }] }, options: {} })).toEqual([
      ['not-a-calendar-date', ['item', 'due']],
      ['too-many-decimal-places', ['item', 'amount']],
      ['not-a-calendar-date', ['item', 'applications', 0, 'date']],
      ['not-allowed', ['item', 'applications', 0, 'type']],
      ['too-small', ['rate', 'steps', 0, 'percent']],
      ['not-allowed', ['rate', 'daysInYear']],
      ['missing', ['options', 'asOf']],
    ])
  })

  it('takes exactly the rates in which nothing is found', () => {
    const whole = { ...rateOf(two), format: 1, title: { en: 'x' }, rounding: 'span', stepsApply: 'each-day' }
    fc.assert(
      fc.property(spoil(whole), (value) => {
        const found = checkInterestRate(value).map(({ code, path }) => [code, ['rate', ...path]])
        expect(run({ rate: value })).toEqual(found.length === 0 ? 'nothing was thrown' : found)
      }),
      { numRuns: 300 },
    )
  })
})
