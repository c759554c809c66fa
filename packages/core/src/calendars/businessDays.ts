import { policyReference } from '../checks/checkPolicyHeader.js'
import { weekdayOf } from '../days/civilDay.js'
import { parseDay } from '../days/parseDay.js'
import type { PolicyReference } from '../types.js'
import { weekdayKeys } from './checkBusinessDayCalendar.js'
import type { BusinessDayCalendar, WeekWindows } from './types.js'

/**
 * Which days are business days. Days are integers, days since 1970-01-01. Every answer takes time in proportion to the logarithm of how many dates
 * the calendar names, however far it lies.
 */
export interface BusinessDays {
  /** What says so; undefined for Monday to Friday without a calendar. */
  readonly policy: PolicyReference | undefined
  readonly isOpen: (day: number) => boolean
  /** How many business days lie between an origin of the calendar's own and the end of a day; negative before the origin. */
  readonly positionOf: (day: number) => number
  /**
   * The business day so many after a day, or before it where the count is negative; the day itself for 0. No day of the years 1 to 9999 (so it may
   * be infinite or NaN) where there are not so many.
   */
  readonly add: (day: number, count: number) => number
}

/** The days of the week that are open. */
interface Week {
  readonly positionOf: (day: number) => number
  /** The first day at a position, infinite where no weekday is open. */
  readonly dayAt: (position: number) => number
}

const MONDAY_TO_FRIDAY = [true, true, true, true, true, false, false]

/** A Monday, from which positions count. */
const ORIGIN = -3

/** Monday to Friday. */
export const mondayToFriday: BusinessDays = /* @__PURE__ */ createBusinessDays(MONDAY_TO_FRIDAY, /* @__PURE__ */ new Map(), undefined)

/**
 * Reads a checked calendar. Neither hours nor the zone are looked at: a date that a zone skips as a whole is a date like any other.
 */
export function readBusinessDays(calendar: BusinessDayCalendar): BusinessDays {
  const { windows, closed = [], open = [], ...header } = { ...calendar }
  const dates = new Map([...closed].map((date) => [parseDay(date), false]))
  for (const { date, windows: hours } of open) dates.set(parseDay(date), hours.length > 0)
  return createBusinessDays(windows === undefined ? MONDAY_TO_FRIDAY : openWeekdays({ ...windows }), dates, policyReference(header))
}

function openWeekdays(windows: WeekWindows): boolean[] {
  return weekdayKeys.map((key) => (windows[key] ?? []).length > 0)
}

/** Business days of open weekdays, from Monday, and of dates that are open or closed whatever their weekday. */
function createBusinessDays(weekdays: readonly boolean[], dates: ReadonlyMap<number, boolean>, policy: PolicyReference | undefined): BusinessDays {
  const week = createWeek(weekdays)
  const isOpenWeekday = (day: number): boolean => weekdays[weekdayOf(day) - 1] as boolean
  const exceptions = [...dates].filter(([day, isOpen]) => isOpen !== isOpenWeekday(day)).sort(([one], [other]) => one - other)
  const days = exceptions.map(([day]) => day)
  let sum = 0
  const sums = [0, ...exceptions.map(([, isOpen]) => (sum += isOpen ? 1 : -1))]
  const positions = days.map((day, index) => week.positionOf(day) + (sums[index + 1] as number))

  const positionOf = (day: number): number => week.positionOf(day) + (sums[firstNotBelow(days, day + 1)] as number)
  /** The first day at a position: an exception, or a day between two of them, where only the week counts. */
  const dayAt = (position: number): number => {
    const index = firstNotBelow(positions, position)
    return Math.min(week.dayAt(position - (sums[index] as number)), days[index] ?? Number.POSITIVE_INFINITY)
  }
  return {
    policy,
    positionOf,
    isOpen: (day) => dates.get(day) ?? isOpenWeekday(day),
    add(day, count) {
      if (count === 0) return day
      return dayAt(count > 0 ? positionOf(day) + count : positionOf(day - 1) + count + 1)
    },
  }
}

function createWeek(weekdays: readonly boolean[]): Week {
  const open = weekdays.flatMap((isOpen, index) => (isOpen ? [index] : []))
  const upTo = weekdays.map((_, index) => open.filter((weekday) => weekday <= index).length)
  return {
    positionOf: (day) => Math.floor((day - ORIGIN) / 7) * open.length + (upTo[weekdayOf(day) - 1] as number),
    dayAt(position) {
      if (open.length === 0) return position > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
      const weeks = Math.ceil(position / open.length) - 1
      return ORIGIN + 7 * weeks + (open[position - weeks * open.length - 1] ?? Number.NaN)
    },
  }
}

/** The index of the first value that is not below a bound, of values that never fall; their number where all are. */
function firstNotBelow(values: readonly number[], bound: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as number) < bound) low = middle + 1
    else high = middle
  }
  return low
}
