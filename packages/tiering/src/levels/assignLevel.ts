import type { CalendarDate, Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import { readAsOf } from '../dates/readAsOf.js'
import { compareQuantities, quantityText, subtractQuantities } from '../numbers/quantity.js'
import { type CountedPoints, countPoints } from './countPoints.js'
import { decideLevel, lastDayOfPeriod } from './decideLevel.js'
import { keptUntil } from './keptUntil.js'
import { type ReadLevel, type ReadLevelProgramme, readLevelProgramme } from './readLevelProgramme.js'
import { type ReadMember, readMember } from './readMember.js'
import type { LevelAssignment, LevelMember, LevelOptions, LevelProgramme, LevelReason } from './types.js'

/**
 * Assigns a named level, such as gold, by the points of the past and those that are expected.
 *
 * - Points dated within the period up to `asOf` count, and so does the programme's percentage of those expected within the period after it. A point
 *   counts for a period: of `P12M` those of 2023-07-01 count up to 2024-06-30.
 * - The level earned is the highest one whose `from` the points reach. One higher than the previous level is given at once. Instead of a lower one
 *   the previous level is kept for a period from `since`; after that, and where `since` is not known, the member gets the level earned, or with
 *   `softLanding` the one just below the previous level.
 *
 * @param member - The member, with points of any sign, and with `level` and `since` of the assignment before, if there is one.
 * @param programme - The programme of levels.
 * @param options - `asOf`: the day on which the level is assigned.
 * @returns The level; since when, and until when, it is kept: until its own period is over and the points, as they get older than the period,
 * no longer reach it; what is lacking to the next one; and why. It takes O(n log n) for n entries of points.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @see Textbook §3, named levels: an airline's platinum, gold and silver from past travel and forecast travel.
 * @example
 * import { assignLevel } from '@clientele/tiering'
 *
 * const levels = [{ id: 'platinum', from: '50000' }, { id: 'gold', from: '25000' }, { id: 'silver', from: '10000' }]
 * const programme = { kind: 'level-programme', id: 'airline', version: 1, period: 'P12M', levels, countForecastPercent: '50' } as const
 * const points = [{ date: '2024-02-10', points: 20000 }, { date: '2024-09-01', points: 16000, forecast: true }]
 * const assigned = assignLevel({ customer: 'C-1', points, level: 'silver', since: '2023-05-01' }, programme, { asOf: '2024-06-30' })
 * assigned.level //=> 'gold'
 * assigned.points //=> '28000'
 * assigned.toNext //=> { level: 'platinum', from: '50000', lacking: '22000' }
 * assigned.keepsUntil //=> '2025-06-29'
 * assigned.reasons.map(({ code }) => code) //=> ['level-reached', 'level-gained', 'forecast-counted']
 */
export function assignLevel(member: LevelMember, programme: LevelProgramme, options: LevelOptions): LevelAssignment {
  const issues: Issue[] = []
  const rules = readLevelProgramme(programme, ['programme'], issues)
  const asOf = readAsOf(options, issues)
  const read = readMember(member, { levels: rules?.levels, asOf }, ['member'], issues)
  throwIssues(issues)
  return assign(read as ReadMember, rules as ReadLevelProgramme, asOf as number)
}

function assign(member: ReadMember, programme: ReadLevelProgramme, asOf: number): LevelAssignment {
  const { levels, policy } = programme
  const counted = countPoints(member.entries, programme, asOf)
  const earned = indexOf(levels, ({ from }) => compareQuantities(counted.total, from) >= 0)
  const previous = indexOf(levels, ({ id }) => id === member.level)
  const { level, since, reasons } = decideLevel({ previous, since: member.since, earned, asOf }, programme)
  const held = levels[level]
  return {
    customer: member.customer,
    asOf: formatDay(asOf) as string,
    level: held?.id ?? null,
    points: quantityText(counted.total),
    pastPoints: quantityText(counted.past),
    forecastPoints: quantityText(counted.forecast),
    earned: levels[earned]?.id ?? null,
    toNext: whatIsLacking(levels[level - 1], counted),
    since: since === null ? null : (formatDay(since) as string),
    keepsUntil: held === undefined ? null : lastDay(held, counted, since, programme, asOf),
    reasons: [reasonOf(levels, earned), ...reasons, ...reasonsOfPoints(counted, programme)],
    policies: [policy],
  }
}

/** The index of the first level from the top of which something holds, or that after the lowest. */
function indexOf(levels: readonly ReadLevel[], holds: (level: ReadLevel) => boolean): number {
  const index = levels.findIndex(holds)
  return index === -1 ? levels.length : index
}

function whatIsLacking(next: ReadLevel | undefined, { total }: CountedPoints): LevelAssignment['toNext'] {
  if (next === undefined) return null
  return { level: next.id, from: quantityText(next.from), lacking: quantityText(subtractQuantities(next.from, total)) }
}

function lastDay(
  { from }: ReadLevel,
  { entries }: CountedPoints,
  since: number | null,
  programme: ReadLevelProgramme,
  asOf: number,
): CalendarDate | null {
  const securedUntil = lastDayOfPeriod(since, programme)
  return formatDay(keptUntil({ from, entries, period: programme.period, asOf, securedUntil })) ?? null
}

/** Which level the points reach, or which is the lowest that they do not. */
function reasonOf(levels: readonly ReadLevel[], earned: number): LevelReason {
  const reached = levels[earned]
  if (reached !== undefined) return { code: 'level-reached', params: { level: reached.id, from: quantityText(reached.from) } }
  const lowest = levels.at(-1) as ReadLevel
  return { code: 'no-level-reached', params: { lowest: lowest.id, from: quantityText(lowest.from) } }
}

function reasonsOfPoints({ expected, forecast, leftOut }: CountedPoints, { forecastPercent }: ReadLevelProgramme): LevelReason[] {
  const reasons: LevelReason[] = []
  if (expected !== undefined) {
    const params = { points: quantityText(expected), percent: quantityText(forecastPercent), counted: quantityText(forecast) }
    reasons.push({ code: 'forecast-counted', params })
  }
  if (leftOut.forecast > 0) reasons.push({ code: 'forecast-left-out', params: { count: leftOut.forecast } })
  const { later, older } = leftOut
  if (later + older > 0) reasons.push({ code: 'points-left-out', params: { later, older } })
  return reasons
}
