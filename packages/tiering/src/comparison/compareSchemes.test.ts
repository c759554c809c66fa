import { sumDecimals } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { decimalOf, shareSchemes, thresholdSchemes, units, valuedCustomers } from '../../testing/tierSchemes.js'
import {
  type CustomerValue,
  classifyByShare,
  classifyByThreshold,
  compareSchemes,
  type SchemeComparison,
  type ShareScheme,
  type ThresholdScheme,
  type Tiering,
  type TierScheme,
  type ValuedCustomers,
} from '../index.js'
import { paretoAbc } from '../templates/paretoAbc.js'

/** Customers a, b, c, … of these values. */
const customersOf = (...values: readonly (string | number)[]): CustomerValue[] =>
  values.map((value, index) => ({ customer: String.fromCharCode(97 + index), value }))
const threshold: ThresholdScheme = {
  kind: 'tier-scheme',
  id: 'planned',
  version: 2,
  type: 'threshold',
  tiers: [
    { id: 'A', from: 40 },
    { id: 'Z', from: 15 },
    { id: 'C', from: null },
  ],
}

/** The tiering by whichever verb the scheme is for. */
const classify = (customers: ValuedCustomers, scheme: TierScheme): Tiering =>
  scheme.type === 'threshold' ? classifyByThreshold(customers, scheme) : classifyByShare(customers, scheme)

