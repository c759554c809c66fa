import type { ReadCurve } from '../curves/readCurve.js'
import { firstAfter, judgeByCurve } from '../curves/winProbability.js'
import type { AgedCurve } from './agedCurve.js'
import type { SeasonFactors } from './seasonFactors.js'

/** How likely a deal is won by the end of a day, from 0 on the last day that is known; the days on which it rises, and to what. */
export interface WinningDays {
  readonly days: readonly number[]
  readonly chances: readonly number[]
}

/** How likely a deal of a curve is won that has been open for so many days at the end of a day, and when; null where there is not enough history. */
export function chanceByCurve(curve: ReadCurve | undefined, ageDays: number, minimumSample: number): number | null {
  return curve === undefined ? null : judgeByCurve(curve, ageDays, minimumSample).probability
}

/**
 * On which days a deal is won, and how likely, that is open at the end of `today` for `ageDays`: the curve from there on, faster and slower by the month.
 *
 * @param ageDays - 0 or more; -1: it is yet to enter on the next day.
 */
export function winningDays(
  { times, won, open, winning, losing }: AgedCurve,
  ageDays: number,
  today: number,
  season: SeasonFactors | null,
): WinningDays {
  const days: number[] = []
  const chances: number[] = []
  const next = firstAfter(times, ageDays)
  const [wonThen, openThen] = next === 0 ? [0, 1] : [won[next - 1] as number, open[next - 1] as number]
  let [stillOpen, chance] = [1, 0]
  for (let place = next; place < times.length; place += 1) {
    const day = today + (times[place] as number) - ageDays
    if (season === null) chance = ((won[place] as number) - wonThen) / openThen
    else {
      const wins = (winning[place] as number) * season.wonOn(day)
      const losses = (losing[place] as number) * season.lostOn(day)
      // Never more than all that are open.
      const all = Math.max(1, wins + losses)
      chance += (stillOpen * wins) / all
      stillOpen *= 1 - (wins + losses) / all
    }
    days.push(day)
    chances.push(Math.min(1, Math.max(0, chance)))
  }
  return { days, chances }
}

/** How likely it is won by the end of a day. */
export function chanceBy(day: number, { days, chances }: WinningDays): number {
  const later = firstAfter(days, day)
  return later === 0 ? 0 : (chances[later - 1] as number)
}
