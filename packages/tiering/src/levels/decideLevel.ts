import { dayAfter, formatDay, LAST_DAY } from '@clientele/core/days'
import type { ReadLevelProgramme } from './readLevelProgramme.js'
import type { LevelReason } from './types.js'

/** Levels by their index from the top; the index after the lowest is none. */
interface LevelCase {
  /** That of the assignment before. */
  readonly previous: number
  readonly since: number | null
  /** The one that the points alone reach. */
  readonly earned: number
  readonly asOf: number
}

/** Which level a member gets. */
export interface DecidedLevel {
  readonly level: number
  readonly since: number | null
  /** Why it is not the previous one, or not the one that the points reach. */
  readonly reasons: readonly LevelReason[]
}

/** Decides between the previous level and the one that the points reach. */
export function decideLevel({ previous, since, earned, asOf }: LevelCase, programme: ReadLevelProgramme): DecidedLevel {
  const idOf = (index: number): string | null => programme.levels[index]?.id ?? null
  const changed = (level: number, reason: LevelReason): DecidedLevel => ({ level, since: idOf(level) === null ? null : asOf, reasons: [reason] })
  if (earned === previous) return { level: previous, since, reasons: [] }
  const from = idOf(previous)
  if (earned < previous) return changed(earned, { code: 'level-gained', params: { from, level: idOf(earned) as string } })
  const falling = { from: from as string, earned: idOf(earned) }
  const until = lastDayOfPeriod(since, programme)
  if (asOf <= until) {
    const params = { level: falling.from, until: formatDay(Math.min(until, LAST_DAY)) as string, earned: falling.earned }
    return { level: previous, since, reasons: [{ code: 'level-kept', params }] }
  }
  if (!programme.softLanding) return changed(earned, { code: 'level-lost', params: { from: falling.from, level: falling.earned } })
  return changed(previous + 1, { code: 'soft-landing', params: { ...falling, level: idOf(previous + 1) } })
}

/** The last day on which a level is kept whatever the points: Infinity where the calendar ends before, -Infinity where since when is not known. */
export function lastDayOfPeriod(since: number | null, { period }: ReadLevelProgramme): number {
  return since === null ? Number.NEGATIVE_INFINITY : dayAfter(since, period) - 1
}