describe('compareSchemes: known answers', () => {
  it('vector 8 by share, and what thresholds would change', () => {
    const comparison: SchemeComparison = {
      currency: 'CNY',
      before: [
        { tier: 'A', count: 1, value: '900.00', shareOfCustomers: 0.25, shareOfValue: 0.9 },
        { tier: 'B', count: 1, value: '50.00', shareOfCustomers: 0.25, shareOfValue: 0.05 },
        { tier: 'C', count: 2, value: '50.00', shareOfCustomers: 0.5, shareOfValue: 0.05 },
      ],
      after: [
        { tier: 'A', count: 2, value: '950.00', shareOfCustomers: 0.5, shareOfValue: 0.95 },
        { tier: 'Z', count: 2, value: '50.00', shareOfCustomers: 0.5, shareOfValue: 0.05 },
        { tier: 'C', count: 0, value: '0.00', shareOfCustomers: 0, shareOfValue: 0 },
      ],
      matrix: [
        { from: 'A', to: 'A', count: 1, value: '900.00' },
        { from: 'A', to: 'Z', count: 0, value: '0.00' },
        { from: 'A', to: 'C', count: 0, value: '0.00' },
        { from: 'B', to: 'A', count: 1, value: '50.00' },
        { from: 'B', to: 'Z', count: 0, value: '0.00' },
        { from: 'B', to: 'C', count: 0, value: '0.00' },
        { from: 'C', to: 'A', count: 0, value: '0.00' },
        { from: 'C', to: 'Z', count: 2, value: '50.00' },
        { from: 'C', to: 'C', count: 0, value: '0.00' },
      ],
      moved: [
        { customer: 'b', value: '50.00', from: 'B', to: 'A' },
        { customer: 'c', value: '30.00', from: 'C', to: 'Z' },
        { customer: 'd', value: '20.00', from: 'C', to: 'Z' },
      ],
      rejected: [],
      diagnoses: [{ scheme: 'after', diagnosis: { code: 'tier-empty', params: { tier: 'C' } } }],
      policies: [
        { kind: 'tier-scheme', id: 'pareto-abc', version: '1' },
        { kind: 'tier-scheme', id: 'planned', version: 2 },
      ],
    }
    const options = deepFreeze({ before: paretoAbc, after: { ...threshold, currency: 'CNY' } })
    expect(
      compareSchemes(deepFreeze(customersOf(30, 900, 20, 50).map((row, index) => ({ ...row, customer: 'cadb'[index] as string }))), options),
    ).toStrictEqual(comparison)
  })

  it('the same scheme moves nobody', () => {
    const { moved, matrix } = compareSchemes(customersOf(900, 50, 30, 20), { before: paretoAbc, after: paretoAbc, invalid: undefined })
    expect([moved, matrix.filter(({ count }) => count > 0).map(({ from, to, count }) => `${from}${to}${count}`)]).toEqual([[], ['AA1', 'BB1', 'CC2']])
  })

  it('averages: the same customers have one figure everywhere, and sums add up', () => {
    const customers = ['200', '100', '100', '1'].map((total, index) => ({ customer: `${index}`, total, average: '' }))
    const averages = { asOf: '', months: 3, from: '', to: '', customers, rejected: [], diagnoses: [] }
    const all: ThresholdScheme = { ...threshold, currency: 'JPY', tiers: [{ id: 'all', from: null }] }
    const { months, currency, before, after, matrix, moved } = compareSchemes(averages, { before: all, after: threshold })
    const figures = (parts: readonly { readonly value: string; readonly sum?: string }[]): unknown => parts.map(({ value, sum }) => `${value} ${sum}`)
    expect([months, currency, figures(before), figures(after)]).toEqual([3, 'JPY', ['134 401'], ['67 200', '67 200', '0 1']])
    expect(figures(matrix)).toEqual(figures(after))
    expect([figures(moved), moved.map(({ to }) => to)]).toEqual([
      ['67 200', '33 100', '33 100', '0 1'],
      ['A', 'Z', 'Z', 'C'],
    ])
  })

  it('says of averages once what they leave out', () => {
    const customers = [{ customer: 'a', total: '900', average: '' }]
    const averages = { asOf: '', months: 3, from: '', to: '', customers, rejected: [{ index: 0, issues: [] }], diagnoses: [] }
    const { diagnoses } = compareSchemes(averages, { before: paretoAbc, after: threshold })
    expect(diagnoses.filter(({ diagnosis }) => diagnosis.code === 'source-rows-rejected')).toEqual([
      { scheme: 'before', diagnosis: { code: 'source-rows-rejected', params: { rejected: 1 } } },
    ])
  })

  it('says of each scheme what is to be known, and of rejected rows once', () => {
    const options = {
      before: { ...paretoAbc, expectedShareOfValue: [{ id: 'A', fromPercent: 0, toPercent: 50 }] },
      after: threshold,
      invalid: 'collect',
    } as const
    const { rejected, diagnoses } = compareSchemes([...customersOf(7), null] as never, options)
    expect(rejected.map(({ index }) => index)).toEqual([1])
    expect(diagnoses.map(({ scheme, diagnosis }) => `${scheme} ${diagnosis.code}`)).toEqual([
      'before rows-rejected',
      'before one-customer',
      'before tier-empty',
      'before tier-empty',
      'before share-not-as-expected',
      'after one-customer',
      'after top-tier-empty',
      'after tier-empty',
    ])
    const nobody = compareSchemes([], { before: paretoAbc, after: threshold })
    expect(nobody.diagnoses).toEqual((['before', 'after'] as const).map((scheme) => ({ scheme, diagnosis: { code: 'no-customers', params: {} } })))
    expect([nobody.moved, nobody.matrix.length, nobody.matrix[0]]).toEqual([[], 9, { from: 'A', to: 'A', count: 0, value: '0' }])
  })
})

