import type { Issue } from '@clientele/core'
import { type Check, checkNumber, createIssue, describeValue, listOf, membersOf, throwIssues } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { formatMessage, shownPercent } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import type { CustomerEquity } from '../migration/types.js'
import { checkTierNames, type TierNames } from './checkTierNames.js'
import { shownNumber } from './shownNumber.js'

/** As many as a number has. */
const SHOWN_DIGITS = 17

const LISTS = ['byTier', 'perCustomer'] as const

const checkShape: Check = membersOf({ total: checkNumber, byTier: listOf(checkNumber), perCustomer: listOf(checkNumber) })

/**
 * Says in sentences what the customers are worth now: all of them, and one of each tier.
 *
 * @param equity - What {@link customerEquity} returned.
 * @param options - `tiers`: what the numbers of tiers stand for, as many different names.
 * @param locale - The language; English unless given.
 * @returns What all customers are worth, and for each tier what one customer is, what all are and, unless some tier is worth less than nothing, which part
 * of the total that is. Worth is told to two decimal places, in the unit of the margins; one that is too near to 0 for that as `<0.01` or `>−0.01`.
 * @throws {@link InputError} if anything is not as stated, with every issue, or the tiers do not add up to the total but for rounding.
 * @example
 * import { customerEquity } from '@clientele/tiering'
 * import { explainCustomerEquity } from '@clientele/tiering/explain'
 *
 * const equity = customerEquity({ counts: [20, 0], rates: [[0.8, 0.2], [0, 1]], margins: [100, 0], discountRate: 0.1 })
 * explainCustomerEquity(equity, { tiers: ['active', 'lost'] }).sentences.slice(0, 2)
 * //=> ['All customers together are worth 7333.33 now.', '"active": one customer is worth 366.67, all together 7333.33, which is 100% of the total.']
 */
export function explainCustomerEquity(
  equity: CustomerEquity,
  options: TierNames,
  locale: TieringLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkEquity(equity, options, issues)
  throwIssues(issues)
  const { total: template, tier, tierWithShare } = locale.equity
  const { total, byTier, perCustomer } = equity
  const isWhole = total > 0 && byTier.every((worth) => worth >= 0)
  const explainTier = (name: string, index: number): string => {
    const [each, all] = [perCustomer[index], byTier[index]] as [number, number]
    const facts = { tier: name, each: shownNumber(each), all: shownNumber(all) }
    return isWhole ? formatMessage(tierWithShare, { ...facts, percent: shownPercent(all / total) }) : formatMessage(tier, facts)
  }
  return { sentences: [formatMessage(template, { total: shownNumber(total) }), ...options.tiers.map(explainTier)] }
}

function checkEquity(equity: unknown, options: unknown, issues: Issue[]): void {
  checkShape(equity, ['equity'], issues)
  checkTierNames(options, issues)
  if (issues.length > 0) return
  const expected = (options as TierNames).tiers.length
  for (const key of LISTS) {
    const { length } = (equity as CustomerEquity)[key]
    if (length !== expected) issues.push(createIssue('wrong-length', ['equity', key], { expected, actual: length }))
  }
  if (issues.length === 0) checkTotal(equity as CustomerEquity, issues)
}

/** Each of the numbers may have been rounded. */
function checkTotal({ total, byTier }: CustomerEquity, issues: Issue[]): void {
  let [rest, size] = [new Decimal(total), new Decimal(total).abs()]
  for (const worth of byTier) {
    rest = rest.minus(worth)
    size = size.plus(Math.abs(worth))
  }
  const tolerance = size.times(Number.EPSILON).plus(Number.MIN_VALUE).times(byTier.length)
  if (rest.abs().lte(tolerance)) return
  const expected = decimalText(new Decimal(total).minus(rest).toSignificantDigits(SHOWN_DIGITS))
  issues.push(createIssue('outdated-input', ['equity', 'total'], { expected, actual: describeValue(total) }))
}
