import { isBelowNil, isNil, sizeOf } from '@clientele/core/explain'
import type {
  CollectionShare,
  CreditPolicyFigures,
  PolicyDifference,
  PolicyOutcome,
  ReceivablesCost,
  ReceivablesCostFigures,
} from '@clientele/credit'
import { equals, operand, shownAmount } from './amounts.js'
import type { Policies } from './computePolicies.js'

/** What is calculated of a policy. */
export type Line = 'period' | 'contribution' | 'retained' | 'investment' | 'opportunity' | 'badDebt' | 'discount' | 'collection' | 'profit'

export interface Formula {
  readonly line: Line
  /** With the numbers put in; the amount alone where it is given. */
  readonly text: string
  readonly isGiven: boolean
}

/** A policy with what comes of it, and the policy in force. */
interface Told {
  readonly policy: CreditPolicyFigures
  readonly outcome: PolicyOutcome
  readonly inForce: CreditPolicyFigures
  readonly inForceOutcome: PolicyOutcome
  /** Against the policy in force; that itself has none. */
  readonly difference: PolicyDifference | undefined
  readonly options: Policies['options']
}

/** How each figure of a policy comes about, cost by cost: all numbers are what is typed, or what the package found. */
export function formulasOf({ policies, comparison, options }: Policies, index: number): readonly Formula[] {
  const told: Told = {
    policy: policies[index] as CreditPolicyFigures,
    outcome: comparison.policies[index] as PolicyOutcome,
    inForce: policies[0] as CreditPolicyFigures,
    inForceOutcome: comparison.policies[0] as PolicyOutcome,
    difference: comparison.differences[index - 1],
    options,
  }
  const { policy, outcome } = told
  const { sales, contribution, investment, opportunity, badDebt } = outcome
  return [
    ...periodOf(told),
    made('contribution', `${operand(sales)} × (1 − ${policy.variableCostPercent}%)`, contribution, [sales]),
    ...retainedOf(told),
    investmentOf(told),
    made('opportunity', `${operand(investment)} × ${options.costOfCapitalPercent}%`, opportunity, [investment]),
    ...(policy.badDebtPercent === undefined
      ? given('badDebt', badDebt)
      : [made('badDebt', `${operand(sales)} × ${policy.badDebtPercent}%`, badDebt, [sales])]),
    ...discountOf(told),
    ...given('collection', outcome.collection),
    profitOf(outcome),
  ]
}

/** How the three costs of receivables, and their sum, come about. */
export function costFormulas(figures: ReceivablesCostFigures, cost: ReceivablesCost) {
  const { dailySales, collectionDays, variableCostPercent, costOfCapitalPercent, badDebtPercent, daysInYear } = figures
  const { opportunity, management, badDebt, total } = cost
  const parts = [opportunity, management, badDebt]
  return {
    opportunity: `${dailySales} × ${collectionDays} × ${variableCostPercent}% × ${costOfCapitalPercent}% ${equals(opportunity)}`,
    badDebt: `${dailySales} × ${daysInYear} × ${badDebtPercent}% ${equals(badDebt)}`,
    total: `${parts.map(operand).join(' + ')} ${equals(total, parts)}`,
  }
}

function made(line: Line, calculation: string, amount: string | number, operands: readonly (string | number)[] = []): Formula {
  return { line, text: `${calculation} ${equals(amount, operands)}`, isGiven: false }
}

/** What is not typed is nothing. */
function given(line: Line, amount: string): readonly Formula[] {
  return isNil(amount) ? [] : [{ line, text: shownAmount(amount), isGiven: true }]
}

/** Only parts of the customers have an average that is not typed. */
function periodOf({ policy: { mix }, outcome }: Told): readonly Formula[] {
  if (mix === undefined) return []
  return [made('period', mix.map((part) => `${shareIn(part, mix)} × ${part.days}`).join(' + '), outcome.averageCollectionPeriod)]
}

/** Shares add up to 100, or to 1: then none is above 1. */
function shareIn({ share }: CollectionShare, mix: readonly CollectionShare[]): string {
  return mix.some((part) => Number(part.share) > 1) ? `${share}%` : String(share)
}

/** The margin in receivables of sales that are given up. */
function retainedOf({ outcome, inForce, inForceOutcome: { receivables, sales }, difference }: Told): readonly Formula[] {
  if (difference === undefined || isNil(outcome.retained)) return []
  const givenUp = sizeOf(difference.sales)
  const calculation = `${operand(receivables)} × ${operand(givenUp)} ÷ ${operand(sales)} × (1 − ${inForce.variableCostPercent}%)`
  return [made('retained', calculation, outcome.retained, [receivables, givenUp, sales])]
}

/** Receivables are days of sales, or as they are typed; at the price, only those of more sales than in force are weighed. */
function investmentOf({ policy, outcome, inForceOutcome, difference, options }: Told): Formula {
  const { sales, averageCollectionPeriod, retained, investment } = outcome
  const days = policy.collectionDays ?? operand(averageCollectionPeriod)
  const receivables = policy.receivables ?? `${operand(sales)} ÷ ${options.daysInYear} × ${days}`
  const typed = [sales, policy.collectionDays === undefined ? averageCollectionPeriod : '0']
  const variableCost = `${policy.variableCostPercent}%`
  if (options.existingReceivablesAt === 'variable-cost') return made('investment', `${receivables} × ${variableCost}`, investment, typed)
  const more = difference?.sales ?? '0'
  if (isNil(more) || isBelowNil(more)) {
    const atPrice = isNil(retained) ? String(receivables) : `${receivables} + ${operand(retained)}`
    return made('investment', atPrice, investment, [...typed, retained])
  }
  const weighed = `${operand(inForceOutcome.sales)} + ${operand(more)} × ${variableCost}`
  return made('investment', `${receivables} × (${weighed}) ÷ ${operand(sales)}`, investment, [...typed, inForceOutcome.sales, more])
}

/** Of parts of the customers by what they take, or as it is typed. */
function discountOf({ policy: { mix = [] }, outcome: { sales, discount } }: Told): readonly Formula[] {
  const taken = mix.filter(({ discountPercent }) => discountPercent !== undefined)
  if (taken.length === 0) return given('discount', discount)
  const shares = taken.map((part) => `${shareIn(part, mix)} × ${part.discountPercent}%`).join(' + ')
  return [made('discount', `${operand(sales)} × (${shares})`, discount, [sales])]
}

function profitOf({ contribution, opportunity, badDebt, discount, collection, profit }: PolicyOutcome): Formula {
  const costs = [opportunity, badDebt, discount, collection].filter((cost) => !isNil(cost))
  if (costs.length === 0) return { line: 'profit', text: shownAmount(profit), isGiven: false }
  return made('profit', [contribution, ...costs].map(operand).join(' − '), profit, [contribution, ...costs])
}
