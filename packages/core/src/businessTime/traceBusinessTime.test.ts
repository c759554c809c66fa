import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { calendarNear, momentText, nanosecondsOf, zonedMoment } from '../../testing/businessTime.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { type BusinessCalendar, businessTimeBetween, traceBusinessTime } from '../business-time.js'

const day = [
  ['09:00', '12:00'],
  ['13:00', '17:00'],
] as const
const office: BusinessCalendar = {
  kind: 'business-calendar',
  id: 'office',
  version: '7',
  zone: 'Europe/Berlin',
  windows: { mon: day, tue: day, wed: day, thu: day, fri: day },
  closed: ['2026-03-27'],
  open: [{ date: '2026-03-28', windows: [['10:00', '12:00']] }],
}

describe('traceBusinessTime', () => {
  it('tells every stretch, by hand: lunch, a holiday, a Saturday opened, the clocks put forward', () => {
    const trace = traceBusinessTime('2026-03-26T11:00:00+01:00', '2026-03-30T09:30:00+02:00', office)
    expect(trace.spans.map(({ fromLocal, date, seconds, counted, why }) => [fromLocal, date, seconds / 3600, counted, why])).toEqual([
      ['2026-03-26T11:00:00+01:00', '2026-03-26', 1, true, 'open-hours'],
      ['2026-03-26T12:00:00+01:00', '2026-03-26', 1, false, 'outside-hours'],
      ['2026-03-26T13:00:00+01:00', '2026-03-26', 4, true, 'open-hours'],
      ['2026-03-26T17:00:00+01:00', '2026-03-26', 7, false, 'outside-hours'],
      ['2026-03-27T00:00:00+01:00', '2026-03-27', 24, false, 'closed-date'],
      ['2026-03-28T00:00:00+01:00', '2026-03-28', 10, false, 'outside-hours'],
      ['2026-03-28T10:00:00+01:00', '2026-03-28', 2, true, 'opened-date'],
      ['2026-03-28T12:00:00+01:00', '2026-03-28', 12, false, 'outside-hours'],
      ['2026-03-29T00:00:00+01:00', '2026-03-29', 23, false, 'closed-weekday'],
      ['2026-03-30T00:00:00+02:00', '2026-03-30', 9, false, 'outside-hours'],
      ['2026-03-30T09:00:00+02:00', '2026-03-30', 0.5, true, 'open-hours'],
    ])
    expect(trace.spans[0]).toEqual({
      from: '2026-03-26T10:00:00Z',
      to: '2026-03-26T11:00:00Z',
      fromLocal: '2026-03-26T11:00:00+01:00',
      toLocal: '2026-03-26T12:00:00+01:00',
      date: '2026-03-26',
      seconds: 3600,
      counted: true,
      why: 'open-hours',
    })
    expect({ ...trace, spans: [] }).toEqual({
      from: '2026-03-26T10:00:00Z',
      to: '2026-03-30T07:30:00Z',
      seconds: 7.5 * 3600,
      spans: [],
      policies: [{ kind: 'business-calendar', id: 'office', version: '7' }],
    })
  })

  it('tells the same spans in reverse, and none where no time passes', () => {
    const forward = traceBusinessTime('2026-03-26T11:00:00+01:00', '2026-03-30T09:30:00+02:00', office)
    expect(traceBusinessTime('2026-03-30T09:30:00+02:00', '2026-03-26T11:00:00+01:00', office)).toEqual({ ...forward, seconds: -forward.seconds })
    expect(traceBusinessTime('2026-03-26T11:00:00Z', '2026-03-26T12:00:00+01:00', office)).toMatchObject({ seconds: 0, spans: [] })
  })

  it('tells a weekend as one, and holidays one by one', () => {
    const { spans } = traceBusinessTime('2026-01-09T17:00:00+01:00', '2026-01-14T09:00:00+01:00', { ...office, closed: ['2026-01-12', '2026-01-13'] })
    expect(spans.map(({ why, seconds }) => [why, seconds / 3600])).toEqual([
      ['outside-hours', 7],
      ['closed-weekday', 48],
      ['closed-date', 24],
      ['closed-date', 24],
      ['outside-hours', 9],
    ])
  })

  it('leaves out a date that the zone skips', () => {
    const apia = { ...office, zone: 'Pacific/Apia', closed: ['2011-12-30'], open: [] }
    const { spans } = traceBusinessTime('2011-12-29T17:00:00-10:00', '2012-01-02T09:00:00+14:00', apia)
    expect(spans.map(({ date, why, seconds }) => [date, why, seconds / 3600])).toEqual([
      ['2011-12-29', 'outside-hours', 7],
      ['2011-12-31', 'closed-weekday', 48],
      ['2012-01-02', 'outside-hours', 9],
    ])
  })

  it('tells hours that skipping has put behind later ones in order', () => {
    const windows = { sun: [['02:45', '02:55'] as const, ['03:00', '03:30'] as const] }
    const { spans } = traceBusinessTime('2026-03-29T01:30:00+01:00', '2026-03-29T04:00:00+02:00', { ...office, windows })
    expect(spans.map(({ fromLocal, toLocal, why }) => [fromLocal.slice(11), toLocal.slice(11), why])).toEqual([
      ['01:30:00+01:00', '03:00:00+02:00', 'outside-hours'],
      ['03:00:00+02:00', '03:30:00+02:00', 'open-hours'],
      ['03:30:00+02:00', '03:45:00+02:00', 'outside-hours'],
      ['03:45:00+02:00', '03:55:00+02:00', 'open-hours'],
      ['03:55:00+02:00', '04:00:00+02:00', 'outside-hours'],
    ])
  })

  it('has spans without gaps whose counted seconds add up, with the right local times', () => {
    let spansSeen = 0
    fc.assert(
      fc.property(
        zonedMoment.chain(({ zone, seconds }) => fc.record({ calendar: calendarNear(zone, seconds), seconds: fc.constant(seconds) })),
        fc.integer({ min: -1_500_000, max: 1_500_000 }),
        ({ calendar, seconds }, length) => {
          const [from, to] = [momentText(seconds), momentText(seconds + length)]
          const trace = traceBusinessTime(from, to, calendar)
          expect(trace.seconds).toBe(businessTimeBetween(from, to, calendar))
          const [first, last] = length < 0 ? [to, from] : [from, to]
          expect([trace.from, ...trace.spans.map((span) => span.to)]).toEqual([...trace.spans.map((span) => span.from), trace.to])
          expect([trace.from, trace.to]).toEqual([first, last])
          const counted = trace.spans.filter((span) => span.counted).reduce((sum, span) => sum + span.seconds, 0)
          expect(counted).toBe(Math.abs(trace.seconds))
          for (const span of trace.spans) {
            const start = Temporal.Instant.from(span.from).toZonedDateTimeISO(calendar.zone)
            expect(nanosecondsOf(span.to) > nanosecondsOf(span.from)).toBe(true)
            expect(span.seconds).toBe(Number(nanosecondsOf(span.to) - nanosecondsOf(span.from)) / 1e9)
            expect([span.fromLocal, span.date]).toEqual([start.toString({ timeZoneName: 'never' }), start.toPlainDate().toString()])
            expect(nanosecondsOf(span.toLocal)).toBe(nanosecondsOf(span.to))
            expect(span.counted).toBe(span.why === 'open-hours' || span.why === 'opened-date')
            // A span that counts counts all the way, and one that does not nowhere.
            expect(businessTimeBetween(span.from, span.to, calendar)).toBe(span.counted ? span.seconds : 0)
          }
          expect(JSON.parse(JSON.stringify(trace))).toEqual(trace)
          spansSeen += trace.spans.length
        },
      ),
      { numRuns: 120, seed: 5 },
    )
    expect(spansSeen).toBeGreaterThan(1000)
  })

  it('refuses what is no moment and no calendar', () => {
    expect(issuesOf(() => traceBusinessTime('now', undefined as never, { ...office, zone: 'CST' }))).toEqual([
      ['unknown-zone', ['calendar', 'zone']],
      ['not-a-moment', ['from']],
      ['missing', ['to']],
    ])
  })
})
