import { formatDay } from '@clientele/core/days'
import { shownDigits } from '../money/currency.js'
import { addQuantities, quantityText, ZERO } from '../numbers/quantity.js'
import { composeCustomer } from './composeCustomer.js'
import { composeCuts } from './composeCuts.js'
import { diagnoseRfm } from './diagnoseRfm.js'
import type { PreparedRfm } from './prepareRfm.js'
import type { GatheredRows } from './rfmTotals.js'
import type { ScoredTotals } from './scoreTotals.js'
import { summarizeSegments, sumSegments } from './summarizeSegments.js'
import type { Rfm } from './types.js'

/** Makes the result of so many rows, once they are scored. */
export function composeRfm(gathered: GatheredRows, scored: ScoredTotals, prepared: PreparedRfm, asOf: number, rows: number): Rfm {
  const { totals, currency, rejected } = gathered
  const { customers: ids } = totals
  const leastDigits = shownDigits(currency)
  const { policies, ...book } = composeBook(gathered, scored, prepared, asOf, rows)
  const customers = Array.from(ids as ArrayLike<unknown>, (_, index) => composeCustomer(totals, scored, prepared, index, leastDigits))
  return { ...book, customers, rejected, policies }
}

/** All that is said of customers together, of whom so many rows were given. */
export function composeBook(
  { totals, currency, rejected, later }: GatheredRows,
  scored: ScoredTotals,
  prepared: PreparedRfm,
  asOf: number,
  rows: number,
): Omit<Rfm, 'customers' | 'rejected'> {
  const { customers, frequency } = totals
  const { segments: ids, bins, reference } = prepared
  const leastDigits = shownDigits(currency)
  const bySegment = sumSegments(scored.segments, totals, ids.length)
  const total = bySegment.sums.reduce(addQuantities, ZERO)
  const diagnoses = diagnoseRfm({
    rejected: rejected.length,
    read: rows - rejected.length,
    later,
    customers: customers.length,
    onlyCustomer: String(customers[0]),
    withoutPurchases: countZeros(frequency),
    withoutSegment: bySegment.counts[ids.length] as number,
    scales: scored.scales,
    bins,
    isTotalPositive: total.units > 0n,
    total: quantityText(total, leastDigits),
  })
  return {
    asOf: formatDay(asOf) as string,
    ...(currency === undefined ? {} : { currency }),
    cuts: composeCuts(scored.scales, prepared, leastDigits),
    segments: summarizeSegments(ids, bySegment, leastDigits),
    diagnoses,
    policies: [reference],
  }
}

function countZeros(frequency: ArrayLike<number>): number {
  let zeros = 0
  for (let index = 0; index < frequency.length; index++) if (frequency[index] === 0) zeros += 1
  return zeros
}
