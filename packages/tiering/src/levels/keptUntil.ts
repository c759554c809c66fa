import type { CalendarDuration } from '@clientele/core/checks'
import { dayAfter, dayBefore, LAST_DAY } from '@clientele/core/days'
import { alignQuantities, type Quantity } from '../numbers/quantity.js'
import type { CountedEntry } from './countPoints.js'

/** What a level asks for, what counts towards it on a day, and until when it is kept in any case. */
interface HeldLevel {
  readonly from: Quantity
  /** All of them count on `asOf`, and then until they are older than the period. */
  readonly entries: readonly CountedEntry[]
  readonly period: CalendarDuration
  readonly asOf: number
  /** The last day; -Infinity where the points alone keep it. */
  readonly securedUntil: number
}

/**
 * The last day on which a level is kept if no other points come: the day before the first one on which the points that still count do not reach it,
 * and it is no longer secured. Infinity where there is no such day in the calendar. It takes O(n log n) for n entries.
 */
export function keptUntil({ from, entries, period, asOf, securedUntil }: HeldLevel): number {
  const { units } = alignQuantities([from, ...entries.map(({ points }) => points)])
  const [needed, ...points] = units as [bigint, ...bigint[]]
  const ageing = entries.map(({ day }, index) => ({ day: dayWithout(day, period), points: points[index] as bigint }))
  let left = points.reduce((sum, one) => sum + one, 0n)
  let start = asOf
  for (const { day, points: lost } of ageing.sort((a, b) => compareDays(a.day, b.day))) {
    // From `start` to the day before `day`, `left` counts.
    if (left < needed && day > start && day - 1 > securedUntil) break
    left -= lost
    start = day
  }
  return left < needed ? Math.max(start - 1, securedUntil) : Number.POSITIVE_INFINITY
}

/** Days may be infinite, and infinite ones alike. */
function compareDays(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** The first day on which what is dated a day is older than a period; Infinity where the calendar ends before. */
function dayWithout(day: number, period: CalendarDuration): number {
  const isOlder = (seen: number): boolean => dayBefore(seen, period) >= day
  if (!isOlder(LAST_DAY)) return Number.POSITIVE_INFINITY
  // At the ends of months, going forth and going back by a duration are not each other's inverse; some days lie between.
  let without = Math.min(dayAfter(day, period), LAST_DAY)
  while (!isOlder(without)) without += 1
  while (isOlder(without - 1)) without -= 1
  return without
}
