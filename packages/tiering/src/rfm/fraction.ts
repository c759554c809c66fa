import { compareUnits, type Quantity } from '../numbers/quantity.js'

/** An exact quotient; the divisor is above 0. */
export interface Fraction {
  readonly dividend: bigint
  readonly divisor: bigint
}

/** A mean or a cut is shown with at most so many decimal places. */
export const SHOWN_PLACES = 12

/** A quantity as a quotient. */
export function fractionOf({ units, digits }: Quantity): Fraction {
  return { dividend: units, divisor: 10n ** BigInt(digits) }
}

/** Below 0 where the first is less, above 0 where it is greater, 0 where they are alike. */
export function compareFractions(a: Fraction, b: Fraction): number {
  return compareUnits(a.dividend * b.divisor, b.dividend * a.divisor)
}
