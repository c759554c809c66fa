import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarNear, durations, durationText, momentText, zonedMoment } from '../../testing/businessTime.js'
import { issuesOf } from '../../testing/issuesOf.js'
import {
  addBusinessDays,
  addBusinessTime,
  type BusinessCalendar,
  businessTimeBetween,
  compileCalendar,
  type DeadlineColumns,
  type IntervalColumns,
  isBusinessDay,
  nextBusinessDay,
  previousBusinessDay,
  traceBusinessTime,
} from '../business-time.js'

const office: BusinessCalendar = {
  kind: 'business-calendar',
  id: 'office',
  version: 3,
  zone: 'Europe/Berlin',
  windows: { mon: [['09:00', '17:00']], fri: [['09:00', '17:00']] },
  closed: ['2026-01-05'],
}
const compiled = compileCalendar(office)
const at = (text: string): number => Date.parse(text)
const add = (columns: unknown): Float64Array => compiled.addBusinessTimeColumn(columns as DeadlineColumns)
const between = (columns: unknown): Float64Array => compiled.businessTimeBetweenColumn(columns as IntervalColumns)
const situations = zonedMoment.chain(({ zone, seconds }) => fc.record({ calendar: calendarNear(zone, seconds), seconds: fc.constant(seconds) }))
const momentOf = (milliseconds: number): string =>
  momentText(Math.floor(milliseconds / 1000), (milliseconds - Math.floor(milliseconds / 1000) * 1000) * 1e6)

describe('compileCalendar', () => {
  it('names the calendar, and does what the verbs do', () => {
    expect(compiled.policies).toEqual([{ kind: 'business-calendar', id: 'office', version: 3 }])
    expect(compiled.addBusinessTime('2026-01-02T15:00:00Z', 'PT2H')).toBe('2026-01-09T09:00:00Z')
    expect(compiled.businessTimeBetween('2026-01-02T15:00:00Z', '2026-01-09T09:00:00Z')).toBe(7200)
    expect(compiled.traceBusinessTime('2026-01-02T15:00:00Z', '2026-01-09T09:00:00Z').spans).toHaveLength(7)
    expect(compiled.addBusinessDays('2026-01-02', 2)).toBe('2026-01-12')
    expect(compiled.isBusinessDay('2026-01-05')).toBe(false)
    expect([compiled.nextBusinessDay('2026-01-02'), compiled.previousBusinessDay('2026-01-09')]).toEqual(['2026-01-09', '2026-01-02'])
  })

  it('gives the answers of the verbs, whatever was asked before', () => {
    fc.assert(
      fc.property(
        situations,
        fc.array(fc.tuple(fc.integer({ min: -4_000_000, max: 4_000_000 }), durations), { minLength: 1, maxLength: 5 }),
        (situation, calls) => {
          const { calendar, seconds } = situation
          const verbs = compileCalendar(calendar)
          for (const [by, duration] of calls) {
            const [from, to, text] = [momentText(seconds + by), momentText(seconds), durationText(duration)]
            const date = from.slice(0, 10)
            expect(verbs.addBusinessTime(from, text)).toBe(addBusinessTime(from, text, calendar))
            expect(verbs.businessTimeBetween(from, to)).toBe(businessTimeBetween(from, to, calendar))
            expect(verbs.addBusinessDays(date, by % 100)).toBe(addBusinessDays(date, by % 100, calendar))
            expect(verbs.isBusinessDay(date)).toBe(isBusinessDay(date, calendar))
            expect(verbs.nextBusinessDay(date)).toBe(nextBusinessDay(date, calendar))
            expect(verbs.previousBusinessDay(date)).toBe(previousBusinessDay(date, calendar))
          }
          const [from, to] = [momentText(seconds), momentText(seconds + 500_000)]
          expect(verbs.traceBusinessTime(from, to)).toEqual(traceBusinessTime(from, to, calendar))
        },
      ),
      { numRuns: 100 },
    )
  })

  it('reads the calendar once: changing it later changes nothing', () => {
    const windows = { mon: [['09:00', '17:00'] as [string, string]] }
    const [closed, open] = [['2026-01-05'], [{ date: '2026-01-06', windows: [['09:00', '10:00'] as [string, string]] }]]
    const { addBusinessTime: addTime, addBusinessDays: addDays } = compileCalendar({ ...office, windows, closed, open })
    windows.mon[0] = ['00:00', '24:00']
    windows.mon.push(['00:00', '01:00'])
    closed.pop()
    open.pop()
    expect(addTime('2026-01-05T00:00:00Z', 'PT2H')).toBe('2026-01-12T09:00:00Z')
    expect(addDays('2026-01-04', 1)).toBe('2026-01-06')
  })

  it('refuses what the verbs refuse', () => {
    expect(issuesOf(() => compileCalendar({ ...office, zone: 'Foo/Bar' }))).toEqual([['unknown-zone', ['calendar', 'zone']]])
    expect(issuesOf(() => compileCalendar({ ...office, windows: {} }))).toEqual([['empty', ['calendar', 'windows']]])
    expect(issuesOf(() => compiled.addBusinessTime('now', 'P1D'))).toEqual([
      ['not-a-moment', ['instant']],
      ['not-a-time-duration', ['duration']],
    ])
    expect(issuesOf(() => compiled.businessTimeBetween('now', '2026-01-01T00:00:00Z'))).toEqual([['not-a-moment', ['from']]])
    expect(issuesOf(() => compiled.traceBusinessTime('2026-01-01T00:00:00Z', 'then'))).toEqual([['not-a-moment', ['to']]])
    expect(issuesOf(() => compiled.addBusinessDays('2026-01-01', 0.5))).toEqual([['not-an-integer', ['days']]])
    expect(issuesOf(() => compiled.isBusinessDay('x'))).toEqual([['not-a-calendar-date', ['date']]])
    // What went wrong once is not told again.
    expect(issuesOf(() => compiled.addBusinessTime('now', 'PT1H'))).toEqual([['not-a-moment', ['instant']]])
  })
})

