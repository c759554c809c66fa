import type { Issue, Path } from '@clientele/core'
import { createIssue, describeValue } from '@clientele/core/checks'
import { formatMoment, type Instant, LAST_INSTANT, momentRange, NANOSECONDS_A_SECOND } from '@clientele/core/clocks'
import { formatDay } from '@clientele/core/days'
import type { ClockRun } from './findRuns.js'
import { measureDays, startOf } from './measureDays.js'
import { type Deadline, measureTime, traceTime } from './measureTime.js'
import type { ReadClock } from './readClockPolicy.js'
import { OTHERWISE, type ReadTarget } from './readTargets.js'
import { aroundTheClock, type ClockCalendar, type ClockStretch, type TimeScale } from './timeScale.js'

/** A run with its deadline. */
export interface MeasuredRun extends Deadline {
  readonly clock: ReadClock
  readonly run: ClockRun
  readonly target: ReadTarget
  readonly calendar: ClockCalendar | null
  /** How its time is counted. */
  readonly scale: TimeScale
  /** The date that the deadline was extended to, as days since 1970-01-01. */
  readonly extendedTo: number | undefined
  readonly stretches: readonly ClockStretch[]
}

/** Finds the deadline of a run, or adds issues and returns undefined; where its calendar was kept with the deadline, `keptAt` is where. */
export function findDeadline(
  clock: ReadClock,
  run: ClockRun,
  calendar: ClockCalendar | null,
  keptAt: Path | undefined,
  issues: Issue[],
): MeasuredRun | undefined {
  const path = ['policy', 'clocks', clock.index]
  const target = targetOf(clock, run, [...path, 'target'], issues)
  if (target === undefined) return undefined
  if (target.type === 'days' && calendar === null) {
    issues.push(createIssue('missing', keptAt ?? [...path, 'calendar'], {}))
    return undefined
  }
  const scale = target.type === 'days' ? aroundTheClock : (calendar?.scale ?? aroundTheClock)
  const measured = measure(run, target, calendar, scale)
  if (measured === undefined) {
    const actual = `${formatMoment(run.start.moment)} + ${lengthOf(target)}`
    issues.push(createIssue('out-of-range', [...path, 'target'], { ...momentRange, actual }))
    return undefined
  }
  return extend({ clock, run, target, calendar, scale, extendedTo: undefined, ...measured }, issues)
}

/** The target for the complaint's priority, or adds an issue and returns undefined. */
function targetOf({ targets }: ReadClock, { priority, start }: ClockRun, path: Path, issues: Issue[]): ReadTarget | undefined {
  if ('type' in targets) return targets
  const target = (priority === null ? undefined : targets.get(priority)) ?? targets.get(OTHERWISE)
  // Either the complaint lacks a priority, or the policy a target for it.
  if (target === undefined) issues.push(createIssue('missing', priority === null ? [start.index, 'priority'] : [...path, priority], {}))
  return target
}

function measure(
  run: ClockRun,
  target: ReadTarget,
  calendar: ClockCalendar | null,
  scale: TimeScale,
): (Deadline & Pick<MeasuredRun, 'stretches'>) | undefined {
  if (target.type === 'days') return measureDays(run, target, calendar as ClockCalendar)
  const deadline = measureTime(run, target.duration, scale)
  return deadline && { ...deadline, stretches: traceTime(run.start.moment, deadline, scale) }
}

function lengthOf(target: ReadTarget): string {
  return target.type === 'days' ? `${target.days} d` : `${target.duration / 1_000_000_000n} s`
}

/** Moves a deadline to the end of the latest date that it was extended to, where that is later; or adds issues. */
function extend(measured: MeasuredRun, issues: Issue[]): MeasuredRun | undefined {
  const [first, ...more] = measured.run.extensions
  if (first === undefined) return measured
  const latest = more.reduce((best, one) => (one.until > best.until ? one : best), first)
  const zone = (measured.calendar?.scale ?? aroundTheClock).zone
  const due = startOf(zone, latest.until + 1)
  if (due > LAST_INSTANT) {
    issues.push(createIssue('out-of-range', [latest.index, 'until'], { ...momentRange, actual: describeValue(formatDay(latest.until)) }))
    return undefined
  }
  if (due <= measured.due) return measured
  const extension = measured.scale.stretches(measured.due, due).map((one): ClockStretch => (one.counted ? { ...one, why: 'extension' } : one))
  return { ...measured, due, dueDay: latest.until, extendedTo: latest.until, stretches: [...measured.stretches, ...extension] }
}

/** Whether a run ended, or stands now, after its deadline: what is due by the end of a date is too late when the next one begins. */
export function isLate({ run: { end }, due, dueDay }: Pick<MeasuredRun, 'run' | 'due' | 'dueDay'>): boolean {
  return dueDay === undefined ? end > due : end >= due
}

/** The moment by which a part of the time is used; undefined where the policy does not ask for it. */
export function warningMoment({ clock, run, target, due, extendedTo, scale }: MeasuredRun): Instant | undefined {
  if (clock.warnAt === undefined) return undefined
  const { numerator, denominator } = clock.warnAt
  if (target.type === 'days') return run.start.moment + part(due - run.start.moment, numerator, denominator, NANOSECONDS_A_SECOND)
  const time = extendedTo === undefined ? target.duration : timeUntil(due, run, scale)
  return measureTime(run, part(time, numerator, denominator, 1n), scale)?.due
}

/** The time from the start of a run to a moment, waits left out. */
function timeUntil(moment: Instant, { start, waits }: ClockRun, { between }: TimeScale): bigint {
  const waited = waits.filter(({ from }) => from < moment).reduce((sum, { from, to }) => sum + between(from, to < moment ? to : moment), 0n)
  return between(start.moment, moment) - waited
}

/** A part of a positive whole, down to a multiple of a unit: no warning comes after the deadline. */
function part(whole: bigint, numerator: bigint, denominator: bigint, unit: bigint): bigint {
  return ((whole * numerator) / (denominator * unit)) * unit
}
