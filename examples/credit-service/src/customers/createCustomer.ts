import type { CalendarDate } from '@clientele/core'
import type { Connection } from '../database/types.js'
import { readPolicy } from '../policies/readPolicy.js'
import type { NewCustomer } from './customerShapes.js'
import { lockCustomer } from './lockCustomer.js'
import { setLimit } from './setLimit.js'

/** Stores a customer with limit and securities; the order policy and the credit terms must be there. */
export async function createCustomer(connection: Connection, customer: NewCustomer, today: CalendarDate): Promise<void> {
  const { id, name = null, currency, grade = null, report, dunningLevel, blocked, orderPolicy, terms, limit } = customer
  await readPolicy(connection, 'order-policy', orderPolicy)
  await readPolicy(connection, 'credit-terms', terms)
  await connection.query(
    `INSERT INTO customers (id, name, currency, order_policy, terms, grade, report_depth, report_date, dunning_level, blocked, day)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, name, currency, orderPolicy, terms, grade, report?.depth ?? null, report?.date ?? null, dunningLevel, blocked, today],
  )
  await insertSecurities(connection, customer)
  await setLimit(connection, await lockCustomer(connection, id, today), limit)
}

async function insertSecurities(connection: Connection, { id, deposits, guarantees }: NewCustomer): Promise<void> {
  const securities = [
    ...deposits.map((deposit, place) => ({ kind: 'deposit', place, ...deposit, joint: null })),
    ...guarantees.map((guarantee, place) => ({ kind: 'guarantee', place, ...guarantee, joint: guarantee.joint ?? false })),
  ]
  for (const { kind, place, amount, currency = null, validFrom = null, validUntil = null, joint } of securities) {
    await connection.query(
      'INSERT INTO securities (customer, kind, place, amount, currency, valid_from, valid_until, joint) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
      [id, kind, place, amount, currency, validFrom, validUntil, joint],
    )
  }
}
