import type { DecimalInput, LocalizedText } from '@clientele/core'
import type { ExposureRule } from '../exposure/types.js'
import type { ReportDepth } from '../investigation/types.js'
import type { AmountByCurrency } from '../money/types.js'

/** What becomes of an order: a hold may be released, a refusal may not. */
export type BreachResponse = 'hold' | 'refuse'

/** A rule of an order policy that has nothing but its response. */
export interface PlainRule {
  readonly response: BreachResponse
}

/** Overdue by so many days, so much of it. */
export interface OverdueRule extends PlainRule {
  /** The fewest days overdue; 1 unless given. What is due today is not overdue. */
  readonly days?: number | undefined
  /** The least sum of what is so long overdue, less what the customer is owed; in the currency of the exposure, 0 or more; anything above 0 unless given. */
  readonly minimumAmount?: AmountByCurrency | undefined
  /** Whether disputed items are left out wholly, what is owed and what the customer is owed; false unless given. */
  readonly skipDisputed?: boolean | undefined
}

/** Dunned so far. */
export interface DunningLevelRule extends PlainRule {
  /** The lowest level, 1 or more; 1 unless given. */
  readonly from?: number | undefined
}

/** No report, or none so deep. */
export interface ReportMissingRule extends PlainRule {
  /** How deep it must be; any report will do unless given. */
  readonly depth?: ReportDepth | undefined
}

/** A report that is too old. */
export interface ReportStaleRule extends PlainRule {
  /** How long a report is fresh: an ISO 8601 duration in days, weeks, months or years; one year unless given. */
  readonly validFor?: string | undefined
}

/** A customer who does not meet the credit standard. */
export interface BelowStandardRule extends PlainRule {
  /** The grades that meet it, at least one; unless given, what the account's rating says counts. */
  readonly grades?: readonly string[] | undefined
  /**
   * What becomes of an order where the account does not tell whether the customer meets it: without a grade, or without `grades` of a grade that is no
   * rating. Unless given, it passes, and `standard-unknown` is told.
   */
  readonly unknown?: BreachResponse | undefined
}

/** What an order may be held or refused for; what is not named is not looked at. A response alone is a rule with nothing else. */
export interface BreachRules {
  /** Exposure and order together are above the limit. */
  readonly 'over-limit'?: BreachResponse | PlainRule | undefined
  /** The limit's last day is over. */
  readonly 'limit-expired'?: BreachResponse | PlainRule | undefined
  /** One rule, or several, such as for so many days and for more; each breached one is told. */
  readonly overdue?: BreachResponse | OverdueRule | readonly OverdueRule[] | undefined
  /** One rule, or several, such as for a level and for a higher one; each breached one is told. */
  readonly 'dunning-level'?: BreachResponse | DunningLevelRule | readonly DunningLevelRule[] | undefined
  /** The last day of a guarantee is over; one that was given back or replaced does not belong into the account. */
  readonly 'guarantee-expired'?: BreachResponse | PlainRule | undefined
  readonly 'report-missing'?: BreachResponse | ReportMissingRule | undefined
  readonly 'report-stale'?: BreachResponse | ReportStaleRule | undefined
  readonly 'below-standard'?: BreachResponse | BelowStandardRule | undefined
  readonly 'account-blocked'?: BreachResponse | PlainRule | undefined
}

/** What an order may be held or refused for. */
export type BreachCode = keyof BreachRules

/** Who may let pass what is held. */
export interface ReleaseRule {
  readonly breach: BreachCode
  /** The host's name of a role; which roles are higher is told by their rules alone. */
  readonly role: string
  /** How far over the limit, in percent of it, 0 or more; without end unless given. Only for `over-limit`. */
  readonly upToPercentOverLimit?: DecimalInput | undefined
  /** How long a release counts: an ISO 8601 duration in days, weeks, months or years. */
  readonly validFor: string
}

/** When an order passes, when not, and who may release it. */
export interface OrderPolicy {
  readonly kind: 'order-policy'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  readonly exposure: ExposureRule
  readonly breaches: BreachRules
  /** Nobody may release anything unless given. */
  readonly release?: readonly ReleaseRule[] | undefined
  /** What the roles of `release` are called, for explanations: each at most once, and not necessarily all. */
  readonly roles?: readonly { readonly id: string; readonly title: LocalizedText }[] | undefined
}
