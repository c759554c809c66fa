import type { OpenItem } from '../receivables/types.js'
import type { AgeingRun, ItemPlaces } from './ageingRun.js'
import type { GrowingCurrency } from './itemGroups.js'
import type { PlacedItem } from './placeItem.js'
import type { PreparedAgeing } from './prepareAgeing.js'
import type { ItemReader } from './readItemRows.js'
import type { AgedItem } from './types.js'
import { unitsText } from './units.js'

/** Lists the open items that the quick loop placed last. */
export function listQuick({ rows, start, items, groups }: ItemReader, { asOf, prepared, places }: AgeingRun, listed: AgedItem[]): void {
  const { bucket, open } = places as ItemPlaces
  const origins = prepared.isByDueDate ? items.dues : items.days
  for (let row = 0; row < items.length; row++) {
    if ((bucket[row] as number) < 0) continue
    const { id, customer, currency } = rows[start + row] as OpenItem
    const { digits } = groups.owners[items.groups[row] as number] as GrowingCurrency
    const place = { bucket: prepared.buckets[bucket[row] as number] as string, days: asOf - (origins[row] as number) }
    listed.push({ id, customer, currency, ...place, open: unitsText(open[row] as number, digits), disputed: items.disputed[row] === 1 })
  }
}

/** Lists an item that was read with care, if it is open. */
export function listPlaced({ item, bucket, days, open }: PlacedItem, { buckets }: PreparedAgeing, listed: AgedItem[]): void {
  if (open === 0n) return
  const { id, customer, currency, digits, isDisputed } = item
  listed.push({ id, customer, currency, bucket: buckets[bucket] as string, days, open: unitsText(open, digits), disputed: isDisputed })
}

/** The order of items by currency, customer and id. */
export function inOrder(a: AgedItem, b: AgedItem): number {
  if (a.currency !== b.currency) return a.currency < b.currency ? -1 : 1
  if (a.customer !== b.customer) return a.customer < b.customer ? -1 : 1
  return a.id < b.id ? -1 : 1
}
