import { sumDecimals } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { fine, naiveTiers } from '../../testing/naiveTiers.js'
import { decimalOf, shareSchemes, units, valuedCustomers } from '../../testing/tierSchemes.js'
import { type CustomerValue, classifyByShare, type ShareScheme, type Tiering } from '../index.js'
import { paretoAbc } from '../templates/paretoAbc.js'
import { textbookShares } from '../templates/textbookShares.js'

/** Customers a, b, c, … of these values. */
const customersOf = (...values: readonly (string | number)[]): CustomerValue[] =>
  values.map((value, index) => ({ customer: String.fromCharCode(97 + index), value }))
const scheme: ShareScheme = { ...paretoAbc, id: 'abc', version: 1 }
const after: ShareScheme = { ...scheme, boundary: 'after' }
const byCustomers: ShareScheme = { ...scheme, type: 'share-of-customers' }
const counts = ({ tiers }: Tiering): number[] => tiers.map(({ count }) => count)
const letters = ({ customers }: Tiering): string => customers.map(({ tier }) => tier).join('')

describe('classifyByShare: known answers', () => {
  it('vector 7: 80/95 on [500, 300, 120, 40, 20, 10, 5, 3, 1, 1]', () => {
    const customers = customersOf(500, 300, 120, 40, 20, 10, 5, 3, 1, 1)
    expect(counts(classifyByShare(customers, after))).toEqual([2, 1, 7])
    expect(counts(classifyByShare(customers, { ...scheme, boundary: 'before' }))).toEqual([2, 2, 6])
    expect(counts(classifyByShare(customers, scheme))).toEqual([2, 2, 6])
  })

  it('vector 8: [900, 50, 30, 20], where "after" leaves A empty', () => {
    const customers = customersOf(900, 50, 30, 20)
    const found = classifyByShare(customers, after)
    expect([letters(found), found.diagnoses]).toEqual(['BBCC', [{ code: 'top-tier-empty', params: { tier: 'A' } }]])
    expect([letters(classifyByShare(customers, scheme)), classifyByShare(customers, scheme).diagnoses]).toEqual(['ABCC', []])
  })

  it('the trap of the vectors: the only payer of [100, 0, 0, 0, 0] is A', () => {
    expect(letters(classifyByShare(customersOf(0, 0, 100, 0, 0), scheme))).toBe('ACCCC')
    expect(letters(classifyByShare(customersOf(0, 0, 100, 0, 0), after))).toBe('CCCCC')
  })

  it('the textbook (S2): 20, 30 and 50 % of the customers, and what they are expected to bring in', () => {
    const customers = customersOf(400, 300, 60, 50, 40, 30, 30, 30, 30, 30)
    const found = classifyByShare(customers, textbookShares)
    expect([letters(found), found.diagnoses]).toEqual(['AABBBCCCCC', []])
    expect(found.expectations).toEqual([
      { tier: 'A', fromPercent: '60', toPercent: '80', shareOfValue: 0.7, met: true },
      { tier: 'B', fromPercent: '15', toPercent: '30', shareOfValue: 0.15, met: true },
      { tier: 'C', fromPercent: '5', toPercent: '15', shareOfValue: 0.15, met: true },
    ])
    const others = classifyByShare(customersOf(900, 0, 50, 0, 0, 50, 0, 0, 0, 0), textbookShares)
    expect(others.tiers.map(({ count }) => count)).toEqual([3, 7, 0])
    expect(others.diagnoses).toEqual([
      { code: 'tier-empty', params: { tier: 'C' } },
      { code: 'share-not-as-expected', params: { tier: 'A', fromPercent: '60', toPercent: '80', shareOfValue: 1 } },
      { code: 'share-not-as-expected', params: { tier: 'B', fromPercent: '15', toPercent: '30', shareOfValue: 0 } },
      { code: 'share-not-as-expected', params: { tier: 'C', fromPercent: '5', toPercent: '15', shareOfValue: 0 } },
    ])
  })

  it('expectations are compared exactly, in the order in which they stand', () => {
    // 100 of 300 lie between the two, and no number tells any of the three from the others.
    const percent = { below: `33.${'3'.repeat(40)}`, above: `33.${'3'.repeat(39)}4` }
    const thirds = classifyByShare(customersOf(100, 150, 50), {
      ...scheme,
      cuts: [
        { id: 'A', upToPercent: 50 },
        { id: 'B', upToPercent: 80 },
        { id: 'C', upToPercent: 100 },
      ],
      expectedShareOfValue: [
        { id: 'B', fromPercent: percent.below, toPercent: percent.above },
        { id: 'A', fromPercent: 50, toPercent: '50.0' },
        { id: 'C', fromPercent: 0, toPercent: '16.6666666666666666666666' },
      ],
    })
    expect(thirds.expectations?.map(({ tier, met: isMet }) => [tier, isMet])).toEqual([
      ['B', true],
      ['A', true],
      ['C', false],
    ])
    expect(classifyByShare([], { ...scheme, expectedShareOfValue: [] }).expectations).toEqual([])
    expect(Object.keys(classifyByShare([], scheme))).not.toContain('expectations')
  })

  it('a whole result', () => {
    const tiering: Tiering = {
      currency: 'CNY',
      total: '1000.00',
      tiers: [
        { tier: 'A', count: 1, value: '900.00', shareOfCustomers: 0.2, shareOfValue: 0.9 },
        { tier: 'B', count: 2, value: '80.00', shareOfCustomers: 0.4, shareOfValue: 0.08 },
        { tier: 'C', count: 2, value: '20.00', shareOfCustomers: 0.4, shareOfValue: 0.02 },
      ],
      customers: [
        {
          customer: 'a',
          value: '900.00',
          tier: 'A',
          rank: 1,
          reasons: [{ code: 'within-cut', params: { tier: 'A', upToPercent: '80', begins: 0, ends: 0.9 } }],
        },
        ...['b', 'd'].map((customer) => ({
          customer,
          value: '40.00',
          tier: 'B',
          rank: 2,
          reasons: [
            { code: 'within-cut' as const, params: { tier: 'B', upToPercent: '95', begins: 0.9, ends: 0.98 } },
            { code: 'next-in-better-tier' as const, params: { tier: 'A', value: '900.00', lacking: '860.00' } },
          ],
        })),
        {
          customer: 'c',
          value: '30.00',
          tier: 'C',
          rank: 4,
          reasons: [
            { code: 'within-cut', params: { tier: 'C', upToPercent: '100', begins: 0.98, ends: 1.01 } },
            { code: 'next-in-better-tier', params: { tier: 'B', value: '40.00', lacking: '10.00' } },
          ],
        },
        {
          customer: 'e',
          value: '-10.00',
          tier: 'C',
          rank: 5,
          reasons: [
            { code: 'within-cut', params: { tier: 'C', upToPercent: '100', begins: 1.01, ends: 1 } },
            { code: 'next-in-better-tier', params: { tier: 'B', value: '40.00', lacking: '50.00' } },
          ],
        },
      ],
      rejected: [],
      diagnoses: [{ code: 'values-below-zero', params: { count: 1, value: '-10.00' } }],
      policies: [{ kind: 'tier-scheme', id: 'abc', version: 1 }],
    }
    expect(classifyByShare(deepFreeze(customersOf(900, 40, 30, '40.0', -10)), deepFreeze({ ...scheme, currency: 'CNY' }))).toStrictEqual(tiering)
  })

  it('parts of customers count customers, and skip empty tiers', () => {
    const { customers, tiers } = classifyByShare(customersOf(5, 5, 5, 1), {
      ...byCustomers,
      cuts: [
        { id: 'A', upToPercent: 25 },
        { id: 'B', upToPercent: 75 },
        { id: 'C', upToPercent: 100 },
      ],
    })
    expect(tiers.map(({ count, shareOfCustomers, shareOfValue }) => [count, shareOfCustomers, shareOfValue])).toEqual([
      [3, 0.75, 15 / 16],
      [0, 0, 0],
      [1, 0.25, 1 / 16],
    ])
    expect(customers.map(({ reasons }) => reasons)).toEqual([
      ...Array(3).fill([{ code: 'within-cut', params: { tier: 'A', upToPercent: '25', begins: 0, ends: 0.75 } }]),
      [
        { code: 'within-cut', params: { tier: 'C', upToPercent: '100', begins: 0.75, ends: 1 } },
        { code: 'next-in-better-tier', params: { tier: 'A', value: '5', lacking: '4' } },
      ],
    ])
  })

  it('cuts are compared exactly, where 0.1 + 0.2 is 0.3', () => {
    const thirty = {
      ...scheme,
      cuts: [
        { id: 'A', upToPercent: '30' },
        { id: 'B', upToPercent: 100 },
      ],
    }
    const tenths = customersOf('0.2', '0.15', '0.15', '0.1', '0.1', '0.1', '0.1', '0.1')
    expect(letters(classifyByShare(customersOf('0.3', '0.2', '0.2', '0.1', '0.1', '0.1'), thirty))).toBe('ABBBBB')
    expect(letters(classifyByShare(customersOf('0.3', '0.2', '0.2', '0.1', '0.1', '0.1'), { ...thirty, boundary: 'after' }))).toBe('ABBBBB')
    expect(
      letters(
        classifyByShare(tenths, {
          ...thirty,
          cuts: [
            { id: 'A', upToPercent: '50' },
            { id: 'B', upToPercent: 100 },
          ],
        }),
      ),
    ).toBe('AAABBBBB')
    const hair = (upToPercent: string): string =>
      letters(
        classifyByShare(customersOf(2, 1, 1), {
          ...thirty,
          cuts: [
            { id: 'A', upToPercent },
            { id: 'B', upToPercent: 100 },
          ],
        }),
      )
    expect([hair('50'), hair(`50.${'0'.repeat(50)}1`), hair(`49.${'9'.repeat(50)}`)]).toEqual(['ABB', 'AAA', 'ABB'])
  })

  it('average sales are parts of the whole as their totals are', () => {
    const customers = ['900', '50', '30', '20'].map((total, index) => ({ customer: `${index}`, total, average: '' }))
    const averages = { asOf: '', months: 7, from: '', to: '', customers, rejected: [], diagnoses: [] }
    const found = classifyByShare(averages, { ...scheme, currency: 'CNY' })
    expect([letters(found), found.months, found.total, found.sum, found.tiers.map(({ value, sum }) => [value, sum])]).toEqual([
      'ABCC',
      7,
      '142.86',
      '1000.00',
      [
        ['128.57', '900.00'],
        ['7.14', '50.00'],
        ['7.14', '50.00'],
      ],
    ])
    expect(found.customers[1]?.reasons).toEqual([
      { code: 'within-cut', params: { tier: 'B', upToPercent: '95', begins: 0.9, ends: 0.95 } },
      { code: 'next-in-better-tier', params: { tier: 'A', value: '128.57', lacking: '121.43' } },
    ])
  })
})

