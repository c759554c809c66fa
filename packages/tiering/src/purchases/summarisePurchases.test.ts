import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it, type TestContext } from 'vitest'
import { badDates, badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { fine } from '../../testing/naiveTiers.js'
import { decimalOf, units } from '../../testing/tierSchemes.js'
import { type AgeUnit, type PurchaseOptions, type PurchaseSummary, type Sale, summarisePurchases } from '../index.js'

const sale: Sale = { customer: 'A', date: '2024-03-01', amount: '100' }
const good: PurchaseOptions = { asOf: '2024-03-31', unit: 'day' }

/** One customer's transactions, each as 'date amount'. */
const salesOf = (...texts: readonly string[]): Sale[] =>
  texts.map((text) => {
    const [date = '', amount = ''] = text.split(' ')
    return { customer: 'A', date, amount }
  })
const listed = ({ customers }: PurchaseSummary): string[] =>
  customers.map((one) => `${one.customer} ${one.repeatPurchases} ${one.lastPurchaseAge} ${one.age} ${one.repeatSpend} ${one.meanSpend}`)
const listOf = (sales: readonly Sale[], options: Partial<PurchaseOptions> = {}): string[] =>
  listed(summarisePurchases(sales, { ...good, ...options }))

describe('summarisePurchases: CDNOW (Fader & Hardie)', () => {
  const folder = fileURLToPath(new URL('../../../../../shared/data/cdnow', import.meta.url))
  const linesOf = ({ skip }: TestContext, name: string): string[] => {
    skip(!existsSync(folder), `${folder} is missing`)
    return readFileSync(`${folder}/${name}`, 'utf8').trimEnd().split(/\r?\n/)
  }
  const readSample = (context: TestContext): Sale[] =>
    linesOf(context, 'CDNOW_sample.txt').map((line) => {
      const [, customer = '', day = '', , amount = ''] = line.trim().split(/ +/)
      return { customer: String(Number(customer)), date: day.replace(/(....)(..)(..)/, '$1-$2-$3'), amount }
    })

  it('agrees with all 2,357 rows of the published summary', (context) => {
    const sales = readSample(context)
    const { customers, diagnoses } = summarisePurchases(sales, { asOf: '1997-09-30', unit: 'week' })
    const byId = new Map(customers.map((one) => [one.customer, one]))
    const published = linesOf(context, 'cdnow_customers_summary_with_transactions.csv').slice(1)
    expect([published.length, customers.length, customers.filter(({ repeatPurchases }) => repeatPurchases > 0).length]).toEqual([2357, 2357, 946])
    for (const line of published) {
      const [id = '', x, last, age, mean] = line.split(',')
      const found = byId.get(id)
      expect([found?.repeatPurchases, found?.lastPurchaseAge.toFixed(2), found?.age.toFixed(2)], id).toEqual([Number(x), last, age])
      // The summary has two decimal places, of which the last may be rounded either way.
      expect(Math.abs((found?.meanSpend ?? Number.NaN) - Number(mean)), id).toBeLessThan(0.005001)
    }
    expect(diagnoses).toEqual([
      { code: 'transactions-after-as-of', params: { count: sales.filter(({ date }) => date > '1997-09-30').length } },
      { code: 'zero-amounts', params: { count: sales.filter(({ date, amount }) => date <= '1997-09-30' && amount === '0.00').length } },
    ])
  })

  it('gives ages in days seven times those in weeks, and nothing else', (context) => {
    const sales = readSample(context)
    const weeks = summarisePurchases(sales, { asOf: '1997-09-30', unit: 'week' })
    const days = summarisePurchases(sales, { asOf: '1997-09-30', unit: 'day' })
    expect(days.customers.every(({ age, lastPurchaseAge }) => Number.isInteger(age) && Number.isInteger(lastPurchaseAge))).toBe(true)
    const inWeeks = days.customers.map((one) => ({ ...one, age: one.age / 7, lastPurchaseAge: one.lastPurchaseAge / 7 }))
    expect({ ...days, unit: 'week', customers: inWeeks }).toStrictEqual(weeks)
  })
})

describe('summarisePurchases: known answers', () => {
  it('the whole answer', () => {
    const sales: Sale[] = [
      { customer: 'South', date: '2024-03-15', amount: '20.5', currency: 'CNY' },
      { customer: 'South', date: '2024-02-29', amount: '100', currency: 'CNY' },
      { customer: 'South', date: '2024-03-15', amount: '1', currency: 'CNY' },
      { customer: 'South', date: '2024-03-01', amount: '0', currency: 'CNY' },
      { customer: 'South', date: '2024-03-20', amount: '-0.499', currency: 'CNY' },
      { customer: 'South', date: '2024-04-01', amount: '7', currency: 'CNY' },
      { customer: 'North', date: '2024-03-31', amount: '8', currency: 'CNY' },
      { customer: 'West', date: '2024-03-01', amount: '-8', currency: 'CNY' },
      { customer: 'West', date: '2024-04-02', amount: '8', currency: 'CNY' },
      { customer: 'later', date: '2024-04-01', amount: '8', currency: 'CNY' },
    ]
    const summary: PurchaseSummary = {
      asOf: '2024-03-31',
      unit: 'week',
      currency: 'CNY',
      customers: [
        {
          customer: 'North',
          repeatPurchases: 0,
          lastPurchaseAge: 0,
          age: 0,
          meanSpend: 0,
          repeatSpend: '0.00',
          firstPurchase: '2024-03-31',
          lastPurchase: '2024-03-31',
        },
        {
          customer: 'South',
          repeatPurchases: 2,
          lastPurchaseAge: 15 / 7,
          age: 31 / 7,
          meanSpend: 10.5005,
          repeatSpend: '21.001',
          firstPurchase: '2024-02-29',
          lastPurchase: '2024-03-15',
        },
      ],
      rejected: [],
      diagnoses: [
        { code: 'transactions-after-as-of', params: { count: 3 } },
        { code: 'zero-amounts', params: { count: 1 } },
        { code: 'refunds', params: { count: 2 } },
        { code: 'refunds-alone', params: { customers: 1 } },
      ],
    }
    expect(summarisePurchases(deepFreeze(sales), deepFreeze({ asOf: '2024-03-31', unit: 'week' }))).toStrictEqual(summary)
  })

  it.each<[string, string[], string, string]>([
    ['one purchase', ['2024-03-01 100'], '2024-03-31', 'A 0 0 30 0 0'],
    ['one purchase on the day itself', ['2024-03-31 100'], '2024-03-31', 'A 0 0 0 0 0'],
    ['several on the first day', ['2024-03-01 100', '2024-03-01 50'], '2024-03-31', 'A 0 0 30 0 0'],
    ['several on a later day are one', ['2024-03-01 100', '2024-03-08 50', '2024-03-08 1'], '2024-03-31', 'A 1 7 30 51 51'],
    ['a purchase on the last day counts, one on the next does not', ['2024-03-01 1', '2024-03-31 2', '2024-04-01 4'], '2024-03-31', 'A 1 30 30 2 2'],
    ['over a leap day', ['2024-02-28 1', '2024-02-29 2', '2024-03-01 3'], '2024-03-01', 'A 2 2 2 5 2.5'],
    ['over none', ['2023-02-28 1', '2023-03-01 3'], '2023-03-02', 'A 1 1 2 3 3'],
    ['over a year with one, and one without', ['1900-01-01 1', '2000-01-01 3'], '2001-01-01', 'A 1 36524 36890 3 3'],
    ['all the calendar', ['0001-01-01 1', '9999-12-31 3'], '9999-12-31', 'A 1 3652058 3652058 3 3'],
    ['a refund before the second purchase changes nothing', ['2024-03-01 9', '2024-03-02 -4', '2024-03-03 5'], '2024-03-31', 'A 1 2 30 5 5'],
    ['one on that day is taken off', ['2024-03-03 -4', '2024-03-01 9', '2024-03-03 5'], '2024-03-31', 'A 1 2 30 1 1'],
    ['one after it too, though no purchase', ['2024-03-01 9', '2024-03-03 5', '2024-03-09 -4'], '2024-03-31', 'A 1 2 30 1 1'],
    ['so that less than nothing may be left', ['2024-03-01 9', '2024-03-03 5', '2024-03-09 -9'], '2024-03-31', 'A 1 2 30 -4 -4'],
    ['or nothing', ['2024-03-01 9', '2024-03-03 5', '2024-03-09 -5'], '2024-03-31', 'A 1 2 30 0 0'],
    ['a refund before the first purchase', ['2024-02-01 -9', '2024-03-01 5'], '2024-03-31', 'A 0 0 30 0 0'],
    ['amounts of 0 are purchases', ['2024-03-01 0', '2024-03-03 -0', '2024-03-09 0.00'], '2024-03-31', 'A 2 8 30 0 0'],
    ['a third', ['2024-03-01 0', '2024-03-03 1', '2024-03-04 0', '2024-03-05 0'], '2024-03-31', 'A 3 4 30 1 0.3333333333333333'],
    ['tenths', ['2024-03-01 0', '2024-03-03 0.1', '2024-03-04 0.2'], '2024-03-31', 'A 2 3 30 0.3 0.15'],
  ])('%s', (_, texts, asOf, line) => {
    expect(listOf(salesOf(...texts), { asOf })).toEqual([line])
    expect(listOf(salesOf(...texts).reverse(), { asOf })).toEqual([line])
  })

  it('takes numbers and exponents, and money with the digits of its currency', () => {
    const sales = [0.1, 1e21, '1e-21'].map((amount, index) => ({ customer: 'A', date: `2024-03-0${index + 1}`, amount }))
    expect(listOf(sales)).toEqual(['A 2 2 30 1000000000000000000000.000000000000000000001 500000000000000000000'])
    const spend = (currency: string): string | undefined =>
      summarisePurchases(
        [sale, { ...sale, date: '2024-03-02', amount: '12.5' }].map((one) => ({ ...one, currency })),
        good,
      ).customers[0]?.repeatSpend
    expect(['JPY', 'CNY', 'KWD'].map(spend)).toEqual(['12.5', '12.50', '12.500'])
  })

  it('takes amounts of a thousand digits, each customer at a scale of their own', () => {
    const huge = `1${'0'.repeat(299)}`
    const sales = [
      ...salesOf('2024-03-01 1', `2024-03-02 ${huge}`, '2024-03-03 1e-1000', '2024-03-04 0'),
      { ...sale, customer: 'B' },
      { ...sale, customer: 'B', date: '2024-03-02', amount: '-1e-1000' },
      { ...sale, customer: 'B', date: '2024-03-02', amount: 0 },
      { ...sale, customer: 'C' },
      { ...sale, customer: 'C', date: '2024-03-02', amount: `${'9'.repeat(1000)}` },
      { ...sale, customer: 'C', date: '2024-03-02', amount: `-${'9'.repeat(999)}8` },
    ]
    const { customers } = summarisePurchases(sales, good)
    expect(customers.map(({ repeatSpend }) => repeatSpend)).toEqual([`${huge}.${'0'.repeat(999)}1`, `-0.${'0'.repeat(999)}1`, '1'])
    expect(customers.map(({ meanSpend }) => meanSpend)).toStrictEqual([Number('3.3333333333333333e298'), 0, 1])
  })

  it.each([
    ['1e999', 'too-large'],
    ['-1e999', 'too-small'],
  ])('refuses a mean of %s, which no number is near', (amount, code) => {
    const sales = [sale, { ...sale, date: '2024-03-02', amount: 1 }, { ...sale, date: '2024-03-03', amount }]
    for (const invalid of ['throw', 'collect'] as const)
      expect(issuesOf(() => summarisePurchases(sales, { ...good, invalid }))).toEqual([[code, ['transactions']]])
    expect(listOf(sales, { asOf: '2024-03-02' })).toEqual(['A 1 1 1 1 1'])
    expect(listOf([sale, { ...sale, amount: '1e999' }])).toEqual(['A 0 0 30 0 0'])
  })

  it('lists customers in the order of code units, whatever the ids', () => {
    const ids = ['b', '__proto__', 'Z', 'constructor', '客户', 'a', '😀', 'ﬀ', ' ']
    const sales = ids.flatMap((customer) => ['2024-03-01', '2024-03-08'].map((date, index) => ({ customer, date, amount: index })))
    const order = [' ', 'Z', '__proto__', 'a', 'b', 'constructor', '客户', '😀', 'ﬀ']
    expect(listOf(sales)).toEqual(order.map((id) => `${id} 1 7 30 1 1`))
  })

  it('says nothing of nothing', () => {
    const nobody: PurchaseSummary = {
      asOf: '2024-03-31',
      unit: 'day',
      customers: [],
      rejected: [],
      diagnoses: [{ code: 'no-customers', params: {} }],
    }
    expect(summarisePurchases([], good)).toStrictEqual(nobody)
    expect(summarisePurchases(salesOf('2024-04-01 5', '2024-03-01 -5'), good)).toStrictEqual({
      ...nobody,
      diagnoses: [
        { code: 'transactions-after-as-of', params: { count: 1 } },
        { code: 'refunds', params: { count: 1 } },
        { code: 'refunds-alone', params: { customers: 1 } },
        ...nobody.diagnoses,
      ],
    })
  })

  it('takes many transactions of one customer, and many customers', () => {
    const date = (index: number): string => new Date(Date.UTC(1900, 0, 1 + index)).toISOString().slice(0, 10)
    const often = Array.from({ length: 150_000 }, (_, index) => ({ customer: 'A', date: date(index % 40_000), amount: '0.01' }))
    expect(listOf(often, { asOf: '2024-03-31' })).toEqual([`A 39999 39999 45380 1499.96 ${1499.96 / 39_999}`])
    const many = Array.from({ length: 30_000 }, (_, index) => ({ customer: `C-${index}`, date: date(index), amount: index }))
    expect(summarisePurchases(many, { asOf: '2024-03-31', unit: 'week' }).customers).toHaveLength(30_000)
  })
})

describe('summarisePurchases: laws', () => {
  const dates = fc
    .date({ min: new Date('2024-01-20'), max: new Date('2024-03-10'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const amounts = fc.oneof(
    units.map((one) => decimalOf(one, 2)),
    fc.constantFrom('0', '-0', '-1', '0.001'),
  )
  const sales = fc.array(fc.record({ customer: fc.constantFrom('A', 'B', '__proto__', 'constructor'), date: dates, amount: amounts }), {
    maxLength: 30,
  })
  const cases = fc.tuple(sales, dates, fc.constantFrom<AgeUnit>('day', 'week'))
  const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

  it('is what counting one by one gives, in any order of the transactions', () => {
    fc.assert(
      fc.property(cases, fc.func(fc.integer()), ([list, asOf, unit], keyOf) => {
        const found = summarisePurchases(deepFreeze(list), { asOf, unit })
        expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
        const shuffled = list.map((one, index) => ({ one, key: keyOf(index) })).sort((a, b) => a.key - b.key)
        expect(
          summarisePurchases(
            shuffled.map(({ one }) => one),
            { asOf, unit },
          ),
        ).toEqual(found)

        const seen = list.filter(({ date }) => date <= asOf)
        const isPurchase = ({ amount }: Sale): boolean => Number(amount) >= 0
        const ids = [...new Set(seen.map(({ customer }) => customer))].sort()
        const naive = ids.flatMap((customer) => {
          const own = seen.filter((one) => one.customer === customer)
          const days = [...new Set(own.filter(isPurchase).map(({ date }) => date))].sort()
          const [first, second = '9999-12-31'] = days
          if (first === undefined) return []
          const last = days.at(-1) as string
          const spend = own.filter(({ date }) => date >= second).reduce((sum, { amount }) => sum + fine(amount), 0n)
          const size = unit === 'day' ? 1 : 7
          return [[customer, days.length - 1, daysFrom(first, last) / size, daysFrom(first, asOf) / size, spend, first, last]]
        })
        expect(
          found.customers.map((one) => [
            one.customer,
            one.repeatPurchases,
            one.lastPurchaseAge,
            one.age,
            fine(one.repeatSpend),
            one.firstPurchase,
            one.lastPurchase,
          ]),
        ).toEqual(naive)
        for (const { repeatPurchases, repeatSpend, meanSpend } of found.customers)
          expect(meanSpend).toBe(repeatPurchases === 0 ? 0 : Number(decimalOf(fine(repeatSpend) / BigInt(repeatPurchases), 40)))

        const count = (isCounted: (one: Sale) => boolean): number => list.filter(isCounted).length
        const counts = {
          'transactions-after-as-of': count(({ date }) => date > asOf),
          'zero-amounts': count(({ date, amount }) => date <= asOf && Number(amount) === 0),
          refunds: count(({ date, amount }) => date <= asOf && Number(amount) < 0),
          'refunds-alone': ids.length - naive.length,
          'no-customers': naive.length === 0 ? 1 : 0,
        }
        const told = found.diagnoses.map(({ code, params }) => [code, Object.values(params)[0] ?? 1])
        expect(told).toEqual(Object.entries(counts).filter(([, one]) => one > 0))
      }),
    )
  })

  it('is the same where a transaction is split in two of its day', () => {
    fc.assert(
      fc.property(cases, fc.nat(), fc.constantFrom('0', '0.01', '3'), ([list, asOf, unit], at, part) => {
        const index = list.findIndex(({ amount }, place) => place >= at % (list.length + 1) && fine(amount) >= fine(part))
        fc.pre(index >= 0)
        const whole = list[index] as (typeof list)[number]
        const rest = decimalOf((fine(whole.amount) - fine(part)) / 10n ** 38n, 2)
        fc.pre(fine(rest) + fine(part) === fine(whole.amount))
        const split = [...list.slice(0, index), { ...whole, amount: rest }, ...list.slice(index + 1), { ...whole, amount: part }]
        expect(summarisePurchases(split, { asOf, unit }).customers).toEqual(summarisePurchases(list, { asOf, unit }).customers)
      }),
    )
  })

  it('never counts a refund as a purchase', () => {
    fc.assert(
      fc.property(cases, dates, ([list, asOf, unit], date) => {
        const timesOf = (rows: readonly Sale[]): unknown[] =>
          summarisePurchases(rows, { asOf, unit }).customers.map(({ meanSpend: _, repeatSpend: __, ...times }) => times)
        expect(timesOf([...list, ...['A', 'B', 'C'].map((customer) => ({ customer, date, amount: '-0.001' }))])).toEqual(timesOf(list))
      }),
    )
  })

  it('does not look beyond the day', () => {
    fc.assert(
      fc.property(cases, ([list, asOf, unit]) => {
        const until = list.filter(({ date }) => date <= asOf)
        const [all, past] = [list, until].map((rows) => summarisePurchases(rows, { asOf, unit }))
        expect(all?.customers).toEqual(past?.customers)
      }),
    )
  })
})

describe('summarisePurchases: what is wrong', () => {
  const found = (options: unknown): unknown => issuesOf(() => summarisePurchases([{ ...sale, customer: '' }], options as never))

  it.each(badRecords)('options %o', (options, code) => expect(found(options)).toEqual([[code, ['options']]]))

  it.each<[object, unknown]>([
    [{ unit: undefined }, [['missing', ['options', 'unit']]]],
    [{ unit: 'month' }, [['not-allowed', ['options', 'unit']]]],
    [{ unit: 'weeks' }, [['not-allowed', ['options', 'unit']]]],
    [{ unit: 7 }, [['not-allowed', ['options', 'unit']]]],
    [{ unit: null }, [['not-allowed', ['options', 'unit']]]],
    [{ unit: '__proto__' }, [['not-allowed', ['options', 'unit']]]],
    [{ invalid: 'skip' }, [['not-allowed', ['options', 'invalid']]]],
    [
      { units: 'day', unit: 1, asOf: 'today' },
      [
        ['unknown-key', ['options', 'units']],
        ['not-a-calendar-date', ['options', 'asOf']],
        ['not-allowed', ['options', 'unit']],
      ],
    ],
  ])('options %o, told before the transactions', (options, issues) => expect(found({ ...good, ...options })).toEqual(issues))

  it.each(badDates)('asOf %o', (asOf, code) => expect(found({ ...good, asOf })).toEqual([[code, ['options', 'asOf']]]))

  it('reads own options alone', () => {
    expect(found(Object.create(good))).toEqual([
      ['missing', ['options', 'asOf']],
      ['missing', ['options', 'unit']],
    ])
    expect(summarisePurchases([sale], { ...good, invalid: undefined }).customers).toHaveLength(1)
  })

  it.each<readonly [unknown, string]>([[undefined, 'missing'], ...badLists])('transactions %o', (transactions, code) => {
    for (const invalid of ['throw', 'collect'] as const)
      expect(issuesOf(() => summarisePurchases(transactions as never, { ...good, invalid }))).toEqual([[code, ['transactions']]])
  })

  it.each<[string, unknown, string]>([
    ...badTexts.map(([value, code]) => ['customer', value, code] as [string, unknown, string]),
    ...badDates.map(([value, code]) => ['date', value, code] as [string, unknown, string]),
    ['amount', undefined, 'missing'],
    ['amount', null, 'not-a-decimal'],
    ['amount', Number.NaN, 'not-a-decimal'],
    ['amount', Number.NEGATIVE_INFINITY, 'not-a-decimal'],
    ['amount', ' 1 ', 'not-a-decimal'],
    ['amount', '0x3', 'not-a-decimal'],
    ['amount', '１', 'not-a-decimal'],
    ['amount', '1e1001', 'too-many-digits'],
    ['currency', 'cny', 'unknown-currency'],
    ['currency', null, 'unknown-currency'],
    ['quantity', 2, 'unknown-key'],
  ])('a transaction whose %s is %o', (field, value, code) => {
    expect(issuesOf(() => summarisePurchases([sale, { ...sale, [field]: value } as Sale], good))).toEqual([[code, ['transactions', 1, field]]])
  })

  it('bad transactions are thrown together, or collected', () => {
    const sales = Object.assign([sale, { ...sale, amount: 'x', date: 'y' }, null], { 4: Object.create(sale) }) as Sale[]
    expect(issuesOf(() => summarisePurchases(sales, good))).toEqual([
      ['not-a-calendar-date', ['transactions', 1, 'date']],
      ['not-a-decimal', ['transactions', 1, 'amount']],
      ['wrong-type', ['transactions', 2]],
      ['missing', ['transactions', 3]],
      ['missing', ['transactions', 4, 'customer']],
      ['missing', ['transactions', 4, 'date']],
      ['missing', ['transactions', 4, 'amount']],
    ])
    const { rejected, diagnoses, ...others } = summarisePurchases(sales, { ...good, invalid: 'collect' })
    expect(rejected.map(({ index, id, issues }) => [index, id, issues.length])).toEqual([
      [1, undefined, 2],
      [2, undefined, 1],
      [3, undefined, 1],
      [4, undefined, 3],
    ])
    expect(diagnoses).toEqual([{ code: 'rows-rejected', params: { rejected: 4, read: 1 } }])
    expect(summarisePurchases([sale], good)).toEqual({ ...others, rejected: [], diagnoses: [] })
  })

  it('several currencies, also where bad transactions are collected', () => {
    const [cny, eur] = ['CNY', 'EUR'].map((currency) => ({ ...sale, currency })) as [Sale, Sale]
    for (const sales of [
      [cny, eur],
      [sale, cny],
      [cny, { ...sale, date: '2025-01-01' }],
    ])
      for (const invalid of ['throw', 'collect'] as const)
        expect(issuesOf(() => summarisePurchases(sales, { ...good, invalid }))).toEqual([['mixed-currencies', ['transactions']]])
    const { currency } = summarisePurchases([cny, { ...eur, amount: 'x' }], { ...good, invalid: 'collect' })
    expect(currency).toBe('CNY')
    expect(summarisePurchases([{ ...cny, currency: undefined }], good)).not.toHaveProperty('currency')
  })
})
