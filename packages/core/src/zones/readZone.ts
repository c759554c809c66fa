import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import type { Issue } from '../issues/types.js'
import { SECONDS_A_DAY } from '../moments/instant.js'
import type { Path } from '../types.js'
import { askName, askOffset } from './temporal.js'

/** The offsets of a time zone, in whole seconds: local time less UTC. Moments are seconds since 1970-01-01T00:00Z. */
export interface Zone {
  readonly id: string
  readonly offsetAt: (seconds: number) => number
  /** The offset of all moments from one to another no more than 30 days later; undefined where it may change in between. */
  readonly steadyOffset: (from: number, to: number) => number | undefined
}

/** A stretch of time with its offset, up to the next one. */
interface OffsetPart {
  readonly from: number
  readonly offset: number
}

/** How far apart offsets are asked. The nearest two changes on record are four days apart: Freetown, September 1939. */
const STEP = 3 * SECONDS_A_DAY
const STEPS_A_BLOCK = 10
const BLOCK = STEP * STEPS_A_BLOCK

/** No zone had a second offset before 1800-01-01. */
const FIRST_CHANGES = -62_091 * SECONDS_A_DAY
/** From 2100-01-01 on all zones follow rules by month, week and weekday, which come to the same dates every 400 years. */
const RULES_ONLY = 47_482 * SECONDS_A_DAY
const DAYS_OF_400_YEARS = 146_097
const CYCLE = DAYS_OF_400_YEARS * SECONDS_A_DAY

/** Zones that were asked for, and what was found out of them: the same for everyone, and slow to ask again. */
const zones = new Map<string, Zone>()

/** Reads the name of a time zone, or adds an issue and returns undefined. */
export function readZone(value: unknown, path: Path, issues: Issue[]): Zone | undefined {
  const known = typeof value === 'string' ? zones.get(value) : undefined
  if (known !== undefined) return known
  const id = typeof value === 'string' ? zoneName(value) : undefined
  if (id !== undefined) return namedZone(id)
  issues.push(value === undefined ? createIssue('missing', path, {}) : createIssue('unknown-zone', path, { actual: describeValue(value) }))
  return undefined
}

/** A zone by its name as the database spells it: there are not many of them, but many ways to spell them. */
function namedZone(id: string): Zone {
  const zone = zones.get(id) ?? createZone(id)
  zones.set(id, zone)
  return zone
}

const ZONE_NAME = /^[A-Za-z][A-Za-z0-9._+-]*(\/[A-Za-z0-9._+-]+)*$/

/** A name as the host's time zone database spells it, undefined where it has none; an offset such as `+08:00` is none. */
function zoneName(name: string): string | undefined {
  if (!ZONE_NAME.test(name)) return undefined
  try {
    return askName(name)
  } catch {
    return undefined
  }
}

function createZone(id: string): Zone {
  const blocks = new Map<number, readonly OffsetPart[]>()
  const partsAt = (moment: number): readonly OffsetPart[] => {
    const index = Math.floor(moment / BLOCK)
    let parts = blocks.get(index)
    if (parts === undefined) {
      parts = askBlock(id, index * BLOCK)
      blocks.set(index, parts)
    }
    return parts
  }
  return {
    id,
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

/** The offsets of a block, from its start. */
function askBlock(id: string, start: number): OffsetPart[] {
  const parts = [{ from: start, offset: askOffset(id, start) }]
  for (let step = 1; step <= STEPS_A_BLOCK; step += 1) {
    const at = start + step * STEP
    const { offset } = parts.at(-1) as OffsetPart
    const next = askOffset(id, at)
    if (next !== offset) parts.push({ from: firstAfterChange(id, at - STEP, at, offset), offset: next })
  }
  return parts
}

/** The first second at which the offset is no longer what it was, between one at which it is and one at which it is not. */
function firstAfterChange(id: string, before: number, after: number, offset: number): number {
  let [last, first] = [before, after]
  while (first - last > 1) {
    const middle = Math.floor((last + first) / 2)
    if (askOffset(id, middle) === offset) last = middle
    else first = middle
  }
  return first
}
