import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unweightedTable } from '../../testing/unweightedTable.js'
import { standardDeviationWeights } from '../index.js'

const near = (values: readonly number[], digits: number): unknown => values.map((value) => expect.closeTo(value, digits))

describe('standardDeviationWeights', () => {
  it('scikit-criteria: [[1,2],[4,16]] gives 3/17 and 14/17', () => {
    const rows = [
      [1, 2],
      [4, 16],
    ]
    expect(standardDeviationWeights(unweightedTable(rows))).toEqual({
      method: 'standard-deviation',
      weights: [3 / 17, 14 / 17],
      criteria: [
        { criterion: 'c0', weight: 3 / 17, standardDeviation: 1.5 },
        { criterion: 'c1', weight: 14 / 17, standardDeviation: 7 },
      ],
      diagnoses: [],
    })
  })

  it('crispyn: its example', () => {
    const rows = [
      [0.619, 0.449, 0.447],
      [0.862, 0.466, 0.006],
      [0.458, 0.698, 0.771],
      [0.777, 0.631, 0.491],
      [0.567, 0.992, 0.968],
    ]
    expect(standardDeviationWeights(unweightedTable(rows)).weights).toEqual(near([0.2173, 0.2945, 0.4882], 4))
  })

  // With 60 digits.
  it('ties, decimals and nothing', () => {
    const rows = [
      [0, '0.5', 3, 7],
      [2, '0.5', 1, 7.5],
      [2, '0.25', 4, 9],
      [5, 1, 1, '0.001'],
      [9, '0.125', 5, 7],
    ]
    const weights = [0.38379260793900977, 0.03670458442016405, 0.19575778357420826, 0.383745024066618]
    expect(standardDeviationWeights(unweightedTable(rows)).weights).toEqual(near(weights, 15))
  })

  it('keeps the digits of great values that hardly differ, of tiny and of huge ones', () => {
    const { criteria } = standardDeviationWeights(
      unweightedTable([
        [100000001, 1e15 + 0.125, '1e-100', '-1e100', -1, 0.1],
        [100000002, 1e15 + 0.25, '2e-100', 0, -2, 0.1],
        [100000003, 1e15 + 0.375, '3e-100', '1e100', -3, 0.1],
      ]),
    )
    const deviation = Math.sqrt(2 / 3)
    const scales = [1, 0.125, 1e-100, 1e100, 1]
    scales.forEach((scale, index) => {
      expect((criteria[index]?.standardDeviation as number) / (deviation * scale)).toBeCloseTo(1, 14)
    })
    expect(criteria[5]).toEqual({ criterion: 'c5', weight: 0, standardDeviation: 0 })
  })

  it('is the root of the mean square deviation', () => {
    const cells = fc.oneof(
      fc.integer({ min: -500, max: 500 }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => Math.round(value * 1e3) / 1e3),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(cells, cells), { minLength: 1, maxLength: 20 }), (rows) => {
        standardDeviationWeights(unweightedTable(rows)).criteria.forEach(({ standardDeviation }, column) => {
          const values = rows.map((row) => row[column] as number)
          const mean = values.reduce((a, b) => a + b) / values.length
          const naive = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
          expect(Math.abs(standardDeviation - naive)).toBeLessThanOrEqual(1e-9 * (1 + naive))
        })
      }),
    )
  })
})
