import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarNear, momentText, naiveHours, naivePieces, nanosecondsOf, zonedMoment } from '../../testing/businessTime.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { addBusinessTime, type BusinessCalendar, businessTimeBetween, type WeekWindows } from '../business-time.js'

const week = (from: string, to: string): WeekWindows => ({
  mon: [[from, to]],
  tue: [[from, to]],
  wed: [[from, to]],
  thu: [[from, to]],
  fri: [[from, to]],
})
const calendarOf = (zone: string, windows: WeekWindows, closed: readonly string[] = []): BusinessCalendar => ({
  kind: 'business-calendar',
  ...{ id: 'office', version: 1, zone, windows, closed },
})
const tenToSix = calendarOf('UTC', week('10:00', '18:00'))
const always = calendarOf('America/New_York', { ...week('00:00', '24:00'), sat: [['00:00', '24:00']], sun: [['00:00', '24:00']] })
const shift = calendarOf('Europe/Berlin', { sat: [['22:00', '24:00']], sun: [['00:00', '06:00']] })
const HOUR = 3600

describe('known answers', () => {
  it.each([
    ['11: ERPNext', tenToSix, '2021-06-28T06:00:00Z', '2021-07-01T20:00:00Z', 115_200],
    ['11: ERPNext', tenToSix, '2021-07-02T12:00:00Z', '2021-07-03T11:00:00Z', 21_600],
    ['11: ERPNext', tenToSix, '2021-06-28T20:00:00Z', '2021-06-29T06:00:00Z', 0],
    ['15: biz, in spring', always, '2026-03-08T00:00:00-05:00', '2026-03-09T00:00:00-04:00', 23 * HOUR],
    ['15: biz, in autumn', always, '2026-11-01T00:00:00-04:00', '2026-11-02T00:00:00-05:00', 25 * HOUR],
    ['16: biz, in spring', shift, '2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z', 7 * HOUR],
    ['16: biz, in autumn', shift, '2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z', 9 * HOUR],
  ])('%s', (_, calendar, from, to, seconds) => {
    expect(businessTimeBetween(from, to, calendar)).toBe(seconds)
    expect(businessTimeBetween(to, from, calendar)).toBe(seconds === 0 ? 0 : -seconds)
  })

  it('10: Frappe, a wait of 160 minutes and 50 that count', () => {
    const calendar = calendarOf('UTC', week('10:00', '18:00'), ['2021-07-02'])
    const waited = businessTimeBetween('2021-07-01T17:50:00Z', '2021-07-05T12:30:00Z', calendar)
    expect(waited).toBe(160 * 60)
    expect(businessTimeBetween('2021-07-01T17:30:00Z', '2021-07-05T13:00:00Z', calendar) - waited).toBe(50 * 60)
    expect(addBusinessTime('2021-07-01T17:30:00Z', 'PT210M', calendar)).toBe('2021-07-05T13:00:00Z')
  })

  it.each([
    ['the whole of a skipped date', calendarOf('Pacific/Apia', { fri: [['09:00', '17:00']] }), '2011-12-29T12:00:00Z', '2011-12-31T12:00:00Z', 0],
    [
      'a skipped midnight',
      calendarOf('America/Sao_Paulo', { sat: [['22:00', '24:00']], sun: [['00:00', '02:00']] }),
      '2017-10-14T12:00:00Z',
      '2017-10-15T12:00:00Z',
      3 * HOUR,
    ],
    [
      'a repeated midnight',
      calendarOf('America/St_Johns', { sat: [['22:00', '24:00']], sun: [['00:00', '02:00']] }),
      '2010-11-06T12:00:00Z',
      '2010-11-07T12:00:00Z',
      5 * HOUR,
    ],
    [
      'half an hour skipped',
      calendarOf('Australia/Lord_Howe', { sun: [['00:00', '04:00']] }),
      '2026-10-03T00:00:00Z',
      '2026-10-04T00:00:00Z',
      3.5 * HOUR,
    ],
    [
      'an hour skipped around midnight',
      calendarOf('America/Toronto', { sun: [['22:00', '24:00']], mon: [['00:00', '02:00']] }),
      '1919-03-30T12:00:00Z',
      '1919-03-31T12:00:00Z',
      3 * HOUR,
    ],
    [
      'hours that skipping has put behind later ones',
      calendarOf('Europe/Berlin', {
        sun: [
          ['02:45', '02:55'],
          ['03:00', '03:30'],
        ],
      }),
      '2026-03-29T00:00:00Z',
      '2026-03-29T12:00:00Z',
      40 * 60,
    ],
  ] as const)('%s (Temporal, compatible; IANA time zone database)', (_, calendar, from, to, seconds) => {
    expect(businessTimeBetween(from, to, calendar)).toBe(seconds)
  })

  it('counts fractions of a second where it is open', () => {
    expect(businessTimeBetween('2021-06-28T09:59:59.9Z', '2021-06-28T10:00:00.1Z', tenToSix)).toBe(0.1)
    expect(businessTimeBetween('2021-06-28T17:59:59.7Z', '2021-06-28T18:00:00.1Z', tenToSix)).toBe(0.3)
    expect(businessTimeBetween('2021-06-28T12:00:00.000000001Z', '2021-06-28T12:00:00Z', tenToSix)).toBe(-1e-9)
  })
})

