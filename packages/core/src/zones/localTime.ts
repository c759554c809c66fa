import { SECONDS_A_DAY } from '../moments/instant.js'
import type { Zone } from './readZone.js'

/** The local date of a moment, as days since 1970-01-01; the moment is in seconds. */
export function localDay({ offsetAt }: Zone, seconds: number): number {
  return Math.floor((seconds + offsetAt(seconds)) / SECONDS_A_DAY)
}

/**
 * The moment of a local time, both in seconds since 1970-01-01T00:00: of a time that comes twice the first, of one that is skipped as long after
 * the gap's start as it is written after it.
 *
 * Source: `disambiguation: 'compatible'` of Temporal (ECMA-262, DisambiguatePossibleEpochNanoseconds).
 */
export function momentOfLocal({ offsetAt }: Zone, local: number): number {
  const before = offsetAt(local - SECONDS_A_DAY)
  const after = offsetAt(local + SECONDS_A_DAY)
  if (before === after) return local - before
  const [first, second] = [local - before, local - after]
  return offsetAt(first) !== before && offsetAt(second) === after ? second : first
}

/** The first moment of a local date: its midnight, or where that is skipped the end of the gap. */
export function startOfLocalDay(zone: Zone, day: number): number {
  const midnight = day * SECONDS_A_DAY
  const moment = momentOfLocal(zone, midnight)
  const isSkipped = moment + zone.offsetAt(moment) !== midnight
  return isSkipped ? gapEnd(zone, midnight) : moment
}

/** The end of the gap that a local time lies in. */
function gapEnd({ offsetAt }: Zone, local: number): number {
  let [last, first] = [local - offsetAt(local + SECONDS_A_DAY), local - offsetAt(local - SECONDS_A_DAY)]
  const offset = offsetAt(last)
  while (first - last > 1) {
    const middle = Math.floor((last + first) / 2)
    if (offsetAt(middle) === offset) last = middle
    else first = middle
  }
  return first
}
