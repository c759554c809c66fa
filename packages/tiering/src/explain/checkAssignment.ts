import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkAmong,
  checkCount,
  checkDay,
  checkMade,
  checkQuantity,
  checkText,
  codedBy,
  listOf,
  membersOf,
  orNull,
} from '@clientele/core/checks'
import { type ReadLevelProgramme, readLevelProgramme } from '../levels/readLevelProgramme.js'
import type { LevelAssignment, LevelReason } from '../levels/types.js'
import { addQuantities, compareQuantities, quantityOf, quantityText, subtractQuantities } from '../numbers/quantity.js'

const PATH: Path = ['assignment']

const level = orNull(checkText)

const reasons: CodeChecks<LevelReason> = {
  'level-reached': { level: checkText, from: checkQuantity },
  'no-level-reached': { lowest: checkText, from: checkQuantity },
  'level-kept': { level: checkText, until: checkDay, earned: level },
  'soft-landing': { from: checkText, level, earned: level },
  'level-lost': { from: checkText, level },
  'level-gained': { from: level, level: checkText },
  'forecast-counted': { points: checkQuantity, percent: checkQuantity, counted: checkQuantity },
  'forecast-left-out': { count: checkCount },
  'points-left-out': { later: checkCount, older: checkCount },
}

const checkShape: Check = membersOf({
  customer: checkText,
  asOf: checkDay,
  level,
  points: checkQuantity,
  pastPoints: checkQuantity,
  forecastPoints: checkQuantity,
  earned: level,
  toNext: orNull(membersOf({ level: checkText, from: checkQuantity, lacking: checkQuantity })),
  since: orNull(checkDay),
  keepsUntil: orNull(checkDay),
  reasons: listOf(codedBy<LevelReason>(reasons)),
})

/** Adds an issue for all that is wrong with an assignment or its programme, and where another programme made it, also one of the same version. */
export function checkAssignmentOfProgramme(value: unknown, programme: unknown, issues: Issue[]): void {
  const rules = readLevelProgramme(programme, ['programme'], issues)
  checkMade(value, 'assignment', checkShape, rules && [rules.policy], issues)
  if (issues.length > 0 || rules === undefined) return
  const assignment = value as LevelAssignment
  const ids = rules.levels.map(({ id }) => id)
  if (assignment.level !== null) checkAmong(assignment.level, ids, [...PATH, 'level'], issues)
  if (issues.length === 0) checkAgrees(assignment, whatPointsGive(assignment, rules), PATH, issues)
  if (issues.length > 0) return
  assignment.reasons.forEach((reason, index) => {
    const path = [...PATH, 'reasons', index, 'params']
    checkAgrees(reason.params, paramsOf(reason, assignment, rules), path, issues)
    const before = levelBefore(reason)
    if (before !== null) checkAmong(before, ids, [...path, 'from'], issues)
  })
}

/** What follows of an assignment from its points and its level. */
function whatPointsGive({ pastPoints, forecastPoints, level: held }: LevelAssignment, { levels }: ReadLevelProgramme): object {
  const total = addQuantities(quantityOf(pastPoints), quantityOf(forecastPoints))
  const earned = levels.find(({ from }) => compareQuantities(total, from) >= 0)
  const index = held === null ? levels.length : levels.findIndex(({ id }) => id === held)
  const next = levels[index - 1]
  const toNext = next && {
    level: next.id,
    from: quantityText(next.from),
    lacking: quantityText(subtractQuantities(next.from, total)),
  }
  return { points: quantityText(total), earned: earned?.id ?? null, toNext: toNext ?? null }
}

/** What a reason must say, as far as the rest of the assignment and the programme tell. */
function paramsOf({ code }: LevelReason, assignment: LevelAssignment, { levels, forecastPercent }: ReadLevelProgramme): object {
  const fromOf = (id: string | null): string | undefined => levels.flatMap((one) => (one.id === id ? [quantityText(one.from)] : []))[0]
  const { level: held, earned, forecastPoints } = assignment
  const lowest = levels.at(-1)?.id ?? null
  switch (code) {
    case 'level-reached':
      return { level: earned, from: fromOf(earned) }
    case 'no-level-reached':
      return { lowest, from: fromOf(lowest) }
    case 'level-kept':
    case 'soft-landing':
      return { level: held, earned }
    case 'level-lost':
    case 'level-gained':
      return { level: held }
    case 'forecast-counted':
      return { percent: quantityText(forecastPercent), counted: forecastPoints }
    default:
      return {}
  }
}

/** The level that a reason says was held before, if any. */
function levelBefore({ code, params }: LevelReason): string | null {
  return code === 'soft-landing' || code === 'level-lost' || code === 'level-gained' ? params.from : null
}
