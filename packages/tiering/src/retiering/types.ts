import type { CalendarDate, DecimalInput, DecimalString, LocalizedText, PolicyReference, ReadOptions, RejectedRow } from '@clientele/core'
import type { CustomerValue } from '../tiers/types.js'

/** A customer's tier up to now, as the last run's `customers` have it. */
export interface TierRecord {
  readonly customer: string
  readonly tier: string
  /** Since when, not after `asOf`. */
  readonly since: CalendarDate
  /** Since when the value has been below the tier's cut, not after `asOf`, from `since` on at the earliest; left out or null where it is not. */
  readonly belowSince?: CalendarDate | null | undefined
}

/** Tiers up to now, and values now. */
export interface RetieringCase {
  readonly previous: readonly TierRecord[]
  /** Customers of a tiering may be given as they are: their sums, tiers, ranks and reasons are ignored. */
  readonly current: readonly CustomerValue[]
}

/** A tier with two cuts, so that a value between them moves nobody. */
export interface RetierTier {
  readonly id: string
  readonly title?: LocalizedText | undefined
  /** The value from which customers of lower tiers rise to it; not in the last tier. */
  readonly promoteFrom?: DecimalInput | null | undefined
  /** The value below which customers fall from it, at most `promoteFrom`; not in the last tier. */
  readonly demoteBelow?: DecimalInput | null | undefined
  /** The value from which customers who have no tier yet come into it, between the two; `promoteFrom` unless given. */
  readonly from?: DecimalInput | null | undefined
}

/** When customers change their tier. */
export interface RetierPolicy {
  readonly kind: 'retier-policy'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  readonly currency?: string | undefined
  /** From the top; all cuts fall from tier to tier. */
  readonly tiers: readonly RetierTier[]
  /** An ISO 8601 duration: for how long nobody falls from a tier after having come into it. */
  readonly minimumStay?: string | undefined
  /** An ISO 8601 duration: for how long a value must have been below the cut. */
  readonly grace?: string | undefined
  readonly up: 'at-once' | 'at-review'
  readonly down: 'at-once' | 'at-review'
  /** In which months, from 1 to 12, there is a review; needed where anything waits for one. */
  readonly review?: { readonly months: readonly number[] } | undefined
  /** By how many tiers a customer moves at once, from 1; by any number unless given. */
  readonly maximumSteps?: number | undefined
  /** What becomes of customers without a value now: they stay (`hold`, unless given), or count as having bought nothing (`zero`). */
  readonly withoutValue?: 'hold' | 'zero' | undefined
}

/** On which day customers are tiered again. */
export interface RetieringOptions extends ReadOptions {
  readonly asOf: CalendarDate
}

/** Why a customer moves or does not. */
export type RetierReason =
  | { readonly code: 'promotion-earned'; readonly params: { readonly tier: string; readonly promoteFrom: DecimalString } }
  | { readonly code: 'below-cut'; readonly params: { readonly tier: string; readonly demoteBelow: DecimalString; readonly since: CalendarDate } }
  /** Neither of the two: what the tier asks for and what the next better one does; null where there is none. */
  | { readonly code: 'between-cuts'; readonly params: { readonly demoteBelow: DecimalString | null; readonly promoteFrom: DecimalString | null } }
  /** New here; `from` is the value from which on new customers come into the tier, null in the last one. */
  | { readonly code: 'first-tier'; readonly params: { readonly tier: string; readonly from: DecimalString | null } }
  /** `until` is the first day on which this no longer keeps the customer, the calendar's last day at most. */
  | { readonly code: 'minimum-stay'; readonly params: { readonly since: CalendarDate; readonly until: CalendarDate } }
  /** `until` is the first day on which this no longer keeps the customer, the calendar's last day at most. */
  | { readonly code: 'grace'; readonly params: { readonly belowSince: CalendarDate; readonly until: CalendarDate } }
  /** The next month of a review, as `YYYY-MM`, the calendar's last month at most. */
  | { readonly code: 'waits-for-review'; readonly params: { readonly next: string } }
  /** The value would move the customer further. */
  | { readonly code: 'maximum-steps'; readonly params: { readonly steps: number; readonly earned: string } }
  /** With `maximumSteps`: moved on this day already or, where that waits for reviews, in this review. */
  | { readonly code: 'moved-already'; readonly params: { readonly since: CalendarDate } }
  | { readonly code: 'value-missing'; readonly params: { readonly countedAsZero: boolean } }

/** What becomes of a customer's tier. */
export interface TierMove {
  readonly customer: string
  /** Null where the value is missing and does not count as 0. */
  readonly value: DecimalString | null
  /** Null where the customer is new. */
  readonly from: string | null
  readonly to: string
  /** `held`: the value would move the customer, and something keeps it; `new`: there was no tier up to now. */
  readonly type: 'up' | 'down' | 'stay' | 'held' | 'new'
  /**
   * Of customers that are held from falling: the first day on which nothing keeps them any more, if the value stays as it is; left out where the
   * calendar ends before.
   */
  readonly mayFallFrom?: CalendarDate
  readonly reasons: readonly RetierReason[]
}

/** What is to be known about a run. */
export type RetierDiagnosis =
  | { readonly code: 'rows-rejected'; readonly params: { readonly rejected: number; readonly read: number } }
  /** Those with a value whose tier up to now was rejected, or who have two, by id: they are in neither `moves` nor `customers`, for they are not new. */
  | { readonly code: 'customers-left-out'; readonly params: { readonly customers: readonly string[] } }
  /** Those who stay for that, and those who count as 0, apart; whoever's value was rejected, or who has two, stays. */
  | { readonly code: 'customers-without-value'; readonly params: { readonly count: number; readonly countedAsZero: boolean } }
  | { readonly code: 'new-customers'; readonly params: { readonly count: number } }
  | { readonly code: 'no-customers'; readonly params: Record<never, never> }

/** A row that was refused, and of which list. */
export interface RejectedTierRow extends RejectedRow {
  readonly list: 'previous' | 'current'
}

/** Customers tiered again. */
export interface Retiering {
  readonly asOf: CalendarDate
  readonly currency?: string
  /** Everyone who is not left out, by id. */
  readonly moves: readonly TierMove[]
  /** The next run's `previous`, by id. */
  readonly customers: readonly TierRecord[]
  readonly rejected: readonly RejectedTierRow[]
  readonly diagnoses: readonly RetierDiagnosis[]
  readonly policies: readonly PolicyReference[]
}
