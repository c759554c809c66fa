import { SECONDS_A_DAY } from '../moments/instant.js'

/** The offsets of a time zone, in whole seconds: local time less UTC. Moments are seconds since 1970-01-01T00:00Z. */
export interface Offsets {
  readonly offsetAt: (seconds: number) => number
  /** The offset of all moments from one to another no more than 30 days later; undefined where it may change in between. */
  readonly steadyOffset: (from: number, to: number) => number | undefined
}

/** Gives the offset of a zone at a moment, both in seconds. */
type AskOffset = (seconds: number) => number

/** A stretch of time with its offset, up to the next one; the first of a block has no start of its own. */
interface OffsetPart {
  readonly from: number
  readonly offset: number
}

/** How far apart offsets are asked. The nearest two changes on record are four days apart: Freetown, September 1939, where the host has it; else seven. */
const STEP = 3 * SECONDS_A_DAY
const STEPS_A_BLOCK = 10
const BLOCK = STEP * STEPS_A_BLOCK

/** No zone had a second offset before 1800-01-01. */
const FIRST_CHANGES = -62_091 * SECONDS_A_DAY
/** From 2100-01-01 on all zones follow rules by month, week and weekday, which come to the same dates every 400 years. */
const RULES_ONLY = 47_482 * SECONDS_A_DAY
const DAYS_OF_400_YEARS = 146_097
const CYCLE = DAYS_OF_400_YEARS * SECONDS_A_DAY

/** The offsets of a zone, each of which is asked for once and remembered, block by block. */
export function rememberOffsets(ask: AskOffset): Offsets {
  const blocks = new Map<number, readonly OffsetPart[]>()
  /** Most blocks have one offset, and those that have the same are one and the same. */
  const steady = new Map<number, readonly OffsetPart[]>()
  const partsAt = (moment: number): readonly OffsetPart[] => {
    const index = Math.floor(moment / BLOCK)
    let parts = blocks.get(index)
    if (parts === undefined) {
      parts = askBlock(ask, index * BLOCK)
      const { offset } = parts[0] as OffsetPart
      if (parts.length === 1) {
        parts = steady.get(offset) ?? parts
        steady.set(offset, parts)
      }
      blocks.set(index, parts)
    }
    return parts
  }
  return {
    offsetAt(seconds) {
      const moment = recordedMoment(seconds)
      const parts = partsAt(moment)
      return (parts[partOf(parts, moment)] as OffsetPart).offset
    },
    steadyOffset(from, to) {
      const [first, last] = [recordedMoment(from), recordedMoment(to)]
      const [parts, lastParts] = [partsAt(first), partsAt(last)]
      const [part, lastPart] = [partOf(parts, first), partOf(lastParts, last)]
      const { offset } = parts[part] as OffsetPart
      if (parts === lastParts) return part === lastPart ? offset : undefined
      // So near together they lie in blocks that follow each other.
      const isSteady = part === parts.length - 1 && lastPart === 0 && (lastParts[0] as OffsetPart).offset === offset
      return isSteady ? offset : undefined
    },
  }
}

/** Which part of a block a moment lies in. */
function partOf(parts: readonly OffsetPart[], moment: number): number {
  let last = parts.length - 1
  while ((parts[last] as OffsetPart).from > moment) last -= 1
  return last
}

/** A moment with the same offset, of the years in which offsets have to be asked. */
function recordedMoment(seconds: number): number {
  if (seconds < RULES_ONLY) return Math.max(seconds, FIRST_CHANGES)
  return seconds - Math.floor((seconds - RULES_ONLY) / CYCLE) * CYCLE
}

/** The offsets of a block. */
function askBlock(ask: AskOffset, start: number): OffsetPart[] {
  const parts = [{ from: Number.NEGATIVE_INFINITY, offset: ask(start) }]
  for (let step = 1; step <= STEPS_A_BLOCK; step += 1) {
    const at = start + step * STEP
    const { offset } = parts.at(-1) as OffsetPart
    const next = ask(at)
    if (next !== offset) parts.push({ from: firstAfterChange(ask, at - STEP, at, offset), offset: next })
  }
  return parts
}

/** The first second at which the offset is no longer what it was, between one at which it is and one at which it is not. */
function firstAfterChange(ask: AskOffset, before: number, after: number, offset: number): number {
  let [last, first] = [before, after]
  while (first - last > 1) {
    const middle = Math.floor((last + first) / 2)
    if (ask(middle) === offset) last = middle
    else first = middle
  }
  return first
}
