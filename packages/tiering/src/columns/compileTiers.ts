import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { type ReadTierScheme, readTierScheme } from '../tiers/readTierScheme.js'
import type { TierScheme } from '../tiers/types.js'
import { classifyColumns } from './classifyColumns.js'
import type { CompiledTiers } from './types.js'

/**
 * Makes a tier scheme ready for millions of customers: the same answers as {@link classifyByThreshold} and {@link classifyByShare}, to the last digit.
 *
 * `classifyColumns` takes the values as integers of so many decimal places, at most 15, in the scheme's currency and any order, and who the customers are, where that matters: in what `explain`
 * says and where there is but one of them. Row `i` without a customer is `String(i)`. It takes O(n) for n customers, for integers are sorted by their
 * digits. With the option `months`, even 1, values are totals of so many months: their averages are compared, exactly, and shown, as those of
 * {@link averageMonthlySales} are.
 *
 * @param scheme - The tier scheme, of any type.
 * @returns `classifyColumns`: of each customer the tier and the rank as columns, what each tier brings in, and what `explain` says of the customer of one
 * row.
 * @throws {@link InputError} if the scheme is none, with every issue; `classifyColumns` throws it if the columns or `months`, a whole number from 1, are
 * not as stated, and names the cells, up to 10,000 bad ones of each column. `explain` throws it where there is no such row: in an empty result always.
 * @example
 * import { compileTiers } from '@clientele/tiering'
 *
 * const cuts = [{ id: 'A', upToPercent: '80' }, { id: 'B', upToPercent: '95' }, { id: 'C', upToPercent: '100' }]
 * const { classifyColumns } = compileTiers({ kind: 'tier-scheme', id: 'pareto', version: 1, type: 'share-of-value', cuts })
 * const { tier, rank, tiers, explain } = classifyColumns({ value: { values: Float64Array.of(30, 900, 20, 50), digits: 0 } })
 * Array.from(tier, (index) => tiers[index]?.tier) //=> ['C', 'A', 'C', 'B']
 * Array.from(rank) //=> [3, 1, 4, 2]
 * explain(3).reasons.map(({ code }) => code) //=> ['within-cut', 'next-in-better-tier']
 */
export function compileTiers(scheme: TierScheme): CompiledTiers {
  const issues: Issue[] = []
  const read = readTierScheme(scheme, ['threshold', 'share-of-value', 'share-of-customers'], ['scheme'], issues)
  throwIssues(issues)
  return { classifyColumns: (columns, options = {}) => classifyColumns(read as ReadTierScheme, columns, options) }
}
