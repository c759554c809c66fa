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
}

/** An extension to the end of a date. */
export interface ClockExtension {
  readonly until: number
  /** Its event's place in the history. */
  readonly index: number
}

/** A run while events go by. */
interface OpenRun {
  readonly start: ClockEvent
  readonly waits: Wait[]
  readonly extensions: ClockExtension[]
  /** Since when the complaint waits. */
  waitingSince: Instant | undefined
}

/** Every run of a clock up to a moment, in order: at most one a cycle. */
export function findRuns(events: readonly ClockEvent[], clock: ReadClock, at: Instant): readonly ClockRun[] {
  const runs: ClockRun[] = []
  let run: OpenRun | undefined
  let last: ClockEvent | undefined
  let lastStart: ClockEvent | undefined
  for (const event of events) {
    const isNewCycle = last !== undefined && event.cycle > last.cycle
    if (run !== undefined && last !== undefined && isNewCycle) {
      // What a reopening says is said of its own cycle.
      runs.push(stopped(run, event, last.priority))
      run = undefined
    }
    const closes = event.isFinal && last?.isFinal !== true
    if (run === undefined && lastStart?.cycle !== event.cycle && (event.type === clock.starts || (isNewCycle && goesOn(lastStart)))) {
      run = { start: event, waits: [], extensions: [], waitingSince: undefined }
      lastStart = event
    }
    const isStart = run?.start === event
    // What begins at the end of a complaint goes on after it; a complaint that is over as it begins has nothing to wait for.
    if (run !== undefined && (isStart ? closes && last === undefined : closes || clock.stops.has(event.type))) {
      runs.push(stopped(run, event, event.priority))
      run = undefined
    }
    if (run !== undefined) follow(run, event, clock)
    last = event
  }
  if (run !== undefined && last !== undefined) runs.push(open(run, at, last))
  return runs
}

/** Whether a reopening starts a clock that an event started in an earlier cycle: one of the time after the end waits for that event again. */
function goesOn(lastStart: ClockEvent | undefined): boolean {
  return lastStart !== undefined && !lastStart.isFinal
}

/** What an event means for a clock that runs on. */
function follow(run: OpenRun, { type, moment, clocks, extension, index }: ClockEvent, clock: ReadClock): void {
  const isWaiting = clock.mayWait && ownValue(clocks, clock.id) === 'pause'
  if (isWaiting) run.waitingSince ??= moment
  else endWait(run, moment)
  if (extension === undefined || type !== clock.extendedBy || (extension.clock ?? clock.id) !== clock.id) return
  run.extensions.push({ until: extension.until, index })
}

function endWait(run: OpenRun, to: Instant, openIn?: string): void {
  if (run.waitingSince !== undefined) run.waits.push({ from: run.waitingSince, to, openIn })
  run.waitingSince = undefined
}

function stopped(run: OpenRun, stop: ClockEvent, priority: string | null): ClockRun {
  endWait(run, stop.moment)
  return { cycle: run.start.cycle, start: run.start, stop, end: stop.moment, waits: run.waits, priority, extensions: run.extensions }
}

function open(run: OpenRun, at: Instant, { step, priority }: ClockEvent): ClockRun {
  endWait(run, at, step)
  return { cycle: run.start.cycle, start: run.start, stop: undefined, end: at, waits: run.waits, priority, extensions: run.extensions }
}
