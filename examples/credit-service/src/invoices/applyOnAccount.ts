import { allocatePayment, type CreditTerms, type Payment } from '@clientele/credit'
import type { Connection } from '../database/types.js'
import { insertApplications } from '../payments/insertApplications.js'
import type { Invoice } from './types.js'

/**
 * Sets what a customer has on account against a new invoice, what was paid first first: or it would be dunned for an invoice that it paid in advance. A discount
 * that the terms give is earned as by any other payment.
 */
export async function applyOnAccount(
  connection: Connection,
  { id, customer, date, amount, currency }: Pick<Invoice, 'id' | 'customer' | 'date' | 'amount' | 'currency'>,
  terms: CreditTerms,
): Promise<void> {
  const paid: Payment[] = []
  for (const payment of await readOnAccount(connection, customer, currency)) {
    const invoices = [{ id, date, amount, currency, payments: [...paid] }]
    const { applications } = allocatePayment({ payment, invoices }, { [id]: terms }, { order: 'given' })
    await insertApplications(connection, payment.id, applications)
    paid.push(...applications.map((application) => ({ ...payment, amount: application.amount })))
    if (applications.every(({ status }) => status !== 'open' && status !== 'overdue')) return
  }
}

/** What is left of each payment. */
function readOnAccount(connection: Connection, customer: string, currency: string): Promise<readonly Payment[]> {
  return connection.query<Payment>(
    `SELECT p.id, p.date, p.currency, p.amount - coalesce(sum(a.amount), 0) AS amount FROM payments p LEFT JOIN applications a ON a.payment = p.id
     WHERE p.customer = $1 AND p.currency = $2 AND p.spent_on IS NULL GROUP BY p.id ORDER BY p.date, p.moment`,
    [customer, currency],
  )
}
