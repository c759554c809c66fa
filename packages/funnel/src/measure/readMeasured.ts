import type { CalendarDate, Issue, Path, PolicyReference } from '@clientele/core'
import {
  checkAgrees,
  checkCalendarDate,
  checkInteger,
  checkList,
  checkRecord,
  checkText,
  checkUnique,
  ownValue,
  policyReference,
} from '@clientele/core/checks'
import type { StageMeasure } from './types.js'

/** What became of the deals that came to a stage: as many advance from it as enter the next. */
export type MeasuredStage = Pick<StageMeasure, 'stage' | 'entered' | 'advanced' | 'lost' | 'open'>

/** What is read of every measure. */
export interface MeasuredStages {
  readonly asOf: CalendarDate
  readonly stages: readonly MeasuredStage[]
  readonly policies: readonly PolicyReference[]
}

/** A record that was found to be one. */
export type Data = { readonly [key: string]: unknown }

const COUNTS = ['entered', 'advanced', 'lost', 'open'] as const

/**
 * Reads the date, the stages and the policies of a measure that was given from outside, or adds issues at `measure` and returns undefined. Nothing else of it is looked at: it may be
 * part of one.
 */
export function readMeasuredStages(measure: unknown, issues: Issue[]): MeasuredStages | undefined {
  const before = issues.length
  if (!checkRecord(measure, ['measure'], issues)) return undefined
  const asOf = ownValue(measure, 'asOf')
  checkCalendarDate(asOf, ['measure', 'asOf'], issues)
  const stages = readStages(ownValue(measure, 'stages'), ['measure', 'stages'], issues)
  const policies = readPolicies(ownValue(measure, 'policies'), ['measure', 'policies'], issues)
  return issues.length > before ? undefined : { asOf: asOf as CalendarDate, stages, policies }
}

/** Reads the stages of a measure or of one of its groups; none where any is wrong, which is told. */
export function readStages(value: unknown, path: Path, issues: Issue[]): MeasuredStage[] {
  const before = issues.length
  if (!checkList(value, path, issues, { filled: true })) return []
  const members = Array.from(value)
  const stages = members.map((member, index) => readStage(member, [...path, index], issues))
  if (issues.length > before) return []
  checkUnique(
    stages.map(({ stage }) => stage),
    (index) => [...path, index, 'stage'],
    issues,
  )
  stages.forEach(({ entered, advanced, lost, open }, index) => {
    const place = [...path, index, 'entered']
    checkAgrees(entered, advanced + lost + open, place, issues)
    if (index > 0) checkAgrees(entered, (stages[index - 1] as MeasuredStage).advanced, place, issues)
  })
  return stages
}

function readStage(value: unknown, path: Path, issues: Issue[]): MeasuredStage {
  const member = checkRecord(value, path, issues) ? value : null
  const stage = member === null ? '' : ownValue(member, 'stage')
  if (member !== null) checkText(stage, [...path, 'stage'], issues)
  const [entered, advanced, lost, open] = COUNTS.map((name) => (member === null ? 0 : readCount(member, name, path, issues)))
  return { stage, entered, advanced, lost, open } as MeasuredStage
}

/** A whole number of deals; 0 where it is none, which is told. */
export function readCount(record: Data, name: string, path: Path, issues: Issue[]): number {
  const value = ownValue(record, name)
  // 0 may be written -0, which adding makes 0.
  return checkInteger(value, [...path, name], issues, { minimum: 0 }) ? value + 0 : 0
}

function readPolicies(value: unknown, path: Path, issues: Issue[]): PolicyReference[] {
  const before = issues.length
  if (!checkList(value, path, issues)) return []
  const policies = Array.from(value)
  policies.forEach((policy, index) => {
    const place = [...path, index]
    if (!checkRecord(policy, place, issues)) return
    checkText(ownValue(policy, 'kind'), [...place, 'kind'], issues)
    checkText(ownValue(policy, 'id'), [...place, 'id'], issues)
    const version = ownValue(policy, 'version')
    if (!Number.isFinite(version)) checkText(version, [...place, 'version'], issues)
  })
  return issues.length > before ? [] : policies.map((policy) => policyReference({ ...(policy as PolicyReference) }))
}
