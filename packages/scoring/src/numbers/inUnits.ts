import { decimalPlacesOf, POWERS_OF_TEN, toUnits } from '@clientele/core/decimal'

/** Numbers as integers: each is `units / scale`, and `scale` is a power of ten. */
export interface Units {
  readonly units: readonly number[]
  readonly scale: number
  /** False where no scale is proven to hold all of them: then the units are the numbers themselves, and the scale is 1. */
  readonly exact: boolean
}

/**
 * Counts numbers in units of one decimal scale, so that their sums and differences are exact, as the decimals that print them.
 *
 * It takes numbers of at most 15 digits on one scale; 0.3 − 0.1 is 2 units of 1 / 10, not 0.19999999999999998.
 */
export function inUnits(numbers: readonly number[]): Units {
  let digits = 0
  for (const number of numbers) {
    if (Number.isNaN(toUnits(number, POWERS_OF_TEN[digits] as number))) digits = Math.max(digits, decimalPlacesOf(number))
    if (Number.isNaN(digits)) return { units: numbers, scale: 1, exact: false }
  }
  const scale = POWERS_OF_TEN[digits] as number
  const units = numbers.map((number) => toUnits(number, scale))
  return units.some(Number.isNaN) ? { units: numbers, scale: 1, exact: false } : { units, scale, exact: true }
}
