import type { CalendarDate, Issue } from '@clientele/core'

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

/** What every row of a file says, beside other things. */
export interface BookRow {
  readonly line: number
  /** Null where it has none. */
  readonly date: CalendarDate | null
}

/** A row that must have a date. */
export interface DatedRow extends BookRow {
  readonly date: CalendarDate
}

/** A row that could not be read, with everything that is wrong with it. */
export interface RejectedRow {
  readonly line: number
  readonly lastLine: number
  /** What is written there, shortened. */
  readonly raw: string
  /** The customer, where one can be read. */
  readonly customer?: string
  readonly issues: readonly Issue[]
}

/** What became of the rows of a file: read = used + later + rejected. */
export interface RowCounts {
  readonly read: number
  readonly used: number
  /** Dated after the day on which the book is looked at. */
  readonly later: number
  readonly rejected: number
}

/** Everything that a file holds. */
export interface RowBook<Row extends BookRow> {
  readonly counts: RowCounts
  readonly used: readonly Row[]
  readonly later: readonly Row[]
  readonly rejected: readonly RejectedRow[]
}

/** Which column of a file holds what: the name of each, by its role; a rejected row says its customer where a column holds them. */
export type RowColumns = object

/** The text of each column that is named. */
export type Cells<Columns> = { readonly [Role in keyof Columns]: string }

/** What the rows of a file are. */
export interface RowKind<Columns extends RowColumns, Row extends BookRow> {
  readonly columns: Columns
  /** Reads a row from its cells, or adds issues and returns undefined. */
  readonly readCells: (cells: Cells<Columns>, line: number, issues: Issue[]) => Row | undefined
}
