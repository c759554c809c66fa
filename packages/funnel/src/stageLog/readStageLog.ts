import type { CalendarDate, Issue, Path, RejectedRow } from '@clientele/core'
import { createIssue, isRecord, ownValue, readRows, throwIssues } from '@clientele/core/checks'
import { formatMoment } from '@clientele/core/clocks'
import { formatDay } from '@clientele/core/days'
import type { ReadPipeline } from '../pipeline/readPipeline.js'
import { orderChanges } from './orderChanges.js'
import { type ChangeContext, type ReadChange, readChange } from './readChange.js'

/** What a stage log is read by. */
export interface StageLogContext extends ChangeContext {
  readonly pipeline: ReadPipeline
  /** The last day that is looked at. */
  readonly lastDay: number
  readonly invalid: 'throw' | 'collect'
}

/** A change of a log, and where it stands there. */
export interface LoggedChange extends ReadChange {
  readonly index: number
}

/** The changes of a deal in the order in which they took place, at least one. */
export interface DealHistory {
  readonly deal: string
  readonly changes: readonly LoggedChange[]
}

/** A stage log, deal by deal in the order of their ids. */
export interface ReadStageLog {
  readonly deals: readonly DealHistory[]
  /** How many changes came after the last day. */
  readonly later: number
  readonly rejected: readonly RejectedRow[]
}

/** Refuses a change for something that is wrong with a field of it. */
type Refuse = (change: LoggedChange, field: string, composeIssue: (place: Path) => Issue) => void

/** Reads a stage log; what is wrong with its changes is thrown or collected. */
export function readStageLog(log: unknown, context: StageLogContext): ReadStageLog {
  const { pipeline, lastDay, invalid } = context
  const byDeal = new Map<string, LoggedChange[]>()
  let later = 0
  const readOne = (value: unknown, index: number, issues: Issue[]): true | undefined => {
    const change = readChange(value, context, ['log', index], issues)
    if (change === undefined) return undefined
    if (change.day > lastDay) later += 1
    else {
      const { deal, day, instant, code, evidence, said } = change
      // Field by field: a copy with one field more takes twice the room, and there are a million of them.
      const logged: LoggedChange = { deal, day, instant, code, evidence, said, index }
      const changes = byDeal.get(change.deal)
      if (changes === undefined) byDeal.set(change.deal, [logged])
      else changes.push(logged)
    }
    return true
  }
  const { rejected } = readRows(log, 'log', 'collect', readOne, null)
  const refused: RejectedRow[] = []
  const deals = [...byDeal.keys()].sort().map((deal) => {
    return { deal, changes: acceptChanges(byDeal.get(deal) as readonly LoggedChange[], pipeline, ['log'], refused) }
  })
  const all = [...rejected.map((row) => ({ ...row, ...idOf(log, row.index) })), ...refused].sort((one, other) => one.index - other.index)
  if (invalid === 'throw') throwIssues(all.flatMap(({ issues }) => issues))
  return { deals, later, rejected: all }
}

/** The deal of a row, which is its id. */
function idOf(log: unknown, index: number): { readonly id?: string } {
  const row = (log as readonly unknown[])[index]
  const deal = isRecord(row) ? ownValue(row, 'deal') : undefined
  return typeof deal === 'string' || Number.isSafeInteger(deal) ? { id: String(deal) } : {}
}

/** Orders the changes of a deal, and refuses copies, and outcomes that cannot have followed the one before; the path is that of the list. */
export function acceptChanges(changes: readonly LoggedChange[], { won, names }: ReadPipeline, path: Path, refused: RejectedRow[]): LoggedChange[] {
  const refuse: Refuse = ({ deal, index }, field, composeIssue) => {
    refused.push({ index, id: deal, issues: [composeIssue([...path, index, field])] })
  }
  const ordered = orderChanges(changes)
  const accepted: LoggedChange[] = []
  let closed: number | null = null
  for (let start = 0, end = 0; start < ordered.length; start = end) {
    end = endOfCopies(ordered, start)
    const change = end - start === 1 ? (ordered[start] as LoggedChange) : refuseCopies(ordered.slice(start, end), refuse)
    if (closed !== null && change.code >= won && change.code !== closed) {
      const value = names[closed] as string
      refuse(change, 'to', (place) => createIssue('already-closed', place, { value }))
      continue
    }
    accepted.push(change)
    closed = change.code < won ? null : change.code
  }
  // Where nothing was refused, which is usual, the list that is there already is as long as it must be, and no longer.
  return accepted.length === ordered.length ? ordered : accepted
}

/** Where the changes of one moment to one stage end. */
function endOfCopies(ordered: readonly LoggedChange[], start: number): number {
  const { day, instant, code } = ordered[start] as LoggedChange
  let end = start + 1
  for (let next = ordered[end]; next !== undefined && next.day === day && next.instant === instant && next.code === code; next = ordered[end])
    end += 1
  return end
}

/** Refuses all of some copies but the one that counts, whatever the order of the log: where they say the same, it does not matter which. */
function refuseCopies(copies: readonly LoggedChange[], refuse: Refuse): LoggedChange {
  const [change, ...others] = [...copies].sort((one, other) => compareTexts(wording(one), wording(other)) || one.index - other.index) as [
    LoggedChange,
    ...LoggedChange[],
  ]
  for (const copy of others) refuse(copy, 'at', (place) => createIssue('duplicate', place, { value: shownAt(copy), first: change.index }))
  return change
}

function shownAt({ day, instant }: LoggedChange): string {
  return instant === null ? (formatDay(day) as CalendarDate) : formatMoment(instant)
}

/** What a change says, as a text that is the same for the same. */
function wording({ said, evidence }: LoggedChange): string {
  const { amount, currency, reason, expected, attributes } = said
  const sorted = [...(attributes ?? [])].sort(([one], [other]) => compareTexts(one, other))
  return JSON.stringify([amount === undefined ? null : String(amount), currency, reason, expected, sorted, evidence])
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
