import { civilDate, dayOf, daysInMonth } from '@clientele/core/days'
import { type FollowedDeals, OPEN, WON } from '../stageLog/followChanges.js'
import type { AgedCurve } from './agedCurve.js'
import type { SeasonFactor } from './types.js'

/** How much more or less often than usual deals are decided on a day. */
export interface SeasonFactors {
  readonly wonOn: (day: number) => number
  readonly lostOn: (day: number) => number
  readonly months: readonly SeasonFactor[]
}

type Counts = { readonly won: Float64Array; readonly lost: Float64Array }

/**
 * So many decided deals of the usual frequency are added to those of each month, so that a few deals by themselves say little: the mean of a gamma distribution around 1 whose
 * coefficient of variation is 1 / √20 = 22 %.
 */
const PRIOR_DEALS = 20
const MONTHS = { 'month-of-quarter': 3, 'month-of-year': 12 } as const

/**
 * Compares how many deals were won and lost in each month with how many their ages led one to expect (indirect standardisation), since the first deal was decided. Null where not every month
 * of the season was seen as a whole since then. What is compared are months with each other: how often deals are decided in all of them together is told by the curve alone.
 *
 * Source: N. Breslow & N. Day, Statistical Methods in Cancer Research II, 1987, chapter 2 (observed over expected); shrunk towards 1 as by a gamma prior.
 *
 * @param curve - From the first change of a deal to its outcome, of these deals.
 */
export function seasonFactors(
  followed: FollowedDeals,
  curve: AgedCurve,
  lastDay: number,
  season: 'month-of-quarter' | 'month-of-year',
): SeasonFactors | null {
  const months = MONTHS[season]
  const monthOf = createMonthOf(months)
  const first = firstDecision(followed)
  if (!seesEveryMonth(first, lastDay, months)) return null
  const observed = countDecisions(followed, months, monthOf)
  const expected = expectDecisions(followed, curve, { first, lastDay, months, monthOf })
  const won = relate(observed.won, expected.won)
  const lost = relate(observed.lost, expected.lost)
  return {
    wonOn: (day) => won[monthOf(day)] as number,
    lostOn: (day) => lost[monthOf(day)] as number,
    months: won.map((factor, month) => ({ month: month + 1, won: factor, lost: lost[month] as number })),
  }
}

/** How many times as often as in all months together deals were decided in each, of as many as were to be expected. */
function relate(observed: Float64Array, expected: Float64Array): number[] {
  const sumOf = (counts: Float64Array): number => counts.reduce((sum, count) => sum + count, 0)
  const level = sumOf(expected) === 0 ? 1 : sumOf(observed) / sumOf(expected)
  return Array.from(observed, (count, month) => (count + PRIOR_DEALS) / ((expected[month] as number) * level + PRIOR_DEALS))
}

/** The month of a day within its season, from 0 on; days are asked for again and again, month by month. */
function createMonthOf(months: number): (day: number) => number {
  let [from, to, known] = [0, -1, 0]
  return (day) => {
    if (day >= from && day <= to) return known
    const { year, month } = civilDate(day)
    from = dayOf(year, month, 1)
    to = from + daysInMonth(year, month) - 1
    known = (month - 1) % months
    return known
  }
}

/** The day on which the first deal was decided; infinity where none was. */
function firstDecision({ count, outcome, closed }: FollowedDeals): number {
  let first = Number.POSITIVE_INFINITY
  for (let deal = 0; deal < count; deal += 1) if (outcome[deal] !== OPEN) first = Math.min(first, closed[deal] as number)
  return first
}

/** Whether there were as many whole months from one day to another as a season has. */
function seesEveryMonth(first: number, lastDay: number, months: number): boolean {
  if (first > lastDay) return false
  const [from, to] = [civilDate(first), civilDate(lastDay + 1)]
  const begins = from.year * 12 + from.month - (from.day === 1 ? 1 : 0)
  return to.year * 12 + to.month - 1 - begins >= months
}

function countDecisions({ count, outcome, closed }: FollowedDeals, months: number, monthOf: (day: number) => number): Counts {
  const counts = { won: new Float64Array(months), lost: new Float64Array(months) }
  for (let deal = 0; deal < count; deal += 1) {
    if (outcome[deal] === OPEN) continue
    const column = outcome[deal] === WON ? counts.won : counts.lost
    const month = monthOf(closed[deal] as number)
    column[month] = (column[month] as number) + 1
  }
  return counts
}

/** How many deals would have been decided in each month, had the share of those open at each age been the same in all of them. */
function expectDecisions(
  { count, entered, closed }: FollowedDeals,
  { times, winning, losing }: AgedCurve,
  { first, lastDay, months, monthOf }: { first: number; lastDay: number; months: number; monthOf: (day: number) => number },
): Counts {
  const counts = { won: new Float64Array(months), lost: new Float64Array(months) }
  for (let deal = 0; deal < count; deal += 1) {
    const from = entered[deal] as number
    const until = Math.min(lastDay, closed[deal] as number)
    for (let place = 0; place < times.length; place += 1) {
      const day = from + (times[place] as number)
      if (day > until) break
      if (day < first) continue
      const month = monthOf(day)
      counts.won[month] = (counts.won[month] as number) + (winning[place] as number)
      counts.lost[month] = (counts.lost[month] as number) + (losing[place] as number)
    }
  }
  return counts
}
