import type { CalendarDate, DecimalInput, DecimalString, LocalizedText, PolicyReference, RejectedRow } from '@clientele/core'
import type { AverageMonthlySales } from '../sales/types.js'

/** What a customer is worth: sales, profit, or whatever else customers are sorted by. */
export interface CustomerValue {
  readonly customer: string
  /** Of any sign. */
  readonly value: DecimalInput
  /** An ISO 4217 code. Two currencies are never compared: it is that of the scheme where that states one; otherwise either all values have the same, or none has one. */
  readonly currency?: string | undefined
}

/** A customer's score, as a scorecard gives it. */
export interface CustomerScore {
  readonly customer: string
  readonly score: DecimalInput
}

/** A ranking, as `rankCandidates` of `@clientele/scoring` returns it: candidates are the customers, totals the scores. */
export interface ScoreRanking {
  readonly ranked: readonly { readonly candidate: string; readonly total: DecimalInput }[]
  /** Rows that were not ranked: how many is reported. Nothing else of a ranking is looked at. */
  readonly rejected?: readonly unknown[] | undefined
}

/**
 * Customers one by one, or the whole result of {@link averageMonthlySales}, whose exact totals are compared, and of which it is reported where rows were
 * rejected or a month was not over.
 */
export type ValuedCustomers = readonly CustomerValue[] | AverageMonthlySales

/** What every tier scheme has. */
interface TierSchemeHead {
  readonly kind: 'tier-scheme'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  /** An ISO 4217 code: in which currency values are. */
  readonly currency?: string | undefined
}

/** A tier of values from a threshold on. */
export interface ThresholdTier {
  readonly id: string
  readonly title?: LocalizedText | undefined
  /** Below that of the tier before; null in the last tier, and only there: all the others. */
  readonly from: DecimalInput | null
}

/** Tiers by fixed values. */
export interface ThresholdScheme extends TierSchemeHead {
  readonly type: 'threshold'
  /** From the top tier to the last: 1 to 100. */
  readonly tiers: readonly ThresholdTier[]
  /** Whether a value of exactly `from` is in the tier (`at-or-above`) or below it (`above`, unless given). */
  readonly boundary?: 'above' | 'at-or-above' | undefined
}

/** A tier up to a part of the whole. */
export interface ShareCut {
  readonly id: string
  readonly title?: LocalizedText | undefined
  /** Above that of the tier before, up to 100; 100 in the last tier. */
  readonly upToPercent: DecimalInput
}

/** A tier's part of all value, as it is expected to be. */
export interface ExpectedShare {
  readonly id: string
  /** From 0. */
  readonly fromPercent: DecimalInput
  /** At least `fromPercent`, both are met. */
  readonly toPercent: DecimalInput
}

interface ShareSchemeHead extends TierSchemeHead {
  /** From the top tier to the last: 1 to 100. */
  readonly cuts: readonly ShareCut[]
  /** Whether customers are in the tier within whose cut they begin (`before`, unless given) or end (`after`); customers of the same value begin and end together. */
  readonly boundary?: 'before' | 'after' | undefined
  /** What each tier is expected to bring in; checked and reported. */
  readonly expectedShareOfValue?: readonly ExpectedShare[] | undefined
}

/** Tiers by the part of all value that the greatest customers bring in together. */
export interface ShareOfValueScheme extends ShareSchemeHead {
  readonly type: 'share-of-value'
}

/** Tiers by the part of all customers. */
export interface ShareOfCustomersScheme extends ShareSchemeHead {
  readonly type: 'share-of-customers'
}

/** Tiers by parts of the whole. */
export type ShareScheme = ShareOfValueScheme | ShareOfCustomersScheme

/** How customers are sorted into tiers. */
export type TierScheme = ThresholdScheme | ShareScheme

/** Why a customer is in a tier. */
export type TierReason =
  /** The value is beyond the tier's threshold; times the months, where averages are compared. */
  | { readonly code: 'threshold-passed'; readonly params: { readonly tier: string; readonly from: DecimalString } }
  /** The value is beyond no threshold. */
  | { readonly code: 'below-every-threshold'; readonly params: { readonly tier: string } }
  /** What the next better tier asks for, and how much is lacking: with the boundary `above`, more than that. In averages where averages are compared, rounded up. */
  | { readonly code: 'better-tier'; readonly params: { readonly tier: string; readonly from: DecimalString; readonly lacking: DecimalString } }
  /**
   * Where the customers of this value stand among all, and the cut in percent within which that is. `begins` is the share of the customers of greater
   * value, `ends` that of these and those together: of all value or, with shares of customers, of all customers. Shares of value may be below 0 or above
   * 1 where values are below 0, and are null where no number is near.
   */
  | {
      readonly code: 'within-cut'
      readonly params: { readonly tier: string; readonly upToPercent: DecimalString; readonly begins: number | null; readonly ends: number | null }
    }
  /**
   * Which value the customers of the nearest better tier that is not empty have at least: the least that is in it now, and how much more that is. With
   * the boundary `before` whoever reaches it is in that tier or a better one; with `after` not for sure, for what is added moves where all end.
   */
  | {
      readonly code: 'next-in-better-tier'
      readonly params: { readonly tier: string; readonly value: DecimalString; readonly lacking: DecimalString }
    }
  /** The total is not above 0, so that shares say nothing: whoever has the greatest value is in the top tier, and all others in the last. */
  | { readonly code: 'placed-without-shares'; readonly params: { readonly tier: string } }

