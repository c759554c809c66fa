import type { CalendarDate, DecimalInput, LocalizedText } from '@clientele/core'
import type { Scorecard } from '@clientele/scoring'

/** What is measured of a customer: days since the last purchase, number of purchases, or net revenue. */
export type MeasureName = 'recencyDays' | 'orders' | 'revenue'

/** How one measure becomes a rating: n cuts give the ratings 1 to n + 1, and the better measure gets the higher rating. */
export interface RatingRule {
  /** A criterion of the scorecard. */
  readonly criterion: string
  readonly measure: MeasureName
  /** Strictly ascending, at least one. */
  readonly cuts: readonly DecimalInput[]
}

/** Which columns of the orders file hold what. */
export interface OrderColumns {
  readonly customer: string
  readonly date: string
  readonly amount: string
}

/** The whole job as a document. */
export interface PortfolioConfig {
  readonly kind: 'portfolio'
  readonly id: string
  /** The host's version of this document. */
  readonly version: string | number
  readonly format?: 1
  readonly title?: LocalizedText
  /** What a reader of the report must know about the data. */
  readonly note?: LocalizedText
  /** The day on which the book is looked at; rows dated later are left out. */
  readonly asOf: CalendarDate
  /** The ISO 4217 code of every amount. */
  readonly currency: string
  readonly columns: OrderColumns
  readonly ratings: readonly RatingRule[]
  readonly scorecard: Scorecard
}
