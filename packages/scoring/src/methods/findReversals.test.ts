import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decisionTables, methods, ranksOf, suppliers, tableOf } from '../../testing/tables.js'
import type { DecisionTable } from '../tables/types.js'
import { rankByPromethee } from './rankByPromethee.js'
import { rankByTopsis } from './rankByTopsis.js'
import { rankByVikor } from './rankByVikor.js'
import { rankByWeightedSum } from './rankByWeightedSum.js'
import type { MethodDiagnosis, MethodRanking } from './types.js'

const named = fc.constantFrom(...Object.entries(methods))

type Method = (table: DecisionTable) => MethodRanking

const without = (table: DecisionTable, id: string): DecisionTable => ({
  ...table,
  alternatives: table.alternatives.filter((one) => one !== id),
  values: table.values.filter((_, index) => table.alternatives[index] !== id),
})

const joined = (table: DecisionTable, values: readonly (string | number)[]): DecisionTable => ({
  ...table,
  alternatives: [...table.alternatives, 'newcomer'],
  values: [...table.values, values],
})

/** Whether two alternatives of both rankings stand in the opposite order. */
const reverses = (before: MethodRanking, after: MethodRanking): boolean => {
  const ranks = ranksOf(after)
  const both = before.ranked.filter(({ alternative }) => ranks.has(alternative))
  const rankOf = (alternative: string): number => ranks.get(alternative) as number
  return both.some((one) => both.some((other) => one.rank < other.rank && rankOf(one.alternative) > rankOf(other.alternative)))
}

const reversals = ({ diagnoses }: MethodRanking): MethodDiagnosis[] => diagnoses.filter(({ code }) => code.startsWith('reversed'))

/** Checks that what is said of a reversal happens. */
const expectReversal = (method: Method, table: DecisionTable, diagnosis: MethodDiagnosis): void => {
  if (diagnosis.code !== 'reversed-by-adding' && diagnosis.code !== 'reversed-by-removing') return
  const { higher, lower } = diagnosis.params
  const [now, after] = [
    ranksOf(method(table)),
    ranksOf(method('values' in diagnosis.params ? joined(table, diagnosis.params.values) : without(table, diagnosis.params.alternative))),
  ]
  expect(now.get(higher)).toBeLessThan(now.get(lower) as number)
  expect(after.get(higher)).toBeGreaterThan(after.get(lower) as number)
}

