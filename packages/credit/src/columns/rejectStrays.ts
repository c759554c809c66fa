import type { Issue, RejectedRow } from '@clientele/core'
import { createIssue, describeValue } from '@clientele/core/checks'
import { readCredits, readPayments } from '../settlement/readPayments.js'
import { creditAt, pathOf, paymentAt } from './caseOfRow.js'
import type { ColumnSettings } from './readSettings.js'
import type { CreditCells, PaymentCells, Table } from './readTable.js'

/** The payments that name no row of an invoice, with all that is wrong with them. */
export function rejectStrayPayments({ payments, length }: Table, settings: ColumnSettings): RejectedRow[] {
  if (payments === undefined) return []
  return reject(payments, length, (row, issues) => readPayments([paymentAt(payments, row, settings.currency)], settings, [], issues))
}

/** The credits that name no row of an invoice, with all that is wrong with them. */
export function rejectStrayCredits({ credits, length }: Table, settings: ColumnSettings): RejectedRow[] {
  if (credits === undefined) return []
  return reject(credits, length, (row, issues) => readCredits([creditAt(credits, row, settings.currency)], settings, [], issues))
}

function reject(cells: PaymentCells | CreditCells, length: number, readRow: (row: number, issues: Issue[]) => void): RejectedRow[] {
  return cells.groups.strays.map((index) => {
    const found: Issue[] = []
    readRow(index, found)
    const issues = found.map((issue) => ({ ...issue, path: pathOf(cells, issue.path[1], index) }))
    return { index, issues: [strayIssue(cells, index, length), ...issues] }
  })
}

function strayIssue({ invoice }: PaymentCells, row: number, length: number): Issue {
  const value = invoice.valueAt(row)
  const path = invoice.pathOf(row)
  if (value === undefined) return createIssue('missing', path, {})
  const actual = describeValue(value)
  if (!Number.isInteger(value)) return createIssue('not-an-integer', path, { actual })
  return createIssue('out-of-range', path, { minimum: '0', maximum: String(length - 1), actual })
}
