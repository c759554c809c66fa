import { Decimal } from '@clientele/core/decimal'
import type { AgedCustomer } from '../ageing/types.js'

/** Customers by what they owe, the greatest debtor first; those alike stay as they stand, by id. */
export function greatestFirst(customers: readonly AgedCustomer[]): AgedCustomer[] {
  const keyed = customers.map((customer) => ({ customer, total: new Decimal(customer.total) }))
  return keyed.sort((a, b) => b.total.cmp(a.total)).map(({ customer }) => customer)
}
