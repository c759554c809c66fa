import fc from 'fast-check'
import {
  type DecisionTable,
  type MethodRanking,
  type PreferenceFunction,
  rankByPromethee,
  rankByTopsis,
  rankByVikor,
  rankByWeightedProduct,
  rankByWeightedSum,
} from '../src/index.js'

/** A table of alternatives A, B, C, … by criteria c1, c2, c3, …, of which those at `costs` are costs. */
export function tableOf(
  values: readonly (readonly (string | number)[])[],
  weights: readonly (string | number)[],
  costs: readonly number[] = [],
): DecisionTable {
  return {
    alternatives: values.map((_, index) => String.fromCharCode(65 + index)),
    criteria: weights.map((weight, index) => ({ id: `c${index + 1}`, weight, ...(costs.includes(index) ? { direction: 'cost' as const } : {}) })),
    values,
  }
}

/** Five alternatives by two costs and two benefits; its answers were worked out in decimals of 50 digits from the plain formulas. */
export const suppliers: DecisionTable = tableOf(
  [
    [250, 16, 12, 5.5],
    [200, 16, 8, 3.25],
    [300, 32, 16, 4],
    [275, 32, 8, 4.5],
    [225, 16, 16, 2],
  ],
  [0.25, 0.3, 0.15, 0.3],
  [0, 3],
)

/** Every method with every way that it normalises. */
export const methods: { readonly [name: string]: (table: DecisionTable) => MethodRanking } = {
  sum: (table) => rankByWeightedSum(table),
  'sum of shares': (table) => rankByWeightedSum(table, { normalisation: 'sum' }),
  'sum by max': (table) => rankByWeightedSum(table, { normalisation: 'max' }),
  'sum by min-max': (table) => rankByWeightedSum(table, { normalisation: 'min-max' }),
  'sum by vector': (table) => rankByWeightedSum(table, { normalisation: 'vector' }),
  product: (table) => rankByWeightedProduct(table),
  'product of shares': (table) => rankByWeightedProduct(table, { normalisation: 'sum' }),
  'product by max': (table) => rankByWeightedProduct(table, { normalisation: 'max' }),
  'product by vector': (table) => rankByWeightedProduct(table, { normalisation: 'vector' }),
  topsis: (table) => rankByTopsis(table),
  'topsis of values': (table) => rankByTopsis(table, { normalisation: 'none' }),
  'topsis of shares': (table) => rankByTopsis(table, { normalisation: 'sum' }),
  'topsis by max': (table) => rankByTopsis(table, { normalisation: 'max' }),
  'topsis by min-max': (table) => rankByTopsis(table, { normalisation: 'min-max' }),
  vikor: (table) => rankByVikor(table),
  'vikor of R': (table) => rankByVikor(table, { v: 0 }),
  promethee: (table) => rankByPromethee(table),
  'promethee by thresholds': (table) => rankByPromethee(table, { preference: { type: 'linear', indifference: 0.5, preference: '1.5' } }),
}

const preferences = fc.constantFrom<PreferenceFunction>(
  { type: 'usual' },
  { type: 'u-shape', indifference: '0.2' },
  { type: 'v-shape', preference: 2 },
  { type: 'level', indifference: 0, preference: 1 },
  { type: 'linear', indifference: 1, preference: '1.1' },
  { type: 'gaussian', spread: 0.7 },
)

/** Values above 0 of which many are equal, and some have more digits than a float64. */
const cells = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 50 }).map((tenths) => tenths / 10) },
  { weight: 1, arbitrary: fc.double({ min: 0.001, max: 1000, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom('0.3', '1e2', 1e9, '0.30000000000000000001', '1234567890123456789') },
)

/** Any table whose values every method takes. */
export const decisionTables: fc.Arbitrary<DecisionTable> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom('A', 'B', 'a', 'b', 'Z', '客户', '__proto__', '0'), { maxLength: 6 }),
    fc.uniqueArray(
      fc.record(
        {
          id: fc.constantFrom('c1', 'c2', 'c10', '成本', '__proto__'),
          title: fc.constantFrom('Title', { en: 'Price', 'zh-CN': '价格' }),
          direction: fc.constantFrom('benefit' as const, 'cost' as const),
          weight: fc.constantFrom(1, 0.1, '0.2', 0.3, 2, 0, '0.333333333333333333'),
          preference: preferences,
        },
        { requiredKeys: ['id', 'weight'] },
      ),
      { selector: ({ id }) => id, minLength: 1, maxLength: 4 },
    ),
  )
  .chain(([alternatives, criteria]) =>
    fc
      .array(fc.array(cells, { minLength: criteria.length, maxLength: criteria.length }), {
        minLength: alternatives.length,
        maxLength: alternatives.length,
      })
      .map((values) => ({ alternatives, criteria, values })),
  )

/** The same alternatives and criteria in another order. */
export function reorder({ alternatives, criteria, values }: DecisionTable, rows: readonly number[], columns: readonly number[]): DecisionTable {
  return {
    alternatives: rows.map((row) => alternatives[row] as string),
    criteria: columns.map((column) => criteria[column] as DecisionTable['criteria'][number]),
    values: rows.map((row) => columns.map((column) => values[row]?.[column] as number)),
  }
}

/** The ranks by alternative. */
export function ranksOf({ ranked }: MethodRanking): Map<string, number> {
  return new Map(ranked.map(({ alternative, rank }) => [alternative, rank]))
}

/** The scores, in the order of the alternatives' ids. */
export function scoresOf({ ranked }: MethodRanking): number[] {
  return [...ranked].sort((a, b) => (a.alternative < b.alternative ? -1 : 1)).map(({ score }) => score)
}
