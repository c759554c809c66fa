import { Decimal, ratio } from '@clientele/core/decimal'

/** An exact ratio; the divisor is above 0. */
export interface Fraction {
  readonly dividend: bigint
  readonly divisor: bigint
}

const EXACT_INTEGER_LIMIT = 2n ** 53n

/** Whether one fraction is less than another (-1), the same (0) or more (1). */
export function compareFractions(a: Fraction, b: Fraction): number {
  const left = a.dividend * b.divisor
  const right = b.dividend * a.divisor
  return left < right ? -1 : left > right ? 1 : 0
}

/** The nearest number; the greatest one for what is beyond it. */
export function numberOf({ dividend, divisor }: Fraction): number {
  if (dividend < EXACT_INTEGER_LIMIT && dividend > -EXACT_INTEGER_LIMIT && divisor < EXACT_INTEGER_LIMIT) return Number(dividend) / Number(divisor)
  return ratio(new Decimal(dividend.toString()), new Decimal(divisor.toString())) ?? Number.MAX_VALUE
}
