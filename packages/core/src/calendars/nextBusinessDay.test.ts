import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badDates } from '../../testing/badInput.js'
import { dayCalendarOf, dayCalendars, nearbyDates } from '../../testing/calendars.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { addBusinessDays, nextBusinessDay } from '../business-time.js'

const calendar = dayCalendarOf({ closed: ['2026-01-12'] })

describe('nextBusinessDay', () => {
  it.each([
    ['2026-01-08', '2026-01-09'],
    ['2026-01-09', '2026-01-13'],
    ['2026-01-10', '2026-01-13'],
    ['2026-01-12', '2026-01-13'],
    ['2025-12-31', '2026-01-01'],
    ['2024-02-28', '2024-02-29'],
    ['9999-12-30', '9999-12-31'],
  ])('%s: %s', (date, expected) => expect(nextBusinessDay(date, calendar)).toBe(expected))

  it('is one business day later', () => {
    fc.assert(
      fc.property(
        dayCalendars.filter(({ windows }) => windows === undefined || Object.keys(windows).length > 0),
        nearbyDates,
        (any, date) => {
          expect(nextBusinessDay(date, any)).toBe(addBusinessDays(date, 1, any))
        },
      ),
    )
  })

  it.each(badDates)('refuses the date %o', (date, code) =>
    expect(issuesOf(() => nextBusinessDay(date as never, calendar))).toEqual([[code, ['date']]]),
  )

  it('refuses what is wrong with the calendar too', () => {
    expect(issuesOf(() => nextBusinessDay('x', null as never))).toEqual([
      ['wrong-type', ['calendar']],
      ['not-a-calendar-date', ['date']],
    ])
  })

  it('refuses a date with none later', () => expect(issuesOf(() => nextBusinessDay('9999-12-31', calendar))).toEqual([['out-of-range', ['date']]]))
})
