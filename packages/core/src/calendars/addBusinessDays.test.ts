import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badDates } from '../../testing/badInput.js'
import { dayCalendarOf, dayCalendars, nearbyDates, someHours, weekOf } from '../../testing/calendars.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { addBusinessDays, isBusinessDay } from '../business-time.js'
import { addCalendarDays, isInputError } from '../index.js'

const weekdays = dayCalendarOf()

describe('known answers', () => {
  // A complaint received on Friday 2026-01-09, no holidays: see the rows 20 to 22 of the vectors for complaints.
  it.each([
    ['FCA DISP 1.6, 3 business days after the day of receipt', 3, '2026-01-14'],
    ['FCA DISP 1.6.2A, 15 business days', 15, '2026-01-30'],
    ['FCA DISP 1.6.2A, 35 business days', 35, '2026-02-27'],
    ['SAMR Order 20 (2019) art. 14, 7 working days', 7, '2026-01-20'],
  ])('%s', (_, days, expected) => expect(addBusinessDays('2026-01-09', days, weekdays)).toBe(expected))

  it.each([
    ['FCA DISP 1.6.2, 8 weeks', 56, '2026-03-06'],
    ['CFPB, 15 days', 15, '2026-01-24'],
    ['CFPB, 60 days', 60, '2026-03-10'],
  ])('%s, which are calendar days', (_, days, expected) => expect(addCalendarDays('2026-01-09', days)).toBe(expected))

  it.each([
    ['over a leap day', '2024-02-28', 2, '2024-03-01'],
    ['back over a leap day', '2024-03-01', -2, '2024-02-28'],
    ['over the end of a year', '2025-12-31', 1, '2026-01-01'],
    ['from a Saturday', '2026-01-10', 1, '2026-01-12'],
    ['from a Saturday, back', '2026-01-10', -1, '2026-01-09'],
    ['from a Monday, back', '2026-01-12', -1, '2026-01-09'],
    ['nothing, from a business day', '2026-01-09', 0, '2026-01-09'],
    ['nothing, from a Sunday', '2026-01-11', 0, '2026-01-11'],
    ['nothing below nought', '2026-01-11', -0, '2026-01-11'],
    ['over the 26,090 weekdays of a hundred years, from the first to the last', '2001-01-01', 26_089, '2100-12-31'],
  ])('%s', (_, date, days, expected) => expect(addBusinessDays(date, days, weekdays)).toBe(expected))

  it('holidays and make-up workdays: the Spring Festival of 2026 in China', () => {
    // General Office of the State Council, on the public holidays of 2026: closed from 15 to 23 February, work on the Saturdays 14 and 28 February.
    const closed = Array.from({ length: 9 }, (_, index) => `2026-02-${15 + index}`)
    const china = dayCalendarOf({ closed, open: ['2026-02-14', '2026-02-28'].map((date) => ({ date, windows: someHours })) })
    expect(addBusinessDays('2026-02-13', 1, china)).toBe('2026-02-14')
    expect(addBusinessDays('2026-02-13', 2, china)).toBe('2026-02-24')
    expect(addBusinessDays('2026-02-27', 1, china)).toBe('2026-02-28')
    expect(addBusinessDays('2026-02-24', -1, china)).toBe('2026-02-14')
  })

  it('a calendar that is open on some dates alone', () => {
    const fairs = dayCalendarOf({ windows: {}, open: ['2030-05-01', '2024-05-01', '2027-05-01'].map((date) => ({ date, windows: someHours })) })
    expect([1, 2, 3].map((days) => addBusinessDays('2024-01-01', days, fairs))).toEqual(['2024-05-01', '2027-05-01', '2030-05-01'])
    expect(addBusinessDays('9999-12-31', -2, fairs)).toBe('2027-05-01')
  })

  it('a date that a zone skips, which is a date like any other', () => {
    expect(addBusinessDays('2011-12-29', 1, { ...weekdays, zone: 'Pacific/Apia' })).toBe('2011-12-30')
  })
})

