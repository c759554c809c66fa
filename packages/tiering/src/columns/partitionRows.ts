import { FIRST_DAY, LAST_DAY } from '@clientele/core/days'
import { EXACT_INTEGER_LIMIT, type Scratch } from '@clientele/core/decimal'
import type { IdParts } from './idParts.js'

/** Transactions as columns of one length. */
export interface PlainTransactions {
  readonly customer: Int32Array
  readonly day: Int32Array
  readonly amount: Float64Array
}

/** Transactions, part by part. */
export interface PartedRows {
  /** The customer of row `i` is at `4 × i`, its day right after it. */
  readonly integers: Int32Array
  /** The amount of row `i` is at `2 × i + 1`. */
  readonly floats: Float64Array
  /** Before which row each part ends. */
  readonly ends: Int32Array
}

const BYTES_OF_ROW = 16
const DAYS = LAST_DAY - FIRST_DAY

/** Puts the transactions of up to a day in order of their customers' parts; undefined where a day or an amount is none. */
export function partitionRows({ customer, day, amount }: PlainTransactions, asOf: number, parts: IdParts, scratch: Scratch): PartedRows | undefined {
  const { length } = customer
  const { base, factor, partShift } = parts
  // Where the next row of each part belongs: at first where the part starts, and once all its rows are there, where it ends.
  const places = startsOfParts(customer, day, asOf, parts)
  const room = scratch(BYTES_OF_ROW * length)
  const floats = new Float64Array(room)
  const integers = new Int32Array(room)
  for (let row = 0; row < length; row++) {
    const date = day[row] as number
    const units = amount[row] as number
    // What is NaN fails here too. A shift makes numbers below 0 too large.
    if (!(Math.abs(units) < EXACT_INTEGER_LIMIT && Math.floor(units) === units) || (date - FIRST_DAY) >>> 0 > DAYS) return undefined
    if (date > asOf) continue
    const id = customer[row] as number
    const part = Math.imul((id - base) | 0, factor) >>> partShift
    const place = places[part] as number
    places[part] = place + 1
    integers[4 * place] = id
    integers[4 * place + 1] = date
    floats[2 * place + 1] = units
  }
  return { integers, floats, ends: places }
}

/** Where the rows of each part start. */
function startsOfParts(customer: Int32Array, day: Int32Array, asOf: number, { base, factor, partShift, count }: IdParts): Int32Array {
  const starts = new Int32Array(count)
  for (let row = 0; row < customer.length; row++) {
    if ((day[row] as number) > asOf) continue
    const part = Math.imul(((customer[row] as number) - base) | 0, factor) >>> partShift
    starts[part] = (starts[part] as number) + 1
  }
  let start = 0
  for (let part = 0; part < count; part++) {
    const rows = starts[part] as number
    starts[part] = start
    start += rows
  }
  return starts
}
