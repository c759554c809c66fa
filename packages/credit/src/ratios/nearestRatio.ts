import { type Decimal, ratio } from '@clientele/core/decimal'

/** A ratio as the nearest number; one beyond every float64 is the greatest there is, of its sign. The divisor is not 0. */
export function nearestRatio(dividend: Decimal, divisor: Decimal): number {
  return ratio(dividend, divisor) ?? (dividend.s === divisor.s ? Number.MAX_VALUE : -Number.MAX_VALUE)
}
