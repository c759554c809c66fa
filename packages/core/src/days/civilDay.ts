/** A day of the proleptic Gregorian calendar, in parts. */
export interface CivilDate {
  readonly year: number
  /** From 1. */
  readonly month: number
  /** From 1. */
  readonly day: number
}

/** 0001-01-01 and 9999-12-31, as days since 1970-01-01. */
export const FIRST_DAY: number = -719_162
export const LAST_DAY: number = 2_932_896

const DAYS_OF_400_YEARS = 146_097
const DAYS_BEFORE_1970 = 719_468
const MONDAY_OFFSET = 3

/** Whether a year has 366 days. */
function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** How many days a month of a year has; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/**
 * The days from 1970-01-01 to a date that exists, of the years 1 to 9999. Years are counted from March, so that a leap day ends one.
 *
 * Source: H. Hinnant, *chrono-compatible low-level date algorithms*, 2013, `days_from_civil`.
 */
export function dayOf(year: number, month: number, day: number): number {
  const shiftedYear = month > 2 ? year : year - 1
  const monthFromMarch = month > 2 ? month - 3 : month + 9
  // `| 0` divides integers, where `Math.floor` would divide floats; for years below 1 the day may be off, but is before the first one all the same.
  const century = (shiftedYear / 100) | 0
  const leapDays = (shiftedYear >> 2) - century + (century >> 2)
  return shiftedYear * 365 + leapDays + (((153 * monthFromMarch + 2) / 5) | 0) + day - 1 - DAYS_BEFORE_1970
}

/** {@link dayOf} a date in parts. */
export function civilDay({ year, month, day }: CivilDate): number {
  return dayOf(year, month, day)
}

/** The date that is so many days from 1970-01-01: the inverse of {@link dayOf}. */
export function civilDate(day: number): CivilDate {
  const shifted = day + DAYS_BEFORE_1970
  const era = Math.floor(shifted / DAYS_OF_400_YEARS)
  const dayOfEra = shifted - era * DAYS_OF_400_YEARS
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return { year, month, day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1 }
}

/** The ISO weekday of a day: Monday is 1, Sunday 7. */
export function weekdayOf(day: number): number {
  const index = (day + MONDAY_OFFSET) % 7
  return (index < 0 ? index + 7 : index) + 1
}
