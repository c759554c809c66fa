import { orderIntegers, rangeOf } from '../numbers/orderIntegers.js'
import type { Fraction } from './fraction.js'
import type { ValueGroups } from './valueGroups.js'

/** Customers by their values of a measure. */
export interface GroupedCustomers extends ValueGroups {
  /** The group of each customer; −1 where it has no value. */
  readonly groupOf: Int32Array
}

/** Stands for no value among counts. */
const NO_COUNT = -1
const NO_GROUP = -1
/** Up to so many different counts are looked up, however few customers there are. */
const LEAST_COUNTS = 2 ** 12

/** Groups customers by integers from 0, or −1 where there is no value. It takes O(n) for n customers. */
export function groupCounts(keys: Int32Array | Float64Array): GroupedCustomers {
  const valueAt = (key: number): Fraction => ({ dividend: BigInt(key), divisor: 1n })
  const greatest = keys.length === 0 ? 0 : Math.max(0, rangeOf(keys).greatest)
  if (greatest >= Math.max(LEAST_COUNTS, keys.length)) {
    const order = orderIntegers(keys).filter((customer) => keys[customer] !== NO_COUNT)
    return groupOrdered(keys, order, (customer) => valueAt(keys[customer] as number))
  }
  const countOf = new Int32Array(greatest + 1)
  for (let customer = 0; customer < keys.length; customer++) {
    const key = keys[customer] as number
    if (key !== NO_COUNT) countOf[key] = (countOf[key] as number) + 1
  }
  const found = new Int32Array(greatest + 1)
  const groups = new Int32Array(greatest + 1)
  let length = 0
  for (let key = 0; key <= greatest; key++) {
    if (countOf[key] === 0) continue
    groups[key] = length
    found[length++] = key
  }
  const groupOf = new Int32Array(keys.length)
  for (let customer = 0; customer < keys.length; customer++) {
    const key = keys[customer] as number
    groupOf[customer] = key === NO_COUNT ? NO_GROUP : (groups[key] as number)
  }
  const counts = found.subarray(0, length).map((key) => countOf[key] as number)
  return { groupOf, counts, valueAt: (group) => valueAt(found[group] as number) }
}

/**
 * Groups customers by numbers that are alike exactly where the values are; who is not in the order has no value. It takes O(n) for n customers.
 *
 * @param keys - The number of each customer.
 * @param order - The customers, in the order of their numbers.
 * @param valueOfCustomer - The exact value of a customer.
 */
export function groupOrdered(keys: Int32Array | Float64Array, order: Int32Array, valueOfCustomer: (customer: number) => Fraction): GroupedCustomers {
  const groupOf = new Int32Array(keys.length).fill(NO_GROUP)
  const starts = new Int32Array(order.length + 1)
  let length = 0
  let latest = Number.NaN
  for (let place = 0; place < order.length; place++) {
    const customer = order[place] as number
    const key = keys[customer] as number
    if (key !== latest) starts[length++] = place
    groupOf[customer] = length - 1
    latest = key
  }
  starts[length] = order.length
  const counts = new Int32Array(length)
  for (let group = 0; group < length; group++) counts[group] = (starts[group + 1] as number) - (starts[group] as number)
  return { groupOf, counts, valueAt: (group) => valueOfCustomer(order[starts[group] as number] as number) }
}
