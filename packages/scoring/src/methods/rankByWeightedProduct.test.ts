import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { scoresOf, suppliers, tableOf } from '../../testing/tables.js'
import { rankByWeightedProduct } from './rankByWeightedProduct.js'

const places = (...args: Parameters<typeof rankByWeightedProduct>): unknown =>
  rankByWeightedProduct(...args).ranked.map(({ rank, alternative, score }) => [rank, alternative, score])

describe('rankByWeightedProduct', () => {
  it('vector 2 (scikit-criteria): .315293 .312979 .295480', () => {
    const ranking = rankByWeightedProduct(
      tableOf(
        [
          [25, 20, 15, 30],
          [10, 30, 20, 30],
          [30, 10, 30, 10],
        ],
        [0.2, 0.15, 0.4, 0.25],
      ),
      { normalisation: 'sum' },
    )
    expect(ranking.ranked.map(({ alternative, score }) => [alternative, score.toFixed(6)])).toEqual([
      ['A', '0.315293'],
      ['B', '0.312979'],
      ['C', '0.295480'],
    ])
    expect(ranking.diagnoses).toEqual([])
    expect(ranking.ranked[0]?.contributions[1]).toEqual({ criterion: 'c2', value: 20, normalised: 20 / 60, factor: (20 / 60) ** 0.15 })
  })

  it.each([
    ['none', [0.5029437002913657, 0.5859721637798254, 0.679617697938849, 0.6042429110053057, 0.7302967433402214]],
    ['sum', [0.15598689337941363, 0.18173799051837355, 0.21078194900489888, 0.18740462298195176, 0.22649994457182746]],
    ['max', [0.5431538714428072, 0.6328204312537343, 0.7339528927843922, 0.6525519182649513, 0.7886837099610158]],
    ['vector', [0.33288132365196543, 0.3878350387712039, 0.44981583174443734, 0.39992782473711797, 0.48335856765076984]],
  ] as const)('of the suppliers with costs, %s (recomputed in decimals)', (normalisation, scores) => {
    const ranking = rankByWeightedProduct(suppliers, { normalisation })
    scoresOf(ranking).forEach((score, index) => expect(score).toBeCloseTo(scores[index] as number, 14))
    expect(ranking.ranked.map(({ alternative }) => alternative)).toEqual(['E', 'C', 'D', 'B', 'A'])
    for (const { score, contributions } of ranking.ranked) {
      expect(contributions.reduce((product, { factor }) => product * factor, 1)).toBeCloseTo(score, 12)
      expect(contributions.every((part) => 'normalised' in part === (normalisation !== 'none'))).toBe(true)
    }
  })

  it('ties what only arithmetic tells apart, however large or small the weights and the values are', () => {
    for (const [scale, weights] of [
      [1, [1, 1]],
      [0.1, [0.1, 0.1]],
      [1e50, [1e-3, 1e-3]],
      [3e-50, [2, 2]],
    ] as const) {
      const table = tableOf(
        [
          [0.1 * scale, 0.6 * scale],
          [0.3 * scale, 0.2 * scale],
          [0.3 * scale, 0.21 * scale],
        ],
        weights,
      )
      expect(rankByWeightedProduct(table).ranked.map(({ rank, alternative }) => [rank, alternative])).toEqual([
        [1, 'C'],
        [2, 'A'],
        [2, 'B'],
      ])
    }
  })

  it('ties the same factors in another order, however far they are from 1', () => {
    const table = tableOf(
      [
        ['36e65', '4e-51', '46e82', '1e-97'],
        ['46e82', '36e65', '4e-51', '1e-97'],
      ],
      [1, 1, 1, 1],
    )
    expect(rankByWeightedProduct(table).ranked.map(({ rank }) => rank)).toEqual([1, 1])
  })

  it('multiplies factors that no partial product could hold', () => {
    const ranking = rankByWeightedProduct(
      tableOf(
        [
          [1e90, 1e90, 1e-90, 1e-90],
          [1e90, 1e90, 1e-90, 2e-90],
        ],
        [3, 3, 3, 3],
      ),
    )
    expect(ranking.ranked.map(({ rank, alternative }) => [rank, alternative])).toEqual([
      [1, 'B'],
      [2, 'A'],
    ])
    expect(ranking.ranked[0]?.score).toBeCloseTo(8, 9)
    expect(ranking.ranked[1]?.score).toBeCloseTo(1, 9)
  })

  it('names each factor and each product that no number can hold', () => {
    const table = tableOf(
      [
        [1e100, 1e100],
        [1e90, 1e90],
        [1, 1],
      ],
      [4, 2],
    )
    expect(issuesOf(() => rankByWeightedProduct(table))).toEqual([
      ['beyond-numbers', ['table', 'values', 0, 0]],
      ['beyond-numbers', ['table', 'values', 1, 0]],
    ])
    expect(
      issuesOf(() =>
        rankByWeightedProduct(
          tableOf(
            [
              [1e100, 1e100],
              [1, 1],
            ],
            [2, 2],
          ),
        ),
      ),
    ).toEqual([['beyond-numbers', ['table', 'values', 0]]])
    expect(
      issuesOf(() =>
        rankByWeightedProduct(
          tableOf(
            [
              [1e100, 1e100],
              [1, 1],
            ],
            [2, 2],
            [0, 1],
          ),
        ),
      ),
    ).toEqual([['beyond-numbers', ['table', 'values', 0]]])
    expect(
      places(
        tableOf(
          [
            [1e100, 1e100],
            [1, 1],
          ],
          [2, 1],
        ),
      ),
    ).toEqual([
      [1, 'A', 1e300],
      [2, 'B', 1],
    ])
  })

  it('takes values above 0 alone, whatever the normalisation', () => {
    const table = tableOf(
      [
        [0, 1],
        [-1, 2],
        [3, 0],
      ],
      [1, 1],
      [1],
    )
    for (const normalisation of ['none', 'sum', 'max', 'vector'] as const) {
      expect(issuesOf(() => rankByWeightedProduct(table, { normalisation }))).toEqual([
        ['not-above', ['table', 'values', 0, 0]],
        ['not-above', ['table', 'values', 1, 0]],
        ['not-above', ['table', 'values', 2, 1]],
      ])
    }
  })

  it('refuses min-max, which would make a product 0', () => {
    const error = (): unknown => rankByWeightedProduct(tableOf([[1]], [1]), { normalisation: 'min-max' } as never)
    expect(issuesOf(error)).toEqual([['not-allowed', ['options', 'normalisation']]])
    expect(error).toThrow('must be one of "none", "sum", "max", "vector", not "min-max"')
  })

  it('lets weights of 0 count for nothing', () => {
    expect(
      places(
        tableOf(
          [
            [3, 5],
            [4, 1],
          ],
          [0, 0],
        ),
      ),
    ).toEqual([
      [1, 'A', 1],
      [1, 'B', 1],
    ])
    expect(
      places(
        tableOf(
          [
            [3, 5],
            [4, 1],
          ],
          [1, 0],
          [0],
        ),
      ),
    ).toEqual([
      [1, 'A', 1 / 3],
      [2, 'B', 0.25],
    ])
  })
})
