import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { checkProjection } from './checkProjection.js'
import type { TierNames } from './checkTierNames.js'
import { shownChange, shownNumber } from './shownNumber.js'

/**
 * Says in sentences how many customers are expected in each tier at the end of a projection.
 *
 * @param rows - What {@link projectTiers} returned: a row for each period, the first of them how it is now.
 * @param options - `tiers`: what the columns stand for, as many different names.
 * @param locale - The language; English unless given.
 * @returns How far it is looked ahead, and for each tier how many customers there are now and will be at the end, to two decimal places;
 * a number that is too near to 0 for that is told as `<0.01` or `>−0.01`.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @example
 * import { projectTiers } from '@clientele/tiering'
 * import { explainProjection } from '@clientele/tiering/explain'
 *
 * const rows = projectTiers({ counts: [100, 300], rates: [[0.9, 0.1], [0.2, 0.8]] }, { periods: 2 })
 * explainProjection(rows, { tiers: ['A', 'B'] }).sentences
 * //=> ['Periods looked ahead: 2. Customers expected in each tier, if the share of each tier that goes to each other tier stays the same in every period:', '"A": 100 now, 185 at the end (+85).', '"B": 300 now, 215 at the end (−85).']
 */
export function explainProjection(
  rows: readonly (readonly number[])[],
  options: TierNames,
  locale: TieringLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkProjection(rows, options, issues)
  throwIssues(issues)
  const { periods, tier: template } = locale.projection
  const [first, last] = [rows[0], rows.at(-1)] as [readonly number[], readonly number[]]
  const explainTier = (tier: string, index: number): string => {
    const [from, to] = [first[index], last[index]] as [number, number]
    return formatMessage(template, { tier, from: shownNumber(from), to: shownNumber(to), change: shownChange(from, to) })
  }
  return { sentences: [formatMessage(periods, { periods: rows.length - 1 }), ...options.tiers.map(explainTier)] }
}
