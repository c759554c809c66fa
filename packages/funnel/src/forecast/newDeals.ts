import type { FollowedDeals } from '../stageLog/followChanges.js'
import type { AgedCurve } from './agedCurve.js'
import { winningDays } from './chanceByCurve.js'
import type { SeasonFactors } from './seasonFactors.js'

/** For how long back it is counted how many deals enter. */
const LOOK_BACK_DAYS = 90

/** How many deals entered in the days before, and a day; where the log is younger, since it began. */
export function countArrivals({ count, entered }: FollowedDeals, lastDay: number): { readonly count: number; readonly perDay: number } {
  let [first, arrivals] = [lastDay, 0]
  for (let deal = 0; deal < count; deal += 1) {
    const day = entered[deal] as number
    first = Math.min(first, day)
    if (day > lastDay - LOOK_BACK_DAYS) arrivals += 1
  }
  return { count: arrivals, perDay: arrivals / Math.min(LOOK_BACK_DAYS, lastDay - first + 1) }
}

/**
 * How many deals that are yet to enter are won so many days after the last one that is known, and before, on average: by their number, from 0 to `days`. O(days × times of the curve).
 *
 * @param curve - From the first change of a deal to its outcome.
 */
export function expectNewDeals(
  perDay: number,
  curve: AgedCurve,
  { lastDay, days, season }: { readonly lastDay: number; readonly days: number; readonly season: SeasonFactors | null },
): Float64Array {
  const won = new Float64Array(days + 1)
  for (let entry = 1; entry <= days; entry += 1) {
    const ways = winningDays(curve, -1, lastDay + entry - 1, season)
    let before = 0
    for (let place = 0; place < ways.days.length; place += 1) {
      const after = (ways.days[place] as number) - lastDay
      if (after > days) break
      const chance = ways.chances[place] as number
      won[after] = (won[after] as number) + (chance - before) * perDay
      before = chance
    }
  }
  for (let day = 1; day <= days; day += 1) won[day] = (won[day] as number) + (won[day - 1] as number)
  return won
}
