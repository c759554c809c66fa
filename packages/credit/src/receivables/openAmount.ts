import type { ReadItem } from './readOpenItem.js'

/** What is open of an item, in minor units: its amount less all that settles it. */
export function openAmount({ amount, applications }: ReadItem): bigint {
  return applications.reduce((open, { settles }) => open - settles, amount)
}
