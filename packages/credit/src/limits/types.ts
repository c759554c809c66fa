import type { DecimalInput, DecimalString, LocalizedText, PolicyReference } from '@clientele/core'
import type { AmountByCurrency } from '../money/types.js'

/** A rule that gives an amount; the lowest of all is the limit. */
export type LimitRule =
  /** So many percent of `netWorth`, 0 or more; nothing of a negative one. */
  | { readonly type: 'share-of-net-worth'; readonly percent: DecimalInput }
  /** What the customer buys in the credit period: `monthlyPurchases` × `creditDays` / the days of a month, which are 30 unless given. */
  | { readonly type: 'purchases-in-credit-period'; readonly daysInMonth?: number | undefined }
  /** What the customer asks for as `requestedLimit`; nothing is decided by it where none is asked for. */
  | { readonly type: 'requested' }
  /** So much, whoever it is; no bound in a currency that is not named, which is told. */
  | { readonly type: 'maximum'; readonly amount: AmountByCurrency }
  /** So much by grade, each listed once; 0 for a grade that is not listed. A listed one must have an amount in the account's currency. */
  | { readonly type: 'by-grade'; readonly amounts: readonly { readonly grade: string; readonly amount: AmountByCurrency }[] }

/** How a limit is suggested. */
export interface LimitPolicy {
  readonly kind: 'limit-policy'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  /** At least one. */
  readonly rules: readonly LimitRule[]
  /** The limit is rounded down to a multiple of it, above 0; to the currency's minor digits unless given. */
  readonly step?: AmountByCurrency | undefined
  /** A lower limit is none, 0; any is worth giving in a currency that is not named, and unless given. */
  readonly minimumLimit?: AmountByCurrency | undefined
}

/** Why a limit is what it is. */
export type LimitReason =
  | {
      readonly code: 'share-of-net-worth'
      readonly params: { readonly netWorth: DecimalString; readonly percent: DecimalString; readonly amount: DecimalString }
    }
  | {
      readonly code: 'purchases-in-credit-period'
      readonly params: {
        readonly monthlyPurchases: DecimalString
        readonly creditDays: number
        readonly daysInMonth: number
        readonly amount: DecimalString
      }
    }
  | { readonly code: 'requested'; readonly params: { readonly amount: DecimalString } }
  | { readonly code: 'nothing-requested'; readonly params: Record<never, never> }
  | { readonly code: 'maximum'; readonly params: { readonly amount: DecimalString } }
  /** A maximum that is no bound, as it does not name the account's currency. */
  | { readonly code: 'maximum-not-named'; readonly params: { readonly currency: string } }
  | { readonly code: 'by-grade'; readonly params: { readonly grade: string; readonly amount: DecimalString } }
  | { readonly code: 'grade-not-listed'; readonly params: { readonly grade: string } }
  /** The rules that gave the lowest amount. */
  | { readonly code: 'lowest'; readonly params: { readonly rules: readonly LimitRule['type'][]; readonly amount: DecimalString } }
  | { readonly code: 'rounded-down'; readonly params: { readonly step: DecimalString; readonly from: DecimalString; readonly to: DecimalString } }
  | { readonly code: 'below-minimum'; readonly params: { readonly minimum: DecimalString; readonly amount: DecimalString } }

/** A suggested limit. */
export interface SuggestedLimit {
  readonly customer: string
  readonly company?: string
  readonly currency: string
  /** With the currency's minor digits. */
  readonly limit: DecimalString
  /** One for every rule in the policy's order, with its amount rounded down to the currency's minor digits; then what decided. */
  readonly reasons: readonly LimitReason[]
  readonly policies: readonly PolicyReference[]
}
