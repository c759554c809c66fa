import type { DecimalInput, DecimalString, PolicyReference } from '@clientele/core'

/** Someone or something to be scored. */
export interface Candidate {
  readonly id: string
  /** A rating per criterion, each on the criterion's scale; undefined is as good as left out. */
  readonly ratings: { readonly [criterion: string]: DecimalInput | undefined }
}

/** What one criterion adds to a total. */
export interface Contribution {
  readonly criterion: string
  readonly weight: DecimalString
  /** The rating given, or what stands in for a missing one. */
  readonly rating: DecimalString
  /** Of a cost criterion: min + max − rating, which is what the weight multiplies. */
  readonly counted?: DecimalString
  /** Why a rating stands here although none was given. */
  readonly missing?: 'worst' | 'neutral'
  readonly points: DecimalString
}

/** Why a score is as it is, beyond its contributions. */
export type ScoreReason =
  | {
      readonly code: 'rating-missing'
      readonly params: { readonly criterion: string; readonly rule: 'worst' | 'neutral'; readonly rating: DecimalString }
    }
  | { readonly code: 'grade-reached'; readonly params: { readonly grade: string; readonly from: DecimalString } }
  | { readonly code: 'below-every-grade'; readonly params: { readonly lowest: string; readonly from: DecimalString } }

/** A score without the policy that made it: that is named once per result. */
export interface ScoredCandidate {
  readonly candidate: string
  /** Σ points, exactly. */
  readonly total: DecimalString
  /** The least and the greatest total that the scales allow. */
  readonly minimum: DecimalString
  readonly maximum: DecimalString
  /** Total ÷ Σ weights; null where the weights are all 0. */
  readonly average: number | null
  /** Where the total stands between minimum (0) and maximum (1); null where these meet. */
  readonly position: number | null
  /** The grade reached, where the scorecard has grades and the total reaches one. */
  readonly grade?: string
  /** In the order of the scorecard's criteria; the points add up to the total exactly. */
  readonly contributions: readonly Contribution[]
  readonly reasons: readonly ScoreReason[]
}

/** The score of one candidate. */
export interface CandidateScore extends ScoredCandidate {
  readonly policies: readonly PolicyReference[]
}
