import { complaintClocks } from '@clientele/complaints'
import { aroundTheClock, chinaOfficeHours2026, eightSteps } from '@clientele/complaints/templates'
import { addBusinessTime, type BusinessCalendar, businessTimeBetween, startOfDay, traceBusinessTime } from '@clientele/core/business-time'
import { formatDay, parseDay } from '@clientele/core/days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerWithin, complaintAt } from '../pages/deadline/promise.js'
import { kindOf } from './kindOf.js'
import { splitSpans } from './splitSpans.js'
import type { CalendarDay } from './types.js'
import { weeksOf } from './weeksOf.js'

const told = (days: readonly CalendarDay[]) =>
  days.map((day) => [
    formatDay(day.day),
    kindOf(day),
    day.seconds / 3600,
    day.total / 3600,
    ...day.parts.filter(({ counted }) => counted).map(({ from, to }) => `${from}-${to}`),
  ])

const traced = (from: string, duration: string, calendar: BusinessCalendar) =>
  traceBusinessTime(from, addBusinessTime(from, duration, calendar), calendar)

const always = (zone: string): BusinessCalendar => ({ ...aroundTheClock, zone })

describe('splitSpans', () => {
  it('gives each day its time, and the total until its end', () => {
    const { spans } = traced('2026-02-14T17:00:00+08:00', 'PT10H', chinaOfficeHours2026)
    const days = told(splitSpans(spans, 'Asia/Shanghai', undefined))
    expect(days.filter(([, kind]) => kind === 'closed-date')).toHaveLength(9)
    expect(days.filter(([, kind]) => kind !== 'closed-date')).toEqual([
      ['2026-02-14', 'opened-date', 1, 1, '17:00-18:00'],
      ['2026-02-24', 'open-hours', 8, 9, '09:00-12:00', '13:00-18:00'],
      ['2026-02-25', 'open-hours', 1, 10, '09:00-10:00'],
    ])
  })

  it('knows that not every day has 24 hours', () => {
    const spans = (from: string, zone: string) => told(splitSpans(traced(from, 'PT72H', always(zone)).spans, zone, undefined))
    expect(spans('2026-03-28T00:00:00Z', 'Europe/London')).toEqual([
      ['2026-03-28', 'open-hours', 24, 24, '00:00-24:00'],
      ['2026-03-29', 'open-hours', 23, 47, '00:00-24:00'],
      ['2026-03-30', 'open-hours', 24, 71, '00:00-24:00'],
      ['2026-03-31', 'open-hours', 1, 72, '00:00-01:00'],
    ])
    expect(spans('2026-10-31T12:00:00-02:30', 'America/St_Johns').map(([date, , hours]) => [date, hours])).toEqual([
      ['2026-10-31', 12],
      ['2026-11-01', 25],
      ['2026-11-02', 24],
      ['2026-11-03', 11],
    ])
  })

  it('has nothing on a date that the zone skips', () => {
    const days = told(splitSpans(traced('2011-12-29T12:00:00-10:00', 'PT24H', always('Pacific/Apia')).spans, 'Pacific/Apia', undefined))
    expect(days.map(([date, , hours]) => [date, hours])).toEqual([
      ['2011-12-29', 12],
      ['2011-12-31', 12],
    ])
  })

  it('numbers days where the deadline is in days', () => {
    const at = '2026-02-14T17:00:00+08:00'
    const options = { at, definition: eightSteps, calendars: { own: chinaOfficeHours2026 } }
    const [clock] = complaintClocks(complaintAt(at), answerWithin(2), options).clocks
    const days = splitSpans(clock?.trace.spans ?? [], 'Asia/Shanghai', undefined)
    expect(kindOf(days[0] as CalendarDay)).toBe('receipt-day')
    expect(days.flatMap(({ day, parts }) => parts.flatMap((part) => (part.day === undefined ? [] : [[formatDay(day), part.day]])))).toEqual([
      ['2026-02-24', 1],
      ['2026-02-25', 2],
    ])
  })

  it('gives each day what the package counts between its start and its end, in any zone', () => {
    const zone = fc.constantFrom('Asia/Shanghai', 'Europe/London', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu')
    const start = fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2035, 0) })
    fc.assert(
      fc.property(zone, start, fc.integer({ min: 1, max: 200 }), fc.boolean(), (id, from, hours, isAlways) => {
        const calendar = isAlways ? always(id) : { ...chinaOfficeHours2026, zone: id }
        const trace = traced(new Date(from).toISOString(), `PT${hours}H`, calendar)
        const days = splitSpans(trace.spans, id, undefined)
        const earlier = (one: string, other: string) => (Date.parse(one) < Date.parse(other) ? one : other)
        const later = (one: string, other: string) => (Date.parse(one) > Date.parse(other) ? one : other)
        for (const { day, seconds } of days) {
          const [first, last] = [day, day + 1].map((one) => startOfDay(formatDay(one) as string, id)) as [string, string]
          expect(seconds).toBeCloseTo(businessTimeBetween(later(first, trace.from), earlier(last, trace.to), calendar), 6)
        }
        expect(days.at(-1)?.total).toBeCloseTo(hours * 3600, 6)
      }),
      { numRuns: 150 },
    )
  })

  it('does not fail at the ends of time', () => {
    for (const [from, to] of [
      ['9999-12-28T00:00:00Z', '9999-12-30T23:00:00Z'],
      ['0001-01-02T00:00:00Z', '0001-01-05T00:00:00Z'],
    ] as const) {
      const calendar = always('Pacific/Kiritimati')
      const days = splitSpans(traceBusinessTime(from, to, calendar).spans, calendar.zone, undefined)
      expect(days.at(-1)?.total).toBe(businessTimeBetween(from, to, calendar))
      expect(weeksOf(days)).toHaveLength(1)
    }
  })
})

