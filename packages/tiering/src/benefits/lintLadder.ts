import type { Issue } from '@clientele/core'
import { createIssue, throwIssues } from '@clientele/core/checks'
import { compareQuantities, quantityText, ZERO } from '../numbers/quantity.js'
import { cheaperFrom, priceLadder } from './cheaperFrom.js'
import { type ReadLadder, type ReadStep, readLadder } from './readLadder.js'
import type { DiscountLadder } from './types.js'

const BELOW_THE_FIRST: ReadStep = { from: ZERO, percent: ZERO }

/**
 * Finds what is odd about a ladder of discounts, which {@link benefitsFor} takes as it is.
 *
 * - `cliff`: the percentage of an `all-units` ladder rises, so that some smaller orders cost more than one of `from`: all between `cheaperFrom` and
 *   `from`. One of `cheaperFrom` itself costs as much, or more where that is rounded or the percentage falls there. Others below may cost more, too,
 *   which the cliffs of earlier steps name.
 * - `falling`: the percentage is lower than that of the step before.
 * - `changes-nothing`: the percentage is that of the step before; nothing is said of a first step of 0 %.
 *
 * @param ladder - The ladder of discounts. Where its first step is not from 0, that one is compared with the 0 % below it.
 * @returns The issues, none where there is nothing to say; their paths start at the ladder. `cheaperFrom` is exact where it has at most twelve
 * decimal places more than `from`, else rounded up to two more, or to as many as keep it below `from`. It takes O(n) for n steps, and O(n²) at worst:
 * where the orders that cost more stretch over many steps.
 * @throws {@link InputError} if the ladder is not as stated, with every issue.
 * @see R. J. Dolan, "Quantity discounts: managerial issues and research opportunities", Marketing Science 6 (1987), on all-units and incremental
 * schedules.
 * @example
 * import { lintLadder } from '@clientele/tiering'
 *
 * const steps = [{ from: '0', percent: '5' }, { from: '100000', percent: '6' }]
 * const [issue] = lintLadder({ type: 'all-units', steps })
 * issue.path //=> ['steps', 1, 'percent']
 * issue.params //=> { from: '100000', percent: '6', before: '5', cheaperFrom: '98947.37' }
 * lintLadder({ type: 'incremental', steps }) //=> []
 */
export function lintLadder(ladder: DiscountLadder): Issue[] {
  const issues: Issue[] = []
  const read = readLadder(ladder, ['ladder'], issues)
  throwIssues(issues)
  return lint(read as ReadLadder)
}

function lint({ type, steps }: ReadLadder): Issue[] {
  const startsAtNothing = steps[0]?.from.units === 0n
  const all = startsAtNothing ? steps : [BELOW_THE_FIRST, ...steps]
  const priced = priceLadder(all)
  const issues: Issue[] = []
  for (const [index, { from, percent }] of all.entries()) {
    const before = all[index - 1]
    if (before === undefined) continue
    const place = ['steps', startsAtNothing ? index : index - 1]
    const rise = compareQuantities(percent, before.percent)
    const texts = { before: quantityText(before.percent), percent: quantityText(percent) }
    if (rise > 0 && type === 'all-units') {
      const params = { from: quantityText(from), ...texts, cheaperFrom: quantityText(cheaperFrom(priced, index)) }
      issues.push(createIssue('cliff', [...place, 'percent'], params))
    } else if (rise < 0) issues.push(createIssue('falling', [...place, 'percent'], { before: texts.before, actual: texts.percent }))
    else if (rise === 0 && before !== BELOW_THE_FIRST) issues.push(createIssue('changes-nothing', place, {}))
  }
  return issues
}
