import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkInteger, checkKeys, checkRecord, checkText, ownValue } from '@clientele/core/checks'
import { type MeasuredGroups, readMeasuredGroups } from '../measure/readMeasuredGroups.js'

/** From which stage to which, by their places; `last` is the last of those whose lost deals never got on, the end of a transition to being won. */
export interface ReadTransition {
  readonly from: string
  readonly to: string
  readonly first: number
  readonly last: number
}

/** Groups and how to compare them, read. */
export interface ReadComparison {
  readonly measure: MeasuredGroups
  /** Null: from the first change to being won. */
  readonly transition: ReadTransition | null
  readonly minimumSample: number
}

/** What being won is called as the end of a transition, where no later stage is called so. */
const WON = 'won'

/** Reads a measure and options, or adds issues and returns undefined. */
export function readComparison(value: unknown, options: unknown, issues: Issue[]): ReadComparison | undefined {
  const measure = readMeasuredGroups(value, issues)
  const before = issues.length
  if (!checkRecord(options, ['options'], issues)) return undefined
  checkKeys(options, ['transition', 'minimumSample'], ['options'], issues)
  const { transition, minimumSample } = { ...options }
  const stages = measure?.stages.map(({ stage }) => stage)
  const read = transition === undefined ? null : readTransition(transition, stages, ['options', 'transition'], issues)
  checkInteger(minimumSample, ['options', 'minimumSample'], issues, { minimum: 1 })
  if (measure === undefined || issues.length > before) return undefined
  return { measure, transition: read, minimumSample: minimumSample as number }
}

/** Reads a transition; where the stages are not known, only that it names two. */
function readTransition(value: unknown, stages: readonly string[] | undefined, path: Path, issues: Issue[]): ReadTransition | null {
  if (!checkRecord(value, path, issues)) return null
  checkKeys(value, ['from', 'to'], path, issues)
  const [from, to] = [ownValue(value, 'from'), ownValue(value, 'to')]
  if (stages === undefined) {
    checkText(from, [...path, 'from'], issues)
    checkText(to, [...path, 'to'], issues)
    return null
  }
  const isStage = checkChoice(from, stages, [...path, 'from'], issues)
  const first = isStage ? stages.indexOf(from) : -1
  const later = stages.slice(first + 1)
  const ends = later.includes(WON) ? later : [...later, WON]
  if (!checkChoice(to, ends, [...path, 'to'], issues) || !isStage) return null
  const end = later.indexOf(to)
  return { from, to, first, last: end === -1 ? stages.length - 1 : first + end }
}
