import type { DecisionTable } from '../tables/types.js'
import { diagnoseTable } from './diagnoseTable.js'
import { findReversals, reevaluate } from './findReversals.js'
import { type ComparableColumn, checkNormalisable, isByExtremes, isNormalisable, makeComparable, normalisedOf } from './makeComparable.js'
import { cellOf, columnsOf, countingValues, greatestOf, leastOf, type MethodColumn, rowsOf } from './methodTable.js'
import { type Evaluation, placeAlternatives, RELATIVE_TOLERANCE } from './placeAlternatives.js'
import { checkCells, readNormalised } from './readMethod.js'
import { sumRows } from './sumRows.js'
import type { MethodDiagnosis, Normalisation, TopsisOptions, TopsisRanking } from './types.js'

/**
 * Ranks alternatives by how near they are to the best values and how far from the worst ones (TOPSIS).
 *
 * The score is d⁻ ÷ (d⁺ + d⁻), from 0 to 1, where d⁺ and d⁻ are the Euclidean distances of the weighted values to the best and to the
 * worst that any alternative has. Where those are the same, every score is 0.5, and a diagnosis says so.
 *
 * A diagnosis tells where one alternative more or fewer would reverse the ranks of two others. For n alternatives by m criteria that takes
 * up to 2n + 2m more rankings, as far as they go in ten million cells; where that is not far enough, a diagnosis says so.
 *
 * @param table - Alternatives by criteria; weights are used as given, and need not add up to 1.
 * @param options - `normalisation`: `vector` (default), `none`, `sum`, `max` or `min-max`. `sum` takes values of 0 or more, and costs
 * above 0; `max` takes values of 0 or more.
 * @returns The alternatives from the highest score to the lowest, with both distances, those of each criterion, and diagnoses.
 * @throws {@link InputError} if the table or an option is wrong, or the normalisation cannot take a value.
 * @see C.-L. Hwang, K. Yoon, "Multiple attribute decision making", 1981.
 * @example
 * import { rankByTopsis } from '@clientele/scoring'
 *
 * const criteria = [{ id: 'revenue', weight: 3 }, { id: 'loyalty', weight: 4 }]
 * const { ranked } = rankByTopsis({ alternatives: ['A', 'B', 'C'], criteria, values: [[1, 1], [1, 0], [0, 1]] }, { normalisation: 'none' })
 * ranked.map(({ alternative, score, toIdeal, toAntiIdeal }) => [alternative, score, toIdeal, toAntiIdeal])
 * //=> [['A', 1, 0, 5], ['C', 0.5714285714285714, 3, 4], ['B', 0.42857142857142855, 4, 3]]
 */
export function rankByTopsis(table: DecisionTable, options: TopsisOptions = {}): TopsisRanking {
  const allowed: readonly Normalisation[] = ['none', 'sum', 'max', 'min-max', 'vector']
  const { read, normalisation } = readNormalised(table, options, { allowed, otherwise: 'vector' })
  checkCells((issues) => checkNormalisable(read, normalisation, issues))
  const columns = columnsOf(read)
  const ids = read.alternatives
  const closeness = measureCloseness(columns, normalisation)
  const placed = placeAlternatives(ids, closeness)
  const allowsZero = ({ cost }: MethodColumn): boolean => isNormalisable(0, cost, normalisation)
  const decisive = isByExtremes(normalisation) ? countingValues(columns) : undefined
  const reversals = findReversals({
    ids,
    columns,
    placed,
    evaluate: reevaluate(columns, (some) => compareCloseness(some, normalisation)),
    allowsZero,
    decisive,
  })
  const comparable = columns.map((column) => makeComparable(column, normalisation))
  return {
    method: 'topsis',
    normalisation,
    ranked: placed.map(({ row, rank }) => ({
      rank,
      alternative: ids[row] as string,
      score: closeness.strengths[row] as number,
      toIdeal: closeness.toIdeal[row] as number,
      toAntiIdeal: closeness.toAntiIdeal[row] as number,
      contributions: columns.map((column, index) => ({
        criterion: column.id,
        value: cellOf(column, row),
        ...(normalisation === 'none' ? {} : { normalised: normalisedOf(comparable[index] as (typeof comparable)[number], row) }),
        toIdeal: closeness.gaps[index]?.toIdeal[row] as number,
        toAntiIdeal: closeness.gaps[index]?.toAntiIdeal[row] as number,
      })),
    })),
    diagnoses: [...diagnoseTable(columns), ...diagnoseCloseness(closeness), ...reversals],
  }
}

