import type { CalendarDate, DecimalInput, DecimalString, LocalizedText, PolicyReference, ReadOptions, RejectedRow } from '@clientele/core'

/** A purchase, or where its amount is below 0 a refund; an amount of 0 is neither. */
export interface Transaction {
  readonly customer: string
  readonly date: CalendarDate
  readonly amount: DecimalInput
  /** An ISO 4217 code. Either all transactions have the same, or none has one. */
  readonly currency?: string | undefined
}

/** What a customer's transactions come to. */
export interface RfmSummary {
  readonly customer: string
  /** Days since the last purchase, from 0; null where there is none. */
  readonly recencyDays: number | null
  /** How many purchases, from 0. */
  readonly frequency: number
  /** As the scheme measures it: the net or gross sum, or the mean, which is null where there are no purchases and only there. */
  readonly monetary: DecimalInput | null
}

/** What is scored. */
export type RfmMeasure = 'recency' | 'frequency' | 'monetary'

/** What counts as monetary value. */
export interface MonetaryRule {
  /** `net`: purchases less refunds; `gross`: purchases alone. */
  readonly measure: 'net' | 'gross'
  /** The sum, or the sum ÷ the number of purchases. */
  readonly statistic: 'sum' | 'mean'
}

/** The lowest and the highest score of a range, both in it. */
export type ScoreRange = readonly [lowest: number, highest: number]

/** A segment of customers by their scores. */
export interface RfmSegment {
  readonly id: string
  readonly title?: LocalizedText | undefined
  /** Of any score unless given. */
  readonly r?: ScoreRange | undefined
  readonly f?: ScoreRange | undefined
  readonly m?: ScoreRange | undefined
  /** What is done with these customers. */
  readonly action?: LocalizedText | undefined
}

/** Fixed cuts, ascending, where some may be alike: as many for each measure, from 1 to 19. */
export interface RfmCuts {
  /** In days: a score falls by 1 from each cut on. */
  readonly recency: readonly DecimalInput[]
  /** A score rises by 1 from each cut on. */
  readonly frequency: readonly DecimalInput[]
  readonly monetary: readonly DecimalInput[]
}

/** What every RFM scheme has. */
export interface RfmSchemeHead {
  readonly kind: 'rfm-scheme'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  /** An ISO 4217 code: in which currency amounts are. */
  readonly currency?: string | undefined
  /** Net sums unless given. */
  readonly monetary?: MonetaryRule | undefined
  /** The first that matches is the customer's; may be empty. */
  readonly segments: readonly RfmSegment[]
}

/** How customers are scored by recency, frequency and monetary value. */
export type RfmScheme =
  | (RfmSchemeHead & {
      /** How many scores, from 2 to 20: the customers are divided into so many groups as equal in size as ties allow. */
      readonly bins: number
      readonly cuts?: undefined
      /** Scores as R's package rfm gives them: cuts at quantiles (type 7) + 1 unit, found and compared in floating point. */
      readonly compatible?: 'r-rfm' | undefined
    })
  | (RfmSchemeHead & { readonly cuts: RfmCuts; readonly bins?: undefined; readonly compatible?: undefined })

/** As of which day customers are scored. */
export interface RfmOptions extends ReadOptions {
  /** The day from which recency is counted: transactions dated later are left out, and counted in `diagnoses`. */
  readonly asOf: CalendarDate
}

/** Why a customer is scored so; the numbers stand beside it. */
export type RfmReason =
  | { readonly code: 'segment-matched'; readonly params: { readonly segment: string } }
  | { readonly code: 'no-segment'; readonly params: { readonly code: string } }
  /** Refunds alone, or amounts of 0: recency and frequency score 1. */
  | { readonly code: 'no-purchases'; readonly params: Record<never, never> }

/** A customer's scores. */
export interface RfmCustomer {
  readonly customer: string
  readonly recencyDays: number | null
  readonly frequency: number
  /** Of the scheme's statistic; a mean is rounded half-up to 12 decimal places to be shown. Null where there is no mean, for there are no purchases. */
  readonly monetary: DecimalString | null
  readonly r: number
  readonly f: number
  readonly m: number
  /** The three scores: `555`; with more than nine scores `10-3-7`. */
  readonly code: string
  /** Null where no segment matches. */
  readonly segment: string | null
  readonly reasons: readonly RfmReason[]
}

/** The customers of a segment together. */
export interface SegmentSummary {
  /** Null for those of no segment, who come last where there are any. */
  readonly segment: string | null
  readonly count: number
  /** The sum of what they bought, net or gross as the scheme says; of summaries whose `monetary` is a mean, exactly that of `monetary` × `frequency`. */
  readonly value: DecimalString
  readonly shareOfCustomers: number | null
  /** Null where the total is not above 0. */
  readonly shareOfValue: number | null
}

/**
 * Where scores change, ascending: one cut less than there are scores. Values at or above a cut are past it: of frequency and monetary the cuts are those
 * of the scores 2, 3, …; of recency, where fewer days score higher, of the scores … 3, 2, 1, counted from the second highest.
 *
 * With `bins` each is the smallest value past it. A score that nobody has, has the cut of the next one that somebody has; null where nobody has such a score
 * or one beyond it. With `cuts` they are the scheme's. With `compatible: 'r-rfm'` they are R's cuts, rounded half-up to 12 decimal places, or where a value
 * would then be on the other side, as their floating-point numbers are written; null where nobody has a value.
 */
export interface RfmCutsFound {
  readonly recency: readonly (number | null)[]
  readonly frequency: readonly (number | null)[]
  /** With `bins`, of sums exactly; of means rounded down to 12 decimal places, so that the mean that makes a cut is never below it. */
  readonly monetary: readonly (DecimalString | null)[]
}

/** What is to be known about scores. */
export type RfmDiagnosis =
  /** Scores and shares are those of the customers that were read. */
  | { readonly code: 'rows-rejected'; readonly params: { readonly rejected: number; readonly read: number } }
  | { readonly code: 'transactions-after-as-of'; readonly params: { readonly count: number } }
  | { readonly code: 'no-customers'; readonly params: Record<never, never> }
  | { readonly code: 'one-customer'; readonly params: { readonly customer: string } }
  | { readonly code: 'no-purchases'; readonly params: { readonly count: number } }
  /** All who have a value have the same one, and this score. */
  | { readonly code: 'one-distinct-value'; readonly params: { readonly measure: RfmMeasure; readonly score: number } }
  /** Some scores are nobody's: how many distinct scores there are among those who have a value. */
  | { readonly code: 'fewer-scores'; readonly params: { readonly measure: RfmMeasure; readonly scores: number; readonly bins: number } }
  | { readonly code: 'no-segment'; readonly params: { readonly count: number } }
  | { readonly code: 'total-not-positive'; readonly params: { readonly total: DecimalString } }

/** Scores of customers. */
export interface Rfm {
  readonly asOf: CalendarDate
  readonly currency?: string
  readonly cuts: RfmCutsFound
  /** By id, in the order of UTF-16 code units. */
  readonly customers: readonly RfmCustomer[]
  /** All segments of the scheme, empty ones too, in its order. */
  readonly segments: readonly SegmentSummary[]
  readonly rejected: readonly RejectedRow[]
  readonly diagnoses: readonly RfmDiagnosis[]
  readonly policies: readonly PolicyReference[]
}
