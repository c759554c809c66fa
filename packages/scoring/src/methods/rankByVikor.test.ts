import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { decisionTables, suppliers, tableOf } from '../../testing/tables.js'
import { rankByVikor } from './rankByVikor.js'
import type { VikorRanking } from './types.js'

const measures = ({ ranked }: VikorRanking): unknown => ranked.map(({ rank, alternative, s, r, q }) => [rank, alternative, s, r, q])

describe('rankByVikor', () => {
  it('vector 6 (scikit-criteria, pymcdm): S .6 .3 .15 .65; R .3 .2 .15 .4; Q .75 .25 0 1', () => {
    const ranking = rankByVikor(
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
    expect(measures(ranking)).toEqual([
      [1, 'C', 0.15, 0.15, 0],
      [2, 'B', 0.3, 0.2, 0.25],
      [3, 'A', 0.6, 0.3, 0.75],
      [4, 'D', 0.65, 0.4, 1],
    ])
    expect(ranking).toMatchObject({ method: 'vikor', v: 0.5, compromise: ['C', 'B'], acceptable: { advantage: false, stability: true } })
    expect(ranking.ranked[0]?.score).toBe(0)
    expect(ranking.ranked[0]?.contributions[2]).toEqual({ criterion: 'c3', value: 6, loss: 0.15 })
  })

  const s = [0.8, 0.5571428571428572, 0.42142857142857143, 0.5517857142857143, 0.3625]
  const r = [0.3, 0.3, 0.25, 0.21428571428571427, 0.3]
  it.each([
    [0, [1, 1, 0.4166666666666667, 0, 1], ['D']],
    [0.5, [1, 0.7224489795918367, 0.27568027210884355, 0.2163265306122449, 0.5], ['D', 'C']],
    ['0.75', [1, 0.5836734693877551, 0.20518707482993198, 0.32448979591836735, 0.25], ['C', 'E', 'D']],
    [1, [1, 0.4448979591836735, 0.1346938775510204, 0.4326530612244898, 0], ['E', 'C']],
  ] as const)('of the suppliers with costs, v = %s (recomputed in decimals)', (v, q, compromise) => {
    const ranking = rankByVikor(suppliers, { v })
    for (const row of ranking.ranked) {
      const index = suppliers.alternatives.indexOf(row.alternative)
      expect(row.s).toBeCloseTo(s[index] as number, 14)
      expect(row.r).toBeCloseTo(r[index] as number, 14)
      expect(row.q).toBeCloseTo(q[index] as number, 14)
      expect(row.score).toBe(row.q)
      expect(row.contributions.reduce((sum, { loss }) => sum + loss, 0)).toBeCloseTo(row.s, 14)
      expect(Math.max(...row.contributions.map(({ loss }) => loss))).toBe(row.r)
    }
    expect(ranking.v).toBe(Number(v))
    expect(ranking.compromise).toEqual(compromise)
  })

  it('takes the first alone where it is far ahead and best by S or R', () => {
    const ranking = rankByVikor(
      tableOf(
        [
          [9, 9],
          [1, 1],
          [1, 2],
        ],
        [1, 1],
      ),
    )
    expect(ranking).toMatchObject({ compromise: ['A'], acceptable: { advantage: true, stability: true } })
  })

  it('takes the first and the second, with all that share its place, where only the stability is missing', () => {
    // B has the least S, C and D the least R, and A, which has neither, the least Q.
    const bad = Array.from({ length: 9 }, () => [0, 0, 0])
    const table = tableOf([[1, 3, 9], [6, 7, 0], [5, 3, 1], [5, 3, 1], [10, 0, 0], ...bad], [1, 1, 1])
    const ranking = rankByVikor(table)
    expect(ranking.acceptable).toEqual({ advantage: true, stability: false })
    expect(ranking.ranked.slice(0, 3).map(({ rank, alternative }) => [rank, alternative])).toEqual([
      [1, 'A'],
      [2, 'C'],
      [2, 'D'],
    ])
    expect(ranking.compromise).toEqual(['A', 'C', 'D'])
  })

  it('takes all that share the first place', () => {
    const ranking = rankByVikor(
      tableOf(
        [
          [9, 9],
          [9, 9],
          [1, 1],
        ],
        [1, 1],
      ),
    )
    expect(ranking).toMatchObject({ compromise: ['A', 'B'], acceptable: { advantage: false, stability: true } })
    const crossed = rankByVikor(
      tableOf(
        [
          [1, 0],
          [0, 1],
          [0, 0.5],
        ],
        [1, 1],
      ),
    )
    expect(crossed.ranked.map(({ rank, alternative }) => [rank, alternative])).toEqual([
      [1, 'A'],
      [1, 'B'],
      [3, 'C'],
    ])
    expect(crossed.compromise).toEqual(['A', 'B'])
  })

  it('finds an advantage of exactly 1 ÷ (n − 1)', () => {
    const ranking = rankByVikor(tableOf([[10], [7], [4], [0], ['0.1'], [0]], [1]))
    expect(ranking.acceptable.advantage).toBe(true)
    expect(rankByVikor(tableOf([['0.3'], ['0.2'], ['0.1'], [0]], [0.1])).compromise).toEqual(['A'])
    expect(rankByVikor(tableOf([['0.3'], ['0.2001'], ['0.1'], [0]], [0.1])).compromise).toEqual(['A', 'B'])
  })

  it('has answers where nothing differs, for one alternative and for none', () => {
    expect(
      measures(
        rankByVikor(
          tableOf(
            [
              [2, 5],
              [2, 5],
            ],
            [1, 2],
          ),
        ),
      ),
    ).toEqual([
      [1, 'A', 0, 0, 0],
      [1, 'B', 0, 0, 0],
    ])
    expect(
      measures(
        rankByVikor(
          tableOf(
            [
              [1, 5],
              [2, 3],
            ],
            [0, 0],
          ),
        ),
      ),
    ).toEqual([
      [1, 'A', 0, 0, 0],
      [1, 'B', 0, 0, 0],
    ])
    expect(
      rankByVikor(
        tableOf(
          [
            [1, 5],
            [2, 3],
          ],
          [0, 0],
        ),
      ).compromise,
    ).toEqual(['A', 'B'])
    expect(rankByVikor(tableOf([[3, 5]], [1, 1]))).toMatchObject({
      ranked: [{ q: 0 }],
      compromise: ['A'],
      acceptable: { advantage: true, stability: true },
    })
    expect(rankByVikor(tableOf([], [1]))).toMatchObject({ ranked: [], compromise: [], diagnoses: [{ code: 'no-alternatives' }] })
    expect(
      measures(
        rankByVikor(
          tableOf(
            [
              [2, 1],
              [2, 3],
            ],
            [1, 2],
            [1],
          ),
        ),
      ),
    ).toEqual([
      [1, 'A', 0, 0, 0],
      [2, 'B', 2, 2, 1],
    ])
  })

  it('takes an advantage that float64 arithmetic makes a little too small for what it is', () => {
    // Q of the second is exactly 1 / 3, but comes out as 0.33333333333333315.
    const table = tableOf(
      [
        [1, 6, 5],
        [7, 6, 6],
        [6, 9, 5],
        [4, 5, 9],
      ],
      [0.1, 0.2, 0.3],
    )
    expect(rankByVikor(table)).toMatchObject({ compromise: ['D'], acceptable: { advantage: true, stability: true } })
  })

  it('does not depend on how large all the weights are', () => {
    for (const exponent of ['', 'e-20', 'e20']) {
      const weights = [1, 2, 3].map((weight) => `${weight}${exponent}`)
      const table = tableOf(
        [
          [0, 0, 1],
          [1, 1, 0],
          [3, 5, 5],
          [4, 1, 2],
        ],
        weights,
      )
      expect(rankByVikor(table).ranked.map(({ rank, alternative }) => [rank, alternative])).toEqual([
        [1, 'C'],
        [2, 'D'],
        [3, 'A'],
        [4, 'B'],
      ])
    }
    for (const exponent of ['', 'e-20', 'e20']) {
      const table = tableOf(
        [
          [0, 0, 1],
          [1, 1, 0],
        ],
        ['0.1', '0.2', '0.3'].map((weight) => `${weight}${exponent}`),
      )
      expect(rankByVikor(table, { v: 1 }).ranked.map(({ rank }) => rank)).toEqual([1, 1])
    }
  })

  it('does not make a difference of what float64 arithmetic adds', () => {
    // 0.1 + 0.2 and 0.3 of losses: S of A and B is the same.
    const ranking = rankByVikor(
      tableOf(
        [
          [0, 0, 1],
          [1, 1, 0],
        ],
        [0.1, 0.2, 0.3],
      ),
      { v: 1 },
    )
    expect(ranking.ranked.map(({ rank, q }) => [rank, q])).toEqual([
      [1, 0],
      [1, 0],
    ])
  })

  it('keeps its order when weights are scaled, and S and R scale with them', () => {
    fc.assert(
      fc.property(decisionTables, (table) => {
        const doubled = { ...table, criteria: table.criteria.map((criterion) => ({ ...criterion, weight: Number(criterion.weight) * 2 })) }
        const [once, twice] = [rankByVikor(table), rankByVikor(doubled)]
        expect(twice.ranked.map(({ alternative, rank, q }) => [alternative, rank, q])).toEqual(
          once.ranked.map(({ alternative, rank, q }) => [alternative, rank, q]),
        )
        expect(twice.ranked.map((row) => [row.s, row.r])).toEqual(once.ranked.map((row) => [row.s * 2, row.r * 2]))
        expect(twice.compromise).toEqual(once.compromise)
      }),
    )
  })

  it.each([
    [{ v: 1.01 }, 'out-of-range', 'v'],
    [{ v: '-0.1' }, 'out-of-range', 'v'],
    [{ v: 'x' }, 'not-a-decimal', 'v'],
    [{ v: null }, 'not-a-decimal', 'v'],
    [{ v: Number.NaN }, 'not-a-decimal', 'v'],
    [{ normalisation: 'sum' }, 'unknown-key', 'normalisation'],
  ])('refuses %j', (options, code, key) => {
    expect(issuesOf(() => rankByVikor(tableOf([[1]], [1]), options as never))).toEqual([[code, ['options', key]]])
  })

  it('takes a v left open', () => {
    expect(rankByVikor(tableOf([[1]], [1]), { v: undefined }).v).toBe(0.5)
    expect(Object.is(rankByVikor(tableOf([[1]], [1]), { v: '-0' }).v, 0)).toBe(true)
  })
})
