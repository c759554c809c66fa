import type { Customer } from '../customers/types.js'
import type { OrderBook } from '../orders/types.js'
import { findAlikeNames } from './findAlikeNames.js'
import { namedCustomers } from './namedCustomers.js'
import type { BookDiagnosis } from './types.js'

/** Finds what a reader of the report must know before trusting it. */
export function diagnoseBook(book: OrderBook, customers: readonly Customer[]): BookDiagnosis[] {
  return [...findRejected(book), ...findLeftOut(book, customers), ...findWithoutPurchase(customers), ...findRepeated(book), ...findAlike(customers)]
}

function findRejected({ rejected }: OrderBook): BookDiagnosis[] {
  if (rejected.length === 0) return []
  return [{ code: 'orders-rejected', params: { rows: rejected.length, customers: namedCustomers(rejected) } }]
}

/** Customers whose rows are all rejected or dated later. */
function findLeftOut({ rejected, later }: OrderBook, customers: readonly Customer[]): BookDiagnosis[] {
  const ranked = new Set(customers.map(({ id }) => id))
  const left = namedCustomers([...rejected, ...later]).filter((customer) => !ranked.has(customer))
  return left.length === 0 ? [] : [{ code: 'customers-left-out', params: { number: left.length, customers: left } }]
}

function findWithoutPurchase(customers: readonly Customer[]): BookDiagnosis[] {
  const found = customers.filter(({ measures }) => measures.orders === 0).map(({ id }) => id)
  return found.length === 0 ? [] : [{ code: 'no-purchase', params: { number: found.length, customers: found.sort() } }]
}

/** Rows that say the same as an earlier one: perhaps two orders, perhaps one entered twice. */
function findRepeated({ used }: OrderBook): BookDiagnosis[] {
  const seen = new Set<string>()
  const lines = used.flatMap(({ line, customer, date, amount }) => {
    const key = JSON.stringify([customer, date, amount])
    if (seen.has(key)) return [line]
    seen.add(key)
    return []
  })
  return lines.length === 0 ? [] : [{ code: 'rows-repeated', params: { rows: lines.length, lines } }]
}

/** Names that look alike: counted as different customers, perhaps one. */
function findAlike(customers: readonly Customer[]): BookDiagnosis[] {
  return findAlikeNames(customers.map(({ id }) => id)).map((names) => ({ code: 'names-alike', params: { names } }))
}
