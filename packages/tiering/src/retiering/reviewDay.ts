import type { CalendarDate } from '@clientele/core'

/** How a day lies to the reviews. */
export interface ReviewDay {
  /** When the review that the day is in began: on the first day of its month; null where it is in none. */
  readonly begins: CalendarDate | null
  /** The next month of a review, as `YYYY-MM`, the calendar's last month at most; null where the day is in one, or there are none. */
  readonly next: string | null
}

const LAST_YEAR = 9999
const LAST_MONTH = '9999-12'

/** How a day lies to reviews in some months, which ascend. */
export function reviewDay(day: CalendarDate, months: readonly number[]): ReviewDay {
  const [year, month] = yearAndMonth(day)
  if (months.includes(month)) return { begins: `${monthText(year, month)}-01`, next: null }
  return { begins: null, next: months.length === 0 ? null : (reviewMonthAfter(day, months) ?? LAST_MONTH) }
}

/** The first month of a review, as `YYYY-MM`, after the month of a day; undefined where the calendar ends before. */
export function reviewMonthAfter(day: CalendarDate, months: readonly number[]): string | undefined {
  const [year, month] = yearAndMonth(day)
  const later = months.find((one) => one > month)
  if (later !== undefined) return monthText(year, later)
  const [first] = months
  return first === undefined || year === LAST_YEAR ? undefined : monthText(year + 1, first)
}

function yearAndMonth(day: CalendarDate): readonly [year: number, month: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
}

function monthText(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
}
