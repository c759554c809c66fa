import type { DecimalString, PolicyReference } from '@clientele/core'
import type { Candidate } from '../score/types.js'
import type { Scorecard } from '../scorecard/types.js'

/** Something for each side of a comparison. */
export interface BeforeAndAfter<Side> {
  readonly before: Side
  readonly after: Side
}

/** Two candidates, mostly the same one at two times. */
export type ComparedCandidates = BeforeAndAfter<Candidate>

/** The scorecards that the two are scored by, mostly two versions of one, or the same. */
export type ComparedScorecards = BeforeAndAfter<Scorecard>

/** Why the total differs: what the ratings changed and what the scorecard changed, exactly. */
export interface DifferenceParts {
  /** After − before; the two parts add up to it exactly. */
  readonly difference: DecimalString
  readonly fromRatings: DecimalString
  readonly fromScorecard: DecimalString
}

/** What one criterion adds to the difference. */
export interface CriterionDifference extends DifferenceParts {
  readonly criterion: string
  /** Its points before and after; 0 where a scorecard does not have it. */
  readonly before: DecimalString
  readonly after: DecimalString
  /** Left out where both scorecards have the criterion. */
  readonly only?: 'before' | 'after'
}

/** What is to be known about a comparison. */
export type ComparisonReason =
  | { readonly code: 'criterion-added' | 'criterion-removed'; readonly params: { readonly criterion: string } }
  | { readonly code: 'grade-changed'; readonly params: { readonly before: string | null; readonly after: string | null } }

/** Why a score differs from another. */
export interface ScoreComparison extends DifferenceParts {
  readonly before: { readonly candidate: string; readonly total: DecimalString; readonly grade: string | null }
  readonly after: { readonly candidate: string; readonly total: DecimalString; readonly grade: string | null }
  /** In the order of the scorecard after, then those that only the one before has; each column adds up to its total exactly. */
  readonly criteria: readonly CriterionDifference[]
  readonly reasons: readonly ComparisonReason[]
  /** The scorecard before and the one after; named once where they are the same. */
  readonly policies: readonly PolicyReference[]
}
