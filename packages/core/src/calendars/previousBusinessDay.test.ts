import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badDates } from '../../testing/badInput.js'
import { dayCalendarOf, dayCalendars, nearbyDates } from '../../testing/calendars.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { addBusinessDays, previousBusinessDay } from '../business-time.js'

const calendar = dayCalendarOf({ closed: ['2026-01-12'] })

describe('previousBusinessDay', () => {
  it.each([
    ['2026-01-09', '2026-01-08'],
    ['2026-01-13', '2026-01-09'],
    ['2026-01-12', '2026-01-09'],
    ['2026-01-11', '2026-01-09'],
    ['2026-01-01', '2025-12-31'],
    ['2024-03-01', '2024-02-29'],
    ['0001-01-02', '0001-01-01'],
  ])('%s: %s', (date, expected) => expect(previousBusinessDay(date, calendar)).toBe(expected))

  it('is one business day earlier', () => {
    fc.assert(
      fc.property(
        dayCalendars.filter(({ windows }) => windows === undefined || Object.keys(windows).length > 0),
        nearbyDates,
        (any, date) => {
          expect(previousBusinessDay(date, any)).toBe(addBusinessDays(date, -1, any))
        },
      ),
    )
  })

  it.each(badDates)('refuses the date %o', (date, code) =>
    expect(issuesOf(() => previousBusinessDay(date as never, calendar))).toEqual([[code, ['date']]]),
  )

  it('refuses what is wrong with the calendar too', () => {
    expect(issuesOf(() => previousBusinessDay('x', null as never))).toEqual([
      ['wrong-type', ['calendar']],
      ['not-a-calendar-date', ['date']],
    ])
  })

  it('refuses a date with none earlier', () =>
    expect(issuesOf(() => previousBusinessDay('0001-01-01', calendar))).toEqual([['out-of-range', ['date']]]))
})
