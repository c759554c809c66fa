import { isConstant } from '../numbers/deviations.js'
import { inUnits, type Units } from '../numbers/inUnits.js'
import { sumPrecisely } from '../numbers/sumPrecisely.js'
import { columnOf, type ReadTable } from '../tables/readTable.js'
import type { CriterionWeight, WeightDiagnosis } from './types.js'

/** Weights in the order of a table's criteria, each with the statistic behind it. */
interface ColumnWeights<Statistic> {
  readonly weights: readonly number[]
  readonly criteria: readonly (CriterionWeight & Statistic)[]
  readonly diagnoses: readonly WeightDiagnosis[]
}

/** A criterion and what its values tell about the alternatives. */
interface Informed {
  readonly id: string
  readonly constant: boolean
  /** 0 or more. */
  readonly information: number
}

/**
 * Shares out a weight of 1 among a table's criteria in proportion to what the values of each tell. Equal values tell nothing; where
 * there is nothing to go by, the weight is shared equally.
 *
 * @param measure - Makes the statistic of a column, which it gets in units of a decimal scale; `criterion` is its place in the table.
 * @param informationOf - What the column tells by this statistic: 0 or more, and 0 where its values are equal.
 */
export function weighColumns<Statistic extends object>(
  table: ReadTable,
  measure: (column: Units, criterion: number) => Statistic,
  informationOf: (statistic: Statistic) => number,
): ColumnWeights<Statistic> {
  const measured = table.criteria.map(({ id }, index) => {
    const column = inUnits(columnOf(table, index))
    const statistic = measure(column, index)
    return { id, constant: isConstant(column.units), statistic, information: informationOf(statistic) }
  })
  const { weights, diagnoses } = shareWeight(measured)
  const criteria = measured.map(({ id, statistic }, index) => ({ criterion: id, weight: weights[index] as number, ...statistic }))
  return { weights, criteria, diagnoses }
}

function shareWeight(columns: readonly Informed[]): { weights: number[]; diagnoses: WeightDiagnosis[] } {
  const varying = columns.filter(({ constant }) => !constant).map(({ id }) => id)
  if (varying.length === 0) return { weights: columns.map(() => 1 / columns.length), diagnoses: [{ code: 'nothing-differs', params: {} }] }
  const diagnoses: WeightDiagnosis[] = columns
    .filter(({ constant }) => constant)
    .map(({ id }) => ({ code: 'constant-criterion', params: { criterion: id } }))
  const total = sumPrecisely(columns.map(({ information }) => information))
  if (total > 0) return { weights: columns.map(({ information }) => information / total), diagnoses }
  return {
    weights: columns.map(({ constant }) => (constant ? 0 : 1 / varying.length)),
    diagnoses: [...diagnoses, { code: 'no-conflict', params: { criteria: varying } }],
  }
}
