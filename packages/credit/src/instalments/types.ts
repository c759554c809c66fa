import type { CalendarDate, DecimalInput, DecimalString, LocalizedText, PolicyReference, RoundingMode } from '@clientele/core'
import type { BusinessDayCalendar } from '@clientele/core/business-time'

/**
 * What a percentage is taken of: the whole amount (`total`), what the lines before leave (`remaining`), the amount less all fixed lines
 * (`after-fixed`: all of them, as rounded, and at least nil), or the amount without its tax (`net-of-tax`).
 */
export type ShareBase = 'total' | 'remaining' | 'after-fixed' | 'net-of-tax'

/** How much of the amount one line asks for. */
export type InstalmentShare =
  | {
      readonly type: 'percent'
      /** Above 0 and at most 100: `'25'` is 25 %. */
      readonly percent: DecimalInput
      readonly of: ShareBase
    }
  | {
      readonly type: 'fixed'
      /** Above 0; it takes the invoice's sign. */
      readonly amount: DecimalInput
    }
  | { readonly type: 'rest' }

/**
 * What becomes of a date that is no business day: the next one, the one before, or the next if that is in the same month, else the one before
 * (which is in another month too where the whole month is closed).
 */
export type BusinessDayConvention = 'following' | 'preceding' | 'modified-following'

/**
 * One move of a date. Within a step: `setMonth`, `addMonths` and `setDay`, cut once to the last day of the month reached; then `addWeeks` and
 * `addDays`; then `toEndOfMonth`, `toPayDay`, `toWeekday` and `toBusinessDay`, in this order.
 */
export interface DateStep {
  /** A month of the same year, from 1 to 12. */
  readonly setMonth?: number | undefined
  /** An integer; a negative one moves back. */
  readonly addMonths?: number | undefined
  /** A day of the month, from 1 to 31; the last day of a shorter month. */
  readonly setDay?: number | undefined
  readonly addWeeks?: number | undefined
  readonly addDays?: number | undefined
  readonly toEndOfMonth?: boolean | undefined
  /** Different days of the month, from 1 to 31, to the next of which the date is moved, unless it is one; the last day of a shorter month. */
  readonly toPayDay?: readonly number[] | undefined
  /** The ISO weekday to which the date is moved on, unless it is one: Monday is 1, Sunday 7. */
  readonly toWeekday?: number | undefined
  readonly toBusinessDay?: BusinessDayConvention | undefined
  /** The name, among the options' calendars, of the one that says what a business day is, only beside `toBusinessDay`; Monday to Friday unless given. */
  readonly calendar?: string | undefined
}

/** One instalment: how much, and how its date follows from the invoice's. */
export interface InstalmentLine {
  readonly share: InstalmentShare
  /** Taken one after the other, from the invoice's date; none means that date itself. */
  readonly due: readonly DateStep[]
}

/** How an amount is paid in instalments. */
export interface InstalmentPlan {
  readonly kind: 'instalment-plan'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  /** How each line is rounded to the currency and to `cashStep`, but percentages without a rest, which are allocated; `half-up` unless given. */
  readonly rounding?: RoundingMode | undefined
  /** The smallest step of every line, above 0; only the rest, or without one the last percentage, may end between two. */
  readonly cashStep?: DecimalInput | undefined
  /**
   * At least one. A line of the type `rest` stands last; or there is none and the percentages add up to exactly 100, all of them `total` and
   * without fixed lines, or all of them `after-fixed`.
   */
  readonly lines: readonly InstalmentLine[]
}

/** What is divided: an invoice, as far as its instalments are concerned. */
export interface InstalmentInvoice {
  readonly id?: string | undefined
  readonly date: CalendarDate
  /** The whole amount, tax included, of at most the currency's minor digits and any sign. */
  readonly amount: DecimalInput
  readonly currency: string
  /** The tax within the amount: between 0 and it. Needed where a line is a percentage of the amount without tax. */
  readonly tax?: DecimalInput | undefined
  /** Allowed as in other invoices; instalments do not need it. */
  readonly deliveryDate?: CalendarDate | undefined
}

/** What a plan asks for beside the invoice. */
export interface InstalmentOptions {
  /** The calendars, by the names that steps use; all are checked, whether a step names them or not. */
  readonly calendars?: { readonly [id: string]: BusinessDayCalendar } | undefined
}

/** One payment of a plan. */
export interface Instalment {
  /** The line of the plan, from 1. */
  readonly line: number
  readonly date: CalendarDate
  readonly amount: DecimalString
  /** The date after each step of the line. */
  readonly dates: readonly CalendarDate[]
}

/** What is to be known about a plan's instalments. */
export type InstalmentDiagnosis =
  | { readonly code: 'due-before-invoice'; readonly params: { readonly line: number; readonly date: CalendarDate } }
  | { readonly code: 'dates-fall'; readonly params: { readonly line: number; readonly date: CalendarDate; readonly before: CalendarDate } }

/** An amount in instalments, which add up to it. */
export interface Instalments {
  readonly amount: DecimalString
  readonly currency: string
  /** The invoice's date. */
  readonly date: CalendarDate
  /** In the order of the plan's lines. */
  readonly instalments: readonly Instalment[]
  readonly diagnoses: readonly InstalmentDiagnosis[]
  /** The plan, and each calendar that was asked. */
  readonly policies: readonly PolicyReference[]
}
