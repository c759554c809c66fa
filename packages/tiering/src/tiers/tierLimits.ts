import { type Quantity, unitsAt } from '../numbers/quantity.js'
import { ceilQuotient, floorQuotient } from '../numbers/quotients.js'
import type { ReadTierScheme } from './readTierScheme.js'

/**
 * What of the customers of one value, sorted from the greatest, is compared with the limits: their value, the sum of all values before or through
 * them, or the number of customers before or through them.
 */
export type ComparedFigure = 'value' | 'sum-before' | 'sum-through' | 'count-before' | 'count-through'

/**
 * Where tiers end, in exact integers. Customers are in the first tier whose limit they keep: a value is at least the limit, a sum or a count is below
 * it. Whoever keeps none is in the last tier, which has none; the order is such that nobody is in a better tier than someone before.
 */
export interface TierLimits {
  readonly compared: ComparedFigure
  /** Of all tiers but the last, from the top; values and sums in units. */
  readonly limits: readonly bigint[]
}

/** What limits depend on, other than the scheme. */
export interface ValueFigures {
  /** How many decimal places units stand for. */
  readonly digits: number
  /** Over how many months the values were added up, where averages are compared; 1 otherwise. */
  readonly months: number
  /** The sum of all values, in units. */
  readonly total: bigint
  /** How many customers there are. */
  readonly count: number
}

/** The limits of a scheme's tiers, computed once, so that placing takes one comparison of integers. */
export function tierLimits({ type, boundary, cuts }: ReadTierScheme, { digits, months, total, count }: ValueFigures): TierLimits {
  if (type === 'threshold') return { compared: 'value', limits: cuts.map((from) => leastValue(from, boundary === 'above', BigInt(months), digits)) }
  const isByValue = type === 'share-of-value'
  // Without shares, the customers of the greatest value are in the top tier, for nobody is before them, and all others in the last.
  if (isByValue && total <= 0n) return { compared: 'count-before', limits: cuts.map((_, index) => (index === 0 ? 1n : 0n)) }
  const whole = isByValue ? total : BigInt(count)
  const figure = isByValue ? 'sum' : 'count'
  if (boundary === 'before') return { compared: `${figure}-before`, limits: cuts.map((cut) => ceilQuotient(...partOf(whole, cut))) }
  return { compared: `${figure}-through`, limits: cuts.map((cut) => floorQuotient(...partOf(whole, cut)) + 1n) }
}

/** The least total, in units, that is above a monthly threshold, or not below it. */
function leastValue(from: Quantity, isAbove: boolean, months: bigint, digits: number): bigint {
  const dividend = unitsAt(from, Math.max(from.digits, digits)) * months
  const divisor = 10n ** BigInt(Math.max(from.digits - digits, 0))
  return isAbove ? floorQuotient(dividend, divisor) + 1n : ceilQuotient(dividend, divisor)
}

/** So many percent of a whole, as a dividend and a divisor. */
function partOf(whole: bigint, percent: Quantity): [dividend: bigint, divisor: bigint] {
  return [whole * percent.units, 100n * 10n ** BigInt(percent.digits)]
}