describe('compareSchemes: laws', () => {
  const schemes: fc.Arbitrary<ThresholdScheme | ShareScheme> = fc.oneof(thresholdSchemes, shareSchemes)

  it('is what both schemes give one by one, in any order of the customers', () => {
    fc.assert(
      fc.property(valuedCustomers, schemes, schemes, (customers, before, after) => {
        const found = compareSchemes(deepFreeze(customers), deepFreeze({ before, after }))
        expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
        expect(compareSchemes([...customers].reverse(), { before, after })).toEqual(found)
        const [one, other] = [classify(customers, before), classify(customers, after)]
        expect([found.before, found.after, found.policies]).toEqual([one.tiers, other.tiers, [...one.policies, ...other.policies]])
        expect(found.diagnoses).toEqual([
          ...one.diagnoses.map((diagnosis) => ({ scheme: 'before', diagnosis })),
          ...other.diagnoses.map((diagnosis) => ({ scheme: 'after', diagnosis })),
        ])
        const pairs = one.customers.map(({ customer, value, tier }, index) => ({
          customer,
          value,
          from: tier,
          to: other.customers[index]?.tier as string,
        }))
        expect(found.moved).toEqual(pairs.filter(({ from, to }) => from !== to))
        expect(found.matrix).toEqual(
          one.tiers.flatMap(({ tier: from }) =>
            other.tiers.map(({ tier: to }) => {
              const cell = pairs.filter((pair) => pair.from === from && pair.to === to)
              return { from, to, count: cell.length, value: sumDecimals(cell.map(({ value }) => value)) }
            }),
          ),
        )
      }),
    )
  })

  it('of averages the sums of cells add up to the tiers of both, and cells, tiers and customers are shown as the verbs show them', () => {
    fc.assert(
      fc.property(fc.array(units, { maxLength: 10 }), fc.integer({ min: 1, max: 24 }), schemes, schemes, (list, months, before, after) => {
        const customers = list.map((one, index) => ({ customer: `${index}`, total: decimalOf(one, 2), average: '' }))
        const averages = { asOf: '', months, from: '', to: '', customers, rejected: [], diagnoses: [] }
        const options = { before: { ...before, currency: 'JPY' }, after: { ...after, currency: 'JPY' } }
        const found = compareSchemes(averages, options)
        const [one, other] = [classify(averages, options.before), classify(averages, options.after)]
        expect([found.before, found.after]).toEqual([one.tiers, other.tiers])
        for (const side of ['from', 'to'] as const)
          for (const { tier, sum, count, value } of side === 'from' ? found.before : found.after) {
            const cells = found.matrix.filter((cell) => cell[side] === tier)
            const sums = [sumDecimals(cells.map((cell) => cell.sum as string)), cells.reduce((all, cell) => all + cell.count, 0)]
            expect(sums).toEqual([sum, count])
            // A cell that has all customers of a tier shows what the tier shows.
            for (const cell of cells) if (cell.count === count) expect([cell.value, cell.sum]).toEqual([value, sum])
          }
        const shown = new Map(one.customers.map(({ customer, value, sum }) => [customer, { value, sum }]))
        for (const { customer, value, sum } of found.moved) expect({ value, sum }).toEqual(shown.get(customer))
      }),
    )
  })
})

describe('compareSchemes: what is wrong', () => {
  const found = (options: unknown, customers: unknown = null): unknown => issuesOf(() => compareSchemes(customers as never, options as never))

  it.each(badRecords)('options %o', (options, code) => expect(found(options)).toEqual([[code, ['options']]]))

  it('options are told together, and before the customers', () => {
    expect(found({})).toEqual([
      ['missing', ['options', 'before']],
      ['missing', ['options', 'after']],
    ])
    expect(found(Object.create({ before: paretoAbc, after: paretoAbc }))).toEqual([
      ['missing', ['options', 'before']],
      ['missing', ['options', 'after']],
    ])
    expect(found({ before: { ...paretoAbc, cuts: [] }, after: { ...threshold, currency: 'x' }, invalid: 'skip', schemes: [] })).toEqual([
      ['unknown-key', ['options', 'schemes']],
      ['not-allowed', ['options', 'invalid']],
      ['empty', ['options', 'before', 'cuts']],
      ['unknown-currency', ['options', 'after', 'currency']],
    ])
    expect(found({ before: { ...paretoAbc, currency: 'CNY' }, after: { ...threshold, currency: 'USD' }, invalid: 'collect' })).toEqual([
      ['mixed-currencies', ['options']],
    ])
  })

  it('customers are of the currency of the scheme that has one', () => {
    const customers = [{ customer: 'a', value: 1, currency: 'USD' }]
    expect(found({ before: paretoAbc, after: { ...threshold, currency: 'CNY' } }, customers)).toEqual([['not-allowed', ['customers', 0, 'currency']]])
    expect(found({ before: paretoAbc, after: threshold }, [...customers, { customer: 'b', value: 1 }])).toEqual([['mixed-currencies', ['customers']]])
  })

  it.each(badLists.slice(0, 2))('customers %o', (customers, code) => {
    expect(found({ before: paretoAbc, after: threshold }, customers)).toEqual([[code, ['customers']]])
  })
})
