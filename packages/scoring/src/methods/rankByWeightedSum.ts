import type { DecisionTable } from '../tables/types.js'
import { diagnoseTable } from './diagnoseTable.js'
import { findReversals, reevaluate } from './findReversals.js'
import { checkNormalisable, isByExtremes, isNormalisable, makeComparable, normalisedOf } from './makeComparable.js'
import { cellOf, columnsOf, countingValues, type MethodColumn, rowsOf } from './methodTable.js'
import { type Evaluation, placeAlternatives, RELATIVE_TOLERANCE } from './placeAlternatives.js'
import { checkCells, readNormalised } from './readMethod.js'
import { sizeOf, sumRows } from './sumRows.js'
import { sumUnnormalised } from './sumUnnormalised.js'
import type { Normalisation, WeightedSumOptions, WeightedSumRanking } from './types.js'

/**
 * Ranks alternatives by the sum of their weighted values.
 *
 * Values that are not normalised are added up exactly, and costs are subtracted; such scores depend on nobody else. Normalised
 * ones do: a diagnosis tells where one alternative more or fewer would reverse the ranks of two others. For n alternatives by m criteria
 * that takes up to 2n + 2m more rankings, as far as they go in ten million cells; where that is not far enough, a diagnosis says so.
 *
 * @param table - Alternatives by criteria; weights are used as given, and need not add up to 1.
 * @param options - `normalisation`: `none` (default), `sum`, `max`, `min-max` or `vector`. `sum` takes values of 0 or more, and costs
 * above 0; `max` takes values of 0 or more.
 * @returns The alternatives from the highest score to the lowest, with the points of each criterion, and diagnoses.
 * @throws {@link InputError} if the table or an option is wrong, or the normalisation cannot take a value.
 * @see P. C. Fishburn, "Additive utilities with incomplete product set", 1967; the normalisations: N. Vafaei, R. A. Ribeiro,
 * L. M. Camarinha-Matos, 2016.
 * @example
 * import { rankByWeightedSum } from '@clientele/scoring'
 *
 * const criteria = [{ id: 'revenue', weight: 0.1 }, { id: 'effort', weight: 0.2, direction: 'cost' as const }]
 * const { ranked } = rankByWeightedSum({ alternatives: ['A', 'B'], criteria, values: [[3, 1], [5, 4]] })
 * ranked.map(({ rank, alternative, score }) => [rank, alternative, score]) //=> [[1, 'A', 0.1], [2, 'B', -0.3]]
 */
export function rankByWeightedSum(table: DecisionTable, options: WeightedSumOptions = {}): WeightedSumRanking {
  const allowed: readonly Normalisation[] = ['none', 'sum', 'max', 'min-max', 'vector']
  const { read, normalisation } = readNormalised(table, options, { allowed, otherwise: 'none' })
  checkCells((issues) => checkNormalisable(read, normalisation, issues))
  const columns = columnsOf(read)
  const ids = read.alternatives
  const sums = normalisation === 'none' ? sumUnnormalised(table, read) : sumNormalised(columns, normalisation)
  const placed = placeAlternatives(ids, sums)
  const allowsZero = ({ cost }: MethodColumn): boolean => isNormalisable(0, cost, normalisation)
  const decisive = isByExtremes(normalisation) ? countingValues(columns) : undefined
  const evaluate = reevaluate(columns, (some) => compareSums(some, normalisation))
  const reversals = normalisation === 'none' ? [] : findReversals({ ids, columns, placed, evaluate, allowsZero, decisive })
  const comparable = columns.map((column) => makeComparable(column, normalisation))
  return {
    method: 'weighted-sum',
    normalisation,
    ranked: placed.map(({ row, rank }) => ({
      rank,
      alternative: ids[row] as string,
      score: sums.scores[row] as number,
      contributions: columns.map((column, index) => ({
        criterion: column.id,
        value: cellOf(column, row),
        ...(normalisation === 'none' ? {} : { normalised: normalisedOf(comparable[index] as (typeof comparable)[number], row) }),
        points: sums.points[index]?.[row] as number,
      })),
    })),
    diagnoses: [...diagnoseTable(columns, sums.constant), ...reversals],
  }
}

interface WeightedSums extends Evaluation {
  readonly scores: readonly number[]
  readonly points: readonly (readonly number[])[]
  /** By criterion: whether all alternatives have exactly the same value; left out where numbers are all that is compared. */
  readonly constant?: readonly boolean[]
}

function sumNormalised(columns: readonly MethodColumn[], normalisation: Normalisation): WeightedSums {
  const points = columns.map((column) => {
    const comparable = makeComparable(column, normalisation)
    return column.values.map((_, row) => column.weight * normalisedOf(comparable, row) + 0)
  })
  const scores = sumRows(points, rowsOf(columns))
  return { scores, strengths: scores, tolerance: RELATIVE_TOLERANCE * sizeOf(points), points }
}

/** The scores alone, the quick way: sums as they come, whose last bits depend on the order. */
function compareSums(columns: readonly MethodColumn[], normalisation: Normalisation): Evaluation {
  const strengths = new Array<number>(rowsOf(columns)).fill(0)
  let size = 0
  for (const column of columns) {
    const { values, offset, divisor } = makeComparable(column, normalisation)
    const factor = column.weight / divisor
    let greatest = 0
    for (let row = 0; row < values.length; row++) {
      const points = (offset + (values[row] as number)) * factor
      strengths[row] = (strengths[row] as number) + points
      greatest = Math.max(greatest, Math.abs(points))
    }
    size += greatest
  }
  return { strengths, tolerance: RELATIVE_TOLERANCE * size }
}
