import { sumDecimals } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { fine, naiveTiers } from '../../testing/naiveTiers.js'
import { decimalOf, thresholdSchemes, units, valuedCustomers } from '../../testing/tierSchemes.js'
import {
  type AverageMonthlySales,
  averageMonthlySales,
  type CustomerValue,
  classifyByThreshold,
  type ThresholdScheme,
  type Tiering,
  type ValuedCustomers,
} from '../index.js'
import { textbookAbc } from '../templates/textbookAbc.js'

const scheme: ThresholdScheme = {
  kind: 'tier-scheme',
  id: 'abc',
  version: 1,
  type: 'threshold',
  tiers: [
    { id: 'A', from: '500' },
    { id: 'B', from: '100' },
    { id: 'C', from: null },
  ],
}

/** Customers a, b, c, … of these values. */
const customersOf = (...values: readonly (string | number)[]): CustomerValue[] =>
  values.map((value, index) => ({ customer: String.fromCharCode(97 + index), value }))
const listed = ({ customers }: Tiering): string[] => customers.map(({ customer, value, tier, rank }) => `${customer} ${value} ${tier} ${rank}`)

/** What averageMonthlySales gives of these totals. */
const averagesOf = (months: number, totals: readonly string[], others: object = {}): AverageMonthlySales => ({
  asOf: '2024-07-31',
  months,
  from: '2024-01-01',
  to: '2024-06-30',
  customers: totals.map((total, index) => ({ customer: String.fromCharCode(97 + index), total, average: 'not looked at' })),
  rejected: [],
  diagnoses: [],
  ...others,
})

