import { currencyDigits } from '@clientele/core'
import { type TableCell, writeTable } from '../report/writeTable.js'
import { padDecimals } from '../texts/formatNumber.js'
import type { InvoiceLine } from './types.js'

const HEADER = [
  'line',
  'customer',
  'invoice',
  'date',
  'due',
  'amount',
  'currency',
  'disputed',
  'paid-on',
  'paid',
  'days-to-settle',
  'days-late',
  'open',
  'bucket',
  'days-overdue',
]

/** Writes invoices as CSV for spreadsheets, a row each; what is open is left blank of those dated after `asOf`. */
export function renderInvoicesCsv(invoices: readonly InvoiceLine[]): string {
  return writeTable([HEADER, ...invoices.map(composeRow)])
}

function composeRow(line: InvoiceLine): TableCell[] {
  const { customer, invoice, date, due, amount, currency, disputed, payment, daysToSettle, daysLate, open, bucket, daysOverdue } = line
  const digits = currencyDigits(currency)
  const paid = payment === undefined ? [undefined, undefined] : [payment.date, padDecimals(payment.amount, digits)]
  const facts = [line.line, customer, invoice, date, due, padDecimals(amount, digits), currency, disputed]
  return [...facts, ...paid, daysToSettle, daysLate, open, bucket, daysOverdue]
}
