import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { addBusinessTime, type BusinessCalendar, type DateWindows, type TimeWindow, type WeekWindows } from '../business-time.js'

const daily = (day: readonly TimeWindow[]): WeekWindows => ({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day })
const weekdays = (from: string, to: string): WeekWindows => ({ ...daily([[from, to]]), sat: [], sun: undefined })
const calendarOf = (zone: string, windows: WeekWindows, closed: readonly string[] = [], open: readonly DateWindows[] = []): BusinessCalendar =>
  deepFreeze({ kind: 'business-calendar', id: 'office', version: 1, zone, windows, closed, open })

const berlin = weekdays('09:00', '17:00')
const tenToSix = calendarOf('UTC', weekdays('10:00', '18:00'))
const nineToFive = calendarOf('UTC', weekdays('09:00', '17:00'))
const shift = calendarOf('Europe/Berlin', { sat: [['22:00', '24:00']], sun: [['00:00', '06:00']] })

describe('known answers', () => {
  it.each([
    ['1: Zammad', calendarOf('Europe/Berlin', berlin), '2013-03-21T09:30:00Z', 'PT60M', '2013-03-21T10:30:00Z'],
    ['1: Zammad', calendarOf('Europe/Berlin', berlin), '2013-03-21T09:30:00Z', 'PT240M', '2013-03-21T13:30:00Z'],
    ['2: Zammad', calendarOf('Europe/Berlin', berlin, ['2015-09-22']), '2015-09-21T14:30:00Z', 'PT120M', '2015-09-23T08:30:00Z'],
    ['2: Zammad', calendarOf('Europe/Berlin', berlin, ['2015-09-22']), '2015-09-21T14:30:00Z', 'PT240M', '2015-09-23T10:30:00Z'],
    ['5: Frappe', tenToSix, '2021-06-28T20:00:00Z', 'PT30M', '2021-06-29T10:30:00Z'],
    ['6: Frappe', tenToSix, '2021-07-03T15:00:00Z', 'PT24H', '2021-07-07T18:00:00Z'],
    ['6: Frappe', tenToSix, '2021-07-03T15:00:00Z', 'PT72H', '2021-07-15T18:00:00Z'],
    ['7: Frappe', tenToSix, '2021-07-02T17:00:00Z', 'PT2H', '2021-07-05T11:00:00Z'],
    [
      '8: Frappe',
      calendarOf('UTC', weekdays('10:00', '18:00'), ['2021-07-01', '2021-07-02']),
      '2021-07-01T15:00:00Z',
      'PT2H',
      '2021-07-05T12:00:00Z',
    ],
    ['9: Frappe, 3600 s held', tenToSix, '2021-07-01T15:00:00Z', 'PT2H3600S', '2021-07-01T18:00:00Z'],
    ['9: Frappe, 3601 s held', tenToSix, '2021-07-01T15:00:00Z', 'PT2H3601S', '2021-07-02T10:00:01Z'],
    ['12: RT', calendarOf('America/New_York', weekdays('09:00', '18:00')), '2007-01-01T22:00:00Z', 'PT2H', '2007-01-02T15:00:00Z'],
    ['12: RT', calendarOf('Europe/Moscow', weekdays('09:00', '18:00')), '2007-01-01T22:00:00Z', 'PT2H', '2007-01-02T08:00:00Z'],
    [
      '13: working_hours',
      calendarOf('UTC', {
        mon: [
          ['07:00', '12:00'],
          ['13:00', '18:00'],
        ],
      }),
      '2026-01-05T05:00:00Z',
      'PT6H',
      '2026-01-05T14:00:00Z',
    ],
    ['14: working_hours', calendarOf('UTC', { mon: [['00:00', '24:00']] }), '2026-01-05T23:59:30Z', 'PT60S', '2026-01-12T00:00:30Z'],
    ['17: biz, working_hours', shift, '2026-03-28T21:00:00Z', 'PT6H', '2026-03-29T03:00:00Z'],
    ['18: Chatwoot', nineToFive, '2026-01-09T16:30:00Z', 'PT1H', '2026-01-12T09:30:00Z'],
    ['19: GLPI', calendarOf('UTC', weekdays('08:00', '18:00')), '2026-01-05T17:00:00Z', 'PT4H', '2026-01-06T11:00:00Z'],
    ['19: GLPI, an hour before', calendarOf('UTC', weekdays('08:00', '18:00')), '2026-01-06T11:00:00Z', '-PT1H', '2026-01-06T10:00:00Z'],
  ])('%s', (_, calendar, instant, duration, expected) => {
    expect(addBusinessTime(instant, duration, calendar)).toBe(expected)
  })
})