describe('classifyByThreshold: known answers', () => {
  it('the textbook (S1): a monthly average above 500,000 yuan is A', () => {
    const sales = [
      ['South', '1500000'],
      ['North', '1500000.01'],
      ['West', '300000.30'],
      ['East', '-12.5'],
    ].map(([customer, amount]) => ({ customer, date: '2024-05-02', amount, currency: 'CNY' })) as never
    const tiering: Tiering = {
      currency: 'CNY',
      months: 3,
      total: '1099995.94',
      sum: '3299987.81',
      tiers: [
        { tier: 'A', count: 1, value: '500000.00', sum: '1500000.01', shareOfCustomers: 0.25, shareOfValue: 150000001 / 329998781 },
        { tier: 'B', count: 2, value: '600000.10', sum: '1800000.30', shareOfCustomers: 0.5, shareOfValue: 180000030 / 329998781 },
        { tier: 'C', count: 1, value: '-4.17', sum: '-12.50', shareOfCustomers: 0.25, shareOfValue: -1250 / 329998781 },
      ],
      customers: [
        {
          customer: 'North',
          value: '500000.00',
          sum: '1500000.01',
          tier: 'A',
          rank: 1,
          reasons: [{ code: 'threshold-passed', params: { tier: 'A', from: '500000.00' } }],
        },
        {
          customer: 'South',
          value: '500000.00',
          sum: '1500000.00',
          tier: 'B',
          rank: 2,
          reasons: [
            { code: 'threshold-passed', params: { tier: 'B', from: '100000.00' } },
            { code: 'better-tier', params: { tier: 'A', from: '500000.00', lacking: '0.00' } },
          ],
        },
        {
          customer: 'West',
          value: '100000.10',
          sum: '300000.30',
          tier: 'B',
          rank: 3,
          reasons: [
            { code: 'threshold-passed', params: { tier: 'B', from: '100000.00' } },
            { code: 'better-tier', params: { tier: 'A', from: '500000.00', lacking: '399999.90' } },
          ],
        },
        {
          customer: 'East',
          value: '-4.17',
          sum: '-12.50',
          tier: 'C',
          rank: 4,
          reasons: [
            { code: 'below-every-threshold', params: { tier: 'C' } },
            { code: 'better-tier', params: { tier: 'B', from: '100000.00', lacking: '100004.17' } },
          ],
        },
      ],
      rejected: [],
      diagnoses: [{ code: 'values-below-zero', params: { count: 1, value: '-4.17' } }],
      policies: [{ kind: 'tier-scheme', id: 'textbook-abc', version: '1' }],
    }
    expect(classifyByThreshold(deepFreeze(averageMonthlySales(sales, { months: 3, asOf: '2024-07-31' })), textbookAbc)).toStrictEqual(tiering)
  })

  it('values as they are', () => {
    const tiering: Tiering = {
      total: '1220.05',
      tiers: [
        { tier: 'A', count: 1, value: '500.05', shareOfCustomers: 0.2, shareOfValue: 50005 / 122005 },
        { tier: 'B', count: 2, value: '640', shareOfCustomers: 0.4, shareOfValue: 64000 / 122005 },
        { tier: 'C', count: 2, value: '80', shareOfCustomers: 0.4, shareOfValue: 8000 / 122005 },
      ],
      customers: [
        { customer: 'a', value: '500.05', tier: 'A', rank: 1, reasons: [{ code: 'threshold-passed', params: { tier: 'A', from: '500' } }] },
        {
          customer: 'b',
          value: '500',
          tier: 'B',
          rank: 2,
          reasons: [
            { code: 'threshold-passed', params: { tier: 'B', from: '100' } },
            { code: 'better-tier', params: { tier: 'A', from: '500', lacking: '0' } },
          ],
        },
        {
          customer: 'e',
          value: '140',
          tier: 'B',
          rank: 3,
          reasons: [
            { code: 'threshold-passed', params: { tier: 'B', from: '100' } },
            { code: 'better-tier', params: { tier: 'A', from: '500', lacking: '360' } },
          ],
        },
        ...['c', 'd'].map((customer) => ({
          customer,
          value: '40',
          tier: 'C',
          rank: 4,
          reasons: [
            { code: 'below-every-threshold' as const, params: { tier: 'C' } },
            { code: 'better-tier' as const, params: { tier: 'B', from: '100', lacking: '60' } },
          ],
        })),
      ],
      rejected: [],
      diagnoses: [],
      policies: [{ kind: 'tier-scheme', id: 'abc', version: 1 }],
    }
    expect(classifyByThreshold(deepFreeze(customersOf('500.05', 500, '4e1', '40.00', 140)), deepFreeze(scheme))).toStrictEqual(tiering)
  })

  it('a value of exactly the threshold is below it, or in the tier', () => {
    const values = customersOf(500, '500.0000000000000000001', 100, '99.99999999999999999')
    expect(
      classifyByThreshold(values, scheme)
        .customers.map(({ customer, tier }) => customer + tier)
        .join(' '),
    ).toBe('bA aB cC dC')
    const atOrAbove = { ...scheme, boundary: 'at-or-above' } as const
    expect(
      classifyByThreshold(values, atOrAbove)
        .customers.map(({ customer, tier }) => customer + tier)
        .join(' '),
    ).toBe('bA aA cB dC')
  })

  it('no rounding of an average moves anybody', () => {
    const tiers = [
      { id: 'A', from: '33.333' },
      { id: 'B', from: '33.3325' },
      { id: 'C', from: null },
    ]
    const fine = { ...scheme, currency: 'CNY', tiers }
    const totals = ['100.00', '99.999', '99.9975', '99.99']
    expect(listed(classifyByThreshold(averagesOf(3, totals, { currency: 'CNY' }), fine))).toEqual([
      'a 33.33 A 1',
      'b 33.33 B 2',
      'c 33.33 C 3',
      'd 33.33 C 4',
    ])
    const { customers } = classifyByThreshold(averagesOf(3, totals), fine)
    // 33.3325 − 33.33 is rounded up, so that whoever sells so much more is there or beyond.
    expect(customers.map(({ reasons }) => (reasons[1]?.code === 'better-tier' ? reasons[1].params.lacking : ''))).toEqual([
      '',
      '0.00',
      '0.00',
      '0.01',
    ])
  })

  it('averages of one month are rounded as those of many', () => {
    const { total, tiers, customers, months } = classifyByThreshold(averagesOf(1, ['0.005', '0.004']), { ...scheme, currency: 'CNY' })
    expect([months, total, tiers.map(({ value }) => value), customers.map(({ value }) => value)]).toEqual([
      1,
      '0.01',
      ['0.00', '0.00', '0.01'],
      ['0.01', '0.00'],
    ])
  })

  it('averages without a currency have two more places than the totals', () => {
    const { total, customers } = classifyByThreshold(averagesOf(7, ['10', '0.50', '-3']), scheme)
    expect([total, ...customers.map(({ value }) => value)]).toEqual(['1.071', '1.429', '0.071', '-0.429'])
  })

  it('averages are rounded each by itself, and their sums add up', () => {
    const values = (totals: string[]): unknown => {
      const tiers = [
        { id: 'A', from: 500 },
        { id: 'B', from: 0 },
        { id: 'C', from: null },
      ]
      const found = classifyByThreshold(averagesOf(3, totals, { currency: 'JPY' }), { ...scheme, tiers })
      return [found.total, found.sum, ...found.tiers.flatMap(({ value, sum }) => [value, sum])]
    }
    expect(values(['2000', '1000', '-1'])).toEqual(['1000', '2999', '667', '2000', '333', '1000', '0', '-1'])
    expect(values(['2000', '2', '-1'])).toEqual(['667', '2001', '667', '2000', '1', '2', '0', '-1'])
    expect(values(['1501', '2', '2'])).toEqual(['502', '1505', '500', '1501', '1', '4', '0', '0'])
    expect(values(['-1', '-1000', '-4'])).toEqual(['-335', '-1005', '0', '0', '0', '0', '-335', '-1005'])
  })

  it('says what the averages leave out, and that a month was not over', () => {
    const sales = [
      { customer: 'a', date: '2024-07-02', amount: '600' },
      { customer: '', date: '2024-07-02', amount: '1' },
    ]
    const averages = averageMonthlySales(sales, { months: 1, asOf: '2024-07-30', window: 'ending-with', invalid: 'collect' })
    const source = [
      { code: 'source-rows-rejected', params: { rejected: 1 } },
      { code: 'month-not-over', params: { asOf: '2024-07-30', to: '2024-07-31' } },
    ]
    const others = [
      { code: 'one-customer', params: { customer: 'a' } },
      { code: 'tier-empty', params: { tier: 'B' } },
      { code: 'tier-empty', params: { tier: 'C' } },
    ]
    expect(classifyByThreshold(deepFreeze(averages), scheme).diagnoses).toEqual([...source, ...others])
    const rows = { ...averages, customers: [...averages.customers, {}] } as AverageMonthlySales
    expect(classifyByThreshold(rows, scheme, { invalid: 'collect' }).diagnoses).toEqual([
      { code: 'rows-rejected', params: { rejected: 1, read: 1 } },
      ...source,
      ...others,
    ])
    expect(classifyByThreshold({ ...averages, rejected: [], diagnoses: averages.diagnoses.slice(0, 1) }, scheme).diagnoses).toEqual(others)
    expect(classifyByThreshold({ months: 1, customers: averages.customers } as AverageMonthlySales, scheme).diagnoses).toEqual(others)
  })

  it("the scheme's currency is that of values without one", () => {
    expect(listed(classifyByThreshold(customersOf(7, '0.005'), { ...scheme, currency: 'CNY' }))).toEqual(['a 7.00 C 1', 'b 0.005 C 2'])
    const { currency, customers } = classifyByThreshold([{ customer: 'a', value: 600, currency: 'KWD' }], scheme)
    expect([currency, customers[0]?.value, customers[0]?.reasons]).toEqual([
      'KWD',
      '600.000',
      [{ code: 'threshold-passed', params: { tier: 'A', from: '500.000' } }],
    ])
    expect(classifyByThreshold(averagesOf(3, [], { currency: undefined }), { ...scheme, currency: 'JPY' }).currency).toBe('JPY')
  })

  it('takes what else a revived result may hold, and one tier', () => {
    const averages = JSON.parse(JSON.stringify({ ...averagesOf(2, ['9', '7']), note: 'x' }))
    averages.customers[0].note = 'y'
    expect(listed(classifyByThreshold(averages, { ...scheme, tiers: [{ id: 'all', from: null }] }))).toEqual(['a 4.5 all 1', 'b 3.5 all 2'])
  })

  it('ranks those alike together, and lists them by id in code units', () => {
    const ids = ['b', '__proto__', 'Z', 'constructor', '客户', 'a']
    const customers = [...ids.map((customer) => ({ customer, value: '5.0' })), { customer: 'less', value: 4 }, { customer: 'more', value: 6 }]
    const { customers: all } = classifyByThreshold(customers, scheme)
    expect(all.map(({ customer, rank }) => `${rank} ${customer}`)).toEqual([
      '1 more',
      '2 Z',
      '2 __proto__',
      '2 a',
      '2 b',
      '2 constructor',
      '2 客户',
      '8 less',
    ])
  })
})

