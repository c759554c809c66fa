import { POWERS_OF_TEN, readShortDecimal, toUnits } from '@clientele/core/decimal'

const ZERO = 48
const MINUS = 45
const POINT = 46
/** So many digits stay within 31 bits. */
const FEW_DIGITS = 9

/** An amount as minor units of so many digits where that can be proven the quick way, or NaN. */
export function quickAmount(value: unknown, digits: number): number {
  if (typeof value === 'number') return toUnits(value, POWERS_OF_TEN[digits] as number)
  if (typeof value !== 'string') return Number.NaN
  const units = unitsOfText(value, digits)
  return Number.isNaN(units) ? toUnits(readShortDecimal(value), POWERS_OF_TEN[digits] as number) : units
}

/** Minor units of a text that has all the currency's digits, and few before them, as most have; or NaN. */
function unitsOfText(text: string, digits: number): number {
  const { length } = text
  const start = text.charCodeAt(0) === MINUS ? 1 : 0
  const point = digits === 0 ? length : length - digits - 1
  const whole = point - start
  if (whole < 1 || whole + digits > FEW_DIGITS || (whole > 1 && text.charCodeAt(start) === ZERO)) return Number.NaN
  let units = 0
  for (let place = start; place < length; place++) {
    const digit = text.charCodeAt(place) - ZERO
    if (place === point) {
      if (digit !== POINT - ZERO) return Number.NaN
    } else if (digit >= 0 && digit <= 9) units = (units * 10 + digit) | 0
    else return Number.NaN
  }
  return start === 1 ? 0 - units : units
}