describe('reversals of ranks', () => {
  it('are told with the first alternative in the order of the ranking, and the first pair', () => {
    expect(
      rankByVikor(
        tableOf(
          [
            [5, 8, 4],
            [7, 6, 8],
            [8, 8, 6],
            [7, 4, 6],
          ],
          [0.3, 0.4, 0.3],
        ),
      ).diagnoses,
    ).toEqual([
      { code: 'reversed-by-removing', params: { alternative: 'D', higher: 'B', lower: 'A' } },
      { code: 'reversed-by-adding', params: { values: [5, 0, 4], higher: 'C', lower: 'B' } },
    ])
    expect(
      rankByPromethee(
        tableOf(
          [
            [4, 3, 2],
            [3, 2, 4],
            [5, 1, 3],
          ],
          [0.5, 0.3, 0.2],
        ),
      ).diagnoses,
    ).toEqual([{ code: 'reversed-by-adding', params: { values: [3, 2, 4], copyOf: 'B', higher: 'C', lower: 'A' } }])
  })

  it('need two alternatives to stay: of two, none is removed', () => {
    expect(
      rankByWeightedSum(
        tableOf(
          [
            [1, 5],
            [3, 4],
          ],
          [1, 1],
        ),
        { normalisation: 'sum' },
      ).diagnoses,
    ).toEqual([])
    expect(rankByTopsis(tableOf([[1], [2]], [1])).diagnoses).toEqual([])
  })

  it('do not happen to sums of values as they are, nor to products', () => {
    for (const name of ['sum', 'product', 'product of shares', 'product by max', 'product by vector']) {
      expect(methods[name]?.(suppliers).diagnoses).toEqual([])
    }
  })

  it('happen as they are told, by every method', () => {
    const told = new Map<string, number>()
    fc.assert(
      fc.property(decisionTables, fc.constantFrom(...Object.entries(methods)), (table, [name, method]) => {
        for (const diagnosis of reversals(method(table))) {
          expectReversal(method, table, diagnosis)
          told.set(name, (told.get(name) ?? 0) + 1)
        }
      }),
      { numRuns: 1000, seed: 1 },
    )
    const never = Object.keys(methods).filter((name) => !told.has(name))
    expect(never).toEqual(['sum', 'product', 'product of shares', 'product by max', 'product by vector'])
  })

  it('are found wherever taking one away, or a copy of one, makes them', () => {
    fc.assert(
      fc.property(decisionTables, fc.constantFrom(...Object.entries(methods)), (table, [, method]) => {
        const ranking = method(table)
        const codes = ranking.diagnoses.map(({ code }) => code)
        const removing = table.alternatives.some((id) => reverses(ranking, method(without(table, id))))
        expect(codes.includes('reversed-by-removing')).toBe(removing)
        const copying = table.values.some((row) => reverses(ranking, method(joined(table, row))))
        if (copying) expect(codes).toContain('reversed-by-adding')
      }),
      { numRuns: 400, seed: 2 },
    )
  })

  it('are not tried with values that the method cannot take', () => {
    const told: number[] = []
    const tables = fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 2 }), { minLength: 3, maxLength: 5 })
    fc.assert(
      fc.property(tables, fc.subarray([0, 1]), named, (values, costs, [, method]) => {
        const table = tableOf(values, [1, 2], costs)
        for (const diagnosis of method(table).diagnoses) {
          if (diagnosis.code !== 'reversed-by-adding' || diagnosis.params.copyOf !== undefined) continue
          told.push(...diagnosis.params.values)
          expectReversal(method, table, diagnosis)
        }
      }),
      { numRuns: 600, seed: 3 },
    )
    // None is below 0, for no value is; some are 0, and where 0 is not allowed, half the least.
    expect(Math.min(...told)).toBe(0)
    expect(told).toContain(0.5)
    expect(() =>
      rankByTopsis(
        tableOf(
          [
            [1e100, 2],
            [-1e100, 3],
            [0, 1],
          ],
          [1, 1],
        ),
        { normalisation: 'min-max' },
      ),
    ).not.toThrow()
  })

  it('of one kind are told, and that those of the other are not ruled out', () => {
    const few = [
      [2, 9],
      [2, 3],
      [4, 7],
      [7, 6],
    ]
    const rows = [...few, ...Array.from({ length: 1700 }, () => [1, 1])]
    const table = { ...tableOf(rows, [0.5, 0.5]), alternatives: rows.map((_, row) => `a${row}`) }
    expect(rankByWeightedSum(table, { normalisation: 'vector' }).diagnoses).toEqual([
      { code: 'reversal-not-ruled-out', params: { change: 'removing', tried: 1467, possible: 1704 } },
      { code: 'reversed-by-adding', params: { values: [13, 1], higher: 'a2', lower: 'a0' } },
    ])
  })

  it('are found by VIKOR wherever taking one away makes them, though it has the least or the greatest of S or R alone', () => {
    const rows = fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 6 })
    fc.assert(
      fc.property(rows, (values) => {
        const table = tableOf(values, [0.2, 0.3, 0.5])
        const ranking = rankByVikor(table)
        const removing = table.alternatives.some((id) => reverses(ranking, rankByVikor(without(table, id))))
        expect(ranking.diagnoses.some(({ code }) => code === 'reversed-by-removing')).toBe(removing)
      }),
      { numRuns: 1500, seed: 4 },
    )
  })

  it('are the same at the ends of the range of numbers, and no newcomer is beyond them', () => {
    const rows = fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 2 }), { minLength: 3, maxLength: 5 })
    const scaled = (values: readonly (readonly number[])[], exponent: string): DecisionTable =>
      tableOf(
        values.map((row) => row.map((value) => `${value}${exponent}`)),
        [`1${exponent}`, `2${exponent}`],
      )
    let told = 0
    fc.assert(
      fc.property(rows, (values) => {
        const codes = (exponent: string): string[] =>
          rankByTopsis(scaled(values, exponent), { normalisation: 'none' }).diagnoses.map(({ code }) => code)
        expect(codes('e-99')).toEqual(codes(''))
        for (const method of [rankByTopsis, rankByVikor, rankByPromethee]) {
          for (const { params } of method(scaled(values, 'e99')).diagnoses) {
            if ('values' in params) {
              told++
              expect(Math.max(...params.values)).toBeLessThanOrEqual(1e100)
            }
          }
        }
      }),
      { numRuns: 300, seed: 5 },
    )
    expect(told).toBeGreaterThan(100)
  })

  it('have nothing to do with a criterion that does not count', () => {
    const table = tableOf(
      [
        [2, 3, 1],
        [4, 2, 5],
        [1, 2, 9],
      ],
      [0.5, 0.5, 0],
    )
    expect(rankByWeightedSum(table, { normalisation: 'min-max' }).diagnoses).toEqual([
      { code: 'reversed-by-adding', params: { values: [1, 1, 1], higher: 'A', lower: 'B' } },
    ])
    const large = (weights: readonly number[]): DecisionTable => ({
      ...tableOf([], weights),
      alternatives: Array.from({ length: 1000 }, (_, row) => `a${row}`),
      values: Array.from({ length: 1000 }, (_, row) => [row, row]),
    })
    const possible = (weights: readonly number[]): unknown =>
      rankByTopsis({ ...large(weights), values: large(weights).values.map((row) => [...row, ...row, ...row].slice(0, weights.length)) }).diagnoses.at(
        -1,
      )
    expect(possible([1, 0, 1, 0, 1, 0])).toMatchObject({ params: { change: 'adding', possible: 1006 } })
  })

  it('are not ruled out where a table is too large to try everything', () => {
    // Everybody has his place in every criterion, so nothing is found.
    const large = (rows: number): DecisionTable => ({
      ...tableOf([], [1, 1]),
      alternatives: Array.from({ length: rows }, (_, row) => `a${row}`),
      values: Array.from({ length: rows }, (_, row) => [row, row]),
    })
    const notRuledOut = [
      { code: 'reversal-not-ruled-out', params: { change: 'removing', tried: 833, possible: 3000 } },
      { code: 'reversal-not-ruled-out', params: { change: 'adding', tried: 833, possible: 3004 } },
    ]
    expect(rankByTopsis(large(3000)).diagnoses).toEqual(notRuledOut)
    expect(rankByPromethee(large(3000)).diagnoses).toEqual(notRuledOut)
    expect(rankByVikor(large(3000)).diagnoses).toEqual([])
    expect(rankByTopsis(large(100)).diagnoses).toEqual([])
  })
})
