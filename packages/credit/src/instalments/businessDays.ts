import type { PolicyReference } from '@clientele/core'
import { policyReference } from '@clientele/core/checks'
import { civilDate, parseDay, weekdayOf } from '@clientele/core/days'
import { weekdayKeys } from './checkCalendar.js'
import type { BusinessCalendar, BusinessDayConvention } from './types.js'

/** Which days are business days. */
export interface BusinessDays {
  /** ISO weekdays that are open. */
  readonly weekdays: ReadonlySet<number>
  /** Days that are open or closed whatever their weekday. */
  readonly exceptions: ReadonlyMap<number, boolean>
  /** What says so; undefined for Monday to Friday without a calendar. */
  readonly policy: PolicyReference | undefined
}

const WORKING_WEEK: ReadonlySet<number> = /* @__PURE__ */ new Set([1, 2, 3, 4, 5])

/** Monday to Friday. */
export const mondayToFriday: BusinessDays = { weekdays: WORKING_WEEK, exceptions: /* @__PURE__ */ new Map(), policy: undefined }

/** Reads a checked calendar. */
export function readBusinessDays(calendar: BusinessCalendar): BusinessDays {
  const { windows, closed = [], open = [], ...header } = { ...calendar }
  const exceptions = new Map(closed.map((date) => [parseDay(date), false]))
  for (const { date, windows: hours } of open) exceptions.set(parseDay(date), hours.length > 0)
  return { weekdays: windows === undefined ? WORKING_WEEK : openWeekdays({ ...windows }), exceptions, policy: policyReference(header) }
}

function openWeekdays(windows: NonNullable<BusinessCalendar['windows']>): Set<number> {
  return new Set(weekdayKeys.flatMap((key, index) => ((windows[key] ?? []).length > 0 ? [index + 1] : [])))
}

/**
 * Moves a day to a business day, unless it is one; NaN, or a day outside the years 1 to 9999, where there is none on that side.
 *
 * Source: ISDA, *2006 ISDA Definitions*, section 4.12, business day conventions.
 */
export function moveToBusinessDay(day: number, convention: BusinessDayConvention, days: BusinessDays): number {
  if (convention === 'preceding') return nearestOpen(day, -1, days)
  const following = nearestOpen(day, 1, days)
  if (convention === 'following' || monthOf(following) === monthOf(day)) return following
  return nearestOpen(day, -1, days)
}

function nearestOpen(day: number, direction: 1 | -1, days: BusinessDays): number {
  const { weekdays, exceptions } = days
  if (weekdays.size === 0) return nearestException(day, direction, exceptions)
  let found = day
  while (!(exceptions.get(found) ?? weekdays.has(weekdayOf(found)))) found += direction
  return found
}

/** Where no weekday is open, a search day by day might go on for thousands of years. */
function nearestException(day: number, direction: 1 | -1, exceptions: ReadonlyMap<number, boolean>): number {
  let nearest = Number.POSITIVE_INFINITY
  for (const [date, isOpen] of exceptions) {
    const distance = (date - day) * direction
    if (isOpen && distance >= 0 && distance < nearest) nearest = distance
  }
  return day + nearest * direction
}

function monthOf(day: number): number {
  const { year, month } = civilDate(day)
  return year * 12 + month
}