describe('random calendars', () => {
  it('count as hours made by Temporal date by date do, cut into pieces', () => {
    let open = 0
    fc.assert(
      fc.property(
        zonedMoment.chain(({ zone, seconds }) => fc.record({ calendar: calendarNear(zone, seconds), seconds: fc.constant(seconds) })),
        fc.integer({ min: -900_000, max: 900_000 }),
        fc.nat(999_999_999),
        ({ calendar, seconds }, length, nanoseconds) => {
          const [from, to] = [momentText(seconds), momentText(seconds + length, nanoseconds)]
          const [first, last] = [nanosecondsOf(from), nanosecondsOf(to)]
          const hours = naiveHours(calendar, first, 12, 12)
          const pieces = first < last ? naivePieces(hours, first, last) : naivePieces(hours, last, first)
          const counted = pieces.filter(({ isOpen }) => isOpen).reduce((sum, piece) => sum + piece.to - piece.from, 0n)
          const signed = Number(first < last ? counted : -counted) / 1e9
          expect(businessTimeBetween(from, to, calendar)).toBeCloseTo(signed, 9)
          if (counted > 0n) open += 1
        },
      ),
      { numRuns: 200, seed: 2 },
    )
    expect(open).toBeGreaterThan(100)
  })

  it('add as a walk from piece to piece does', () => {
    fc.assert(
      fc.property(
        zonedMoment.chain(({ zone, seconds }) => fc.record({ calendar: calendarNear(zone, seconds), seconds: fc.constant(seconds) })),
        fc.integer({ min: 1, max: 20_000 }),
        ({ calendar, seconds }, added) => {
          const from = momentText(seconds)
          const start = nanosecondsOf(from)
          let left = BigInt(added) * 1_000_000_000n
          for (const piece of naivePieces(naiveHours(calendar, start, 5, 60), start, start + 50n * 86_400_000_000_000n)) {
            if (!piece.isOpen) continue
            const length = piece.to - piece.from
            if (left <= length) {
              expect(nanosecondsOf(addBusinessTime(from, `PT${added}S`, calendar))).toBe(piece.from + left)
              return
            }
            left -= length
          }
          expect.unreachable('less open time than random calendars have')
        },
      ),
      { numRuns: 150 },
    )
  })
})

it.each([
  ['from', 'yesterday', 'not-a-moment'],
  ['from', '0001-01-01T00:00:00Z', 'out-of-range'],
  ['from', undefined, 'missing'],
  ['to', '2026-01-01T00:00:00', 'not-a-moment'],
  ['to', '9999-12-31T00:00:00Z', 'out-of-range'],
  ['to', 7, 'not-a-moment'],
  ['calendar', null, 'wrong-type'],
  ['calendar', [], 'wrong-type'],
])('refuses a %s that is %j', (field, value, code) => {
  const { from, to, calendar } = { from: '2026-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z', calendar: tenToSix, [field]: value } as {
    from: string
    to: string
    calendar: BusinessCalendar
  }
  expect(issuesOf(() => businessTimeBetween(from, to, calendar))).toEqual([[code, [field]]])
})
