import type { ReadCustomerValue } from '../customers/readCustomerValue.js'
import type { ReadTierRecord } from './prepared.js'

/** What is known of a customer: its tier up to now, its value now, or both. */
export type CustomerPair =
  | { readonly record: ReadTierRecord; readonly row: ReadCustomerValue | undefined }
  | { readonly record: undefined; readonly row: ReadCustomerValue }

/** Pairs what is known of each customer, by id; in neither list is a customer twice. Merging sorted lists is quicker than looking names up. */
export function pairCustomers(previous: readonly ReadTierRecord[], current: readonly ReadCustomerValue[]): CustomerPair[] {
  const rows = sorted(current)
  const pairs: CustomerPair[] = []
  let index = 0
  for (const record of sorted(previous)) {
    let row = rows[index]
    while (row !== undefined && row.customer < record.customer) {
      pairs.push({ record: undefined, row })
      index++
      row = rows[index]
    }
    const isOfBoth = row?.customer === record.customer
    if (isOfBoth) index++
    pairs.push({ record, row: isOfBoth ? row : undefined })
  }
  for (const row of rows.slice(index)) pairs.push({ record: undefined, row })
  return pairs
}

function sorted<Row extends { readonly customer: string }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (a.customer < b.customer ? -1 : 1))
}
