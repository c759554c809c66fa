import type { Issue, Path } from '@clientele/core'
import {
  checkAgrees,
  checkInteger,
  checkList,
  checkRecord,
  checkSameList,
  checkText,
  checkUnique,
  createIssue,
  isRecord,
  ownValue,
} from '@clientele/core/checks'
import { type Data, type MeasuredStage, type MeasuredStages, readCount, readMeasuredStages, readStages } from './readMeasured.js'

/** A group of a measure; null: the deals that say nothing of the attribute. */
export interface MeasuredGroup {
  readonly group: string | null
  readonly entered: number
  readonly won: number
  readonly lost: number
  readonly stages: readonly MeasuredStage[]
}

/** A measure whose deals are told apart. */
export interface MeasuredGroups extends MeasuredStages {
  readonly by: string
  readonly groups: readonly MeasuredGroup[]
}

/** Reads a measure that was made with `by`: what {@link readMeasuredStages} reads, and its groups, which have the same stages; or adds issues and returns undefined. */
export function readMeasuredGroups(measure: unknown, issues: Issue[]): MeasuredGroups | undefined {
  const read = readMeasuredStages(measure, issues)
  const before = issues.length
  if (!isRecord(measure)) return undefined
  const by = ownValue(measure, 'by')
  checkText(by, ['measure', 'by'], issues)
  const groups = readGroups(ownValue(measure, 'groups'), read?.stages, issues)
  return read === undefined || issues.length > before ? undefined : { ...read, by: by as string, groups }
}

function readGroups(value: unknown, stages: readonly MeasuredStage[] | undefined, issues: Issue[]): MeasuredGroup[] {
  const path = ['measure', 'groups']
  const before = issues.length
  if (!checkList(value, path, issues)) return []
  const members = Array.from(value)
  const groups = members.map((member, index) => readGroup(member, stages, [...path, index], issues))
  if (issues.length > before) return []
  checkUnique(
    groups.map(({ group }) => group ?? ''),
    (index) => [...path, index, 'group'],
    issues,
  )
  const entered = groups.reduce((sum, group) => sum + group.entered, 0)
  const maximum = Number.MAX_SAFE_INTEGER
  if (entered > maximum) issues.push(createIssue('too-large', path, { maximum: String(maximum), actual: String(entered) }))
  return groups
}

function readGroup(value: unknown, known: readonly MeasuredStage[] | undefined, path: Path, issues: Issue[]): MeasuredGroup {
  const before = issues.length
  const none = { group: null, entered: 0, won: 0, lost: 0, stages: [] }
  if (!checkRecord(value, path, issues)) return none
  const group = ownValue(value, 'group')
  if (group !== null) checkText(group, [...path, 'group'], issues)
  const stages = readStages(ownValue(value, 'stages'), [...path, 'stages'], issues)
  const [won, lost] = (['won', 'lost'] as const).map((outcome) => readOutcome(value, outcome, path, issues)) as [number, number]
  const entered = readCount(value, 'entered', path, issues)
  if (issues.length > before) return none
  if (known !== undefined) checkSameList(namesOf(stages), namesOf(known), [...path, 'stages'], issues)
  checkAgrees(won, (stages.at(-1) as MeasuredStage).advanced, [...path, 'won', 'count'], issues)
  const minimum = Math.max(won + lost, (stages[0] as MeasuredStage).entered)
  checkInteger(entered, [...path, 'entered'], issues, { minimum })
  return { group: group as string | null, entered, won, lost, stages }
}

/** How many deals of a group were won, or lost. */
function readOutcome(group: Data, outcome: 'won' | 'lost', path: Path, issues: Issue[]): number {
  const value = ownValue(group, outcome)
  const place = [...path, outcome]
  return checkRecord(value, place, issues) ? readCount(value, 'count', place, issues) : 0
}

function namesOf(stages: readonly MeasuredStage[]): string[] {
  return stages.map(({ stage }) => stage)
}
