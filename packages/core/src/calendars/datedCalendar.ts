import { checkCalendarDate } from '../checks/checkCalendarDate.js'
import { checkInteger } from '../checks/checkShape.js'
import { FIRST_DAY, LAST_DAY } from '../days/civilDay.js'
import { formatDay } from '../days/formatDay.js'
import { parseDay } from '../days/parseDay.js'
import { createIssue } from '../issues/createIssue.js'
import { throwIssues } from '../issues/throwIssues.js'
import type { Issue } from '../issues/types.js'
import type { CalendarDate } from '../types.js'
import { type BusinessDays, readBusinessDays } from './businessDays.js'
import { checkBusinessDayCalendar } from './checkBusinessDayCalendar.js'
import type { BusinessDayCalendar } from './types.js'

/** Checks and reads a calendar's whole days, or adds issues and returns undefined. */
export function readDays(value: unknown, issues: Issue[]): BusinessDays | undefined {
  const before = issues.length
  checkBusinessDayCalendar(value, ['calendar'], issues)
  return issues.length > before ? undefined : readBusinessDays(value as BusinessDayCalendar)
}

/** What `isBusinessDay` does with a calendar that is read, or that something is wrong with, which the issues tell. */
export function isOpenOn(read: BusinessDays | undefined, date: unknown, issues: Issue[]): boolean {
  checkCalendarDate(date, ['date'], issues)
  throwIssues(issues)
  return (read as BusinessDays).isOpen(parseDay(date))
}

/** What `addBusinessDays` does. */
export function addDaysTo(read: BusinessDays | undefined, date: unknown, days: unknown, issues: Issue[]): CalendarDate {
  checkCalendarDate(date, ['date'], issues)
  checkInteger(days, ['days'], issues)
  throwIssues(issues)
  return moveBy(read as BusinessDays, date as CalendarDate, days as number, 'days')
}

/** What `nextBusinessDay` does, and in the other direction `previousBusinessDay`. */
export function nearestTo(read: BusinessDays | undefined, date: unknown, direction: 1 | -1, issues: Issue[]): CalendarDate {
  checkCalendarDate(date, ['date'], issues)
  throwIssues(issues)
  return moveBy(read as BusinessDays, date as CalendarDate, direction, 'date')
}

function moveBy({ add }: BusinessDays, date: CalendarDate, days: number, field: string): CalendarDate {
  const moved = formatDay(add(parseDay(date), days))
  if (moved === undefined) {
    const [minimum, maximum] = [formatDay(FIRST_DAY), formatDay(LAST_DAY)] as [string, string]
    throwIssues([createIssue('out-of-range', [field], { minimum, maximum, actual: `${date} ${days < 0 ? '−' : '+'} ${Math.abs(days)}` })])
  }
  return moved as CalendarDate
}
