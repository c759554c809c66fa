import type { Customer } from '../customers/types.js'
import type { OrderBook } from '../orders/types.js'
import type { BookDiagnosis } from './types.js'

/** Finds what a reader of the report must know before trusting it. */
export function diagnoseBook(book: OrderBook, customers: readonly Customer[]): BookDiagnosis[] {
  return [...findRejected(book), ...findLeftOut(book, customers), ...findWithoutPurchase(customers), ...findRepeated(book), ...findAlike(customers)]
}

function findRejected({ rejected }: OrderBook): BookDiagnosis[] {
  if (rejected.length === 0) return []
  const customers = [...new Set(rejected.flatMap(({ customer }) => (customer === undefined ? [] : [customer])))].sort()
  return [{ code: 'orders-rejected', params: { rows: rejected.length, customers } }]
}

/** Customers whose rows are all rejected or dated later. */
function findLeftOut({ rejected, later }: OrderBook, customers: readonly Customer[]): BookDiagnosis[] {
  const ranked = new Set(customers.map(({ id }) => id))
  const named = [...rejected, ...later].flatMap(({ customer }) => (customer === undefined || ranked.has(customer) ? [] : [customer]))
  const left = [...new Set(named)].sort()
  return left.length === 0 ? [] : [{ code: 'customers-left-out', params: { number: left.length, customers: left } }]
}

function findWithoutPurchase(customers: readonly Customer[]): BookDiagnosis[] {
  const found = customers.filter(({ measures }) => measures.orders === 0).map(({ id }) => id)
  return found.length === 0 ? [] : [{ code: 'no-purchase', params: { number: found.length, customers: found.sort() } }]
}

/** Rows that say the same as an earlier one: perhaps two orders, perhaps one entered twice. */
function findRepeated({ orders }: OrderBook): BookDiagnosis[] {
  const seen = new Set<string>()
  const lines = orders.flatMap(({ line, customer, date, amount }) => {
    const key = JSON.stringify([customer, date, amount])
    if (seen.has(key)) return [line]
    seen.add(key)
    return []
  })
  return lines.length === 0 ? [] : [{ code: 'rows-repeated', params: { rows: lines.length, lines } }]
}

/** Names that differ only in capitals, width or spaces: counted as different customers, perhaps one. */
function findAlike(customers: readonly Customer[]): BookDiagnosis[] {
  const groups = new Map<string, string[]>()
  for (const { id } of customers) {
    const key = id.normalize('NFKC').toLowerCase().replace(/\s/g, '')
    groups.set(key, [...(groups.get(key) ?? []), id])
  }
  return [...groups.values()].filter((names) => names.length > 1).map((names) => ({ code: 'names-alike', params: { names: names.sort() } }))
}
