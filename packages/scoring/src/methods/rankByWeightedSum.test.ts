import { Decimal } from '@clientele/core/decimal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { decisionTables, scoresOf, suppliers, tableOf } from '../../testing/tables.js'
import { rankByWeightedSum } from './rankByWeightedSum.js'

const places = (...args: Parameters<typeof rankByWeightedSum>): unknown =>
  rankByWeightedSum(...args).ranked.map(({ rank, alternative, score }) => [rank, alternative, score])

describe('rankByWeightedSum', () => {
  it('vector 1 (scikit-criteria): 4, 11', () => {
    expect(
      rankByWeightedSum(
        tableOf(
          [
            [1, 0, 3],
            [0, 5, 6],
          ],
          [1, 1, 1],
        ),
      ),
    ).toEqual({
      method: 'weighted-sum',
      normalisation: 'none',
      ranked: [
        {
          rank: 1,
          alternative: 'B',
          score: 11,
          contributions: [
            { criterion: 'c1', value: 0, points: 0 },
            { criterion: 'c2', value: 5, points: 5 },
            { criterion: 'c3', value: 6, points: 6 },
          ],
        },
        {
          rank: 2,
          alternative: 'A',
          score: 4,
          contributions: [
            { criterion: 'c1', value: 1, points: 1 },
            { criterion: 'c2', value: 0, points: 0 },
            { criterion: 'c3', value: 3, points: 3 },
          ],
        },
      ],
      diagnoses: [],
    })
  })

  it('vector 3 (scikit-criteria): the order of vector 2 fully reverses', () => {
    const table = tableOf(
      [
        [25, 20, 15, 30],
        [10, 30, 20, 30],
        [30, 10, 30, 10],
      ],
      [0.2, 0.15, 0.4, 0.25],
    )
    const ranking = rankByWeightedSum(table, { normalisation: 'sum' })
    expect(ranking.ranked.map(({ alternative }) => alternative)).toEqual(['C', 'B', 'A'])
    expect(scoresOf(ranking).map((score) => score.toFixed(6))).toEqual(['0.326374', '0.335989', '0.337637'])
  })

  it('vector 13 (Belton & Gear 1983): a copy of B would let A overtake it', () => {
    const third = '0.333333333333333333'
    const ranking = rankByWeightedSum(
      tableOf(
        [
          [1, 9, 8],
          [9, 1, 9],
          [1, 1, 1],
        ],
        [third, third, third],
      ),
      { normalisation: 'sum' },
    )
    expect(scoresOf(ranking).map((score) => score.toFixed(3))).toEqual(['0.451', '0.470', '0.079'])
    expect(ranking.diagnoses).toEqual([{ code: 'reversed-by-adding', params: { values: [9, 1, 9], copyOf: 'B', higher: 'B', lower: 'A' } }])
    const four = rankByWeightedSum(
      tableOf(
        [
          [1, 9, 8],
          [9, 1, 9],
          [1, 1, 1],
          [9, 1, 9],
        ],
        [third, third, third],
      ),
      { normalisation: 'sum' },
    )
    expect(scoresOf(four).map((score) => score.toFixed(3))).toEqual(['0.365', '0.289', '0.057', '0.289'])
    expect(four.ranked.map(({ rank }) => rank)).toEqual([1, 2, 2, 4])
  })

  it('vector 14: a dominated (1, 1) would let B overtake A', () => {
    const ranking = rankByWeightedSum(
      tableOf(
        [
          [2, 3],
          [4, 2],
          [1, 2],
        ],
        [0.5, 0.5],
      ),
      { normalisation: 'min-max' },
    )
    expect(scoresOf(ranking).map((score) => score.toFixed(3))).toEqual(['0.667', '0.500', '0.000'])
    expect(ranking.diagnoses).toEqual([{ code: 'reversed-by-adding', params: { values: [1, 1], higher: 'A', lower: 'B' } }])
    const four = rankByWeightedSum(
      tableOf(
        [
          [2, 3],
          [4, 2],
          [1, 2],
          [1, 1],
        ],
        [0.5, 0.5],
      ),
      { normalisation: 'min-max' },
    )
    expect(scoresOf(four).map((score) => score.toFixed(3))).toEqual(['0.667', '0.750', '0.250', '0.000'])
  })

  it.each([
    ['none', [-57.55, -44.975, -64.2, -59.3, -49.65]],
    ['sum', [0.1591584081430692, 0.1872387078532551, 0.2178446313706086, 0.19585466883438185, 0.23990358379868523]],
    ['max', [0.30416666666666664, 0.43106060606060603, 0.5318181818181819, 0.4503787878787879, 0.553409090909091]],
    ['min-max', [0.2, 0.44285714285714284, 0.5785714285714286, 0.44821428571428573, 0.6375]],
    ['vector', [0.41077461318019975, 0.4864574954390846, 0.5504969368762338, 0.5020497397441301, 0.5598950530875062]],
  ] as const)('of the suppliers with costs, %s (recomputed in decimals)', (normalisation, scores) => {
    const ranking = rankByWeightedSum(suppliers, { normalisation })
    scoresOf(ranking).forEach((score, index) => expect(score).toBeCloseTo(scores[index] as number, 14))
    for (const { score, contributions } of ranking.ranked) {
      expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 12)
      expect(contributions.every((part) => 'normalised' in part === (normalisation !== 'none'))).toBe(true)
    }
  })

  it('ranks ties as 3, 1, 2, 4 would have it: equal ones share a rank, and none comes before its betters', () => {
    expect(places(tableOf([[2], [1], [1], [3]], [1]))).toEqual([
      [1, 'D', 3],
      [2, 'A', 2],
      [3, 'B', 1],
      [3, 'C', 1],
    ])
    expect(places(tableOf([[2], [3], [3], [1]], [1]))).toEqual([
      [1, 'B', 3],
      [1, 'C', 3],
      [3, 'A', 2],
      [4, 'D', 1],
    ])
  })

  it('adds up exactly: 0.1 + 0.2 ties with 0.3, and what a float64 cannot tell apart does not tie', () => {
    expect(
      places(
        tableOf(
          [
            [0.1, 0.2],
            [0.3, 0],
          ],
          [1, 1],
        ),
      ),
    ).toEqual([
      [1, 'A', 0.3],
      [1, 'B', 0.3],
    ])
    expect(
      places(
        tableOf(
          [
            [3, 1],
            [0, 2],
          ],
          [0.1, 0.3],
        ),
      ),
    ).toEqual([
      [1, 'A', 0.6],
      [1, 'B', 0.6],
    ])
    expect(places(tableOf([['0.1'], ['0.10000000000000000001']], [1]))).toEqual([
      [1, 'B', 0.1],
      [2, 'A', 0.1],
    ])
    expect(places(tableOf([[9007199254740993n.toString()], ['9007199254740992']], [1]))).toEqual([
      [1, 'A', 9007199254740992],
      [2, 'B', 9007199254740992],
    ])
    expect(
      places(
        tableOf(
          [
            [1e15, 0.1],
            [1e15, 0.2],
            [1e15, '0.10'],
          ],
          [10, 1],
        ),
      ),
    ).toEqual([
      [1, 'B', 1e16],
      [2, 'A', 1e16],
      [2, 'C', 1e16],
    ])
  })

  it('adds up exactly what has more decimal places than integers can count', () => {
    expect(
      places(
        tableOf(
          [
            [1e-9, 3e-9],
            [4e-9, 0],
          ],
          [1e-9, 1e-9],
        ),
      ),
    ).toEqual([
      [1, 'A', 4e-18],
      [1, 'B', 4e-18],
    ])
  })

  it('reads decimals however they are written', () => {
    const table = tableOf(
      [
        ['1E+2', '-0.5e-20'],
        [100, '-5e-21'],
        ['0e-999999999', '0e999999999'],
        ['-0', '1e-100'],
      ],
      ['1e0', '2.0'],
    )
    expect(places(table)).toEqual([
      [1, 'A', 100],
      [1, 'B', 100],
      [3, 'D', 2e-100],
      [4, 'C', 0],
    ])
  })

  it('is the nearest number to the exact sum, in the exact order', () => {
    fc.assert(
      fc.property(decisionTables, (table) => {
        const exact = new Map(
          table.values.map((row, index) => [
            table.alternatives[index],
            row.reduce<Decimal>((sum, value, column) => {
              const points = new Decimal(value).times(table.criteria[column]?.weight as number)
              return table.criteria[column]?.direction === 'cost' ? sum.minus(points) : sum.plus(points)
            }, new Decimal(0)),
          ]),
        )
        for (const { alternative, rank, score } of rankByWeightedSum(table).ranked) {
          const own = exact.get(alternative) as Decimal
          expect(score).toBe(own.toNumber() + 0)
          expect(rank).toBe([...exact.values()].filter((other) => other.gt(own)).length + 1)
        }
      }),
    )
  })

  it('tells apart what is small beside the greatest', () => {
    expect(
      rankByWeightedSum(tableOf([[1e13], [3], [5]], [1]), { normalisation: 'max' }).ranked.map(({ alternative, rank }) => [alternative, rank]),
    ).toEqual([
      ['A', 1],
      ['C', 2],
      ['B', 3],
    ])
  })

  it('calls a criterion constant only where all values are exactly the same', () => {
    expect(rankByWeightedSum(tableOf([['0.1'], ['0.10000000000000000001']], [1])).diagnoses).toEqual([])
    const constant = [{ code: 'constant-criterion', params: { criterion: 'c1' } }]
    expect(rankByWeightedSum(tableOf([['0.10000000000000000001'], ['1.0000000000000000001e-1']], [0])).diagnoses).toEqual(constant)
    expect(rankByWeightedSum(tableOf([['0.1'], [0.1]], [1])).diagnoses).toEqual(constant)
    expect(rankByWeightedSum(tableOf([['0.1'], [0.2]], [0])).diagnoses).toEqual([])
  })

  it('takes tables of any length and of any width', () => {
    const many = 150_000
    const tied = {
      ...tableOf([], [1]),
      alternatives: Array.from({ length: many }, (_, row) => `a${row}`),
      values: Array.from({ length: many }, () => [1]),
    }
    expect(rankByWeightedSum(tied).ranked).toHaveLength(many)
    for (const value of [1, '0.10000000000000000001']) {
      const wide = tableOf(
        [Array.from({ length: many }, () => value)],
        Array.from({ length: many }, () => 1),
      )
      expect(rankByWeightedSum(wide).ranked[0]?.score).toBe(Number(value) * many)
    }
  })

  it('says what no criterion tells apart, and gives it nothing under min-max', () => {
    const ranking = rankByWeightedSum(
      tableOf(
        [
          [2, 5],
          [2, 4],
        ],
        [1, 1],
        [0],
      ),
      { normalisation: 'min-max' },
    )
    expect(ranking.diagnoses).toEqual([{ code: 'constant-criterion', params: { criterion: 'c1' } }])
    expect(ranking.ranked.map(({ score, contributions }) => [score, contributions[0]])).toEqual([
      [1, { criterion: 'c1', value: 2, normalised: 0, points: 0 }],
      [0, { criterion: 'c1', value: 2, normalised: 0, points: 0 }],
    ])
    for (const normalisation of ['sum', 'max', 'vector'] as const) {
      expect(
        scoresOf(
          rankByWeightedSum(
            tableOf(
              [
                [0, 1],
                [0, 1],
              ],
              [7, 0],
            ),
            { normalisation },
          ),
        ),
      ).toEqual([0, 0])
    }
    expect(scoresOf(rankByWeightedSum(tableOf([[0], [0]], [7], [0]), { normalisation: 'max' }))).toEqual([0, 0])
    expect(scoresOf(rankByWeightedSum(tableOf([[0], [0]], [7], [0]), { normalisation: 'vector' }))).toEqual([0, 0])
  })

  it('takes negative values where they mean something', () => {
    expect(places(tableOf([[-3], [1]], [2]))).toEqual([
      [1, 'B', 2],
      [2, 'A', -6],
    ])
    expect(places(tableOf([[-3], [4]], [2]), { normalisation: 'vector' })).toEqual([
      [1, 'B', 1.6],
      [2, 'A', -1.2],
    ])
    expect(places(tableOf([[-3], [1]], [2], [0]), { normalisation: 'min-max' })).toEqual([
      [1, 'A', 2],
      [2, 'B', 0],
    ])
  })

  it('names each value that a normalisation cannot take', () => {
    const table = tableOf(
      [
        [-1, -1],
        [0, 0],
      ],
      [1, 1],
      [1],
    )
    expect(issuesOf(() => rankByWeightedSum(table, { normalisation: 'sum' }))).toEqual([
      ['too-small', ['table', 'values', 0, 0]],
      ['not-above', ['table', 'values', 0, 1]],
      ['not-above', ['table', 'values', 1, 1]],
    ])
    expect(issuesOf(() => rankByWeightedSum(table, { normalisation: 'max' }))).toEqual([
      ['too-small', ['table', 'values', 0, 0]],
      ['too-small', ['table', 'values', 0, 1]],
    ])
  })

  it('refuses wrong options and tables together', () => {
    const table = tableOf([[1]], ['x'])
    expect(issuesOf(() => rankByWeightedSum(table, { normalisation: 'best', v: 1 } as never))).toEqual([
      ['not-a-decimal', ['table', 'criteria', 0, 'weight']],
      ['unknown-key', ['options', 'v']],
      ['not-allowed', ['options', 'normalisation']],
    ])
    expect(issuesOf(() => rankByWeightedSum(tableOf([[1]], [1]), null as never))).toEqual([['wrong-type', ['options']]])
    expect(issuesOf(() => rankByWeightedSum(tableOf([[1]], [1]), { normalisation: null } as never))).toEqual([
      ['not-allowed', ['options', 'normalisation']],
    ])
    expect(places(tableOf([[1]], [1]), { normalisation: undefined })).toEqual([[1, 'A', 1]])
  })
})
