import { Decimal, ratio } from '@clientele/core/decimal'
import { logRatio } from '../numbers/logRatio.js'

/** Two shares of one band, of two lists. */
export interface SharePair {
  readonly first: number
  readonly second: number
  /** The logarithm of first ÷ second; 0 where both are 0. */
  readonly logarithm: number
  /** (first − second) × logarithm. */
  readonly divergence: number
}

/** Compares the shares that the members of two lists have in the lists' sums. A member is 0 in both lists or in none. */
export function compareShares(firsts: readonly Decimal[], seconds: readonly Decimal[]): SharePair[] {
  const firstSum = sumDecimals(firsts)
  const secondSum = sumDecimals(seconds)
  const both = firstSum.times(secondSum)
  return firsts.map((value, index) => {
    // As fractions of the same whole, so that a small difference of shares is not lost to rounding.
    const first = value.times(secondSum)
    const second = (seconds[index] as Decimal).times(firstSum)
    const logarithm = first.isZero() ? 0 : logRatio(first, second)
    const difference = share(first.minus(second), both)
    return { first: share(first, both), second: share(second, both), logarithm, divergence: difference * logarithm + 0 }
  })
}

/** Adds up exactly. */
export function sumDecimals(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value), new Decimal(0))
}

function share(part: Decimal, whole: Decimal): number {
  return ratio(part, whole) as number
}
