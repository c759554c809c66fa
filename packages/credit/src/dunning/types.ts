import type { CalendarDate, DecimalString, InvalidRows, LocalizedText, PolicyReference, RejectedRow } from '@clientele/core'
import type { InterestRate } from '../interest/types.js'
import type { AmountByCurrency } from '../money/types.js'
import type { ItemDiagnosis, OpenItem } from '../receivables/types.js'

/** A letter, and when it is due. */
export interface DunningLevel {
  /** An integer of 1 or more, greater than that of the level before. */
  readonly level: number
  /** The fewest days overdue: 1 or more, and more than those of the level before. */
  readonly afterDays: number
  /** The least time since the letter of the level before: an ISO 8601 duration in days, weeks, months or years; one day unless given, and at the least. */
  readonly minimumInterval?: string | undefined
  /** Which letter is sent: the host's name of it. */
  readonly letter: string
  /** Charged once in a letter of this level; 0 or more, none unless given. */
  readonly feeAmount?: AmountByCurrency | undefined
  /** Whether an item is blocked from dunning once this level's letter was sent: no further letter follows. */
  readonly block?: boolean | undefined
}

/** When which reminder is sent. */
export interface DunningScheme {
  readonly kind: 'dunning-scheme'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  /** By level, at least one. */
  readonly levels: readonly DunningLevel[]
  /** A letter that asks for less, fee and interest aside, is held; 0 or more, none unless given. */
  readonly minimumAmount?: AmountByCurrency | undefined
  /** Whether disputed items are held; false unless given. */
  readonly skipDisputed?: boolean | undefined
  /** Interest that letters ask for; none unless given. */
  readonly interest?: InterestRate | undefined
}

/** A letter that was sent for an item. */
export interface SentLetter {
  /** The item's id. */
  readonly item: string
  readonly level: number
  readonly sentOn: CalendarDate
}

/** Open items of any customers, and the letters that were sent for them. */
export interface DunningCase {
  readonly items: readonly OpenItem[]
  /** In any order, none unless given; letters for items that are not given, or left out themselves, are left out, and counted in `diagnoses`. */
  readonly history?: readonly SentLetter[] | undefined
}

/** As of which day letters are planned. */
export interface DunningOptions {
  /** The day of the letters: items, applications and history dated later are left out, and counted in `diagnoses`. */
  readonly asOf: CalendarDate
  /** What becomes of bad items; `throw` unless given. A bad history always throws, for a letter might be sent twice. */
  readonly invalid?: InvalidRows | undefined
}

/** The next level of an item, and the first day on which it is reached if nothing else is paid and every letter is sent. */
export interface NextLevel {
  readonly level: number
  readonly on: CalendarDate
}

/** An item in a letter. */
export interface DunnedItem {
  readonly id: string
  readonly level: number
  readonly due: CalendarDate
  readonly daysOverdue: number
  readonly open: DecimalString
  readonly interest: DecimalString
  readonly disputed: boolean
  /** Left out where no level follows, or the calendar ends before. */
  readonly next?: NextLevel
}

/** Why a letter is what it is. */
export type LetterReason =
  | {
      readonly code: 'level-reached'
      readonly params: { readonly item: string; readonly level: number; readonly afterDays: number; readonly daysOverdue: number }
    }
  /** The level before, without which this one would not be reached. */
  | { readonly code: 'level-before-sent'; readonly params: { readonly item: string; readonly level: number; readonly sentOn: CalendarDate } }
  /** What an item is overdue enough for, but is not reached as the level before was not sent. */
  | {
      readonly code: 'level-not-reached-yet'
      readonly params: { readonly item: string; readonly level: number; readonly afterDays: number; readonly missing: number }
    }
  | { readonly code: 'highest-level'; readonly params: { readonly level: number; readonly letter: string } }
  | { readonly code: 'fee-charged'; readonly params: { readonly level: number; readonly fee: DecimalString } }
  | { readonly code: 'interest-charged'; readonly params: { readonly interest: DecimalString } }
  | { readonly code: 'credits-deducted'; readonly params: { readonly credits: DecimalString } }

