import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { type PairwiseMatrix, type PairwiseWeights, pairwiseWeights } from '../index.js'

/** A matrix from the judgements above its diagonal, row by row. */
const matrixOf = (size: number, above: readonly number[]): number[][] => {
  const matrix = Array.from({ length: size }, () => Array<number>(size).fill(1))
  let next = 0
  for (let i = 0; i < size; i += 1) {
    for (let j = i + 1; j < size; j += 1) {
      const judgement = above[next++] as number
      ;(matrix[i] as number[])[j] = judgement
      ;(matrix[j] as number[])[i] = 1 / judgement
    }
  }
  return matrix
}
const consistentOf = (weights: readonly number[]): number[][] => weights.map((row) => weights.map((column) => row / column))
const near = (values: readonly number[], digits: number): unknown => values.map((value) => expect.closeTo(value, digits))

const judgement = fc.integer({ min: 2, max: 17 }).map((step) => (step <= 9 ? 1 / (11 - step) : step - 8))
const matrices = fc
  .integer({ min: 1, max: 9 })
  .chain((size) => fc.array(judgement, { minLength: 36, maxLength: 36 }).map((above) => matrixOf(size, above)))

describe('pairwiseWeights', () => {
  it('Saaty 1980: [[1,3,5],[1/3,1,3],[1/5,1/3,1]]', () => {
    const found = pairwiseWeights(matrixOf(3, [3, 5, 3]))
    expect(found).toEqual({
      method: 'pairwise',
      weights: near([0.636986, 0.258285, 0.104729], 6),
      criteria: [
        { criterion: '1', weight: found.weights[0] },
        { criterion: '2', weight: found.weights[1] },
        { criterion: '3', weight: found.weights[2] },
      ],
      lambdaMax: expect.closeTo(3.038511, 6),
      consistencyIndex: expect.closeTo(0.019256, 6),
      randomIndex: 0.58,
      consistencyRatio: expect.closeTo(0.0332, 4),
      consistent: true,
    })
  })

  it('a consistent matrix: [[1,2,4],[1/2,1,2],[1/4,1/2,1]] gives 4/7, 2/7, 1/7 and a ratio of 0', () => {
    expect(pairwiseWeights(matrixOf(3, [2, 4, 2]))).toMatchObject({
      weights: near([4 / 7, 2 / 7, 1 / 7], 15),
      lambdaMax: 3,
      consistencyIndex: 0,
      consistencyRatio: 0,
      consistent: true,
    })
  })

  // By power iteration with 60 digits.
  it.each([
    ['a book example', 4, [5, 6, 7, 4, 6, 4], 4.390730218576202, [0.6186687796321187, 0.2353228216445598, 0.10093397289776258, 0.045074425825558796]],
    [
      'contradictions',
      5,
      [2, 4, 8, 0.5, 3, 5, 0.25, 2, 7, 0.2],
      7.6420898025971935,
      [0.28109877799997446, 0.18106921274016474, 0.2715980229482361, 0.03805810885961018, 0.22817587745201454],
    ],
    ['a cycle of 9s', 3, [9, 1 / 9, 9], 10.11111111111111, [1 / 3, 1 / 3, 1 / 3]],
    ['a cycle of 1e9s', 3, [1e9, 1e-9, 1e9], 1000000001, [1 / 3, 1 / 3, 1 / 3]],
    [
      'a longer cycle of 9s',
      4,
      [9, 2, 1 / 9, 9, 5, 9],
      11.892627267920624,
      [0.2743708797365513, 0.2827714154712387, 0.20883736337135364, 0.23402034142085643],
    ],
    [
      'a longer cycle of 1e9s',
      4,
      [1e9, 2, 1e-9, 1e9, 5, 1e9],
      1000000002.925,
      [0.250000000309375, 0.250000000290625, 0.249999999521875, 0.249999999878125],
    ],
    [
      'two cycles of 1e9s, hardly joined',
      6,
      [1e9, 1e-9, 7, 1, 1, 1e9, 1, 1, 1, 1, 1, 1, 1e9, 1e-9, 1e9],
      1000000004.683942,
      [0.19192512702333198, 0.19192512645769913, 0.19192512674051554, 0.14140820653798203, 0.14140820664765352, 0.14140820659281778],
    ],
  ])('%s', (_, size, above, value, weights) => {
    const found = pairwiseWeights(matrixOf(size, above))
    expect(found.weights).toEqual(near(weights, 9))
    expect(found.lambdaMax / value).toBeCloseTo(1, 14)
    expect(found.consistencyIndex).toBe((found.lambdaMax - size) / (size - 1))
    expect(found.consistent).toBe(false)
  })

  it.each([1, 2, 12, 20, 50])('finds %i weights again from their ratios, exactly consistent', (size) => {
    const weights = Array.from({ length: size }, (_, index) => 1 + ((index * 37) % size))
    const sum = weights.reduce((a, b) => a + b)
    const found = pairwiseWeights(consistentOf(weights))
    expect(found.weights).toEqual(
      near(
        weights.map((weight) => weight / sum),
        15,
      ),
    )
    expect(found).toMatchObject({ lambdaMax: size, consistencyIndex: 0, consistencyRatio: 0, consistent: true })
    expect(Object.hasOwn(found, 'worstJudgement')).toBe(false)
  })

  it('calls two criteria consistent, however far apart', () => {
    const alike = { lambdaMax: 2, consistencyIndex: 0, randomIndex: 0, consistencyRatio: 0, consistent: true }
    const found = pairwiseWeights([
      [1, 1e9],
      [1e-9, 1],
    ])
    expect(found).toMatchObject(alike)
    expect((found.weights[0] as number) / (found.weights[1] as number)).toBeCloseTo(1e9, 3)
  })

  it.each([
    [12, 1.5365],
    [20, (2.7699 * 20 - 4.3513 - 20) / 19],
  ])('judges %i contradicting criteria', (size, random) => {
    const found = pairwiseWeights(
      matrixOf(
        size,
        Array.from({ length: (size * (size - 1)) / 2 }, (_, index) => [9, 1 / 7, 3, 0.5][index % 4] as number),
      ),
    )
    expect(found.randomIndex).toBe(random)
    expect(found.consistencyRatio).toBe(found.consistencyIndex / random)
    expect(found.consistent).toBe(false)
  })

  it('names the judgement furthest from the weights, above the diagonal', () => {
    const judged = matrixOf(4, [2, 4, 1 / 8, 2, 4, 2])
    const found = pairwiseWeights(judged)
    const implied = (found.weights[0] as number) / (found.weights[3] as number)
    expect(found.worstJudgement).toEqual({ row: 0, column: 3, judgement: 1 / 8, implied })
    expect(implied).toBeGreaterThan(0.5)
  })

  it('of three criteria, whose judgements all deviate alike, it names the first', () => {
    for (const above of [
      [9, 2, 9],
      [9, 1 / 9, 9],
      [1 / 3, 7, 5],
      [3, 1 / 9, 1 / 2],
    ]) {
      expect(pairwiseWeights(matrixOf(3, above)).worstJudgement).toMatchObject({ row: 0, column: 1, judgement: above[0] })
    }
  })

  it('takes a rounded reciprocal for the exact one, on either side', () => {
    const exact = pairwiseWeights(matrixOf(3, [3, 7, 1 / 6]))
    for (const [third, seventh, sixth] of [
      ['0.33', '0.14', '0.17'],
      [0.333, 0.143, 0.167],
      ['0.33333333333333333333333333333333333333', 0.14286, '1.6666667e-1'],
    ] as const) {
      const matrix: PairwiseMatrix = [
        [1, 3, '7.0'],
        [third, '1.00', sixth],
        [seventh, 6, 1],
      ]
      expect(pairwiseWeights(matrix)).toEqual(exact)
    }
  })

  it.each([
    [1e9, 0.005],
    [200, 0.001],
    [0.998, '0.998'],
    [0.998, 0.999],
    [3, 0.34],
    [6, '0.1666'],
    [7, 0.1],
  ])('refuses %d against %s, which is no rounded reciprocal', (greater, smaller) => {
    expect(
      issuesOf(() =>
        pairwiseWeights([
          [1, greater],
          [smaller, 1],
        ]),
      ),
    ).toEqual([['not-reciprocal', ['matrix', 1, 0]]])
  })

  it.each([
    [150, 0.01],
    [7, '0.14'],
    [7, '0.143'],
    [7, 1 / 7],
    [1e9, 1e-9],
    ['1.5', '0.6667'],
  ])('takes %s against %s', (greater, smaller) => {
    expect(
      pairwiseWeights([
        [1, greater],
        [smaller, 1],
      ]).weights,
    ).toEqual(
      pairwiseWeights([
        [1, greater],
        [1 / Number(greater), 1],
      ]).weights,
    )
  })

  it('names the criteria in the order of the matrix', () => {
    const { criteria } = pairwiseWeights(matrixOf(2, [3]), { criteria: ['z', '__proto__'] })
    expect(criteria).toEqual([
      { criterion: 'z', weight: expect.closeTo(0.75, 15) },
      { criterion: '__proto__', weight: expect.closeTo(0.25, 15) },
    ])
    expect(pairwiseWeights([[1]], { criteria: undefined }).criteria).toEqual([{ criterion: '1', weight: 1 }])
  })

  it('is an eigenvector that adds up to 1, whose worst judgement is the worst, as plain JSON', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        for (const row of matrix) Object.freeze(row)
        const found = pairwiseWeights(Object.freeze(matrix) as number[][])
        const { weights, lambdaMax, consistencyIndex, consistencyRatio, randomIndex, consistent } = found
        expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1, 13)
        matrix.forEach((row, i) => {
          const product = row.reduce((sum, entry, j) => sum + entry * (weights[j] as number), 0)
          expect(product / (weights[i] as number) / lambdaMax).toBeCloseTo(1, 12)
        })
        expect(lambdaMax).toBeGreaterThanOrEqual(matrix.length)
        expect(consistencyIndex).toBeGreaterThanOrEqual(0)
        expect(consistencyRatio * (randomIndex || 1)).toBeCloseTo(consistencyIndex, 12)
        expect(consistent).toBe(consistencyRatio <= 0.1)
        expect(Object.hasOwn(found, 'worstJudgement')).toBe(!consistent)
        expect(JSON.parse(JSON.stringify(found))).toEqual(found)
        if (found.worstJudgement !== undefined) expectWorst(matrix, found, found.worstJudgement)
      }),
      { numRuns: 200 },
    )
  })

  const expectWorst = (matrix: number[][], { weights }: PairwiseWeights, worst: NonNullable<PairwiseWeights['worstJudgement']>): void => {
    const deviation = (i: number, j: number): number =>
      Math.abs(Math.log(((matrix[i] as number[])[j] as number) * ((weights[j] as number) / (weights[i] as number))))
    expect(worst.row).toBeLessThan(worst.column)
    expect(worst.judgement).toBeCloseTo((matrix[worst.row] as number[])[worst.column] as number, 14)
    expect(worst.implied).toBeCloseTo((weights[worst.row] as number) / (weights[worst.column] as number), 12)
    const pairs = matrix.flatMap((_, i) => matrix.map((__, j) => [i, j] as const)).filter(([i, j]) => i < j)
    const greatest = Math.max(...pairs.map(([i, j]) => deviation(i, j)))
    const [row, column] = pairs.find(([i, j]) => deviation(i, j) > greatest - 1e-9) as readonly [number, number]
    expect([worst.row, worst.column]).toEqual([row, column])
  }

  it('gives the same weights when the criteria are taken in another order', () => {
    fc.assert(
      fc.property(matrices, fc.nat(), (matrix, turn) => {
        const order = matrix.map((_, index) => (index + turn) % matrix.length).reverse()
        const turned = pairwiseWeights(order.map((i) => order.map((j) => (matrix[i] as number[])[j] as number)))
        const found = pairwiseWeights(matrix)
        expect(turned.weights).toEqual(order.map((i) => expect.closeTo(found.weights[i] as number, 13)))
        expect(turned.lambdaMax).toBeCloseTo(found.lambdaMax, 11)
      }),
    )
  })

  it('of more preferred criteria the weight is greater', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const raised = matrix.map((row, i) => row.map((entry, j) => (i === j ? 1 : i === 0 ? entry * 2 : j === 0 ? entry / 2 : entry)))
        const [before, after] = [pairwiseWeights(matrix).weights[0] as number, pairwiseWeights(raised).weights[0] as number]
        if (matrix.length > 1) expect(after).toBeGreaterThan(before)
      }),
    )
  })
})

