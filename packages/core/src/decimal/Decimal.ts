import { Decimal as DecimalJs } from 'decimal.js'
import type { DecimalString } from '../types.js'

// Inputs hold at most 1,000 digits on either side of the point, so a product of two holds at most 4,000.
const EXACT_PRECISION = 5000

// An integer of so many digits is exact as a float64.
const EXACT_INTEGER_DIGITS = 15

// Twice the digits of a float64, and some: a quotient is shown as a number.
const QUOTIENT_PRECISION = 40

const settings: DecimalJs.Config = {
  defaults: true,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
}

/** The packages' own decimal.js: sums and products are exact, no text has an exponent, and a host's `Decimal.set` does not reach it. */
export const Decimal: DecimalJs.Constructor = /* @__PURE__ */ DecimalJs.clone({ ...settings, precision: EXACT_PRECISION })

/** A value of the packages' own decimal.js. */
export type Decimal = DecimalJs

/** One of decimal.js's rounding modes. */
export type Rounding = DecimalJs.Rounding

const Quotient: DecimalJs.Constructor = /* @__PURE__ */ DecimalJs.clone({ ...settings, precision: QUOTIENT_PRECISION })

/** The canonical text of an exact value. */
export function decimalText(value: Decimal): DecimalString {
  return value.isZero() ? '0' : value.toString()
}

/** A ratio as the nearest number; null where the divisor is 0, and where no float64 is near. */
export function ratio(dividend: Decimal, divisor: Decimal): number | null {
  if (divisor.isZero()) return null
  // Of integers that are exact as numbers, division gives the nearest number by itself.
  if (isExactInteger(dividend) && isExactInteger(divisor)) return dividend.toNumber() / divisor.toNumber() + 0
  const quotient = new Quotient(dividend).div(divisor).toNumber() + 0
  return Number.isFinite(quotient) ? quotient : null
}

function isExactInteger(value: Decimal): boolean {
  return value.isInteger() && value.e < EXACT_INTEGER_DIGITS
}
