import { addDecimals } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badDates, badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { fine } from '../../testing/naiveTiers.js'
import { decimalOf, units } from '../../testing/tierSchemes.js'
import { type AverageMonthlySales, type AverageSalesOptions, averageMonthlySales, type Sale } from '../index.js'

const sale: Sale = { customer: 'A', date: '2024-05-31', amount: '100' }
const good: AverageSalesOptions = { months: 3, asOf: '2024-07-31' }

const windowOf = (options: AverageSalesOptions): string => {
  const { from, to } = averageMonthlySales([], options)
  return `${from} ${to}`
}
const listed = ({ customers }: AverageMonthlySales): string[] => customers.map(({ customer, total, average }) => `${customer} ${total} ${average}`)

describe('averageMonthlySales: known answers', () => {
  it('the textbook (S1): sales of consecutive months, added up and averaged, the greatest first', () => {
    const sales: Sale[] = [
      { customer: 'South', date: '2024-04-01', amount: '500000', currency: 'CNY' },
      { customer: 'South', date: '2024-06-30', amount: '1000000', currency: 'CNY' },
      { customer: 'North', date: '2024-05-15', amount: '1600000', currency: 'CNY' },
      { customer: 'North', date: '2024-06-15', amount: '-99999.99', currency: 'CNY' },
      { customer: 'West', date: '2024-03-31', amount: '900', currency: 'CNY' },
      { customer: 'West', date: '2024-07-01', amount: '800', currency: 'CNY' },
      { customer: 'later', date: '2024-08-01', amount: '700', currency: 'CNY' },
    ]
    const averages: AverageMonthlySales = {
      asOf: '2024-07-31',
      months: 3,
      from: '2024-04-01',
      to: '2024-06-30',
      currency: 'CNY',
      customers: [
        { customer: 'North', total: '1500000.01', average: '500000.00' },
        { customer: 'South', total: '1500000.00', average: '500000.00' },
        { customer: 'West', total: '0.00', average: '0.00' },
      ],
      rejected: [],
      diagnoses: [
        { code: 'sales-after-as-of', params: { count: 1 } },
        { code: 'sales-before-window', params: { count: 1 } },
        { code: 'sales-after-window', params: { count: 1 } },
      ],
    }
    expect(averageMonthlySales(deepFreeze(sales), deepFreeze({ ...good }))).toStrictEqual(averages)
    const ending = averageMonthlySales(sales, { ...good, window: 'ending-with' })
    expect([ending.from, ending.to]).toEqual(['2024-05-01', '2024-07-31'])
    expect(listed(ending)).toEqual(['North 1500000.01 500000.00', 'South 1000000.00 333333.33', 'West 800.00 266.67'])
    expect(ending.diagnoses).toEqual([
      { code: 'sales-after-as-of', params: { count: 1 } },
      { code: 'sales-before-window', params: { count: 2 } },
    ])
  })

  it.each<[number, string, string, string]>([
    [3, '2024-07-31', '2024-04-01 2024-06-30', '2024-05-01 2024-07-31'],
    [1, '2024-03-01', '2024-02-01 2024-02-29', '2024-03-01 2024-03-31'],
    [1, '2023-03-31', '2023-02-01 2023-02-28', '2023-03-01 2023-03-31'],
    [12, '2024-01-15', '2023-01-01 2023-12-31', '2023-02-01 2024-01-31'],
    [13, '2024-12-31', '2023-11-01 2024-11-30', '2023-12-01 2024-12-31'],
    [1200, '2024-07-31', '1924-07-01 2024-06-30', '1924-08-01 2024-07-31'],
    [1, '9999-12-31', '9999-11-01 9999-11-30', '9999-12-01 9999-12-31'],
    [11, '0001-12-01', '0001-01-01 0001-11-30', '0001-02-01 0001-12-31'],
  ])('%i months as of %s', (months, asOf, before, endingWith) => {
    expect([windowOf({ months, asOf }), windowOf({ months, asOf, window: 'ending-with' })]).toEqual([before, endingWith])
    expect(windowOf({ months, asOf, window: undefined })).toBe(before)
  })

  it('names a month that is not over, and counts its sales up to the day', () => {
    const sales = ['2024-07-30', '2024-07-31'].map((date) => ({ ...sale, date }))
    const { customers, diagnoses } = averageMonthlySales(sales, { months: 1, asOf: '2024-07-30', window: 'ending-with' })
    expect(customers).toEqual([{ customer: 'A', total: '100', average: '100' }])
    expect(diagnoses).toEqual([
      { code: 'sales-after-as-of', params: { count: 1 } },
      { code: 'month-not-over', params: { asOf: '2024-07-30', to: '2024-07-31' } },
    ])
    expect(averageMonthlySales([], { months: 1, asOf: '2024-07-30' }).diagnoses).toEqual([])
  })

  it.each<[(string | number)[], number, string | undefined, string]>([
    [['100'], 3, undefined, 'A 100 33.33'],
    [['1.50', '0.50'], 3, undefined, 'A 2 0.67'],
    [['0.1', 0.2], 3, undefined, 'A 0.3 0.1'],
    [['0.100'], 3, undefined, 'A 0.1 0.033'],
    [[-0.5], 1000, undefined, 'A -0.5 -0.001'],
    [['-2.5'], 1000, 'CNY', 'A -2.50 0.00'],
    [[-5], 1000, 'CNY', 'A -5.00 -0.01'],
    [[200], 3, 'JPY', 'A 200 67'],
    [[2], 3, 'KWD', 'A 2.000 0.667'],
    [['0.005'], 1, 'CNY', 'A 0.005 0.01'],
    [['1e21', '0.000000000000000000001'], 7, undefined, 'A 1000000000000000000000.000000000000000000001 142857142857142857142.857142857142857142857'],
    [[7, -7], 2, 'CNY', 'A 0.00 0.00'],
    // Without a currency: 2 places more than the totals, up to 6 in all, but no fewer than they have.
    [['0.02', 5], 3, undefined, 'A 5.02 1.6733'],
    [['0.0002'], 3, undefined, 'A 0.0002 0.000067'],
    [['0.00002'], 3, undefined, 'A 0.00002 0.000007'],
    [['0.000002'], 3, undefined, 'A 0.000002 0.000001'],
    [['0.0000002', 1], 3, undefined, 'A 1.0000002 0.3333334'],
    [['0.0000001', '0.9999999'], 3, undefined, 'A 1 0.33'],
  ])('%j over %i months in %s: %s', (amounts, months, currency, line) => {
    const sales = amounts.map((amount) => ({ ...sale, date: '2024-06-30', amount, currency }))
    expect(listed(averageMonthlySales(sales, { months, asOf: '2024-07-31' }))).toEqual([line])
  })

  it('shows averages by what the totals of these months need, whatever other sales have', () => {
    const others = [
      { ...sale, date: '2024-03-31', amount: '0.123456789' },
      { ...sale, date: '2024-08-01', amount: '1e-30' },
      { ...sale, customer: 'B', date: '2024-04-01', amount: '-0.5' },
    ]
    expect(listed(averageMonthlySales([sale, ...others], good))).toEqual(['A 100 33.333', 'B -0.5 -0.167'])
    const ending = averageMonthlySales([sale, { ...sale, date: '2024-07-31', amount: '0.001' }], {
      months: 3,
      asOf: '2024-07-30',
      window: 'ending-with',
    })
    expect(listed(ending)).toEqual(['A 100 33.33'])
  })

  it('takes thousands of customers next to an amount of a thousand digits', () => {
    const sales = Array.from({ length: 2000 }, (_, index) => ({ ...sale, customer: `C-${10_000 + index}`, amount: index + 1 }))
    const { customers } = averageMonthlySales([...sales, { ...sale, customer: 'D', amount: '1e-1000' }], good)
    expect(customers[0]).toEqual({ customer: 'C-11999', total: '2000', average: `666.${'6'.repeat(999)}7` })
    expect(customers.at(-1)).toEqual({ customer: 'D', total: `0.${'0'.repeat(999)}1`, average: '0' })
  })

  it('orders totals that are alike by id, in code units, whatever the ids', () => {
    const ids = ['b', '__proto__', 'Z', 'constructor', '客户', 'a']
    const { customers } = averageMonthlySales([...ids.map((customer) => ({ ...sale, customer })), { ...sale, customer: '客户', amount: 1 }], good)
    expect(customers.map(({ customer }) => customer)).toEqual(['客户', 'Z', '__proto__', 'a', 'b', 'constructor'])
  })

  it('says nothing of nothing', () => {
    const { customers, diagnoses, ...others } = averageMonthlySales([], good)
    expect([customers, diagnoses, Object.keys(others)]).toEqual([[], [], ['asOf', 'months', 'from', 'to', 'rejected']])
  })
})

