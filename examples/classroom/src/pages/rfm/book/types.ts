import type { Transaction } from '@clientele/tiering'

/** What a list of purchases must say of each. */
export type ColumnName = 'customer' | 'date' | 'amount'

/** What stands between the columns. */
export type Separator = ',' | ';' | '\t'

/** The first line of a list of purchases, as it is understood. */
export interface Header {
  readonly names: readonly string[]
  readonly separator: Separator
  /** Which of the names is that of which column. */
  readonly places: { readonly [column in ColumnName]?: number }
  /** Columns that no name stands for. */
  readonly missing: readonly ColumnName[]
}

/** A list of purchases. */
export interface Book {
  readonly header: Header
  /** As they stand there, right or wrong, but for how dates and amounts are written. */
  readonly purchases: readonly Transaction[]
  /** In which line each begins, from 1. */
  readonly lines: readonly number[]
}
