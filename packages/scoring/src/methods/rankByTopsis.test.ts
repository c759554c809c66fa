import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { scoresOf, suppliers, tableOf } from '../../testing/tables.js'
import { rankByTopsis } from './rankByTopsis.js'

const places = (...args: Parameters<typeof rankByTopsis>): unknown =>
  rankByTopsis(...args).ranked.map(({ rank, alternative, score }) => [rank, alternative, score])

describe('rankByTopsis', () => {
  // The book rounds on the way and prints .65809; exactly it is .6580847719….
  it('vector 4 (Tzeng & Huang 2011): .50372 .65808 .74825 .33400', () => {
    const ranking = rankByTopsis(
      tableOf(
        [
          [5, 8, 4],
          [7, 6, 8],
          [8, 8, 6],
          [7, 4, 6],
        ],
        [0.3, 0.4, 0.3],
      ),
    )
    expect(ranking.normalisation).toBe('vector')
    expect(scoresOf(ranking).map((score) => score.toFixed(5))).toEqual(['0.50372', '0.65808', '0.74825', '0.33400'])
    expect(ranking.ranked.map(({ rank, alternative }) => [rank, alternative])).toEqual([
      [1, 'C'],
      [2, 'B'],
      [3, 'A'],
      [4, 'D'],
    ])
  })

  it('vector 5 (scikit-criteria), not normalised: .146392 .853608', () => {
    const ranking = rankByTopsis(
      tableOf(
        [
          [1, 0, 3],
          [0, 5, 6],
        ],
        [1, 1, 1],
      ),
      { normalisation: 'none' },
    )
    expect(scoresOf(ranking).map((score) => score.toFixed(6))).toEqual(['0.146392', '0.853608'])
    expect(ranking.ranked[0]).toEqual({
      rank: 1,
      alternative: 'B',
      score: Math.sqrt(34) / (1 + Math.sqrt(34)),
      toIdeal: 1,
      toAntiIdeal: Math.sqrt(34),
      contributions: [
        { criterion: 'c1', value: 0, toIdeal: 1, toAntiIdeal: 0 },
        { criterion: 'c2', value: 5, toIdeal: 0, toAntiIdeal: 5 },
        { criterion: 'c3', value: 6, toIdeal: 0, toAntiIdeal: 3 },
      ],
    })
  })

  it.each([
    ['none', [0.4820864137374234, 0.8344428686109828, 0.16574114933995315, 0.29547981307652693, 0.7048296753119627]],
    ['sum', [0.13940653811016646, 0.3483152733792446, 0.4717872651489528, 0.41139004334007384, 0.6160943824467451]],
    ['max', [0.18365256465565172, 0.4503771907338457, 0.5761415183713169, 0.4897382751684726, 0.5860756239622981]],
    ['min-max', [0.24525239887578693, 0.4727753644957827, 0.5423336434184243, 0.4971665185908849, 0.5563335533082449]],
    ['vector', [0.16968576543484143, 0.44541440989069625, 0.583033590137971, 0.49398483529996556, 0.5852853759626647]],
  ] as const)('of the suppliers with costs, %s (recomputed in decimals)', (normalisation, scores) => {
    const ranking = rankByTopsis(suppliers, { normalisation })
    scoresOf(ranking).forEach((score, index) => expect(score).toBeCloseTo(scores[index] as number, 14))
    for (const { score, toIdeal, toAntiIdeal, contributions } of ranking.ranked) {
      expect(toAntiIdeal / (toIdeal + toAntiIdeal)).toBe(score)
      expect(Math.hypot(...contributions.map((part) => part.toIdeal))).toBeCloseTo(toIdeal, 12)
      expect(Math.hypot(...contributions.map((part) => part.toAntiIdeal))).toBeCloseTo(toAntiIdeal, 12)
      expect(contributions.every((part) => 'normalised' in part === (normalisation !== 'none'))).toBe(true)
    }
  })

  it('says where nothing differs, and gives everybody 0.5', () => {
    const nothing = { code: 'nothing-differs', params: {} }
    expect(rankByTopsis(tableOf([[3]], [1]))).toMatchObject({
      ranked: [{ rank: 1, score: 0.5, toIdeal: 0, toAntiIdeal: 0 }],
      diagnoses: [{ code: 'only-one-alternative', params: {} }],
    })
    expect(
      rankByTopsis(
        tableOf(
          [
            [0, 1],
            [0, 1],
          ],
          [1, 1],
        ),
      ),
    ).toMatchObject({
      ranked: [
        { rank: 1, alternative: 'A', score: 0.5 },
        { rank: 1, alternative: 'B', score: 0.5 },
      ],
      diagnoses: [{ code: 'constant-criterion' }, { code: 'constant-criterion' }, nothing],
    })
    expect(rankByTopsis(tableOf([[1], [2]], [0])).diagnoses).toEqual([nothing])
    expect(places(tableOf([[1], [2]], [0]))).toEqual([
      [1, 'A', 0.5],
      [1, 'B', 0.5],
    ])
  })

  it('loses no digits between values that are near each other', () => {
    const near = tableOf(
      [
        [1000000.1, 1000000.3],
        [1000000.3, 1000000.1],
        [1000000.2, 1000000.2],
      ],
      [1, 1],
    )
    expect(places(near)).toEqual([
      [1, 'A', 0.5],
      [1, 'B', 0.5],
      [1, 'C', 0.5],
    ])
    expect(
      places(
        tableOf(
          [
            [0.1, 5.3],
            [0.3, 5.1],
            [0.2, 5.2],
          ],
          [1, 1],
        ),
        { normalisation: 'min-max' },
      ),
    ).toEqual([
      [1, 'A', 0.5],
      [1, 'B', 0.5],
      [1, 'C', 0.5],
    ])
  })

  it('tells one that dominates another apart, however near they are to each other', () => {
    const near = [
      [1000000, 1],
      [1000000.5, 3],
      [1000001, 3],
      [1000002, 5],
    ]
    const { ranked } = rankByTopsis(tableOf(near, [1, 1], [0]))
    const rankOf = (id: string): number => ranked.find(({ alternative }) => alternative === id)?.rank as number
    expect(rankOf('B')).toBeLessThan(rankOf('C'))
    const { ranked: turned } = rankByTopsis(tableOf(near, [1, 1]))
    expect(turned.map(({ rank, alternative }) => [rank, alternative])).toEqual([
      [1, 'D'],
      [2, 'C'],
      [3, 'B'],
      [4, 'A'],
    ])
  })

  it('stays in the range of numbers at its ends', () => {
    expect(
      places(
        tableOf(
          [
            [1e100, -1e100],
            [-1e100, 1e100],
            [0, 0],
          ],
          [1e100, 1e100],
        ),
        { normalisation: 'none' },
      ),
    ).toEqual([
      [1, 'A', 0.5],
      [1, 'B', 0.5],
      [1, 'C', 0.5],
    ])
    expect(
      places(
        tableOf(
          [
            [1e-100, 3e-100],
            [2e-100, 1e-100],
          ],
          ['1e-100', '1e-100'],
        ),
        { normalisation: 'none' },
      ),
    ).toEqual([
      [1, 'A', 2 / 3],
      [2, 'B', 1 / 3],
    ])
  })

  it('refuses values that its normalisation cannot take', () => {
    const table = tableOf(
      [
        [-1, 0],
        [2, 3],
      ],
      [1, 1],
      [1],
    )
    expect(issuesOf(() => rankByTopsis(table, { normalisation: 'sum' }))).toEqual([
      ['too-small', ['table', 'values', 0, 0]],
      ['not-above', ['table', 'values', 0, 1]],
    ])
    expect(issuesOf(() => rankByTopsis(table, { normalisation: 'max' }))).toEqual([['too-small', ['table', 'values', 0, 0]]])
    expect(issuesOf(() => rankByTopsis(table, { normalization: 'sum' } as never))).toEqual([['unknown-key', ['options', 'normalization']]])
    expect(places(table)).toEqual([
      [1, 'B', 0.5729490168751576],
      [2, 'A', 0.42705098312484224],
    ])
  })
})
