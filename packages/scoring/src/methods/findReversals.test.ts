import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decisionTables, methods, ranksOf, suppliers, tableOf } from '../../testing/tables.js'
import type { DecisionTable } from '../tables/types.js'
import { rankByPromethee } from './rankByPromethee.js'
import { rankByTopsis } from './rankByTopsis.js'
import { rankByVikor } from './rankByVikor.js'
import { rankByWeightedSum } from './rankByWeightedSum.js'
import type { MethodDiagnosis, MethodRanking } from './types.js'

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
    // Beyond the worst would be −2 for c1, and 0 for a cost of shares.
    const table = tableOf(
      [
        [1, 3],
        [4, 2],
        [3, 4],
        [4, 5],
      ],
      [1, 1],
    )
    for (const normalisation of ['sum', 'max'] as const) {
      for (const diagnosis of rankByTopsis(table, { normalisation }).diagnoses) {
        if (diagnosis.code === 'reversed-by-adding') expect(Math.min(...diagnosis.params.values)).toBeGreaterThanOrEqual(0)
      }
    }
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

  it('are not ruled out where a table is too large to try everything', () => {
    // Everybody has his place in every criterion, so nothing is found.
    const large = (rows: number): DecisionTable => ({
      ...tableOf([], [1, 1]),
      alternatives: Array.from({ length: rows }, (_, row) => `a${row}`),
      values: Array.from({ length: rows }, (_, row) => [row, row]),
    })
    const notRuledOut = [{ code: 'reversal-not-ruled-out', params: { tried: 1666, possible: 6004 } }]
    expect(rankByTopsis(large(3000)).diagnoses).toEqual(notRuledOut)
    expect(rankByPromethee(large(3000)).diagnoses).toEqual(notRuledOut)
    expect(rankByVikor(large(3000)).diagnoses).toEqual([])
    expect(rankByTopsis(large(100)).diagnoses).toEqual([])
  })
})
