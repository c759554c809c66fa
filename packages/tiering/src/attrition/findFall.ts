import type { CalendarDuration } from '@clientele/core/checks'
import { civilDate, dayBefore, formatDay } from '@clientele/core/days'
import { unitsAt } from '../numbers/quantity.js'
import type { Finding } from './finding.js'
import type { SignalOf } from './prepared.js'

/** Looks for fewer interactions in the last window than in the windows before on average, in days from the first to the last. */
export function findFall(days: readonly number[], signal: SignalOf<'interactions-falling'>, asOf: number): Finding {
  const { comparedWindows, window } = signal
  const [start, end] = [windowsBefore(asOf, window, comparedWindows + 1), windowsBefore(asOf, window, 1)]
  if (!((days[0] ?? Number.POSITIVE_INFINITY) <= start + 1)) return 'too-short'
  const observed = days.filter((day) => day > end).length
  const before = days.filter((day) => day > start && day <= end).length
  if (!isFall(observed, before, signal)) return undefined
  return { observed, expected: before / comparedWindows, since: formatDay(end + 1) as string }
}

/** The day so many windows before another, counted at once so that none drifts; where these are of whole months, the last day of a month leads to another. */
function windowsBefore(day: number, { months, days }: CalendarDuration, windows: number): number {
  const isWholeMonths = days === 0 && civilDate(day + 1).day === 1
  return isWholeMonths
    ? dayBefore(day + 1, { months: months * windows, days: 1 })
    : dayBefore(day, { months: months * windows, days: days * windows })
}

/** Whether the last window has so much less than the average, and the average is high enough; exactly. */
function isFall(observed: number, before: number, { comparedWindows, fallPercent, leastExpected }: SignalOf<'interactions-falling'>): boolean {
  const isEnough = BigInt(before) * 10n ** BigInt(leastExpected.digits) >= leastExpected.units * BigInt(comparedWindows)
  const hundred = unitsAt({ units: 100n, digits: 0 }, fallPercent.digits)
  return isEnough && BigInt(observed) * BigInt(comparedWindows) * hundred <= BigInt(before) * (hundred - fallPercent.units)
}