describe('averageMonthlySales: laws', () => {
  const dates = fc
    .date({ min: new Date('2023-01-01'), max: new Date('2024-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const sales = fc.array(
    fc.record({ customer: fc.constantFrom('A', 'B', 'C', '__proto__'), date: dates, amount: units.map((one) => decimalOf(one, 2)) }),
    { maxLength: 25 },
  )
  const cases = fc.tuple(sales, fc.integer({ min: 1, max: 20 }), dates, fc.constantFrom('before' as const, 'ending-with' as const))

  it('is what adding up one by one gives, in any order of the sales', () => {
    fc.assert(
      fc.property(cases, ([list, months, asOf, window]) => {
        const found = averageMonthlySales(deepFreeze(list), { months, asOf, window })
        expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
        expect(averageMonthlySales([...list].reverse(), { months, asOf, window })).toEqual(found)
        // Whole months are told by their first seven letters.
        const last = new Date(Date.UTC(Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7)) - (window === 'before' ? 2 : 1)))
        const counted = Array.from({ length: months }, (_, back) =>
          new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - back)).toISOString().slice(0, 7),
        )
        const known = [...new Set(list.filter(({ date }) => date <= asOf).map(({ customer }) => customer))]
        const naive = known.map((customer) => {
          const own = list.filter((one) => one.customer === customer && one.date <= asOf && counted.includes(one.date.slice(0, 7)))
          return [customer, own.reduce((sum, { amount }) => sum + fine(amount), 0n)] as const
        })
        naive.sort(([a, x], [b, y]) => (x === y ? (a < b ? -1 : 1) : x > y ? -1 : 1))
        expect(found.customers.map(({ customer, total }) => [customer, fine(total)])).toEqual(naive)
        for (const { total, average } of found.customers) {
          const off = fine(total) - fine(average) * BigInt(months)
          expect(Math.abs(Number(off) / 1e40 / months)).toBeLessThanOrEqual(0.005)
        }
        const left = { 'sales-after-as-of': 0, 'sales-before-window': 0, 'sales-after-window': 0 }
        for (const { date } of list) {
          if (date > asOf) left['sales-after-as-of']++
          else if (date.slice(0, 7) > (counted[0] as string)) left['sales-after-window']++
          else if (date.slice(0, 7) < (counted.at(-1) as string)) left['sales-before-window']++
        }
        const told = found.diagnoses.flatMap((one) => (one.code in left ? [[one.code, (one.params as { count: number }).count]] : []))
        expect(told).toEqual(Object.entries(left).filter(([, count]) => count > 0))
      }),
    )
  })

  it('months add up: the totals of two spans that meet are that of both', () => {
    fc.assert(
      fc.property(sales, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), (list, first, second) => {
        const totals = (asOf: string, months: number): Map<string, string> =>
          new Map(averageMonthlySales(list, { months, asOf }).customers.map(({ customer, total }) => [customer, total]))
        const middle = new Date(Date.UTC(2024, 11 - second, 1)).toISOString().slice(0, 10)
        const earlier = totals(middle, first)
        const later = totals('2024-12-31', second)
        for (const [customer, total] of totals('2024-12-31', first + second))
          expect(addDecimals(earlier.get(customer) ?? 0, later.get(customer) ?? 0)).toBe(addDecimals(total, 0))
      }),
    )
  })
})