describe('ends and starts of windows', () => {
  it.each([
    ['2026-01-09T09:00:00Z', 'PT8H', '2026-01-09T17:00:00Z'],
    ['2026-01-09T17:00:00Z', 'PT8H', '2026-01-12T17:00:00Z'],
    ['2026-01-09T16:00:00Z', 'PT1H0.000000001S', '2026-01-12T09:00:00.000000001Z'],
    ['2026-01-12T17:00:00Z', '-PT8H', '2026-01-12T09:00:00Z'],
    ['2026-01-12T09:00:00Z', '-PT1S', '2026-01-09T16:59:59Z'],
    ['2026-01-12T09:00:00.5Z', '-PT1S', '2026-01-09T16:59:59.5Z'],
    ['2026-01-10T12:00:00.123456789Z', 'PT1S', '2026-01-12T09:00:01Z'],
    ['2026-01-10T12:00:00.123456789+01:00', 'PT0S', '2026-01-10T11:00:00.123456789Z'],
    ['2026-01-09T16:59:59.999999999Z', 'PT0.000000001S', '2026-01-09T17:00:00Z'],
  ])('%s and %s is %s', (instant, duration, expected) => {
    expect(addBusinessTime(instant, duration, nineToFive)).toBe(expected)
  })

  it('goes on through windows that overlap, touch or meet at midnight', () => {
    const calendar = calendarOf('UTC', {
      mon: [
        ['10:00', '12:00'],
        ['09:00', '11:00'],
        ['22:00', '24:00'],
        ['12:00', '13:00'],
      ],
      tue: [['00:00', '01:00']],
    })
    expect(addBusinessTime('2026-01-05T09:00:00Z', 'PT4H', calendar)).toBe('2026-01-05T13:00:00Z')
    expect(addBusinessTime('2026-01-05T09:00:00Z', 'PT6H', calendar)).toBe('2026-01-06T00:00:00Z')
    expect(addBusinessTime('2026-01-05T22:00:00Z', 'PT3H', calendar)).toBe('2026-01-06T01:00:00Z')
  })

  it('lets open dates go before closed ones, and makes up for holidays on weekends', () => {
    const day = [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ] as const
    const china = calendarOf(
      'Asia/Shanghai',
      { ...daily(day), sat: [], sun: [] },
      ['2026-01-01', '2026-01-02', '2026-01-04'],
      [
        { date: '2026-01-04', windows: day },
        { date: '2026-01-05', windows: [] },
      ],
    )
    expect(addBusinessTime('2025-12-31T16:00:00+08:00', 'PT8H', china)).toBe('2026-01-04T09:00:00Z')
    expect(addBusinessTime('2025-12-31T16:00:00+08:00', 'PT9H', china)).toBe('2026-01-06T02:00:00Z')
  })
})

