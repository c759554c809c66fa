import { type CalendarDate, compareDecimals } from '@clientele/core'
import { allocatePayment, type CreditTerms, type PaymentAllocation } from '@clientele/credit'
import * as z from 'zod'
import { assessCustomer } from '../customers/assessCustomer.js'
import { lockCustomer } from '../customers/lockCustomer.js'
import type { Connection } from '../database/types.js'
import { readOpenInvoices, rememberTerms } from '../invoices/readOpenItems.js'
import { Problem } from '../server/Problem.js'
import { refuseFuture } from '../server/refuseFuture.js'
import { currencyShape, dateShape, idShape, moneyShape } from '../server/shapes.js'
import { insertApplications } from './insertApplications.js'

/** With the client's own `id`, the payment is posted once. `date` is today unless given, `currency` the customer's. */
export const paymentShape = z.strictObject({
  id: idShape.optional(),
  customer: idShape,
  amount: moneyShape,
  currency: currencyShape.optional(),
  date: dateShape.optional(),
})

export type NewPayment = z.infer<typeof paymentShape>

/** A row of `payments`. */
interface PostedPayment {
  readonly id: string
  readonly customer: string
  readonly date: CalendarDate
  readonly amount: string
  readonly currency: string
}

/**
 * Posts a payment: it settles the customer's invoices, the oldest first, each with the discount that its terms give for the day; what none needs stays on account.
 *
 * @returns Whether the payment is new; one that is sent again is left as it is.
 */
export async function postPayment(connection: Connection, given: NewPayment & { readonly id: string }, today: CalendarDate): Promise<boolean> {
  const customer = await lockCustomer(connection, given.customer, today)
  const { id, amount, currency = customer.currency, date = customer.day } = given
  const payment: PostedPayment = { id, customer: customer.id, date, amount, currency }
  if (await isPosted(connection, payment, given.date)) return false
  refuseFuture(['date'], date, customer.day)
  const invoices = await readOpenInvoices(connection, customer.id, currency)
  const termsOf = rememberTerms(connection)
  const terms: { [invoice: string]: CreditTerms } = {}
  for (const invoice of invoices) terms[invoice.id] = await termsOf(invoice)
  const claims = invoices.map(({ payments, ...invoice }) => ({ id: invoice.id, date: invoice.date, amount: invoice.amount, currency, payments }))
  const allocation = allocatePayment({ payment: { id, date, amount, currency }, invoices: claims }, terms, { order: 'oldest-first' })
  await insertPayment(connection, payment, allocation)
  await assessCustomer(connection, customer)
  return true
}

/** Whether this payment was posted before; another one must have another id. */
async function isPosted(connection: Connection, payment: PostedPayment, date: CalendarDate | undefined): Promise<boolean> {
  const [earlier] = await connection.query<PostedPayment>('SELECT id, customer, date, amount, currency FROM payments WHERE id = $1', [payment.id])
  if (earlier === undefined) return false
  const isSame =
    earlier.customer === payment.customer &&
    earlier.currency === payment.currency &&
    compareDecimals(earlier.amount, payment.amount) === 0 &&
    (date === undefined || earlier.date === date)
  if (isSame) return true
  const en = `There is a payment ${payment.id}, of another customer, day, amount or currency.`
  throw new Problem('conflict', { en, 'zh-CN': `已有收款 ${payment.id}，但客户、日期、金额或货币不同。` })
}

async function insertPayment(
  connection: Connection,
  { id, customer, date, amount, currency }: PostedPayment,
  allocation: PaymentAllocation,
): Promise<void> {
  await connection.query('INSERT INTO payments (id, customer, date, amount, currency, allocation) VALUES ($1, $2, $3, $4, $5, $6::jsonb)', [
    id,
    customer,
    date,
    amount,
    currency,
    JSON.stringify(allocation),
  ])
  await insertApplications(connection, id, allocation.applications)
}
