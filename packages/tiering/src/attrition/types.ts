import type { CalendarDate, DecimalInput, LocalizedText, PolicyReference, ReadOptions, RejectedRow } from '@clientele/core'

/** Something that happened with a customer: a call, a visit, a purchase, a ticket. */
export interface Activity {
  readonly customer: string
  /** The day; or `at`, a moment with its offset, of which the day counts as it is written. One of the two. */
  readonly date?: CalendarDate | undefined
  readonly at?: string | undefined
  readonly type: string
}

/** A contract with a customer. */
export interface CustomerContract {
  readonly customer: string
  readonly from: CalendarDate
  /** The last day, not before `from`. */
  readonly to: CalendarDate
  /** Whether it will go on: it has been renewed; false unless given. */
  readonly renewed?: boolean | undefined
}

/** What is known of customers. */
export interface AttritionCase {
  readonly activity: readonly Activity[]
  readonly contracts?: readonly CustomerContract[] | undefined
}

/** How urgent a warning is, and what is done. */
export interface WarningLevel {
  readonly id: string
  readonly title?: LocalizedText | undefined
  readonly action: LocalizedText
}

/** What every signal has. */
export interface SignalHead {
  /** Its own among the policy's signals; findings repeat it. */
  readonly id?: string | undefined
  /** The id of one of the levels. */
  readonly level: string
  /** Which types of activity count; all unless given. */
  readonly types?: readonly string[] | undefined
}

/** What warns of a customer's leaving. */
export type AttritionSignal =
  /** Fewer interactions in the last window than in the windows before on average. */
  | (SignalHead & {
      readonly type: 'interactions-falling'
      /**
       * An ISO 8601 duration, longer than nothing. Windows of months and years alone that end with a month all do: of P3M on 2024-06-30 the last begins
       * on 1 April, and the one before on 1 January.
       */
      readonly window: string
      /** With how many windows before it is compared, from 1 to 100. */
      readonly comparedWindows: number
      /** A fall by so many percent or more, above 0 up to 100. */
      readonly fallPercent: DecimalInput
      /** With fewer interactions in an average window before, nothing is said; 1 unless given, above 0. */
      readonly leastExpected?: DecimalInput | undefined
    })
  /** No interaction for some time of a contract that is about to end without having been renewed. */
  | (SignalHead & {
      readonly type: 'silent-before-contract-end'
      /** How long before the end it counts: an ISO 8601 duration. */
      readonly within: string
      /** For how long there has been no interaction: an ISO 8601 duration, longer than nothing. */
      readonly silentFor: string
    })
  /** No interaction for some time. */
  | (SignalHead & { readonly type: 'silent'; readonly silentFor: string })
  /** A pause that is so many times as long as the customer's own usual one, which is the median of the days between interactions. */
  | (SignalHead & {
      readonly type: 'longer-pause-than-usual'
      /** Above 1. */
      readonly times: DecimalInput
      /** With fewer pauses nothing is said; 3 unless given, from 1. */
      readonly leastPauses?: number | undefined
    })

/** When customers seem to be leaving, and what is done. */
export interface AttritionPolicy {
  readonly kind: 'attrition-policy'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  /** From the most urgent. */
  readonly levels: readonly WarningLevel[]
  /** At least one; of one type and level only such as differ in `types`. */
  readonly signals: readonly AttritionSignal[]
}

/** On which day warnings are given. */
export interface AttritionOptions extends ReadOptions {
  /** Activity dated later is left out, and counted in `diagnoses`. */
  readonly asOf: CalendarDate
}

/** A signal that was found. */
export interface SignalFound {
  /** That of the signal, where it has one. */
  readonly id?: string
  readonly code: AttritionSignal['type']
  readonly level: string
  /** Which types of activity count, where not all do. */
  readonly types?: readonly string[]
  /** Interactions in the last window; of the others days since `since`. */
  readonly observed: number
  /** Interactions in an average window before; of `longer-pause-than-usual` the days it must exceed, of silence those it must reach. */
  readonly expected: number
  /**
   * Since when: the first day of the last window; of the others the day of the last interaction, or the contract's first day where that is later or there
   * was none.
   */
  readonly since: CalendarDate
  /** The contract's last day, where the signal is about one. */
  readonly contractEnd?: CalendarDate
}

/** A customer who seems to be leaving. */
export interface AttritionWarning {
  readonly customer: string
  /** The most urgent of the signals'. */
  readonly level: string
  /** The most urgent first, those alike in the policy's order. */
  readonly signals: readonly SignalFound[]
  /** That of the level. */
  readonly action: LocalizedText
}

/** What is to be known about warnings. */
export type AttritionDiagnosis =
  | { readonly code: 'rows-rejected'; readonly params: { readonly rejected: number; readonly read: number } }
  | { readonly code: 'activity-after-as-of'; readonly params: { readonly count: number } }
  /** Customers whose first interaction is too late for all windows, or who have too few pauses, so that a signal could not be looked for. */
  | { readonly code: 'history-too-short'; readonly params: { readonly signal: AttritionSignal['type']; readonly count: number } }
  /** Left out: contracts that ended before, were not renewed, and have none of the same customer that ends later. */
  | { readonly code: 'contracts-over'; readonly params: { readonly count: number } }
  | { readonly code: 'no-customers'; readonly params: Record<never, never> }

/** A row that was refused, and of which list. */
export interface RejectedActivity extends RejectedRow {
  readonly list: 'activity' | 'contracts'
}

/** Warnings of customers' leaving. */
export interface AttritionWarnings {
  readonly asOf: CalendarDate
  /** How many customers were looked at. */
  readonly customers: number
  /** The most urgent first, those alike by id. */
  readonly warnings: readonly AttritionWarning[]
  readonly rejected: readonly RejectedActivity[]
  readonly diagnoses: readonly AttritionDiagnosis[]
  readonly policies: readonly PolicyReference[]
}