describe('changes of the clock', () => {
  const around = calendarOf('Europe/Berlin', { sun: [['02:30', '03:30']] })

  it.each([
    ['an edge in a skipped hour moves forward by the gap', around, '2026-03-29T00:00:00Z', 'PT1S', undefined],
    [
      'hours that lie in a skipped hour alone',
      calendarOf('Europe/Berlin', { sun: [['02:15', '02:45']] }),
      '2026-03-28T12:00:00Z',
      'PT30M',
      '2026-03-29T01:45:00Z',
    ],
    [
      'an edge in a repeated hour is the first',
      calendarOf('Europe/Berlin', { sun: [['01:00', '02:30']] }),
      '2026-10-24T12:00:00Z',
      'PT90M',
      '2026-10-25T00:30:00Z',
    ],
    [
      'an end after a repeated hour',
      calendarOf('Europe/Berlin', { sun: [['01:00', '03:00']] }),
      '2026-10-24T12:00:00Z',
      'PT3H',
      '2026-10-25T02:00:00Z',
    ],
    [
      'half an hour skipped',
      calendarOf('Australia/Lord_Howe', { sun: [['01:00', '03:00']] }),
      '2026-10-03T00:00:00Z',
      'PT90M',
      '2026-10-03T16:00:00Z',
    ],
    ['a skipped midnight', calendarOf('America/Sao_Paulo', { sun: [['00:00', '02:00']] }), '2017-10-14T12:00:00Z', 'PT1H', '2017-10-15T04:00:00Z'],
    ['a gap around midnight', calendarOf('America/Toronto', { mon: [['00:00', '02:00']] }), '1919-03-30T12:00:00Z', 'PT1H', '1919-03-31T06:00:00Z'],
    ['a repeated midnight', calendarOf('America/St_Johns', { sun: [['00:00', '01:00']] }), '2010-11-06T12:00:00Z', 'PT2H', '2010-11-07T04:30:00Z'],
    ['a repeated midnight', calendarOf('America/Havana', { sun: [['00:00', '01:00']] }), '2026-10-31T12:00:00Z', 'PT1H', '2026-11-01T05:00:00Z'],
    ['a skipped date', calendarOf('Pacific/Apia', daily([['09:00', '17:00']])), '2011-12-30T02:00:00Z', 'PT2H', '2011-12-30T20:00:00Z'],
  ])('%s (Temporal, compatible; IANA time zone database)', (_, calendar, instant, duration, expected) => {
    // From 02:30, which is 03:30, to 03:30: no time at all.
    const end = expected ?? '2026-04-05T00:30:01Z'
    expect(addBusinessTime(instant, duration, calendar)).toBe(end)
  })
})

describe('long durations', () => {
  it('of many years', () => {
    const always = calendarOf('UTC', daily([['00:00', '24:00']]))
    expect(addBusinessTime('2026-01-01T00:00:00Z', 'PT8760H', always)).toBe('2027-01-01T00:00:00Z')
    expect(addBusinessTime('0001-01-02T00:00:00Z', 'PT87649320H', always)).toBe('9999-12-29T00:00:00Z')
    expect(addBusinessTime('9999-12-29T00:00:00Z', '-PT87649320H', always)).toBe('0001-01-02T00:00:00Z')
    expect(addBusinessTime('2026-01-05T09:00:00Z', 'PT41760H', nineToFive)).toBe('2046-01-05T17:00:00Z')
  })

  it.each([
    ['2026-01-01T00:00:00Z', 'PT999999999H999999999M999999999S'],
    ['2026-01-01T00:00:00Z', '-PT999999999H'],
    ['9999-12-30T00:00:00Z', 'PT24H'],
    ['0001-01-02T00:00:00Z', '-PT1S'],
  ])('%s and %s leaves the years 1 to 9999', (instant, duration) => {
    expect(issuesOf(() => addBusinessTime(instant, duration, nineToFive))).toEqual([['out-of-range', ['duration']]])
  })

  it('beyond the only dates that are open', () => {
    const once = calendarOf('UTC', {}, [], [{ date: '2020-01-01', windows: [['09:00', '17:00']] }])
    expect(addBusinessTime('2019-01-01T00:00:00Z', 'PT8H', once)).toBe('2020-01-01T17:00:00Z')
    expect(addBusinessTime('2026-01-01T00:00:00Z', '-PT8H', once)).toBe('2020-01-01T09:00:00Z')
    expect(issuesOf(() => addBusinessTime('2026-01-01T00:00:00Z', 'PT1S', once))).toEqual([['out-of-range', ['duration']]])
    expect(issuesOf(() => addBusinessTime('2019-01-01T00:00:00Z', '-PT1S', once))).toEqual([['out-of-range', ['duration']]])
    expect(issuesOf(() => addBusinessTime('2019-01-01T00:00:00Z', 'PT8H1S', once))).toEqual([['out-of-range', ['duration']]])
  })

  it('where the only hours are skipped', () => {
    const never = calendarOf('Pacific/Apia', {}, [], [{ date: '2011-12-30', windows: [['09:00', '17:00']] }])
    expect(issuesOf(() => addBusinessTime('2011-12-01T00:00:00Z', 'PT1S', never))).toEqual([['out-of-range', ['duration']]])
  })
})