describe('columns', () => {
  it('hold milliseconds and seconds, by hand', () => {
    const instants = Float64Array.of(at('2026-01-02T15:00:00Z'), at('2026-01-02T15:00:00.250Z'), at('2026-01-09T09:00:00Z'), -0)
    const seconds = Float64Array.of(7200, 7200, -3601, 0)
    expect(Array.from(add({ instants, seconds }), (ms) => new Date(ms).toISOString())).toEqual([
      '2026-01-09T09:00:00.000Z',
      '2026-01-09T09:00:00.250Z',
      '2026-01-02T15:59:59.000Z',
      '1970-01-01T00:00:00.000Z',
    ])
    expect(Array.from(add({ instants: [0], seconds: -0 }))).toEqual([0])
    expect(Array.from(add({ instants, seconds: 3600 }))).toEqual(Array.from(add({ instants, seconds: [3600, 3600, 3600, 3600] })))
    const to = Float64Array.of(at('2026-01-09T09:00:00Z'), at('2026-01-02T15:00:00.100Z'), at('2026-01-09T09:00:00Z'), 0)
    expect(Array.from(between({ from: instants, to }))).toEqual([7200, -0.15, 0, 0])
    expect([add({ instants: [], seconds: [] }), add({ instants: new Int32Array(0), seconds: 1 }), between({ from: [], to: [] })]).toEqual(
      Array(3).fill(new Float64Array(0)),
    )
  })

  it('give the answers of the single verbs, row by row', () => {
    const row = fc.tuple(
      fc.integer({ min: -3_000_000_000, max: 3_000_000_000 }),
      fc.constantFrom(0, 1, 1000),
      fc.integer({ min: -2_000_000, max: 2_000_000 }),
    )
    fc.assert(
      fc.property(situations, fc.array(row, { maxLength: 10 }), ({ calendar, seconds: middle }, rows) => {
        const verbs = compileCalendar(calendar)
        // Whole seconds, where edges are, and milliseconds.
        const instants = Float64Array.from(rows, ([by, unit]) => middle * 1000 + (unit === 0 ? 0 : unit === 1 ? by : Math.round(by / 1000) * 1000))
        const seconds = Float64Array.from(rows, ([, , added]) => added)
        const dues = verbs.addBusinessTimeColumn({ instants, seconds })
        const open = verbs.businessTimeBetweenColumn({ from: instants, to: dues })
        const back = verbs.businessTimeBetweenColumn({ from: dues, to: Float64Array.from(rows, () => middle * 1000) })
        rows.forEach((_, index) => {
          const [instant, due, added] = [instants[index] as number, dues[index] as number, seconds[index] as number]
          expect(momentOf(due)).toBe(addBusinessTime(momentOf(instant), durationText(BigInt(added) * 1_000_000_000n), calendar))
          expect(open[index]).toBe(added)
          expect(back[index]).toBe(businessTimeBetween(momentOf(due), momentText(middle), calendar))
        })
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    [undefined, [['missing', ['columns']]]],
    [[], [['wrong-type', ['columns']]]],
    [
      {},
      [
        ['missing', ['columns', 'instants']],
        ['missing', ['columns', 'seconds']],
      ],
    ],
    [{ instants: [0], seconds: [1, 2] }, [['length-differs', ['columns', 'seconds']]]],
    [{ instants: [0], seconds: 'PT8H' }, [['wrong-type', ['columns', 'seconds']]]],
    [
      { instants: 0, seconds: 0.5 },
      [
        ['wrong-type', ['columns', 'instants']],
        ['not-an-integer', ['columns', 'seconds']],
      ],
    ],
    [{ instants: [0], seconds: Number.NaN }, [['not-an-integer', ['columns', 'seconds']]]],
    [{ instants: [0], seconds: 2 ** 53 }, [['too-large', ['columns', 'seconds']]]],
    [{ instants: new DataView(new ArrayBuffer(8)), seconds: 1 }, [['wrong-type', ['columns', 'instants']]]],
    [{ instants: [0], seconds: 1, second: 2 }, [['unknown-key', ['columns', 'second']]]],
    [
      // biome-ignore lint/suspicious/noSparseArray: what a host may hand over
      { instants: [0, 0.5, Number.NaN, '0', null, , 9e15, -9e15], seconds: [1, 1, 1.5, 1, 1, 1, 1, '1'] },
      [
        ['not-an-integer', ['columns', 'instants', 1]],
        ['not-an-integer', ['columns', 'instants', 2]],
        ['not-an-integer', ['columns', 'seconds', 2]],
        ['not-an-integer', ['columns', 'instants', 3]],
        ['not-an-integer', ['columns', 'instants', 4]],
        ['missing', ['columns', 'instants', 5]],
        ['out-of-range', ['columns', 'instants', 6]],
        ['out-of-range', ['columns', 'instants', 7]],
        ['not-an-integer', ['columns', 'seconds', 7]],
      ],
    ],
    [{ instants: new BigInt64Array(1), seconds: 1 }, [['not-an-integer', ['columns', 'instants', 0]]]],
    [
      { instants: Float64Array.of(0, 253_402_128_000_000), seconds: Float64Array.of(-9_000_000_000_000, 86_400) },
      [
        ['out-of-range', ['columns', 'seconds', 0]],
        ['out-of-range', ['columns', 'seconds', 1]],
      ],
    ],
    [{ instants: Float64Array.of(0, 253_402_128_000_000), seconds: 86_400 }, [['out-of-range', ['columns', 'instants', 1]]]],
  ])('refuses bad ones (%#)', (columns, issues) => expect(issuesOf(() => add(columns))).toEqual(issues))

  it('refuses pairs of moments in the same way', () => {
    expect(issuesOf(() => between({ from: [0, Number.NaN], to: [0.5, 9e15] }))).toEqual([
      ['not-an-integer', ['columns', 'to', 0]],
      ['not-an-integer', ['columns', 'from', 1]],
      ['out-of-range', ['columns', 'to', 1]],
    ])
    expect(issuesOf(() => between({ from: [0], to: 1 }))).toEqual([['wrong-type', ['columns', 'to']]])
    expect(issuesOf(() => between({ from: [0], to: [] }))).toEqual([['length-differs', ['columns', 'to']]])
  })

  it('tell of the first 10,000 bad rows', () => {
    expect(issuesOf(() => add({ instants: new Float64Array(300_000).fill(0.5), seconds: 1 }))).toHaveLength(10_000)
  })
})
