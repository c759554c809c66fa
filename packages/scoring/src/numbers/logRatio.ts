import { type Decimal, ratio } from '@clientele/core/decimal'

/** Farther from 1, the logarithm of a rounded quotient is as good. */
const NEAR = 0.5
const LEAST_QUOTIENT = 1e-300

/** The natural logarithm of a ratio of two decimals above 0, accurate where they are nearly equal and where no number is near to their ratio. */
export function logRatio(dividend: Decimal, divisor: Decimal): number {
  const excess = ratio(dividend.minus(divisor), divisor)
  if (excess !== null && Math.abs(excess) < NEAR) return Math.log1p(excess)
  const quotient = ratio(dividend, divisor)
  if (quotient !== null && quotient > LEAST_QUOTIENT) return Math.log(quotient)
  const significands = ratio(significand(dividend), significand(divisor)) as number
  return Math.log(significands) + (dividend.e - divisor.e) * Math.LN10
}

/** A decimal's digits as a value from 1 up to 10. */
function significand(value: Decimal): Decimal {
  return value.times(`1e${-value.e}`)
}
