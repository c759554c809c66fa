import type { DecimalInput, LocalizedText } from '@clientele/core'

/** What a rating may be. */
export interface RatingScale {
  /** The least rating, inclusive. */
  readonly min: DecimalInput
  /** The greatest rating, inclusive; not below `min`. */
  readonly max: DecimalInput
  /** If given, a rating is `min` plus a whole number of steps; above 0, and `max` itself is such a rating. */
  readonly step?: DecimalInput
}

/** One thing that candidates are rated on. */
export interface Criterion {
  /** Unique among the scorecard's criteria. */
  readonly id: string
  readonly title?: LocalizedText
  /** Its importance, 0 or more; weights need not add up to anything. */
  readonly weight: DecimalInput
  /** `benefit` (default): more is better. `cost`: less is better, and a rating counts as min + max − rating. */
  readonly direction?: 'benefit' | 'cost'
  /** Its own scale, where it differs from the scorecard's. */
  readonly scale?: RatingScale
  /** A missing rating is refused (`reject`, default), taken as the scale's worst (`worst`) or as its midpoint (`neutral`). */
  readonly missing?: 'reject' | 'worst' | 'neutral'
}

/** A name for totals from a value on. */
export interface Grade {
  /** Unique among the scorecard's grades. */
  readonly id: string
  readonly title?: LocalizedText
  /** The least total that earns the grade, inclusive; a total earns the grade of the greatest `from` it reaches. */
  readonly from: DecimalInput
}

/** Who is selected: the first `count` of the ranking, or everyone whose total is at least `total`. */
export type Selection = { readonly type: 'top'; readonly count: number } | { readonly type: 'at-least'; readonly total: DecimalInput }

/** A weighted score as a document: total = Σ weight × rating. */
export interface Scorecard {
  readonly kind: 'scorecard'
  readonly id: string
  /** The host's version of this document. */
  readonly version: string | number
  /** The version of this document's format; 1 where it is left out. */
  readonly format?: 1
  readonly title?: LocalizedText
  /** The scale of every criterion that has none of its own. */
  readonly scale: RatingScale
  /** At least one. */
  readonly criteria: readonly Criterion[]
  readonly grades?: readonly Grade[]
  readonly select?: Selection
}
