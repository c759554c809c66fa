import type { ReadCustomerValue } from '../customers/readCustomerValue.js'
import { greatestFirst } from '../numbers/greatestFirst.js'
import { alignQuantities } from '../numbers/quantity.js'

/** Customers from the greatest value to the least, those alike by id; values in units of so many digits. */
export interface SortedValues {
  readonly customers: readonly string[]
  readonly units: readonly bigint[]
  readonly digits: number
}

/** Sorts customers by value. It takes O(n log n) for n of them. */
export function sortValues(values: readonly ReadCustomerValue[]): SortedValues {
  const { units, digits } = alignQuantities(values.map(({ value }) => value))
  const ids = values.map(({ customer }) => customer)
  const order = greatestFirst(units, ids)
  return { customers: Array.from(order, (index) => ids[index] as string), units: Array.from(order, (index) => units[index] as bigint), digits }
}
