import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { unweightedTable } from '../../testing/unweightedTable.js'
import { type Correlation, criticWeights } from '../index.js'

const near = (values: readonly number[], digits: number): unknown => values.map((value) => expect.closeTo(value, digits))

describe('criticWeights', () => {
  const companies = [
    [61, 1.08, 4.33],
    [20.7, 0.26, 4.34],
    [16.3, 1.98, 2.53],
    [9, 3.29, 1.65],
    [5.4, 2.77, 2.33],
    [4, 4.12, 1.21],
    [-6.1, 3.52, 2.1],
    [-34.6, 3.31, 0.98],
  ]

  it.each([
    ['pearson', [0.20222554, 0.48090173, 0.31687273]],
    ['spearman', [0.21454645, 0.4898563, 0.29559726]],
  ] as const)('Diakoulaki et al. 1995, eight companies, by %s as in scikit-criteria', (correlation, weights) => {
    const found = criticWeights(unweightedTable(companies), { correlation })
    expect(found.method).toBe('critic')
    expect(found.correlation).toBe(correlation)
    expect(found.weights).toEqual(near(weights, 8))
  })

  it('Tuş & Aytaç Adalı 2019, time and attendance software', () => {
    const rows = [
      [5000, 3, 3, 4, 3, 2],
      [680, 5, 3, 2, 2, 1],
      [2000, 3, 2, 3, 4, 3],
      [600, 4, 3, 1, 2, 2],
      [800, 2, 4, 3, 3, 4],
    ]
    expect(criticWeights(unweightedTable(rows)).weights).toEqual(near([0.157, 0.2495, 0.1677, 0.1211, 0.1541, 0.1506], 4))
  })

  // With 60 digits; both have ties, which share the mean of their ranks.
  it.each([
    ['pearson', [0.27156958983563706, 0.2816716202616519, 0.25638458541134085, 0.19037420449137019]],
    ['spearman', [0.2729277530129314, 0.28442720840450314, 0.25299742090917937, 0.18964761767338617]],
  ] as const)('a cost and three benefits with ties, by %s', (correlation, weights) => {
    const rows = [
      [250, 16, 12, 5],
      [200, 16, 8, 3],
      [300, 32, 16, 4],
      [275, 32, 8, 4],
      [225, 16, 16, 2],
    ]
    expect(criticWeights(unweightedTable(rows, ['cost']), { correlation }).weights).toEqual(near(weights, 14))
  })

  it.each([
    ['pearson', [0.18194985918086518, 0.23695717682261905, 0.22785537971692119, 0.35323758427959456]],
    ['spearman', [0.2041376496967758, 0.22397828871628997, 0.2342761410710619, 0.3376079205158723]],
  ] as const)('costs with decimals and zeros, by %s', (correlation, weights) => {
    const rows = [
      [0, '0.5', 3, 7],
      [2, '0.5', 1, 7.5],
      [2, '0.25', 4, 9],
      [5, 1, 1, '0.001'],
      [9, '0.125', 5, 7],
    ]
    expect(criticWeights(unweightedTable(rows, ['benefit', 'cost', 'benefit', 'cost']), { correlation }).weights).toEqual(near(weights, 14))
  })

  it('ranks [2,1,1,3] as 3, 1.5, 1.5, 4, where an argsort of an argsort would give 3, 1, 2, 4', () => {
    // Ranks [3, 1.5, 1.5, 4] and [1, 2, 3, 4] correlate by 1.5 ÷ √(4.5 × 5).
    const { criteria } = criticWeights(
      unweightedTable([
        [2, 1],
        [1, 2],
        [1, 3],
        [3, 4],
      ]),
      { correlation: 'spearman' },
    )
    expect(criteria.map(({ conflict }) => conflict)).toEqual(near([1 - 1.5 / Math.sqrt(22.5), 1 - 1.5 / Math.sqrt(22.5)], 14))
  })

  it('tells standard deviation, conflict and information of each, whatever way is better', () => {
    const rows = [
      [1, 30],
      [2, 20],
      [3, 10],
    ]
    const opposed = criticWeights(unweightedTable(rows))
    const row = { weight: 0.5, standardDeviation: Math.sqrt(1 / 6), conflict: 2, information: 2 * Math.sqrt(1 / 6) }
    expect(opposed.criteria).toEqual(
      ['c0', 'c1'].map((criterion) => ({
        criterion,
        weight: 0.5,
        standardDeviation: expect.closeTo(row.standardDeviation, 15),
        conflict: expect.closeTo(2, 15),
        information: expect.closeTo(row.information, 15),
      })),
    )
    expect(opposed.diagnoses).toEqual([])
  })

  it('shares the weight equally where nothing conflicts, without the constant ones', () => {
    const rows = [
      [1, 30, 5, '0.1'],
      [2, 20, 5, '0.2'],
      [3, 10, 5, '0.3'],
    ]
    for (const correlation of ['pearson', 'spearman'] as const) {
      const found = criticWeights(unweightedTable(rows, ['benefit', 'cost']), { correlation })
      expect(found.weights).toEqual([1 / 3, 1 / 3, 0, 1 / 3])
      expect(found.criteria.map(({ conflict, information }) => [conflict, information])).toEqual([
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ])
      expect(found.diagnoses).toEqual([
        { code: 'constant-criterion', params: { criterion: 'c2' } },
        { code: 'no-conflict', params: { criteria: ['c0', 'c1', 'c3'] } },
      ])
    }
    const single = criticWeights(
      unweightedTable([
        [7, 1],
        [7, 2],
      ]),
    )
    expect(single.weights).toEqual([0, 1])
    expect(single.criteria[1]).toEqual({ criterion: 'c1', weight: 1, standardDeviation: 0.5, conflict: 0, information: 0 })
  })

  it('counts a constant criterion in nobody’s conflict', () => {
    const without = criticWeights(unweightedTable(companies))
    const added = criticWeights(unweightedTable(companies.map((row) => [...row, '0.7'])))
    expect(added.weights).toEqual([...without.weights, 0])
    expect(added.criteria.slice(0, 3)).toEqual(without.criteria)
    expect(added.criteria[3]).toEqual({ criterion: 'c3', weight: 0, standardDeviation: 0, conflict: 0, information: 0 })
  })

  it('agrees with a naive reference', () => {
    const cells = fc.oneof(
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: -500, max: 500 }).map((cents) => cents / 100),
    )
    const tables = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.array(fc.constantFrom('benefit' as const, 'cost' as const), { minLength: 4, maxLength: 4 }))
      .chain(([columns, directions]) =>
        fc.tuple(fc.array(fc.array(cells, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 12 }), fc.constant(directions)),
      )
    fc.assert(
      fc.property(tables, fc.constantFrom('pearson' as const, 'spearman' as const), ([rows, directions], correlation) => {
        const { criteria, weights } = criticWeights(unweightedTable(rows, directions), { correlation })
        const expected = naive(rows, directions, correlation)
        criteria.forEach(({ information }, index) => {
          expect(information).toBeCloseTo(expected[index] as number, 10)
        })
        const sum = expected.reduce((a, b) => a + b, 0)
        if (sum > 1e-6)
          expect(weights).toEqual(
            near(
              expected.map((information) => information / sum),
              8,
            ),
          )
      }),
    )
  })

  it.each([
    ['null', null, [['wrong-type', ['options']]]],
    ['a text', 'spearman', [['wrong-type', ['options']]]],
    ['an unknown correlation', { correlation: 'kendall' }, [['not-allowed', ['options', 'correlation']]]],
    ['a correlation that is none', { correlation: null }, [['not-allowed', ['options', 'correlation']]]],
    ['an unknown key', { corelation: 'spearman' }, [['unknown-key', ['options', 'corelation']]]],
  ])('refuses options that are %s', (_, options, issues) => {
    expect(issuesOf(() => criticWeights(unweightedTable(companies), options as never))).toEqual(issues)
  })

  it('takes left-out options as not given, and says what is wrong with table and options at once', () => {
    expect(criticWeights(unweightedTable(companies), { correlation: undefined })).toEqual(criticWeights(unweightedTable(companies)))
    expect(criticWeights(unweightedTable(companies), Object.create({ correlation: 'spearman' })).correlation).toBe('pearson')
    expect(issuesOf(() => criticWeights(null as never, { correlation: 'x' as never }))).toEqual([
      ['wrong-type', ['table']],
      ['not-allowed', ['options', 'correlation']],
    ])
  })
})

