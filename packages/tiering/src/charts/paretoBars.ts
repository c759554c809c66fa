import type { DecimalString } from '@clientele/core'
import { drawn } from '@clientele/core/charts'
import { alignQuantities, quantityOf, quantityText, shareOf } from '../numbers/quantity.js'
import type { TieredCustomer, Tiering } from '../tiers/types.js'

/** So many customers at most have a bar with their name; of more, so many bars at most stand for several each, a few more where tiers end. */
export const NAMED_BARS = 40
const GROUPED_BARS = 500

/** An axis spans both sides of 0. */
const SIDES = 2

/** A bar for a customer, or for several of one tier: from one position to another, with their mean value. */
export interface ParetoBar {
  /** The first customer. */
  readonly customer: string
  readonly tier: string
  readonly from: number
  readonly to: number
  readonly value: number
  /** What all up to here bring in together; null where the total is not above 0. */
  readonly cumulative: number | null
}

/** How many customers a bar stands for at most. */
export function customersPerBar(count: number): number {
  return count <= NAMED_BARS ? 1 : Math.ceil(count / GROUPED_BARS)
}

/** The bars of customers, sorted from the greatest value. Of averages, which are rounded, the exact sums are what all bring in. */
export function paretoBars({ months, customers }: Tiering): ParetoBar[] {
  const { units, digits } = alignQuantities(customers.map(({ value }) => quantityOf(value)))
  const parts = months === undefined ? units : alignQuantities(customers.map(({ sum }) => quantityOf(sum as DecimalString))).units
  const total = parts.reduce((sum, one) => sum + one, 0n)
  const most = customersPerBar(customers.length)
  const bars: ParetoBar[] = []
  let through = 0n
  for (let from = 0, to = 0; from < customers.length; from = to) {
    const { customer, tier } = customers[from] as TieredCustomer
    let sum = 0n
    for (to = from; to < from + most && customers[to]?.tier === tier; to++) {
      sum += units[to] as bigint
      through += parts[to] as bigint
    }
    const value = drawn(quantityText({ units: sum, digits }), SIDES) / (to - from)
    bars.push({ customer, tier, from, to, value, cumulative: total > 0n ? shareOf(through, total) : null })
  }
  return bars
}

type Domain = readonly [least: number, most: number]

/** The ends of the axes of values and of shares, so that 0 is at the same height on both. */
export function paretoDomains(bars: readonly ParetoBar[]): { readonly value: Domain; readonly cumulative: Domain } {
  const ends = (values: readonly number[], most: number): Domain =>
    values.reduce<Domain>(([low, high], one) => [Math.min(low, one), Math.max(high, one)], [0, most])
  const value = ends(
    bars.map((bar) => bar.value),
    0,
  )
  const cumulative = ends(
    bars.map((bar) => bar.cumulative ?? 0),
    1,
  )
  const below = Math.max(partBelow(value), partBelow(cumulative))
  // Without bars there are no values that the axis could span; without any above 0, there are no shares either.
  if (value[1] === 0) return { value: value[0] === 0 ? [0, 1] : value, cumulative }
  return { value: lowered(value, below), cumulative: lowered(cumulative, below) }
}

/** Which part of an axis is below 0. */
function partBelow([least, most]: Domain): number {
  return least === 0 ? 0 : -least / (most - least)
}

/** An axis of which such a part is below 0, or as it is where that is so. */
function lowered([least, most]: Domain, below: number): Domain {
  return [partBelow([least, most]) === below ? least : (-most * below) / (1 - below), most]
}
