import { formatDay } from '../days/formatDay.js'
import { throwIssues } from '../issues/throwIssues.js'
import type { Issue } from '../issues/types.js'
import { splitInstant } from '../moments/instant.js'
import { readMoment } from '../moments/readMoment.js'
import type { CalendarDate } from '../types.js'
import { localDay } from './localTime.js'
import { readZone, type Zone } from './readZone.js'

/**
 * Tells the date of a moment in a time zone.
 *
 * @param instant - The moment: ISO 8601 with its offset, from 0001-01-02 to 9999-12-30 in UTC.
 * @param zone - A zone of the IANA time zone database, such as `'Asia/Shanghai'`.
 * @returns The local date.
 * @throws {@link InputError} if `instant` is no moment, or the host's time zone database has no such zone.
 * @example
 * import { instantToDate } from '@clientele/core/business-time'
 *
 * instantToDate('2026-01-08T20:00:00Z', 'Asia/Shanghai') //=> '2026-01-09'
 */
export function instantToDate(instant: string, zone: string): CalendarDate {
  const issues: Issue[] = []
  const moment = readMoment(instant, ['instant'], issues)
  const read = readZone(zone, ['zone'], issues)
  throwIssues(issues)
  return formatDay(localDay(read as Zone, splitInstant(moment as bigint).seconds)) as CalendarDate
}
