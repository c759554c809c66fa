import type { Issue } from '@clientele/core'
import type { InvoiceColumns } from '../config/types.js'
import { createPortfolioIssue } from '../issues/createPortfolioIssue.js'
import type { ReceivablesSettings } from '../receivables/types.js'
import { readRows } from '../rows/readRows.js'
import type { RowKind } from '../rows/types.js'
import { readInvoice } from './readInvoice.js'
import type { Invoice, InvoiceBook } from './types.js'

/** Reads a file of invoices: every row is used, or dated after `asOf`, or rejected with its reasons. */
export async function readInvoices(file: string, settings: ReceivablesSettings, reportProgress: (rows: number) => void): Promise<InvoiceBook> {
  const { columns, asOf } = settings
  /** The line of each number that is taken. */
  const taken = new Map<string, number>()
  const readOnce = (invoice: Invoice | undefined, issues: Issue[]): Invoice | undefined => {
    if (invoice === undefined) return undefined
    const first = taken.get(invoice.invoice)
    if (first === undefined) {
      taken.set(invoice.invoice, invoice.line)
      return invoice
    }
    issues.push(createPortfolioIssue('invoice-repeated', [columns.invoice], { first, actual: JSON.stringify(invoice.invoice) }))
    return undefined
  }
  const kind: RowKind<InvoiceColumns, Invoice> = {
    columns,
    readCells: (cells, line, issues) => readOnce(readInvoice(cells, line, settings, issues), issues),
  }
  return await readRows(file, kind, asOf, reportProgress)
}
