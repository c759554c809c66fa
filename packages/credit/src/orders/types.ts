import type { CalendarDate, DecimalInput, DecimalString, PolicyReference } from '@clientele/core'
import type { CreditAccount, CreditLimit } from '../accounts/types.js'
import type { ExposedPart, ExposureDiagnosis } from '../exposure/types.js'
import type { ReportDepth } from '../investigation/types.js'
import type { BreachCode, BreachResponse } from './policyTypes.js'

/** An order on credit. */
export interface CreditOrder {
  readonly id: string
  /** The account's. */
  readonly customer: string
  /** 0 or more, of at most its currency's minor digits. */
  readonly amount: DecimalInput
  /** An ISO 4217 code. */
  readonly currency: string
}

/** An order, and the account that it asks credit of. Where the account's orders have one of the same id, it is this order, and counted once. */
export interface OrderCase {
  readonly order: CreditOrder
  readonly account: CreditAccount & { readonly limit: CreditLimit }
}

/** Who may release a breach, and until when if it is done on `asOf`. */
export interface ReleaseOffer {
  readonly role: string
  /** The calendar's last day at most. */
  readonly until: CalendarDate
}

/** The release that let a breach pass. */
export interface AppliedRelease {
  readonly by: string
  readonly role: string
  readonly until: CalendarDate
}

/** What a breach of one code is: its facts, and what may be done about it. */
export interface BreachOf<Code extends BreachCode, Params> {
  readonly code: Code
  readonly params: Params
  readonly response: BreachResponse
  /** The roles that may release it, in the policy's order; none where it is refused. */
  readonly releasableBy: readonly string[]
  /** What each of these roles may do on `asOf`. */
  readonly offers: readonly ReleaseOffer[]
  /** The release that lets it pass; left out where none does. */
  readonly released?: AppliedRelease
}

/** Something an order is held or refused for. Amounts are in the decision's currency. */
export type Breach =
  | BreachOf<
      'over-limit',
      {
        readonly exposure: DecimalString
        readonly order: DecimalString
        readonly limit: DecimalString
        /** exposure + order − limit. */
        readonly excess: DecimalString
        /** excess / limit; null where the limit is 0, and where no number is near. */
        readonly excessRate: number | null
      }
    >
  | BreachOf<'limit-expired', { readonly validUntil: CalendarDate }>
  | BreachOf<
      'overdue',
      {
        /** The rule's days. */
        readonly days: number
        /** So much is so long overdue, less what the customer is owed. */
        readonly amount: DecimalString
        readonly minimumAmount: DecimalString
        /** Of the oldest item. */
        readonly daysOverdue: number
        /** The items' ids, the oldest due date first, those alike by id. */
        readonly items: readonly string[]
      }
    >
  | BreachOf<'dunning-level', { readonly level: number; readonly from: number }>
  | BreachOf<
      'guarantee-expired',
      { readonly count: number; readonly amount: DecimalString /** The latest of them. */; readonly validUntil: CalendarDate }
    >
  /** `depth` is that of the report, null where there is none; `required` is null where any will do. */
  | BreachOf<'report-missing', { readonly depth: ReportDepth | null; readonly required: ReportDepth | null }>
  | BreachOf<'report-stale', { readonly date: CalendarDate; readonly validUntil: CalendarDate }>
  /** `grades` is null where a rating tells; `known` is false where the account does not tell whether the customer meets the standard. */
  | BreachOf<'below-standard', { readonly grade: string | null; readonly grades: readonly string[] | null; readonly known: boolean }>
  | BreachOf<'account-blocked', Record<never, never>>

