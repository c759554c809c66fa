import type { CalendarDate, Issue } from '@clientele/core'
import { Refusal } from '../command/Refusal.js'
import { usingFile } from '../command/usingFile.js'
import { createPortfolioIssue } from '../issues/createPortfolioIssue.js'
import { streamRows } from './streamRows.js'
import type { BookRow, Cells, CsvRow, RejectedRow, RowBook, RowColumns, RowKind } from './types.js'

/** Where the cells of a row stand. */
interface RowLayout {
  /** Which field holds what. */
  readonly places: readonly (readonly [role: string, index: number])[]
  /** How many fields the header has. */
  readonly width: number
}

const PROGRESS_STEP = 100_000

/** How much of a header without the columns wanted is shown. */
const LISTED = 20
const LONGEST_NAME = 60

const LONGEST_RAW = 160

const OTHER_SEPARATOR = /[;\t|]/

/** Reads a file of rows, with dates or without: every row is used, or dated after `asOf`, or rejected with its reasons. */
export async function readRows<Columns extends RowColumns, Row extends BookRow>(
  file: string,
  { columns, readCells }: RowKind<Columns, Row>,
  asOf: CalendarDate,
  reportProgress: (rows: number) => void,
): Promise<RowBook<Row>> {
  const used: Row[] = []
  const later: Row[] = []
  const rejected: RejectedRow[] = []
  let layout: RowLayout | undefined
  let read = 0
  await usingFile(file, () =>
    streamRows(file, (row) => {
      if (layout === undefined) {
        layout = readHeader(row, columns, file)
        return
      }
      read += 1
      if (read % PROGRESS_STEP === 0) reportProgress(read)
      const result = readRow(row, layout, readCells)
      if ('issues' in result) rejected.push(result)
      else if (result.date !== null && result.date > asOf) later.push(result)
      else used.push(result)
    }),
  )
  if (layout === undefined) throw new Refusal('file-empty', { file })
  return { counts: { read, used: used.length, later: later.length, rejected: rejected.length }, used, later, rejected }
}

function readHeader({ fields, line }: CsvRow, columns: RowColumns, file: string): RowLayout {
  const names: [string, string][] = Object.entries(columns)
  const missing = names.map(([, name]) => name).filter((name) => !fields.includes(name))
  if (missing.length > 0) {
    const found = fields.slice(0, LISTED).map((field) => field.slice(0, LONGEST_NAME))
    const code = fields.length === 1 && OTHER_SEPARATOR.test(fields[0] as string) ? 'separator-wrong' : 'columns-missing'
    throw new Refusal(code, { file, line, missing, found })
  }
  const repeated = names.map(([, name]) => name).filter((name) => fields.indexOf(name) !== fields.lastIndexOf(name))
  if (repeated.length > 0) throw new Refusal('columns-repeated', { file, line, repeated })
  return { places: names.map(([role, name]) => [role, fields.indexOf(name)] as const), width: fields.length }
}

function readRow<Columns extends RowColumns, Row extends BookRow>(
  row: CsvRow,
  { places, width }: RowLayout,
  readCells: RowKind<Columns, Row>['readCells'],
): Row | RejectedRow {
  const malformed = checkForm(row, width)
  if (malformed !== undefined) return reject(row, '', [malformed])
  const cells = Object.fromEntries(places.map(([role, index]) => [role, row.fields[index]])) as Cells<Columns>
  const issues: Issue[] = []
  const result = readCells(cells, row.line, issues)
  return result === undefined ? reject(row, customerOf(cells), issues) : result
}

function customerOf(cells: object): string {
  return 'customer' in cells ? String(cells.customer).trim() : ''
}

function checkForm({ fields, wellQuoted }: CsvRow, width: number): Issue | undefined {
  if (!wellQuoted) return createPortfolioIssue('quotation-marks', [], {})
  return fields.length === width ? undefined : createPortfolioIssue('fields-differ', [], { expected: width, actual: fields.length })
}

function reject({ line, lastLine, raw }: CsvRow, customer: string, issues: readonly Issue[]): RejectedRow {
  const shortened = raw.length > LONGEST_RAW ? `${raw.slice(0, LONGEST_RAW)}…` : raw
  return { line, lastLine, raw: shortened, ...(customer === '' ? {} : { customer }), issues }
}
