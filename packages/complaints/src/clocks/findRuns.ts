import { ownValue } from '@clientele/core/checks'
import type { Instant } from '@clientele/core/clocks'
import type { ClockEvent } from './readClockHistory.js'
import type { ReadClock } from './readClockPolicy.js'

/** A stretch of time in which a complaint waits. */
export interface Wait {
  readonly from: Instant
  readonly to: Instant
  /** The step that the complaint still waits in; undefined where the wait has ended. */
  readonly openIn: string | undefined
}

/** A clock in a cycle, from its start on. */
export interface ClockRun {
  readonly cycle: number
  readonly start: ClockEvent
  /** Undefined where it has not stopped. */
  readonly stop: ClockEvent | undefined
  /** When it stopped, or now. */
  readonly end: Instant
  /** In order, within the run. */
  readonly waits: readonly Wait[]
  /** Null where none was told. */
  readonly priority: string | null
  /** What it is to be extended to. */
  readonly extensions: readonly ClockExtension[]
  /** What may have moved its deadline, in order. */
  readonly changes: readonly ClockChange[]
}

/** An extension to the end of a date. */
interface ClockExtension {
  readonly until: number
  /** Its event's place in the history. */
  readonly index: number
}

/** An event that extends a clock, or gives its complaint another priority. */
export interface ClockChange {
  readonly event: ClockEvent
  /** The priority before it. */
  readonly priority: string | null
}

/** A run while events go by. */
interface OpenRun {
  readonly start: ClockEvent
  readonly waits: Wait[]
  readonly extensions: ClockExtension[]
  readonly changes: ClockChange[]
  /** Since when the complaint waits. */
  waitingSince: Instant | undefined
}

/**
 * Every run of a clock up to a moment, in order: at most one a cycle. One that nothing stops before a reopening runs on beside that of the new cycle,
 * unless it was of the time after the end.
 */
export function findRuns(events: readonly ClockEvent[], clock: ReadClock, at: Instant): readonly ClockRun[] {
  const runs: ClockRun[] = []
  let open: readonly OpenRun[] = []
  let last: ClockEvent | undefined
  let lastStart: ClockEvent | undefined
  for (const event of events) {
    const isNewCycle = last !== undefined && event.cycle > last.cycle
    const closes = event.isFinal && last?.isFinal !== true
    for (const run of open) noteChange(run, event, last, clock)
    const isStop = closes || clock.stops.has(event.type)
    const ended = open.filter((run) => isStop || (isNewCycle && run.start.isFinal))
    runs.push(...ended.map((run) => stopped(run, event)))
    open = open.filter((run) => !ended.includes(run))
    if (lastStart?.cycle !== event.cycle && (event.type === clock.starts || (isNewCycle && goesOn(lastStart)))) {
      const run: OpenRun = { start: event, waits: [], extensions: [], changes: [], waitingSince: undefined }
      lastStart = event
      // A complaint that is over as it begins has nothing to wait for.
      if (closes && last === undefined) runs.push(stopped(run, event))
      else open = [...open, run]
    }
    for (const run of open) follow(run, event, clock)
    last = event
  }
  if (last !== undefined) runs.push(...open.map((run) => stillOpen(run, at, last as ClockEvent)))
  return runs.sort((one, other) => one.cycle - other.cycle)
}

/** Whether a reopening starts a clock that an event started in an earlier cycle: one of the time after the end waits for that event again. */
function goesOn(lastStart: ClockEvent | undefined): boolean {
  return lastStart !== undefined && !lastStart.isFinal
}

function noteChange(run: OpenRun, event: ClockEvent, last: ClockEvent | undefined, clock: ReadClock): void {
  const priority = last?.priority ?? null
  if (event.priority !== priority || extensionBy(event, clock) !== undefined) run.changes.push({ event, priority })
}

/** What an event means for a clock that runs on. */
function follow(run: OpenRun, event: ClockEvent, clock: ReadClock): void {
  if (clock.mayWait && waitsFor(clock.id, event.clocks)) run.waitingSince ??= event.moment
  else endWait(run, event.moment)
  const until = extensionBy(event, clock)
  if (until !== undefined) run.extensions.push({ until, index: event.index })
}
/** Until which day an event extends a clock; undefined where it does not. */
function extensionBy({ type, extension }: ClockEvent, clock: ReadClock): number | undefined {
  return type === clock.extendedBy && (extension?.clock ?? clock.id) === clock.id ? extension?.until : undefined
}

/** Whether a clock that may wait waits in a step: what the step says of it, or else whether another clock waits there. */
function waitsFor(clock: string, clocks: ClockEvent['clocks']): boolean {
  return (ownValue(clocks, clock) ?? Object.values(clocks).find((state) => state === 'pause')) === 'pause'
}

function endWait(run: OpenRun, to: Instant, openIn?: string): void {
  if (run.waitingSince !== undefined) run.waits.push({ from: run.waitingSince, to, openIn })
  run.waitingSince = undefined
}

function stopped(run: OpenRun, stop: ClockEvent): ClockRun {
  endWait(run, stop.moment)
  return runOf(run, stop, stop.moment, stop.priority)
}

function stillOpen(run: OpenRun, at: Instant, { step, priority }: ClockEvent): ClockRun {
  endWait(run, at, step)
  return runOf(run, undefined, at, priority)
}

function runOf({ start, waits, extensions, changes }: OpenRun, stop: ClockEvent | undefined, end: Instant, priority: string | null): ClockRun {
  return { cycle: start.cycle, start, stop, end, waits, priority, extensions, changes }
}
