import type { Instant } from '@clientele/core/clocks'
import type { ClockRun, Wait } from './findRuns.js'
import type { ClockStretch, TimeScale } from './timeScale.js'

/** When a clock is due, and how that came about. */
export interface Deadline {
  readonly due: Instant
  /** Where it is the end of a date: the date, as days since 1970-01-01. */
  readonly dueDay: number | undefined
  /** The waits that it was moved for, or would be if they lasted. */
  readonly waits: readonly Wait[]
}

/** The deadline of a target in time, moved wait by wait by the time on its scale: of waits that begin at or after the deadline by none. Undefined out of the years 1 to 9999. */
export function measureTime(
  { start, waits }: Pick<ClockRun, 'start' | 'waits'>,
  duration: bigint,
  { add, between }: TimeScale,
): Deadline | undefined {
  const counted: Wait[] = []
  let left = duration
  let due = add(start.moment, left)
  for (const wait of waits) {
    if (due === undefined || wait.from >= due) break
    counted.push(wait)
    left += between(wait.from, wait.to)
    due = add(start.moment, left)
  }
  return due === undefined ? undefined : { due, dueDay: undefined, waits: counted }
}

/** The stretches from a start to a deadline in time, those in which the complaint waited cut out. */
export function traceTime(start: Instant, { due, waits }: Deadline, { stretches }: TimeScale): readonly ClockStretch[] {
  const parts: (readonly ClockStretch[])[] = []
  let from = start
  for (const wait of waits) {
    parts.push(stretches(from, wait.from))
    if (wait.from < wait.to) parts.push([{ from: wait.from, to: wait.to, why: 'waiting', counted: false }])
    from = wait.to
  }
  parts.push(stretches(from, due))
  return parts.flat()
}
