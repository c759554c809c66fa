import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, isNil, shown, shownDuration, type Title, titleOf, titlesOf } from '@clientele/core/explain'
import type { LevelAssignment, LevelProgramme, LevelReason } from '../levels/types.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { checkAssignmentOfProgramme } from './checkAssignment.js'

/**
 * Says in sentences which level a member has, why, until when, and what is lacking to the next one.
 *
 * @param assignment - What {@link assignLevel} returned.
 * @param programme - The programme of levels that made it; its titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns The level; the points that count; why the level is what it is, and which points do not count; what is lacking to the next level; and since
 * when and until when the level is held.
 * @throws {@link InputError} if the programme is not one, or not the one that made the assignment: as far as the assignment shows it, one of other
 * levels is refused, also of the same version.
 * @example
 * import { assignLevel } from '@clientele/tiering'
 * import { explainLevel } from '@clientele/tiering/explain'
 * import { airlineLevels } from '@clientele/tiering/templates'
 *
 * const member = { customer: 'C-1', points: [{ date: '2024-03-01', points: 30_000 }], level: 'silver', since: '2023-12-01' }
 * const { sentences } = explainLevel(assignLevel(member, airlineLevels, { asOf: '2024-06-30' }), airlineLevels)
 * sentences[0] //=> 'As of 2024-06-30, customer C-1 has the level "gold" under the programme "Airline levels".'
 * sentences[3] //=> 'The level rises from "silver" to "gold".'
 * sentences[4] //=> 'The next level, "platinum", begins at 50000; lacking: 20000.'
 */
export function explainLevel(
  assignment: LevelAssignment,
  programme: LevelProgramme,
  locale: TieringLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkAssignmentOfProgramme(assignment, programme, issues)
  throwIssues(issues)
  const { held, none } = locale.memberLevel
  const { customer, asOf, level, reasons } = assignment
  const own = { ...programme }
  const period = shownDuration(own.period, locale.core)
  const titleOfLevel = titlesOf(own.levels, locale)
  const facts = { customer, asOf, programme: titleOf(own, locale) }
  return {
    sentences: [
      level === null ? formatMessage(none, facts) : formatMessage(held, { ...facts, level: titleOfLevel(level) }),
      explainPoints(assignment, period, locale),
      ...reasons.map((reason) => explainReason(reason, { asOf, period }, titleOfLevel, locale)),
      explainNext(assignment, titleOfLevel, locale),
      ...explainTime(assignment, locale),
    ],
  }
}

function explainPoints({ points, pastPoints, forecastPoints }: LevelAssignment, period: string, { memberLevel }: TieringLocale): string {
  const template = isNil(forecastPoints) ? memberLevel.points : memberLevel.pointsExpected
  return formatMessage(template, { points: shown(points), past: shown(pastPoints), forecast: shown(forecastPoints), period })
}

function explainReason(
  { code, params }: LevelReason,
  facts: { readonly asOf: string; readonly period: string },
  titleOfLevel: Title,
  { memberLevel }: TieringLocale,
): string {
  const { reasons, firstGained, lostAltogether, landedOnNothing, earned, earnedNothing } = memberLevel
  const shownEarned = (id: string | null): string => (id === null ? earnedNothing : formatMessage(earned, { level: titleOfLevel(id) }))
  switch (code) {
    case 'level-reached':
      return formatMessage(reasons[code], { level: titleOfLevel(params.level), from: shown(params.from) })
    case 'no-level-reached':
      return formatMessage(reasons[code], { lowest: titleOfLevel(params.lowest), from: shown(params.from) })
    case 'level-kept':
      return formatMessage(reasons[code], { ...facts, level: titleOfLevel(params.level), until: params.until, earned: shownEarned(params.earned) })
    case 'soft-landing':
    case 'level-lost': {
      const { from, level } = params
      const template = level !== null ? reasons[code] : code === 'level-lost' ? lostAltogether : landedOnNothing
      const fallen = { from: titleOfLevel(from), level: titleOfLevel(level ?? '') }
      return formatMessage(template, code === 'soft-landing' ? { ...fallen, earned: shownEarned(params.earned) } : fallen)
    }
    case 'level-gained': {
      const { from, level } = params
      return formatMessage(from === null ? firstGained : reasons[code], { from: titleOfLevel(from ?? ''), level: titleOfLevel(level) })
    }
    case 'forecast-counted':
      return formatMessage(reasons[code], { points: shown(params.points), percent: params.percent, counted: shown(params.counted) })
    default:
      return formatMessage(reasons[code], { ...facts, ...params })
  }
}

function explainNext({ toNext }: LevelAssignment, titleOfLevel: Title, { memberLevel }: TieringLocale): string {
  if (toNext === null) return memberLevel.highest
  const { level, from, lacking } = toNext
  return formatMessage(memberLevel.toNext, { level: titleOfLevel(level), from: shown(from), lacking: shown(lacking) })
}

function explainTime({ level, since, keepsUntil }: LevelAssignment, { memberLevel }: TieringLocale): string[] {
  if (level === null) return []
  const { since: held, keepsUntil: kept, keepsForEver } = memberLevel
  return [
    ...(since === null ? [] : [formatMessage(held, { since })]),
    keepsUntil === null ? keepsForEver : formatMessage(kept, { until: keepsUntil }),
  ]
}
