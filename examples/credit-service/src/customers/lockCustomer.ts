import type { CalendarDate } from '@clientele/core'
import type { Connection } from '../database/types.js'
import { notFound } from '../server/Problem.js'
import type { Customer } from './types.js'

const COLUMNS = `id, name, currency, order_policy AS "orderPolicy", terms, grade, report_depth AS "reportDepth", report_date AS "reportDate",
  dunning_level AS "dunningLevel", blocked`

/** A customer under its lock, and the day on which whatever is done now happens. */
export interface LockedCustomer extends Customer {
  readonly locked: true
}

/**
 * Locks a customer until the transaction ends. Whatever changes what the customer owes, may owe or has ordered does so under this lock, so what is read
 * after it is true until it is given back.
 *
 * The day never goes back: where two services do not agree about it, the second one's orders, deliveries and invoices are not overlooked as being of tomorrow.
 */
export async function lockCustomer(connection: Connection, id: string, today: CalendarDate): Promise<LockedCustomer> {
  const [customer] = await connection.query<Customer>(`SELECT ${COLUMNS}, greatest(day, $2::date) AS day FROM customers WHERE id = $1 FOR UPDATE`, [
    id,
    today,
  ])
  if (customer === undefined) throw notFound('customer', id)
  await connection.query('UPDATE customers SET day = $2::date WHERE id = $1 AND day < $2::date', [id, customer.day])
  return { ...customer, locked: true }
}

/** Reads a customer as it is at the transaction's moment; nothing may be decided on it. */
export async function readCustomer(connection: Connection, id: string, today: CalendarDate): Promise<Customer> {
  const [customer] = await connection.query<Customer>(`SELECT ${COLUMNS}, greatest(day, $2::date) AS day FROM customers WHERE id = $1`, [id, today])
  if (customer === undefined) throw notFound('customer', id)
  return customer
}
