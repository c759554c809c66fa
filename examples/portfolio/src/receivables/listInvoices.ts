import { calendarDaysBetween, compareDecimals, currencyDigits } from '@clientele/core'
import type { AgedItem, Ageing } from '@clientele/credit'
import type { Invoice, InvoiceBook } from '../invoices/types.js'
import { padDecimals } from '../texts/formatNumber.js'
import type { InvoiceLine } from './types.js'

/** Lists all invoices of a file by line, with what became of them and what is open of them. */
export function listInvoices({ used, later }: InvoiceBook, { asOf, items = [] }: Ageing): InvoiceLine[] {
  const aged = new Map(items.map((item) => [item.id, item]))
  const lines = [
    ...used.map((invoice) => ({ ...invoice, ...settlementOf(invoice), ...standingOf(invoice, aged.get(invoice.invoice), asOf) })),
    ...later.map((invoice) => ({ ...invoice, ...settlementOf(invoice) })),
  ]
  return lines.sort((a, b) => a.line - b.line)
}

function settlementOf({ date, due, amount, payment }: Invoice): Pick<InvoiceLine, 'daysToSettle' | 'daysLate'> {
  if (payment === undefined || compareDecimals(payment.amount, amount) !== 0) return {}
  return { daysToSettle: calendarDaysBetween(date, payment.date), daysLate: Math.max(0, calendarDaysBetween(due, payment.date)) }
}

function standingOf({ due, currency }: Invoice, aged: AgedItem | undefined, asOf: string): Pick<InvoiceLine, 'open' | 'bucket' | 'daysOverdue'> {
  if (aged === undefined) return { open: padDecimals('0', currencyDigits(currency)) }
  return { open: aged.open, bucket: aged.bucket, daysOverdue: calendarDaysBetween(due, asOf) }
}
