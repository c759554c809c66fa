import { Decimal } from '@clientele/core/decimal'
import { sumPrecisely } from '../numbers/sumPrecisely.js'
import type { PreferenceFunction } from '../tables/types.js'

/** A preference function whose thresholds are in the units of a column. */
export interface UnitPreference {
  readonly type: PreferenceFunction['type']
  readonly indifference: number
  readonly preference: number
  readonly spread: number
  /** Whether the thresholds and the values are whole numbers of units. */
  readonly exact: boolean
}

/** How far each alternative is preferred to all others in one criterion, and the others to it. */
export interface PreferenceSums {
  readonly over: readonly number[]
  readonly under: readonly number[]
}

/** Adds up the preferences of each value over all others: O(n log n) for the usual function, O(n²) for the rest. */
export function preferenceSums(values: readonly number[], preference: UnitPreference): PreferenceSums {
  return preference.type === 'usual' ? countOthers(values) : addPreferences(values, preference)
}

function countOthers(values: readonly number[]): PreferenceSums {
  const sorted = Float64Array.from(values).sort()
  const countUntil = (isReached: (value: number) => boolean): number => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (isReached(sorted[middle] as number)) high = middle
      else low = middle + 1
    }
    return low
  }
  return {
    over: values.map((value) => countUntil((other) => other >= value)),
    under: values.map((value) => sorted.length - countUntil((other) => other > value)),
  }
}

function addPreferences(values: readonly number[], preference: UnitPreference): PreferenceSums {
  const sums = values.map((value) => {
    const over: number[] = []
    const under: number[] = []
    for (const other of values) {
      if (value > other) over.push(preferenceOf(value, other, preference))
      else if (other > value) under.push(preferenceOf(other, value, preference))
    }
    return { over: sumPrecisely(over), under: sumPrecisely(under) }
  })
  return { over: sums.map(({ over }) => over), under: sums.map(({ under }) => under) }
}

/**
 * The preference, 0 to 1, for a value over a smaller one.
 *
 * @see J. P. Brans, P. Vincke, "A preference ranking organisation method", 1985: the six generalised criteria.
 */
export function preferenceOf(greater: number, smaller: number, unitPreference: UnitPreference): number {
  const { type, indifference, preference, spread } = unitPreference
  const difference = differenceOf(greater, smaller, unitPreference)
  switch (type) {
    case 'usual':
      return 1
    case 'u-shape':
      return difference > indifference ? 1 : 0
    case 'v-shape':
      return difference < preference ? difference / preference : 1
    case 'level':
      return difference > preference ? 1 : difference > indifference ? 0.5 : 0
    case 'linear':
      if (difference <= indifference) return 0
      return difference < preference ? (difference - indifference) / (preference - indifference) : 1
    case 'gaussian':
      return -Math.expm1(-((difference / spread) ** 2) / 2)
  }
}

/** What a difference of float64 values, and a threshold, may lack or have too much: so many times the size of the values. */
const DIFFERENCE_ERROR = 4 * Number.EPSILON

/** A difference that is on the right side of the thresholds: 0.8 − 0.6 is 0.2, for so are the decimals that print the values. */
function differenceOf(greater: number, smaller: number, { exact, indifference, preference }: UnitPreference): number {
  const difference = greater - smaller
  if (exact) return difference
  const error = DIFFERENCE_ERROR * Math.max(Math.abs(greater), Math.abs(smaller))
  const isNear = Math.abs(difference - indifference) <= error || Math.abs(difference - preference) <= error
  return isNear ? new Decimal(greater).minus(smaller).toNumber() : difference
}
