import type { CalendarDate } from '@clientele/core'
import type { Connection } from '../database/types.js'
import { Problem } from '../server/Problem.js'
import { lockOrder } from './readOrder.js'

/** Delivers an order that was accepted; one that was delivered already is left as it is. */
export async function deliverOrder(connection: Connection, id: string, today: CalendarDate): Promise<void> {
  const { order, customer } = await lockOrder(connection, id, today)
  if (order.status === 'delivered' || order.status === 'invoiced') return
  if (order.status !== 'accepted') {
    const en = `Order ${id} is ${order.status}; only what is accepted is delivered.`
    throw new Problem('conflict', { en, 'zh-CN': `订单 ${id} 的状态为 ${order.status}；只有 accepted 的订单才可发货。` })
  }
  await connection.query(`UPDATE orders SET status = 'delivered', delivered_on = $2 WHERE id = $1`, [id, customer.day])
}