describe('laws', () => {
  const steps = fc.integer({ min: -60, max: 60 })
  /** For dates that have so many business days around them. */
  const open = dayCalendars.filter(({ windows }) => windows === undefined || Object.keys(windows).length > 0)

  it('so many days forward and back again is the same date, where that is a business day', () => {
    fc.assert(
      fc.property(open, nearbyDates, steps, (calendar, date, days) => {
        fc.pre(isBusinessDay(date, calendar))
        expect(addBusinessDays(addBusinessDays(date, days, calendar), -days, calendar)).toBe(date)
      }),
    )
  })

  it('two moves are one of their sum', () => {
    fc.assert(
      fc.property(open, nearbyDates, steps, steps, (calendar, date, first, second) => {
        fc.pre(isBusinessDay(date, calendar) || first * second > 0)
        expect(addBusinessDays(addBusinessDays(date, first, calendar), second, calendar)).toBe(addBusinessDays(date, first + second, calendar))
      }),
    )
  })

  it('any move ends on a business day, one more ends later, and so does or at the same one move from a later date', () => {
    fc.assert(
      fc.property(open, nearbyDates, nearbyDates, steps, (calendar, one, other, days) => {
        const [date, later] = [one, other].sort() as [string, string]
        const end = addBusinessDays(date, days, calendar)
        expect(isBusinessDay(end, calendar) || days === 0).toBe(true)
        expect(addBusinessDays(date, days + 1, calendar) > end).toBe(true)
        expect(addBusinessDays(later, days, calendar) >= end).toBe(true)
      }),
    )
  })

  it('a holiday more never brings a date forward, nor a date back for the one who counts back', () => {
    fc.assert(
      fc.property(open, nearbyDates, nearbyDates, steps, (calendar, holiday, date, days) => {
        const more = { ...calendar, closed: [...(calendar.closed ?? []), holiday] }
        const [end, moved] = [addBusinessDays(date, days, calendar), addBusinessDays(date, days, more)]
        expect(days < 0 ? moved <= end : moved >= end).toBe(true)
      }),
    )
  })

  it('the order of dates does not matter, nor that one is named twice, nor the hours', () => {
    fc.assert(
      fc.property(dayCalendars, nearbyDates, steps, (calendar, date, days) => {
        const { closed = [], open: opened = [] } = calendar
        const hours = opened.map((one) => (one.windows.length > 0 ? { ...one, windows: [['00:00', '24:00']] as const } : one))
        const other = deepFreeze({ ...calendar, closed: [...closed, ...closed].reverse(), open: hours.reverse() })
        const answerOf = (one: typeof calendar): unknown => {
          try {
            return addBusinessDays(date, days, one)
          } catch (error) {
            return isInputError(error) && error.issues
          }
        }
        expect(answerOf(other)).toEqual(answerOf(calendar))
      }),
    )
  })
})

describe('bad input', () => {
  it.each(badDates)('date %o', (date, code) => expect(issuesOf(() => addBusinessDays(date as never, 1, weekdays))).toEqual([[code, ['date']]]))

  it.each([
    [undefined, 'missing'],
    [1.5, 'not-an-integer'],
    [Number.NaN, 'not-an-integer'],
    [Number.POSITIVE_INFINITY, 'not-an-integer'],
    ['1', 'not-an-integer'],
    [1n, 'not-an-integer'],
    [null, 'not-an-integer'],
    [2 ** 53, 'too-large'],
    [-(2 ** 53), 'too-small'],
  ])('days %o', (days, code) => expect(issuesOf(() => addBusinessDays('2026-01-09', days as never, weekdays))).toEqual([[code, ['days']]]))

  it('tells everything that is wrong, the calendar under its name', () => {
    const calendar = { ...weekdays, closed: ['2026-02-30'], zone: '', windows: { mon: [['17:00', '09:00']] } }
    expect(issuesOf(() => addBusinessDays('x', 0.5, calendar as never))).toEqual([
      ['empty', ['calendar', 'zone']],
      ['not-above', ['calendar', 'windows', 'mon', 0, 1]],
      ['not-a-calendar-date', ['calendar', 'closed', 0]],
      ['not-a-calendar-date', ['date']],
      ['not-an-integer', ['days']],
    ])
    expect(issuesOf(() => addBusinessDays('2026-01-09', 1, undefined as never))).toEqual([['missing', ['calendar']]])
    expect(issuesOf(() => addBusinessDays('2026-01-09', 0, dayCalendarOf({ windows: {} })))).toEqual([['empty', ['calendar', 'windows']]])
  })

  it('takes nothing from a prototype', () => {
    const inherited = Object.assign(Object.create({ closed: ['2026-01-12'], windows: weekOf('sun') }), weekdays)
    expect(addBusinessDays('2026-01-09', 1, inherited)).toBe('2026-01-12')
    const parsed = JSON.parse(`{ "kind": "business-calendar", "id": "x", "version": 1, "__proto__": { "closed": ["2026-01-12"] } }`)
    expect(issuesOf(() => addBusinessDays('2026-01-09', 1, parsed))).toEqual([['unknown-key', ['calendar', '__proto__']]])
  })

  it.each([
    ['9999-12-31', 1],
    ['9999-12-30', 2],
    ['0001-01-01', -1],
    ['2026-01-09', 4_000_000],
    ['2026-01-09', Number.MAX_SAFE_INTEGER],
    ['2026-01-09', Number.MIN_SAFE_INTEGER],
  ])('out of the years 1 to 9999: %s, %i', (date, days) =>
    expect(issuesOf(() => addBusinessDays(date, days, weekdays))).toEqual([['out-of-range', ['days']]]),
  )

  it('says what was asked for', () => {
    const messageOf = (run: () => unknown): string => {
      try {
        return String(run())
      } catch (error) {
        return (error as Error).message
      }
    }
    expect(messageOf(() => addBusinessDays('9999-12-31', 1, weekdays))).toBe('days must be between 0001-01-01 and 9999-12-31, not 9999-12-31 + 1')
    expect(messageOf(() => addBusinessDays('0001-01-01', -2, weekdays))).toBe('days must be between 0001-01-01 and 9999-12-31, not 0001-01-01 − 2')
  })

  it('reaches the first and the last date', () => {
    expect(addBusinessDays('9999-12-30', 1, weekdays)).toBe('9999-12-31')
    expect(addBusinessDays('0001-01-02', -1, weekdays)).toBe('0001-01-01')
  })
})
