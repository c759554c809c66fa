import type { Issue } from '@clientele/core'
import { createIssue, describeValue } from '@clientele/core/checks'
import { sumPrecisely } from '../numbers/sumPrecisely.js'
import type { ReadTable } from '../tables/readTable.js'
import type { DecisionTable } from '../tables/types.js'
import { diagnoseTable } from './diagnoseTable.js'
import { cellOf, columnsOf, greatestOf, type MethodColumn, rowsOf } from './methodTable.js'
import { multiplyFactors } from './multiplyFactors.js'
import { type Evaluation, placeAlternatives, RELATIVE_TOLERANCE } from './placeAlternatives.js'
import { ratiosOf } from './ratiosOf.js'
import { checkCells, readNormalised } from './readMethod.js'
import { sizeOf, sumRows } from './sumRows.js'
import type { WeightedProductOptions, WeightedProductRanking } from './types.js'

/**
 * Ranks alternatives by the product of their values, each to the power of its weight; a cost counts as its reciprocal.
 *
 * Ratios of scores depend on nobody else, so no alternative more or fewer can reverse ranks.
 *
 * @param table - Alternatives by criteria, all values above 0; weights are used as given, and need not add up to 1.
 * @param options - `normalisation`: `none` (default), `sum`, `max` or `vector`. It changes the scores, but never the order.
 * @returns The alternatives from the highest score to the lowest, with the factor of each criterion, and diagnoses.
 * @throws {@link InputError} if the table or an option is wrong, a value is not above 0, or a factor or a score leaves the range of a
 * float64 (2.3e-308 to 1.7e308).
 * @see P. W. Bridgman, "Dimensional analysis", 1922; D. W. Miller, M. K. Starr, "Executive decisions and operations research", 1969.
 * @example
 * import { rankByWeightedProduct } from '@clientele/scoring'
 *
 * const criteria = [{ id: 'revenue', weight: 2 }, { id: 'effort', weight: 1, direction: 'cost' as const }]
 * const { ranked } = rankByWeightedProduct({ alternatives: ['A', 'B'], criteria, values: [[3, 2], [5, 4]] })
 * ranked.map(({ rank, alternative, score }) => [rank, alternative, score]) //=> [[1, 'B', 6.25], [2, 'A', 4.5]]
 */
export function rankByWeightedProduct(table: DecisionTable, options: WeightedProductOptions = {}): WeightedProductRanking {
  const allowed: readonly WeightedProductRanking['normalisation'][] = ['none', 'sum', 'max', 'vector']
  const { read, normalisation } = readNormalised(table, options, { allowed, otherwise: 'none' })
  checkCells((issues) => checkPositive(read, issues))
  const columns = columnsOf(read)
  const ids = read.alternatives
  const ratios = columns.map((column) => ratiosOf(column, normalisation))
  const logarithms = ratios.map((column, index) => column.map((ratio) => (columns[index] as MethodColumn).weight * Math.log(ratio)))
  checkCells((issues) => checkRange(logarithms, ids.length, issues))
  const factors = ratios.map((column, index) => column.map((ratio) => ratio ** (columns[index] as MethodColumn).weight))
  const placed = placeAlternatives(ids, evaluate(columns))
  return {
    method: 'weighted-product',
    normalisation,
    ranked: placed.map(({ row, rank }) => ({
      rank,
      alternative: ids[row] as string,
      score: multiplyFactors(
        factors.map((column) => column[row] as number),
        sumPrecisely(logarithms.map((column) => column[row] as number)),
      ),
      contributions: columns.map((column, index) => ({
        criterion: column.id,
        value: cellOf(column, row),
        ...(normalisation === 'none' ? {} : { normalised: ratios[index]?.[row] as number }),
        factor: factors[index]?.[row] as number,
      })),
    })),
    diagnoses: diagnoseTable(columns),
  }
}

/** Compares logarithms of the shares of each column's greatest value: no scale is lost or gained. */
function evaluate(columns: readonly MethodColumn[]): Evaluation {
  const parts = columns.map(({ values, weight, cost }) => {
    const greatest = greatestOf(values)
    return values.map((value) => (cost ? -weight : weight) * Math.log(value / greatest))
  })
  const weights = sumPrecisely(columns.map(({ weight }) => weight))
  return {
    strengths: sumRows(parts, rowsOf(columns)),
    tolerance: RELATIVE_TOLERANCE * Math.max(weights, sizeOf(parts)),
  }
}

function checkPositive({ rows }: ReadTable, issues: Issue[]): void {
  rows.forEach((row, alternative) => {
    row.forEach((value, index) => {
      if (value > 0) return
      issues.push(createIssue('not-above', ['table', 'values', alternative, index], { bound: '0', actual: describeValue(value) }))
    })
  })
}

/** What a float64 holds with all its digits. */
const LEAST = 2.3e-308
const GREATEST = 1.7e308

/** Adds an issue for every factor, and for every product of a row, that leaves the range of a float64. */
function checkRange(logarithms: readonly (readonly number[])[], rows: number, issues: Issue[]): void {
  for (let row = 0; row < rows; row++) {
    const parts = logarithms.map((column) => column[row] as number)
    const outside = parts.flatMap((logarithm, index) => (isWithin(logarithm) ? [] : [{ logarithm, path: ['table', 'values', row, index] }]))
    const product = sumPrecisely(parts)
    if (outside.length === 0 && !isWithin(product)) outside.push({ logarithm: product, path: ['table', 'values', row] })
    for (const { logarithm, path } of outside) {
      const actual = `1e${Math.round(logarithm / Math.LN10)}`
      issues.push(createIssue('beyond-numbers', path, { minimum: String(LEAST), maximum: String(GREATEST), actual }))
    }
  }
}

function isWithin(logarithm: number): boolean {
  return logarithm >= Math.log(LEAST) && logarithm <= Math.log(GREATEST)
}
