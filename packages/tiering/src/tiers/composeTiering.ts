import { bookOf, type ValueBook } from './bookOf.js'
import { type PlacedBook, placeBook } from './placeBook.js'
import type { ReadTierScheme } from './readTierScheme.js'
import type { ReadValues } from './readValues.js'
import { reasonTeller } from './reasonTeller.js'
import type { TieredCustomer, Tiering } from './types.js'

/** Customers in the tiers of a scheme. */
export function composeTiering(values: ReadValues, scheme: ReadTierScheme): Tiering {
  const book = bookOf(values)
  const placed = placeBook(book, scheme)
  const { tiers, expectations } = placed
  return {
    ...book.head,
    total: book.texts.text(book.figures.total),
    ...book.texts.exactly(book.figures.total),
    tiers,
    customers: listCustomers(book, placed),
    ...(expectations === undefined ? {} : { expectations }),
    rejected: book.rejected,
    diagnoses: [...book.diagnoses, ...placed.diagnoses],
    policies: [scheme.reference],
  }
}

/** Each customer with its tier, its rank, and why; those of one value have all but the id in common. */
function listCustomers({ customers, units, figures, texts, head }: ValueBook, { scheme, places: { ends } }: PlacedBook): TieredCustomer[] {
  const leastOf = (tier: number): bigint | undefined => {
    const end = ends[tier] as number
    return end > (ends[tier - 1] ?? 0) ? units[end - 1] : undefined
  }
  const tell = reasonTeller({ scheme, figures, texts, currency: head.currency, leastOf })
  const listed: TieredCustomer[] = []
  let before = 0n
  let tier = 0
  for (let start = 0, end = 0; start < units.length; start = end) {
    const value = units[start] as bigint
    for (end = start; end < units.length && units[end] === value; end++) {}
    const through = before + value * BigInt(end - start)
    while (start >= (ends[tier] as number)) tier++
    const common = { value: texts.text(value), ...texts.exactly(value), tier: scheme.ids[tier] as string, rank: start + 1 }
    const reasons = tell({ tier, value, start, end, before, through })
    for (let place = start; place < end; place++) listed.push({ customer: customers[place] as string, ...common, reasons })
    before = through
  }
  return listed
}
