import type { CalendarDate, DecimalInput, DecimalString, LocalizedText, PolicyReference } from '@clientele/core'
import type { AgeingDiagnosis } from '../ageing/types.js'

/** The loss that is expected of a bucket's debits: a percentage, or so much lost of so much, as {@link lossRatesFromRollRates} gives it. */
export type ProvisionRate =
  | { readonly bucket: string; readonly percent: DecimalInput; readonly lost?: never; readonly of?: never; readonly rate?: never }
  | {
      readonly bucket: string
      readonly percent?: never
      /** 0 or more, at most `of`. */
      readonly lost: DecimalInput
      /** Above 0. */
      readonly of: DecimalInput
      /** For reading only: what counts is `lost` of `of`. */
      readonly rate?: number | undefined
    }

/** The losses that are expected of receivables, by age. */
export interface ProvisionMatrix {
  readonly kind: 'provision-matrix'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  /** One for every bucket of the ageing, in any order. */
  readonly rates: readonly ProvisionRate[]
}

/** What is set aside for a bucket. */
export interface AllowanceBucket {
  readonly id: string
  readonly debits: DecimalString
  /** A number: 0.003 is 0.3 %. */
  readonly rate: number
  /** debits × the exact rate, rounded half-up to the currency. */
  readonly allowance: DecimalString
}

/** What is set aside in one currency. */
export interface CurrencyAllowance {
  readonly currency: string
  readonly debits: DecimalString
  /** The sum of the buckets'. */
  readonly allowance: DecimalString
  /** Of all debits; 0 where there are none. */
  readonly rate: number
  readonly buckets: readonly AllowanceBucket[]
}

/** What is to be known about an allowance: items that the ageing left out are not in it. */
export type AllowanceDiagnosis = Extract<AgeingDiagnosis, { readonly code: 'rows-rejected' }>

/** What is set aside for expected losses. */
export interface LossAllowance {
  readonly asOf: CalendarDate
  readonly currencies: readonly CurrencyAllowance[]
  readonly diagnoses: readonly AllowanceDiagnosis[]
  /** The ageing's, and the matrix. */
  readonly policies: readonly PolicyReference[]
}

/** The sales of a period, what of them was still open after each bucket, and what was lost in the end. */
export interface RollRateCase {
  /** Above 0. */
  readonly sales: DecimalInput
  /** One for each bucket but the last, by age: above 0, never rising, at most the sales. */
  readonly openAfter: readonly DecimalInput[]
  /** 0 or more, at most the last of `openAfter`. */
  readonly lost: DecimalInput
  /** The buckets' ids, one more than `openAfter`; unless given `not-due`, `1-30`, `31-60` … and the last `over-` so many days. */
  readonly buckets?: readonly string[] | undefined
}

/** What is lost in the end of what reaches a bucket. */
export interface LossRate {
  readonly bucket: string
  readonly lost: DecimalString
  readonly of: DecimalString
  /** lost / of, unrounded but for what a number can hold. */
  readonly rate: number
}

/** The loss rates of all buckets, as the rates of a {@link ProvisionMatrix}. */
export interface LossRates {
  readonly rates: readonly LossRate[]
}
