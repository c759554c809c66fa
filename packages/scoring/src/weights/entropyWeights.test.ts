import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { unweightedTable } from '../../testing/unweightedTable.js'
import { entropyWeights } from '../index.js'

const near = (values: readonly number[], digits: number): unknown => values.map((value) => expect.closeTo(value, digits))

describe('entropyWeights', () => {
  it('scikit-criteria: [[1,2],[4,16]]', () => {
    const found = entropyWeights(
      unweightedTable([
        [1, 2],
        [4, 16],
      ]),
    )
    expect(found.method).toBe('entropy')
    expect(found.weights).toEqual(near([0.358889, 0.641111], 6))
    expect(found.diagnoses).toEqual([])
  })

  it('Xu 2004, "A note on the subjective and objective integrated approach to determine attribute weights"', () => {
    const rows = [
      [30, 30, 38, 29],
      [19, 54, 86, 29],
      [19, 15, 85, 28.9],
      [68, 70, 60, 29],
    ]
    expect(entropyWeights(unweightedTable(rows)).weights).toEqual(near([0.463, 0.3992, 0.1378, 0], 4))
  })

  // With 60 digits.
  it.each([
    [
      'five customers',
      [
        [250, 16, 12, 5],
        [200, 16, 8, 3],
        [300, 32, 16, 4],
        [275, 32, 8, 4],
        [225, 16, 16, 2],
      ],
      [0.06391538399045847, 0.37883127834118074, 0.2879206127537568, 0.269332724914604],
    ],
    [
      'ties, decimals and nothing',
      [
        [0, '0.5', 3, 7],
        [2, '0.5', 1, 7.5],
        [2, '0.25', 4, 9],
        [5, 1, 1, '0.001'],
        [9, '0.125', 5, 7],
      ],
      [0.4101251310897878, 0.193144392617749, 0.1730305620096719, 0.22369991428279126],
    ],
  ])('%s', (_, rows, weights) => expect(entropyWeights(unweightedTable(rows)).weights).toEqual(near(weights, 15)))

  it('keeps the digits of columns that hardly differ, and of those that differ most', () => {
    const { criteria } = entropyWeights(
      unweightedTable([
        [100000001, 1, 0, '0.1', '1e-100', '1e100'],
        [100000002, 2, 0, '0.1', '2e-100', 1],
        [100000003, 3, 7, '0.1000000001', '4e-100', '1e-100'],
      ]),
    )
    const [hardly, some, all, tiny, small, great] = criteria.map(({ divergence }) => divergence) as [number, number, number, number, number, number]
    expect(hardly / 3.034130634057565e-17).toBeCloseTo(1, 13)
    expect(some).toBeCloseTo(0.07938016428569504, 15)
    expect(all).toBe(1)
    // Σ d² ÷ 2n ln n, of which d is 1e-9 × (−1, −1, 2) ÷ 3 but for a billionth.
    expect(tiny / (((6 / 9) * 1e-18) / (6 * Math.log(3)))).toBeCloseTo(1, 8)
    expect(small).toBeCloseTo(1 - (Math.log(7) - (2 * Math.log(2) + 4 * Math.log(4)) / 7) / Math.log(3), 14)
    expect(great).toBe(1)
    for (const { entropy, divergence } of criteria) expect(entropy).toBe(1 - divergence)
  })

  it('takes all of a column in one hand for an entropy of 0, and none at all for no difference', () => {
    const found = entropyWeights(
      unweightedTable([
        [0, 0, 1],
        [5, 0, 1],
      ]),
    )
    expect(found).toEqual({
      method: 'entropy',
      weights: [1, 0, 0],
      criteria: [
        { criterion: 'c0', weight: 1, entropy: 0, divergence: 1 },
        { criterion: 'c1', weight: 0, entropy: 1, divergence: 0 },
        { criterion: 'c2', weight: 0, entropy: 1, divergence: 0 },
      ],
      diagnoses: [
        { code: 'constant-criterion', params: { criterion: 'c1' } },
        { code: 'constant-criterion', params: { criterion: 'c2' } },
      ],
    })
  })

  it('refuses values below 0, each by its place', () => {
    const rows = [
      [1, -0.5],
      ['-1e-100', 0],
      [-0, '-0'],
    ]
    expect(issuesOf(() => entropyWeights(unweightedTable(rows)))).toEqual([
      ['too-small', ['table', 'values', 0, 1]],
      ['too-small', ['table', 'values', 1, 0]],
    ])
    expect(() => entropyWeights(unweightedTable([[-0.5]]))).toThrow('table.values[0][0] must be at least 0, not -0.5')
  })
})
