import { orderIntegers } from '../numbers/orderIntegers.js'
import type { PartedRows } from './partitionRows.js'

const WORDS = 4

/** Sorts the rows from one to before another by customer. It takes O(n) for n of them. */
export function sortRows({ integers }: PartedRows, start: number, end: number): void {
  const unsorted = integers.slice(WORDS * start, WORDS * end)
  const ids = new Int32Array(end - start)
  for (let row = 0; row < ids.length; row++) ids[row] = unsorted[WORDS * row] as number
  const order = orderIntegers(ids)
  for (let place = 0; place < order.length; place++) {
    const from = WORDS * (order[place] as number)
    const to = WORDS * (start + place)
    for (let word = 0; word < WORDS; word++) integers[to + word] = unsorted[from + word] as number
  }
}