describe('classifyByShare: books that have no sensible answer', () => {
  const told = (values: (string | number)[], by: ShareScheme = scheme): unknown => {
    const found = classifyByShare(customersOf(...values), by)
    return [letters(found), found.diagnoses]
  }
  const without = (total: string) => ({ code: 'total-not-positive', params: { total } })
  const [a, b, c] = ['A', 'B', 'C'].map((tier, index) => ({ code: index === 0 ? 'top-tier-empty' : 'tier-empty', params: { tier } }))

  it.each<[string, (string | number)[], ShareScheme, unknown]>([
    ['nobody', [], scheme, ['', [{ code: 'no-customers', params: {} }]]],
    ['nobody', [], textbookShares, ['', [{ code: 'no-customers', params: {} }]]],
    ['one', [7], scheme, ['A', [{ code: 'one-customer', params: { customer: 'a' } }, b, c]]],
    ['one, after', [7], after, ['C', [{ code: 'one-customer', params: { customer: 'a' } }, a, b]]],
    ['one of 0', [0], after, ['A', [{ code: 'one-customer', params: { customer: 'a' } }, without('0'), b, c]]],
    ['all alike', [7, 7, 7], scheme, ['AAA', [{ code: 'all-equal', params: { value: '7' } }, b, c]]],
    ['all alike, by customers', [7, 7], byCustomers, ['AA', [{ code: 'all-equal', params: { value: '7' } }, b, c]]],
    ['all 0', [0, 0], scheme, ['AA', [{ code: 'all-equal', params: { value: '0' } }, without('0'), b, c]]],
    ['a total of 0', [5, 5, -4, -6], scheme, ['AACC', [without('0'), b]]],
    ['a total of 0, after', [5, -5], after, ['AC', [without('0'), b]]],
    ['a total below 0', ['-0.5', -2, -3], scheme, ['ACC', [without('-5.5'), b]]],
    ['a total below 0, by customers', [-1, -2], byCustomers, ['AA', [without('-3'), b, c]]],
  ])('%s', (_, values, by, answer) => expect(told(values, by)).toEqual(answer))

  it('says so, and gives no shares', () => {
    const { tiers, customers, expectations, diagnoses } = classifyByShare(customersOf(5, -4, -6), {
      ...scheme,
      expectedShareOfValue: [{ id: 'A', fromPercent: 0, toPercent: 100 }],
    })
    expect(tiers.map(({ shareOfValue }) => shareOfValue)).toEqual([null, null, null])
    expect(customers.map(({ reasons }) => reasons)).toEqual([
      [{ code: 'placed-without-shares', params: { tier: 'A' } }],
      [
        { code: 'placed-without-shares', params: { tier: 'C' } },
        { code: 'next-in-better-tier', params: { tier: 'A', value: '5', lacking: '9' } },
      ],
      [
        { code: 'placed-without-shares', params: { tier: 'C' } },
        { code: 'next-in-better-tier', params: { tier: 'A', value: '5', lacking: '11' } },
      ],
    ])
    const expectation = { tier: 'A', fromPercent: '0', toPercent: '100', shareOfValue: null }
    expect(expectations).toEqual([{ ...expectation, met: false }])
    expect(diagnoses.at(-1)).toEqual({ code: 'share-not-as-expected', params: expectation })
  })

  it('one tier takes all', () => {
    const one: ShareScheme = { ...scheme, cuts: [{ id: 'all', upToPercent: 100 }] }
    for (const values of [
      [5, 3],
      [5, -3],
      [-5, 3],
      [0, 0],
    ])
      for (const boundary of ['before', 'after'] as const)
        for (const type of ['share-of-value', 'share-of-customers'] as const)
          expect(counts(classifyByShare(customersOf(...values), { ...one, boundary, type }))).toEqual([2])
  })

  it('a part that no number can tell is null', () => {
    const { customers } = classifyByShare(customersOf('1e999', '-1e999', '1e-999'), scheme)
    expect(customers.map(({ tier, reasons }) => [tier, reasons[0]?.params])).toEqual([
      ['A', { tier: 'A', upToPercent: '80', begins: 0, ends: null }],
      ['C', { tier: 'C', upToPercent: '100', begins: null, ends: null }],
      ['C', { tier: 'C', upToPercent: '100', begins: null, ends: 1 }],
    ])
  })
})

