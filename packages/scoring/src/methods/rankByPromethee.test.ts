import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { suppliers, tableOf } from '../../testing/tables.js'
import type { DecisionTable, PreferenceFunction } from '../tables/types.js'
import { rankByPromethee } from './rankByPromethee.js'

const flows = (...args: Parameters<typeof rankByPromethee>): unknown =>
  rankByPromethee(...args).ranked.map(({ rank, alternative, positive, negative, net }) => [rank, alternative, positive, negative, net])

/** How far the first is preferred to the second, which is smaller by `difference`. */
const preferred = (difference: number | string, preference: PreferenceFunction): number | undefined =>
  rankByPromethee(tableOf([[difference], [0]], [1]), { preference }).ranked[0]?.positive

describe('rankByPromethee', () => {
  it('vector 7 (pymcdm): φ⁺ .55 .35 .60; φ⁻ .45 .65 .40; φ .1 −.3 .2', () => {
    const table = tableOf(
      [
        [4, 3, 2],
        [3, 2, 4],
        [5, 1, 3],
      ],
      [0.5, 0.3, 0.2],
    )
    expect(flows(table)).toEqual([
      [1, 'C', 0.6, 0.4, 0.2],
      [2, 'A', 0.55, 0.45, 0.1],
      [3, 'B', 0.35, 0.65, -0.3],
    ])
    const [first] = rankByPromethee(table).ranked
    expect(first?.score).toBe(0.2)
    expect(first?.contributions).toEqual([
      { criterion: 'c1', value: 5, positive: 0.5, negative: 0, net: 0.5 },
      { criterion: 'c2', value: 1, positive: 0, negative: 0.3, net: -0.3 },
      { criterion: 'c3', value: 3, positive: 0.1, negative: 0.1, net: 0 },
    ])
  })

  it.each([
    [{ type: 'usual' }, [0.2, 0.475, 0.4875, 0.3625, 0.6], [0.65, 0.3375, 0.4, 0.525, 0.2125]],
    [{ type: 'u-shape', indifference: 2 }, [0.2, 0.325, 0.3375, 0.2875, 0.45], [0.5, 0.2625, 0.25, 0.375, 0.2125]],
    [{ type: 'v-shape', preference: 4 }, [0.2, 0.3296875, 0.375, 0.30625, 0.4734375], [0.5046875, 0.2859375, 0.3015625, 0.3796875, 0.2125]],
    [{ type: 'level', indifference: 1, preference: 4 }, [0.1625, 0.325, 0.35625, 0.2875, 0.43125], [0.425, 0.28125, 0.2875, 0.35625, 0.2125]],
    [{ type: 'linear', indifference: 1, preference: 4 }, [0.2, 0.2875, 0.35, 0.2875, 0.43125], [0.45625, 0.26875, 0.275, 0.34375, 0.2125]],
    [
      { type: 'gaussian', spread: 3 },
      [0.16916657821196088, 0.27693038558519645, 0.32978792528436773, 0.2915528900188595, 0.3626476275605401],
      [0.3874441090769037, 0.251176624991815, 0.26725220219551354, 0.3117125702721145, 0.2124999001245779],
    ],
  ] as const)('of the suppliers with costs, %j (recomputed in decimals)', (preference, positive, negative) => {
    const ranking = rankByPromethee(suppliers, { preference })
    for (const row of ranking.ranked) {
      const index = suppliers.alternatives.indexOf(row.alternative)
      expect(row.positive).toBeCloseTo(positive[index] as number, 14)
      expect(row.negative).toBeCloseTo(negative[index] as number, 14)
      expect(row.net).toBeCloseTo((positive[index] as number) - (negative[index] as number), 14)
      for (const kind of ['positive', 'negative', 'net'] as const) {
        expect(row.contributions.reduce((sum, part) => sum + part[kind], 0)).toBeCloseTo(row[kind], 14)
      }
    }
    expect(ranking.ranked.reduce((sum, { net }) => sum + net, 0)).toBeCloseTo(0, 14)
    const own = { ...suppliers, criteria: suppliers.criteria.map((criterion) => ({ ...criterion, preference })) }
    expect(rankByPromethee(own)).toEqual(ranking)
    expect(rankByPromethee(own, { preference: { type: 'u-shape', indifference: 1000 } })).toEqual(ranking)
  })

  it('follows the six preference functions at their thresholds (Brans & Vincke 1985)', () => {
    expect([0.001, 5].map((difference) => preferred(difference, { type: 'usual' }))).toEqual([1, 1])
    expect([2, 2.001].map((difference) => preferred(difference, { type: 'u-shape', indifference: 2 }))).toEqual([0, 1])
    expect([1, 2, 3].map((difference) => preferred(difference, { type: 'v-shape', preference: 2 }))).toEqual([0.5, 1, 1])
    expect([1, 1.001, 3, 3.001].map((difference) => preferred(difference, { type: 'level', indifference: 1, preference: 3 }))).toEqual([
      0, 0.5, 0.5, 1,
    ])
    expect([1, 2, 3, 4].map((difference) => preferred(difference, { type: 'linear', indifference: 1, preference: 3 }))).toEqual([0, 0.5, 1, 1])
    expect(preferred(3, { type: 'gaussian', spread: 3 })).toBeCloseTo(1 - Math.exp(-0.5), 15)
    expect(preferred('1e-9', { type: 'gaussian', spread: 1 })).toBeCloseTo(5e-19, 30)
    expect(preferred(5, { type: 'linear', indifference: 1, preference: '1.0000000000000000000001' })).toBe(1)
  })

  it('compares differences with thresholds exactly: 0.8 − 0.6 is not above 0.2', () => {
    const two = (preference: PreferenceFunction): unknown => rankByPromethee(tableOf([[0.8], [0.6]], [1]), { preference }).ranked[0]?.net
    expect(0.8 - 0.6).toBeGreaterThan(0.2)
    expect(two({ type: 'u-shape', indifference: 0.2 })).toBe(0)
    expect(two({ type: 'level', indifference: '0.2', preference: 0.3 })).toBe(0)
    expect(two({ type: 'v-shape', preference: '0.4' })).toBe(0.5)
    expect(
      rankByPromethee(tableOf([[0.8], [0.6]], [1]), { preference: { type: 'u-shape', indifference: '0.1999999999999999' } }).ranked[0]?.net,
    ).toBe(1)
  })

  it('compares exactly where a cell or a threshold has more digits than units can count', () => {
    const scoresOf = (values: readonly (string | number)[], preference: PreferenceFunction): number[] => {
      const { ranked } = rankByPromethee(
        tableOf(
          values.map((value) => [value]),
          [1],
        ),
        { preference },
      )
      return ranked.map(({ score }) => score)
    }
    expect(scoresOf([0.8, 0.6, 1 / 3], { type: 'u-shape', indifference: 0.2 })).toEqual([0.5, 0.5, -1])
    expect(scoresOf([0.8, 0.6], { type: 'level', indifference: 0.2, preference: 1 / 3 })).toEqual([0, 0])
    expect(scoresOf([0.8, 0.6, 0.5, -1 / 3], { type: 'linear', indifference: 0.2, preference: '0.3' })).toEqual([2 / 3, 1 / 3, 0, -1])
    expect(scoresOf([0.8, 0.6, -1 / 3], { type: 'level', indifference: 0.1, preference: 0.2 })).toEqual([0.75, 0.25, -1])
    expect(scoresOf([0.3, 0.1, -1 / 3], { type: 'u-shape', indifference: 0.2 })).toEqual([0.5, 0.5, -1])
    // Values that differ, however little, are not equal.
    expect(scoresOf([1, 1 + Number.EPSILON], { type: 'u-shape', indifference: 0 })).toEqual([1, -1])
  })

  it('gives one cell of many digits no say in how the others compare (recomputed in decimals)', () => {
    const tenths = fc.integer({ min: -30, max: 30 }).map((units) => units / 10)
    const preferences = fc.constantFrom<PreferenceFunction>(
      { type: 'u-shape', indifference: 0.2 },
      { type: 'level', indifference: 0.2, preference: 0.7 },
      { type: 'linear', indifference: 0.3, preference: 1.1 },
    )
    fc.assert(
      fc.property(fc.array(tenths, { minLength: 1, maxLength: 6 }), preferences, fc.boolean(), (values, preference, cost) => {
        const table = (last: number): DecisionTable =>
          tableOf(
            [...values, last].map((value) => [value]),
            [1],
            cost ? [0] : [],
          )
        const [short, long] = [100, 100 + 1 / 3].map((last) => rankByPromethee(table(last), { preference }).ranked)
        long?.forEach((row, index) => {
          expect(row.alternative).toBe(short?.[index]?.alternative)
          expect(row.score).toBeCloseTo(short?.[index]?.score as number, 14)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('gives those a rank whose flows differ by less than 1e-14 of the sum of weights', () => {
    const table = (difference: number): DecisionTable => tableOf([[1, 0], [0, 1], ...Array.from({ length: 20 }, () => [0, 0])], [1, 1 + difference])
    expect(
      rankByPromethee(table(9e-15))
        .ranked.map(({ rank }) => rank)
        .slice(0, 3),
    ).toEqual([1, 1, 3])
    expect(
      rankByPromethee(table(9e-14))
        .ranked.map(({ rank }) => rank)
        .slice(0, 3),
    ).toEqual([1, 2, 3])
  })

  it('uses weights as given, and ties what exact arithmetic ties', () => {
    expect(
      flows(
        tableOf(
          [
            [1, 1, 0],
            [0, 0, 1],
          ],
          [0.1, 0.2, 0.3],
        ),
      ),
    ).toEqual([
      [1, 'A', 0.3, 0.3, 0],
      [1, 'B', 0.3, 0.3, 0],
    ])
    expect(flows(tableOf([[2], [1]], [20]))).toEqual([
      [1, 'A', 20, 0, 20],
      [2, 'B', 0, 20, -20],
    ])
    expect(flows(tableOf([[2], [1]], [0]))).toEqual([
      [1, 'A', 0, 0, 0],
      [1, 'B', 0, 0, 0],
    ])
  })

  it('has answers for one alternative and for none', () => {
    expect(flows(tableOf([[2, 3]], [1, 1]))).toEqual([[1, 'A', 0, 0, 0]])
    expect(rankByPromethee(tableOf([], [1]))).toEqual({ method: 'promethee', ranked: [], diagnoses: [{ code: 'no-alternatives', params: {} }] })
  })

  it.each([
    [{ preference: 'linear' }, [['not-allowed', ['options', 'preference']]]],
    [{ preference: null }, [['wrong-type', ['options', 'preference']]]],
    [{ preference: { type: 'linear', indifference: 2, preference: 2 } }, [['not-above', ['options', 'preference', 'preference']]]],
    [{ preference: { type: 'gaussian' } }, [['missing', ['options', 'preference', 'spread']]]],
    [{ normalisation: 'sum' }, [['unknown-key', ['options', 'normalisation']]]],
  ])('refuses %j', (options, issues) => {
    expect(issuesOf(() => rankByPromethee(tableOf([[1]], [1]), options as never))).toEqual(issues)
  })

  it('takes a preference left open, and the usual one as a document', () => {
    const table = tableOf([[2], [1]], [1])
    expect(rankByPromethee(table, { preference: undefined })).toEqual(rankByPromethee(table, { preference: { type: 'usual' } }))
    expect(rankByPromethee(table, { preference: 'usual' })).toEqual(rankByPromethee(table))
  })
})
