import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { decimalOf, shareSchemes, thresholdSchemes } from '../../testing/tierSchemes.js'
import {
  type AverageMonthlySales,
  classifyByShare,
  classifyByThreshold,
  compileTiers,
  type ThresholdScheme,
  type TieredColumns,
  type Tiering,
  type TierScheme,
  type ValueColumns,
  type ValuedCustomers,
} from '../index.js'

const head = { kind: 'tier-scheme', id: 'pareto', version: 1 } as const
const pareto: TierScheme = {
  ...head,
  type: 'share-of-value',
  cuts: [
    { id: 'A', upToPercent: '80' },
    { id: 'B', upToPercent: '95' },
    { id: 'C', upToPercent: '100' },
  ],
}

const classifyRows = (customers: ValuedCustomers, scheme: TierScheme): Tiering =>
  scheme.type === 'threshold' ? classifyByThreshold(customers, scheme) : classifyByShare(customers, scheme)

/** All that columns say, as the row form says it. */
function asRows({ tier, rank, explain, ...tiering }: TieredColumns): Tiering {
  const customers = Array.from(rank, (_, row) => explain(row))
  customers.forEach((one, row) => {
    expect([one.tier, one.rank]).toEqual([tiering.tiers[tier[row] as number]?.tier, rank[row]])
  })
  customers.sort((a, b) => a.rank - b.rank || (a.customer < b.customer ? -1 : 1))
  return { ...tiering, customers }
}

const units = fc.oneof(fc.integer({ min: -3, max: 12 }), fc.integer({ min: -500, max: 100_000 }), fc.constantFrom(2 ** 53 - 1, 1 - 2 ** 53, 2 ** 52))
const schemes: fc.Arbitrary<TierScheme> = fc
  .tuple(fc.oneof(thresholdSchemes, shareSchemes), fc.constantFrom('CNY', 'JPY', undefined))
  .map(([scheme, currency]) => ({ ...scheme, currency }))
const customerIds = fc.constantFrom<(row: number) => string>(
  (row) => `C-${row}`,
  (row) => String(99 - row),
  (row) => ['__proto__', '客户', 'a'][row] ?? `b${row}`,
)

describe('compileTiers: columns as rows', () => {
  it('classifies values as classifyByThreshold and classifyByShare do', () => {
    fc.assert(
      fc.property(fc.array(units, { maxLength: 20 }), fc.constantFrom(0, 2, 5, 15), schemes, customerIds, (values, digits, scheme, idOf) => {
        const customer = values.map((_, row) => idOf(row))
        const customers = values.map((value, row) => ({ customer: customer[row] as string, value: decimalOf(BigInt(value), digits) }))
        const found = compileTiers(scheme).classifyColumns({ customer, value: { values: Float64Array.from(values), digits } })
        expect(asRows(found)).toEqual(classifyRows(customers, scheme))
      }),
      { numRuns: 300 },
    )
  })

  it('classifies totals of months as it does averages', () => {
    const months = fc.integer({ min: 1, max: 12 })
    fc.assert(
      fc.property(fc.array(units, { maxLength: 12 }), fc.constantFrom(0, 2, 4, 15), schemes, months, (values, digits, scheme, count) => {
        const customers = values.map((value, row) => ({ customer: String(row), total: decimalOf(BigInt(value), digits), average: '0' }))
        const averages = { months: count, customers } as unknown as AverageMonthlySales
        const found = compileTiers(scheme).classifyColumns({ value: { values: Float64Array.from(values), digits } }, { months: count })
        expect(asRows(found)).toEqual(classifyRows(averages, scheme))
      }),
      { numRuns: 200 },
    )
  })

  it('checks and reports expected shares as classifyByShare does', () => {
    const scheme: TierScheme = {
      ...pareto,
      expectedShareOfValue: [
        { id: 'C', fromPercent: 0, toPercent: '5' },
        { id: 'A', fromPercent: '60', toPercent: '80' },
      ],
    }
    const values = [500, 300, 120, 40, 20, 10, 5, 3, 1, 1]
    const found = compileTiers(scheme).classifyColumns({ value: { values: Float64Array.from(values), digits: 0 } })
    expect(found.expectations).toHaveLength(2)
    expect(asRows(found)).toEqual(
      classifyRows(
        values.map((value, row) => ({ customer: String(row), value })),
        scheme,
      ),
    )
  })

  it('takes customers as numbers', () => {
    const value = { values: Float64Array.of(5, 7), digits: 0 }
    const { classifyColumns } = compileTiers(deepFreeze(pareto))
    const found = classifyColumns({ value, customer: Int32Array.of(9, -8) })
    expect(found.explain(1)).toMatchObject({ customer: '-8', tier: 'A', rank: 1 })
    expect(classifyColumns({ value, customer: undefined }, { months: undefined }).explain(1).customer).toBe('1')
  })

  it('shows averages of one month as averages, and values without months as they are', () => {
    const { classifyColumns } = compileTiers(pareto)
    const columns = { value: { values: Float64Array.of(5, 7), digits: 0 } }
    expect(classifyColumns(columns, { months: 1 })).toMatchObject({ months: 1, total: '12', sum: '12' })
    for (const options of [undefined, {}, { months: undefined }]) {
      const found = classifyColumns(columns, options)
      expect(found).not.toHaveProperty('months')
      expect(found).not.toHaveProperty('sum')
    }
  })

  it('explains as before, whatever has become of the columns', () => {
    const values = Float64Array.of(5, 900, 7, 7)
    const customer = ['a', 'b', 'c', 'd']
    const found = compileTiers(pareto).classifyColumns({ value: { values, digits: 0 }, customer })
    const before = [0, 1, 2, 3].map(found.explain)
    found.rank.fill(0)
    for (const column of [values, found.rank, found.tier]) structuredClone(column, { transfer: [column.buffer as ArrayBuffer] })
    expect([0, 1, 2, 3].map(found.explain)).toEqual(before)
    customer[3] = 'e'
    expect(found.explain(3)).toEqual({ ...before[3], customer: 'e' })
    customer.length = 0
    expect(found.explain(3).customer).toBe('undefined')
  })

  it('ranks many as a comparison does', () => {
    const values = Float64Array.from({ length: 5000 }, (_, row) => Math.imul(row + 1, 2_654_435_761) % 1000)
    const sorted = [...values].sort((a, b) => b - a)
    const { rank, tier, tiers } = compileTiers(pareto).classifyColumns({ value: { values, digits: 0 } })
    expect([...rank]).toEqual(Array.from(values, (value) => sorted.indexOf(value) + 1))
    expect(tiers.map(({ count }) => count)).toEqual([0, 1, 2].map((one) => tier.filter((other) => other === one).length))
  })
})

