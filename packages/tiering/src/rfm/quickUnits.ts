import { POWERS_OF_TEN, toUnits } from '@clientele/core/decimal'

const ZERO = 48
const NINE = 57
const MINUS = 45
const POINT = 46

/** An integer of so many digits is exact as a number. */
const MOST_DIGITS = 15

/** A decimal in units of `10 ** -digits` where that can be proven exact the quick way; NaN where it cannot, or is finer. */
export function quickUnits(value: unknown, digits: number): number {
  if (typeof value === 'number') return toUnits(value, POWERS_OF_TEN[digits] as number)
  return typeof value === 'string' ? unitsOfText(value, digits) : Number.NaN
}

/** Units of a text such as `-12.50`, as most amounts are. */
function unitsOfText(text: string, digits: number): number {
  const { length } = text
  const start = text.charCodeAt(0) === MINUS ? 1 : 0
  let units = 0
  let point = length
  for (let place = start; place < length; place++) {
    const code = text.charCodeAt(place)
    if (code >= ZERO && code <= NINE) units = units * 10 + code - ZERO
    else if (code === POINT && point === length && place > start) point = place
    else return Number.NaN
  }
  const whole = point - start
  const decimals = point === length ? 0 : length - point - 1
  const isWritten = whole > 0 && (whole === 1 || text.charCodeAt(start) !== ZERO) && (point === length || decimals > 0)
  if (!isWritten || decimals > digits || whole + digits > MOST_DIGITS) return Number.NaN
  const scaled = units * (POWERS_OF_TEN[digits - decimals] as number)
  return start === 1 ? 0 - scaled : scaled
}
