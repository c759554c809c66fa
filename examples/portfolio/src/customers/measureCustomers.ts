import { type CalendarDate, calendarDaysBetween, sumDecimals } from '@clientele/core'
import type { Order } from '../orders/types.js'
import { padDecimals } from '../texts/formatNumber.js'
import type { Customer, Measures } from './types.js'

/** Measures each customer's orders as of a day, in the order in which customers first appear. */
export function measureCustomers(orders: readonly Order[], { asOf, digits }: { readonly asOf: CalendarDate; readonly digits: number }): Customer[] {
  const books = new Map<string, Order[]>()
  for (const order of orders) {
    const book = books.get(order.customer)
    if (book === undefined) books.set(order.customer, [order])
    else book.push(order)
  }
  return [...books].map(([id, book]) => ({ id, measures: measureBook(book, asOf, digits) }))
}

function measureBook(book: readonly Order[], asOf: CalendarDate, digits: number): Measures {
  // An amount is canonical: '0', or a sign and digits that are not all 0.
  const purchases = book.filter(({ amount }) => amount !== '0' && !amount.startsWith('-'))
  const lastPurchase = purchases.reduce<CalendarDate | null>((last, { date }) => (last === null || date > last ? date : last), null)
  return {
    recencyDays: lastPurchase === null ? null : calendarDaysBetween(lastPurchase, asOf),
    lastPurchase,
    orders: purchases.length,
    refunds: book.filter(({ amount }) => amount.startsWith('-')).length,
    revenue: padDecimals(sumDecimals(book.map(({ amount }) => amount)), digits),
  }
}
