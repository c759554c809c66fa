import type { Issue } from '../issues/types.js'

/** What becomes of bad rows: all are thrown together (`throw`), or each is listed in `rejected` (`collect`). */
export type InvalidRows = 'throw' | 'collect'

/** How many rows are read. */
export interface ReadOptions {
  /** `throw` unless given. */
  readonly invalid?: InvalidRows | undefined
}

/** A row that was refused, with everything that is wrong with it. */
export interface RejectedRow {
  /** Its index in the input. */
  readonly index: number
  /** Its id, where it has one. */
  readonly id?: string
  readonly issues: readonly Issue[]
}
