import type { DecimalInput, LocalizedText } from '@clientele/core'

/** How a difference between two alternatives becomes a preference from 0 to 1: the six generalised criteria of PROMETHEE. */
export type PreferenceFunction =
  /** Any difference is a full preference. */
  | { readonly type: 'usual' }
  /** None up to `indifference`, full above it. */
  | { readonly type: 'u-shape'; readonly indifference: DecimalInput }
  /** Grows evenly up to `preference`, full from there. */
  | { readonly type: 'v-shape'; readonly preference: DecimalInput }
  /** None up to `indifference`, a half up to `preference`, full above it. */
  | { readonly type: 'level'; readonly indifference: DecimalInput; readonly preference: DecimalInput }
  /** None up to `indifference`, then grows evenly up to `preference`, full from there. */
  | { readonly type: 'linear'; readonly indifference: DecimalInput; readonly preference: DecimalInput }
  /** Grows like 1 − exp(−d² ÷ 2s²), where s is `spread`. */
  | { readonly type: 'gaussian'; readonly spread: DecimalInput }

/** A column of a table. */
export interface TableCriterion {
  /** Unique among the table's criteria. */
  readonly id: string
  readonly title?: LocalizedText
  /** `benefit` (default): more is better. `cost`: less is better. */
  readonly direction?: 'benefit' | 'cost'
  /** Its importance, 0 or more; the ways to find weights take no notice of it. */
  readonly weight?: DecimalInput
  /** For PROMETHEE: its own preference function, whose thresholds are in the criterion's own unit. */
  readonly preference?: PreferenceFunction
}

/** Alternatives by criteria, before it is known how much each criterion weighs. */
export interface UnweightedTable {
  /** Unique ids. */
  readonly alternatives: readonly string[]
  /** At least one. */
  readonly criteria: readonly TableCriterion[]
  /**
   * One row per alternative, with one value per criterion: 0, or between 1e-100 and 1e100 in size. Values count to 15 digits, as numbers do;
   * only the weighted sum of values as they are takes more.
   */
  readonly values: readonly (readonly DecimalInput[])[]
}

/** Alternatives by criteria, with weights; they are used as given and need not add up to anything. */
export interface DecisionTable extends UnweightedTable {
  readonly criteria: readonly (TableCriterion & { readonly weight: DecimalInput })[]
}
