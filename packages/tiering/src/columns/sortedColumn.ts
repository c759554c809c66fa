import { EXACT_INTEGER_LIMIT } from '@clientele/core/decimal'
import { orderIntegers } from '../numbers/orderIntegers.js'

/** A column of integers, sorted. */
export interface SortedColumn {
  /** From the greatest. */
  readonly values: Float64Array
  /** The row of each. */
  readonly rows: Int32Array
  /** Whether every sum of some of them is exact as a number. */
  readonly areSumsExact: boolean
  /** The sum of those from one place to before another. */
  readonly sum: (start: number, end: number) => bigint
}

/** Sorts integers below 2 ** 53 in size. It takes O(n) for n of them. */
export function sortColumn(column: Float64Array): SortedColumn {
  const rows = orderIntegers(column).reverse()
  const values = new Float64Array(column.length)
  let size = 0
  for (let place = 0; place < values.length; place++) {
    const value = column[rows[place] as number] as number
    values[place] = value
    size += Math.abs(value)
  }
  return { values, rows, areSumsExact: size < EXACT_INTEGER_LIMIT, sum: (start, end) => sumValues(values, start, end) }
}

function sumValues(values: Float64Array, start: number, end: number): bigint {
  let whole = 0n
  let part = 0
  for (let place = start; place < end; place++) {
    const value = values[place] as number
    const sum = part + value
    // Of two integers below 2⁵³ the sum is exact if it is below 2⁵³ too.
    if (Math.abs(sum) < EXACT_INTEGER_LIMIT) part = sum
    else {
      whole += BigInt(part)
      part = value
    }
  }
  return whole + BigInt(part)
}

/** The first place for whose value something holds that holds for all after it; their number where it holds for none. */
export function firstPlace(values: Float64Array, holds: (value: number) => boolean): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(values[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}

/** The greatest power of ten, up to that of so many digits, of which all integers are multiples: it has as many decimal places as they have together. */
export function finestUnit(values: Float64Array, digits: number): bigint {
  let unit = 10 ** digits
  for (let row = 0; row < values.length && unit > 1; row++) {
    while ((values[row] as number) % unit !== 0) unit /= 10
  }
  return BigInt(unit)
}