describe('averageMonthlySales: what is wrong', () => {
  const found = (options: unknown): unknown => issuesOf(() => averageMonthlySales([{ ...sale, customer: '' }], options as never))

  it.each(badRecords)('options %o', (options, code) => expect(found(options)).toEqual([[code, ['options']]]))

  it.each<[object, unknown]>([
    [{ months: undefined }, [['missing', ['options', 'months']]]],
    [{ months: 0 }, [['too-small', ['options', 'months']]]],
    [{ months: 1201 }, [['too-large', ['options', 'months']]]],
    [{ months: 1.5 }, [['not-an-integer', ['options', 'months']]]],
    [{ months: '3' }, [['not-an-integer', ['options', 'months']]]],
    [{ months: Number.NaN }, [['not-an-integer', ['options', 'months']]]],
    [{ window: 'after' }, [['not-allowed', ['options', 'window']]]],
    [{ window: null }, [['not-allowed', ['options', 'window']]]],
    [{ invalid: 'skip' }, [['not-allowed', ['options', 'invalid']]]],
    [
      { month: 3, months: null, asOf: 'today' },
      [
        ['unknown-key', ['options', 'month']],
        ['not-an-integer', ['options', 'months']],
        ['not-a-calendar-date', ['options', 'asOf']],
      ],
    ],
  ])('options %o, told before the sales', (options, issues) => expect(found({ ...good, ...options })).toEqual(issues))

  it.each(badDates)('asOf %o', (asOf, code) => expect(found({ ...good, asOf })).toEqual([[code, ['options', 'asOf']]]))

  it('months that the calendar does not have', () => {
    const limit = (options: AverageSalesOptions) => issuesOf(() => averageMonthlySales([], options))
    expect(limit({ months: 12, asOf: '0001-12-31' })).toEqual([['too-large', ['options', 'months']]])
    expect(limit({ months: 13, asOf: '0001-12-31', window: 'ending-with' })).toEqual([['too-large', ['options', 'months']]])
    expect(limit({ months: 1, asOf: '0001-01-31' })).toEqual([['too-small', ['options', 'asOf']]])
    expect(limit({ months: 2, asOf: '0001-01-31', window: 'ending-with' })).toEqual([['too-large', ['options', 'months']]])
    expect(windowOf({ months: 1, asOf: '0001-02-01' })).toBe('0001-01-01 0001-01-31')
    expect(windowOf({ months: 12, asOf: '0001-12-31', window: 'ending-with' })).toBe('0001-01-01 0001-12-31')
  })

  it.each(badLists)('sales %o', (sales, code) => {
    for (const invalid of ['throw', 'collect'] as const)
      expect(issuesOf(() => averageMonthlySales(sales as never, { ...good, invalid }))).toEqual([[code, ['sales']]])
  })

  it.each<[string, unknown, string]>([
    ...badTexts.map(([value, code]) => ['customer', value, code] as [string, unknown, string]),
    ...badDates.map(([value, code]) => ['date', value, code] as [string, unknown, string]),
    ['amount', undefined, 'missing'],
    ['amount', null, 'not-a-decimal'],
    ['amount', Number.NaN, 'not-a-decimal'],
    ['amount', ' 1 ', 'not-a-decimal'],
    ['amount', '0x3', 'not-a-decimal'],
    ['amount', '1e1001', 'too-many-digits'],
    ['currency', 'cny', 'unknown-currency'],
    ['currency', null, 'unknown-currency'],
    ['note', 'x', 'unknown-key'],
  ])('a sale whose %s is %o', (field, value, code) => {
    expect(issuesOf(() => averageMonthlySales([sale, { ...sale, [field]: value } as Sale], good))).toEqual([[code, ['sales', 1, field]]])
  })

  it('bad sales are thrown together, or collected', () => {
    const sales = Object.assign([sale, { ...sale, amount: 'x', date: 'y' }, null], { 4: Object.create(sale) }) as Sale[]
    const issues = [
      ['not-a-calendar-date', ['sales', 1, 'date']],
      ['not-a-decimal', ['sales', 1, 'amount']],
      ['wrong-type', ['sales', 2]],
      ['missing', ['sales', 3]],
      ['missing', ['sales', 4, 'customer']],
      ['missing', ['sales', 4, 'date']],
      ['missing', ['sales', 4, 'amount']],
    ]
    expect(issuesOf(() => averageMonthlySales(sales, good))).toEqual(issues)
    const { customers, rejected, diagnoses } = averageMonthlySales(sales, { ...good, invalid: 'collect' })
    expect(customers).toEqual([{ customer: 'A', total: '100', average: '33.33' }])
    expect(rejected.map(({ index, id }) => [index, id])).toEqual([1, 2, 3, 4].map((index) => [index, undefined]))
    expect(rejected.flatMap((row) => row.issues.map(({ code, path }) => [code, path]))).toEqual(issues)
    expect(diagnoses).toEqual([{ code: 'rows-rejected', params: { rejected: 4, read: 1 } }])
  })

  it('currencies are never mixed, nor collected', () => {
    const sales = [sale, { ...sale, currency: 'CNY' }, { ...sale, currency: 'USD' }]
    for (const invalid of ['throw', 'collect'] as const)
      expect(issuesOf(() => averageMonthlySales(sales, { ...good, invalid }))).toEqual([['mixed-currencies', ['sales']]])
  })
})
