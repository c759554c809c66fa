import type { Issue, RejectedRow } from '@clientele/core'
import { createIssue, throwIssues } from '@clientele/core/checks'
import { formatMoment, type Instant, instantOf } from '@clientele/core/clocks'
import type { EventColumns, ReadEvents } from './readStepEvents.js'

/** How time is counted, so that every moment is an integer below 2 ** 53 in size. */
export interface TimeUnit {
  /** 1,000, or more where moments are finer than milliseconds. */
  readonly perSecond: number
  /** The moment 0, in seconds since 1970-01-01T00:00Z. */
  readonly base: number
}

/** Events as columns of one length, with times in a unit. */
export interface TimedEvents {
  readonly actor: Int32Array
  readonly step: Uint8Array
  readonly at: Float64Array
  readonly unit: TimeUnit
  readonly rejected: readonly RejectedRow[]
}

/** Milliseconds since 1970-01-01T00:00Z. */
export const MILLISECONDS: TimeUnit = { perSecond: 1000, base: 0 }

const EXACT_INTEGERS = 2 ** 53
const NANOSECONDS_A_SECOND = 1e9
/** How many decimal places of seconds units have, the finest first: the coarsest holds all moments of the calendar. */
const PLACES = [9, 6, 3] as const

/**
 * Gives events times in the coarsest unit that tells them exactly: milliseconds, or else micro- or nanoseconds after the first of them, as long as these are integers
 * below 2 ** 53. Events that are finer than that allows are thrown or rejected.
 */
export function timeEvents({ columns, count, rejected }: ReadEvents, invalid: 'throw' | 'collect'): TimedEvents {
  const { first, finest } = measureTimes(columns, count)
  if (finest === 3) return { ...timeRows(columns, rowsUpTo(count), MILLISECONDS), rejected }
  const { rows, places, bad } = chooseRows(columns, count, first)
  if (invalid === 'throw') throwIssues(bad.flatMap(({ issues }) => issues))
  const unit = places === 3 ? MILLISECONDS : { perSecond: 10 ** places, base: first }
  const all = bad.length === 0 ? rejected : [...rejected, ...bad].sort((one, other) => one.index - other.index)
  return { ...timeRows(columns, rows, unit), rejected: all }
}

/** A moment in a unit, rounded up. */
export function inUnit(instant: Instant, { perSecond, base }: TimeUnit): number {
  const step = BigInt(NANOSECONDS_A_SECOND / perSecond)
  const nanoseconds = instant - instantOf(base, 0)
  const units = nanoseconds / step
  return Number(nanoseconds > units * step ? units + 1n : units)
}

/** A length of time in a unit, rounded down: no two events are between that and the length itself apart. */
export function lengthInUnit(nanoseconds: bigint, { perSecond }: TimeUnit): number {
  return Number(nanoseconds / BigInt(NANOSECONDS_A_SECOND / perSecond))
}

/** How many decimal places a moment needs, out of those of the units. */
function placesOf(nanoseconds: number): 3 | 6 | 9 {
  if (nanoseconds % 1e6 === 0) return 3
  return nanoseconds % 1000 === 0 ? 6 : 9
}

function measureTimes({ seconds, nanoseconds }: EventColumns, count: number): { readonly first: number; readonly finest: 3 | 6 | 9 } {
  let first = Number.POSITIVE_INFINITY
  let finest: 3 | 6 | 9 = 3
  for (let row = 0; row < count; row += 1) {
    if ((seconds[row] as number) < first) first = seconds[row] as number
    const part = nanoseconds[row] as number
    if (part !== 0 && placesOf(part) > finest) finest = placesOf(part)
  }
  return { first, finest }
}

/** The rows whose moments the finest possible unit tells exactly, with its decimal places, and the others with their issues. */
function chooseRows(
  { seconds, nanoseconds, index }: EventColumns,
  count: number,
  first: number,
): { readonly rows: Int32Array; readonly places: 3 | 6 | 9; readonly bad: readonly RejectedRow[] } {
  const span = seconds.subarray(0, count).reduce((greatest, second) => Math.max(greatest, second - first), 0) + 1
  const maximum = PLACES.find((places) => span * 10 ** places < EXACT_INTEGERS) ?? 3
  const rows = rowsUpTo(count).filter((row) => placesOf(nanoseconds[row] as number) <= maximum)
  const bad: RejectedRow[] = []
  for (let row = 0; row < count; row += 1) {
    if (placesOf(nanoseconds[row] as number) <= maximum) continue
    const actual = `"${formatMoment(instantOf(seconds[row] as number, nanoseconds[row] as number))}"`
    const issue: Issue = createIssue('too-many-decimal-places', ['events', index[row] as number, 'at'], { maximum, actual })
    bad.push({ index: index[row] as number, issues: [issue] })
  }
  const places = rows.reduce<3 | 6 | 9>((finest, row) => Math.max(finest, placesOf(nanoseconds[row] as number)) as 3 | 6 | 9, 3)
  return { rows, places, bad }
}

function rowsUpTo(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, row) => row)
}

function timeRows(columns: EventColumns, rows: Int32Array, unit: TimeUnit): Omit<TimedEvents, 'rejected'> {
  const { perSecond, base } = unit
  const part = NANOSECONDS_A_SECOND / perSecond
  const [actor, step, at] = [new Int32Array(rows.length), new Uint8Array(rows.length), new Float64Array(rows.length)]
  rows.forEach((row, place) => {
    actor[place] = columns.actor[row] as number
    step[place] = columns.step[row] as number
    at[place] = ((columns.seconds[row] as number) - base) * perSecond + (columns.nanoseconds[row] as number) / part
  })
  return { actor, step, at, unit }
}
