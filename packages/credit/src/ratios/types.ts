import type { DecimalInput } from '@clientele/core'

/** What is owed for the sales of a period. */
export interface SalesOutstandingFigures {
  /** What is owed at the end of the time, of any sign. */
  readonly receivables: DecimalInput
  /** The period's sales on credit, above 0. */
  readonly sales: DecimalInput
  /** How many days the time has: an integer of 1 or more. */
  readonly days: number
}

/** What is owed for the sales of a period, and not yet overdue. */
export interface CurrentSalesFigures {
  /** What is owed and not overdue at the end of the time, of any sign. */
  readonly current: DecimalInput
  /** The period's sales on credit, above 0. */
  readonly sales: DecimalInput
  /** How many days the time has: an integer of 1 or more. */
  readonly days: number
}

/** What is owed for the sales of a period, and how much of it is not yet overdue. */
export interface DelinquencyFigures extends SalesOutstandingFigures {
  /** What is not overdue of the receivables, of any sign. */
  readonly current: DecimalInput
}

/** What was owed at the beginning of a period, what was sold in it, and what was owed at its end. */
export interface CollectionFigures {
  /** What was owed at the beginning, of any sign. */
  readonly opening: DecimalInput
  /** The period's sales on credit, of any sign. */
  readonly sales: DecimalInput
  /** What is owed at the end, of any sign. */
  readonly closing: DecimalInput
  /** What is not overdue of it: below opening + sales. */
  readonly closingCurrent: DecimalInput
}

/** What was sold in a period, and what was owed in it on average. */
export interface TurnoverFigures {
  /** The period's sales on credit, of any sign. */
  readonly sales: DecimalInput
  /** Above 0; often the mean of what was owed at the beginning and at the end. */
  readonly averageReceivables: DecimalInput
}