describe('classifyByThreshold: books that have no sensible answer', () => {
  const told = (...values: (string | number)[]): unknown => classifyByThreshold(customersOf(...values), scheme).diagnoses
  const empty = [
    { code: 'top-tier-empty', params: { tier: 'A' } },
    { code: 'tier-empty', params: { tier: 'B' } },
  ]

  it('nobody', () => {
    const tiers = ['A', 'B', 'C'].map((tier) => ({ tier, count: 0, value: '0', shareOfCustomers: null, shareOfValue: null }))
    const none = {
      total: '0',
      tiers,
      customers: [],
      rejected: [],
      diagnoses: [{ code: 'no-customers', params: {} }],
      policies: [{ kind: 'tier-scheme', id: 'abc', version: 1 }],
    }
    expect(classifyByThreshold([], scheme)).toStrictEqual(none)
    const nothing = { months: 3, ...none, sum: '0', tiers: tiers.map((tier) => ({ ...tier, sum: '0' })) }
    expect(classifyByThreshold(averagesOf(3, []), scheme)).toStrictEqual(nothing)
    expect(classifyByThreshold([], { ...scheme, currency: 'CNY' }).total).toBe('0.00')
  })

  it.each<[(string | number)[], unknown[]]>([
    [[7], [{ code: 'one-customer', params: { customer: 'a' } }, ...empty]],
    [[-7], [{ code: 'one-customer', params: { customer: 'a' } }, { code: 'total-not-positive', params: { total: '-7' } }, ...empty]],
    [
      [7, '7.0'],
      [{ code: 'all-equal', params: { value: '7' } }, ...empty],
    ],
    [
      [0, 0],
      [{ code: 'all-equal', params: { value: '0' } }, { code: 'total-not-positive', params: { total: '0' } }, ...empty],
    ],
    [
      [600, -600],
      [
        { code: 'total-not-positive', params: { total: '0' } },
        { code: 'tier-empty', params: { tier: 'B' } },
      ],
    ],
    [
      [600, '-599.9', -0.05],
      [
        { code: 'values-below-zero', params: { count: 2, value: '-599.95' } },
        { code: 'tier-empty', params: { tier: 'B' } },
      ],
    ],
    [[600, 200], [{ code: 'tier-empty', params: { tier: 'C' } }]],
  ])('%o', (values, diagnoses) => expect(told(...values)).toEqual(diagnoses))

  it('shares of value are null where the total is not above 0', () => {
    const { tiers } = classifyByThreshold(customersOf(600, -600), scheme)
    expect(tiers.map(({ shareOfValue, shareOfCustomers }) => [shareOfValue, shareOfCustomers])).toEqual([
      [null, 0.5],
      [null, 0],
      [null, 0.5],
    ])
    expect(classifyByThreshold(customersOf(600, -500), scheme).tiers.map(({ shareOfValue }) => shareOfValue)).toEqual([6, 0, -5])
  })
})

