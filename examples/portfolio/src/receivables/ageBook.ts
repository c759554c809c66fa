import { ageReceivables } from '@clientele/credit'
import type { InvoiceBook } from '../invoices/types.js'
import { itemOf } from './itemOf.js'
import { listInvoices } from './listInvoices.js'
import type { AgedBook, ReceivablesSettings } from './types.js'

/** Ages the invoices of a book. */
export function ageBook(book: InvoiceBook, { asOf, ageing: scheme }: ReceivablesSettings): AgedBook {
  const ageing = ageReceivables(book.used.map(itemOf), scheme, { asOf, detail: 'items' })
  return { ...book, ageing, lines: listInvoices(book, ageing) }
}
