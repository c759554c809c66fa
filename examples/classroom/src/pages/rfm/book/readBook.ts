import { createIssue, throwIssues } from '@clientele/core/checks'
import type { Transaction } from '@clientele/tiering'
import { columnNames } from './columnNames.js'
import { parseLines, withPlainBreaks } from './parseLines.js'
import { readAmount, readDate } from './readCell.js'
import { readHeader } from './readHeader.js'
import type { Book, ColumnName } from './types.js'

const QUOTE_NOT_CLOSED = 'CSV_QUOTE_NOT_CLOSED'
const SHOWN = 40

/** A column as both languages call it. */
const BILINGUAL: { readonly [column in ColumnName]: string } = {
  customer: `${columnNames.customer[0]} (客户)`,
  date: `${columnNames.date[0]} (日期)`,
  amount: `${columnNames.amount[0]} (金额)`,
}

/**
 * Reads a list of purchases from the text of a CSV file or of cells of a spreadsheet. What is wrong with single rows is left to who scores them.
 *
 * @throws {@link InputError} if the text is empty, if its first line does not name the columns, or if a quote is not closed.
 */
export function readBook(text: string): Book {
  if (text.trim() === '') throwIssues([createIssue('empty', ['csv'], {})])
  const header = readHeader(text)
  const { missing, places, separator } = header
  if (missing.length > 0) throwIssues([createIssue('incomplete', ['csv'], { missing: missing.map((column) => BILINGUAL[column]) })])
  const purchases: Transaction[] = []
  const lines: number[] = []
  const { customer = 0, date = 0, amount = 0 } = places
  let [last, isHeader] = [0, true]
  const plain = withPlainBreaks(text)
  try {
    parseLines(plain, separator, (cells, line) => {
      last = line
      if (!isHeader) {
        purchases.push({ customer: cells[customer] ?? '', date: readDate(cells[date] ?? ''), amount: readAmount(cells[amount] ?? '') })
        lines.push(line - breaksIn(cells))
      }
      isHeader = false
    })
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== QUOTE_NOT_CLOSED) throw error
    const open = plain.split('\n').findIndex((line, index) => index >= last && line.includes('"'))
    const actual = `${open + 1}: ${plain.split('\n')[open]?.slice(0, SHOWN)}`
    throwIssues([createIssue('unreadable', ['csv'], { expected: '"…"', actual })])
  }
  return { header, purchases, lines }
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0
  for (const cell of cells) if (cell.includes('\n')) breaks += cell.split('\n').length - 1
  return breaks
}
