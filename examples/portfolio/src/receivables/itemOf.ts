import type { OpenItem } from '@clientele/credit'
import type { Invoice } from '../invoices/types.js'

/** An invoice as an open item: what was paid of it settles it on that day. */
export function itemOf({ invoice, customer, date, due, amount, currency, disputed, payment }: Invoice): OpenItem {
  const applications = payment === undefined ? [] : [{ date: payment.date, type: 'payment' as const, settles: payment.amount }]
  return { id: invoice, customer, date, due, amount, currency, disputed, applications }
}
