import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { unweightedTable } from '../../testing/unweightedTable.js'
import { criticWeights, entropyWeights, giniWeights, standardDeviationWeights } from '../index.js'
import type { UnweightedTable } from '../tables/types.js'

const methods = [
  ['entropyWeights', entropyWeights],
  ['giniWeights', giniWeights],
  ['standardDeviationWeights', standardDeviationWeights],
  ['criticWeights by pearson', (table: UnweightedTable) => criticWeights(table)],
  ['criticWeights by spearman', (table: UnweightedTable) => criticWeights(table, { correlation: 'spearman' })],
] as const

const cells = fc.oneof(
  fc.nat(4),
  fc.nat(10_000).map((cents) => cents / 100),
  fc.nat(10_000).map((thousandths) => String(thousandths / 1000)),
  fc.double({ min: 1e-100, max: 1e100, noNaN: true }),
)
const tables: fc.Arbitrary<UnweightedTable> = fc
  .record({
    ids: fc.uniqueArray(fc.oneof(fc.string({ minLength: 1, maxLength: 3 }), fc.constantFrom('__proto__', 'constructor')), {
      minLength: 1,
      maxLength: 5,
    }),
    directions: fc.array(fc.constantFrom('benefit' as const, 'cost' as const), { minLength: 5, maxLength: 5 }),
    same: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    rows: fc.array(fc.array(cells, { minLength: 5, maxLength: 5 }), { maxLength: 8 }),
  })
  .map(({ ids, directions, same, rows }) => ({
    alternatives: rows.map((_, index) => `a${index}`),
    criteria: ids.map((id, index) => ({ id, direction: directions[index] as 'benefit' | 'cost' })),
    values: rows.map((row) => ids.map((_, index) => ((same[index] as boolean) ? (rows[0] as typeof row)[index] : row[index]) as string | number)),
  }))

const freeze = (value: unknown): void => {
  if (typeof value !== 'object' || value === null) return
  Object.freeze(value)
  Object.values(value).forEach(freeze)
}

describe.each(methods)('%s', (name, weigh) => {
  it('gives weights of 0 or more that add up to 1, in the order of the criteria, as plain JSON, and leaves the table alone', () => {
    fc.assert(
      fc.property(tables, (table) => {
        freeze(table)
        const found = weigh(table)
        expect(found.weights.reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 12)
        for (const weight of found.weights) expect(weight).toBeGreaterThanOrEqual(0)
        expect(found.criteria.map(({ criterion, weight }) => [criterion, weight])).toEqual(
          table.criteria.map(({ id }, index) => [id, found.weights[index]]),
        )
        expect(JSON.parse(JSON.stringify(found))).toEqual(found)
      }),
    )
  })

  it('gives constant criteria exactly 0 and says so, or all the same weight where nothing differs', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { weights, diagnoses } = weigh(table)
        const constant = table.criteria.map((_, index) => new Set(table.values.map((row) => Number(row[index]))).size <= 1)
        if (constant.every(Boolean)) {
          expect(diagnoses).toEqual([{ code: 'nothing-differs', params: {} }])
          expect(weights).toEqual(weights.map(() => 1 / weights.length))
          return
        }
        const ids = table.criteria.filter((_, index) => constant[index]).map(({ id }) => id)
        expect(diagnoses.flatMap(({ code, params }) => (code === 'constant-criterion' ? [params.criterion] : []))).toEqual(ids)
        weights.forEach((weight, index) => {
          if (constant[index]) expect(weight).toBe(0)
        })
      }),
    )
  })

  it('does not change a bit when the alternatives are taken in another order', () => {
    fc.assert(
      fc.property(tables, fc.nat(), (table, turn) => {
        const order = table.values.map((_, index) => (index + turn) % table.values.length).reverse()
        const turned = { ...table, values: order.map((index) => table.values[index] as readonly number[]) }
        expect(weigh(turned)).toEqual(weigh(table))
      }),
    )
  })

  it('gives every criterion the same, to the last bit, when the criteria are taken in another order', () => {
    fc.assert(
      fc.property(tables, fc.nat(), (table, turn) => {
        const order = table.criteria.map((_, index) => (index + turn) % table.criteria.length).reverse()
        const pick = <Value>(list: readonly Value[]): Value[] => order.map((index) => list[index] as Value)
        const found = weigh(table)
        const turned = weigh({ ...table, criteria: pick(table.criteria), values: table.values.map(pick) })
        expect(turned.weights).toEqual(pick(found.weights))
        expect(turned.criteria).toEqual(pick<unknown>(found.criteria))
      }),
    )
  })

  if (name !== 'standardDeviationWeights') {
    it('takes no notice of the criteria’s units', () => {
      const rows = [
        [1, 20, 0.3],
        [2, 20, 0.7],
        [4, 35, 0.1],
        [4, 5, 0.4],
      ]
      const scaled = rows.map(([a, b, c]) => [(a as number) / 1000, (b as number) * 1e7, `${c}e-9`])
      expect(weigh(unweightedTable(scaled)).weights).toEqual(weigh(unweightedTable(rows)).weights)
    })
  }

  it.each([
    ['one alternative', [[5, 0]]],
    ['equal alternatives', Array(3).fill(['0.1', 0.1])],
    ['all of nothing', Array(2).fill([0, 0])],
  ])('knows nothing of %s', (_, rows) => {
    const { weights, diagnoses } = weigh(unweightedTable(rows))
    expect(weights).toEqual([0.5, 0.5])
    expect(diagnoses).toEqual([{ code: 'nothing-differs', params: {} }])
  })

  it('knows nothing of no alternatives', () => {
    const found = weigh({ alternatives: [], criteria: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], values: [] })
    expect(found.weights).toEqual([1 / 3, 1 / 3, 1 / 3])
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
  })

  it('takes no notice of weights that the criteria have', () => {
    const table = unweightedTable([
      [1, 2],
      [3, 3],
      [2, 9],
    ])
    expect(weigh({ ...table, criteria: table.criteria.map((criterion) => ({ ...criterion, weight: 7 })) })).toEqual(weigh(table))
  })

  it('refuses a table that is none', () => {
    expect(issuesOf(() => weigh(undefined as never))).toEqual([['missing', ['table']]])
    const table = { alternatives: ['a', 'a'], criteria: [{ id: 'x' }], values: [[1, 2], ['y']], name: 'z' }
    expect(issuesOf(() => weigh(table as never))).toEqual([
      ['unknown-key', ['table', 'name']],
      ['duplicate', ['table', 'alternatives', 1]],
      ['wrong-length', ['table', 'values', 0]],
      ['not-a-decimal', ['table', 'values', 1, 0]],
    ])
  })
})