/** A letter to one customer about items of one currency: total = open + credits + fee + interest. */
export interface DunningLetter {
  readonly customer: string
  readonly currency: string
  /** The highest of its items. */
  readonly level: number
  /** The oldest due date first, those alike by id. */
  readonly items: readonly DunnedItem[]
  /** What is open of its items. */
  readonly open: DecimalString
  /** What the customer is owed in this currency and has not been set against an item: 0 or negative. */
  readonly credits: DecimalString
  /** This letter's; what earlier letters charged is not in it. */
  readonly fee: DecimalString
  /** All the interest of its items up to `asOf`, as they stand: what was booked or asked for before is within it, and credits that were not applied do not lower it. */
  readonly interest: DecimalString
  readonly total: DecimalString
  /** The host's name of the letter, by the level. */
  readonly letter: string
  /** Whether its level blocks the items of that level from further letters. */
  readonly block: boolean
  readonly reasons: readonly LetterReason[]
}

/** Why an item that has reached a level gets no letter. */
export type HoldReason =
  | { readonly code: 'blocked'; readonly params: Record<never, never> }
  | { readonly code: 'disputed'; readonly params: Record<never, never> }
  /** All that would be asked for, less credits, fee and interest aside, is below the minimum. */
  | { readonly code: 'below-minimum'; readonly params: { readonly minimum: DecimalString; readonly balance: DecimalString } }
  | { readonly code: 'covered-by-credits'; readonly params: { readonly open: DecimalString; readonly credits: DecimalString } }

/** An item that has reached a level, and gets no letter. */
export interface HeldItem {
  /** The item's id. */
  readonly item: string
  readonly customer: string
  readonly currency: string
  /** The level that it has reached. */
  readonly level: number
  readonly daysOverdue: number
  readonly open: DecimalString
  /** All of them. */
  readonly reasons: readonly HoldReason[]
}

/** Why an overdue item has not reached another level. */
export type WaitReason =
  | { readonly code: 'days-not-reached'; readonly params: { readonly level: number; readonly afterDays: number; readonly daysOverdue: number } }
  | {
      /** `until` is the first day on which the next letter may be sent, the calendar's last day at most. */
      readonly code: 'interval-not-over'
      readonly params: { readonly level: number; readonly before: number; readonly sentOn: CalendarDate; readonly until: CalendarDate }
    }
  | { readonly code: 'last-level-sent'; readonly params: { readonly level: number; readonly sentOn: CalendarDate } }
  | { readonly code: 'level-blocks'; readonly params: { readonly level: number; readonly sentOn: CalendarDate } }

/** An overdue item that has not reached another level. */
export interface WaitingItem {
  /** The item's id. */
  readonly item: string
  readonly customer: string
  readonly currency: string
  /** The last level that was sent; 0 where none was. */
  readonly level: number
  readonly daysOverdue: number
  readonly open: DecimalString
  /** Left out where no level follows, or the calendar ends before. */
  readonly next?: NextLevel
  /** All of them. */
  readonly reasons: readonly WaitReason[]
}

/** What is to be known about a dunning run. */
export type DunningDiagnosis =
  | ItemDiagnosis
  | { readonly code: 'history-after-as-of'; readonly params: { readonly count: number } }
  | { readonly code: 'history-of-other-items'; readonly params: { readonly count: number } }
  /** Disputed items that the scheme does not hold. */
  | { readonly code: 'disputed-items-dunned'; readonly params: { readonly items: readonly string[] } }
  | { readonly code: 'days-before-first-rate'; readonly params: { readonly items: readonly string[]; readonly from: CalendarDate } }

/** Which letters are to be sent. Every overdue item is in a letter, held or waiting. */
export interface DunningPlan {
  readonly asOf: CalendarDate
  /** One a customer and currency, by customer, then currency. */
  readonly letters: readonly DunningLetter[]
  /** By customer, currency and id. */
  readonly held: readonly HeldItem[]
  /** By customer, currency and id. */
  readonly waiting: readonly WaitingItem[]
  readonly rejected: readonly RejectedRow[]
  readonly diagnoses: readonly DunningDiagnosis[]
  /** The scheme, and the interest rate where it has one. */
  readonly policies: readonly PolicyReference[]
}
