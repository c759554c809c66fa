import type { DecimalInput, DecimalString } from '@clientele/core'

/** What credit sales tie up and cost. */
export interface ReceivablesCostFigures {
  /** Sales on credit a day, 0 or more. */
  readonly dailySales: DecimalInput
  /** How many days they are outstanding on average, 0 or more. */
  readonly collectionDays: DecimalInput
  /** Of what is sold so much was spent on it, 0 or more. */
  readonly variableCostPercent: DecimalInput
  /** What capital costs a year, 0 or more. */
  readonly costOfCapitalPercent: DecimalInput
  /** Of investigation, book-keeping and collection in a year, 0 or more. */
  readonly managementCost: DecimalInput
  /** Of a year's sales so much is lost, 0 to 100. */
  readonly badDebtPercent: DecimalInput
  /** By which daily sales are a year's; 360 unless given. */
  readonly daysInYear?: 360 | 365 | undefined
}

/** What receivables cost in a year; all exact. */
export interface ReceivablesCost {
  /** As given. */
  readonly dailySales: DecimalString
  /** As given. */
  readonly collectionDays: DecimalString
  /** dailySales × daysInYear. */
  readonly sales: DecimalString
  /** dailySales × collectionDays. */
  readonly receivables: DecimalString
  /** receivables × variable cost: the capital that is tied up. */
  readonly investment: DecimalString
  /** investment × cost of capital (機會成本). */
  readonly opportunity: DecimalString
  /** 管理成本. */
  readonly management: DecimalString
  /** sales × bad debts (壞賬成本). */
  readonly badDebt: DecimalString
  /** opportunity + management + badDebt. */
  readonly total: DecimalString
}

/** A part of the customers, and what they do. */
export interface CollectionShare {
  /** On which day they pay, 0 or more. */
  readonly days: DecimalInput
  /** Their share of sales: all shares of a policy add up to 100, or all to 1. */
  readonly share: DecimalInput
  /** The discount that they take, 0 to 100; none unless given. */
  readonly discountPercent?: DecimalInput | undefined
}

/** What is expected in a year under a credit policy, whichever way payment is told. */
export interface PolicyFigures {
  readonly id: string
  /** 0 or more. */
  readonly sales: DecimalInput
  /** 0 or more. */
  readonly variableCostPercent: DecimalInput
  /** Of all sales, 0 to 100; or the amount as `badDebt`. Nothing unless one is given. */
  readonly badDebtPercent?: DecimalInput | undefined
  /** 0 or more. */
  readonly badDebt?: DecimalInput | undefined
  /** 0 or more, nothing unless given. */
  readonly collectionCost?: DecimalInput | undefined
  /** The amount of cash discounts, 0 or more, nothing unless given; a mix tells its own. */
  readonly discount?: DecimalInput | undefined
}

/** What is expected in a year under a credit policy, and when customers pay: on average, by parts of them, or by what is outstanding on average. */
export type CreditPolicyFigures = PolicyFigures &
  (
    | { readonly collectionDays: DecimalInput; readonly mix?: never; readonly receivables?: never }
    | { readonly mix: readonly CollectionShare[]; readonly collectionDays?: never; readonly receivables?: never; readonly discount?: never }
    | { readonly receivables: DecimalInput; readonly collectionDays?: never; readonly mix?: never }
  )

/** How policies are compared. */
export interface PolicyComparisonOptions {
  /** What capital costs a year, 0 or more. */
  readonly costOfCapitalPercent: DecimalInput
  readonly daysInYear: 360 | 365
  /**
   * What receivables tie up: their variable cost; or their price as far as sales are not above those of the policy in force, as that money would come
   * in anyway, and the variable cost beyond. At the price, sales that are lost set free only the variable cost of what was outstanding of them
   * (Brigham and Daves).
   */
  readonly existingReceivablesAt: 'variable-cost' | 'price'
  /** The policy in force, which the others are compared with; the first unless given. */
  readonly current?: string | undefined
}

/** What profit is made of. */
export type PolicyComponent = 'contribution' | 'opportunity' | 'badDebt' | 'discount' | 'collection'

/** What a credit policy yields: profit = contribution − opportunity − badDebt − discount − collection. */
export interface PolicyOutcome {
  readonly id: string
  readonly sales: DecimalString
  /** sales × (1 − variable cost). */
  readonly contribution: DecimalString
  /** In days. */
  readonly averageCollectionPeriod: number
  /** As given, or sales / daysInYear × the period. Rounded half-even at 20 decimal places where it is longer, like all that is made of it. */
  readonly receivables: DecimalString
  /** The margin in receivables of sales that are given up, which is not set free; 0 unless carried at the price and sales fall. */
  readonly retained: DecimalString
  /** The capital that is tied up: by the receivables, and by what is retained. */
  readonly investment: DecimalString
  /** investment × cost of capital. */
  readonly opportunity: DecimalString
  readonly badDebt: DecimalString
  readonly discount: DecimalString
  readonly collection: DecimalString
  readonly profit: DecimalString
}

/** What another policy changes: its figures less those of the policy in force. */
export interface PolicyDifference {
  readonly id: string
  readonly against: string
  readonly sales: DecimalString
  readonly contribution: DecimalString
  readonly investment: DecimalString
  readonly opportunity: DecimalString
  readonly badDebt: DecimalString
  readonly discount: DecimalString
  readonly collection: DecimalString
  readonly profit: DecimalString
}

/** By how much a component speaks for the best policy: negative where it speaks against it. */
export interface PolicyAdvantage {
  readonly component: PolicyComponent
  readonly amount: DecimalString
}

/** Which credit policy yields most, and why. */
export interface PolicyComparison {
  readonly current: string
  /** In the order given. */
  readonly policies: readonly PolicyOutcome[]
  /** One for each policy but the one in force, in the order given. */
  readonly differences: readonly PolicyDifference[]
  /** The policy with the greatest profit; of those alike the one in force, or the first by id. */
  readonly best: string
  /** The next best, by the same order; null where there is only one. */
  readonly runnerUp: string | null
  /** Of the best against the next best; they add up to the difference in profit. */
  readonly advantages: readonly PolicyAdvantage[]
  /** The component with the greatest advantage; null where no profit is greater than the next. */
  readonly decidedBy: PolicyComponent | null
}
