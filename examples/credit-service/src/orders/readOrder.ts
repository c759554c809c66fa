import type { CalendarDate } from '@clientele/core'
import { type LockedCustomer, lockCustomer } from '../customers/lockCustomer.js'
import type { Connection } from '../database/types.js'
import { notFound } from '../server/Problem.js'
import type { Order } from './types.js'

/** Reads an order; undefined where there is none. */
export async function findOrder(connection: Connection, id: string): Promise<Order | undefined> {
  const [order] = await connection.query<Order>(
    `SELECT id, customer, amount, currency, placed_on AS "placedOn", status, delivered_on AS "deliveredOn" FROM orders WHERE id = $1`,
    [id],
  )
  return order
}

/** Reads an order that must be there. */
export async function readOrder(connection: Connection, id: string): Promise<Order> {
  const order = await findOrder(connection, id)
  if (order === undefined) throw notFound('order', id)
  return order
}

/** Locks the customer of an order. The order is read once more, for it may have changed while the lock was waited for; its customer never does. */
export async function lockOrder(
  connection: Connection,
  id: string,
  today: CalendarDate,
): Promise<{ readonly order: Order; readonly customer: LockedCustomer }> {
  const customer = await lockCustomer(connection, (await readOrder(connection, id)).customer, today)
  return { order: await readOrder(connection, id), customer }
}
