import { Decimal } from '@clientele/core/decimal'

/** So many units, and fewer, are exact as a float64, in whichever order they are added. */
const EXACT_UNITS = 2 ** 53

/** A power of two, as a number and exactly as the decimals that it is: decimal.js would read the number as fewer. */
interface Unit {
  readonly size: number
  readonly exact: Decimal
}

/** In so many parts all orders of adding can be gone through. */
const MOST_PARTS = 10

/** A part of hours, and the most that it may be. */
export interface HoursPart {
  readonly hours: Decimal
  /** Null: without end. */
  readonly most: Decimal | null
}

/**
 * Tells hours and the parts that make them up as numbers that never add up to more than the hours, in whichever order they are added.
 *
 * Three parts of 0.1 hours are no such parts of 0.3: as floating-point numbers they make more. So the parts are told by the nearest numbers where no order of these makes more, and
 * otherwise cut to whole multiples of one power of two, of which no sum needs rounding; what is cut off the others the last part gets, as far as it may.
 */
export function tellHours(hours: Decimal, parts: readonly HoursPart[]): { readonly whole: number; readonly parts: readonly number[] } {
  const whole = hours.toNumber()
  const nearest = parts.map((part) => part.hours.toNumber())
  if (greatestSumOf(nearest) <= whole) return { whole, parts: nearest }
  const unit = unitOf(whole)
  const cut = parts.slice(0, -1).map((part) => cutTo(unit, part.hours))
  const rest = cut.reduce((left, part) => left - part, whole)
  const { most } = parts.at(-1) as HoursPart
  return { whole, parts: [...cut, most === null ? rest : Math.min(rest, cutTo(unit, most))] }
}

/** The greatest sum that any order of adding makes. Rounding never turns two sums round, so that of some parts is that of all but one of them with this one added last. */
function greatestSumOf(parts: readonly number[]): number {
  if (parts.length > MOST_PARTS) return Number.POSITIVE_INFINITY
  const sums = [0]
  for (let chosen = 1; chosen < 2 ** parts.length; chosen += 1) {
    const added = parts.map((part, place) => ((chosen & (1 << place)) === 0 ? 0 : (sums[chosen ^ (1 << place)] as number) + part))
    sums.push(Math.max(...added))
  }
  return sums.at(-1) as number
}

/** The least power of two of which a number is a multiple so small that all smaller multiples, too, are exact. */
function unitOf(whole: number): Unit {
  let [size, exponent] = [1, 0]
  for (; whole / size > EXACT_UNITS; exponent += 1) size *= 2
  for (; size > Number.MIN_VALUE && whole / (size / 2) <= EXACT_UNITS; exponent -= 1) size /= 2
  return { size, exact: new Decimal(2).pow(exponent) }
}

function cutTo({ size, exact }: Unit, hours: Decimal): number {
  return hours.div(exact).floor().toNumber() * size
}
