import type { CalendarDate } from '@clientele/core'

/** The day that it is in the host's zone: the only place where a clock is read. */
export function localToday(): CalendarDate {
  const now = new Date()
  const padded = (part: number, length: number): string => String(part).padStart(length, '0')
  return `${padded(now.getFullYear(), 4)}-${padded(now.getMonth() + 1, 2)}-${padded(now.getDate(), 2)}`
}
