import type { CalendarDate, DecimalString, Issue } from '@clientele/core'

/** A record of a CSV file, and where it stands. */
export interface CsvRow {
  /** The line it starts on; the first line of the file is 1. */
  readonly line: number
  /** The line it ends on: a later one where a quoted field holds line breaks. */
  readonly lastLine: number
  /** The record as it is written, without its line end. */
  readonly raw: string
  readonly fields: readonly string[]
  /** Whether its quotation marks are as RFC 4180 wants them. */
  readonly wellQuoted: boolean
}

/** An order: a purchase where its amount is above 0, a refund where it is below. */
export interface Order {
  readonly line: number
  readonly customer: string
  readonly date: CalendarDate
  /** In canonical form. */
  readonly amount: DecimalString
}

/** A row that is no order, with everything that is wrong with it. */
export interface RejectedOrder {
  readonly line: number
  readonly lastLine: number
  /** What is written there, shortened. */
  readonly raw: string
  /** The customer, where one can be read. */
  readonly customer?: string
  readonly issues: readonly Issue[]
}

/** What became of the rows of an orders file: read = used + later + rejected. */
export interface RowCounts {
  readonly read: number
  readonly used: number
  /** Dated after the day on which the book is looked at. */
  readonly later: number
  readonly rejected: number
}

/** Everything that an orders file holds. */
export interface OrderBook {
  readonly counts: RowCounts
  readonly orders: readonly Order[]
  readonly later: readonly Order[]
  readonly rejected: readonly RejectedOrder[]
}
