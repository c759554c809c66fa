import type { AgedSums } from './agedSums.js'
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
