import type { Issue } from '@clientele/core'
import { formatMoment, instantOf, readZone, type Zone } from '@clientele/core/clocks'
import { formatDay, parseDay } from '@clientele/core/days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { readAt } from './readAt.js'
import { readDate } from './readDate.js'

const zoned = (name: string): Zone => readZone(name, [], []) as Zone
const read = (value: unknown, zone = 'UTC') => {
  const at = readAt(value, zoned(zone), ['at'], [])
  return at === undefined ? undefined : [formatDay(at.day), at.instant === null ? null : formatMoment(at.instant)]
}
type Reader = (value: unknown, issues: Issue[]) => unknown
const told = (value: unknown, reader: Reader = (one, issues) => readAt(one, zoned('UTC'), ['at'], issues)): unknown => {
  const issues: Issue[] = []
  expect(reader(value, issues)).toBeUndefined()
  return codesAndPaths(issues)
}

describe('readAt', () => {
  it('reads a date as it stands, and of a moment the date in the zone', () => {
    for (const zone of ['UTC', 'Asia/Shanghai', 'America/Los_Angeles']) expect(read('2024-02-29', zone)).toEqual(['2024-02-29', null])
    const midnight = '2020-05-01T00:00:00Z'
    expect(read(midnight)).toEqual(['2020-05-01', midnight])
    // Vector 7, as PostHog has it: May in UTC, April in Los Angeles.
    expect(read(midnight, 'America/Los_Angeles')).toEqual(['2020-04-30', midnight])
    expect(read('2024-03-31T23:30:00+07:00', 'Asia/Bangkok')).toEqual(['2024-03-31', '2024-03-31T16:30:00Z'])
    expect(read('2024-03-31T17:00:00.000000001Z', 'Asia/Bangkok')).toEqual(['2024-04-01', '2024-03-31T17:00:00.000000001Z'])
    expect(read('0001-01-01')).toEqual(['0001-01-01', null])
    expect(read('9999-12-31')).toEqual(['9999-12-31', null])
    expect(read('9999-12-30T23:59:59Z', 'Pacific/Kiritimati')).toEqual(['9999-12-31', '9999-12-30T23:59:59Z'])
  })

  it.each<[value: unknown, code: string]>([
    [undefined, 'missing'],
    [null, 'not-a-calendar-date'],
    [20240301, 'not-a-calendar-date'],
    [new Date(0), 'not-a-calendar-date'],
    ['', 'not-a-calendar-date'],
    ['2024-02-30', 'not-a-calendar-date'],
    ['2024-3-1', 'not-a-calendar-date'],
    ['2024-03-01T09:00', 'not-a-moment'],
    ['2024-03-01 09:00Z', 'not-a-moment'],
    ['2023-02-29T09:00Z', 'not-a-moment'],
    ['T', 'not-a-moment'],
    ['2024-03-01T09:00:00.0000000001Z', 'too-many-decimal-places'],
    ['9999-12-31T09:00:00Z', 'out-of-range'],
    ['0001-01-01T09:00:00Z', 'out-of-range'],
  ])('tells of %s: %s', (value, code) => expect(told(value)).toEqual([[code, ['at']]]))

  it('reads something, or says what is wrong, of anything; the date of a moment is that of its local clock', () => {
    const nearly = fc.string({ unit: fc.constantFrom(...'0123456789-T:Z+. '), maxLength: 26 })
    fc.assert(
      fc.property(fc.oneof(fc.anything(), nearly), (value) => {
        const issues: Issue[] = []
        expect(readAt(value, zoned('Asia/Shanghai'), [], issues) === undefined).toBe(issues.length > 0)
      }),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        const text = formatMoment(instantOf(seconds, 0))
        expect(read(text, 'Asia/Kolkata')?.[0]).toBe(new Date((seconds + 5.5 * 3600) * 1000).toISOString().slice(0, 10))
        expect(read(text)).toEqual([text.slice(0, 10), text])
      }),
    )
  })
})

describe('readDate', () => {
  it('reads dates only', () => {
    const issues: Issue[] = []
    expect([readDate('2024-02-29', [], issues), issues]).toEqual([parseDay('2024-02-29'), []])
    const reader: Reader = (one, found) => readDate(one, ['on'], found)
    for (const value of [null, '2024-02-30', '2024-03-01T09:00:00Z', 7]) expect(told(value, reader)).toEqual([['not-a-calendar-date', ['on']]])
    expect(told(undefined, reader)).toEqual([['missing', ['on']]])
  })
})
