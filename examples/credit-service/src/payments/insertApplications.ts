import type { PaymentApplication } from '@clientele/credit'
import type { Connection } from '../database/types.js'

/**
 * Keeps for which invoices a payment is, in addition to what it was for before. An invoice is settled, and a payment spent, on the latest day of the invoices and
 * payments that it took.
 */
export async function insertApplications(connection: Connection, payment: string, applications: readonly PaymentApplication[]): Promise<void> {
  for (const { invoice, amount, status } of applications) {
    await connection.query('INSERT INTO applications (invoice, payment, amount) VALUES ($1, $2, $3)', [invoice, payment, amount])
    if (status === 'open' || status === 'overdue') continue
    await connection.query(
      `UPDATE invoices i SET settled_on =
         (SELECT max(greatest(i.date, p.date)) FROM applications a JOIN payments p ON p.id = a.payment WHERE a.invoice = i.id) WHERE id = $1`,
      [invoice],
    )
  }
  await connection.query(
    `UPDATE payments p SET spent_on = (SELECT max(greatest(i.date, p.date)) FROM applications a JOIN invoices i ON i.id = a.invoice WHERE a.payment = p.id)
     WHERE id = $1 AND amount = (SELECT sum(a.amount) FROM applications a WHERE a.payment = p.id)`,
    [payment],
  )
}
