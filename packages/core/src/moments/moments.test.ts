import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { codesAndPaths } from '../../testing/issuesOf.js'
import type { Issue } from '../index.js'
import { formatLocalMoment, formatMoment } from './formatMoment.js'
import { FIRST_INSTANT, LAST_INSTANT, secondsOf, splitInstant } from './instant.js'
import { readMoment } from './readMoment.js'
import { readTimeDuration } from './readTimeDuration.js'

const instants = fc.oneof(fc.bigInt({ min: FIRST_INSTANT, max: LAST_INSTANT }), fc.bigInt({ min: -100_000_000_000n, max: 100_000_000_000n }))
const refusals = (read: (issues: Issue[]) => unknown): unknown => {
  const issues: Issue[] = []
  expect(read(issues)).toBeUndefined()
  return codesAndPaths(issues).map(([code]) => code)
}

describe('moments', () => {
  it.each([
    ['2013-03-21T10:30:00Z', '2013-03-21T10:30:00Z'],
    ['2013-03-21T10:30Z', '2013-03-21T10:30:00Z'],
    ['2013-03-21T10:30:00+05:45', '2013-03-21T04:45:00Z'],
    ['2013-03-21T00:30:00,5-03:30', '2013-03-21T04:00:00.5Z'],
    ['2013-03-21T10:30:00.120000000000Z', '2013-03-21T10:30:00.12Z'],
    ['1969-12-31T23:59:59.999999999Z', '1969-12-31T23:59:59.999999999Z'],
    ['0001-01-02T00:00:00Z', '0001-01-02T00:00:00Z'],
    ['9999-12-31T23:58:59.999999999+23:59', '9999-12-30T23:59:59.999999999Z'],
  ])('%s is %s', (text, expected) => {
    expect(formatMoment(readMoment(text, ['at'], []) as bigint)).toBe(expected)
  })

  it('are read and written as by Temporal', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -1439, max: 1439 }), (instant, offset) => {
        const temporal = Temporal.Instant.fromEpochNanoseconds(instant)
        expect(formatMoment(instant)).toBe(temporal.toString())
        const zone = `${offset < 0 ? '-' : '+'}${String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0')}:${String(Math.abs(offset) % 60).padStart(2, '0')}`
        const local = temporal.toString({ timeZone: zone })
        expect(formatLocalMoment(instant, offset * 60)).toBe(local)
        expect(readMoment(formatMoment(instant), [], [])).toBe(instant)
        if (/^\d{4}/.test(local)) expect(readMoment(local, [], [])).toBe(instant)
      }),
    )
  })

  it('are written with the seconds of an odd offset', () => {
    expect(formatLocalMoment(0n, -2670)).toBe('1969-12-31T23:15:30-00:44:30')
    expect(formatLocalMoment(500_000_000n, 29_143)).toBe('1970-01-01T08:05:43.5+08:05:43')
  })

  it.each([
    [undefined, 'missing'],
    [null, 'not-a-moment'],
    [Number.NaN, 'not-a-moment'],
    [1_700_000_000_000, 'not-a-moment'],
    [new Date(0), 'not-a-moment'],
    ['2026-01-01', 'not-a-moment'],
    ['2026-01-01T00:00:00', 'not-a-moment'],
    ['2026-02-29T00:00:00Z', 'not-a-moment'],
    ['2026-01-01T24:00:00Z', 'not-a-moment'],
    ['2026-01-01T23:59:60Z', 'not-a-moment'],
    ['2026-01-01T00:00:00+0800', 'not-a-moment'],
    ['2026-01-01T00:00:00Z[Asia/Shanghai]', 'not-a-moment'],
    ['２０２６-01-01T00:00:00Z', 'not-a-moment'],
    [' 2026-01-01T00:00:00Z', 'not-a-moment'],
    ['0001-01-01T23:59:59Z', 'out-of-range'],
    ['9999-12-31T00:00:00Z', 'out-of-range'],
    ['9999-12-31T10:00:00-14:00', 'out-of-range'],
    ['2026-01-01T00:00:00.0000000001Z', 'too-many-decimal-places'],
    [`2026-01-01T00:00:00.${'0'.repeat(200_000)}1Z`, 'too-many-decimal-places'],
  ])('%s is none', (value, code) => expect(refusals((issues) => readMoment(value, ['at'], issues))).toEqual([code]))
})

