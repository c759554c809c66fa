import type { CalendarDate, DecimalInput } from '@clientele/core'
import type { ReportDepth } from '../investigation/types.js'
import type { BreachCode } from '../orders/policyTypes.js'
import type { OpenItem } from '../receivables/types.js'

/** How much credit a customer has, and until when. */
export interface CreditLimit {
  /** 0 or more, of at most the currency's minor digits, in the account's currency: 0 is no credit beyond deposits and guarantees, null is no limit. */
  readonly amount: DecimalInput | null
  /** The last day of the limit; it has no end unless given. */
  readonly validUntil?: CalendarDate | undefined
}

/** What was ordered and is not delivered, or was delivered and is not invoiced. */
export interface Commitment {
  readonly id?: string | undefined
  /** The account's customer, where it is given. */
  readonly customer?: string | undefined
  /** Of an order 0 or more; of a delivery negative where goods came back. */
  readonly amount: DecimalInput
  /** An ISO 4217 code; the account's currency unless given. */
  readonly currency?: string | undefined
  /** What is dated after `asOf` does not count; without a date it counts on any day. */
  readonly date?: CalendarDate | undefined
}

/** Money that the customer left as a security. */
export interface CreditDeposit {
  readonly id?: string | undefined
  /** 0 or more. */
  readonly amount: DecimalInput
  /** An ISO 4217 code; the account's currency unless given. */
  readonly currency?: string | undefined
  /** The first day on which it counts; it has no beginning unless given. */
  readonly validFrom?: CalendarDate | undefined
  /** The last day on which it counts; it has no end unless given. */
  readonly validUntil?: CalendarDate | undefined
}

/** What somebody else answers for. */
export interface CreditGuarantee extends CreditDeposit {
  /** Whether the guarantor is severally liable: may be asked at once, like the customer; false unless given. */
  readonly joint?: boolean | undefined
}

/** The investigation that a decision rests on: its depth and date. A whole {@link CreditReport} will do, of the account's customer. */
export interface AccountReport {
  readonly depth: ReportDepth
  readonly date: CalendarDate
}

/** A grade that a {@link CreditRating} gave. A whole rating will do, of the account's customer. */
export interface AccountGrade {
  readonly grade: string
  readonly meetsStandard: boolean
}

/** That somebody let an order pass. */
export interface OrderRelease {
  /** The order's id. */
  readonly order: string
  /** Who. */
  readonly by: string
  /** As whom: a role of the order policy. */
  readonly role: string
  /** The last day on which it counts. */
  readonly until: CalendarDate
  /** When it was given, `until` at the latest; where it is known, it counts no longer than the policy says from that day on. */
  readonly date?: CalendarDate | undefined
  /** How large the order may be, 0 or more; as large as it is unless given. */
  readonly amount?: DecimalInput | undefined
  /** That of the amount, an ISO 4217 code; the order's unless given. Where it is another, the release does not count. */
  readonly currency?: string | undefined
  /** What may pass by it, at least one; all that its role may release unless given. */
  readonly breaches?: readonly BreachCode[] | undefined
}

/** Facts about a customer of one company of ours, in one currency. Each verb says which of them it needs. */
export interface CreditAccount {
  readonly customer: string
  /** Which company of ours gives the credit, where there are several. */
  readonly company?: string | undefined
  /** An ISO 4217 code: that of the limit, and of every amount that has no currency of its own. */
  readonly currency: string
  readonly limit?: CreditLimit | undefined
  /** What was invoiced, the customer's alone. */
  readonly items?: readonly OpenItem[] | undefined
  /** Delivered and not invoiced. */
  readonly deliveries?: readonly Commitment[] | undefined
  /** Accepted and not delivered. */
  readonly orders?: readonly Commitment[] | undefined
  readonly deposits?: readonly CreditDeposit[] | undefined
  readonly guarantees?: readonly CreditGuarantee[] | undefined
  readonly report?: AccountReport | undefined
  /** A grade alone, or the rating that gave it, which also tells whether the customer meets the standard. */
  readonly grade?: string | AccountGrade | undefined
  /** The highest level of which a letter was sent and is not settled; none unless given. */
  readonly dunningLevel?: number | undefined
  /** Whether somebody stopped all credit by hand; false unless given. */
  readonly blocked?: boolean | undefined
  readonly releases?: readonly OrderRelease[] | undefined
  /** Assets less debts; negative where debts are greater. */
  readonly netWorth?: DecimalInput | undefined
  /** What the customer buys in a month, 0 or more. */
  readonly monthlyPurchases?: DecimalInput | undefined
  /** The credit period in days, 0 or more. */
  readonly creditDays?: number | undefined
  /** The limit that the customer asks for, 0 or more. */
  readonly requestedLimit?: DecimalInput | undefined
}
