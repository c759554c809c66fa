import type { DecimalInput, DecimalString, LocalizedText, PolicyReference } from '@clientele/core'

/** The points of values from here on, up to the next band. */
export interface PointsBand {
  /** The lowest value; null for all that is below the other bands. */
  readonly from: DecimalInput | null
  readonly points: DecimalInput
}

/** A fact that is rated. */
export interface RatingFactor {
  /** The id of the fact. */
  readonly id: string
  readonly title?: LocalizedText | undefined
  /** Above 0. */
  readonly weight: DecimalInput
  /** In any order, at least one. */
  readonly bands: readonly PointsBand[]
  /** The greatest value that the fact may have, at least the greatest `from`; none unless given. */
  readonly maximum?: DecimalInput | undefined
  /** The points where the fact is not known; it must be known unless given. */
  readonly unknownPoints?: DecimalInput | undefined
}

/** A grade, and the loss that is expected of customers who have it. */
export interface CreditGrade {
  readonly id: string
  readonly title?: LocalizedText | undefined
  /** The lowest score; null for all that is below the other grades. */
  readonly from: DecimalInput | null
  /** The share of sales that is lost, 0 to 100. */
  readonly expectedBadDebtPercent: DecimalInput
}

/** How a customer's credit is rated, and the least that trade credit requires. */
export interface CreditRatingScheme {
  readonly kind: 'credit-rating'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  /** At least one. */
  readonly factors: readonly RatingFactor[]
  /** What the score is: Σ weight × points / Σ weight, or Σ weight × points; the average unless given. */
  readonly score?: 'weighted-average' | 'weighted-sum' | undefined
  /** In any order; together they cover every score that the factors can give, and a better grade never has a greater expected loss. */
  readonly grades: readonly CreditGrade[]
  /** The credit standard: customers of grades with a greater expected loss get no trade credit. */
  readonly standard: { readonly maximumBadDebtPercent: DecimalInput }
}

/** What a factor adds. */
export interface RatingContribution {
  readonly factor: string
  /** Null where the fact is not known. */
  readonly value: DecimalString | null
  readonly weight: DecimalString
  readonly points: DecimalString
  /** weight × points. */
  readonly weightedPoints: DecimalString
}

/** Why a rating is what it is. */
export type RatingReason =
  | { readonly code: 'grade-reached'; readonly params: { readonly grade: string; readonly from: DecimalString | null; readonly score: number } }
  /** How many points are lacking to the next better grade. */
  | { readonly code: 'better-grade'; readonly params: { readonly grade: string; readonly from: DecimalString; readonly lacking: number } }
  | { readonly code: 'fact-unknown'; readonly params: { readonly factor: string; readonly points: DecimalString } }
  | { readonly code: 'meets-standard'; readonly params: { readonly expectedPercent: DecimalString; readonly maximumPercent: DecimalString } }
  | { readonly code: 'below-standard'; readonly params: { readonly expectedPercent: DecimalString; readonly maximumPercent: DecimalString } }

/** A customer's grade, and how it came about. */
export interface CreditRating {
  readonly customer: string
  readonly grade: string
  /** A number: 0.005 is 0.5 %. */
  readonly expectedBadDebtRate: number
  readonly meetsStandard: boolean
  /** weightedPoints / totalWeight for an average, weightedPoints for a sum; grades are compared with it unrounded. */
  readonly score: number
  /** The sum of the contributions. */
  readonly weightedPoints: DecimalString
  readonly totalWeight: DecimalString
  /** In the scheme's order. */
  readonly contributions: readonly RatingContribution[]
  readonly reasons: readonly RatingReason[]
  readonly policies: readonly PolicyReference[]
}
