import type { RoundingMode } from '@clientele/core'
import { EXACT_INTEGER_LIMIT } from '@clientele/core/decimal'

/**
 * How a quotient of 0 or more is rounded: up where twice the rest of the division is above `halves` divisors less `ties`. With `isEven`, a tie
 * goes to the even neighbour.
 */
export interface SizeRounding {
  readonly halves: 0 | 1 | 2
  readonly ties: 0 | 1
  readonly isEven: boolean
}

/** A rounding mode, for quotients of 0 or more. */
export function roundingOfSizes(mode: RoundingMode): SizeRounding {
  if (mode === 'up' || mode === 'ceiling') return { halves: 0, ties: 0, isEven: false }
  if (mode === 'down' || mode === 'floor') return { halves: 2, ties: 0, isEven: false }
  return { halves: 1, ties: mode === 'half-up' ? 1 : 0, isEven: mode === 'half-even' }
}

/** Below this, the products below and their rests can be proven exact. */
export const QUICK_LIMIT: number = 2 ** 51

// 2²⁷ + 1 splits a float64 into two halves of 26 bits.
const SPLITTER = 134_217_729

/**
 * A rounded quotient of integers: the dividend is 0 or more and below 2⁵³, the divisor above 0 and below {@link QUICK_LIMIT}. The float64
 * quotient of such integers is never rounded up to an integer, for the next one is further away than half a unit in its last place.
 */
export function divideUnits(dividend: number, divisor: number, rounding: SizeRounding): number {
  const quotient = Math.floor(dividend / divisor)
  return roundUnits(quotient, dividend - quotient * divisor, divisor, rounding)
}

/** The rounded quotient of a product, exact whatever its size: `a`, `b` and the divisor are below {@link QUICK_LIMIT}, and so is the quotient. */
export function multiplyAndDivide(a: number, b: number, divisor: number, rounding: SizeRounding): number {
  const product = a * b
  return product < EXACT_INTEGER_LIMIT ? divideUnits(product, divisor, rounding) : divideLongProduct(a, b, divisor, rounding)
}

/** The float64 quotient is off by 1 at most, and the rest, taken in two parts each, says which way. */
function divideLongProduct(a: number, b: number, divisor: number, rounding: SizeRounding): number {
  const product = a * b
  const quotient = Math.floor(product / divisor)
  const nearby = quotient * divisor
  const rest = product - nearby + (errorOf(a, b, product) - errorOf(quotient, divisor, nearby))
  if (rest < 0) return roundUnits(quotient - 1, rest + divisor, divisor, rounding)
  return rest < divisor ? roundUnits(quotient, rest, divisor, rounding) : roundUnits(quotient + 1, rest - divisor, divisor, rounding)
}

/** What a float64 product lacks of the true one. Source: T. J. Dekker, *A floating-point technique for extending the available precision*, 1971. */
function errorOf(a: number, b: number, product: number): number {
  const highA = upperHalf(a)
  const highB = upperHalf(b)
  const lowA = a - highA
  const lowB = b - highB
  return highA * highB - product + highA * lowB + lowA * highB + lowA * lowB
}

function upperHalf(value: number): number {
  const shifted = value * SPLITTER
  return shifted - (shifted - value)
}

function roundUnits(quotient: number, rest: number, divisor: number, { halves, ties, isEven }: SizeRounding): number {
  // The operator % of float64 numbers is a call, and slow.
  const tiesUp = isEven ? quotient - Math.floor(quotient / 2) * 2 : ties
  return rest * 2 > divisor * halves - tiesUp ? quotient + 1 : quotient
}