describe('bad input', () => {
  const add = (instant: unknown, duration: unknown, calendar: unknown): unknown =>
    issuesOf(() => addBusinessTime(instant as string, duration as string, calendar as BusinessCalendar))

  it('tells everything that is wrong at once', () => {
    expect(add('2026-01-01', 'P1D', { ...nineToFive, zone: 'CST', windows: { mon: [['17:00', '09:00']] }, closed: ['2026-02-30'] })).toEqual([
      ['not-above', ['calendar', 'windows', 'mon', 0, 1]],
      ['not-a-calendar-date', ['calendar', 'closed', 0]],
      ['unknown-zone', ['calendar', 'zone']],
      ['not-a-moment', ['instant']],
      ['not-a-time-duration', ['duration']],
    ])
    expect(add(undefined, undefined, undefined)).toEqual([
      ['missing', ['calendar']],
      ['missing', ['instant']],
      ['missing', ['duration']],
    ])
  })

  it.each([
    ['kind', 'calendar', 'not-allowed', []],
    ['id', '', 'empty', []],
    ['version', undefined, 'missing', []],
    ['zone', undefined, 'missing', []],
    ['zone', 'Foo/Bar', 'unknown-zone', []],
    ['zone', '+08:00', 'unknown-zone', []],
    ['zone', 'CST', 'unknown-zone', []],
    ['zone', 8, 'wrong-type', []],
    ['windows', undefined, 'missing', []],
    ['windows', [], 'wrong-type', []],
    ['windows', {}, 'empty', []],
    ['windows', { mon: [] }, 'empty', []],
    ['windows', { mon: [['09:00']] }, 'wrong-length', ['mon', 0]],
    ['windows', { mon: [['9:00', '17:00']] }, 'not-a-time', ['mon', 0, 0]],
    ['windows', { mon: [['09:00', '24:01']] }, 'not-a-time', ['mon', 0, 1]],
    ['windows', { mon: [['09:00', '09:00']] }, 'not-above', ['mon', 0, 1]],
    ['windows', { monday: [] }, 'unknown-key', ['monday']],
    ['windows', JSON.parse('{"__proto__":[["09:00","17:00"]]}'), 'unknown-key', ['__proto__']],
    ['windows', Object.create({ mon: [['09:00', '17:00']] }), 'empty', []],
    ['closed', 'never', 'wrong-type', []],
    ['closed', ['2026-02-29'], 'not-a-calendar-date', [0]],
    // biome-ignore lint/suspicious/noSparseArray: what a host may hand over
    ['closed', [, '2026-02-28'], 'missing', [0]],
    ['open', [{ date: '2026-02-28' }], 'missing', [0, 'windows']],
    [
      'open',
      [
        { date: '2026-02-28', windows: [] },
        { date: '2026-02-28', windows: [] },
      ],
      'duplicate',
      [1, 'date'],
    ],
    ['holidays', [], 'unknown-key', []],
    ['__proto__', {}, 'unknown-key', []],
  ])('%s: %j', (field, value, code, path) => {
    const calendar = Object.fromEntries([...Object.entries(nineToFive), [field, value]])
    expect(add('2026-01-01T00:00:00Z', 'PT1H', calendar)).toEqual([[code, ['calendar', field, ...path]]])
  })
})
