import { dayAfter, dayBefore } from '@clientele/core/days'
import { addQuantities, alignQuantities, multiplyQuantities, type Quantity, ZERO } from '../numbers/quantity.js'
import type { ReadLevelProgramme } from './readLevelProgramme.js'
import type { ReadEntry } from './readMember.js'

/** Points that count, of a day. */
export interface CountedEntry {
  readonly day: number
  readonly points: Quantity
}

/** What counts on a day, and how much does not. */
export interface CountedPoints {
  /** In any order; of expected points as much as counts. */
  readonly entries: readonly CountedEntry[]
  readonly past: Quantity
  /** How many points are expected within the period, however much of them counts; undefined where there are no such entries. */
  readonly expected: Quantity | undefined
  /** As much of them as counts. */
  readonly forecast: Quantity
  readonly total: Quantity
  /** How many entries are left out. */
  readonly leftOut: { readonly forecast: number; readonly later: number; readonly older: number }
}

/** Tells which points count on a day: those of the period up to it, and the programme's part of those expected in the period after it. */
export function countPoints(entries: readonly ReadEntry[], { period, forecastPercent }: ReadLevelProgramme, asOf: number): CountedPoints {
  const [begins, ends] = [dayBefore(asOf, period), dayAfter(asOf, period)]
  const past = entries.filter(({ day, forecast }) => !forecast && begins < day && day <= asOf)
  const ahead = entries.filter(({ day, forecast }) => forecast && asOf < day && day <= ends)
  const weight: Quantity = { units: forecastPercent.units, digits: forecastPercent.digits + 2 }
  const weighted = ahead.map(({ day, points }) => ({ day, points: multiplyQuantities(points, weight) }))
  const [pastPoints, forecast] = [sumOf(past), sumOf(weighted)]
  return {
    entries: [...past, ...weighted],
    past: pastPoints,
    expected: ahead.length === 0 ? undefined : sumOf(ahead),
    forecast,
    total: addQuantities(pastPoints, forecast),
    leftOut: {
      forecast: entries.filter((entry) => entry.forecast).length - ahead.length,
      later: entries.filter((entry) => !entry.forecast && entry.day > asOf).length,
      older: entries.filter((entry) => !entry.forecast && entry.day <= begins).length,
    },
  }
}

function sumOf(entries: readonly CountedEntry[]): Quantity {
  const { units, digits } = alignQuantities([ZERO, ...entries.map(({ points }) => points)])
  return { units: units.reduce((sum, one) => sum + one), digits }
}