/** Standard deviation × Σ (1 − correlation), by the definitions. */
function naive(rows: readonly (readonly number[])[], directions: readonly string[], correlation: Correlation): number[] {
  const columns = (rows[0] as readonly number[]).map((_, column) => rows.map((row) => row[column] as number))
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b) / values.length
  const product = (a: readonly number[], b: readonly number[]): number => mean(a.map((x, index) => (x - mean(a)) * ((b[index] as number) - mean(b))))
  const rank = (values: readonly number[]): number[] =>
    values.map((value) => values.filter((other) => other < value).length + (values.filter((other) => other === value).length + 1) / 2)
  const scaled = columns.map((values, column) => {
    const [least, greatest] = [Math.min(...values), Math.max(...values)]
    if (least === greatest) return undefined
    return values.map((value) => (directions[column] === 'cost' ? greatest - value : value - least) / (greatest - least))
  })
  // Rounded, for scaling makes equal distances unequal in their last digits.
  const compared = scaled.map((values) => (correlation === 'spearman' ? values && rank(values.map((value) => Math.round(value * 1e9))) : values))
  return scaled.map((values, column) => {
    if (values === undefined) return 0
    const own = compared[column] as number[]
    const conflicts = compared.map((other) =>
      other === undefined ? 0 : 1 - product(own, other) / Math.sqrt(product(own, own) * product(other, other)),
    )
    return Math.sqrt(product(values, values)) * conflicts.reduce((a, b) => a + b)
  })
}
