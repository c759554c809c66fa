import { FIRST_DAY, LAST_DAY } from '@clientele/core/days'
import { QUICK_LIMIT } from './divideUnits.js'

/** Whether a day is in the calendar. */
export function isDay(day: number): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY
}

/** Whether a day is in the calendar, and an amount an integer of no extreme size. */
export function isPlain(day: number, amount: number): boolean {
  return isDay(day) && Math.floor(amount) === amount && Math.abs(amount) < QUICK_LIMIT
}
