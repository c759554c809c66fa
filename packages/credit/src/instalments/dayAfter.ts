import type { CalendarDuration } from '@clientele/core/checks'
import { moveDate } from './moveDate.js'

/** The day a duration after another, the months taken first and cut to their last day; Infinity where the calendar ends before. */
export function dayAfter(day: number, { months, days }: CalendarDuration): number {
  return moveDate(day, { step: { addMonths: months, addDays: days } }) ?? Number.POSITIVE_INFINITY
}