describe('compileTiers: bad input', () => {
  const good = { value: { values: Float64Array.of(1, 2), digits: 0 } }
  const wrong = (columns: unknown, options?: unknown): unknown =>
    issuesOf(() => compileTiers(pareto).classifyColumns(columns as ValueColumns, options as never))

  it('refuses a scheme that is none', () => {
    for (const [value, code] of badRecords) expect(issuesOf(() => compileTiers(value as never))).toEqual([[code, ['scheme']]])
    const threshold: ThresholdScheme = {
      ...head,
      type: 'threshold',
      tiers: [
        { id: 'A', from: 'x' },
        { id: 'B', from: null },
      ],
    }
    expect(issuesOf(() => compileTiers(threshold))).toEqual([['not-a-decimal', ['scheme', 'tiers', 0, 'from']]])
  })

  it.each<[string, unknown, string]>([
    ['a fraction', 1.5, 'not-an-integer'],
    ['0', 0, 'too-small'],
    ['null', null, 'not-an-integer'],
    ['a text', '3', 'not-an-integer'],
  ])('refuses %s as months', (_, months, code) => {
    expect(wrong(good, { months })).toEqual([[code, ['options', 'months']]])
  })

  it('refuses options and columns that are none, all at once', () => {
    for (const [value, code] of badRecords) if (value !== undefined) expect(wrong(good, value)).toEqual([[code, ['options']]])
    for (const [value, code] of badRecords) expect(wrong(value)).toEqual([[code, ['columns']]])
    expect(wrong({ values: 1 }, { month: 3 })).toEqual([
      ['unknown-key', ['options', 'month']],
      ['unknown-key', ['columns', 'values']],
      ['missing', ['columns', 'value']],
    ])
  })

  it('names ten thousand bad cells of a column, and as many duplicates', () => {
    const values = new Float64Array(10_005).fill(0.5)
    const ids = new Int32Array(10_005)
    const codes = (wrong({ value: { values, digits: 0 }, customer: ids }) as [string][]).map(([code]) => code)
    expect([codes.length, codes[0], codes[9999], codes[10_000]]).toEqual([20_000, 'not-an-integer', 'not-an-integer', 'duplicate'])
  })

  it('names bad cells', () => {
    expect(wrong({ value: { values: Float64Array.of(1, Number.NaN, 2 ** 53), digits: 2 }, customer: ['b', '', 7] })).toEqual([
      ['not-an-integer', ['columns', 'value', 'values', 1]],
      ['beyond-column', ['columns', 'value', 'values', 2]],
      ['empty', ['columns', 'customer', 1]],
      ['wrong-type', ['columns', 'customer', 2]],
    ])
    expect(wrong({ value: { values: new Float64Array(3), digits: 0 }, customer: ['a', 7, 7] })).toEqual([
      ['wrong-type', ['columns', 'customer', 1]],
      ['wrong-type', ['columns', 'customer', 2]],
    ])
    expect(wrong({ ...good, customer: [7, 'a'] })).toEqual([['wrong-type', ['columns', 'customer']]])
    expect(wrong({ ...good, customer: ['a'] })).toEqual([['length-differs', ['columns', 'customer']]])
    expect(wrong({ ...good, customer: 'ab' })).toEqual([['wrong-type', ['columns', 'customer']]])
  })

  it('refuses a customer that stands twice', () => {
    expect(wrong({ ...good, customer: ['a', 'a'] })).toEqual([['duplicate', ['columns', 'customer', 1]]])
    expect(wrong({ ...good, customer: Int32Array.of(5, 5) })).toEqual([['duplicate', ['columns', 'customer', 1]]])
    expect(wrong({ value: { values: new Float64Array(4), digits: 0 }, customer: Int32Array.of(5, -1, 5, -1) })).toEqual([
      ['duplicate', ['columns', 'customer', 2]],
      ['duplicate', ['columns', 'customer', 3]],
    ])
    expect(wrong({ ...good, customer: Int32Array.of(5, -1) })).toBe('nothing was thrown')
    expect(wrong({ ...good, customer: [null, null] })).toEqual([
      ['wrong-type', ['columns', 'customer', 0]],
      ['wrong-type', ['columns', 'customer', 1]],
    ])
  })

  it.each([-1, 2, 0.5, Number.NaN, undefined])('explains no row %s', (row) => {
    expect(
      issuesOf(() =>
        compileTiers(pareto)
          .classifyColumns(good)
          .explain(row as number),
      ),
    ).toEqual([['out-of-range', ['row']]])
  })
})
