import { addDays } from 'date-fns/addDays'
import { addMonths } from 'date-fns/addMonths'
import { getDaysInMonth } from 'date-fns/getDaysInMonth'
import { getISODay } from 'date-fns/getISODay'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatCalendarDate, parseCalendarDate } from '../dates/calendar.js'
import { civilDate, civilDay, dayAfter, dayBefore, daysInMonth, FIRST_DAY, formatDay, LAST_DAY, parseDay, weekdayOf } from '../days.js'

const MILLISECONDS_A_DAY = 86_400_000

describe('days as integers', () => {
  it.each([
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2024-02-29', 19_782],
    ['1900-03-01', -25_508],
    ['0001-01-01', FIRST_DAY],
    ['9999-12-31', LAST_DAY],
  ])('%s is day %i', (date, day) => {
    expect(parseDay(date)).toBe(day)
    expect(formatDay(day)).toBe(date)
  })

  it('agrees with date-fns on every thirteenth day of the years 1 to 9999', () => {
    const start = parseCalendarDate('0001-01-01') as Date
    let wrong = 0
    for (let day = FIRST_DAY; day <= LAST_DAY; day += 13) {
      const date = addDays(start, day - FIRST_DAY)
      const text = formatCalendarDate(date)
      const parts = civilDate(day)
      const same =
        date.getTime() / MILLISECONDS_A_DAY === day &&
        formatDay(day) === text &&
        parseDay(text) === day &&
        civilDay(parts) === day &&
        weekdayOf(day) === getISODay(date) &&
        daysInMonth(parts.year, parts.month) === getDaysInMonth(date)
      if (!same) wrong++
    }
    expect(wrong).toBe(0)
  })

  it('reads exactly the texts that are calendar dates', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789-'), minLength: 10, maxLength: 10 })
    const dates = fc
      .tuple(fc.nat(9999), fc.nat(13), fc.nat(32))
      .map(([year, month, day]) => [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-'))
    fc.assert(
      fc.property(fc.oneof(digits, dates, fc.string(), fc.anything()), (value) => {
        const date = parseCalendarDate(value)
        expect(parseDay(value)).toBe(date === undefined ? Number.NaN : date.getTime() / MILLISECONDS_A_DAY)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '0000-01-01',
    '2024-1-1',
    '２０２４-01-01',
    '2024/01/01',
    '2024-01-01T',
    ' 2024-01-01',
    '',
    20240101,
    null,
  ])('refuses %j', (value) => expect(parseDay(value)).toBeNaN())

  it('has no text outside the years 1 to 9999', () => {
    expect([FIRST_DAY - 1, LAST_DAY + 1, Number.NaN, Number.POSITIVE_INFINITY].map(formatDay)).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('dayAfter and dayBefore', () => {
  const after = (date: string, months: number, days: number): string | undefined => formatDay(dayAfter(parseDay(date), { months, days }))
  const before = (date: string, months: number, days: number): string | undefined => formatDay(dayBefore(parseDay(date), { months, days }))

  it.each([
    ['2024-01-31', 1, 0, '2024-02-29'],
    ['2023-01-31', 1, 0, '2023-02-28'],
    ['2024-01-31', 1, 1, '2024-03-01'],
    ['2024-02-29', 12, 0, '2025-02-28'],
    ['2023-12-31', 0, 1, '2024-01-01'],
    ['9999-11-30', 1, 1, '9999-12-31'],
  ])('%s, %i months and %i days later it is %s', (date, months, days, expected) => {
    expect(after(date, months, days)).toBe(expected)
  })

  it.each([
    ['2024-03-31', 1, 0, '2024-02-29'],
    ['2023-03-31', 1, 0, '2023-02-28'],
    ['2024-03-31', 1, 1, '2024-02-28'],
    ['2024-02-29', 12, 0, '2023-02-28'],
    ['2024-01-01', 0, 1, '2023-12-31'],
    ['0001-02-28', 1, 27, '0001-01-01'],
  ])('%s, %i months and %i days earlier it was %s', (date, months, days, expected) => {
    expect(before(date, months, days)).toBe(expected)
  })

  it('are infinite outside the years 1 to 9999', () => {
    const durations = [
      { months: 0, days: 1 },
      { months: 1, days: 0 },
      { months: 12 * 99_999 + 999_999, days: 0 },
      { months: 0, days: 8 * 9_999_999 },
    ]
    expect(durations.map((duration) => dayAfter(LAST_DAY, duration))).toEqual(Array(4).fill(Number.POSITIVE_INFINITY))
    expect(durations.map((duration) => dayBefore(FIRST_DAY, duration))).toEqual(Array(4).fill(Number.NEGATIVE_INFINITY))
    const nothing = { months: 0, days: 0 }
    expect([dayAfter(LAST_DAY, nothing), dayBefore(FIRST_DAY, nothing)]).toEqual([LAST_DAY, FIRST_DAY])
  })

  it('agree with date-fns', () => {
    const start = parseCalendarDate('0001-01-01') as Date
    const seen = { within: 0, outside: 0 }
    const anyDay = fc.oneof(
      fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
      fc.integer({ min: FIRST_DAY, max: FIRST_DAY + 800 }),
      fc.integer({ min: LAST_DAY - 800, max: LAST_DAY }),
    )
    fc.assert(
      fc.property(anyDay, fc.oneof(fc.nat(40), fc.nat(120_000)), fc.oneof(fc.nat(70), fc.nat(4_000_000)), (day, months, days) => {
        const date = addDays(start, day - FIRST_DAY)
        const expected = [addDays(addMonths(date, months), days), addDays(addMonths(date, -months), -days)].map(
          (moved) => moved.getTime() / MILLISECONDS_A_DAY,
        ) as [number, number]
        const [later, earlier] = expected
        expect(dayAfter(day, { months, days })).toBe(later <= LAST_DAY ? later : Number.POSITIVE_INFINITY)
        expect(dayBefore(day, { months, days })).toBe(earlier >= FIRST_DAY ? earlier : Number.NEGATIVE_INFINITY)
        for (const isWithin of [later <= LAST_DAY, earlier >= FIRST_DAY]) seen[isWithin ? 'within' : 'outside'] += 1
      }),
      { numRuns: 5000 },
    )
    expect(Math.min(seen.within, seen.outside)).toBeGreaterThan(500)
  })
})
