import { addBusinessDays } from 'date-fns/addBusinessDays'
import { getISODay } from 'date-fns/getISODay'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayCalendarOf, dayCalendars, someHours, weekOf } from '../../testing/calendars.js'
import { formatCalendarDate, parseCalendarDate } from '../dates/calendar.js'
import { FIRST_DAY, formatDay, LAST_DAY, mondayToFriday, parseDay, readBusinessDays } from '../days.js'
import type { BusinessDayCalendar } from './types.js'

const KEYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** The same by the definition, for one date. */
function isOpenOn(date: string, { windows, closed = [], open = [] }: BusinessDayCalendar): boolean {
  const opened = open.find((one) => one.date === date)
  if (opened !== undefined) return opened.windows.length > 0
  const weekday = getISODay(parseCalendarDate(date) as Date)
  return !closed.includes(date) && (windows === undefined ? weekday <= 5 : (windows[KEYS[weekday - 1] as 'mon'] ?? []).length > 0)
}

/** The same day by day, up to a distance within which an answer must lie; undefined beyond. */
function walk(day: number, count: number, calendar: BusinessDayCalendar, distance: number): number | undefined {
  const direction = Math.sign(count)
  let left = Math.abs(count)
  for (let found = day; Math.abs(found - day) <= distance; found += direction) {
    if (found !== day && isOpenOn(formatDay(found) as string, calendar)) left -= 1
    if (left === 0) return found
  }
  return undefined
}

const START = parseDay('2024-01-01')
const days = fc.integer({ min: START - 20, max: START + 120 })

describe('business days', () => {
  it('agree with a walk day by day, whatever the calendar', () => {
    const seen = { found: 0, none: 0 }
    fc.assert(
      fc.property(dayCalendars, days, fc.integer({ min: -40, max: 40 }), (calendar, day, count) => {
        const { add, isOpen } = readBusinessDays(calendar)
        expect(isOpen(day)).toBe(isOpenOn(formatDay(day) as string, calendar))
        const expected = walk(day, count, calendar, 500)
        const found = add(day, count)
        if (expected === undefined) expect(Math.abs(found - day)).toBeGreaterThan(500)
        else expect(found).toBe(expected)
        seen[expected === undefined ? 'none' : 'found'] += 1
      }),
      { numRuns: 1500, seed: 10 },
    )
    expect(seen.none).toBeGreaterThan(50)
    expect(seen.found).toBeGreaterThan(1000)
  })

  it('have positions one apart', () => {
    fc.assert(
      fc.property(dayCalendars, days, (calendar, day) => {
        const { positionOf, isOpen } = readBusinessDays(calendar)
        expect(positionOf(day) - positionOf(day - 1)).toBe(isOpen(day) ? 1 : 0)
      }),
      { numRuns: 500 },
    )
  })

  it('are as many between two days as their positions differ by', () => {
    fc.assert(
      fc.property(dayCalendars, days, fc.nat(80), (calendar, day, length) => {
        const { positionOf, isOpen } = readBusinessDays(calendar)
        const open = Array.from({ length }, (_, index) => day + 1 + index).filter(isOpen)
        expect(positionOf(day + length) - positionOf(day)).toBe(open.length)
      }),
      { numRuns: 200 },
    )
  })

  it('are Monday to Friday without a calendar, as with one that says no more', () => {
    const read = readBusinessDays(dayCalendarOf())
    const spelt = readBusinessDays(dayCalendarOf({ windows: weekOf('mon', 'tue', 'wed', 'thu', 'fri'), closed: ['2024-01-06'] }))
    fc.assert(
      fc.property(fc.integer({ min: FIRST_DAY, max: LAST_DAY }), fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        const expected = mondayToFriday.add(day, count)
        expect([read.add(day, count), spelt.add(day, count)]).toEqual([expected, expected])
      }),
    )
    expect(mondayToFriday.policy).toBeUndefined()
    expect(read.policy).toEqual({ kind: 'business-calendar', id: 'days', version: '2026' })
  })

  it('agree with date-fns over the years 1 to 9999, from Monday to Friday', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_DAY, max: LAST_DAY }), fc.integer({ min: -500_000, max: 500_000 }), (day, count) => {
        fc.pre(mondayToFriday.isOpen(day))
        const date = parseCalendarDate(formatDay(day)) as Date
        expect(formatDay(mondayToFriday.add(day, count))).toBe(formatCalendarDate(addBusinessDays(date, count)))
      }),
      { numRuns: 500 },
    )
  })

  it('lie in no year from 1 to 9999 where there are not so many', () => {
    const once = readBusinessDays(dayCalendarOf({ windows: {}, open: [{ date: '2024-02-29', windows: someHours }] }))
    const day = parseDay('2024-02-29')
    expect([once.add(day - 1, 1), once.add(day + 1, -1), once.add(day, 0)]).toEqual([day, day, day])
    expect([once.add(day, 1), once.add(day - 1, 2), once.add(day - 99, Number.MAX_SAFE_INTEGER)]).toEqual(Array(3).fill(Number.POSITIVE_INFINITY))
    expect([once.add(day, -1), once.add(day + 1, -2), once.add(day + 99, Number.MIN_SAFE_INTEGER)]).toEqual(Array(3).fill(Number.NEGATIVE_INFINITY))
    for (const count of [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 2 ** 52 + 1, 4_000_000, -4_000_000]) {
      for (const { add } of [mondayToFriday, readBusinessDays(dayCalendarOf({ windows: weekOf(...KEYS) }))])
        expect(formatDay(add(day, count))).toBeUndefined()
    }
  })

  it('are found though every weekday of thousands of years in between is closed', () => {
    const closed = Array.from({ length: 20_000 }, (_, index) => formatDay(START + index) as string)
    const { add, isOpen } = readBusinessDays(dayCalendarOf({ closed: [...closed, ...closed.slice(0, 99)].reverse() }))
    const friday = START - 3
    const after = START + 20_000
    expect([isOpen(friday), isOpen(START), isOpen(START + 19_999)]).toEqual([true, false, false])
    expect(formatDay(add(friday, 1))).toBe(formatDay(mondayToFriday.add(after - 1, 1)))
    expect(add(START + 10_000, -1)).toBe(friday)
    // A million searches would never end if each went through the days.
    let sum = 0
    for (let search = 0; search < 1_000_000; search += 1) sum += add(START + (search % 20_000), -1)
    expect(sum).toBe(1_000_000 * friday)
  })
})
