import type { ReadCalendar } from '../calendars/readCalendar.js'
import { FIRST_DAY, LAST_DAY } from '../days/civilDay.js'
import { lastNotAfter } from '../rows/lastNotAfter.js'
import { type OpenWeek, openWeeks, WEEK } from './openWeek.js'

/**
 * The open time of a calendar as a line of its own: a position on it is how many open seconds lie before a moment, counted from an origin that is the same
 * as long as the timeline lives. Moments are whole seconds since 1970-01-01T00:00Z, as all edges of open time are.
 */
export interface Timeline {
  readonly positionOf: (seconds: number) => number
  readonly isOpen: (seconds: number) => boolean
  /**
   * The first moment at a position: a window's end rather than the next one's start; undefined where there is no such moment in the years 1 to 9999 or
   * some days around them. `near` is where to look first.
   */
  readonly firstAt: (position: number, near: number) => number | undefined
  /** The last moment at a position: a window's start rather than the end of the one before. */
  readonly lastAt: (position: number, near: number) => number | undefined
}

const FIRST_WEEK = Math.floor(FIRST_DAY / 7) - 1
const LAST_WEEK = Math.floor(LAST_DAY / 7) + 1

/** The open time of a calendar, found out week by week where it is asked for. */
export function createTimeline(calendar: ReadCalendar): Timeline {
  const readWeek = openWeeks(calendar)
  const weeks = new Map<number, OpenWeek>()
  const weekAt = (index: number): OpenWeek => {
    let week = weeks.get(index)
    if (week === undefined) {
      week = readWeek(index)
      weeks.set(index, week)
    }
    return week
  }
  const startOf = weekStarts((index) => readWeek(index).length)
  const momentAt = (index: number | undefined, position: number, which: 0 | 1): number | undefined => {
    if (index === undefined) return undefined
    const { froms, positions } = weekAt(index)
    const within = position - startOf(index)
    const stretch = lastNotAfter(positions, within - which)
    return stretch < 0 ? undefined : index * WEEK + (froms[stretch] as number) + within - (positions[stretch] as number)
  }
  return {
    positionOf(seconds) {
      const index = Math.floor(seconds / WEEK)
      return startOf(index) + positionWithin(weekAt(index), seconds - index * WEEK)
    },
    isOpen(seconds) {
      const index = Math.floor(seconds / WEEK)
      const { froms, tos } = weekAt(index)
      const stretch = lastNotAfter(froms, seconds - index * WEEK)
      return stretch >= 0 && seconds - index * WEEK < (tos[stretch] as number)
    },
    firstAt: (position, near) =>
      momentAt(
        firstWeek(Math.floor(near / WEEK), (index) => startOf(index + 1) >= position),
        position,
        1,
      ),
    lastAt: (position, near) =>
      momentAt(
        firstWeek(Math.floor(near / WEEK), (index) => startOf(index + 1) > position),
        position,
        0,
      ),
  }
}

function positionWithin({ froms, tos, positions }: OpenWeek, seconds: number): number {
  const index = lastNotAfter(froms, seconds)
  return index < 0 ? 0 : (positions[index] as number) + Math.min(seconds, tos[index] as number) - (froms[index] as number)
}

/** A function that gives the position at which a week starts: 0 for the first one asked for. */
function weekStarts(lengthOf: (index: number) => number): (index: number) => number {
  let origin: number | undefined
  // From the origin on, and back from it, both without gaps: whatever lies further off adds to what lies between.
  const after = [0]
  const before = [0]
  return (index) => {
    origin ??= index
    while (after.length <= index - origin) after.push((after.at(-1) as number) + lengthOf(origin + after.length - 1))
    while (before.length <= origin - index) before.push((before.at(-1) as number) - lengthOf(origin - before.length))
    return (index >= origin ? after[index - origin] : before[origin - index]) as number
  }
}

/** The first week for which something holds that holds for all after it too, looked for in ever longer steps; undefined where it holds for none. */
function firstWeek(near: number, holds: (index: number) => boolean): number | undefined {
  let [before, found, step] = [near - 1, near, 1]
  while (before >= FIRST_WEEK && holds(before)) {
    found = before
    before = Math.max(before - step, FIRST_WEEK - 1)
    step *= 2
  }
  while (!holds(found)) {
    if (found === LAST_WEEK) return undefined
    before = found
    found = Math.min(found + step, LAST_WEEK)
    step *= 2
  }
  while (found - before > 1) {
    const middle = Math.floor((before + found) / 2)
    if (holds(middle)) found = middle
    else before = middle
  }
  return found
}
