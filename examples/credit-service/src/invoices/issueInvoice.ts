import type { CalendarDate } from '@clientele/core'
import { termsTimeline } from '@clientele/credit'
import * as z from 'zod'
import { assessCustomer } from '../customers/assessCustomer.js'
import type { Connection } from '../database/types.js'
import { lockOrder } from '../orders/readOrder.js'
import { readPolicy } from '../policies/readPolicy.js'
import { Problem } from '../server/Problem.js'
import { idShape } from '../server/shapes.js'
import { applyOnAccount } from './applyOnAccount.js'

/** `id` is the order's unless given, `terms` the customer's. */
export const invoiceShape = z.strictObject({ id: idShape.optional(), terms: idShape.optional() })

export type NewInvoice = z.infer<typeof invoiceShape>

/**
 * Invoices an order that was delivered: the delivery becomes an open item of the same amount, due as the terms in force say, less what the customer
 * has on account.
 *
 * @returns The invoice's id, and whether it is new: an order has one invoice.
 */
export async function issueInvoice(
  connection: Connection,
  orderId: string,
  invoice: NewInvoice,
  today: CalendarDate,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { order, customer } = await lockOrder(connection, orderId, today)
  const earlier = await findEarlier(connection, orderId, invoice)
  if (earlier !== undefined) return { id: earlier, isNew: false }
  if (order.status !== 'delivered') {
    const en = `Order ${orderId} is ${order.status}; only what is delivered is invoiced.`
    throw new Problem('conflict', { en, 'zh-CN': `订单 ${orderId} 的状态为 ${order.status}；只有 delivered 的订单才可开票。` })
  }
  const { id = orderId, terms: termsId = customer.terms } = invoice
  const terms = await readPolicy(connection, 'credit-terms', termsId)
  const { amount, currency } = order
  const { due } = termsTimeline({ id, date: customer.day, amount, currency }, terms)
  const settledOn = Number(amount) === 0 ? customer.day : null
  await connection.query(
    `INSERT INTO invoices (id, order_id, customer, date, due, amount, currency, terms_kind, terms_id, terms_version, settled_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, orderId, customer.id, customer.day, due, amount, currency, terms.kind, terms.id, String(terms.version), settledOn],
  )
  await connection.query(`UPDATE orders SET status = 'invoiced' WHERE id = $1`, [orderId])
  await applyOnAccount(connection, { id, customer: customer.id, date: customer.day, amount, currency }, terms)
  await assessCustomer(connection, customer)
  return { id, isNew: true }
}

/** The id of the order's invoice; another one it cannot have. */
async function findEarlier(connection: Connection, order: string, { id, terms }: NewInvoice): Promise<string | undefined> {
  const [earlier] = await connection.query<{ readonly id: string; readonly terms: string }>(
    'SELECT id, terms_id AS terms FROM invoices WHERE order_id = $1',
    [order],
  )
  if (earlier === undefined || ((id ?? earlier.id) === earlier.id && (terms ?? earlier.terms) === earlier.terms)) return earlier?.id
  const en = `Order ${order} has the invoice ${earlier.id}, with the terms ${earlier.terms}.`
  throw new Problem('conflict', { en, 'zh-CN': `订单 ${order} 已有发票 ${earlier.id}，信用条件为 ${earlier.terms}。` })
}