/** Why a release does not let an order pass. */
export type ReleaseRefusal =
  | { readonly code: 'other-order'; readonly params: { readonly order: string } }
  | { readonly code: 'expired'; readonly params: { readonly until: CalendarDate } }
  | { readonly code: 'not-begun'; readonly params: { readonly date: CalendarDate } }
  | { readonly code: 'order-grown'; readonly params: { readonly amount: DecimalString; readonly order: DecimalString; readonly currency: string } }
  /** The amount that it is for is in another currency than the order. */
  | { readonly code: 'other-currency'; readonly params: { readonly currency: string; readonly order: string } }
  /** It names the breaches that may pass by it, and not this one. */
  | { readonly code: 'breach-not-named'; readonly params: { readonly breach: BreachCode } }
  /** The role may not release this breach, whatever its size; `releasableBy` may. */
  | { readonly code: 'role-too-low'; readonly params: { readonly breach: BreachCode; readonly releasableBy: readonly string[] } }
  /** The role may release so much, and the order is further over the limit; `excessRate` is null where the limit is 0, and where no number is near. */
  | {
      readonly code: 'excess-too-great'
      readonly params: {
        readonly breach: BreachCode
        readonly upToPercent: DecimalString
        readonly excess: DecimalString
        readonly excessRate: number | null
        readonly releasableBy: readonly string[]
      }
    }
  /** It would count longer than the policy allows from its date on. */
  | { readonly code: 'valid-too-long'; readonly params: { readonly breach: BreachCode; readonly until: CalendarDate; readonly latest: CalendarDate } }
  | { readonly code: 'refusal-final'; readonly params: { readonly breach: BreachCode } }
  | { readonly code: 'nothing-held'; readonly params: Record<never, never> }

/** A release that does not let everything pass, with all the reasons. */
export interface RefusedRelease {
  /** Its place in the account's releases. */
  readonly index: number
  readonly order: string
  readonly by: string
  readonly role: string
  readonly until: CalendarDate
  readonly reasons: readonly ReleaseRefusal[]
}

/** What is to be known about a decision. */
export type OrderDiagnosis =
  | ExposureDiagnosis
  /** The account's orders have this one already; it is counted once, as it is now. */
  | { readonly code: 'order-in-account'; readonly params: { readonly order: string; readonly amount: DecimalString; readonly currency: string } }
  /** The limit's last day is over, and the policy does not mind. */
  | { readonly code: 'limit-expired-ignored'; readonly params: { readonly validUntil: CalendarDate } }
  /** The policy asks whether the customer meets the standard, and the account does not tell. */
  | { readonly code: 'standard-unknown'; readonly params: { readonly grade: string | null } }
  /** The policy asks whether the report is too old, but not whether there is one, and there is none. */
  | { readonly code: 'report-age-unknown'; readonly params: Record<never, never> }
  /** A release by which something passes does not say on which day it was given, and counts longer than one of `asOf` may: until `latest`. */
  | { readonly code: 'release-undated'; readonly params: AppliedRelease & { readonly latest: CalendarDate } }

/** Whether an order passes, and why. */
export interface OrderDecision {
  readonly order: string
  readonly customer: string
  readonly company?: string
  readonly asOf: CalendarDate
  /** `refuse` where a breach is refused; else `hold` where one is held and not released; else `approve`. */
  readonly decision: 'approve' | 'hold' | 'refuse'
  /** That of the exposure and of every amount, unless it says otherwise. */
  readonly currency: string
  /** Without the order. */
  readonly exposure: DecimalString
  /** The order's amount. */
  readonly amount: DecimalString
  /** The order's amount in its own currency. */
  readonly asked: { readonly amount: DecimalString; readonly currency: string }
  /** Null where there is no limit. */
  readonly limit: DecimalString | null
  /** limit − exposure, before the order: below 0 where the limit is passed already; null where there is no limit. */
  readonly available: DecimalString | null
  /** limit − exposure − order: below 0 where the limit is passed; null where there is no limit. */
  readonly availableAfter: DecimalString | null
  readonly parts: readonly ExposedPart[]
  /** All of them, also those that were released. */
  readonly breaches: readonly Breach[]
  /** Where the order passes by releases: the one that ends first, and the order's amount in its own currency, which is all that was decided about. */
  readonly release?: AppliedRelease & { readonly amount: DecimalString; readonly currency: string }
  readonly refusedReleases: readonly RefusedRelease[]
  readonly diagnoses: readonly OrderDiagnosis[]
  readonly policies: readonly PolicyReference[]
}
