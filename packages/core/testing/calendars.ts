import fc from 'fast-check'
import type { BusinessCalendar, BusinessDayCalendar, DateWindows, TimeWindow, Weekday } from '../src/calendars/types.js'
import { formatDay } from '../src/days/formatDay.js'
import { parseDay } from '../src/days/parseDay.js'

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** A calendar of whole days: Monday to Friday unless told otherwise. */
export const dayCalendarOf = (others: Partial<BusinessDayCalendar> = {}): BusinessDayCalendar => ({
  kind: 'business-calendar',
  id: 'days',
  version: '2026',
  ...others,
})

/** Some opening hours. */
export const someHours: readonly TimeWindow[] = [
  ['09:00', '12:00'],
  ['13:00', '17:00'],
]

/** The same hours on each of some weekdays. */
export const weekOf = (...days: readonly Weekday[]): { readonly [day in Weekday]?: readonly TimeWindow[] } =>
  Object.fromEntries(days.map((day) => [day, someHours]))

const START = parseDay('2024-01-01')

/** Dates of some weeks around a leap day. */
export const nearbyDates: fc.Arbitrary<string> = fc.integer({ min: START, max: START + 99 }).map((day) => formatDay(day) as string)

const opened: fc.Arbitrary<DateWindows[]> = fc.uniqueArray(
  fc.record({ date: nearbyDates, windows: fc.constantFrom<(readonly TimeWindow[])[]>(someHours, someHours, []) }),
  { maxLength: 12, selector: ({ date }) => date },
)

/** Calendars of few and many open weekdays, with dates that are closed and opened in some weeks around a leap day; or open on such dates alone. */
export const dayCalendars: fc.Arbitrary<BusinessDayCalendar> = fc
  .record({
    week: fc.option(fc.subarray([...weekdays]), { nil: undefined, freq: 4 }),
    closed: fc.array(nearbyDates, { maxLength: 30 }),
    open: opened,
  })
  .filter(({ week, open }) => week === undefined || week.length > 0 || open.some(({ windows }) => windows.length > 0))
  .map(({ week, closed, open }) => dayCalendarOf({ closed, open, ...(week && { windows: weekOf(...week) }) }))

/** Calendars with a zone and hours of several kinds. */
export const businessCalendars: fc.Arbitrary<BusinessCalendar> = fc
  .record({
    calendar: dayCalendars,
    zone: fc.constantFrom('UTC', 'Asia/Shanghai', 'America/St_Johns', 'Australia/Lord_Howe', 'Europe/Berlin'),
    saturday: fc.constantFrom<(readonly TimeWindow[])[]>([['00:00', '24:00']], [['22:00', '24:00']], []),
  })
  .map(({ calendar, zone, saturday }) => ({ ...calendar, zone, windows: { ...(calendar.windows ?? weekOf('mon', 'fri')), sat: saturday } }))
  .filter(({ windows, open = [] }) => [...Object.values(windows), ...open.map((one) => one.windows)].some((hours = []) => hours.length > 0))
