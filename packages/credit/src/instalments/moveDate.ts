import { type BusinessDays, civilDate, dayOf, daysInMonth, FIRST_DAY, LAST_DAY, mondayToFriday, weekdayOf } from '@clientele/core/days'
import { moveToBusinessDay } from './moveToBusinessDay.js'
import type { DateStep } from './types.js'

/** One move of a date, with the calendar that it asks. */
export interface ReadStep {
  readonly step: DateStep
  /** Monday to Friday unless given. */
  readonly businessDays?: BusinessDays | undefined
}

type Move = (day: number, step: DateStep, businessDays: BusinessDays) => number

/** The parts of a step, in the order in which they are taken. */
const moves: readonly Move[] = [moveMonths, moveDays, toEndOfMonth, toPayDay, toWeekday, toBusinessDay]

/**
 * Moves a day by a checked step, or returns undefined where any part of it leaves the years 1 to 9999.
 *
 * Source: the payment terms of Tryton (module `account_invoice`, "relative deltas") for months, days and weekdays; pay days as in OCA's
 * `account_payment_term_extension`.
 */
export function moveDate(start: number, { step, businessDays = mondayToFriday }: ReadStep): number | undefined {
  let day = start
  for (const move of moves) {
    day = move(day, step, businessDays)
    if (!(day >= FIRST_DAY && day <= LAST_DAY)) return undefined
  }
  return day
}

/** The day is cut once, to the last day of the month that is reached. */
function moveMonths(day: number, { setMonth, addMonths = 0, setDay }: DateStep): number {
  const date = civilDate(day)
  const months = date.year * 12 + (setMonth ?? date.month) - 1 + addMonths
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  return dayOf(year, month, Math.min(setDay ?? date.day, daysInMonth(year, month)))
}

function moveDays(day: number, { addWeeks = 0, addDays = 0 }: DateStep): number {
  const weeks = 7 * addWeeks
  return Number.isSafeInteger(weeks) ? weeks + addDays + day : Number.NaN
}

function toEndOfMonth(day: number, step: DateStep): number {
  if (step.toEndOfMonth !== true) return day
  const { year, month, day: dayOfMonth } = civilDate(day)
  return day - dayOfMonth + daysInMonth(year, month)
}

/** A pay day beyond the end of a month is its last day. */
function toPayDay(day: number, { toPayDay: payDays }: DateStep): number {
  if (payDays === undefined) return day
  const { year, month, day: dayOfMonth } = civilDate(day)
  const length = daysInMonth(year, month)
  const left = payDays.map((payDay) => Math.min(payDay, length)).filter((payDay) => payDay >= dayOfMonth)
  if (left.length > 0) return day - dayOfMonth + Math.min(...left)
  const nextLength = daysInMonth(year, (month % 12) + 1)
  return day - dayOfMonth + length + Math.min(...payDays, nextLength)
}

function toWeekday(day: number, { toWeekday: weekday }: DateStep): number {
  return weekday === undefined ? day : day + ((weekday - weekdayOf(day) + 7) % 7)
}

function toBusinessDay(day: number, { toBusinessDay: convention }: DateStep, businessDays: BusinessDays): number {
  return convention === undefined ? day : moveToBusinessDay(day, convention, businessDays)
}
