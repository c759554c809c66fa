import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { addCalendarDays, addCalendarMonths, calendarDaysBetween, endOfMonth, isCalendarDate, weekday } from '../index.js'

/** An oracle that shares nothing with Date: days since 0000-03-01 (H. Hinnant, chrono-compatible low-level date algorithms). */
const daysFromCivil = (date: string): number => {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number]
  const year = m <= 2 ? y - 1 : y
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
}
const LAST = daysFromCivil('9999-12-31')
const FIRST = daysFromCivil('0001-01-01')

const dates = fc.oneof(
  fc.constantFrom(
    '0001-01-01',
    '9999-12-31',
    '0099-12-31',
    '0100-01-01',
    '1900-02-28',
    '2000-02-29',
    '2024-02-29',
    '1970-01-01',
    '2011-12-30',
    '1927-12-31',
    '2024-03-10',
    '2024-11-03',
  ),
  fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map(([y, m, d]) => `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
    .filter(isCalendarDate),
)

describe('calendar dates', () => {
  it('runs in the zone that the test project names', () => {
    const offsets: Record<string, number> = { UTC: 0, 'Asia/Shanghai': -480, 'America/St_Johns': 210 }
    expect(new Date(2024, 0, 1).getTimezoneOffset()).toBe(offsets[process.env['TZ'] ?? ''])
  })

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-12-31', 1, '2025-01-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2024-03-09', 2, '2024-03-11'],
    ['0001-01-01', 0, '0001-01-01'],
    ['0099-12-31', 1, '0100-01-01'],
    ['0001-01-01', LAST - FIRST, '9999-12-31'],
    ['2011-12-29', 1, '2011-12-30'],
  ] as const)('%s and %i days is %s', (date, days, result) => {
    expect(addCalendarDays(date, days)).toBe(result)
  })

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-08-31', 1, '2024-09-30'],
    ['2024-05-15', 0, '2024-05-15'],
    ['2024-12-31', 2, '2025-02-28'],
    ['0001-01-31', 1, '0001-02-28'],
    ['9999-11-30', 1, '9999-12-30'],
    ['1900-01-31', 1, '1900-02-28'],
  ] as const)('%s and %i months is %s', (date, months, result) => {
    expect(addCalendarMonths(date, months)).toBe(result)
  })

  it.each([
    ['2024-02-01', '2024-02-29'],
    ['2023-02-28', '2023-02-28'],
    ['1900-02-01', '1900-02-28'],
    ['2000-02-01', '2000-02-29'],
    ['9999-12-01', '9999-12-31'],
    ['0004-02-01', '0004-02-29'],
  ])('the month of %s ends on %s', (date, end) => {
    expect(endOfMonth(date)).toBe(end)
  })

  it.each([
    ['2024-02-29', 4],
    ['1970-01-01', 4],
    ['2000-01-01', 6],
    ['0001-01-01', 1],
    ['9999-12-31', 5],
    ['2024-03-03', 7],
    ['2024-03-04', 1],
  ])('%s is day %i of the week (ISO 8601)', (date, day) => {
    expect(weekday(date)).toBe(day)
  })

  it('counts days as an independent calendar does, and adding them comes back', () => {
    fc.assert(
      fc.property(dates, dates, (from, to) => {
        const days = daysFromCivil(to) - daysFromCivil(from)
        expect(calendarDaysBetween(from, to)).toBe(days)
        expect(addCalendarDays(from, days)).toBe(to)
        expect(weekday(to)).toBe(((((weekday(from) - 1 + days) % 7) + 7) % 7) + 1)
      }),
    )
  })

  it('keeps the day in a moved month, or takes its last day', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -1200, max: 1200 }), (date, months) => {
        const [y, m, d] = date.split('-').map(Number) as [number, number, number]
        const index = y * 12 + m - 1 + months
        const month = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
        fc.pre(index >= 12 && index < 120_000)
        const last = Number(endOfMonth(`${month}-01`).slice(8))
        expect(addCalendarMonths(date, months)).toBe(`${month}-${String(Math.min(d, last)).padStart(2, '0')}`)
      }),
    )
  })

  it('does not follow a host that replaces the global Date', () => {
    const HostDate = globalThis.Date
    globalThis.Date = class extends HostDate {} as DateConstructor
    try {
      expect([addCalendarDays('2024-02-28', 1), addCalendarMonths('2024-01-31', 1), endOfMonth('2024-02-01'), weekday('2024-02-29')]).toEqual([
        '2024-02-29',
        '2024-02-29',
        '2024-02-29',
        4,
      ])
      expect(calendarDaysBetween('2024-02-28', '2024-03-01')).toBe(2)
    } finally {
      globalThis.Date = HostDate
    }
  })

  it('says in the message what was asked for', () => {
    expect(() => addCalendarDays('9999-12-31', 1)).toThrow('days must be between 0001-01-01 and 9999-12-31, not 9999-12-31 + 1')
    expect(() => addCalendarMonths('0001-01-01', -2)).toThrow('not 0001-01-01 − 2')
  })

  it('refuses results outside the years 1 to 9999, and amounts that are no integers', () => {
    expect(issuesOf(() => addCalendarDays('9999-12-31', 1))).toEqual([['out-of-range', ['days']]])
    expect(issuesOf(() => addCalendarDays('0001-01-01', -1))).toEqual([['out-of-range', ['days']]])
    expect(issuesOf(() => addCalendarDays('2024-01-01', Number.MAX_SAFE_INTEGER))).toEqual([['out-of-range', ['days']]])
    expect(issuesOf(() => addCalendarMonths('0001-01-31', -1))).toEqual([['out-of-range', ['months']]])
    expect(issuesOf(() => addCalendarMonths('2024-01-01', 1.5))).toEqual([['not-an-integer', ['months']]])
    expect(issuesOf(() => addCalendarDays('2024-13-01', Number.NaN))).toEqual([
      ['not-a-calendar-date', ['date']],
      ['not-an-integer', ['days']],
    ])
    expect(issuesOf(() => addCalendarDays('2024-01-01', '1' as never))).toEqual([['not-an-integer', ['days']]])
    expect(issuesOf(() => calendarDaysBetween('2024-02-30', undefined as never))).toEqual([
      ['not-a-calendar-date', ['from']],
      ['missing', ['to']],
    ])
    expect(issuesOf(() => endOfMonth('2024-1-1'))).toEqual([['not-a-calendar-date', ['date']]])
    expect(issuesOf(() => weekday('today'))).toEqual([['not-a-calendar-date', ['date']]])
  })

  it.each([
    ['2023-02-29'],
    ['1900-02-29'],
    ['2024-04-31'],
    ['2024-00-10'],
    ['2024-13-01'],
    ['2024-01-00'],
    ['2024-01-32'],
    ['0000-12-31'],
    ['10000-01-01'],
    ['-001-01-01'],
    ['2024-1-01'],
    ['20240101'],
    ['2024/01/01'],
    ['2024-01-01T00:00:00Z'],
    ['2024-01-01 '],
    [' 2024-01-01'],
    ['2024-01-01\n'],
    ['２０２４-01-01'],
    [''],
    [null],
    [undefined],
    [20240101],
    [new Date(0)],
    [['2024-01-01']],
  ])('%j is no calendar date', (value) => {
    expect(isCalendarDate(value)).toBe(false)
  })
})
