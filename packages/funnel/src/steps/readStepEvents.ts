import type { Issue, RejectedRow } from '@clientele/core'
import { checkCalendarDate, checkKeys, checkRecord, isRecord, ownValue, readId, readRows } from '@clientele/core/checks'
import { type Instant, type MomentColumns, readMoment, splitInstant, startOfLocalDay, writeQuickMoment, type Zone } from '@clientele/core/clocks'
import { parseDay } from '@clientele/core/days'
import type { ReadStepOptions } from './readStepOptions.js'
import { OTHER_STEP, type ReadStepPolicy } from './readStepPolicy.js'

/** Events as columns, in the order of the input. */
export interface EventColumns extends MomentColumns {
  /** The number of each event's actor: 0 is the first that has an event. */
  readonly actor: Int32Array
  /** The index of each event's step. */
  readonly step: Uint8Array
  /** The index of each event in the input. */
  readonly index: Int32Array
}

/** The events that count. */
export interface ReadEvents {
  readonly columns: EventColumns
  /** How many there are in the columns. */
  readonly count: number
  /** How many came after what is looked at. */
  readonly later: number
  readonly rejected: readonly RejectedRow[]
}

const KEYS = ['actor', 'at', 'step']
/** What is so short, is meant to be a date. */
const DATE = /^[^T]{0,10}$/

type MakePath = () => (string | number)[]

/** Reads events into columns, and throws or collects what is wrong with them. */
export function readStepEvents(
  events: unknown,
  { steps }: Pick<ReadStepPolicy, 'steps'>,
  { end, zone, invalid }: Pick<ReadStepOptions, 'end' | 'zone' | 'invalid'>,
): ReadEvents {
  const columns = createColumns(Array.isArray(events) ? events.length : 0)
  const isLater = laterThan(end, columns)
  const actors = new Map<string, number>()
  const numbers = new Map(steps.map((step, number) => [step, number]))
  let [count, later] = [0, 0]
  const readEvent = (event: unknown, index: number, issues: Issue[]): true | undefined => {
    if (!isRecord(event)) return void checkRecord(event, ['events', index], issues)
    const at =
      (key: string): MakePath =>
      () => ['events', index, key]
    if (!hasKeys(event)) checkKeys(event, KEYS, ['events', index], issues)
    const actor = readId(ownValue(event, 'actor'), at('actor'), issues)
    const step = readId(ownValue(event, 'step'), at('step'), issues)
    const isRead = writeMoment(ownValue(event, 'at'), zone, columns, count, at('at'), issues)
    if (!isRead || issues.length > 0) return undefined
    if (isLater(count)) {
      later += 1
      return true
    }
    columns.actor[count] = numberOf(actor as string, actors)
    columns.step[count] = numbers.get(step as string) ?? OTHER_STEP
    columns.index[count] = index
    count += 1
    return true
  }
  const { rejected } = readRows(events, 'events', invalid, readEvent, null)
  return { columns, count, later, rejected }
}

function createColumns(length: number): EventColumns {
  return {
    actor: new Int32Array(length),
    step: new Uint8Array(length),
    index: new Int32Array(length),
    seconds: new Float64Array(length),
    nanoseconds: new Int32Array(length),
  }
}

/** Says of rows of columns whether they are not before an end. */
function laterThan(end: Instant | null, columns: MomentColumns): (row: number) => boolean {
  if (end === null) return () => false
  const { seconds, nanoseconds } = splitInstant(end)
  return (row) => {
    const apart = (columns.seconds[row] as number) - seconds
    return apart > 0 || (apart === 0 && (columns.nanoseconds[row] as number) >= nanoseconds)
  }
}

/** Whether a record has the keys of an event alone: told without a list of its keys, of which there would be a million. */
function hasKeys(event: { readonly [key: string]: unknown }): boolean {
  for (const key in event) if (key !== 'actor' && key !== 'at' && key !== 'step') return false
  return true
}

/** The number of an actor: the next one where it is new. */
function numberOf(actor: string, numbers: Map<string, number>): number {
  const known = numbers.get(actor)
  if (known !== undefined) return known
  const number = numbers.size
  numbers.set(actor, number)
  return number
}

/** Writes a moment, or the first one of a date in a zone, into a row of the columns, or adds an issue and returns false. */
function writeMoment(value: unknown, zone: Zone, columns: MomentColumns, row: number, path: MakePath, issues: Issue[]): boolean {
  if (typeof value === 'string') {
    if (writeQuickMoment(value, columns, row)) return true
    const day = parseDay(value)
    if (!Number.isNaN(day)) return writeSeconds(columns, row, startOfLocalDay(zone, day), 0)
    if (DATE.test(value)) {
      checkCalendarDate(value, path(), issues)
      return false
    }
  }
  const moment = readMoment(value, path(), issues)
  if (moment === undefined) return false
  const { seconds, nanoseconds } = splitInstant(moment)
  return writeSeconds(columns, row, seconds, nanoseconds)
}

function writeSeconds(columns: MomentColumns, row: number, seconds: number, nanoseconds: number): true {
  columns.seconds[row] = seconds
  columns.nanoseconds[row] = nanoseconds
  return true
}
