import type { CalendarDate, ReadOptions, RejectedRow } from '@clientele/core'
import type { BgNbdFit } from '../lifetime/types.js'
import type { AgeUnit } from '../purchases/types.js'

/** What a model is tried on: fitted up to one day, compared with what came up to another. */
export interface ValidationOptions extends ReadOptions {
  readonly calibrateTo: CalendarDate
  /** After `calibrateTo`. */
  readonly until: CalendarDate
  /** `week` unless given; where the fit converged, the answer is the same but for the unit of the parameters. */
  readonly unit?: AgeUnit | undefined
}

/** Customers with so many repeat purchases up to the day of calibration, and what they did after it. */
export interface RepeatGroup {
  readonly repeatPurchases: number
  /** Whether customers with more of them are in it too: the last group. */
  readonly orMore: boolean
  readonly customers: number
  /** Purchases of all of them together. */
  readonly actual: number
  readonly expected: number
}

/** What is to be known about a validation. */
export type ValidationDiagnosis =
  | { readonly code: 'rows-rejected'; readonly params: { readonly rejected: number; readonly read: number } }
  /** Customers who bought first after the day of calibration, left out: no model of these customers knows of them. */
  | { readonly code: 'customers-after-calibration'; readonly params: { readonly count: number } }
  /** Customers with nothing but refunds up to the last day, left out. */
  | { readonly code: 'refunds-alone'; readonly params: { readonly customers: number } }
  | { readonly code: 'transactions-after-until'; readonly params: { readonly count: number } }
  /** Amounts of 0 up to the last day, which count as purchases. */
  | { readonly code: 'zero-amounts'; readonly params: { readonly count: number } }
  /** Refunds up to the last day, which are not purchases. */
  | { readonly code: 'refunds'; readonly params: { readonly count: number } }
  /** The fit found no maximum: nothing expected is to be relied on; the diagnoses of `fit` say why. */
  | { readonly code: 'fit-not-converged'; readonly params: Record<never, never> }
  /** Each customer's own rate so far errs less on average than the model, which knows of somebody who bought again. */
  | { readonly code: 'worse-than-naive'; readonly params: { readonly model: number; readonly naive: number } }

/** How a model that knew the past did on what came. */
export interface ModelValidation {
  readonly calibrateTo: CalendarDate
  readonly until: CalendarDate
  readonly unit: AgeUnit
  /** From `calibrateTo` to `until`, in units. */
  readonly horizon: number
  readonly customers: number
  /** Days with a purchase after `calibrateTo` up to `until`, of all customers together. */
  readonly actual: number
  readonly expected: number
  /** From 0 repeat purchases on, a group for each up to 6, and one for 7 or more; empty ones too. */
  readonly byRepeatPurchases: readonly RepeatGroup[]
  /** The mean over the customers of how far the purchases expected are from the actual ones. */
  readonly meanAbsoluteError: number
  /** The same for going on at the rate so far: `repeatPurchases` ÷ `age` a unit, of which 0 ÷ 0 is 0. */
  readonly naive: { readonly expected: number; readonly meanAbsoluteError: number }
  /** The fit up to `calibrateTo`. */
  readonly fit: Omit<BgNbdFit, 'rejected'>
  readonly rejected: readonly RejectedRow[]
  readonly diagnoses: readonly ValidationDiagnosis[]
}
