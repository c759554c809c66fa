import type { Transaction } from '@clientele/tiering'
import type { OrdersConfig } from '../config/types.js'
import type { Order } from '../orders/types.js'

/** The orders as the verbs of `@clientele/tiering` take them. */
export function salesOf(orders: readonly Order[], { currency }: Pick<OrdersConfig, 'currency'>): Transaction[] {
  return orders.map(({ customer, date, amount }) => ({ customer, date, amount, currency }))
}
