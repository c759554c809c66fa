import type { ReadTierScheme } from '../tiers/readTierScheme.js'
import { reasonTeller } from '../tiers/reasonTeller.js'
import type { TierPlaces } from '../tiers/tierCustomers.js'
import type { ValueFigures } from '../tiers/tierLimits.js'
import type { TieredCustomer } from '../tiers/types.js'
import type { ValueTexts } from '../tiers/valueTexts.js'
import { checkRow } from './readColumns.js'
import { firstPlace, type SortedColumn } from './sortedColumn.js'

/** Values that come as a column, sorted and placed, with what is known of all of them. */
export interface ColumnBook {
  readonly scheme: ReadTierScheme
  readonly idOf: (row: number) => string
  readonly sorted: SortedColumn
  readonly figures: ValueFigures
  readonly texts: ValueTexts
  readonly places: TierPlaces
}

/** Tells of the customer of a row. What is common to all is prepared when the first one is asked for, and depends on no column that others may change. */
export function explainRows(book: ColumnBook): (row: number) => TieredCustomer {
  const { scheme, idOf, sorted, places, texts } = book
  const { values, rows } = sorted
  let prepared:
    | { readonly placeOf: Int32Array; readonly sumBefore: (place: number) => bigint; readonly tell: ReturnType<typeof reasonTeller> }
    | undefined
  return (row) => {
    checkRow(row, rows.length)
    prepared ??= {
      placeOf: placesOf(rows),
      sumBefore: addUp(sorted),
      tell: reasonTeller({ ...book, currency: scheme.currency, leastOf: (tier) => leastOf(sorted, places, tier) }),
    }
    const { placeOf, sumBefore, tell } = prepared
    const number = values[placeOf[row] as number] as number
    const start = firstPlace(values, (other) => other <= number)
    const end = firstPlace(values, (other) => other < number)
    const tier = places.ends.findIndex((last) => start < last)
    const value = BigInt(number)
    const reasons = tell({ tier, value, start, end, before: sumBefore(start), through: sumBefore(end) })
    return { customer: idOf(row), value: texts.text(value), ...texts.exactly(value), tier: scheme.ids[tier] as string, rank: start + 1, reasons }
  }
}

/** Where each row is among the sorted ones. */
function placesOf(rows: Int32Array): Int32Array {
  const places = new Int32Array(rows.length)
  for (let place = 0; place < rows.length; place++) places[rows[place] as number] = place
  return places
}

/** The least value in a tier; undefined where it is empty. */
function leastOf({ values }: SortedColumn, { ends }: TierPlaces, tier: number): bigint | undefined {
  const end = ends[tier] as number
  return end > (ends[tier - 1] ?? 0) ? BigInt(values[end - 1] as number) : undefined
}

/** Adds up sorted values once, so that the sum of those before a place is only to be looked up. */
function addUp({ values, areSumsExact }: SortedColumn): (place: number) => bigint {
  if (areSumsExact) {
    const sums = new Float64Array(values.length + 1)
    for (let place = 0; place < values.length; place++) sums[place + 1] = (sums[place] as number) + (values[place] as number)
    return (place) => BigInt(sums[place] as number)
  }
  const sums = [0n]
  for (const value of values) sums.push((sums.at(-1) as bigint) + BigInt(value))
  return (place) => sums[place] as bigint
}