/** A customer in a tier. */
export interface TieredCustomer {
  readonly customer: string
  /** Of average sales the average, rounded half-up to be shown, as in {@link AverageSales}. */
  readonly value: DecimalString
  /** Of average sales the sum over the months, exactly. */
  readonly sum?: DecimalString
  readonly tier: string
  /** 1 is the greatest value; those alike share a rank: 1, 2, 2, 4. */
  readonly rank: number
  readonly reasons: readonly TierReason[]
}

/** The customers of a tier together. */
export interface TierSummary {
  readonly tier: string
  readonly count: number
  /** The sum of the values, exactly; of average sales their sum over the months ÷ months, rounded half-up by itself: it need not add up. */
  readonly value: DecimalString
  /** Of average sales the sum over the months, exactly: these add up. */
  readonly sum?: DecimalString
  /** From 0 to 1; null where there are no customers. */
  readonly shareOfCustomers: number | null
  /** Part of all value, of which several may be below 0 or above 1 where values are below 0; null where the total is not above 0, or no number is near. */
  readonly shareOfValue: number | null
}

/** What is to be known about tiers. */
export type TierDiagnosis =
  /** Shares and ranks are of the customers that were read. */
  | { readonly code: 'rows-rejected'; readonly params: { readonly rejected: number; readonly read: number } }
  /** The averages or the ranking that customers were taken from leave rows out, because something was wrong with them. */
  | { readonly code: 'source-rows-rejected'; readonly params: { readonly rejected: number } }
  /** The averages that customers were taken from count a month as a whole one that was not over; as in {@link AverageSalesDiagnosis}. */
  | { readonly code: 'month-not-over'; readonly params: { readonly asOf: CalendarDate; readonly to: CalendarDate } }
  | { readonly code: 'no-customers'; readonly params: Record<never, never> }
  | { readonly code: 'one-customer'; readonly params: { readonly customer: string } }
  /** Of two customers or more. */
  | { readonly code: 'all-equal'; readonly params: { readonly value: DecimalString } }
  /** Shares of value are null. */
  | { readonly code: 'total-not-positive'; readonly params: { readonly total: DecimalString } }
  /** The total is above 0, and lower than that of the values above 0. */
  | { readonly code: 'values-below-zero'; readonly params: { readonly count: number; readonly value: DecimalString } }
  | { readonly code: 'top-tier-empty'; readonly params: { readonly tier: string } }
  | { readonly code: 'tier-empty'; readonly params: { readonly tier: string } }
  /** A tier's share of value is not what the scheme expects; null where there are no shares. */
  | {
      readonly code: 'share-not-as-expected'
      readonly params: {
        readonly tier: string
        readonly fromPercent: DecimalString
        readonly toPercent: DecimalString
        readonly shareOfValue: number | null
      }
    }

/** Whether a tier brings in what the scheme expects. */
export interface ShareExpectation {
  readonly tier: string
  readonly fromPercent: DecimalString
  readonly toPercent: DecimalString
  /** As in the tier's summary. */
  readonly shareOfValue: number | null
  readonly met: boolean
}

/** Customers in tiers. */
export interface Tiering {
  /** Where the scheme or the values have one. */
  readonly currency?: string
  /** Of average sales, over how many months. */
  readonly months?: number
  /** The sum of all values, exactly; of average sales their sum over the months ÷ months, rounded half-up. */
  readonly total: DecimalString
  /** Of average sales the sum over the months, exactly. */
  readonly sum?: DecimalString
  /** All tiers of the scheme, empty ones too, from the top. */
  readonly tiers: readonly TierSummary[]
  /** The greatest value first; those alike by id, in the order of their UTF-16 code units. */
  readonly customers: readonly TieredCustomer[]
  /** Where the scheme expects shares of value. */
  readonly expectations?: readonly ShareExpectation[]
  readonly rejected: readonly RejectedRow[]
  readonly diagnoses: readonly TierDiagnosis[]
  readonly policies: readonly PolicyReference[]
}
