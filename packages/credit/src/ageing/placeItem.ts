import { openAmount } from '../receivables/openAmount.js'
import { itemAt } from '../receivables/readItems.js'
import type { ReadItem } from '../receivables/readOpenItem.js'
import { addExactly } from './agedSums.js'
import type { AgeingRun } from './ageingRun.js'
import { bucketOf, type PreparedAgeing } from './prepareAgeing.js'

/** An item that was read with care, as it stood on the day of the answer. */
export interface PlacedItem {
  readonly item: ReadItem
  /** Its age; below 0 where it is not due yet. */
  readonly days: number
  /** Its bucket, whatever is open. */
  readonly bucket: number
  /** In minor units. */
  readonly open: bigint
  /** How many of its applications are dated after that day. */
  readonly laterApplications: number
}

/** Finds out what is open of an item on a day, and since when. */
export function placeItem(item: ReadItem, prepared: PreparedAgeing, asOf: number): PlacedItem {
  const standing = itemAt(item, asOf)
  const days = asOf - (prepared.isByDueDate ? item.due : item.day)
  const laterApplications = item.applications.length - standing.applications.length
  return { item, days, bucket: bucketOf(prepared, days), open: openAmount(standing), laterApplications }
}

/** Adds an item dated up to the day of the answer to the sums of its group; its currency's minor unit is so many of theirs. */
export function addPlaced(run: AgeingRun, { item, bucket, open }: PlacedItem, group: number, factor: number): void {
  const { buckets } = run.prepared
  addExactly(run.sums, group, open === 0n ? buckets.length : bucket, open * BigInt(factor), item.isDisputed)
  if (open !== 0n && open * item.amount <= 0n) run.beyond += 1
}
