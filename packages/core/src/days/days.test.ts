import { addDays } from 'date-fns/addDays'
import { getDaysInMonth } from 'date-fns/getDaysInMonth'
import { getISODay } from 'date-fns/getISODay'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatCalendarDate, parseCalendarDate } from '../dates/calendar.js'
import { civilDate, civilDay, daysInMonth, FIRST_DAY, formatDay, LAST_DAY, parseDay, weekdayOf } from '../days.js'

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
