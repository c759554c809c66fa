import { describe, expect, it } from 'vitest'
import { badDates } from '../../testing/badInput.js'
import { dayCalendarOf, someHours, weekOf } from '../../testing/calendars.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { isBusinessDay } from '../business-time.js'

const week = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09', '2026-01-10', '2026-01-11']
const openDays = (calendar: Parameters<typeof isBusinessDay>[1]): string[] => week.filter((date) => isBusinessDay(date, calendar))

describe('isBusinessDay', () => {
  it('is Monday to Friday where the calendar says no more', () => expect(openDays(dayCalendarOf())).toEqual(week.slice(0, 5)))

  it('is a weekday that has a window', () => {
    expect(openDays(dayCalendarOf({ windows: weekOf('sun', 'tue') }))).toEqual(['2026-01-06', '2026-01-11'])
    expect(openDays(dayCalendarOf({ windows: { ...weekOf('mon'), tue: [], wed: undefined } }))).toEqual(['2026-01-05'])
  })

  it('is no date among `closed`, and what `open` says of a date whatever else is said', () => {
    const open = [
      { date: '2026-01-10', windows: someHours },
      { date: '2026-01-08', windows: [] },
    ]
    expect(openDays(dayCalendarOf({ closed: ['2026-01-05', '2026-01-10', '2026-01-11'], open }))).toEqual([
      '2026-01-06',
      '2026-01-07',
      '2026-01-09',
      '2026-01-10',
    ])
  })

  it.each([
    ['0001-01-01', true],
    ['9999-12-31', true],
    ['2000-02-29', true],
    ['2024-03-31', false],
  ])('%s', (date, expected) => expect(isBusinessDay(date, dayCalendarOf())).toBe(expected))

  it.each(badDates)('refuses the date %o', (date, code) =>
    expect(issuesOf(() => isBusinessDay(date as never, dayCalendarOf()))).toEqual([[code, ['date']]]),
  )

  it('refuses a calendar that is never open', () =>
    expect(issuesOf(() => isBusinessDay('x', dayCalendarOf({ windows: { mon: [] } })))).toEqual([
      ['empty', ['calendar', 'windows']],
      ['not-a-calendar-date', ['date']],
    ]))
})