describe('weeksOf', () => {
  const weeks = (duration: string) =>
    weeksOf(splitSpans(traced('2026-03-02T09:00:00+08:00', duration, chinaOfficeHours2026).spans, 'Asia/Shanghai', undefined))

  it('starts with the Monday of the first date and ends with the Sunday of the last', () => {
    const [first, ...more] = weeksOf(splitSpans(traced('2026-02-14T17:00:00+08:00', 'PT10H', chinaOfficeHours2026).spans, 'Asia/Shanghai', undefined))
    expect(first).toMatchObject({ monday: parseDay('2026-02-09') })
    expect(more).toHaveLength(2)
    expect(weeksOf([])).toEqual([])
  })

  it('shows eight weeks as they are, and of more the first and the last ones', () => {
    expect(weeks('PT300H').map((row) => 'hiddenWeeks' in row)).toEqual(Array.from({ length: 8 }, () => false))
    const rows = weeks('PT1000H')
    expect(rows.map((row) => ('hiddenWeeks' in row ? row.hiddenWeeks : 0)).filter((number) => number > 0)).toHaveLength(1)
    expect(rows).toHaveLength(8)
  })

  it('counts what lies in the weeks that it leaves out, also where their spans are not given', () => {
    const { spans, seconds } = traced('2026-03-02T09:00:00+08:00', 'PT1000H', chinaOfficeHours2026)
    const whole = weeksOf(splitSpans(spans, 'Asia/Shanghai', undefined))
    const ends = [...spans.filter(({ date }) => date < '2026-04-10'), ...spans.filter(({ date }) => date > '2026-07-20')]
    expect(weeksOf(splitSpans(ends, 'Asia/Shanghai', seconds))).toEqual(whole)
    const shown = whole.flatMap((row) => ('days' in row ? row.days : [])).reduce((sum, day) => sum + (day?.seconds ?? 0), 0)
    const hidden = whole.find((row) => 'hiddenWeeks' in row)
    expect(hidden).toMatchObject({ seconds: seconds - shown })
  })
})
