import { orderByKeys } from './orderByKeys.js'

const WORD = 2 ** 32

/**
 * The order in which integers ascend, those alike in the order in which they come. They are sorted by their digits, the last ones first: it takes O(n)
 * for n of them.
 *
 * Source: D. E. Knuth, *The Art of Computer Programming* 3, 2nd ed. 1998, §5.2.5, algorithm R.
 *
 * @param values - Integers below 2 ** 53 in size.
 */
export function orderIntegers(values: Int32Array | Float64Array): Int32Array {
  const { length } = values
  const order = new Int32Array(length)
  for (let index = 0; index < length; index++) order[index] = index
  if (length < 2) return order
  const { least, greatest } = rangeOf(values)
  if (greatest - least < WORD) return orderByKeys(order, keysOf(values, least, 1), bitsOf(greatest - least))
  const low = orderByKeys(order, lowWords(values), 32)
  const first = Math.floor(least / WORD)
  return orderByKeys(low, keysOf(values, first, WORD), bitsOf(Math.floor(greatest / WORD) - first))
}

/** The least and the greatest of some integers, of which there is at least one. */
export function rangeOf(values: Int32Array | Float64Array): { least: number; greatest: number } {
  let least = values[0] as number
  let greatest = least
  for (let index = 1; index < values.length; index++) {
    const value = values[index] as number
    if (value < least) least = value
    else if (value > greatest) greatest = value
  }
  return { least, greatest }
}

/** How many bits an integer from 0 to 2 ** 32 − 1 has. */
export function bitsOf(value: number): number {
  return 32 - Math.clz32(value)
}

/** How far each value, divided by a power of two and rounded down, is above the least. */
function keysOf(values: Int32Array | Float64Array, least: number, divisor: number): Uint32Array {
  const keys = new Uint32Array(values.length)
  for (let index = 0; index < values.length; index++) keys[index] = Math.floor((values[index] as number) / divisor) - least
  return keys
}

function lowWords(values: Int32Array | Float64Array): Uint32Array {
  const keys = new Uint32Array(values.length)
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number
    keys[index] = value - Math.floor(value / WORD) * WORD
  }
  return keys
}
