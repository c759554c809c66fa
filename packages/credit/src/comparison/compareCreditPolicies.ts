import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { compare, type Fraction, powerOfTenText, subtract } from '../numbers/fraction.js'
import { nearestRatio } from '../ratios/nearestRatio.js'
import { type PolicyAmounts, policyAmounts } from './policyAmounts.js'
import { type ReadComparison, readComparison, readCreditPolicies } from './readComparison.js'
import type { ReadCreditPolicy } from './readCreditPolicy.js'
import type {
  CreditPolicyFigures,
  PolicyAdvantage,
  PolicyComparison,
  PolicyComparisonOptions,
  PolicyComponent,
  PolicyDifference,
  PolicyOutcome,
} from './types.js'

type AmountKey = Exclude<keyof PolicyAmounts, 'id' | 'period'>

const COMPONENTS: readonly PolicyComponent[] = ['contribution', 'opportunity', 'badDebt', 'discount', 'collection']

/**
 * Tells which credit policy yields most, what each changes against the one in force, and which cost decides.
 *
 * A policy's profit is its contribution, `sales × (1 − variable cost)`, less the opportunity cost of the capital that its receivables tie up, bad
 * debts, discounts and what collection costs. Receivables are `sales / daysInYear × average collection period`, or as they are given. Everything is
 * exact, but receivables, the margin retained in them, investment and opportunity cost are rounded half-even at 20 decimal places where they have more;
 * so the parts always add up to the profit.
 *
 * @param policies - At least one, of different `id`s: `sales` and `collectionCost` in a year, 0 or more; `variableCostPercent`, 0 or more;
 * `badDebtPercent` of all sales, 0 to 100, or the amount as `badDebt`; and when customers pay, as `collectionDays`, as a `mix` of parts of the
 * customers whose shares add up to 100 or to 1, each with its `days` and `discountPercent`, or as the average `receivables`; but with a mix, the amount
 * of cash discounts as `discount`, 0 or more.
 * @param options - `costOfCapitalPercent`, 0 or more; `daysInYear`, 360 or 365; `existingReceivablesAt`: whether all receivables tie up their
 * `variable-cost`, or those of the sales in force their `price`, of which the margin stays tied up where sales are given up; `current`, the id of the policy in force, the first unless given.
 * @returns Each policy's figures as exact decimals and its average collection period in days; the differences from the policy in force; the best and
 * the next best; by how much each component speaks for the best, and the one that does so most. It takes O(n log n) for n policies.
 * @throws {@link InputError} if a policy or an option is not as stated, with every issue.
 * @see E. F. Brigham & P. R. Daves, *Intermediate Financial Management*, 2004, chapter 27, "Analyzing Proposed Changes in Credit Policy"; for
 * receivables at variable cost the Chinese CPA textbook 財務成本管理, 信用政策分析.
 * @example
 * import { compareCreditPolicies } from '@clientele/credit'
 *
 * const current = { id: 'n/60', sales: 1000, variableCostPercent: 60, collectionDays: 60, badDebt: 10, collectionCost: 5 }
 * const longer = { id: 'n/90', sales: 1100, variableCostPercent: 60, collectionDays: 90, badDebt: 15, collectionCost: 8 }
 * const options = { costOfCapitalPercent: 10, daysInYear: 360, existingReceivablesAt: 'variable-cost' } as const
 * const { differences, best, decidedBy } = compareCreditPolicies([current, longer], options)
 * differences.map(({ contribution, opportunity, badDebt, collection, profit }) => [contribution, opportunity, badDebt, collection, profit])
 * //=> [['40', '6.5', '5', '3', '25.5']]
 * best //=> 'n/90'
 * decidedBy //=> 'contribution'
 */
export function compareCreditPolicies(policies: readonly CreditPolicyFigures[], options: PolicyComparisonOptions): PolicyComparison {
  const issues: Issue[] = []
  const read = readCreditPolicies(policies, ['policies'], issues)
  const comparison = readComparison(options, read, issues)
  throwIssues(issues)
  return compareRead(read as readonly ReadCreditPolicy[], comparison as ReadComparison)
}

function compareRead(policies: readonly ReadCreditPolicy[], comparison: ReadComparison): PolicyComparison {
  const [first] = policies as readonly [ReadCreditPolicy]
  const current = policies.find(({ id }) => id === comparison.current) ?? first
  const amounts = policies.map((policy) => policyAmounts(policy, current, comparison))
  const inForce = policyAmounts(current, current, comparison)
  const isOther = ({ id }: PolicyAmounts): number => (id === current.id ? 0 : 1)
  const ranked = [...amounts].sort((a, b) => compare(b.profit, a.profit) || isOther(a) - isOther(b) || (a.id < b.id ? -1 : 1))
  const best = ranked[0] as PolicyAmounts
  const runnerUp = ranked[1]
  return {
    current: current.id,
    policies: amounts.map(outcome),
    differences: amounts.filter(({ id }) => id !== current.id).map((other) => differ(other, inForce)),
    best: best.id,
    runnerUp: runnerUp?.id ?? null,
    ...advantagesOf(best, runnerUp),
  }
}

function outcome(amounts: PolicyAmounts): PolicyOutcome {
  const text = (key: AmountKey): string => powerOfTenText(amounts[key])
  return {
    id: amounts.id,
    sales: text('sales'),
    contribution: text('contribution'),
    averageCollectionPeriod: nearest(amounts.period),
    receivables: text('receivables'),
    retained: text('retained'),
    investment: text('investment'),
    opportunity: text('opportunity'),
    badDebt: text('badDebt'),
    discount: text('discount'),
    collection: text('collection'),
    profit: text('profit'),
  }
}

function nearest({ dividend, divisor }: Fraction): number {
  return nearestRatio(new Decimal(String(dividend)), new Decimal(String(divisor)))
}

function differ(other: PolicyAmounts, inForce: PolicyAmounts): PolicyDifference {
  const by = (key: AmountKey): string => powerOfTenText(subtract(other[key], inForce[key]))
  return {
    id: other.id,
    against: inForce.id,
    sales: by('sales'),
    contribution: by('contribution'),
    investment: by('investment'),
    opportunity: by('opportunity'),
    badDebt: by('badDebt'),
    discount: by('discount'),
    collection: by('collection'),
    profit: by('profit'),
  }
}

/** How much each component speaks for the best policy, and which decides: of those alike the first. */
function advantagesOf(best: PolicyAmounts, runnerUp: PolicyAmounts | undefined): Pick<PolicyComparison, 'advantages' | 'decidedBy'> {
  if (runnerUp === undefined) return { advantages: [], decidedBy: null }
  const found = COMPONENTS.map((component) => ({ component, amount: advantage(component, best, runnerUp) }))
  const greatest = found.reduce((most, one) => (compare(one.amount, most.amount) > 0 ? one : most))
  const advantages = found.map(({ component, amount }): PolicyAdvantage => ({ component, amount: powerOfTenText(amount) }))
  return { advantages, decidedBy: compare(best.profit, runnerUp.profit) > 0 ? greatest.component : null }
}

/** More contribution speaks for a policy, and less of any cost. */
function advantage(component: PolicyComponent, best: PolicyAmounts, runnerUp: PolicyAmounts): Fraction {
  return component === 'contribution' ? subtract(best[component], runnerUp[component]) : subtract(runnerUp[component], best[component])
}
