import type { DecimalString, PolicyReference, ReadOptions, RejectedRow } from '@clientele/core'
import type { TierDiagnosis, TierScheme, TierSummary } from '../tiers/types.js'

/** A customer whom two schemes place differently. */
export interface MovedCustomer {
  readonly customer: string
  /** As in {@link TieredCustomer}. */
  readonly value: DecimalString
  readonly sum?: DecimalString
  readonly from: string
  readonly to: string
}

/** How many customers are in one tier before, and in one after. */
export interface SchemeMatrixCell {
  readonly from: string
  readonly to: string
  readonly count: number
  /** The sum of their values, as in {@link TierSummary}. */
  readonly value: DecimalString
  readonly sum?: DecimalString
}

/** The schemes that are compared. */
export interface SchemeComparisonOptions extends ReadOptions {
  readonly before: TierScheme
  readonly after: TierScheme
}

/** What another scheme would change. */
export interface SchemeComparison {
  readonly currency?: string
  readonly months?: number
  /** The tiers of both schemes, as {@link classifyByThreshold} and {@link classifyByShare} return them. */
  readonly before: readonly TierSummary[]
  readonly after: readonly TierSummary[]
  /** A cell for every pair of tiers, from the top; empty ones too. */
  readonly matrix: readonly SchemeMatrixCell[]
  /** Those whose tier has another id, the greatest value first. */
  readonly moved: readonly MovedCustomer[]
  readonly rejected: readonly RejectedRow[]
  /** What is to be known of each scheme's tiers; of the rows, and of what they were taken from, once. */
  readonly diagnoses: readonly { readonly scheme: 'before' | 'after'; readonly diagnosis: TierDiagnosis }[]
  /** That of before, that of after. */
  readonly policies: readonly PolicyReference[]
}
