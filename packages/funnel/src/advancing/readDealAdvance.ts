import type { CalendarDate, Issue, RejectedRow } from '@clientele/core'
import { checkKeys, checkList, checkRecord, createIssue, describeValue, ownValue } from '@clientele/core/checks'
import { readZone, type Zone } from '@clientele/core/clocks'
import { formatDay } from '@clientele/core/days'
import type { ReadPipeline } from '../pipeline/readPipeline.js'
import { orderChanges } from '../stageLog/orderChanges.js'
import type { ReadAt } from '../stageLog/readAt.js'
import { type ChangeContext, type ReadChange, readChange } from '../stageLog/readChange.js'
import { acceptChanges, type LoggedChange } from '../stageLog/readStageLog.js'
import type { DealAdvance } from './types.js'

/** What is to be done with a deal, and what was done with it before, that nothing is wrong with. */
export interface ReadDealAdvance {
  readonly change: ReadChange
  /** In the order in which they took place. */
  readonly history: readonly LoggedChange[]
}

/** Reads a change and the history of its deal, or adds issues and returns undefined; without a pipeline each change is checked by itself. */
export function readDealAdvance(
  subject: unknown,
  pipeline: ReadPipeline | undefined,
  zone: Zone | undefined,
  issues: Issue[],
): ReadDealAdvance | undefined {
  const before = issues.length
  if (!checkRecord(subject, ['subject'], issues)) return undefined
  checkKeys(subject, ['change', 'history'], [], issues)
  const context = { pipeline: pipeline ?? null, zone: zone ?? (readZone('UTC', [], []) as Zone) }
  const change = readChange(ownValue(subject, 'change'), context, ['change'], issues)
  const changes = readHistory(ownValue(subject, 'history'), change, context, issues)
  if (issues.length > before || change === undefined || pipeline === undefined || zone === undefined) return undefined
  const refused: RejectedRow[] = []
  const history = acceptChanges(changes, pipeline, ['history'], refused)
  if (refused.length > 0) {
    refused.sort((one, other) => one.index - other.index)
    for (const row of refused) for (const issue of row.issues) issues.push(issue)
    return undefined
  }
  checkFollows(change, history, subject as unknown as DealAdvance, issues)
  return issues.length > before ? undefined : { change, history }
}

function readHistory(value: unknown, change: ReadChange | undefined, context: ChangeContext, issues: Issue[]): readonly LoggedChange[] {
  if (!checkList(value, ['history'], issues)) return []
  return Array.from(value).flatMap((one, index) => {
    const read = readChange(one, context, ['history', index], issues)
    if (read === undefined) return []
    if (change !== undefined && read.deal !== change.deal) {
      const params = { allowed: [describeValue(change.deal)], actual: describeValue(read.deal) }
      issues.push(createIssue('not-allowed', ['history', index, 'deal'], params))
    }
    return [{ ...read, index }]
  })
}

/** Checks that a change does not come before the last one of the history, and is not one of them. */
function checkFollows(change: ReadChange, history: readonly LoggedChange[], stated: DealAdvance, issues: Issue[]): void {
  const last = history.at(-1)
  const copied = history.find(({ day, instant, code }) => day === change.day && instant === change.instant && code === change.code)
  if (last !== undefined && isBefore(change, last)) {
    const minimum = (stated.history[last.index] as { readonly at: string }).at
    issues.push(createIssue('too-small', ['change', 'at'], { minimum, actual: describeValue(stated.change.at) }))
  } else if (copied !== undefined) issues.push(createIssue('duplicate', ['change', 'at'], { value: String(stated.change.at), first: copied.index }))
}

/** By their moments where both are known, or else by their dates. */
function isBefore(one: ReadAt, other: ReadAt): boolean {
  return one.instant === null || other.instant === null ? one.day < other.day : one.instant < other.instant
}

/**
 * Checks that a stage log, which orders the changes of a date in the order of the stages where one of them is known only to the day, does not put the
 * change before others of its date or these in another order: that would tell of the deal what was not decided here.
 */
export function checkComesLast({ change, history }: ReadDealAdvance, stated: DealAdvance, issues: Issue[]): void {
  const told = orderChanges<ReadChange>([...history, change])
  const last = history.at(-1)
  if (last === undefined || (told.at(-1) === change && history.every((one, index) => told[index] === one))) return
  const minimum = formatDay(last.day + 1) as CalendarDate
  issues.push(createIssue('too-small', ['change', 'at'], { minimum, actual: describeValue(stated.change.at) }))
}
