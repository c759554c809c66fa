import type { CalendarDate, DecimalInput, DecimalString, LocalizedText, PolicyReference } from '@clientele/core'
import type { CreditAccount } from '../accounts/types.js'

/**
 * A customer's credit state at a time; the result of {@link rateCustomer} will do, with more beside it. What is left out is not compared. A rating must
 * be of the account's customer.
 */
export interface CreditState {
  readonly grade?: string | undefined
  /** A number from 0 to 1. */
  readonly expectedBadDebtRate?: number | undefined
  readonly meetsStandard?: boolean | undefined
  /** 0 where no letter was sent. */
  readonly dunningLevel?: number | undefined
  /** What is overdue, in the account's currency, 0 or more. */
  readonly overdue?: DecimalInput | undefined
  /** By how many days payments are late on average, or a ratio such as {@link averageDaysDelinquent}. */
  readonly daysDelinquent?: number | undefined
}

/** What counts as a change for the worse. */
export type DeteriorationSign =
  /** By so many grades, 1 or more; 1 unless given. */
  | { readonly id: string; readonly title?: LocalizedText | undefined; readonly type: 'grade-fell'; readonly by?: number | undefined }
  /** By so many percentage points, 0 or more; by anything unless given. */
  | {
      readonly id: string
      readonly title?: LocalizedText | undefined
      readonly type: 'loss-rate-rose'
      readonly byPercentagePoints?: DecimalInput | undefined
    }
  /** Met before, and no longer. */
  | { readonly id: string; readonly title?: LocalizedText | undefined; readonly type: 'standard-lost' }
  /** By so many levels, 1 or more; 1 unless given. */
  | { readonly id: string; readonly title?: LocalizedText | undefined; readonly type: 'dunning-level-rose'; readonly by?: number | undefined }
  /** By so much, in the account's currency, above 0 in any case; by anything unless given. */
  | { readonly id: string; readonly title?: LocalizedText | undefined; readonly type: 'overdue-rose'; readonly byAmount?: DecimalInput | undefined }
  /** By so many days, 0 or more; by anything unless given. */
  | {
      readonly id: string
      readonly title?: LocalizedText | undefined
      readonly type: 'days-delinquent-rose'
      readonly byDays?: DecimalInput | undefined
    }

/** What is done about a worse customer (S1: 要求提供擔保人和連帶擔保人, 增加信用保證金, 交易合同取得公證, 減少供貨量或實行發貨限制). */
export type DeteriorationMeasure = {
  /** The ids of signs: taken where one of them is seen; on any sign unless given. */
  readonly onSigns?: readonly string[] | undefined
} & (
  | { readonly measure: 'guarantor' | 'joint-guarantor' | 'notarise-contract' }
  /** Up to so many percent of the limit; by how much is left to those who decide, unless given. */
  | { readonly measure: 'raise-deposit'; readonly toPercentOfLimit?: DecimalInput | undefined }
  /** The limit is cut to so many percent, 0 to 100; left to those who decide, unless given. */
  | { readonly measure: 'reduce-supply'; readonly toPercentOfLimit?: DecimalInput | undefined }
  /** Under which condition goods are shipped: the host's word, such as `prepaid`; left to those who decide, unless given. */
  | { readonly measure: 'restrict-shipments'; readonly to?: string | undefined }
)

/** What is done when a customer's credit gets worse. */
export interface DeteriorationPolicy {
  readonly kind: 'deterioration-policy'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  /** From the best to the worst; needed where a sign is a fall of the grade. */
  readonly grades?: readonly string[] | undefined
  /** At least one. */
  readonly signs: readonly DeteriorationSign[]
  /** To whom the salesperson reports: the host's name of a role. */
  readonly reportTo: string
  /** Who decides on measures: the host's names of roles, at least one. */
  readonly decidedBy: readonly string[]
  /** What these roles are called, for explanations: each at most once, and not necessarily all. */
  readonly roles?: readonly { readonly id: string; readonly title: LocalizedText }[] | undefined
  /**
   * Of several rules for one measure that apply, the strictest counts: the one that raises the deposit highest, cuts the limit lowest, or says first under
   * which condition goods are shipped. One that leaves it open counts only where no other applies.
   */
  readonly measures: readonly DeteriorationMeasure[]
}

