import type { CalendarDate, DecimalInput, DecimalString, LocalizedText, PolicyReference } from '@clientele/core'

/** A yearly rate, from a day on. */
export interface RateStep {
  readonly from: CalendarDate
  /** 0 or more: `8.5` is 8.5 % a year. */
  readonly percent: DecimalInput
}

/** How late payment bears interest: simple interest, by the day. */
export interface InterestRate {
  readonly kind: 'interest-rate'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  /** By date, at least one. Before the first there is no interest. */
  readonly steps: readonly RateStep[]
  /**
   * Whether each day bears interest at the rate of that day (`each-day`, unless given), or all days at that of the day after the due date
   * (`first-day`; the first step's, where that begins later), as the United Kingdom's law has it.
   */
  readonly stepsApply?: 'each-day' | 'first-day' | undefined
  /** What a year has: 365 or 360 days, or as many as each calendar year has (`actual`). */
  readonly daysInYear: 365 | 360 | 'actual'
  /** Whether the sum is rounded (`total`, unless given), each span's interest (`span`), or the interest of one day of a span (`day`). */
  readonly rounding?: 'total' | 'span' | 'day' | undefined
}

/** As of which day interest is counted. */
export interface LateInterestOptions {
  /** The last day that bears interest. */
  readonly asOf: CalendarDate
}

/** Days on end with one balance, one rate and one length of the year. */
export interface InterestSpan {
  readonly from: CalendarDate
  /** The last day. */
  readonly to: CalendarDate
  readonly days: number
  readonly balance: DecimalString
  /** A year; 0 before the first step. */
  readonly percent: DecimalString
  readonly daysInYear: number
  /** Rounded to the currency where each span or day is; else unrounded, to 20 decimal places where there are more. */
  readonly interest: DecimalString
}

/** What is to be known about interest. */
export type InterestDiagnosis =
  | { readonly code: 'item-after-as-of'; readonly params: { readonly date: CalendarDate } }
  | { readonly code: 'applications-after-as-of'; readonly params: { readonly count: number } }
  /** Days overdue that lie before the first step of the rate. */
  | { readonly code: 'days-before-first-rate'; readonly params: { readonly days: number; readonly from: CalendarDate } }

/** The interest that one item bears. */
export interface LateInterest {
  /** The item's id. */
  readonly item: string
  readonly currency: string
  readonly asOf: CalendarDate
  readonly due: CalendarDate
  /** Days from the due date to `asOf`; 0 on the due date and before it, and where the item is dated after `asOf`. */
  readonly daysOverdue: number
  /** Rounded half-up to the currency. */
  readonly interest: DecimalString
  /** By date; days on which nothing was owed are in none. */
  readonly spans: readonly InterestSpan[]
  readonly diagnoses: readonly InterestDiagnosis[]
  readonly policies: readonly PolicyReference[]
}
