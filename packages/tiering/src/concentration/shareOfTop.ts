import type { DecimalInput, Issue } from '@clientele/core'
import { checkKeys, checkRecord, throwIssues } from '@clientele/core/checks'
import { type Quantity, ZERO } from '../numbers/quantity.js'
import { readAbove } from '../numbers/readAbove.js'
import { readValues } from './readValues.js'
import { runningSums } from './runningSums.js'
import { topShare } from './topShare.js'
import type { TopShareOptions } from './types.js'

/**
 * Tells which part of all value the greatest customers bring in: do 20 % of them bring in 80 %?
 *
 * How many customers a part of them is, is rounded up, so that it is at least one. It takes O(n log n) for n values.
 *
 * @param values - One for each customer, of any sign, in any order.
 * @param options - `share`: which part of the customers, above 0 and up to 1.
 * @returns From 0 to 1, or above where values are below 0; null where the total is not above 0.
 * @throws {@link InputError} if a value or the share is not as stated, with every issue; or if values of both signs nearly cancel out, so that the answer
 * is beyond what a number can hold.
 * @see J. M. Juran, *Quality Control Handbook*, 1951: the vital few and the useful many, after V. Pareto.
 * @example
 * import { shareOfTop } from '@clientele/tiering'
 *
 * shareOfTop([500, 300, 120, 40, 20, 10, 5, 3, 1, 1], { share: 0.2 }) //=> 0.8
 */
export function shareOfTop(values: readonly DecimalInput[], options: TopShareOptions): number | null {
  const issues: Issue[] = []
  const { units } = readValues(values, issues)
  const share = readShare(options, issues)
  throwIssues(issues)
  return topShare(runningSums(units), share).ofValue
}

function readShare(options: unknown, issues: Issue[]): Quantity {
  if (!checkRecord(options, ['options'], issues)) return ZERO
  const { share, ...others } = { ...options }
  checkKeys(others, ['share'], ['options'], issues)
  return readAbove(share, '0', ['options', 'share'], issues, '1') ?? ZERO
}
