import type { Connection } from '../database/types.js'
import type { NewLimit } from './customerShapes.js'
import type { LockedCustomer } from './lockCustomer.js'

/** Sets a customer's limit; the earlier ones are kept. What was accepted before stays accepted. */
export async function setLimit(connection: Connection, { id, day }: LockedCustomer, { amount, validUntil }: NewLimit): Promise<void> {
  await connection.query('INSERT INTO limits (customer, set_on, amount, valid_until) VALUES ($1, $2, $3, $4)', [id, day, amount, validUntil ?? null])
}
