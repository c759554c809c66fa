import { checkCalendarDate } from '../checks/checkCalendarDate.js'
import { checkInteger } from '../checks/checkShape.js'
import { createIssue } from '../issues/createIssue.js'
import { throwIssues } from '../issues/throwIssues.js'
import type { Issue } from '../issues/types.js'
import type { CalendarDate } from '../types.js'
import { formatCalendarDate } from './calendar.js'

/** Reads one date, or throws with what is wrong with it. */
export function readDate(value: CalendarDate, name: string): Date {
  const issues: Issue[] = []
  const date = checkCalendarDate(value, [name], issues)
  throwIssues(issues)
  return date as Date
}

/** Moves a date by an integer, or throws where the input is wrong or the result leaves the years 1 to 9999. */
export function moveDate(value: CalendarDate, amount: number, name: string, move: (date: Date, amount: number) => Date): CalendarDate {
  const issues: Issue[] = []
  const date = checkCalendarDate(value, ['date'], issues)
  checkInteger(amount, [name], issues)
  throwIssues(issues)
  const moved = formatCalendarDate(move(date as Date, amount))
  if (moved === undefined) {
    throwIssues([
      createIssue('out-of-range', [name], {
        minimum: '0001-01-01',
        maximum: '9999-12-31',
        actual: `${value} ${amount < 0 ? '−' : '+'} ${Math.abs(amount)}`,
      }),
    ])
  }
  return moved as CalendarDate
}