/** A customer's credit state before and after, and the account. */
export interface DeteriorationCase {
  readonly before: CreditState
  readonly after: CreditState
  /** Its limit, deposits and guarantees are looked at, where they are given. */
  readonly account: CreditAccount
}

/** As of which day. */
export interface DeteriorationOptions {
  /** Deposits and guarantees count if they are in force on it; without it, only those that have neither beginning nor end, which is told. */
  readonly asOf?: CalendarDate | undefined
}

/** A measure that is proposed to those who decide. */
export type ProposedMeasure =
  | { readonly measure: 'guarantor' | 'joint-guarantor' | 'notarise-contract' }
  /** From what is in force in the account's currency to so much: `amount` more. Null where the policy or the account does not tell. */
  | { readonly measure: 'raise-deposit'; readonly from: DecimalString; readonly to: DecimalString | null; readonly amount: DecimalString | null }
  /** The limit, and what it is cut to. Null where the policy or the account does not tell. */
  | { readonly measure: 'reduce-supply'; readonly from: DecimalString | null; readonly to: DecimalString | null }
  | { readonly measure: 'restrict-shipments'; readonly to: string | null }

/** A sign that was seen. */
export type DeteriorationReason =
  | {
      readonly code: 'grade-fell'
      readonly params: { readonly sign: string; readonly before: string; readonly after: string; readonly grades: number }
    }
  | { readonly code: 'loss-rate-rose'; readonly params: { readonly sign: string; readonly before: number; readonly after: number } }
  | { readonly code: 'standard-lost'; readonly params: { readonly sign: string } }
  | { readonly code: 'dunning-level-rose'; readonly params: { readonly sign: string; readonly before: number; readonly after: number } }
  | { readonly code: 'overdue-rose'; readonly params: { readonly sign: string; readonly before: DecimalString; readonly after: DecimalString } }
  | { readonly code: 'days-delinquent-rose'; readonly params: { readonly sign: string; readonly before: number; readonly after: number } }

/** What is to be known about a comparison. */
export type DeteriorationDiagnosis =
  /** A sign that was not looked for, as at least one of the states does not tell. */
  | { readonly code: 'not-comparable'; readonly params: { readonly sign: string; readonly fact: string } }
  /** Policies that rated the customer before, and others after, as texts such as `five-c-rating 1`: a grade may differ for that alone. */
  | { readonly code: 'rated-by-different-policies'; readonly params: { readonly before: readonly string[]; readonly after: readonly string[] } }
  /** A measure that is not proposed, as it is in place. */
  | { readonly code: 'in-place'; readonly params: { readonly measure: ProposedMeasure['measure'] } }
  /** So many deposits or guarantees that begin or end some day and do not count, as no `asOf` was given. */
  | { readonly code: 'security-without-day'; readonly params: { readonly part: 'deposits' | 'guarantees'; readonly count: number } }
  /** So many that do not count, as they are not in force on `asOf`. */
  | { readonly code: 'security-not-in-force'; readonly params: { readonly part: 'deposits' | 'guarantees'; readonly count: number } }
  /** Other currencies than the account's, in which deposits do not count. */
  | { readonly code: 'deposits-in-other-currencies'; readonly params: { readonly currencies: readonly string[] } }
  /** A limit that ended before `asOf`; measures are reckoned from it all the same. */
  | { readonly code: 'limit-expired'; readonly params: { readonly validUntil: CalendarDate } }

/** Whether a customer's credit got worse, and what is proposed. */
export interface DeteriorationResponse {
  readonly customer: string
  readonly company?: string
  readonly currency: string
  /** Whether a sign was seen. */
  readonly deteriorated: boolean
  /** Whether the salesperson reports to the superior. */
  readonly report: boolean
  /** Null where there is nothing to report. */
  readonly reportTo: string | null
  /** Who decides on the measures; nobody where there is nothing to decide. */
  readonly decidedBy: readonly string[]
  /** In the policy's order; a measure of several rules stands where the first that applies does. */
  readonly measures: readonly ProposedMeasure[]
  /** In the order of the policy's signs. */
  readonly reasons: readonly DeteriorationReason[]
  /** What could not be compared; the measures in place; then which facts that measures rest on do not count, or are out of date. */
  readonly diagnoses: readonly DeteriorationDiagnosis[]
  readonly policies: readonly PolicyReference[]
}