describe('classifyByThreshold: laws', () => {
  const averages = fc.record({ list: fc.array(units, { maxLength: 10 }), months: fc.integer({ min: 1, max: 24 }), places: fc.constantFrom(0, 2, 4) })

  it('is what comparing one by one gives, in any order of the customers', () => {
    fc.assert(
      fc.property(valuedCustomers, thresholdSchemes, (customers, random) => {
        const found = classifyByThreshold(deepFreeze(customers), deepFreeze(random))
        expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
        expect(classifyByThreshold([...customers].reverse(), random)).toEqual(found)
        expect(Object.fromEntries(found.customers.map(({ customer, tier }) => [customer, tier]))).toEqual(naiveTiers(customers, random))
        expect(sumDecimals(found.tiers.map(({ value }) => value))).toBe(found.total)
        expect(found.tiers.map(({ tier, count }) => [tier, count])).toEqual(
          random.tiers.map(({ id }) => [id, found.customers.filter(({ tier }) => tier === id).length]),
        )
      }),
    )
  })

  it('of averages too, which are rounded by themselves, and whose sums add up', () => {
    fc.assert(
      fc.property(averages, thresholdSchemes, fc.constantFrom('CNY', 'JPY', undefined), ({ list, months, places }, random, currency) => {
        const book = averagesOf(
          months,
          list.map((one) => decimalOf(one, places)),
        )
        const found = classifyByThreshold(deepFreeze(book), { ...random, currency })
        expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
        expect(Object.fromEntries(found.customers.map(({ customer, tier }) => [customer, tier]))).toEqual(naiveTiers(book, random))
        const sumOf = (parts: readonly { readonly sum?: string }[]): bigint => parts.reduce((all, { sum }) => all + fine(sum as string), 0n)
        expect([sumOf(found.tiers), sumOf(found.customers)]).toEqual(Array(2).fill(fine(found.sum as string)))
        for (const { tier, sum } of found.tiers) expect(fine(sum as string)).toBe(sumOf(found.customers.filter((one) => one.tier === tier)))
        expect(found.customers.map(({ customer, sum }) => [customer, fine(sum as string)])).toEqual(
          found.customers.map(({ customer }) => [customer, fine(book.customers.find((one) => one.customer === customer)?.total as string)]),
        )
        const placesOfTotals = Math.max(0, ...book.customers.map(({ total }) => /\.(\d*[1-9])/.exec(total)?.[1]?.length ?? 0))
        const shownPlaces = Math.max(placesOfTotals, Math.min(placesOfTotals + 2, 6))
        const unit = currency === 'JPY' ? fine(1) : fine(`0.${'1'.padStart(currency === 'CNY' ? 2 : shownPlaces, '0')}`)
        for (const { value, sum } of [...found.tiers, ...found.customers, { value: found.total, sum: found.sum }]) {
          const off = fine(value) * BigInt(months) - fine(sum as string)
          // Half a unit of the last place is the most that rounding takes or adds.
          const most = unit * BigInt(months)
          expect(2n * (off < 0n ? -off : off) <= most, `${sum} over ${months} months is shown as ${value}`).toBe(true)
        }
      }),
    )
  })

  it('whoever sells what is lacking, and a little more, is in the better tier', () => {
    fc.assert(
      fc.property(averages, thresholdSchemes, ({ list, months, places }, random) => {
        const book = averagesOf(
          months,
          list.map((one) => decimalOf(one, places)),
        )
        for (const { customer, reasons } of classifyByThreshold(book, random).customers) {
          const better = reasons.find(({ code }) => code === 'better-tier')
          if (better?.code !== 'better-tier') continue
          const total = book.customers.find((one) => one.customer === customer)?.total as string
          const more = sumDecimals([total, ...Array<string>(months).fill(better.params.lacking), '1e-30'])
          const raised = { ...book, customers: [{ customer, total: more, average: '' }] }
          const ids = random.tiers.map(({ id }) => id)
          expect(ids.indexOf(classifyByThreshold(raised, random).customers[0]?.tier as string)).toBeLessThanOrEqual(ids.indexOf(better.params.tier))
        }
      }),
    )
  })
})

