import type { CalendarDate, DecimalString, ReadOptions, RejectedRow } from '@clientele/core'

/** In what ages and horizons are counted: days, or weeks of seven days. */
export type AgeUnit = 'day' | 'week'

/** As of which day purchases are summarised. */
export interface PurchaseOptions extends ReadOptions {
  /** The day up to which ages run: transactions dated later are left out, and counted in `diagnoses`. */
  readonly asOf: CalendarDate
  readonly unit: AgeUnit
}

/** What the models are told of a customer's purchases. */
export interface CustomerPurchases {
  readonly customer: string
  /** Different days with a purchase after the day of the first one, from 0. */
  readonly repeatPurchases: number
  /** From the first to the last purchase, in units; 0 where there is no repeat. */
  readonly lastPurchaseAge: number
  /** From the first purchase to `asOf`, in units. */
  readonly age: number
  /** `repeatSpend` ÷ `repeatPurchases`, as the nearest number; 0 where there is no repeat. */
  readonly meanSpend: number
  /** All amounts from the second day with a purchase on, refunds taken off, exactly. */
  readonly repeatSpend: DecimalString
  readonly firstPurchase: CalendarDate
  readonly lastPurchase: CalendarDate
}

/** What is to be known about summarised purchases. */
export type PurchaseDiagnosis =
  | { readonly code: 'rows-rejected'; readonly params: { readonly rejected: number; readonly read: number } }
  | { readonly code: 'transactions-after-as-of'; readonly params: { readonly count: number } }
  /** Amounts of 0, which count as purchases. */
  | { readonly code: 'zero-amounts'; readonly params: { readonly count: number } }
  /** Refunds, which are taken off what was bought from the second day on; earlier ones change nothing here. */
  | { readonly code: 'refunds'; readonly params: { readonly count: number } }
  /** Customers with nothing but refunds, left out. */
  | { readonly code: 'refunds-alone'; readonly params: { readonly customers: number } }
  | { readonly code: 'no-customers'; readonly params: Record<never, never> }

/** Purchases of customers, as the models take them. */
export interface PurchaseSummary {
  readonly asOf: CalendarDate
  readonly unit: AgeUnit
  readonly currency?: string
  /** By id, in the order of UTF-16 code units. */
  readonly customers: readonly CustomerPurchases[]
  readonly rejected: readonly RejectedRow[]
  readonly diagnoses: readonly PurchaseDiagnosis[]
}
