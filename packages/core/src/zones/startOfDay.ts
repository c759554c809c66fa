import { checkCalendarDate } from '../checks/checkCalendarDate.js'
import { FIRST_DAY, LAST_DAY } from '../days/civilDay.js'
import { parseDay } from '../days/parseDay.js'
import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import { throwIssues } from '../issues/throwIssues.js'
import type { Issue } from '../issues/types.js'
import { formatMoment } from '../moments/formatMoment.js'
import { instantOf } from '../moments/instant.js'
import type { CalendarDate } from '../types.js'
import { startOfLocalDay } from './localTime.js'
import { readZone, type Zone } from './readZone.js'

/**
 * Tells when a date begins in a time zone.
 *
 * @param date - The date, from 0001-01-03 to 9999-12-30: those that begin in the years 1 to 9999 in every zone.
 * @param zone - A zone of the IANA time zone database, such as `'Asia/Shanghai'`.
 * @returns Its first moment, in UTC: midnight, the first of two, or the end of the hour that is skipped there; of a date that the zone skips as a
 * whole the start of the next.
 * @throws {@link InputError} if `date` does not exist or is out of range, or the host's time zone database has no such zone.
 * @example
 * import { startOfDay } from '@clientele/core/business-time'
 *
 * startOfDay('2026-01-09', 'Asia/Shanghai') //=> '2026-01-08T16:00:00Z'
 */
export function startOfDay(date: CalendarDate, zone: string): string {
  const issues: Issue[] = []
  if (checkCalendarDate(date, ['date'], issues) !== undefined) checkRange(date, issues)
  const read = readZone(zone, ['zone'], issues)
  throwIssues(issues)
  return formatMoment(instantOf(startOfLocalDay(read as Zone, parseDay(date)), 0))
}

function checkRange(date: CalendarDate, issues: Issue[]): void {
  const day = parseDay(date)
  // East of UTC the second date of all begins on the first one, before all moments that can be read.
  if (day > FIRST_DAY + 1 && day < LAST_DAY) return
  issues.push(createIssue('out-of-range', ['date'], { minimum: '0001-01-03', maximum: '9999-12-30', actual: describeValue(date) }))
}
