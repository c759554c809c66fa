import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  checkFlag,
  checkInteger,
  checkKeys,
  checkList,
  checkRecord,
  checkText,
  checkUnique,
  createIssue,
  describeValue,
  listOf,
  membersOf,
  oneOf,
  optional,
  orNull,
} from '@clientele/core/checks'
import { formatMoment, type Instant, readMoment } from '@clientele/core/clocks'
import { type LogEvent, readLog } from '../analysis/readLog.js'
import type { ClockStatus, ComplaintClock } from '../clocks/types.js'

/** A stretch of a clock's time. */
interface ReadSpan {
  readonly from: Instant
  readonly to: Instant
  readonly counted: boolean
}

/** What is looked at of a clock. */
export interface ReadComplaintClock {
  readonly clock: string
  readonly cycle: number
  readonly status: ClockStatus
  readonly startedAt: Instant
  readonly startedBy: string
  readonly due: Instant
  /** Whether it is the end of a date, when the next one begins: too late already. */
  readonly isDueByDate: boolean
  /** When it stopped, if it did. */
  readonly stoppedAt: Instant | undefined
  readonly stoppedBy: string | undefined
  /** How long it has run: of a target in days with the waits, whose moments its trace does not tell. */
  readonly age: number
  /** Whether its target is in days. */
  readonly isInDays: boolean
  /** From the start to the deadline, in order. */
  readonly spans: readonly ReadSpan[]
}

/** A complaint and its clocks. */
export interface ReadRecord {
  readonly complaint: string
  readonly events: readonly LogEvent[]
  readonly clocks: readonly ReadComplaintClock[]
}

const STATUSES: readonly ClockStatus[] = ['running', 'waiting', 'met', 'breached']

const checkInstant: Check = (value, path, issues) => {
  readMoment(value, path, issues)
}

const checkSeconds: Check = (value, path, issues) => {
  if (value === undefined) issues.push(createIssue('missing', path, {}))
  else if (typeof value !== 'number' || !Number.isFinite(value)) {
    issues.push(createIssue('wrong-type', path, { expected: 'number', actual: describeValue(value) }))
  } else if (value < 0) issues.push(createIssue('too-small', path, { minimum: '0', actual: String(value) }))
}

const checkClock: Check = membersOf({
  clock: checkText,
  cycle: (value, path, issues) => {
    checkInteger(value, path, issues, { minimum: 1 })
  },
  status: oneOf(STATUSES),
  startedAt: checkInstant,
  startedBy: checkText,
  due: checkInstant,
  dueDate: orNull(checkText),
  metAt: optional(checkInstant),
  stoppedBy: optional(checkText),
  usedSeconds: checkSeconds,
  waitedSeconds: checkSeconds,
  targetSeconds: orNull(checkSeconds),
  trace: membersOf({ spans: listOf(membersOf({ from: checkInstant, to: checkInstant, counted: checkFlag, why: checkText })) }),
})

/** Reads a record of a complaint, or adds issues and returns undefined. */
export function readRecord(value: unknown, path: Path, issues: Issue[]): ReadRecord | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const before = issues.length
  const { events, clocks, ...others } = { ...value }
  checkKeys(others, ['events', 'clocks'], path, issues)
  const log = readLog(events, [...path, 'events'], null, issues)
  const read = readClocks(clocks, [...path, 'clocks'], issues)
  return issues.length > before || log === undefined ? undefined : { complaint: (log[0] as LogEvent).complaint, events: log, clocks: read }
}

function readClocks(value: unknown, path: Path, issues: Issue[]): readonly ReadComplaintClock[] {
  if (!checkList(value, path, issues)) return []
  const clocks = Array.from(value)
  const read = clocks.map((clock, index) => readClock(clock, [...path, index], issues))
  checkUnique(
    read.map((clock) => clock && JSON.stringify([clock.clock, clock.cycle])),
    (index) => [...path, index, 'clock'],
    issues,
  )
  return read.filter((clock) => clock !== undefined)
}

function readClock(value: unknown, path: Path, issues: Issue[]): ReadComplaintClock | undefined {
  const before = issues.length
  checkClock(value, path, issues)
  if (issues.length > before) return undefined
  const { clock, cycle, status, startedAt, startedBy, due, dueDate, metAt, stoppedBy, trace } = value as ComplaintClock
  if (status === 'met' && metAt === undefined) issues.push(createIssue('missing', [...path, 'metAt'], {}))
  const spans = trace.spans.map(({ from, to, counted }) => ({ from: instantOf(from), to: instantOf(to), counted }))
  const start = instantOf(startedAt)
  checkUnbroken(spans, start, [...path, 'trace', 'spans'], issues)
  if (issues.length > before) return undefined
  const stoppedAt = metAt === undefined ? undefined : instantOf(metAt)
  const deadline = { due: instantOf(due), isDueByDate: dueDate !== null }
  return { clock, cycle, status, startedAt: start, startedBy, ...deadline, stoppedAt, stoppedBy, ...ageOf(value as ComplaintClock), spans }
}

function ageOf({ usedSeconds, waitedSeconds, targetSeconds }: ComplaintClock): Pick<ReadComplaintClock, 'age' | 'isInDays'> {
  const isInDays = targetSeconds === null
  return { age: isInDays ? usedSeconds + waitedSeconds : usedSeconds, isInDays }
}

/** Checks that spans begin at the start, each where the one before ends. */
function checkUnbroken(spans: readonly ReadSpan[], start: Instant, path: Path, issues: Issue[]): void {
  let last = start
  for (const [index, { from, to }] of spans.entries()) {
    if (from !== last) {
      issues.push(createIssue('outdated-input', [...path, index, 'from'], { expected: formatMoment(last), actual: formatMoment(from) }))
    }
    if (to < from) issues.push(createIssue('too-small', [...path, index, 'to'], { minimum: formatMoment(from), actual: formatMoment(to) }))
    last = to
  }
}

/** A moment of a text that was checked. */
function instantOf(text: string): Instant {
  return readMoment(text, [], []) as Instant
}
