import type { PolicyReference } from '@clientele/core'
import type { Decimal, WeightedTerm } from '@clientele/core/decimal'
import type { Contribution } from '../score/types.js'
import type { Selection } from './types.js'

/** One rating, read, with what the weight makes of it. */
export interface ReadRating {
  readonly criterion: PreparedCriterion
  readonly rating: Decimal
  /** What the weight multiplies: of a cost, minimum + maximum − rating. */
  readonly counted: Decimal
  readonly points: Decimal
  readonly contribution: Contribution
}

/** A criterion, read: its weight, its own scale, and what stands in for a missing rating. */
export interface PreparedCriterion extends WeightedTerm {
  readonly id: string
  /** Why something stands in for a missing rating; undefined where it is refused. */
  readonly missing: 'worst' | 'neutral' | undefined
  /** The ratings read so far: people rate on few values, so most are read but once. */
  readonly known: Map<unknown, ReadRating>
}

/** A scorecard, checked and read once for many candidates. */
export interface PreparedScorecard {
  readonly policies: readonly PolicyReference[]
  readonly criteria: readonly PreparedCriterion[]
  /** Where each criterion stands among the criteria. */
  readonly positions: ReadonlyMap<string, number>
  /** The least and the greatest total that the scales allow. */
  readonly minimum: Decimal
  readonly maximum: Decimal
  readonly weightSum: Decimal
  /** From the highest to the lowest. */
  readonly grades: readonly { readonly id: string; readonly from: Decimal }[]
  readonly select: Selection | undefined
}
