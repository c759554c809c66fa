/** As many bits of a key as are sorted at a time: a digit. */
const DIGIT_BITS = 11
const DIGITS = 2 ** DIGIT_BITS

/**
 * Sorts indexes by their keys: by the last digit of these first, then by the one before it, and so on (a radix sort). Indexes whose keys are alike stay
 * in their order. It takes O(n) for n of them.
 *
 * Source: D. E. Knuth, *The Art of Computer Programming* 3, 2nd ed. 1998, §5.2.5, algorithm R.
 *
 * @param order - The indexes; what is in this array afterwards is of no use.
 * @param keys - The key of each index, which stays as it is.
 * @param bits - How many bits the keys have at most, 0 to 32.
 * @returns The indexes sorted, in the same array or in another one.
 */
export function orderByKeys(order: Int32Array, keys: Uint32Array, bits: number): Int32Array {
  // Keys go along with their indexes: to look each one up would be to wait for memory.
  let from: OrderedKeys = { order, keys: new Uint32Array(order.length) }
  let to: OrderedKeys = { order: new Int32Array(order.length), keys: new Uint32Array(order.length) }
  for (let place = 0; place < order.length; place++) from.keys[place] = keys[order[place] as number] as number
  for (let shift = 0; shift < bits; shift += DIGIT_BITS) {
    moveByDigit(from, to, shift)
    const last = from
    from = to
    to = last
  }
  return from.order
}

/** Indexes with their keys, in an order. */
interface OrderedKeys {
  readonly order: Int32Array
  readonly keys: Uint32Array
}

function moveByDigit({ order, keys }: OrderedKeys, to: OrderedKeys, shift: number): void {
  const starts = startsOfDigits(keys, shift)
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place] as number
    const digit = (key >>> shift) & (DIGITS - 1)
    const start = starts[digit] as number
    starts[digit] = start + 1
    to.order[start] = order[place] as number
    to.keys[start] = key
  }
}

/** Where the keys of each digit start. */
function startsOfDigits(keys: Uint32Array, shift: number): Int32Array {
  const starts = new Int32Array(DIGITS)
  for (let index = 0; index < keys.length; index++) {
    const digit = ((keys[index] as number) >>> shift) & (DIGITS - 1)
    starts[digit] = (starts[digit] as number) + 1
  }
  let start = 0
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = starts[digit] as number
    starts[digit] = start
    start += count
  }
  return starts
}
