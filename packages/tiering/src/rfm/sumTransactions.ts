import { createScratch } from '@clientele/core/decimal'
import { type CodedIds, codeIds } from '../columns/codeIds.js'
import { type GroupedTransactions, groupTransactions } from '../columns/groupTransactions.js'
import { type SummedColumns, sortSums } from '../columns/summedColumns.js'
import { addQuantities, type Quantity, subtractQuantities, ZERO } from '../numbers/quantity.js'
import type { GrowingColumns } from './growingColumns.js'
import { exactUnits, type RfmTotals } from './rfmTotals.js'

/** Adds up the transactions of each customer up to a day, and counts those of later days. */
export function sumTransactions(columns: GrowingColumns, asOf: number, isGross: boolean): { readonly totals: RfmTotals; readonly later: number } {
  const { customers, days, units, digits } = columns
  const { length } = customers
  // All ids are texts of at least one character, and all cells are what they must be.
  const { codes, decode } = codeIds(customers) as CodedIds
  const plain = { customer: codes, day: days.subarray(0, length), amount: units.subarray(0, length) }
  const grouped = groupTransactions(plain, asOf, isGross, createScratch()) as GroupedTransactions
  const summed = sortSums(grouped, decode(grouped.customer), asOf)
  const apart = completeSums(summed, restsOf(columns, codes, grouped.carries, asOf, isGross), digits)
  const { customers: ids, recencyDays, frequency } = summed
  return { totals: { customers: ids, recencyDays, frequency, units: summed.units, digits, apart }, later: grouped.later }
}

/** What is to be added to the sums of some customers, by their codes: what they carried, and what stands apart from the column. */
function restsOf(
  { days, units, digits, apart }: GrowingColumns,
  codes: Int32Array,
  carries: ReadonlyMap<number, bigint>,
  asOf: number,
  isGross: boolean,
): ReadonlyMap<number, Quantity> {
  const rests = new Map<number, Quantity>()
  for (const [code, carried] of carries) rests.set(code, { units: carried, digits })
  for (const [row, amount] of apart) {
    if ((days[row] as number) > asOf || (isGross && amount.units < 0n)) continue
    const code = codes[row] as number
    const rest = subtractQuantities(amount, { units: BigInt(units[row] as number), digits })
    rests.set(code, addQuantities(rests.get(code) ?? ZERO, rest))
  }
  return rests
}

/** Adds rests to the sums; returns, by customer, those that are then too fine or too large for the column. */
function completeSums({ codes, units }: SummedColumns, rests: ReadonlyMap<number, Quantity>, digits: number): ReadonlyMap<number, Quantity> {
  const apart = new Map<number, Quantity>()
  if (rests.size === 0) return apart
  for (let customer = 0; customer < codes.length; customer++) {
    const rest = rests.get(codes[customer] as number)
    if (rest === undefined) continue
    const sum = addQuantities({ units: BigInt(units[customer] as number), digits }, rest)
    const exact = exactUnits(sum, digits)
    units[customer] = Number.isNaN(exact) ? 0 : exact
    if (Number.isNaN(exact)) apart.set(customer, sum)
  }
  return apart
}