describe('classifyByShare: laws', () => {
  it('is what comparing one by one gives, in any order of the customers', () => {
    fc.assert(
      fc.property(valuedCustomers, shareSchemes, (customers, random) => {
        const found = classifyByShare(deepFreeze(customers), deepFreeze(random))
        expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
        expect(classifyByShare([...customers].reverse(), random)).toEqual(found)
        expect(Object.fromEntries(found.customers.map(({ customer, tier }) => [customer, tier]))).toEqual(naiveTiers(customers, random))
        expect(sumDecimals(found.tiers.map(({ value }) => value))).toBe(found.total)
      }),
      { numRuns: 300 },
    )
  })

  it('"before": the greatest value is in the top tier, and equal values are together', () => {
    fc.assert(
      fc.property(valuedCustomers, shareSchemes, (customers, random) => {
        const { tiers, customers: placed } = classifyByShare(customers, { ...random, boundary: 'before' })
        if (customers.length > 0) expect([placed[0]?.tier, (tiers[0]?.count as number) > 0]).toEqual([tiers[0]?.tier, true])
        const tierOf = new Map(placed.map(({ value, tier }) => [value, tier]))
        const ranks = new Map(placed.map(({ rank, value }) => [rank, value]))
        for (const { value, tier, rank } of placed) expect([tierOf.get(value), ranks.get(rank)]).toEqual([tier, value])
        const order = placed.map(({ tier }) => random.cuts.findIndex(({ id }) => id === tier))
        expect(order).toEqual([...order].sort((x, y) => x - y))
      }),
    )
  })

  it('multiplying all values by a positive number changes no tier and no share', () => {
    fc.assert(
      fc.property(
        fc.array(units, { maxLength: 10 }),
        shareSchemes,
        fc.bigInt({ min: 1n, max: 10n ** 20n }),
        fc.nat(9),
        (list, random, factor, places) => {
          const placed = (values: string[]): unknown => {
            const { tiers, customers } = classifyByShare(customersOf(...values), random)
            return [
              tiers.map(({ tier, count, shareOfCustomers, shareOfValue }) => [tier, count, shareOfCustomers, shareOfValue]),
              customers.map(({ customer, tier, rank, reasons }) => [customer, tier, rank, reasons[0]]),
            ]
          }
          expect(placed(list.map((one) => decimalOf(one * factor, places)))).toEqual(placed(list.map(String)))
        },
      ),
    )
  })

  it('shares are those of plain fractions', () => {
    fc.assert(
      fc.property(valuedCustomers, shareSchemes, (customers, random) => {
        const { customers: placed, tiers, total } = classifyByShare(customers, random)
        const whole = fine(total)
        let before = 0n
        if (whole <= 0n || random.type === 'share-of-customers') return
        for (const { value, rank, reasons } of placed) {
          before = placed.filter((one) => one.rank < rank).reduce((sum, one) => sum + fine(one.value), 0n)
          const through = placed.filter((one) => one.rank <= rank).reduce((sum, one) => sum + fine(one.value), 0n)
          const params = reasons[0]?.params as { begins: number; ends: number }
          expect(params.begins).toBeCloseTo(Number((before * 10n ** 18n) / whole) / 1e18, 10)
          expect(params.ends).toBeCloseTo(Number((through * 10n ** 18n) / whole) / 1e18, 10)
          expect(value).toBe(placed.find((one) => one.rank === rank)?.value)
        }
        for (const { value, shareOfValue } of tiers) expect(shareOfValue).toBeCloseTo(Number((fine(value) * 10n ** 18n) / whole) / 1e18, 10)
      }),
    )
  })
})

