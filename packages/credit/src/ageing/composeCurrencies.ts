import { type AgedSums, type BucketSums, sumGroups } from './agedSums.js'
import type { GroupedCurrency, ItemGroups } from './itemGroups.js'
import type { AgedBalance, AgedBucket, AgedCurrency, AgedCustomer } from './types.js'
import { addUnits, type Units, unitsText } from './units.js'

/** What is open in each currency, by code: those of items that were counted, open or settled. */
export function composeCurrencies(sums: AgedSums, { currencies, customers }: ItemGroups, buckets: readonly string[]): AgedCurrency[] {
  const composed: AgedCurrency[] = []
  for (const currency of [...currencies].sort((a, b) => (a.currency < b.currency ? -1 : 1))) {
    const all = sumGroups(sums, currency.groups)
    if (all.counts.every((count) => count === 0)) continue
    const balance = composeBalance(all, createWriter(currency), buckets)
    composed.push({ currency: currency.currency, ...balance, customers: composeCustomers(sums, currency, customers, buckets) })
  }
  return composed
}

function composeCustomers(
  sums: AgedSums,
  currency: GroupedCurrency,
  customers: readonly string[] | undefined,
  buckets: readonly string[],
): AgedCustomer[] {
  if (customers === undefined) return []
  const composed: AgedCustomer[] = []
  const write = createWriter(currency)
  for (const group of sortByCustomer(currency.groups, customers)) {
    const one = sumGroups(sums, [group])
    const isOpen = one.counts.some((count, bucket) => count > 0 && bucket < buckets.length)
    if (isOpen) composed.push({ customer: customers[group] as string, ...composeBalance(one, write, buckets) })
  }
  return composed
}

function sortByCustomer(groups: readonly number[], customers: readonly string[]): readonly number[] {
  const isSorted = groups.every((group, index) => index === 0 || (customers[groups[index - 1] as number] as string) < (customers[group] as string))
  return isSorted ? groups : [...groups].sort((a, b) => ((customers[a] as string) < (customers[b] as string) ? -1 : 1))
}

/** A way to write amounts of a currency; that of 0, which is the most frequent one, is written once. */
function createWriter({ digits, factor }: GroupedCurrency): (units: Units) => string {
  const nothing = unitsText(0, digits)
  return (units) => (units === 0 ? nothing : unitsText(typeof units === 'bigint' ? units / BigInt(factor) : units / factor, digits))
}

function composeBalance(sums: BucketSums, write: (units: Units) => string, ids: readonly string[]): AgedBalance {
  let debits: Units = 0
  let credits: Units = 0
  let disputed: Units = 0
  const buckets: AgedBucket[] = []
  for (let bucket = 0; bucket < ids.length; bucket++) {
    const above = sums.debits[bucket] as Units
    const below = sums.credits[bucket] as Units
    debits = addUnits(debits, above)
    credits = addUnits(credits, below)
    disputed = addUnits(disputed, sums.disputed[bucket] as Units)
    const text = write(above)
    const amount = below === 0 ? text : write(addUnits(above, below))
    buckets.push({ id: ids[bucket] as string, count: sums.counts[bucket] as number, amount, debits: text, credits: write(below) })
  }
  const text = write(debits)
  const total = credits === 0 ? text : write(addUnits(debits, credits))
  return { total, debits: text, credits: write(credits), disputed: write(disputed), buckets }
}