describe('durations of time', () => {
  it.each([
    ['PT8H', 28_800_000_000_000n],
    ['PT1H30M', 5_400_000_000_000n],
    ['PT90S', 90_000_000_000n],
    ['PT0.000000001S', 1n],
    ['-PT1M0,5S', -60_500_000_000n],
    ['PT0S', 0n],
    ['-PT0S', 0n],
    ['PT999999999H', 3_599_999_996_400_000_000_000n],
  ])('%s is %s ns', (text, expected) => expect(readTimeDuration(text, [], [])).toBe(expected))

  it('are read as by Temporal', () => {
    const part = fc.option(fc.nat(100_000))
    fc.assert(
      fc.property(part, part, part, fc.option(fc.nat(999_999_999)), fc.boolean(), (hours, minutes, seconds, nanoseconds, isNegative) => {
        fc.pre(hours !== null || minutes !== null || seconds !== null)
        const fraction = nanoseconds === null ? '' : `.${String(nanoseconds).padStart(9, '0')}`
        const text = `${isNegative ? '-' : ''}PT${hours === null ? '' : `${hours}H`}${minutes === null ? '' : `${minutes}M`}${seconds === null ? '' : `${seconds}${fraction}S`}`
        const total = Temporal.Duration.from(text).round({ largestUnit: 'seconds' })
        const rest = (total.milliseconds * 1000 + total.microseconds) * 1000 + total.nanoseconds
        expect(readTimeDuration(text, [], [])).toBe(BigInt(total.seconds) * 1_000_000_000n + BigInt(rest))
      }),
    )
  })

  it.each([
    [undefined, 'missing'],
    [null, 'not-a-time-duration'],
    [8, 'not-a-time-duration'],
    ['P1D', 'not-a-time-duration'],
    ['P1DT1H', 'not-a-time-duration'],
    ['PT', 'not-a-time-duration'],
    ['P', 'not-a-time-duration'],
    ['8h', 'not-a-time-duration'],
    ['pt8h', 'not-a-time-duration'],
    ['PT-8H', 'not-a-time-duration'],
    ['+PT8H', 'not-a-time-duration'],
    ['PT8H\n', 'not-a-time-duration'],
    ['PT1M1H', 'not-a-time-duration'],
    ['PT0.5H', 'not-a-time-duration'],
    ['PT.5S', 'not-a-time-duration'],
    ['PT１H', 'not-a-time-duration'],
    ['PT1.0000000001S', 'not-a-time-duration'],
    ['PT1234567890H', 'not-a-time-duration'],
    [`PT${'9'.repeat(100_000)}S`, 'not-a-time-duration'],
  ])('%s is none', (value, code) => expect(refusals((issues) => readTimeDuration(value, ['duration'], issues))).toEqual([code]))
})

describe('seconds of nanoseconds', () => {
  it.each([
    [0n, 0],
    [100_000_000n, 0.1],
    [-100_000_000n, -0.1],
    [28_800_000_000_000n, 28_800],
    [-1n, -1e-9],
    [3_155_695_200_123_456_000n, 3_155_695_200.123456],
  ])('%s ns are %s s', (nanoseconds, seconds) => expect(secondsOf(nanoseconds)).toBe(seconds))

  it('are split downwards', () => {
    expect(splitInstant(-1n)).toEqual({ seconds: -1, nanoseconds: 999_999_999 })
    expect(splitInstant(-1_000_000_000n)).toEqual({ seconds: -1, nanoseconds: 0 })
    expect(splitInstant(1_500_000_000n)).toEqual({ seconds: 1, nanoseconds: 500_000_000 })
  })
})
