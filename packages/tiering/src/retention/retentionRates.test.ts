import fc from 'fast-check'
import { describe, expect, it, type TestContext } from 'vitest'
import { badDates, badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { countNaively, followNaively, groupNaively } from '../../testing/naiveRetention.js'
import { purchasesByHand, purchasesOf, readCdnowPurchases, readOrders } from '../../testing/purchases.js'
import {
  churnRate,
  cohortRetention,
  type PeriodRetention,
  type RetentionOptions,
  type RetentionPeriod,
  type RetentionRates,
  retentionRates,
  type Sale,
} from '../index.js'

const good: RetentionOptions = { period: 'month', asOf: '2024-06-30' }

const lineOf = ({ period, active, before, retained, lost, reactivated, new: fresh, retentionRate }: PeriodRetention): string =>
  [period, active, before, retained, lost, reactivated, fresh, retentionRate].join(' ')
const linesOf = ({ periods }: RetentionRates): string[] => periods.map(lineOf)
const namesOf = ({ periods }: RetentionRates): string[] => periods.map(({ period }) => period)

describe('retentionRates: known answers', () => {
  it('by hand: who is retained, lost, reactivated and new in each month', () => {
    const rates: RetentionRates = {
      asOf: '2024-06-30',
      basis: 'month',
      periods: [
        {
          period: '2024-01',
          from: '2024-01-01',
          to: '2024-01-31',
          active: 3,
          before: 0,
          retained: 0,
          lost: 0,
          reactivated: 0,
          new: 3,
          retentionRate: null,
          churnRate: null,
        },
        {
          period: '2024-02',
          from: '2024-02-01',
          to: '2024-02-29',
          active: 2,
          before: 3,
          retained: 1,
          lost: 2,
          reactivated: 0,
          new: 1,
          retentionRate: 1 / 3,
          churnRate: 2 / 3,
        },
        {
          period: '2024-03',
          from: '2024-03-01',
          to: '2024-03-31',
          active: 2,
          before: 2,
          retained: 1,
          lost: 1,
          reactivated: 1,
          new: 0,
          retentionRate: 0.5,
          churnRate: 0.5,
        },
        {
          period: '2024-04',
          from: '2024-04-01',
          to: '2024-04-30',
          active: 0,
          before: 2,
          retained: 0,
          lost: 2,
          reactivated: 0,
          new: 0,
          retentionRate: 0,
          churnRate: 1,
        },
        {
          period: '2024-05',
          from: '2024-05-01',
          to: '2024-05-31',
          active: 2,
          before: 0,
          retained: 0,
          lost: 0,
          reactivated: 2,
          new: 0,
          retentionRate: null,
          churnRate: null,
        },
        {
          period: '2024-06',
          from: '2024-06-01',
          to: '2024-06-30',
          active: 1,
          before: 2,
          retained: 1,
          lost: 1,
          reactivated: 0,
          new: 0,
          retentionRate: 0.5,
          churnRate: 0.5,
        },
      ],
      rejected: [],
      diagnoses: [{ code: 'lost-came-back', params: { lost: 6, reactivated: 3 } }],
    }
    expect(retentionRates(purchasesByHand, deepFreeze({ ...good }))).toStrictEqual(rates)
  })

  it('by hand: the same by quarter and by year', () => {
    expect(linesOf(retentionRates(purchasesByHand, { ...good, period: 'quarter' }))).toEqual(['2024-Q1 4 0 0 0 0 4 ', '2024-Q2 2 4 2 2 0 0 0.5'])
    expect(linesOf(retentionRates(purchasesByHand, { ...good, period: 'year', asOf: '2025-12-31' }))).toEqual([
      '2024 4 0 0 0 0 4 ',
      '2025 0 4 0 4 0 0 0',
    ])
  })

  it('goes on to the last period that is over, and leaves out the one that is not', () => {
    const at = (asOf: string) => retentionRates(purchasesByHand, { ...good, asOf })
    expect(namesOf(at('2024-08-31')).slice(-3)).toEqual(['2024-06', '2024-07', '2024-08'])
    expect(lineOf(at('2024-08-31').periods.at(-1) as PeriodRetention)).toBe('2024-08 0 0 0 0 0 0 ')
    expect([namesOf(at('2024-06-29')).at(-1), at('2024-06-29').diagnoses]).toEqual([
      '2024-05',
      [
        { code: 'transactions-after-as-of', params: { count: 1 } },
        { code: 'lost-came-back', params: { lost: 5, reactivated: 3 } },
      ],
    ])
    expect(at('2024-03-30').diagnoses).toEqual([
      { code: 'transactions-after-as-of', params: { count: 5 } },
      { code: 'period-not-over', params: { period: '2024-03', count: 1 } },
    ])
    expect(namesOf(at('2024-01-31'))).toEqual(['2024-01'])
    expect([at('2024-01-30').periods, at('2024-01-30').diagnoses.map(({ code }) => code)]).toEqual([
      [],
      ['transactions-after-as-of', 'period-not-over', 'no-customers'],
    ])
  })

  it('weeks begin on Monday and belong to the year of their Thursday, also around new year', () => {
    const transactions = purchasesOf({
      A: ['2020-12-21', '2021-01-03', '2021-01-04'],
      B: ['2020-12-28', '2021-01-10'],
      C: ['2020-12-27', '2021-01-11'],
    })
    expect(linesOf(retentionRates(transactions, { period: 'week', asOf: '2021-01-17' }))).toEqual([
      '2020-W52 2 0 0 0 0 2 ',
      '2020-W53 2 2 1 1 0 1 0.5',
      '2021-W01 2 2 2 0 0 0 1',
      '2021-W02 1 2 0 2 1 0 0',
    ])
    const { periods, diagnoses } = retentionRates(transactions, { period: 'week', asOf: '2021-01-16' })
    expect(periods.at(-1)).toMatchObject({ period: '2021-W01', from: '2021-01-04', to: '2021-01-10' })
    expect(diagnoses).toEqual([{ code: 'period-not-over', params: { period: '2021-W02', count: 1 } }])
    // 1996-12-30 is in the first week of 1997.
    expect(namesOf(retentionRates(purchasesOf({ A: ['1996-12-30'] }), { period: 'week', asOf: '1997-01-12' }))).toEqual(['1997-W01', '1997-W02'])
  })

  it.each<[RetentionPeriod, string, string, string[]]>([
    ['week', '0001-01-01', '0001-01-14', ['0001-W01', '0001-W02']],
    ['month', '0001-01-31', '0001-02-28', ['0001-01', '0001-02']],
    ['quarter', '0001-01-01', '0001-06-30', ['0001-Q1', '0001-Q2']],
    ['year', '0001-12-31', '0001-12-31', ['0001']],
    ['week', '9999-12-19', '9999-12-31', ['9999-W50', '9999-W51']],
    ['month', '9999-11-30', '9999-12-31', ['9999-11', '9999-12']],
    ['quarter', '9999-12-31', '9999-12-31', ['9999-Q4']],
    ['year', '9998-01-01', '9999-12-31', ['9998', '9999']],
    ['month', '2024-02-29', '2024-02-29', ['2024-02']],
    ['month', '2023-02-28', '2023-02-28', ['2023-02']],
    ['quarter', '2024-02-29', '2024-03-30', []],
  ])('by %s from %s to %s', (period, date, asOf, names) => {
    expect(namesOf(retentionRates(purchasesOf({ A: [date] }), { period, asOf }))).toEqual(names)
  })

  it('takes no week for over that ends after the calendar', () => {
    const { periods, diagnoses } = retentionRates(purchasesOf({ A: ['9999-12-31'] }), { period: 'week', asOf: '9999-12-31' })
    expect([periods, diagnoses]).toEqual([
      [],
      [
        { code: 'period-not-over', params: { period: '9999-W52', count: 1 } },
        { code: 'no-customers', params: {} },
      ],
    ])
  })

  it('amounts of 0 are purchases, and said to be; those below are not; currencies may differ', () => {
    const transactions: Sale[] = [
      { customer: 'A', date: '2024-01-01', amount: '0.00', currency: 'CNY' },
      { customer: 'A', date: '2024-02-01', amount: '-0', currency: 'USD' },
      { customer: 'A', date: '2024-03-01', amount: '-0.00000000000000000000000001' },
      { customer: 'B', date: '2024-02-01', amount: -5 },
      { customer: 'B', date: '2024-07-01', amount: -5 },
    ]
    const { periods, diagnoses } = retentionRates(transactions, { ...good, asOf: '2024-03-31' })
    expect(periods.map(lineOf)).toEqual(['2024-01 1 0 0 0 0 1 ', '2024-02 1 1 1 0 0 0 1', '2024-03 0 1 0 1 0 0 0'])
    expect(diagnoses).toEqual([
      { code: 'transactions-after-as-of', params: { count: 1 } },
      { code: 'zero-amounts', params: { count: 2 } },
      { code: 'refunds', params: { count: 2 } },
    ])
    // In a period that is not over they do not count, and are among the purchases left out.
    expect(retentionRates(transactions, { ...good, asOf: '2024-02-28' }).diagnoses).toEqual([
      { code: 'transactions-after-as-of', params: { count: 2 } },
      { code: 'period-not-over', params: { period: '2024-02', count: 1 } },
      { code: 'zero-amounts', params: { count: 1 } },
      { code: 'refunds', params: { count: 1 } },
    ])
  })

  it('of nobody, and of refunds alone, has no periods', () => {
    const nobody = { code: 'no-customers', params: {} }
    const nothing = { asOf: '2024-06-30', basis: 'month', periods: [], rejected: [], diagnoses: [nobody] }
    expect(retentionRates([], good)).toStrictEqual(nothing)
    const refunds = [{ customer: 'A', date: '2024-01-01', amount: -1 }]
    expect(retentionRates(refunds, good)).toStrictEqual({ ...nothing, diagnoses: [{ code: 'refunds', params: { count: 1 } }, nobody] })
  })

  it('tells customers apart whatever they are called', () => {
    const names = ['__proto__', 'constructor', 'toString', '客户', ' ']
    const transactions = names.map((customer) => ({ customer, date: '2024-06-01', amount: 1 }))
    expect(linesOf(retentionRates([...transactions, ...transactions], good))).toEqual(['2024-06 5 0 0 0 0 5 '])
  })

  it('has 2,000 periods at most, and says since when there are more', () => {
    const weeks = (asOf: string): unknown => issuesOf(() => retentionRates(purchasesOf({ A: ['1900-01-01'] }), { period: 'week', asOf }))
    // 1900-01-01 is a Monday; 14,000 days end on 1938-05-01.
    expect(retentionRates(purchasesOf({ A: ['1900-01-01'] }), { period: 'week', asOf: '1938-05-01' }).periods).toHaveLength(2000)
    expect(weeks('1938-05-07')).toBe('nothing was thrown')
    expect(weeks('1938-05-08')).toEqual([['too-many-periods', ['options', 'period']]])
    expect(() => retentionRates(purchasesOf({ A: ['2024-05-01'], B: ['0202-04-05'] }), good)).toThrow(
      'options.period must not give more than 2000 periods since 0202-04-05, the first purchase: choose a longer period, or look at that date',
    )
    for (const verb of [retentionRates, churnRate, cohortRetention]) {
      const run = () => verb(purchasesOf({ A: ['0001-01-01'] }), { period: 'year', asOf: '2001-12-31', invalid: 'collect' })
      expect(issuesOf(run)).toEqual([['too-many-periods', ['options', 'period']]])
    }
  })
})

describe('retention of real customers, as Python counts them', () => {
  it.for<[string, (context: TestContext) => Sale[], RetentionOptions, number, string, string, number[]]>([
    [
      'CDNOW',
      readCdnowPurchases,
      { period: 'month', asOf: '1998-06-30' },
      18,
      '1997-02 981 781 124 657 0 857',
      '1998-06 138 134 41 93 97 0',
      [4065, 5322],
    ],
    [
      'CDNOW',
      readCdnowPurchases,
      { period: 'week', asOf: '1998-06-30' },
      78,
      '1997-W02 171 100 3 97 0 168',
      '1998-W26 34 28 2 26 32 0',
      [5672, 6324],
    ],
    [
      'CDNOW',
      readCdnowPurchases,
      { period: 'quarter', asOf: '1998-06-29' },
      5,
      '1997-Q2 524 2357 524 1833 0 0',
      '1998-Q1 384 404 196 208 188 0',
      [2566, 3703],
    ],
    ['orders', readOrders, { period: 'quarter', asOf: '2006-12-31' }, 21, '2002-Q1 0 1 0 1 0 0', '2006-Q4 141 312 38 274 102 1', [2433, 3723]],
    ['orders', readOrders, { period: 'year', asOf: '2006-12-31' }, 6, '2002 0 1 0 1 0 0', '2006 651 926 596 330 42 13', [387, 1702]],
    ['orders', readOrders, { period: 'year', asOf: '2006-12-30' }, 5, '2002 0 1 0 1 0 0', '2005 926 775 719 56 0 207', [57, 776]],
  ])('%s', ([, read, options, count, second, last, [lost, before]], context) => {
    const transactions = read(context)
    const { periods } = retentionRates(transactions, options)
    const counts = periods.map((one) => lineOf(one).split(' ').slice(0, -1).join(' '))
    expect([counts.length, counts[1], counts.at(-1)]).toEqual([count, second, last])
    expect(churnRate(transactions, options).averageChurnRate).toBe((lost as number) / (before as number))
  })
})

describe('retention: laws', () => {
  const bases = fc.constantFrom<RetentionPeriod>('week', 'month', 'quarter', 'year')
  const dates = fc
    .date({ min: new Date('2019-11-01'), max: new Date('2021-02-15'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const sales = fc.array(
    fc.record({ customer: fc.constantFrom('A', 'B', 'C', 'D', '__proto__'), date: dates, amount: fc.constantFrom('-1', '-0.01', 0, '1', 5, 7.5) }),
    { maxLength: 30 },
  )

  it('are what a naive count gives, in any order of the transactions', () => {
    fc.assert(
      fc.property(sales, bases, dates, (list, period, asOf) => {
        const options = { period, asOf }
        const groups = groupNaively(list, period, asOf)
        const reversed = [...list].reverse()
        const rates = retentionRates(deepFreeze(list), options)
        expect(JSON.parse(JSON.stringify(rates))).toStrictEqual(rates)
        expect(retentionRates(reversed, options)).toStrictEqual(rates)
        expect(rates.periods).toMatchObject(countNaively(groups))
        rates.periods.forEach(({ active, before, retained, lost, reactivated, new: fresh, retentionRate, churnRate: churn, from, to }, index) => {
          expect([retained + reactivated + fresh, retained + lost, rates.periods[index - 1]?.active ?? 0]).toEqual([active, before, before])
          expect([retentionRate, churn]).toEqual(before === 0 ? [null, null] : [retained / before, lost / before])
          expect(from <= to && to <= asOf).toBe(true)
        })

        const churn = churnRate(list, options)
        expect(JSON.parse(JSON.stringify(churn))).toStrictEqual(churn)
        expect(churnRate(reversed, options)).toStrictEqual(churn)
        expect(churn.latest).toEqual(rates.periods.slice(1).at(-1) ?? null)
        const counts = countNaively(groups)
        const [lost, reactivated] = [counts.reduce((sum, one) => sum + one.lost, 0), counts.reduce((sum, one) => sum + one.reactivated, 0)]
        const cameBack = reactivated === 0 ? [] : [{ code: 'lost-came-back', params: { lost, reactivated } }]
        expect([churn.lost, churn.reactivated]).toEqual([lost, reactivated])
        for (const { diagnoses } of [churn, rates]) expect(diagnoses.filter(({ code }) => code === 'lost-came-back')).toEqual(cameBack)

        const found = cohortRetention(list, options)
        expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
        expect(cohortRetention(reversed, options)).toStrictEqual(found)
        expect(found.cohorts.map(({ period: name, active }) => ({ period: name, active }))).toEqual(followNaively(groups))
        // Each who bought in a period is of one cohort.
        const last = rates.periods.length - 1
        const sums = rates.periods.map((_, index) =>
          found.cohorts.reduce((sum, { active }) => sum + (active[index - (last + 1 - active.length)] ?? 0), 0),
        )
        expect(sums).toEqual(rates.periods.map(({ active }) => active))
        expect(found.cohorts.map(({ customers }) => customers)).toEqual(rates.periods.map((one) => one.new).filter((count) => count > 0))
        found.average.forEach(({ age, customers, active: bought, rate }, index) => {
          expect(age).toBe(index)
          const old = found.cohorts.filter(({ active }) => active.length > age)
          const sum = (key: (one: (typeof old)[number]) => number): number => old.reduce((total, one) => total + key(one), 0)
          expect([customers, bought]).toEqual([sum((one) => one.customers), sum(({ active }) => active[age] as number)])
          expect(rate).toBe(bought / customers)
        })
      }),
      { numRuns: 150 },
    )
  })

  const order = ['rows-rejected', 'transactions-after-as-of', 'period-not-over', 'zero-amounts', 'refunds', 'lost-came-back', 'no-customers']

  it('every row that was read is counted, or is left out by one diagnosis; diagnoses have one order', () => {
    fc.assert(
      fc.property(sales, bases, dates, (list, period, asOf) => {
        const { periods, diagnoses } = retentionRates(list, { period, asOf })
        const last = periods.at(-1)?.to ?? ''
        const counted = list.filter(({ date, amount }) => date <= last && Number(amount) >= 0)
        const left = diagnoses.filter(({ code }) => code !== 'zero-amounts')
        const told = left.reduce((sum, { params }) => sum + ('count' in params ? params.count : 0), 0)
        expect(counted.length + told).toBe(list.length)
        const zeros = counted.filter(({ amount }) => Number(amount) === 0).length
        expect(diagnoses.filter(({ code }) => code === 'zero-amounts')).toEqual(
          zeros === 0 ? [] : [{ code: 'zero-amounts', params: { count: zeros } }],
        )
        expect(diagnoses.map(({ code }) => order.indexOf(code))).toEqual(diagnoses.map(({ code }) => order.indexOf(code)).sort((a, b) => a - b))
        expect(diagnoses.some(({ code }) => code === 'no-customers')).toBe(periods.length === 0)
      }),
    )
  })
})

describe('retention: bad input', () => {
  const sale: Sale = { customer: 'A', date: '2024-05-31', amount: '100' }

  it.each([
    ['retentionRates', retentionRates],
    ['churnRate', churnRate],
    ['cohortRetention', cohortRetention],
  ] as const)('%s refuses what is not as stated, with every issue', (_, verb) => {
    const inOptions = (options: unknown): unknown => issuesOf(() => verb([], options as never))
    const inRows = (rows: unknown): unknown => issuesOf(() => verb(rows as never, good))
    const inRow = (change: object): unknown => inRows([sale, { ...sale, ...change }])
    for (const [value, code] of badRecords) expect(inOptions(value)).toEqual([[code, ['options']]])
    for (const [value, code] of badDates) expect(inOptions({ ...good, asOf: value })).toEqual([[code, ['options', 'asOf']]])
    for (const value of [null, 'day', 'Month', '', 1, ['month']])
      expect(inOptions({ ...good, period: value })).toEqual([['not-allowed', ['options', 'period']]])
    expect(inOptions({ unit: 'week', invalid: 'skip' })).toEqual([
      ['unknown-key', ['options', 'unit']],
      ['not-allowed', ['options', 'invalid']],
      ['missing', ['options', 'period']],
      ['missing', ['options', 'asOf']],
    ])
    expect(inOptions(Object.create(good))).toEqual([
      ['missing', ['options', 'period']],
      ['missing', ['options', 'asOf']],
    ])
    expect(inRows(undefined)).toEqual([['missing', ['transactions']]])
    for (const [value, code] of badLists) expect(inRows(value)).toEqual([[code, ['transactions']]])
    expect(inRows(Array(1))).toEqual([['missing', ['transactions', 0]]])
    for (const [value, code] of badRecords.slice(1)) expect(inRows([value])).toEqual([[code, ['transactions', 0]]])
    for (const [value, code] of badTexts) expect(inRow({ customer: value })).toEqual([[code, ['transactions', 1, 'customer']]])
    for (const [value, code] of badDates) expect(inRow({ date: value })).toEqual([[code, ['transactions', 1, 'date']]])
    for (const value of [null, Number.NaN, Infinity, 'abc', ' 1 ', '0x3', '１'])
      expect(inRow({ amount: value })).toEqual([['not-a-decimal', ['transactions', 1, 'amount']]])
    expect(inRow({ amount: undefined, currency: 'cny', price: 1 })).toEqual([
      ['unknown-key', ['transactions', 1, 'price']],
      ['missing', ['transactions', 1, 'amount']],
      ['unknown-currency', ['transactions', 1, 'currency']],
    ])
    expect(inRow({ currency: undefined })).toBe('nothing was thrown')
  })

  it('collects bad rows, and counts the others', () => {
    const rows = [sale, { ...sale, date: '2024-02-30' }, null, { ...sale, customer: '', currency: 'XXX' }] as Sale[]
    const { periods, rejected, diagnoses } = retentionRates(rows, { ...good, invalid: 'collect' })
    expect(periods.map(lineOf)).toEqual(['2024-05 1 0 0 0 0 1 ', '2024-06 0 1 0 1 0 0 0'])
    expect(rejected.map(({ index, issues }) => [index, issues.map(({ code, path }) => [code, path])])).toEqual([
      [1, [['not-a-calendar-date', ['transactions', 1, 'date']]]],
      [2, [['wrong-type', ['transactions', 2]]]],
      [
        3,
        [
          ['empty', ['transactions', 3, 'customer']],
          ['unknown-currency', ['transactions', 3, 'currency']],
        ],
      ],
    ])
    expect(diagnoses).toEqual([{ code: 'rows-rejected', params: { rejected: 3, read: 1 } }])
    for (const verb of [churnRate, cohortRetention]) expect(verb(rows, { ...good, invalid: 'collect' })).toMatchObject({ rejected, diagnoses })
    const nothingLeft = retentionRates(rows.slice(1), { ...good, invalid: 'collect' })
    expect([nothingLeft.periods, nothingLeft.diagnoses]).toEqual([
      [],
      [
        { code: 'rows-rejected', params: { rejected: 3, read: 0 } },
        { code: 'no-customers', params: {} },
      ],
    ])
  })
})
