import { type Hours, joinHours, type ReadCalendar } from '../calendars/readCalendar.js'
import { SECONDS_A_DAY } from '../moments/instant.js'
import { momentOfLocal, startOfLocalDay } from '../zones/localTime.js'

/** The open time of seven days: stretch `i` lasts from `froms[i]` to `tos[i]`, in seconds after the week's start, and `positions[i]` open seconds come before it. */
export interface OpenWeek {
  readonly froms: readonly number[]
  readonly tos: readonly number[]
  readonly positions: readonly number[]
  /** Open seconds in all. */
  readonly length: number
}

/** Weeks are those since 1970-01-01T00:00Z, whatever the zone. */
export const WEEK: number = 7 * SECONDS_A_DAY

/** Local dates begin at most a day before those of UTC, edges are moved by at most a day, and their offset is looked for a day around. */
const MARGIN = 2 * SECONDS_A_DAY

/** A function that gives the open time of a week. Weeks in which the offset stays and no date stands out are all alike, and read once for each offset. */
export function openWeeks(calendar: ReadCalendar): (index: number) => OpenWeek {
  const alike = new Map<number, OpenWeek>()
  return (index) => {
    const start = index * WEEK
    const offset = calendar.zone.steadyOffset(start - MARGIN, start + WEEK + MARGIN)
    const isAlike = offset !== undefined && !calendar.namesDates(dayAt(start + offset), dayAt(start + WEEK + offset))
    const known = isAlike ? alike.get(offset) : undefined
    if (known !== undefined) return known
    const week = readWeek(calendar, start)
    if (isAlike) alike.set(offset, week)
    return week
  }
}

function dayAt(local: number): number {
  return Math.floor(local / SECONDS_A_DAY)
}

function readWeek(calendar: ReadCalendar, start: number): OpenWeek {
  const stretches: Hours[] = []
  for (let day = dayAt(start - MARGIN); day < dayAt(start + WEEK + MARGIN); day += 1) {
    for (const one of openOn(calendar, day)) {
      const [from, to] = [Math.max(one.from - start, 0), Math.min(one.to - start, WEEK)]
      if (from < to) stretches.push({ from, to })
    }
  }
  const joined = joinHours(stretches)
  let length = 0
  const positions = joined.map(({ from, to }) => {
    length += to - from
    return length - (to - from)
  })
  return { froms: joined.map(({ from }) => from), tos: joined.map(({ to }) => to), positions, length }
}

/** The open time of a local date, in moments; none where the zone skips the date. Edges moved out of a skipped hour may come after those that follow them. */
export function openOn({ zone, hoursOn }: ReadCalendar, day: number): readonly Hours[] {
  const { hours } = hoursOn(day)
  if (hours.length === 0) return hours
  const midnight = day * SECONDS_A_DAY
  const offset = zone.steadyOffset(midnight - MARGIN, midnight + SECONDS_A_DAY + MARGIN)
  if (offset !== undefined) return hours.map(({ from, to }) => ({ from: midnight + from - offset, to: midnight + to - offset }))
  if (startOfLocalDay(zone, day) === startOfLocalDay(zone, day + 1)) return []
  const moments = hours.map(({ from, to }) => ({ from: momentOfLocal(zone, midnight + from), to: momentOfLocal(zone, midnight + to) }))
  // Hours that begin in a skipped hour may come to begin after their own end.
  return moments.filter(({ from, to }) => from < to)
}
