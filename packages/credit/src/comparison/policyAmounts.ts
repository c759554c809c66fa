import { add, divide, type Fraction, multiply, ONE, roundHalfEven, subtract, ZERO } from '../numbers/fraction.js'
import type { ReadComparison } from './readComparison.js'
import type { ReadCreditPolicy } from './readCreditPolicy.js'

/** What a credit policy yields. All but the period have a power of ten as divisor. */
export interface PolicyAmounts {
  readonly id: string
  readonly period: Fraction
  readonly sales: Fraction
  readonly contribution: Fraction
  readonly receivables: Fraction
  readonly retained: Fraction
  readonly investment: Fraction
  readonly opportunity: Fraction
  readonly badDebt: Fraction
  readonly discount: Fraction
  readonly collection: Fraction
  readonly profit: Fraction
}

/** What depends on how long customers take to pay, exactly. */
interface Outstanding {
  readonly period: Fraction
  readonly receivables: Fraction
}

const DIGITS = 20

/** What a credit policy yields where another is in force. */
export function policyAmounts(policy: ReadCreditPolicy, current: ReadCreditPolicy, comparison: ReadComparison): PolicyAmounts {
  const { id, sales, variableCost, badDebt, discount, collection } = policy
  const { period, receivables } = outstanding(policy, comparison.daysInYear)
  const isAtPrice = comparison.existingReceivablesAt === 'price'
  const retained = isAtPrice ? marginRetained(policy, current, comparison) : ZERO
  const tied = add(isAtPrice ? investmentAtPrice(policy, receivables, current) : multiply(receivables, variableCost), retained)
  const contribution = multiply(sales, subtract(ONE, variableCost))
  const opportunity = shown(multiply(tied, comparison.costOfCapital))
  return {
    id,
    period,
    sales,
    contribution,
    receivables: shown(receivables),
    retained: shown(retained),
    investment: shown(tied),
    opportunity,
    badDebt,
    discount,
    collection,
    profit: subtract(contribution, add(opportunity, badDebt, discount, collection)),
  }
}

function shown(amount: Fraction): Fraction {
  return roundHalfEven(amount, DIGITS)
}

/** The average collection period, and the receivables that are outstanding on average. */
function outstanding({ sales, payment }: ReadCreditPolicy, daysInYear: Fraction): Outstanding {
  if (payment.type === 'days') return { period: payment.days, receivables: divide(multiply(sales, payment.days), daysInYear) }
  const { receivables } = payment
  return { period: sales.dividend === 0n ? ZERO : divide(multiply(receivables, daysInYear), sales), receivables }
}

/** What receivables tie up where those of the sales of the policy in force count at their price: of sales beyond, only the variable cost is spent. */
function investmentAtPrice({ sales, variableCost }: ReadCreditPolicy, receivables: Fraction, current: ReadCreditPolicy): Fraction {
  const more = subtract(sales, current.sales)
  if (more.dividend <= 0n) return receivables
  return divide(multiply(receivables, add(current.sales, multiply(more, variableCost))), sales)
}

/**
 * The margin in receivables of sales that are given up. Of what was outstanding of them, only the variable cost is set free, so the rest stays (Brigham
 * and Daves, ΔI where sales fall).
 */
function marginRetained({ sales }: ReadCreditPolicy, current: ReadCreditPolicy, { daysInYear }: ReadComparison): Fraction {
  const fewer = subtract(current.sales, sales)
  if (fewer.dividend <= 0n) return ZERO
  const givenUp = divide(multiply(outstanding(current, daysInYear).receivables, fewer), current.sales)
  return multiply(givenUp, subtract(ONE, current.variableCost))
}
