import type { CalendarDate, DecimalString } from '@clientele/core'
import { formatDay, LAST_DAY, parseDay } from '@clientele/core/days'

/** So many entries at most a legend lists; beyond, the tooltip tells which is which. */
export const LEGEND_LIMIT = 30

/** The nearest number; for what is beyond every number the greatest one, or where amounts are piled up, so many of them, their share of it. */
export function drawn(amount: DecimalString, count = 1): number {
  const greatest = Number.MAX_VALUE / count
  return Math.min(greatest, Math.max(-greatest, Number(amount)))
}

/** The day after a day, where what lasts to its end is seen to end; the last day of the calendar for that day itself. */
export function dayAfter(date: CalendarDate): CalendarDate {
  return formatDay(Math.min(LAST_DAY, parseDay(date) + 1)) as string
}
