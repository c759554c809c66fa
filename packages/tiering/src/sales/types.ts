import type { CalendarDate, DecimalInput, DecimalString, ReadOptions, RejectedRow } from '@clientele/core'

/** A sale, or where its amount is below 0 what was given back. */
export interface Sale {
  readonly customer: string
  readonly date: CalendarDate
  /** Of any sign. */
  readonly amount: DecimalInput
  /** An ISO 4217 code. Two currencies are never added: either all sales have the same, or none has one. */
  readonly currency?: string | undefined
}

/** Which months count: the last whole ones before the month of `asOf` (`before`), or those that end with it (`ending-with`). */
export type SalesWindow = 'before' | 'ending-with'

/** Over which months sales are averaged. */
export interface AverageSalesOptions extends ReadOptions {
  /** How many consecutive months: an integer from 1 to 1,200. */
  readonly months: number
  /** The day of the answer: sales dated later are left out, and counted in `diagnoses`. */
  readonly asOf: CalendarDate
  /** `before` unless given. */
  readonly window?: SalesWindow | undefined
}

/** What a customer bought in the months that count. */
export interface AverageSales {
  readonly customer: string
  /** The sum of all sales of those months, exactly. */
  readonly total: DecimalString
  /**
   * The total ÷ months, rounded half-up to be shown: to the currency's minor digits or, where there is no currency, to 2 places more than the totals
   * have, up to 6 in all, but no fewer than they have.
   */
  readonly average: DecimalString
}

/** What is to be known about averages. */
export type AverageSalesDiagnosis =
  | { readonly code: 'rows-rejected'; readonly params: { readonly rejected: number; readonly read: number } }
  | { readonly code: 'sales-after-as-of'; readonly params: { readonly count: number } }
  | { readonly code: 'sales-before-window'; readonly params: { readonly count: number } }
  /** With `before`: sales of the month of `asOf`, which is not over. */
  | { readonly code: 'sales-after-window'; readonly params: { readonly count: number } }
  /** With `ending-with`, where `asOf` is not the last day of its month. */
  | { readonly code: 'month-not-over'; readonly params: { readonly asOf: CalendarDate; readonly to: CalendarDate } }

/** Each customer's average monthly sales. */
export interface AverageMonthlySales {
  readonly asOf: CalendarDate
  readonly months: number
  /** The first and the last day that count. */
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** Where the sales have one. */
  readonly currency?: string
  /** Everyone with a sale up to `asOf`, also where none is in the months that count; the greatest total first, those alike by id. */
  readonly customers: readonly AverageSales[]
  readonly rejected: readonly RejectedRow[]
  readonly diagnoses: readonly AverageSalesDiagnosis[]
}
