import { orderIntegers } from '../numbers/orderIntegers.js'
import type { CustomerPlaces } from './customerPlaces.js'

/** What customers come to; index `i` of every column is the same customer. */
export interface CustomerSums {
  /** Ascending. */
  readonly customer: Int32Array
  readonly lastDay: Int32Array
  readonly frequency: Int32Array
  readonly sum: Float64Array
}

/**
 * What customers come to, in the order in which they are found. Of each one there are 24 bytes in a row, so that to look it up, once ids are sorted, is to
 * wait for memory once and not for each column. Both arrays are views of the same bytes.
 */
export interface FoundSums {
  /** Six for each customer: the id, the last day, the frequency, one that is not used, and two that are the bits of the sum. */
  readonly integers: Int32Array
  /** Three for each customer: two that are the bits of the integers, and the sum. */
  readonly floats: Float64Array
  readonly count: number
}

const INTEGERS = 6
const FLOATS = 3

/** Starts with no customers, and room for some. */
export function createFound(room: number): FoundSums {
  const floats = new Float64Array(FLOATS * room)
  return { floats, integers: new Int32Array(floats.buffer), count: 0 }
}

/** Adds the customers of a part, of whom there are so many, in the order of their places. */
export function addFound(found: FoundSums, { customer, lastDay, frequency, sum }: CustomerPlaces, vacant: number, taken: number): FoundSums {
  const { integers, floats } = makeRoom(found, taken)
  let count = found.count
  for (let place = 0; place < customer.length; place++) {
    if (customer[place] === vacant) continue
    integers[INTEGERS * count] = customer[place] as number
    integers[INTEGERS * count + 1] = lastDay[place] as number
    integers[INTEGERS * count + 2] = frequency[place] as number
    floats[FLOATS * count + 2] = sum[place] as number
    count += 1
  }
  return { integers, floats, count }
}

function makeRoom(found: FoundSums, more: number): FoundSums {
  const needed = found.count + more
  if (FLOATS * needed <= found.floats.length) return found
  const larger = createFound(2 * needed)
  larger.floats.set(found.floats.subarray(0, FLOATS * found.count))
  return larger
}

/** The customers that were found, as columns by id. */
export function closeFound({ integers, floats, count }: FoundSums, isSorted: boolean): CustomerSums {
  const ids = new Int32Array(count)
  for (let index = 0; index < count; index++) ids[index] = integers[INTEGERS * index] as number
  const order = isSorted ? undefined : orderIntegers(ids)
  const sums = { customer: new Int32Array(count), lastDay: new Int32Array(count), frequency: new Int32Array(count), sum: new Float64Array(count) }
  for (let index = 0; index < count; index++) {
    const from = order === undefined ? index : (order[index] as number)
    sums.customer[index] = integers[INTEGERS * from] as number
    sums.lastDay[index] = integers[INTEGERS * from + 1] as number
    sums.frequency[index] = integers[INTEGERS * from + 2] as number
    sums.sum[index] = floats[FLOATS * from + 2] as number
  }
  return sums
}
