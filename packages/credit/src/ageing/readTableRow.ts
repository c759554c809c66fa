import type { Issue, Path, RejectedRow } from '@clientele/core'
import type { Cells } from '../columns/readCells.js'
import { readDay } from '../invoices/readInvoice.js'
import { readAmount } from '../money/readAmount.js'
import { type ReadItem, readOpenItem } from '../receivables/readOpenItem.js'
import type { ApplicationCells, ItemTable } from './readItemTable.js'
import { findIndexIssue } from './readTexts.js'

/** Stands for the customer where customers are not told. */
const ANYONE = '-'

/** Reads one row of a table as the row form does, or adds issues, which name its cells, and returns undefined. */
export function readTableRow(table: ItemTable, row: number, applications: readonly number[], issues: Issue[]): ReadItem | undefined {
  const found: Issue[] = []
  const item = readOpenItem(itemOfRow(table, row, applications), [], found)
  for (const issue of found)
    issues.push(indexIssueOf(table, row, issue.path) ?? { ...issue, path: placeInColumns(table, row, applications, issue.path) })
  return item
}

/** One of the applications that name no row of an item, with all that is wrong with it. */
export function rejectStray({ item, date, settles }: ApplicationCells, index: number, length: number): RejectedRow {
  const issues = [findIndexIssue(item.valueAt(index), item.pathOf(index), length) as Issue]
  readDay(date.valueAt(index), date.pathOf(index), issues)
  readAmount(settles.valueAt(index), undefined, settles.pathOf(index), issues)
  return { index, issues }
}

function itemOfRow(
  { customer, date, due, amount, currency, disputed, applications: cells }: ItemTable,
  row: number,
  rows: readonly number[],
): unknown {
  return {
    id: String(row),
    customer: customer === undefined ? ANYONE : customer.valueAt(row),
    date: date.valueAt(row),
    due: due.valueAt(row),
    amount: amount.valueAt(row),
    currency: currency.cells === undefined ? currency.texts[0] : currency.cells.valueAt(row),
    disputed: disputed?.valueAt(row),
    applications: rows.map((index) => ({ date: cells?.date.valueAt(index), type: 'payment', settles: cells?.settles.valueAt(index) })),
  }
}

/** What is wrong with the index that stands for the text at fault. */
function indexIssueOf({ customer, currency }: ItemTable, row: number, [field]: Path): Issue | undefined {
  if (field === 'customer') return customer?.issueAt(row)
  return field === 'currency' ? currency.cells?.issueAt(row) : undefined
}

/** Turns an issue's place in an item into its place in the columns. */
function placeInColumns(table: ItemTable, row: number, applications: readonly number[], [field, index, cell]: Path): Path {
  if (field !== 'applications') return pathOf({ ...table, currency: table.currency.cells }, field, row)
  return pathOf(table.applications as ApplicationCells, cell, applications[index as number] as number)
}

function pathOf(cells: object, field: string | number | undefined, row: number): Path {
  return (cells as { readonly [field: string]: Cells })[field as string]?.pathOf(row) as Path
}
