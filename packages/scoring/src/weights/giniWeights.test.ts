import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { unweightedTable } from '../../testing/unweightedTable.js'
import { giniWeights } from '../index.js'

const near = (values: readonly number[], digits: number): unknown => values.map((value) => expect.closeTo(value, digits))

describe('giniWeights', () => {
  it('pymcdm: [[5,6,7],[5.5,6.1,8],[4,5,9]]', () => {
    const found = giniWeights(
      unweightedTable([
        [5, 6, 7],
        [5.5, 6.1, 8],
        [4, 5, 9],
      ]),
    )
    expect(found.method).toBe('gini')
    expect(found.weights).toEqual(near([0.411965, 0.256173, 0.331861], 6))
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
      [0.14109742441209405, 0.3023516237402016, 0.2821948488241881, 0.27435610302351626],
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
      [0.3430405846030269, 0.2476082415179743, 0.2310273324877528, 0.17832384139124596],
    ],
  ])('%s', (_, rows, weights) => expect(giniWeights(unweightedTable(rows)).weights).toEqual(near(weights, 15)))

  it('is the mean difference of two values ÷ twice their mean', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.nat(1000),
            fc.nat(20).map((tenths) => tenths / 10),
          ),
          { minLength: 1, maxLength: 30 },
        ),
        (rows) => {
          giniWeights(unweightedTable(rows)).criteria.forEach(({ giniCoefficient }, column) => {
            const values = rows.map((row) => row[column] as number)
            const sum = values.reduce((a, b) => a + b)
            const differences = values.flatMap((a) => values.map((b) => Math.abs(a - b))).reduce((a, b) => a + b)
            expect(giniCoefficient).toBeCloseTo(sum === 0 ? 0 : differences / (2 * values.length * sum), 13)
          })
        },
      ),
    )
  })

  it('keeps the digits of columns that hardly differ, and knows one hand that has all', () => {
    const { criteria } = giniWeights(
      unweightedTable([
        [100000001, 0, '0.1', 0],
        [100000002, 0, '0.1', 0],
        [100000003, 0, '0.1000000001', 0],
        [100000003, 9, '0.1', 0],
      ]),
    )
    const [hardly, one, tiny, none] = criteria.map(({ giniCoefficient }) => giniCoefficient) as [number, number, number, number]
    expect(hardly / ((1 * 3 + 2 * 2) / (4 * 400000009))).toBeCloseTo(1, 14)
    expect(one).toBe(0.75)
    expect(tiny / (3e-10 / 4 / 0.4000000001)).toBeCloseTo(1, 14)
    expect(none).toBe(0)
  })

  it('refuses values below 0', () => {
    const rows = [
      [1, 0],
      ['-2', -1],
    ]
    expect(issuesOf(() => giniWeights(unweightedTable(rows)))).toEqual([
      ['too-small', ['table', 'values', 1, 0]],
      ['too-small', ['table', 'values', 1, 1]],
    ])
  })
})
