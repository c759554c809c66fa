import { parseDay } from '../days/parseDay.js'
import { FIRST_INSTANT, LAST_INSTANT, SECONDS_A_DAY, splitInstant } from './instant.js'

/** Moments as columns: a million of them as objects would be a million objects. */
export interface MomentColumns {
  /** Whole seconds since 1970-01-01T00:00Z. */
  readonly seconds: Float64Array
  /** Nanoseconds after them. */
  readonly nanoseconds: Int32Array
}

const FIRST_SECOND = /* @__PURE__ */ splitInstant(FIRST_INSTANT).seconds
const LAST_SECOND = /* @__PURE__ */ splitInstant(LAST_INSTANT).seconds

/** Where the parts of `YYYY-MM-DDTHH:MM:SS.fffZ` begin. */
const [TIME, MINUTES, SECONDS, AFTER_SECONDS] = [10, 13, 16, 19]
const FRACTION_DIGITS = 9

const [ZERO, COLON, POINT, PLUS, MINUS, T, Z] = [48, 58, 46, 43, 45, 84, 90]

/**
 * Writes a moment into a row of columns where it is written the usual way, with seconds, and says whether it did: what `readMoment` reads is
 * the same, and slower; anything else is left to it.
 */
export function writeQuickMoment(text: string, { seconds, nanoseconds }: MomentColumns, row: number): boolean {
  if (text.charCodeAt(TIME) !== T || text.charCodeAt(MINUTES) !== COLON || text.charCodeAt(SECONDS) !== COLON) return false
  let end = AFTER_SECONDS
  let fraction = 0
  if (text.charCodeAt(end) === POINT) {
    end += 1
    const first = end
    for (let digit = digitAt(text, end); digit >= 0 && end - first < FRACTION_DIGITS; digit = digitAt(text, end)) {
      fraction = fraction * 10 + digit
      end += 1
    }
    if (end === first) return false
    fraction *= 10 ** (FRACTION_DIGITS - (end - first))
  }
  const time = (below(twoDigits(text, TIME + 1), 24) * 60 + below(twoDigits(text, MINUTES + 1), 60)) * 60 + below(twoDigits(text, SECONDS + 1), 60)
  const moment = parseDay(text.slice(0, TIME)) * SECONDS_A_DAY + time - offsetAt(text, end)
  if (!(moment >= FIRST_SECOND && moment <= LAST_SECOND)) return false
  seconds[row] = moment
  nanoseconds[row] = fraction
  return true
}

/** The offset that a text ends with, in seconds, or NaN. */
function offsetAt(text: string, start: number): number {
  const sign = text.charCodeAt(start)
  if (sign === Z && text.length === start + 1) return 0
  if ((sign !== PLUS && sign !== MINUS) || text.length !== start + 6 || text.charCodeAt(start + 3) !== COLON) return Number.NaN
  const size = (below(twoDigits(text, start + 1), 24) * 60 + below(twoDigits(text, start + 4), 60)) * 60
  return sign === PLUS ? size : -size
}

function below(value: number, bound: number): number {
  return value < bound ? value : Number.NaN
}

function twoDigits(text: string, start: number): number {
  const [tens, ones] = [digitAt(text, start), digitAt(text, start + 1)]
  return tens >= 0 && ones >= 0 ? tens * 10 + ones : Number.NaN
}

/** An ASCII digit, or -1. */
function digitAt(text: string, index: number): number {
  const digit = text.charCodeAt(index) - ZERO
  return digit >= 0 && digit <= 9 ? digit : -1
}
