import { weekdayOf } from '@clientele/core/days'
import type { CalendarDay, CalendarRow } from './types.js'

/** So many weeks are shown as they are; of more, the first and the last ones. */
const [MOST, FIRST, LAST] = [8, 4, 3]

/** The weeks of some days, from Monday. */
export function weeksOf(days: readonly CalendarDay[]): CalendarRow[] {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const known = new Map(days.map((day) => [day.day, day]))
  const [start, end] = [mondayOf(first.day), mondayOf(last.day)]
  const count = (end - start) / 7 + 1
  const weeks = (from: number, number: number): CalendarRow[] =>
    Array.from({ length: number }, (_, week) => {
      const monday = from + week * 7
      return { monday, days: Array.from({ length: 7 }, (_, index) => known.get(monday + index)) }
    })
  if (count <= MOST) return weeks(start, count)
  const shown = [weeks(start, FIRST), weeks(end - (LAST - 1) * 7, LAST)] as const
  const before = days.findLast(({ day }) => day < start + FIRST * 7) ?? first
  const after = days.find(({ day }) => day >= end - (LAST - 1) * 7) ?? last
  return [...shown[0], { hiddenWeeks: count - FIRST - LAST, seconds: after.total - after.seconds - before.total }, ...shown[1]]
}

function mondayOf(day: number): number {
  return day + 1 - weekdayOf(day)
}