describe('pairwiseWeights refuses', () => {
  it.each([
    ['no list', { 0: [1] }, [['wrong-type', ['matrix']]]],
    ['nothing', undefined, [['missing', ['matrix']]]],
    ['an empty matrix', [], [['empty', ['matrix']]]],
    [
      'rows that are none, too short or too long',
      [[1, 2], null, [1, 1, 1, 1]],
      [
        ['wrong-length', ['matrix', 0]],
        ['wrong-type', ['matrix', 1]],
        ['wrong-length', ['matrix', 2]],
      ],
    ],
    ['a hole for a row', [[1, 2], undefined], [['missing', ['matrix', 1]]]],
    [
      'what is no decimal',
      [
        [1, '1/3', Number.NaN],
        [3, 1, ' 1 '],
        [Infinity, '0x3', 1],
      ],
      [
        ['not-a-decimal', ['matrix', 0, 1]],
        ['not-a-decimal', ['matrix', 0, 2]],
        ['not-a-decimal', ['matrix', 1, 2]],
        ['not-a-decimal', ['matrix', 2, 0]],
        ['not-a-decimal', ['matrix', 2, 1]],
      ],
    ],
    [
      'what is not above 0',
      [
        [1, 0],
        ['-2', 1],
      ],
      [
        ['not-above', ['matrix', 0, 1]],
        ['not-above', ['matrix', 1, 0]],
      ],
    ],
    [
      'what is out of range',
      [
        [1, '1000000000.1'],
        [9e-10, 1],
      ],
      [
        ['out-of-range', ['matrix', 0, 1]],
        ['out-of-range', ['matrix', 1, 0]],
      ],
    ],
    [
      'a diagonal other than 1',
      [
        [2, 3],
        ['0.33', 0],
      ],
      [
        ['not-allowed', ['matrix', 0, 0]],
        ['not-allowed', ['matrix', 1, 1]],
      ],
    ],
    [
      'a missing judgement',
      [
        [1, undefined],
        [2, 1],
      ],
      [['missing', ['matrix', 0, 1]]],
    ],
    [
      'opposites that are no reciprocals, below the diagonal',
      [
        [1, 3, '0.2'],
        [3, 1, 2],
        [5, 0.4, 1],
      ],
      [
        ['not-reciprocal', ['matrix', 1, 0]],
        ['not-reciprocal', ['matrix', 2, 1]],
      ],
    ],
  ])('%s', (_, matrix, issues) => expect(issuesOf(() => pairwiseWeights(matrix as never))).toEqual(issues))

  it('a reciprocal rounded to fewer than two decimal places', () => {
    const opposite = (greater: number, smaller: number | string) => () => pairwiseWeights([[1, greater] as const, [smaller, 1]])
    expect(opposite(8, '0.12')).not.toThrow()
    expect(opposite(8, '0.13')).not.toThrow()
    expect(opposite(8, '0.1')).toThrow('matrix[1][0] must be the reciprocal of the opposite value, 0.125, not 0.1')
    expect(opposite(3, '0.3')).toThrow('matrix[1][0] must be the reciprocal of the opposite value, 0.333333, not 0.3')
    expect(opposite(1e9, '0.006')).toThrow('matrix[1][0] must be the reciprocal of the opposite value, 0.000000001, not 0.006')
    expect(issuesOf(() => pairwiseWeights([[1, '0.3'] as const, [3, 1]]))).toEqual([['not-reciprocal', ['matrix', 1, 0]]])
  })

  it.each([
    ['options that are none', null, [['wrong-type', ['options']]]],
    ['unknown options', { names: ['a', 'b'] }, [['unknown-key', ['options', 'names']]]],
    ['ids that are no list', { criteria: 'ab' }, [['wrong-type', ['options', 'criteria']]]],
    ['too few ids', { criteria: ['a'] }, [['wrong-length', ['options', 'criteria']]]],
    [
      'no ids',
      { criteria: [] },
      [
        ['empty', ['options', 'criteria']],
        ['wrong-length', ['options', 'criteria']],
      ],
    ],
    [
      'wrong ids',
      { criteria: ['a', '', 'a'] },
      [
        ['empty', ['options', 'criteria', 1]],
        ['duplicate', ['options', 'criteria', 2]],
        ['wrong-length', ['options', 'criteria']],
      ],
    ],
  ])('%s', (_, options, issues) => expect(issuesOf(() => pairwiseWeights(matrixOf(2, [3]), options as never))).toEqual(issues))

  it('matrix and options at once', () => {
    expect(issuesOf(() => pairwiseWeights(null as never, { criteria: ['a', 'a'] }))).toEqual([
      ['wrong-type', ['matrix']],
      ['duplicate', ['options', 'criteria', 1]],
    ])
  })
})
