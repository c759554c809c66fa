import type { Scratch } from '@clientele/core/decimal'
import { createTable, numberActors } from './numberActors.js'
import { createOrderedWays } from './orderedWays.js'
import { orderRun } from './orderRun.js'
import { type EventRule, type PartedEvents, type PlainEvents, partEvents } from './partEvents.js'
import type { ReadStepPolicy } from './readStepPolicy.js'
import { createStrictWays } from './strictWays.js'
import { createUnorderedWays } from './unorderedWays.js'
import type { ActorRuns, TakeWays, WayRule } from './ways.js'

/** What ways of events have to keep to: moments within bounds, and a window, all in one unit of time. */
export interface FollowRule extends Pick<EventRule, 'first' | 'last'>, Pick<WayRule, 'window' | 'openFrom'> {}

/** Room for the events of one part. */
interface PartRoom {
  readonly time: Float64Array
  readonly step: Uint8Array
  /** Before which event each actor's run ends. */
  ends: Int32Array
}

const FOLLOWERS = { ordered: createOrderedWays, strict: createStrictWays, unordered: createUnorderedWays }

/**
 * Finds the way of each actor. Events are first put in parts by actor: those of a part are so few that they fit the processor's cache, where they are put together by actor and
 * followed. It takes O(n) for n events in order of time, and O(n log n) where those of one actor are many and in no order.
 *
 * Source: A. Shatdal, C. Kant and J. F. Naughton, "Cache Conscious Algorithms for Relational Query Processing", *Proceedings of the 20th VLDB
 * Conference*, 1994, for the parts.
 *
 * @param take - Is told the ways of each part.
 * @returns False where a moment is no integer within the bounds; nothing is told then.
 */
export function followEvents(events: PlainEvents, policy: ReadStepPolicy, rule: FollowRule, scratch: Scratch, take: TakeWays): boolean {
  const steps = policy.steps.length
  const parted = partEvents(events, { ...rule, lastStep: steps - 1, isStepsAlone: policy.mode !== 'strict' }, scratch)
  if (parted === undefined) return false
  const follow = FOLLOWERS[policy.mode]({ ...rule, steps })
  const { ends, parts } = parted
  const most = ends.reduce((greatest, end, part) => Math.max(greatest, end - (part === 0 ? 0 : (ends[part - 1] as number) + 1)), 0)
  const room: PartRoom = { time: new Float64Array(most), step: new Uint8Array(most), ends: new Int32Array(0) }
  const table = parts.isClose ? undefined : createTable(most)
  const ways = new Float64Array(2 * most)
  for (let part = 0, start = 0; part < parts.count; part += 1) {
    const end = ends[part] as number
    if (end > start) {
      const actors = table === undefined ? 2 ** parts.shift : numberActors(parted, start, end, table)
      take(ways, follow(gatherRuns(parted, start, end, actors, room), ways))
    }
    start = end + 1
  }
  return true
}

/** Puts the events of a part together by the numbers of their actors, those of each in order. */
function gatherRuns({ keys, moments, parts }: PartedEvents, start: number, end: number, actors: number, room: PartRoom): ActorRuns {
  const { stepBits } = parts
  const stepMask = (1 << stepBits) - 1
  if (room.ends.length <= actors) room.ends = new Int32Array(2 * actors + 1)
  const { time, step, ends } = room
  ends.fill(0, 0, actors + 1)
  // Counted one place later, and added up, these are where runs start; once all events are there, where they end.
  for (let event = start; event < end; event += 1) {
    const next = ((keys[event] as number) >>> stepBits) + 1
    ends[next] = (ends[next] as number) + 1
  }
  for (let actor = 1; actor < actors; actor += 1) ends[actor] = (ends[actor] as number) + (ends[actor - 1] as number)
  for (let event = start; event < end; event += 1) {
    const key = keys[event] as number
    const actor = key >>> stepBits
    const place = ends[actor] as number
    ends[actor] = place + 1
    time[place] = moments[event] as number
    step[place] = key & stepMask
  }
  if (!isAscending(moments, start, end)) {
    for (let actor = 0, first = 0; actor < actors; actor += 1) {
      const last = ends[actor] as number
      if (last - first > 1) orderRun(time, step, first, last)
      first = last
    }
  }
  return { time, step, ends, count: actors }
}

/** Whether each moment is later than the one before: then those of each actor are in order. */
function isAscending(moments: Float64Array, start: number, end: number): boolean {
  for (let event = start + 1; event < end; event += 1) if (!((moments[event] as number) > (moments[event - 1] as number))) return false
  return true
}
