import { EXACT_INTEGER_LIMIT } from '@clientele/core/decimal'
import { addQuantities, alignQuantities, type Quantity, quantityText, shareOf, ZERO } from '../numbers/quantity.js'
import type { RfmTotals } from './rfmTotals.js'
import type { SegmentSummary } from './types.js'

/** How many customers each segment has, and what they come to; the last is that of those of no segment. */
export interface SegmentSums {
  readonly counts: readonly number[]
  readonly sums: readonly Quantity[]
}

/** Adds up customers by segment, of which there are so many: of each customer the index of its segment, −1 where it has none. */
export function sumSegments(segments: Int32Array, { units, digits, apart }: RfmTotals, length: number): SegmentSums {
  const counts = new Array<number>(length + 1).fill(0)
  const quick = new Array<number>(length + 1).fill(0)
  const sums = new Array<Quantity>(length + 1).fill(ZERO)
  const placeOf = (customer: number): number => {
    const segment = segments[customer] as number
    return segment < 0 ? length : segment
  }
  const add = (place: number, more: Quantity): void => {
    sums[place] = addQuantities(sums[place] as Quantity, more)
  }
  for (let customer = 0; customer < segments.length; customer++) {
    const place = placeOf(customer)
    const own = units[customer] as number
    const sum = (quick[place] as number) + own
    counts[place] = (counts[place] as number) + 1
    if (Math.abs(sum) < EXACT_INTEGER_LIMIT) quick[place] = sum
    else add(place, { units: BigInt(own), digits })
  }
  for (const [customer, sum] of apart) add(placeOf(customer), sum)
  quick.forEach((sum, place) => add(place, { units: BigInt(sum), digits }))
  return { counts, sums }
}

/** What is said of segments; amounts with at least so many decimal places. */
export function summarizeSegments(ids: readonly string[], { counts, sums }: SegmentSums, leastDigits: number): SegmentSummary[] {
  const customers = counts.reduce((sum, count) => sum + count, 0)
  const { units, digits } = alignQuantities(sums)
  const total = units.reduce((sum, one) => sum + one, 0n)
  const summaries = [...ids, null].map((segment, place) => {
    const count = counts[place] as number
    const own = units[place] as bigint
    return {
      segment,
      count,
      value: quantityText({ units: own, digits }, leastDigits),
      shareOfCustomers: customers === 0 ? null : count / customers,
      shareOfValue: total > 0n ? shareOf(own, total) : null,
    }
  })
  return counts[ids.length] === 0 ? summaries.slice(0, -1) : summaries
}
