import { UTCDateMini } from '@date-fns/utc/date/mini'
import type { CalendarDate } from '../types.js'

const constructDateFrom = Symbol.for('constructDateFrom')

/** A day at midnight UTC, of which date-fns makes more of the same kind even where a host has replaced the global Date since. */
class UtcDay extends UTCDateMini {
  [constructDateFrom](value: number | Date): UtcDay {
    return new UtcDay(Number(value))
  }
}

/** The day that a text names, at midnight UTC, or undefined where it names none. */
export function parseCalendarDate(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)
  if (match === null) return undefined
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  const date = new UtcDay(0)
  date.setFullYear(year, month - 1, day)
  return year >= 1 && date.getMonth() === month - 1 && date.getDate() === day ? date : undefined
}

/** The text of a day, or undefined outside the years 1 to 9999. */
export function formatCalendarDate(date: Date): CalendarDate | undefined {
  const year = date.getFullYear()
  if (!(year >= 1 && year <= 9999)) return undefined
  const parts = [String(year).padStart(4, '0'), String(date.getMonth() + 1).padStart(2, '0'), String(date.getDate()).padStart(2, '0')]
  return parts.join('-')
}
