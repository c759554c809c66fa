import type { DecimalString, Issue, Path } from '@clientele/core'
import {
  type Check,
  checkAgrees,
  checkAmong,
  checkFigure,
  checkQuantity,
  checkShare,
  checkText,
  checkUnique,
  filled,
  listOf,
  membersOf,
  oneOf,
  orNull,
} from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { isNil } from '@clientele/core/explain'
import type { PolicyAdvantage, PolicyComparison, PolicyComponent, PolicyDifference, PolicyOutcome } from '../comparison/types.js'
import { add, compare, type Fraction, fractionOfText, powerOfTenText, subtract, ZERO } from '../numbers/fraction.js'

const COMPONENTS: readonly PolicyComponent[] = ['contribution', 'opportunity', 'badDebt', 'discount', 'collection']
/** What amounts with more decimal places are rounded to. */
const LAST_PLACE: Fraction = { dividend: 1n, divisor: 10n ** 20n }
const DIFFERENCES = ['sales', 'contribution', 'investment', 'opportunity', 'badDebt', 'discount', 'collection', 'profit'] as const

const outcome = membersOf({
  id: checkText,
  sales: checkFigure,
  contribution: checkQuantity,
  averageCollectionPeriod: checkShare,
  receivables: checkFigure,
  retained: checkQuantity,
  investment: checkQuantity,
  opportunity: checkQuantity,
  badDebt: checkFigure,
  discount: checkFigure,
  collection: checkFigure,
  profit: checkQuantity,
})

const checkShape: Check = membersOf({
  current: checkText,
  policies: filled(outcome),
  differences: listOf(membersOf({ id: checkText, against: checkText })),
  best: checkText,
  runnerUp: orNull(checkText),
  advantages: listOf(membersOf({ component: oneOf(COMPONENTS), amount: checkQuantity })),
  decidedBy: orNull(oneOf(COMPONENTS)),
})

/** Adds an issue for all that is wrong with what {@link compareCreditPolicies} returned, and where its policies give other profits, differences or ranks. */
export function checkPolicyComparison(value: unknown, issues: Issue[]): void {
  checkShape(value, ['comparison'], issues)
  if (issues.length > 0) return
  const { current, policies, ...found } = value as PolicyComparison
  const ids = policies.map(({ id }) => id)
  checkUnique(ids, (index) => ['comparison', 'policies', index, 'id'], issues)
  checkAmong(current, ids, ['comparison', 'current'], issues)
  if (issues.length > 0) return
  const inForce = policies.find(({ id }) => id === current) as PolicyOutcome
  policies.forEach((policy, index) => {
    const path = ['comparison', 'policies', index]
    checkAgrees(policy.profit, profitOf(policy), [...path, 'profit'], issues)
    if (!isNil(policy.retained)) checkRetained(policy, inForce, path, issues)
  })
  checkAgrees(found, compareAgain(policies, current), ['comparison'], issues)
}

function profitOf(parts: Omit<PolicyOutcome, 'profit'>): DecimalString {
  const [contribution, ...costs] = COMPONENTS.map((component) => fractionOfText(parts[component]))
  return powerOfTenText(costs.reduce(subtract, contribution ?? ZERO))
}

/** Adds an issue where something is retained though no sales are given up, or capital is tied up by something else; each amount is rounded by itself. */
function checkRetained({ sales, receivables, retained, investment }: PolicyOutcome, inForce: PolicyOutcome, path: Path, issues: Issue[]): void {
  if (new Decimal(sales).gte(inForce.sales)) checkAgrees(retained, '0', [...path, 'retained'], issues)
  const sum = add(fractionOfText(receivables), fractionOfText(retained))
  const beyond = subtract(fractionOfText(investment), sum)
  if (compare(beyond, LAST_PLACE) > 0 || compare(beyond, subtract(ZERO, LAST_PLACE)) < 0)
    checkAgrees(investment, powerOfTenText(sum), [...path, 'investment'], issues)
}

/** What the policies of a comparison make of it. */
function compareAgain(policies: readonly PolicyOutcome[], current: string): Omit<PolicyComparison, 'current' | 'policies'> {
  const isOther = ({ id }: PolicyOutcome): number => (id === current ? 0 : 1)
  const ranked = policies
    .map((policy) => ({ policy, profit: new Decimal(policy.profit) }))
    .sort((a, b) => b.profit.cmp(a.profit) || isOther(a.policy) - isOther(b.policy) || (a.policy.id < b.policy.id ? -1 : 1))
    .map(({ policy }) => policy)
  const [best, runnerUp] = ranked as [PolicyOutcome, ...PolicyOutcome[]]
  const inForce = policies.find(({ id }) => id === current) as PolicyOutcome
  return {
    differences: policies.filter(({ id }) => id !== current).map((policy) => differ(policy, inForce)),
    best: best.id,
    runnerUp: runnerUp?.id ?? null,
    ...advantagesOf(best, runnerUp),
  }
}

function differ(policy: PolicyOutcome, inForce: PolicyOutcome): PolicyDifference {
  const figures = DIFFERENCES.map((figure) => [figure, less(policy[figure], inForce[figure])])
  return { id: policy.id, against: inForce.id, ...(Object.fromEntries(figures) as Omit<PolicyDifference, 'id' | 'against'>) }
}

function advantagesOf(best: PolicyOutcome, runnerUp: PolicyOutcome | undefined): Pick<PolicyComparison, 'advantages' | 'decidedBy'> {
  if (runnerUp === undefined) return { advantages: [], decidedBy: null }
  const advantages = COMPONENTS.map((component): PolicyAdvantage => {
    const amount = less(best[component], runnerUp[component])
    return { component, amount: component === 'contribution' ? amount : less('0', amount) }
  })
  const greatest = advantages.reduce((most, one) => (new Decimal(one.amount).gt(most.amount) ? one : most))
  return { advantages, decidedBy: new Decimal(best.profit).eq(runnerUp.profit) ? null : greatest.component }
}

function less(a: DecimalString, b: DecimalString): DecimalString {
  return powerOfTenText(subtract(fractionOfText(a), fractionOfText(b)))
}
