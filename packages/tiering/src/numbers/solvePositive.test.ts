import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { solvePositive } from './solvePositive.js'

const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, value, index) => sum + value * (vector[index] as number), 0))

describe('solvePositive', () => {
  it('solves', () => {
    const matrix = deepFreeze([
      [4, 2, -2],
      [2, 10, 2],
      [-2, 2, 5],
    ])
    expect(solvePositive(matrix, deepFreeze([2, 28, 17]))).toEqual([1, 2, 3])
    expect(solvePositive([], [])).toEqual([])
  })

  it.each<[string, number[][]]>([
    ['0', [[0]]],
    ['below 0', [[-1]]],
    ['no number', [[Number.NaN]]],
    [
      'a saddle',
      [
        [1, 2],
        [2, 1],
      ],
    ],
    [
      'a row twice',
      [
        [0.1, 0.3],
        [0.3, 0.9],
      ],
    ],
  ])('solves nothing where the matrix is %s', (_, matrix) => expect(solvePositive(matrix, [1, 1])).toBeUndefined())

  it('solves what was multiplied', () => {
    const vectors = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(vectors, { minLength: 4, maxLength: 4 }), vectors, (rows, vector) => {
        const matrix = rows.map((row, i) => rows.map((other) => times([row], other)[0] as number).map((value, j) => value + (i === j ? 1 : 0)))
        const solution = solvePositive(matrix, times(matrix, vector)) as number[]
        for (const [index, value] of vector.entries()) expect(solution[index]).toBeCloseTo(value, 8)
      }),
    )
  })
})
