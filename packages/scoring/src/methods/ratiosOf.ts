import { sumOfSquares } from '../numbers/deviations.js'
import { sumPrecisely } from '../numbers/sumPrecisely.js'
import { greatestOf, leastOf, type MethodColumn } from './methodTable.js'
import type { Normalisation } from './types.js'

/** The values of a column for a product: shares of one measure, or for a cost, of which less is better, that measure's multiples. */
export function ratiosOf({ values, scale, cost }: MethodColumn, normalisation: Exclude<Normalisation, 'min-max'>): number[] {
  const measure = measureOf(values, scale, cost, normalisation)
  return values.map((value) => (cost ? measure / value : value / measure))
}

function measureOf(values: readonly number[], scale: number, cost: boolean, normalisation: Exclude<Normalisation, 'min-max'>): number {
  switch (normalisation) {
    case 'none':
      return scale
    case 'sum':
      return cost ? 1 / sumPrecisely(values.map((value) => 1 / value)) : sumPrecisely(values)
    case 'max':
      return cost ? leastOf(values) : greatestOf(values)
    case 'vector':
      return cost ? 1 / Math.sqrt(sumPrecisely(values.map((value) => 1 / (value * value)))) : Math.sqrt(sumOfSquares(values))
  }
}
