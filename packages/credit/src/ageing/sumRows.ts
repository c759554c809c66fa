import { FIRST_DAY, LAST_DAY } from '@clientele/core/days'
import { EXACT_INTEGER_LIMIT } from '@clientele/core/decimal'
import { type AgedSums, flush } from './agedSums.js'
import type { PreparedAgeing } from './prepareAgeing.js'

/** Open items as columns of integers; what they cannot hold is NaN, or no day. */
export interface QuickItems {
  readonly length: number
  /** Days since 1970-01-01. */
  readonly days: Int32Array
  readonly dues: Int32Array
  readonly amounts: Float64Array
  /** What is open: the amounts themselves where nothing settles any of them. */
  readonly opens: Float64Array
  /** The group of each item, of which there are as many as the sums have; all are of the first one where left out. */
  readonly groups: Int32Array | undefined
  /** 1 where an item is disputed, and 0 where not; none is where left out. */
  readonly disputed: Uint8Array | undefined
}

/** Where each item is put; left out where nobody asks. */
export interface ItemPlaces {
  /** Its bucket; −1 where it is settled or not counted. */
  readonly bucket: Int32Array
  /** What is open of it; NaN where it is not counted. */
  readonly open: Float64Array
}

/** All that the quick loop works with. */
export interface AgeingRun {
  readonly items: QuickItems
  readonly prepared: PreparedAgeing
  readonly asOf: number
  readonly sums: AgedSums
  readonly places: ItemPlaces | undefined
  /** How many items are dated after the day of the answer. */
  later: number
  /** How many items are settled beyond their amount. */
  beyond: number
}

/** Makes places for so many items. */
export function createPlaces(length: number): ItemPlaces {
  return { bucket: new Int32Array(length), open: new Float64Array(length) }
}

/** Says of an item that it is not counted. */
export function placeNowhere({ bucket, open }: ItemPlaces, row: number): void {
  bucket[row] = -1
  open[row] = Number.NaN
}

/** How many days of the calendar follow its first one. */
const DAYS = LAST_DAY - FIRST_DAY

/** Sums up items in float64 integers; returns the first row that is not as plain as most are, or the number of rows. */
export function sumRows(run: AgeingRun, from: number): number {
  const { asOf, sums, places } = run
  const { length, days, dues, amounts, opens, groups, disputed } = run.items
  const { isByDueDate, bucketOfAge, buckets } = run.prepared
  const { capacity, counts } = sums
  const { cells: debits } = sums.debits
  const { cells: credits } = sums.credits
  const { cells: disputes } = sums.disputed
  const bucketColumn = places?.bucket
  const openColumn = places?.open
  const lastAge = bucketOfAge.length - 1
  const origins = isByDueDate ? dues : days
  let { bound } = sums
  let row = from
  for (; row < length; row++) {
    const open = (opens[row] as number) + 0
    const size = Math.abs(open)
    const day = days[row] as number
    const group = groups === undefined ? 0 : (groups[row] as number)
    const flag = disputed === undefined ? 0 : (disputed[row] as number)
    // What is NaN fails here too. A shift makes numbers below 0 too large.
    if (!(size < EXACT_INTEGER_LIMIT && Math.floor(size) === size && flag <= 1 && group >>> 0 < capacity)) break
    if ((day - FIRST_DAY) >>> 0 > DAYS || ((dues[row] as number) - FIRST_DAY) >>> 0 > DAYS) break
    if (day > asOf) {
      run.later += 1
      if (places !== undefined) placeNowhere(places, row)
      continue
    }
    const age = clamp(asOf - (origins[row] as number), lastAge)
    const bucket = open === 0 ? buckets.length : (bucketOfAge[age] as number)
    const cell = bucket * capacity + group
    if (bound + size >= EXACT_INTEGER_LIMIT) {
      flush(sums)
      bound = 0
    }
    bound += size
    if (open < 0) credits[cell] = (credits[cell] as number) + open
    else debits[cell] = (debits[cell] as number) + open
    if (flag === 1) disputes[cell] = (disputes[cell] as number) + open
    counts[cell] = (counts[cell] as number) + 1
    if (open * (amounts[row] as number) <= 0 && open !== 0) run.beyond += 1
    if (bucketColumn !== undefined && openColumn !== undefined) {
      bucketColumn[row] = open === 0 ? -1 : bucket
      openColumn[row] = open
    }
  }
  sums.bound = bound
  return row
}

/** An integer of 32 bits, or 0 or the greatest where it is not between these: ages are too mixed for the processor to guess a way. */
function clamp(value: number, greatest: number): number {
  const excess = value - greatest
  const lesser = greatest + (excess & (excess >> 31))
  return lesser & ~(lesser >> 31)
}
