import type { Scratch } from '@clientele/core/decimal'
import { type ActorParts, divideActors } from './actorParts.js'

/** Events as columns of one length. */
export interface PlainEvents {
  readonly actor: Int32Array
  readonly at: Float64Array
  readonly step: Uint8Array
}

/** Which events are taken. */
export interface EventRule {
  /** The index of the last step; those of other events are above. */
  readonly lastStep: number
  /** Whether other events are left out. */
  readonly isStepsAlone: boolean
  /** The first and the last moment that there may be. */
  readonly first: number
  readonly last: number
}

/** Events, part by part, in their order. */
export interface PartedEvents {
  readonly parts: ActorParts
  /** Of each event the actor within its part, and in the last bits its step: of other events one more than the last. */
  readonly keys: Int32Array
  readonly moments: Float64Array
  /** Before which place each part ends; after it one is vacant, and then the next one starts. */
  readonly ends: Int32Array
}

const BYTES_OF_MOMENT = 8
const BYTES_OF_EVENT = 12

/** Puts events in order of their actors' parts; undefined where a moment is no integer within its bounds. */
export function partEvents(events: PlainEvents, rule: EventRule, scratch: Scratch): PartedEvents | undefined {
  const { actor, step } = events
  const { length } = actor
  const { least, greatest } = boundsOf(actor)
  // What is left out has the same step as other events, but is never written.
  const parts = divideActors(least, greatest, length, rule.lastStep + 1)
  const mostSteps = rule.isStepsAlone ? rule.lastStep : 255
  // Where the next event of each part belongs: at first where the part starts, and once all its events are there, where it ends.
  const ends = startsOfParts(actor, step, mostSteps, parts)
  const size = length + parts.count
  const room = scratch(BYTES_OF_EVENT * size)
  const moments = new Float64Array(room, 0, size)
  const keys = new Int32Array(room, BYTES_OF_MOMENT * size, size)
  return writeEvents(events, rule, mostSteps, { parts, keys, moments, ends }) ? { parts, keys, moments, ends } : undefined
}

function writeEvents(
  { actor, at, step }: PlainEvents,
  { lastStep, first, last }: EventRule,
  mostSteps: number,
  { parts, keys, moments, ends }: PartedEvents,
): boolean {
  const { base, factor, shift, stepBits } = parts
  const actors = (1 << shift) - 1
  for (let row = 0; row < actor.length; row += 1) {
    const moment = at[row] as number
    // What is NaN fails here too.
    if (!(moment >= first && moment <= last && Math.floor(moment) === moment)) return false
    const level = step[row] as number
    const scattered = Math.imul(((actor[row] as number) - base) | 0, factor)
    const part = scattered >>> shift
    const place = ends[part] as number
    // Without a branch, which the processor would often guess wrong: what is left out is written over, or lies after the part.
    ends[part] = place + ((level - mostSteps - 1) >>> 31)
    keys[place] = ((scattered & actors) << stepBits) | (level > lastStep ? lastStep + 1 : level)
    // 0 for −0, which a difference would keep.
    moments[place] = moment + 0
  }
  return true
}

function boundsOf(actor: Int32Array): { readonly least: number; readonly greatest: number } {
  let least = actor.length === 0 ? 0 : (actor[0] as number)
  let greatest = least
  for (let row = 0; row < actor.length; row += 1) {
    const id = actor[row] as number
    if (id < least) least = id
    else if (id > greatest) greatest = id
  }
  return { least, greatest }
}

/** Where the events of each part start, with a vacant place between. */
function startsOfParts(actor: Int32Array, step: Uint8Array, mostSteps: number, { base, factor, shift, count }: ActorParts): Int32Array {
  const starts = new Int32Array(count)
  for (let row = 0; row < actor.length; row += 1) {
    const part = Math.imul(((actor[row] as number) - base) | 0, factor) >>> shift
    starts[part] = (starts[part] as number) + (((step[row] as number) - mostSteps - 1) >>> 31)
  }
  let start = 0
  for (let part = 0; part < count; part += 1) {
    const events = starts[part] as number
    starts[part] = start
    start += events + 1
  }
  return starts
}
