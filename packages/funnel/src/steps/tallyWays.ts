import type { Scratch } from '@clientele/core/decimal'
import { selectMedian } from './selectMedian.js'
import type { StepCounts, StepTime } from './types.js'

/** What ways come to. */
export interface WayTally {
  /** Of each step how many led so far and no further. */
  readonly furthest: Float64Array
  /** How many of them may yet get on. */
  readonly open: Float64Array
  /** To each step but the first how long it took from the one before: `lengths` of them, and room for more. */
  readonly gaps: Float64Array[]
  readonly lengths: Float64Array
  readonly rooms: readonly Scratch[]
}

const EXACT_INTEGERS = 2 ** 53
const LEAST_ROOM = 16

/** The tally of no ways; `rooms` hold the times to each step, where these are not to be new. */
export function createTally(steps: number, rooms: readonly Scratch[] = []): WayTally {
  const gaps = Array.from({ length: steps }, (_, level) => roomOf(rooms[level], level === 0 ? 0 : LEAST_ROOM))
  return { furthest: new Float64Array(steps), open: new Float64Array(steps), gaps, lengths: new Float64Array(steps), rooms }
}

function roomOf(room: Scratch | undefined, length: number): Float64Array {
  return room === undefined || length === 0 ? new Float64Array(length) : new Float64Array(room(Float64Array.BYTES_PER_ELEMENT * length))
}

/** Adds the way at a place to a tally. */
export function addWay({ furthest, open, gaps, lengths, rooms }: WayTally, ways: Float64Array, place: number, hasGaps: boolean): void {
  const head = ways[place] as number
  const last = head >> 1
  furthest[last] = (furthest[last] as number) + 1
  open[last] = (open[last] as number) + (head & 1)
  if (!hasGaps) return
  for (let level = 1; level <= last; level += 1) {
    const length = lengths[level] as number
    if (length === (gaps[level] as Float64Array).length) gaps[level] = twiceAsLong(gaps[level] as Float64Array, rooms[level])
    ;(gaps[level] as Float64Array)[length] = ways[place + 1 + level] as number
    lengths[level] = length + 1
  }
}

/** The place of the way after the one at a place. */
export function nextPlace(ways: Float64Array, place: number, hasGaps: boolean): number {
  return place + (hasGaps ? ((ways[place] as number) >> 1) + 2 : 2)
}

function twiceAsLong(values: Float64Array, room: Scratch | undefined): Float64Array {
  const longer = roomOf(room, 2 * values.length)
  longer.set(values)
  return longer
}

/** What a tally says of the steps, which are texts, in a unit of time. */
export function composeCounts({ furthest, gaps, lengths }: WayTally, steps: readonly string[], perSecond: number, hasGaps: boolean): StepCounts {
  const counts = Array.from(furthest)
  // Whoever came to a step came to all before it.
  for (let level = counts.length - 2; level >= 0; level -= 1) counts[level] = (counts[level] as number) + (counts[level + 1] as number)
  const [first] = counts as [number]
  const timeToConvert: StepTime[] = []
  for (let level = 1; level < steps.length && hasGaps; level += 1) {
    const times = (gaps[level] as Float64Array).subarray(0, lengths[level])
    timeToConvert.push({ from: steps[level - 1] as string, to: steps[level] as string, ...meanAndMedian(times, perSecond) })
  }
  return { counts, conversion: counts.map((count) => (first === 0 ? null : count / first)), timeToConvert }
}

function meanAndMedian(times: Float64Array, perSecond: number): Pick<StepTime, 'mean' | 'median'> {
  const middle = selectMedian(times)
  return middle === null ? { mean: null, median: null } : { mean: exactSum(times) / (times.length * perSecond), median: middle / perSecond }
}

/** The sum of integers from 0 below 2 ** 53, rounded once, so that their order does not matter. */
function exactSum(values: Float64Array): number {
  let carried = 0n
  let sum = 0
  for (let index = 0; index < values.length; index += 1) {
    const added = sum + (values[index] as number)
    if (added < EXACT_INTEGERS) sum = added
    else {
      carried += BigInt(sum)
      sum = values[index] as number
    }
  }
  return carried === 0n ? sum : Number(carried + BigInt(sum))
}
