import { dayOf, daysInMonth } from './civilDay.js'

const ZERO = 48
const DASH = 45

/** The days from 1970-01-01 to an existing date `YYYY-MM-DD` of the years 1 to 9999, or NaN where the value is no such text. */
export function parseDay(value: unknown): number {
  if (typeof value !== 'string' || value.length !== 10 || value.charCodeAt(4) !== DASH || value.charCodeAt(7) !== DASH) return Number.NaN
  const year = twoDigits(value, 0) * 100 + twoDigits(value, 2)
  const month = twoDigits(value, 5)
  const day = twoDigits(value, 8)
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return Number.NaN
  return dayOf(year, month, day)
}

/** Two ASCII digits as a number, or NaN. */
function twoDigits(text: string, start: number): number {
  const tens = text.charCodeAt(start) - ZERO
  const ones = text.charCodeAt(start + 1) - ZERO
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}
