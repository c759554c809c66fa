import type { Fraction } from './fraction.js'

/** The different values of a measure, ascending. */
export interface ValueGroups {
  /** How many customers have each value, 1 or more. */
  readonly counts: ArrayLike<number>
  /** The exact value of a group; asked for where a cut is found or compared, which is not often. */
  readonly valueAt: (group: number) => Fraction
}
