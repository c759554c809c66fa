import type { CalendarDate, DecimalInput, ReadOptions, RejectedRow } from '@clientele/core'

/** By which calendar periods customers are counted; weeks begin on Monday, as in ISO 8601. */
export type RetentionPeriod = 'week' | 'month' | 'quarter' | 'year'

/** By which periods, and as of which day. */
export interface RetentionOptions extends ReadOptions {
  readonly period: RetentionPeriod
  /** Only periods that are over by the end of this day count; at most 2,000 of them since the first purchase. */
  readonly asOf: CalendarDate
}

/** A calendar period. */
export interface CalendarPeriod {
  /** `2024-W09`, `2024-02`, `2024-Q1` or `2024`. */
  readonly period: string
  /** The first day and the last. */
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** What is to be known about counts by period. */
export type RetentionDiagnosis =
  | { readonly code: 'rows-rejected'; readonly params: { readonly rejected: number; readonly read: number } }
  | { readonly code: 'transactions-after-as-of'; readonly params: { readonly count: number } }
  /** The period of `asOf` is not over: so many purchases in it are left out. */
  | { readonly code: 'period-not-over'; readonly params: { readonly period: string; readonly count: number } }
  /** Amounts of 0, which count as purchases. */
  | { readonly code: 'zero-amounts'; readonly params: { readonly count: number } }
  /** Refunds, which are no purchases. */
  | { readonly code: 'refunds'; readonly params: { readonly count: number } }
  /** Over all periods, how many times customers counted as lost, and how many times they came back later; not said of cohorts. */
  | { readonly code: 'lost-came-back'; readonly params: { readonly lost: number; readonly reactivated: number } }
  | { readonly code: 'no-customers'; readonly params: Record<never, never> }

/** Who bought in a period, beside the one before. */
export interface PeriodRetention extends CalendarPeriod {
  /** Customers who bought in it: `retained` + `reactivated` + `new`. */
  readonly active: number
  /** Customers who bought in the period before: `retained` + `lost`. */
  readonly before: number
  /** Who bought in both. */
  readonly retained: number
  /** Who bought in the one before and not in this. */
  readonly lost: number
  /** Who bought in this and earlier, but not in the one before. */
  readonly reactivated: number
  /** Who bought for the first time. */
  readonly new: number
  /** `retained` ÷ `before`; null where nobody bought before. */
  readonly retentionRate: number | null
  /** `lost` ÷ `before`. */
  readonly churnRate: number | null
}

/** Retention from period to period. */
export interface RetentionRates {
  readonly asOf: CalendarDate
  readonly basis: RetentionPeriod
  /** From that of the first purchase on, without a gap. */
  readonly periods: readonly PeriodRetention[]
  readonly rejected: readonly RejectedRow[]
  readonly diagnoses: readonly RetentionDiagnosis[]
}

/** How many customers are lost in a period. */
export interface ChurnRate {
  readonly asOf: CalendarDate
  readonly basis: RetentionPeriod
  /** The last period that is over; null where none is that has one before. */
  readonly latest: PeriodRetention | null
  /** That of the last period. */
  readonly churnRate: number | null
  readonly retentionRate: number | null
  /** Over all periods: how many times customers counted as lost, and how many times they came back later. */
  readonly lost: number
  readonly reactivated: number
  /** Over all periods: the sum of `lost` ÷ the sum of `before`. */
  readonly averageChurnRate: number | null
  /**
   * 1 ÷ the average: for how many periods a customer stays on average, were it always so and did nobody come back; null where there is no average, or
   * it is 0.
   */
  readonly expectedPeriods: number | null
  readonly rejected: readonly RejectedRow[]
  readonly diagnoses: readonly RetentionDiagnosis[]
}

/** The customers who bought first in one period. */
export interface Cohort extends CalendarPeriod {
  readonly customers: number
  /** How many of them bought in that period (all), in the next, and so on up to the last that is over. */
  readonly active: readonly number[]
  /** `active` as parts of `customers`. */
  readonly rates: readonly number[]
}

/** What part of all cohorts that are old enough bought at one age. */
export interface AverageRetention {
  /** In periods after that of the first purchase: 0 is that period itself. */
  readonly age: number
  /** Of the cohorts that are so old. */
  readonly customers: number
  /** How many of these bought at that age. */
  readonly active: number
  /** `active` ÷ `customers`. */
  readonly rate: number
}

/** Who of each cohort comes back when. */
export interface CohortRetention {
  readonly asOf: CalendarDate
  readonly basis: RetentionPeriod
  /** Oldest first; periods in which nobody bought first are left out. */
  readonly cohorts: readonly Cohort[]
  /** By age, from 0 to that of the oldest cohort. */
  readonly average: readonly AverageRetention[]
  readonly rejected: readonly RejectedRow[]
  readonly diagnoses: readonly RetentionDiagnosis[]
}

/** A customer who brings in the same margin each period, and stays with the same probability. */
export interface RetentionCase {
  /** Per period, of any sign. */
  readonly margin: DecimalInput
  /** From 0 to 1: 0.8 is 80 %. */
  readonly retentionRate: DecimalInput
  /** Per period, from 0: 0.1 is 10 %. It must be above 0 where the retention rate is 1. */
  readonly discountRate: DecimalInput
  /** Whether the first margin comes in now and for certain, or in the next period and if the customer stays. */
  readonly from: 'now' | 'next-period'
}

/** What such a customer is worth. */
export interface RetentionValue {
  readonly value: number
  readonly from: 'now' | 'next-period'
  /** `value` ÷ margin; 1 more from now than from the next period. */
  readonly multiple: number
  /** For how many periods the margin is expected to come in: 1 ÷ (1 - `retentionRate`) from now, one less from the next period; null where it never ends. */
  readonly expectedPeriods: number | null
}