describe('classifyByThreshold: what is wrong', () => {
  const found = (customers: unknown, others: object = {}, options?: unknown): unknown =>
    issuesOf(() => classifyByThreshold(customers as ValuedCustomers, { ...scheme, ...others } as ThresholdScheme, options as never))

  it('scheme and options are told together, and before the customers', () => {
    expect(found(null, { id: '', tiers: [{ id: 'A', from: 1 }] }, { invalid: 'skip', asOf: 1 })).toEqual([
      ['empty', ['scheme', 'id']],
      ['not-allowed', ['scheme', 'tiers', 0, 'from']],
      ['unknown-key', ['options', 'asOf']],
      ['not-allowed', ['options', 'invalid']],
    ])
    const { tiers: _, ...others } = scheme
    const shares = { ...others, type: 'share-of-value', cuts: [{ id: 'A', upToPercent: 100 }] }
    expect(issuesOf(() => classifyByThreshold([], shares as never))).toEqual([['not-allowed', ['scheme', 'type']]])
    expect(issuesOf(() => classifyByThreshold([], undefined as never))).toEqual([['missing', ['scheme']]])
    for (const [value, code] of badRecords.slice(1)) expect(found([], {}, value)).toEqual([[code, ['options']]])
  })

  it.each<readonly [unknown, string]>([[undefined, 'missing'], ...badLists.slice(0, 2), [new Set(), 'wrong-type']])(
    'customers %o',
    (customers, code) => {
      for (const invalid of ['throw', 'collect']) expect(found(customers, {}, { invalid })).toEqual([[code, ['customers']]])
    },
  )

  it.each<[string, unknown, string]>([
    ...badTexts.map(([value, code]) => ['customer', value, code] as [string, unknown, string]),
    ['value', undefined, 'missing'],
    ['value', null, 'not-a-decimal'],
    ['value', Number.NaN, 'not-a-decimal'],
    ['value', Number.NEGATIVE_INFINITY, 'not-a-decimal'],
    ['value', 'abc', 'not-a-decimal'],
    ['value', ' 1 ', 'not-a-decimal'],
    ['value', '0x3', 'not-a-decimal'],
    ['value', '１２', 'not-a-decimal'],
    ['value', '1e1001', 'too-many-digits'],
    ['currency', 'cny', 'unknown-currency'],
    ['currency', null, 'unknown-currency'],
    ['tier', 'A', 'unknown-key'],
  ])('a customer whose %s is %o', (field, value, code) => {
    expect(
      found([
        { customer: 'a', value: 1 },
        { customer: 'b', value: 2, [field]: value },
      ]),
    ).toEqual([[code, ['customers', 1, field]]])
  })

  it('bad customers are thrown together, or collected', () => {
    const rows = Object.assign([{ customer: 'a', value: 600 }, { customer: 'd', value: 'x' }, null], {
      4: Object.create({ customer: 'p', value: 1 }),
      5: { customer: 'b', value: 300 },
      6: JSON.parse('{"customer":"c","value":1,"__proto__":1}'),
    })
    const issues = [
      ['not-a-decimal', ['customers', 1, 'value']],
      ['wrong-type', ['customers', 2]],
      ['missing', ['customers', 3]],
      ['missing', ['customers', 4, 'customer']],
      ['missing', ['customers', 4, 'value']],
      ['unknown-key', ['customers', 6, '__proto__']],
    ]
    expect(found(rows)).toEqual(issues)
    const { customers, tiers, rejected, diagnoses } = classifyByThreshold(rows as never, scheme, { invalid: 'collect' })
    expect(customers.map(({ customer, tier }) => customer + tier)).toEqual(['aA', 'bB'])
    expect(tiers[0]?.shareOfCustomers).toBe(0.5)
    expect(rejected.map(({ index, id }) => [index, id])).toEqual([
      [1, 'd'],
      [2, undefined],
      [3, undefined],
      [4, undefined],
      [6, 'c'],
    ])
    expect(rejected.flatMap((row) => row.issues.map(({ code, path }) => [code, path]))).toEqual(issues)
    expect(diagnoses).toEqual([
      { code: 'rows-rejected', params: { rejected: 5, read: 2 } },
      { code: 'tier-empty', params: { tier: 'C' } },
    ])
    expect(classifyByThreshold([null] as never, scheme, { invalid: 'collect' }).diagnoses).toEqual([
      { code: 'rows-rejected', params: { rejected: 1, read: 0 } },
      { code: 'no-customers', params: {} },
    ])
  })

  it('nobody who stands in several rows is taken, whichever stands first', () => {
    const rows = [
      { customer: 'a', value: 600 },
      { customer: 'b', value: 300 },
      { customer: 'a', value: 100 },
      { customer: 'a', value: 'x' },
      { customer: '__proto__', value: 1 },
      { customer: '__proto__', value: 1 },
    ]
    expect(found(rows)).toEqual([
      ['duplicate', ['customers', 2, 'customer']],
      ['not-a-decimal', ['customers', 3, 'value']],
      ['duplicate', ['customers', 3, 'customer']],
      ['duplicate', ['customers', 5, 'customer']],
    ])
    const collect = (list: readonly object[]): Tiering => classifyByThreshold(list as never, scheme, { invalid: 'collect' })
    const { customers, rejected, diagnoses } = collect(rows)
    expect([customers.map(({ customer }) => customer), rejected.map(({ index }) => index)]).toEqual([['b'], [0, 2, 3, 4, 5]])
    expect(rejected[0]?.issues).toEqual([
      expect.objectContaining({ code: 'duplicate', path: ['customers', 0, 'customer'], params: { value: 'a', first: 2 } }),
    ])
    expect(diagnoses[0]).toEqual({ code: 'rows-rejected', params: { rejected: 5, read: 1 } })
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: 6 }), (shuffled) => {
        const { rejected: others, ...again } = collect(shuffled)
        expect([others.length, again]).toEqual([5, { ...collect(rows), rejected: undefined }])
      }),
      { numRuns: 20 },
    )
  })

  it('currencies are never mixed, nor collected', () => {
    const rows = [
      { customer: 'a', value: 1, currency: 'CNY' },
      { customer: 'b', value: 1 },
    ]
    for (const invalid of ['throw', 'collect']) expect(found(rows, {}, { invalid })).toEqual([['mixed-currencies', ['customers']]])
    expect(found(rows, { currency: 'USD' })).toEqual([['not-allowed', ['customers', 0, 'currency']]])
    expect(issuesOf(() => classifyByThreshold(rows, { ...scheme, currency: 'CNY' }))).toBe('nothing was thrown')
  })

  it.each<[object, unknown]>([
    [{ months: undefined }, [['missing', ['customers', 'months']]]],
    [{ months: 0 }, [['too-small', ['customers', 'months']]]],
    [
      { months: '3', currency: 'x', customers: {} },
      [
        ['not-an-integer', ['customers', 'months']],
        ['unknown-currency', ['customers', 'currency']],
        ['wrong-type', ['customers', 'customers']],
      ],
    ],
    [{ customers: undefined }, [['missing', ['customers', 'customers']]]],
    [
      { rejected: null, diagnoses: 'none' },
      [
        ['wrong-type', ['customers', 'rejected']],
        ['wrong-type', ['customers', 'diagnoses']],
      ],
    ],
    [{ diagnoses: [null, { code: 'month-not-over' }] }, [['missing', ['customers', 'diagnoses', 1, 'params']]]],
    [
      { diagnoses: [{ code: 'month-not-over', params: { asOf: '2024-02-30' } }] },
      [
        ['not-a-calendar-date', ['customers', 'diagnoses', 0, 'params', 'asOf']],
        ['missing', ['customers', 'diagnoses', 0, 'params', 'to']],
      ],
    ],
  ])('a result of averageMonthlySales with %o, collected or not', (fields, issues) => {
    for (const invalid of ['throw', 'collect']) expect(found(averagesOf(3, ['1'], fields), {}, { invalid })).toEqual(issues)
  })

  it('rows of a result of averageMonthlySales', () => {
    expect(found({})).toEqual([
      ['missing', ['customers', 'months']],
      ['missing', ['customers', 'customers']],
    ])
    expect(found(averagesOf(3, ['1'], { currency: 'USD' }), { currency: 'CNY' })).toEqual([['not-allowed', ['customers', 'currency']]])
    const rows = [
      { customer: 'a', total: 'x' },
      { customer: '', total: '1' },
      { customer: 'a', total: '1' },
      { customer: 'b', total: '1800' },
      { value: 1 },
    ]
    const issues = [
      ['not-a-decimal', ['customers', 'customers', 0, 'total']],
      ['empty', ['customers', 'customers', 1, 'customer']],
      ['duplicate', ['customers', 'customers', 2, 'customer']],
      ['missing', ['customers', 'customers', 4, 'customer']],
      ['missing', ['customers', 'customers', 4, 'total']],
    ]
    expect(found(averagesOf(3, [], { customers: rows }))).toEqual(issues)
    const more = { months: 0, currency: 'x', customers: rows }
    const ofResult = [
      ['too-small', ['customers', 'months']],
      ['unknown-currency', ['customers', 'currency']],
    ]
    expect(found(averagesOf(3, [], more))).toEqual([...ofResult, ...issues])
    expect(found(averagesOf(3, [], more), {}, { invalid: 'collect' })).toEqual(ofResult)
    const { rejected, customers } = classifyByThreshold(averagesOf(3, [], { customers: rows }), scheme, { invalid: 'collect' })
    expect(rejected.flatMap((row) => row.issues.map(({ code, path }) => [code, path]))).toEqual(issues)
    expect(rejected.map(({ index, id }) => [index, id])).toEqual([
      [0, 'a'],
      [1, ''],
      [2, 'a'],
      [4, undefined],
    ])
    expect(customers.map(({ customer, tier }) => customer + tier)).toEqual(['bA'])
  })
})
