import { formatMessage, shownPercent } from '@clientele/core/explain'
import type { FunnelLocale } from '../locales/types.js'

const FLIPPED: { readonly [bound: string]: string } = { '<': '>', '>': '<' }

/** A number with its sign, by the text of its size: one that is near to 0 is below or above a bound. */
export function signed(value: number, size: string): string {
  if (value === 0) return size
  const [first = '', rest] = [size[0], size.slice(1)]
  const bound = FLIPPED[first]
  const sign = value > 0 ? '+' : '−'
  return bound === undefined ? sign + size : `${value > 0 ? first : bound}${sign}${rest}`
}

/** A difference between two shares in percentage points, with its sign. */
export function signedPoints(difference: number): string {
  return signed(difference, shownPercent(Math.abs(difference)))
}

/** A difference between two shares in percentage points, without its sign and with the word for them. */
function shownPoints(difference: number, { change: { points } }: FunnelLocale): string {
  const number = shownPercent(Math.abs(difference))
  return formatMessage(points[number === '1' ? 'one' : 'many'], { number })
}

/** The same in a sentence: of a difference that is near to 0 it is said than what it is less. */
export function saidPoints(difference: number, locale: FunnelLocale): string {
  const number = shownPercent(Math.abs(difference))
  if (!number.startsWith('<')) return shownPoints(difference, locale)
  return formatMessage(locale.names.lessThan, { amount: formatMessage(locale.change.points.many, { number: number.slice(1) }) })
}

/** A difference between two shares in percentage points, with its sign and the word for them. */
export function shownSignedPoints(difference: number, locale: FunnelLocale): string {
  return signed(difference, shownPoints(difference, locale))
}
