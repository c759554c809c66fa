import type { CalendarDate } from '@clientele/core'
import { type OpenItem, type Payment, settleInvoice } from '@clientele/credit'
import type { Connection } from '../database/types.js'
import { readPolicyVersion } from '../policies/readPolicy.js'
import type { Invoice } from './types.js'

const INVOICES = `SELECT i.id, order_id AS "order", i.customer, i.date, due, i.amount, i.currency, terms_id AS "termsId", terms_version AS "termsVersion",
    settled_on AS "settledOn",
    coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'date', p.date, 'amount', a.amount::text, 'currency', p.currency) ORDER BY p.moment)
      FILTER (WHERE p.id IS NOT NULL), '[]') AS payments
  FROM invoices i LEFT JOIN applications a ON a.invoice = i.id LEFT JOIN payments p ON p.id = a.payment`

/** An invoice, and what was paid for it. */
export interface PaidInvoice extends Invoice {
  readonly payments: readonly Payment[]
}

/** Reads one invoice. */
export async function readInvoice(connection: Connection, id: string): Promise<PaidInvoice | undefined> {
  const [invoice] = await connection.query<PaidInvoice>(`${INVOICES} WHERE i.id = $1 GROUP BY i.id`, [id])
  return invoice
}

/** Reads a customer's invoices of one currency of which something is open now. */
export function readOpenInvoices(connection: Connection, customer: string, currency: string): Promise<readonly PaidInvoice[]> {
  return connection.query<PaidInvoice>(`${INVOICES} WHERE i.customer = $1 AND i.currency = $2 AND settled_on IS NULL GROUP BY i.id ORDER BY i.id`, [
    customer,
    currency,
  ])
}

/**
 * Reads what is open on a day, a customer's or everybody's: invoices, and as items below 0 what was paid and no invoice needed. A payment counts for an invoice
 * from the day on which both are there.
 */
export async function readOpenItems(connection: Connection, asOf: CalendarDate, customer?: string): Promise<OpenItem[]> {
  const [whose, values] = customer === undefined ? ['', [asOf]] : ['customer = $2 AND', [asOf, customer]]
  const invoices = await connection.query<PaidInvoice>(
    `${INVOICES} WHERE ${whose && `i.${whose}`} i.date <= $1::date AND (settled_on IS NULL OR settled_on > $1::date) GROUP BY i.id ORDER BY i.id`,
    values,
  )
  const unapplied = await connection.query<OpenItem>(
    `SELECT 'payment/' || p.id AS id, p.customer, p.date, p.date AS due, coalesce(sum(a.amount), 0) - p.amount AS amount, p.currency
     FROM payments p LEFT JOIN (applications a JOIN invoices i ON i.id = a.invoice AND i.date <= $1::date) ON a.payment = p.id
     WHERE ${whose && `p.${whose}`} p.date <= $1::date AND (spent_on IS NULL OR spent_on > $1::date) GROUP BY p.id ORDER BY p.id`,
    values,
  )
  return [...(await itemsOf(connection, invoices, asOf)), ...unapplied]
}

/** What the payments settle, discounts among it, is what the invoice's own terms say. */
async function itemsOf(connection: Connection, invoices: readonly PaidInvoice[], asOf: CalendarDate): Promise<OpenItem[]> {
  const termsOf = rememberTerms(connection)
  const items: OpenItem[] = []
  for (const invoice of invoices) {
    const { id, customer, date, due, amount, currency, payments } = invoice
    const { applications } = settleInvoice({ invoice: { id, date, amount, currency }, payments }, await termsOf(invoice), { asOf })
    items.push({ id, customer, date, due, amount, currency, applications })
  }
  return items
}

/** Reads each version of terms once. */
export function rememberTerms(connection: Connection): (invoice: Invoice) => ReturnType<typeof readPolicyVersion<'credit-terms'>> {
  const known = new Map<string, ReturnType<typeof readPolicyVersion<'credit-terms'>>>()
  return ({ termsId, termsVersion }) => {
    const key = JSON.stringify([termsId, termsVersion])
    const terms = known.get(key) ?? readPolicyVersion(connection, 'credit-terms', termsId, termsVersion)
    known.set(key, terms)
    return terms
  }
}
