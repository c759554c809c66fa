import { orderNumbers } from './orderNumbers.js'
import { compareUnits } from './quantity.js'

/**
 * The indexes of values from the greatest to the least, those alike by id in the order of UTF-16 code units. It takes O(n log k) for n values of which
 * up to k are alike.
 *
 * The nearest numbers to integers are in the integers' order, or alike. So numbers are sorted, and only those that are alike are compared exactly.
 */
export function greatestFirst(units: readonly bigint[], ids: readonly string[]): Int32Array {
  const near = Float64Array.from(units, Number)
  const order = orderNumbers(near).reverse()
  for (let start = 0, end = 0; start < order.length; start = end) {
    const value = near[order[start] as number]
    for (end = start + 1; end < order.length && near[order[end] as number] === value; end++) {}
    if (end > start + 1) order.subarray(start, end).sort((a, b) => compareAlike(units, ids, a, b))
  }
  return order
}

function compareAlike(units: readonly bigint[], ids: readonly string[], a: number, b: number): number {
  return compareUnits(units[b] as bigint, units[a] as bigint) || ((ids[a] as string) < (ids[b] as string) ? -1 : 1)
}
