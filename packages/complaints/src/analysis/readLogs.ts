import { type Issue, isInputError, type Path, type RejectedRow } from '@clientele/core'
import { createIssue, isRecord, ownValue, readRows } from '@clientele/core/checks'
import { formatMoment, LAST_INSTANT } from '@clientele/core/clocks'
import { clocksOf } from '../clocks/clocksOf.js'
import type { ClockSetup } from '../clocks/readSetup.js'
import type { ComplaintClock } from '../clocks/types.js'
import { type FollowedComplaint, followComplaint } from './followComplaint.js'
import { EXTENDED } from './meanings.js'
import { pathInOptions, type ReadAnalysisOptions } from './readAnalysisOptions.js'
import { type LogEvent, readLog } from './readLog.js'

/** How a clock stood. */
interface ClockStanding {
  readonly clock: string
  readonly standing: 'met' | 'breached' | 'otherwise' | 'open'
}

/** A complaint that had begun by the day looked at. */
export interface AnalysedLog extends FollowedComplaint {
  readonly clocks: readonly ClockStanding[]
}

/** What was read of logs: null stands for one that begins later. */
export interface ReadLogs {
  readonly read: readonly (AnalysedLog | null)[]
  readonly rejected: readonly RejectedRow[]
}

/** Checks, reads and follows the logs of different complaints; bad ones are thrown together or collected. */
export function readLogs(logs: unknown, options: ReadAnalysisOptions): ReadLogs {
  const extending = new Set([EXTENDED, ...(options.clocks?.clocks.flatMap(({ extendedBy }) => extendedBy ?? []) ?? [])])
  const first = new Map<string, number>()
  const readOne = (value: unknown, index: number, issues: Issue[]): { readonly log: AnalysedLog | null } | undefined => {
    const path = ['logs', index]
    const events = readLog(value, path, options.workflows, issues)
    checkFirst(complaintOf(value), index, first, [...path, 0, 'complaint'], issues)
    if (events === undefined || issues.length > 0) return undefined
    const past = upTo(events, options)
    if (past.length === 0) return { log: null }
    const followed = followComplaint(past, extending)
    const isCounted = options.clocks !== null && !followed.isMerged
    const clocks = isCounted ? readStandings(firstOf(value as readonly unknown[], past.length), options.clocks, options, path, issues) : []
    return { log: { ...followed, clocks } }
  }
  const { read, rejected } = readRows(logs, 'logs', options.invalid, readOne, null)
  return { read: read.map(({ log }) => log), rejected: rejected.map((row) => named(row, (logs as readonly unknown[])[row.index])) }
}

/** The first items of a list, whatever else the list has. */
function firstOf(list: readonly unknown[], length: number): readonly unknown[] {
  return Array.from({ length }, (_, index) => list[index])
}

function upTo(events: readonly LogEvent[], { end }: ReadAnalysisOptions): readonly LogEvent[] {
  const first = events.findIndex(({ instant }) => instant >= end)
  return first === -1 ? events : events.slice(0, first)
}

/** Of logs of the same complaint only the first can be kept. */
function checkFirst(complaint: string | undefined, index: number, first: Map<string, number>, path: Path, issues: Issue[]): void {
  if (complaint === undefined) return
  const earlier = first.get(complaint)
  if (earlier === undefined) first.set(complaint, index)
  else issues.push(createIssue('duplicate', path, { value: complaint, first: earlier }))
}

/** The complaint that a log names, whatever is wrong with it. */
function complaintOf(log: unknown): string | undefined {
  const event: unknown = Array.isArray(log) ? log[0] : undefined
  const complaint = isRecord(event) ? ownValue(event, 'complaint') : undefined
  return typeof complaint === 'string' && complaint !== '' ? complaint : undefined
}

function named({ index, issues }: RejectedRow, log: unknown): RejectedRow {
  const id = complaintOf(log)
  return id === undefined ? { index, issues } : { index, id, issues }
}

/** How the clocks of a complaint stand at the last moment looked at, or adds issues. */
function readStandings(
  events: readonly unknown[],
  clocks: ClockSetup,
  { end }: ReadAnalysisOptions,
  path: Path,
  issues: Issue[],
): readonly ClockStanding[] {
  const last = end - 1n
  try {
    const at = formatMoment(last < LAST_INSTANT ? last : LAST_INSTANT)
    const stops = new Map(clocks.clocks.map((clock) => [clock.id, clock.stops]))
    return clocksOf(events, clocks, { at }, []).clocks.map((one) => ({ clock: one.clock, standing: standingOf(one, stops.get(one.clock)) }))
  } catch (error) {
    if (!isInputError(error)) throw error
    for (const issue of error.issues)
      issues.push(typeof issue.path[0] === 'number' ? { ...issue, path: [...path, ...issue.path] } : pathInOptions(issue))
    return []
  }
}

function standingOf({ status, stoppedBy }: ComplaintClock, stops: ReadonlySet<string> | undefined): ClockStanding['standing'] {
  if (status === 'running' || status === 'waiting') return 'open'
  return status === 'met' && stops?.has(stoppedBy ?? '') !== true ? 'otherwise' : status
}
