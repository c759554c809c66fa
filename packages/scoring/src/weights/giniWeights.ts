import type { Units } from '../numbers/inUnits.js'
import { sumPrecisely } from '../numbers/sumPrecisely.js'
import type { UnweightedTable } from '../tables/types.js'
import { readShares } from './readShares.js'
import type { GiniWeights } from './types.js'
import { weighColumns } from './weighColumns.js'

/**
 * Finds weights from the values themselves: a criterion weighs in proportion to the Gini coefficient of its values.
 *
 * The coefficient is the mean difference of two values ÷ twice their mean, so units do not matter; neither do the criteria's directions and
 * own weights. It takes O(n log n) for n alternatives.
 *
 * @param table - Alternatives by criteria; no value is below 0.
 * @returns The weights in the order of the criteria, which add up to 1, with the coefficient behind each. A criterion of equal values
 * weighs 0; where nothing differs, all weigh the same; a diagnosis says so.
 * @throws {@link InputError} if the table is wrong, or a value is below 0.
 * @see C. Gini, "Variabilità e mutabilità", 1912; G. Li and G. Chi, "A new determining objective weights method: Gini coefficient weight", 2009.
 * @example
 * import { giniWeights } from '@clientele/scoring'
 *
 * const { criteria } = giniWeights({
 *   alternatives: ['A', 'B'],
 *   criteria: [{ id: 'demand' }, { id: 'distance', direction: 'cost' }],
 *   values: [[0, 10], [8, 30]],
 * })
 * criteria.map(({ criterion, giniCoefficient }) => [criterion, giniCoefficient]) //=> [['demand', 0.5], ['distance', 0.25]]
 */
export function giniWeights(table: UnweightedTable): GiniWeights {
  const measure = ({ units }: Units) => ({ giniCoefficient: giniCoefficient(units) })
  return { method: 'gini', ...weighColumns(readShares(table), measure, (statistic) => statistic.giniCoefficient) }
}

/** The differences of all pairs are added up as the gaps between neighbours, each as often as pairs stand across it: nothing cancels. */
function giniCoefficient(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const gaps = sorted.slice(1).map((value, index) => (index + 1) * (sorted.length - index - 1) * (value - (sorted[index] as number)))
  const differences = sumPrecisely(gaps)
  return differences === 0 ? 0 : differences / (sorted.length * sumPrecisely(sorted))
}
