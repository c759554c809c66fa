import { standardDeviation } from '../numbers/deviations.js'
import type { Units } from '../numbers/inUnits.js'
import { readTable } from '../tables/readTable.js'
import type { UnweightedTable } from '../tables/types.js'
import type { StandardDeviationWeights } from './types.js'
import { weighColumns } from './weighColumns.js'

/**
 * Finds weights from the values themselves: a criterion weighs in proportion to the standard deviation of its values.
 *
 * The values are taken as they stand, so a criterion in a smaller unit weighs more: bring criteria to one scale first. The criteria's
 * directions and own weights do not matter.
 *
 * @param table - Alternatives by criteria.
 * @returns The weights in the order of the criteria, which add up to 1, with the population standard deviation behind each. A criterion of
 * equal values weighs 0; where nothing differs, all weigh the same; a diagnosis says so.
 * @throws {@link InputError} if the table is wrong.
 * @see D. Diakoulaki, G. Mavrotas and L. Papayannakis, "Determining objective weights in multiple criteria problems: the CRITIC method",
 * 1995, which compares its weights with these.
 * @example
 * import { standardDeviationWeights } from '@clientele/scoring'
 *
 * const { criteria } = standardDeviationWeights({
 *   alternatives: ['A', 'B'],
 *   criteria: [{ id: 'demand' }, { id: 'distance', direction: 'cost' }],
 *   values: [[1, 2], [3, 8]],
 * })
 * criteria
 * //=> [{ criterion: 'demand', weight: 0.25, standardDeviation: 1 }, { criterion: 'distance', weight: 0.75, standardDeviation: 3 }]
 */
export function standardDeviationWeights(table: UnweightedTable): StandardDeviationWeights {
  const read = readTable(table, { weighted: false })
  const measure = ({ units, scale }: Units) => ({ standardDeviation: standardDeviation(units) / scale })
  return { method: 'standard-deviation', ...weighColumns(read, measure, (statistic) => statistic.standardDeviation) }
}
