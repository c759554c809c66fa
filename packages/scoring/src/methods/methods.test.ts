import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { decisionTables, methods, ranksOf, reorder, tableOf } from '../../testing/tables.js'
import type { DecisionTable } from '../tables/types.js'
import type { MethodDiagnosis, MethodRanking } from './types.js'

const named = fc.constantFrom(...Object.entries(methods))

/** A permutation of 0, 1, 2, … */
const shuffled = (length: number, seed: number): number[] => {
  const rest = Array.from({ length }, (_, index) => index)
  return Array.from({ length }, (_, index) => rest.splice((seed >>> index) % rest.length, 1)[0] as number)
}

/** A ranking with what follows the table's order of criteria in the order of `columns`. */
const inOrder = ({ ranked, diagnoses, ...rest }: MethodRanking, columns: readonly number[]): unknown => ({
  ...rest,
  ranked: ranked.map(({ contributions, ...row }) => ({ ...row, contributions: columns.map((column) => contributions[column]) })),
  diagnoses: diagnoses.map((diagnosis: MethodDiagnosis) =>
    diagnosis.code === 'reversed-by-adding'
      ? { ...diagnosis, params: { ...diagnosis.params, values: columns.map((column) => diagnosis.params.values[column]) } }
      : diagnosis,
  ),
})

describe('every method', () => {
  it('gives the same, to the last bit, for any order of alternatives and of criteria', () => {
    fc.assert(
      fc.property(decisionTables, named, fc.nat(), fc.nat(), (table, [, method], turn, spin) => {
        const rows = shuffled(table.alternatives.length, turn)
        const columns = shuffled(table.criteria.length, spin)
        expect(method(reorder(table, rows, columns))).toEqual(inOrder(method(table), columns))
      }),
      { numRuns: 600 },
    )
  })

  it('gives plain JSON, and leaves its input alone', () => {
    fc.assert(
      fc.property(decisionTables, named, (table, [, method]) => {
        const ranking = method(deepFreeze(structuredClone(table)))
        expect(JSON.parse(JSON.stringify(ranking))).toEqual(ranking)
        expect(JSON.stringify(ranking)).not.toMatch(/null/)
        const check = (value: unknown): void => {
          if (typeof value === 'number') expect(Number.isFinite(value) && !Object.is(value, -0)).toBe(true)
          else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) check(one)
        }
        check(ranking)
      }),
      { numRuns: 400 },
    )
  })

  it('ranks everybody once: 1, 2, 2, 4, the better score first, equal ones by id', () => {
    fc.assert(
      fc.property(decisionTables, named, (table, [, method]) => {
        const { method: name, ranked } = method(table)
        expect(ranked.map(({ alternative }) => alternative).sort()).toEqual([...table.alternatives].sort())
        ranked.forEach(({ rank, score, alternative }, index) => {
          const before = ranked[index - 1]
          expect(rank === index + 1 || rank === before?.rank).toBe(true)
          if (before === undefined) return
          if (rank === before.rank) expect(before.alternative < alternative).toBe(true)
          const ahead = name === 'vikor' ? score - before.score : before.score - score
          expect(ahead).toBeGreaterThanOrEqual(-1e-9 * Math.max(1, ...ranked.map((row) => Math.abs(row.score))))
        })
      }),
      { numRuns: 400 },
    )
  })

  it('puts nobody below one that is nowhere better', () => {
    fc.assert(
      fc.property(decisionTables, named, (table, [, method]) => {
        const ranks = ranksOf(method(table))
        const signs = table.criteria.map(({ direction }) => (direction === 'cost' ? -1 : 1))
        table.alternatives.forEach((better, one) => {
          table.alternatives.forEach((worse, other) => {
            const dominates = signs.every((sign, column) => sign * (Number(table.values[one]?.[column]) - Number(table.values[other]?.[column])) >= 0)
            const exact =
              table.values[one]?.every((value) => String(value).length < 16) && table.values[other]?.every((value) => String(value).length < 16)
            if (dominates && exact) expect(ranks.get(better)).toBeLessThanOrEqual(ranks.get(worse) as number)
          })
        })
      }),
      { numRuns: 600 },
    )
  })

  it('puts one that is better in something and nowhere worse strictly above, in realistic sizes', () => {
    const amounts = fc.array(fc.integer({ min: 100_000, max: 200_000 }), { minLength: 3, maxLength: 3 })
    const strict = named.filter(([name]) => !['vikor of R', 'promethee by thresholds'].includes(name))
    fc.assert(
      fc.property(
        fc.array(amounts, { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 0, max: 2 }),
        fc.integer({ min: 1, max: 100 }),
        strict,
        (rows, column, cents, [, method]) => {
          const [worse = []] = rows
          const better = worse.map((value, index) => (index === column ? value + cents / 100 : value))
          const ranks = ranksOf(method(tableOf([...rows, better], [0.5, 0.3, 0.2])))
          expect(ranks.get(String.fromCharCode(65 + rows.length))).toBeLessThan(ranks.get('A') as number)
        },
      ),
      { numRuns: 600 },
    )
  })

  it('ties all alternatives where all weights are 0', () => {
    fc.assert(
      fc.property(decisionTables, named, (table, [, method]) => {
        const weightless = { ...table, criteria: table.criteria.map((criterion) => ({ ...criterion, weight: 0 })) }
        for (const { rank } of method(weightless).ranked) expect(rank).toBe(1)
      }),
    )
  })

  it('has no answer for no alternatives but a diagnosis, and knows a criterion in which all are alike', () => {
    for (const method of Object.values(methods)) {
      expect(method(tableOf([], [1, 1]))).toMatchObject({ ranked: [], diagnoses: [{ code: 'no-alternatives', params: {} }] })
      const alike: DecisionTable = {
        ...tableOf(
          [
            [2, 1, 3],
            [2, 2, 3],
          ],
          [1, 1, 1],
        ),
        criteria: ['z', 'm', 'b'].map((id) => ({ id, weight: 1 })),
      }
      expect(method(alike).diagnoses.slice(0, 2)).toEqual([
        { code: 'constant-criterion', params: { criterion: 'b' } },
        { code: 'constant-criterion', params: { criterion: 'z' } },
      ])
      expect(method(tableOf([[2, 1]], [1, 1])).diagnoses.filter(({ code }) => code === 'constant-criterion')).toEqual([])
    }
  })

  it('refuses a table that is none', () => {
    for (const method of Object.values(methods)) {
      expect(issuesOf(() => method(undefined as never))).toEqual([['missing', ['table']]])
      expect(issuesOf(() => method({ alternatives: ['A', 'A'], criteria: [{ id: 'x' }], values: [[1], [Number.NaN]] } as never))).toEqual([
        ['duplicate', ['table', 'alternatives', 1]],
        ['missing', ['table', 'criteria', 0, 'weight']],
        ['not-a-decimal', ['table', 'values', 1, 0]],
      ])
    }
  })
})
