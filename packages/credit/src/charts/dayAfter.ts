import type { CalendarDate } from '@clientele/core'
import { formatDay, LAST_DAY, parseDay } from '@clientele/core/days'

/** The day after a day, where what lasts to its end is seen to end; the last day of the calendar for that day itself. */
export function dayAfter(date: CalendarDate): CalendarDate {
  return formatDay(Math.min(LAST_DAY, parseDay(date) + 1)) as string
}
