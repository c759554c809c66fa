import { type CalendarDate, compareDecimals } from '@clientele/core'
import { lockCustomer } from '../customers/lockCustomer.js'
import type { Connection } from '../database/types.js'
import { readPolicy } from '../policies/readPolicy.js'
import { Problem } from '../server/Problem.js'
import { decide, recordDecision, statusAfter } from './decide.js'
import type { NewOrder } from './orderShapes.js'
import { findOrder } from './readOrder.js'
import type { Order } from './types.js'

/**
 * Places an order: decides about it and keeps both, under the customer's lock.
 *
 * @returns Whether the order is new; one that is sent again is left as it is.
 */
export async function placeOrder(connection: Connection, order: NewOrder & { readonly id: string }, today: CalendarDate): Promise<boolean> {
  const customer = await lockCustomer(connection, order.customer, today)
  const { id, amount, currency = customer.currency } = order
  const earlier = await findOrder(connection, id)
  if (earlier !== undefined) {
    refuseAnother(earlier, { customer: customer.id, amount, currency })
    return false
  }
  const policy = await readPolicy(connection, 'order-policy', customer.orderPolicy)
  const decision = await decide(connection, { customer, order: { id, amount, currency }, policy })
  await connection.query('INSERT INTO orders (id, customer, amount, currency, placed_on, status) VALUES ($1, $2, $3, $4, $5, $6)', [
    id,
    customer.id,
    amount,
    currency,
    customer.day,
    statusAfter(decision),
  ])
  await recordDecision(connection, decision)
  return true
}

function refuseAnother(earlier: Order, { customer, amount, currency }: Pick<Order, 'customer' | 'amount' | 'currency'>): void {
  if (earlier.customer === customer && earlier.currency === currency && compareDecimals(earlier.amount, amount) === 0) return
  const en = `There is an order ${earlier.id}, of another customer, amount or currency.`
  throw new Problem('conflict', { en, 'zh-CN': `已有订单 ${earlier.id}，但客户、金额或货币不同。` })
}
