import type { CalendarDate, DecimalInput, DecimalString, PolicyReference } from '@clientele/core'
import type { ItemDiagnosis } from '../receivables/types.js'

/** What exposure is made of. Deposits and guarantees lower it. */
export type ExposurePart = 'receivables' | 'deliveries' | 'orders' | 'deposits' | 'guarantees'

/** How exposure is measured. */
export interface ExposureRule {
  /** The parts that count, at least one; what an account has of them must be given, if only as an empty list. */
  readonly count: readonly ExposurePart[]
  /** Into which currency everything is converted; without it, everything must be in the account's currency. */
  readonly convert?: CurrencyConversion | undefined
  /** Whether only guarantors who are severally liable count; false unless given. */
  readonly jointGuaranteesOnly?: boolean | undefined
}

/** Rates of exchange. */
export interface CurrencyConversion {
  /** An ISO 4217 code. */
  readonly to: string
  /** How much of `to` one unit of a currency is worth, by ISO 4217 code, above 0, that of `to` itself 1; no rate is derived from another. */
  readonly rates: { readonly [currency: string]: DecimalInput | undefined }
}

/** A part of an exposure. */
export interface ExposedPart {
  readonly part: ExposurePart
  /** What of it is in force: negative where it lowers the exposure. The amounts of the parts that count add up to the total. */
  readonly amount: DecimalString
  /** Whether the policy counts it. */
  readonly counted: boolean
}

/** What is to be known about an exposure. */
export type ExposureDiagnosis =
  | Exclude<ItemDiagnosis, { readonly code: 'rows-rejected' }>
  /** Dated after `asOf`, and left out. */
  | { readonly code: 'commitments-after-as-of'; readonly params: { readonly part: 'deliveries' | 'orders'; readonly count: number } }
  /** Deposits or guarantees whose last day is over; they do not count. */
  | { readonly code: 'security-expired'; readonly params: SecurityParams }
  /** Deposits or guarantees whose first day has not come; they do not count. */
  | { readonly code: 'security-not-begun'; readonly params: SecurityParams }
  /** Guarantors who are not severally liable, where the policy counts only those who are. */
  | { readonly code: 'guarantees-not-joint'; readonly params: SecurityParams }
  /** Converted with this rate. */
  | { readonly code: 'converted'; readonly params: { readonly from: string; readonly to: string; readonly rate: DecimalString } }

/** How many deposits or guarantees, and what they come to, in the currency of the exposure. */
export interface SecurityParams {
  readonly part: 'deposits' | 'guarantees'
  readonly count: number
  readonly amount: DecimalString
}

/** The day of an exposure or a decision. */
export interface ExposureOptions {
  /** Items, applications, orders and deliveries that are dated later are left out; deposits and guarantees count if they are in force on it. */
  readonly asOf: CalendarDate
}

/** How much is at stake with a customer. */
export interface CreditExposure {
  readonly customer: string
  readonly company?: string
  readonly asOf: CalendarDate
  readonly currency: string
  /** Below 0 where deposits and guarantees are greater than what is owed. */
  readonly total: DecimalString
  /** All five, in this order. */
  readonly parts: readonly ExposedPart[]
  readonly diagnoses: readonly ExposureDiagnosis[]
  readonly policies: readonly PolicyReference[]
}
