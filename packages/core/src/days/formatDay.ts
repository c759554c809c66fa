import type { CalendarDate } from '../types.js'
import { civilDate, FIRST_DAY, LAST_DAY } from './civilDay.js'

/** The date that is a whole number of days from 1970-01-01, or undefined outside the years 1 to 9999. */
export function formatDay(day: number): CalendarDate | undefined {
  if (!(day >= FIRST_DAY && day <= LAST_DAY)) return undefined
  const { year, month, day: dayOfMonth } = civilDate(day)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}
