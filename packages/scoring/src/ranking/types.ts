import type { DecimalString, PolicyReference, ReadOptions, RejectedRow } from '@clientele/core'
import type { ScoredCandidate } from '../score/types.js'

/** How equal totals are ranked: 1, 2, 2, 4 (`competition`), 1, 2, 2, 3 (`dense`) or 1, 2, 3, 4 (`ordinal`, by id). */
export type TieRule = 'competition' | 'dense' | 'ordinal'

export interface RankOptions extends ReadOptions {
  /** `competition` unless given. */
  readonly ties?: TieRule | undefined
}

/** Why a candidate was selected, or was not. */
export type SelectionReason =
  | { readonly code: 'within-top'; readonly params: { readonly count: number } }
  | { readonly code: 'tied-at-cut'; readonly params: { readonly count: number; readonly total: DecimalString } }
  | { readonly code: 'outside-top'; readonly params: { readonly count: number } }
  | { readonly code: 'total-reached'; readonly params: { readonly total: DecimalString } }
  | { readonly code: 'total-not-reached'; readonly params: { readonly total: DecimalString } }

/** A candidate in the ranking. */
export interface RankedCandidate extends ScoredCandidate {
  readonly rank: number
  /** Whether the scorecard's `select` picks it; false where the scorecard selects nobody. */
  readonly selected: boolean
  /** Why it is selected or is not; left out where the scorecard does not select. */
  readonly selection?: SelectionReason
}

/** What is to be known about a ranking as a whole. */
export type RankingDiagnosis =
  | { readonly code: 'no-candidates'; readonly params: Record<never, never> }
  | { readonly code: 'rows-rejected'; readonly params: { readonly rejected: number; readonly candidates: number } }
  | {
      readonly code: 'tie-at-cut'
      readonly params: { readonly count: number; readonly selected: number; readonly total: DecimalString; readonly candidates: readonly string[] }
    }
  | { readonly code: 'fewer-than-count'; readonly params: { readonly count: number; readonly candidates: number } }

/** Candidates in the order of their totals. */
export interface Ranking {
  /** From the highest total to the lowest; equal totals by id, in the order of their UTF-16 code units. */
  readonly ranked: readonly RankedCandidate[]
  /** The ids of each group of equal totals, in the order of the ranking. */
  readonly tied: readonly (readonly string[])[]
  /** Rows that were refused; they are missing from the ranking. */
  readonly rejected: readonly RejectedRow[]
  readonly diagnoses: readonly RankingDiagnosis[]
  readonly policies: readonly PolicyReference[]
}
