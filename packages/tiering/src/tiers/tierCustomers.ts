import type { ReadTierScheme } from './readTierScheme.js'
import { tierEnds } from './tierEnds.js'
import { tierLimits, type ValueFigures } from './tierLimits.js'

/** Which of the customers, sorted from the greatest value, are in which tier. */
export interface TierPlaces {
  /** For each tier, how many customers are in it or in a better one. */
  readonly ends: readonly number[]
  /** The sum of each tier's values, in units. */
  readonly sums: readonly bigint[]
}

/** Places customers, sorted from the greatest value, in the tiers of a scheme. */
export function tierCustomers(units: readonly bigint[], figures: ValueFigures, scheme: ReadTierScheme): TierPlaces {
  const { compared, limits } = tierLimits(scheme, figures)
  const ends = tierEnds(units, compared, limits)
  return { ends, sums: ends.map((end, tier) => sumUnits(units, ends[tier - 1] ?? 0, end)) }
}

/** The sum of the values from one place to before another. */
export function sumUnits(units: readonly bigint[], start: number, end: number): bigint {
  let sum = 0n
  for (let place = start; place < end; place++) sum += units[place] as bigint
  return sum
}
