import { addDaysTo, isOpenOn, nearestTo, readDays } from '../calendars/datedCalendar.js'
import type { BusinessCalendar } from '../calendars/types.js'
import { throwIssues } from '../issues/throwIssues.js'
import type { Issue } from '../issues/types.js'
import { addTo, type ClockedCalendar, readClock, timeBetween, traceBetween } from './clockedCalendar.js'
import { addColumn, betweenColumn } from './timeColumns.js'
import type { CompiledCalendar } from './types.js'

/**
 * Reads a calendar once for many calls: the same answers as the verbs of the same names, without checking the calendar each time.
 *
 * @param calendar - When the business is open. It is read now: changing it later changes nothing.
 * @returns The verbs, which refuse what the verbs of the same names refuse, and two of them over columns. What was found out of the calendar is kept, at
 * most some megabytes: nothing but speed depends on it.
 * @throws {@link InputError} if anything is wrong with the calendar. The verbs over columns throw it for columns that are no columns or not of one
 * length, and for every bad row, up to 10,000 of them: what is no integer, and moments and sums outside 0001-01-02 to 9999-12-30.
 * @example
 * import { type BusinessCalendar, compileCalendar } from '@clientele/core/business-time'
 *
 * const windows = { thu: [['09:00', '17:00']], fri: [['09:00', '17:00']] } as const
 * const calendar: BusinessCalendar = { kind: 'business-calendar', id: 'office', version: '1', zone: 'Asia/Shanghai', windows }
 * const { addBusinessTime, addBusinessTimeColumn } = compileCalendar(calendar)
 * addBusinessTime('2026-01-08T16:00:00+08:00', 'PT2H') //=> '2026-01-09T02:00:00Z'
 * const instants = Float64Array.of(Date.UTC(2026, 0, 8, 8), Date.UTC(2026, 0, 8, 7))
 * const due = addBusinessTimeColumn({ instants, seconds: 7200 })
 * Array.from(due, (instant) => new Date(instant).toISOString()) //=> ['2026-01-09T02:00:00.000Z', '2026-01-08T09:00:00.000Z']
 */
export function compileCalendar(calendar: BusinessCalendar): CompiledCalendar {
  const issues: Issue[] = []
  const read = readClock(calendar, issues)
  throwIssues(issues)
  const days = readDays(calendar, issues)
  const { policy } = (read as ClockedCalendar).calendar
  const { timeline } = (read as ClockedCalendar).clock
  return {
    policies: [policy],
    addBusinessTime: (instant, duration) => addTo(read, instant, duration, []),
    businessTimeBetween: (from, to) => timeBetween(read, from, to, []),
    traceBusinessTime: (from, to) => traceBetween(read, from, to, []),
    addBusinessDays: (date, count) => addDaysTo(days, date, count, []),
    isBusinessDay: (date) => isOpenOn(days, date, []),
    nextBusinessDay: (date) => nearestTo(days, date, 1, []),
    previousBusinessDay: (date) => nearestTo(days, date, -1, []),
    addBusinessTimeColumn: (columns) => addColumn(timeline, columns),
    businessTimeBetweenColumn: (columns) => betweenColumn(timeline, columns),
  }
}