describe('classifyByShare: what is wrong', () => {
  it('scheme and options are told together, and before the customers', () => {
    const bad = { ...scheme, cuts: [{ id: 'A', upToPercent: 80 }], boundary: 'above' }
    expect(issuesOf(() => classifyByShare(null as never, bad as never, { invalid: null } as never))).toEqual([
      ['not-allowed', ['scheme', 'boundary']],
      ['too-small', ['scheme', 'cuts', 0, 'upToPercent']],
      ['not-allowed', ['options', 'invalid']],
    ])
    const threshold = { kind: 'tier-scheme', id: 'x', version: 1, type: 'threshold', tiers: [{ id: 'A', from: null }] }
    expect(issuesOf(() => classifyByShare([], threshold as never))).toEqual([['not-allowed', ['scheme', 'type']]])
  })

  it.each(badLists.slice(0, 2))('customers %o', (customers, code) => {
    expect(issuesOf(() => classifyByShare(customers as never, scheme))).toEqual([[code, ['customers']]])
  })

  it('shares are those of the customers that were read', () => {
    const rows = [...customersOf(80, 20), { customer: 'x', value: 'many' }]
    expect(issuesOf(() => classifyByShare(rows, scheme))).toEqual([['not-a-decimal', ['customers', 2, 'value']]])
    const { tiers, diagnoses } = classifyByShare(rows, scheme, { invalid: 'collect' })
    expect(tiers.map(({ shareOfCustomers, shareOfValue }) => [shareOfCustomers, shareOfValue])).toEqual([
      [0.5, 0.8],
      [0.5, 0.2],
      [0, 0],
    ])
    expect(diagnoses[0]).toEqual({ code: 'rows-rejected', params: { rejected: 1, read: 2 } })
  })
})
