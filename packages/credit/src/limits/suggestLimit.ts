import type { Issue } from '@clientele/core'
import { checkCurrency, isRecord, ownValue, throwIssues } from '@clientele/core/checks'
import { type ReadAccount, readAccount } from '../accounts/readAccount.js'
import type { CreditAccount } from '../accounts/types.js'
import { moneyText } from '../money/moneyText.js'
import { amountIn, isNamed } from '../money/readAmountByCurrency.js'
import { compare, type Fraction } from '../numbers/fraction.js'
import { checkAmountsFit, type ReadLimitPolicy, readLimitPolicy } from './readLimitPolicy.js'
import { checkAmountsGiven, NEEDED_FACTS, type RuleAmount, ruleAmounts, unitsDown } from './ruleAmounts.js'
import type { LimitPolicy, LimitReason, SuggestedLimit } from './types.js'

/** A rule that gives an amount. */
type GivenAmount = RuleAmount & { readonly amount: Fraction }

/**
 * Suggests a credit limit: the lowest of what the rules of a policy give, rounded down.
 *
 * A share of the net worth, what is bought within the credit period, what is asked for, a maximum and an amount by grade are compared exactly. The
 * lowest is rounded down to the policy's step, or to the currency's minor digits; what is then below the policy's least limit is none, 0.
 *
 * @param account - The account, with the facts that the rules need: `netWorth`; `monthlyPurchases` and `creditDays`; `grade`. What is asked for,
 * `requestedLimit`, may be left out where another rule gives an amount.
 * @param policy - The limit policy. Its amounts suit the account's currency: a maximum, a step or a least limit by currency has no effect on others,
 * which is told of a maximum; but a listed grade must have an amount in it.
 * @returns The limit with the currency's minor digits; each rule's amount, rounded down to them, in the policy's order; and what decided.
 * @throws {@link InputError} if the policy or the account is not as stated, lacks a fact that a rule needs, or if no rule gives an amount; with every
 * issue.
 * @example
 * import { suggestLimit } from '@clientele/credit'
 * import { usualLimitPolicy } from '@clientele/credit/templates'
 *
 * const account = { customer: 'C-1', currency: 'CNY', netWorth: '800000', monthlyPurchases: '50000', creditDays: 45, requestedLimit: '100000' }
 * const { limit, reasons } = suggestLimit(account, { ...usualLimitPolicy, step: '10000' })
 * limit //=> '70000.00'
 * reasons.map(({ code }) => code)
 * //=> ['share-of-net-worth', 'purchases-in-credit-period', 'requested', 'lowest', 'rounded-down']
 * reasons[3].params //=> { rules: ['purchases-in-credit-period'], amount: '75000.00' }
 */
export function suggestLimit(account: CreditAccount, policy: LimitPolicy): SuggestedLimit {
  const issues: Issue[] = []
  const prepared = readLimitPolicy(policy, issues)
  const needed = new Set(prepared?.rules.flatMap(({ type }) => NEEDED_FACTS[type]))
  const read = readAccount(account, ['account'], issues, [...needed])
  const digits = checkCurrency(isRecord(account) ? ownValue(account, 'currency') : undefined, [], [])
  if (prepared !== undefined && digits !== undefined) checkAmountsFit(prepared, digits, issues)
  if (prepared !== undefined && read !== undefined) checkAmountsGiven(prepared.rules, read, issues)
  throwIssues(issues)
  return suggest(read as ReadAccount, prepared as ReadLimitPolicy)
}

function suggest(account: ReadAccount, policy: ReadLimitPolicy): SuggestedLimit {
  const found = ruleAmounts(policy.rules, account)
  const { customer, company, currency, digits } = account
  const { units, reasons } = decide(found.filter(hasAmount), policy, account)
  return {
    customer,
    ...(company === undefined ? {} : { company }),
    currency,
    limit: moneyText(units, digits),
    reasons: [...found.map(({ reason }) => reason), ...reasons],
    policies: policy.policies,
  }
}

function hasAmount(found: RuleAmount): found is GivenAmount {
  return found.amount !== undefined
}

/** The limit in minor units, and what decided. */
function decide(found: readonly GivenAmount[], { step, minimum }: ReadLimitPolicy, { currency, digits }: ReadAccount) {
  const lowest = found.map(({ amount }) => amount).reduce((least, amount) => (compare(amount, least) < 0 ? amount : least))
  const types = found.filter(({ amount }) => compare(amount, lowest) === 0).map(({ type }) => type)
  const money = (units: bigint): string => moneyText(units, digits)
  const from = unitsDown(lowest, digits)
  const reasons: LimitReason[] = [{ code: 'lowest', params: { rules: [...new Set(types)], amount: money(from) } }]
  const size = isNamed(step, currency) ? amountIn(step, currency, digits) : 1n
  const to = from - (from % size)
  if (to < from) reasons.push({ code: 'rounded-down', params: { step: money(size), from: money(from), to: money(to) } })
  const least = amountIn(minimum, currency, digits)
  if (to >= least) return { units: to, reasons }
  reasons.push({ code: 'below-minimum', params: { minimum: money(least), amount: money(to) } })
  return { units: 0n, reasons }
}