function diagnoseCloseness({ strengths, nothingDiffers }: Closeness): MethodDiagnosis[] {
  if (!nothingDiffers) return []
  return [{ code: strengths.length === 1 ? 'only-one-alternative' : 'nothing-differs', params: {} }]
}

/** The weighted distances of a column's values to its best and to its worst, by alternative. */
interface Gaps {
  readonly toIdeal: readonly number[]
  readonly toAntiIdeal: readonly number[]
}

interface Closeness extends Evaluation, Gaps {
  /** By criterion. */
  readonly gaps: readonly Gaps[]
  readonly nothingDiffers: boolean
}

function measureCloseness(columns: readonly MethodColumn[], normalisation: Normalisation): Closeness {
  const rows = rowsOf(columns)
  const gaps = columns.map((column) => measureGaps(column, normalisation))
  const unit = powerOfTwoNear(greatestOf(gaps.flatMap(({ toIdeal }) => greatestOf(toIdeal))))
  const [toIdeal, toAntiIdeal] = [
    distances(
      gaps.map((column) => column.toIdeal),
      rows,
      unit,
    ),
    distances(
      gaps.map((column) => column.toAntiIdeal),
      rows,
      unit,
    ),
  ]
  const strengths = toIdeal.map((distance, row) => closenessOf(distance, toAntiIdeal[row] as number))
  const nothingDiffers = rows > 0 && toIdeal.every((distance, row) => distance === 0 && toAntiIdeal[row] === 0)
  return { strengths, tolerance: RELATIVE_TOLERANCE, toIdeal, toAntiIdeal, gaps, nothingDiffers }
}

function measureGaps(column: MethodColumn, normalisation: Normalisation): Gaps {
  const { values, divisor } = makeComparable(column, normalisation)
  const [worst, best] = [leastOf(values), greatestOf(values)]
  // Differences come first: of normalised values they would lose digits.
  const weigh = (difference: number): number => (difference / divisor) * column.weight
  return { toIdeal: values.map((value) => weigh(best - value)), toAntiIdeal: values.map((value) => weigh(value - worst)) }
}

/** Euclidean distances, from the gaps of each criterion; counted in a unit of their size, in which squares stay in range. */
function distances(gaps: readonly (readonly number[])[], rows: number, unit: number): number[] {
  const squares = gaps.map((column) => column.map((gap) => (gap / unit) * (gap / unit)))
  return sumRows(squares, rows).map((sum) => unit * Math.sqrt(sum))
}

/** The closeness alone, the quick way: sums as they come, whose last bits depend on the order. */
function compareCloseness(columns: readonly MethodColumn[], normalisation: Normalisation): Evaluation {
  const comparable = columns.map((column) => makeComparable(column, normalisation))
  const bounds = comparable.map(({ values, divisor }, index) => {
    const [worst, best] = [leastOf(values), greatestOf(values)]
    const factor = (columns[index] as MethodColumn).weight / divisor
    return { worst, best, factor, range: (best - worst) * factor }
  })
  const unit = powerOfTwoNear(greatestOf(bounds.map(({ range }) => range)))
  const rows = rowsOf(columns)
  const toIdeal = new Float64Array(rows)
  const toAntiIdeal = new Float64Array(rows)
  bounds.forEach(({ worst, best, factor }, index) => {
    const { values } = comparable[index] as ComparableColumn
    for (let row = 0; row < rows; row++) {
      const value = values[row] as number
      const [below, above] = [((best - value) * factor) / unit, ((value - worst) * factor) / unit]
      toIdeal[row] = (toIdeal[row] as number) + below * below
      toAntiIdeal[row] = (toAntiIdeal[row] as number) + above * above
    }
  })
  const strengths = Array.from(toIdeal, (square, row) => closenessOf(Math.sqrt(square), Math.sqrt(toAntiIdeal[row] as number)))
  return { strengths, tolerance: RELATIVE_TOLERANCE }
}

function powerOfTwoNear(value: number): number {
  return value > 0 ? 2 ** Math.floor(Math.log2(value)) : 1
}

function closenessOf(toIdeal: number, toAntiIdeal: number): number {
  const both = toIdeal + toAntiIdeal
  return both === 0 ? 0.5 : toAntiIdeal / both
}
