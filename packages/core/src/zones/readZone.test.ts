import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { changesOf, trickyZones } from '../../testing/businessTime.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import type { Issue } from '../index.js'
import { readZone, type Zone } from './readZone.js'

const zoneOf = (name: string): Zone => readZone(name, ['zone'], []) as Zone
const askTemporal = (zone: string, seconds: number): number =>
  Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(zone).offsetNanoseconds / 1e9

const zones = [
  ...trickyZones,
  'Asia/Shanghai',
  'Europe/Berlin',
  'Europe/Moscow',
  'Europe/Lisbon',
  'America/Toronto',
  'America/Noronha',
  'America/Boa_Vista',
  'America/Argentina/Tucuman',
  'America/Caracas',
  'America/Nuuk',
  'Asia/Pyongyang',
  'Asia/Tehran',
  'Asia/Hebron',
  'Africa/Monrovia',
  'Africa/El_Aaiun',
  'Africa/Cairo',
  'Antarctica/Troll',
  'Pacific/Kiritimati',
  'Pacific/Kwajalein',
  'Etc/GMT+12',
]

describe('offsets', () => {
  it.each([
    ['Asia/Kolkata', '2026-01-01T00:00:00Z', 5.5],
    ['Asia/Kathmandu', '1985-12-31T18:29:59Z', 5.5],
    ['Asia/Kathmandu', '1985-12-31T18:30:00Z', 5.75],
    ['Australia/Lord_Howe', '2026-01-01T00:00:00Z', 11],
    ['Australia/Lord_Howe', '2026-07-01T00:00:00Z', 10.5],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', -10],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', 14],
    ['America/Recife', '2000-10-10T00:00:00Z', -2],
    ['America/Recife', '2000-10-16T00:00:00Z', -3],
    ['Africa/Casablanca', '2026-03-01T00:00:00Z', 0],
    ['Africa/Casablanca', '2026-04-01T00:00:00Z', 1],
  ])('%s at %s is %s hours from UTC (IANA time zone database)', (zone, moment, hours) => {
    expect(zoneOf(zone).offsetAt(Date.parse(moment) / 1000)).toBe(hours * 3600)
  })

  it.each(zones)('%s: as Temporal says around every change of the years 1970 to 2040', (zone) => {
    const { offsetAt } = zoneOf(zone)
    const wrong: number[] = []
    for (const change of [...changesOf(zone), 0]) {
      for (const by of [-86_400, -3600, -1, 0, 1, 3599, 86_400, 8 * 86_400, 90 * 86_400]) {
        if (offsetAt(change + by) !== askTemporal(zone, change + by)) wrong.push(change + by)
      }
    }
    expect(wrong).toEqual([])
  })

  it('are as Temporal says at any moment of the years 1 to 9999', () => {
    const anySecond = fc.oneof(fc.integer({ min: -62_135_510_400, max: 253_402_214_400 }), fc.integer({ min: -5_500_000_000, max: 4_500_000_000 }))
    fc.assert(
      fc.property(fc.constantFrom(...zones), anySecond, (zone, seconds) => {
        expect(zoneOf(zone).offsetAt(seconds)).toBe(askTemporal(zone, seconds))
      }),
      { numRuns: 2000 },
    )
  })

  it('are as Temporal says where rules come round again after 400 years', () => {
    const wrong: unknown[] = []
    for (const zone of [
      'America/New_York',
      'Europe/Dublin',
      'Asia/Gaza',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'America/Havana',
      'Antarctica/Troll',
    ]) {
      for (const year of [2099, 2100, 2101, 2499, 2500, 2501, 2900, 6500]) {
        for (let day = 0; day < 366; day += 1) {
          const seconds = Date.UTC(year, 0, day, 5, 30) / 1000
          if (zoneOf(zone).offsetAt(seconds) !== askTemporal(zone, seconds)) wrong.push([zone, year, day])
        }
      }
    }
    expect(wrong).toEqual([])
  })

  it('are steady exactly where they do not change', () => {
    const seen = { steady: 0, changing: 0 }
    fc.assert(
      fc.property(
        fc.constantFrom(...zones).chain((zone) => fc.tuple(fc.constant(zone), fc.constantFrom(...changesOf(zone), 1_000_000_000))),
        fc.integer({ min: -2_000_000, max: 2_000_000 }),
        fc.nat(11 * 86_400),
        ([zone, change], by, length) => {
          const { offsetAt, steadyOffset } = zoneOf(zone)
          const [from, to] = [change + by, change + by + length]
          const changes = changesOf(zone).some((at) => at > from && at <= to)
          expect(steadyOffset(from, to)).toBe(changes ? undefined : offsetAt(from))
          seen[changes ? 'changing' : 'steady'] += 1
        },
      ),
      { numRuns: 300, seed: 1 },
    )
    expect(Math.min(seen.steady, seen.changing)).toBeGreaterThan(30)
  })
})

describe('names of zones', () => {
  it('are those of the database, however they are spelled', () => {
    expect(zoneOf('asia/shanghai').id).toBe('Asia/Shanghai')
    expect(zoneOf('ASIA/SHANGHAI')).toBe(zoneOf('Asia/Shanghai'))
    expect([zoneOf('utc').id, zoneOf('Asia/Calcutta').offsetAt(0), zoneOf('Etc/GMT+8').offsetAt(0)]).toEqual(['UTC', 19_800, -28_800])
  })

  it.each([
    [undefined, 'missing'],
    ['Foo/Bar', 'unknown-zone'],
    ['+08:00', 'unknown-zone'],
    ['-0330', 'unknown-zone'],
    ['CST', 'unknown-zone'],
    ['', 'unknown-zone'],
    [' UTC', 'unknown-zone'],
    ['UTC\n', 'unknown-zone'],
    ['Asia/', 'unknown-zone'],
    ['../UTC', 'unknown-zone'],
    ['Z', 'unknown-zone'],
    ['2026-01-01T00:00:00[Asia/Shanghai]', 'unknown-zone'],
    ['__proto__', 'unknown-zone'],
    ['constructor', 'unknown-zone'],
    ['A'.repeat(100_000), 'unknown-zone'],
    [8, 'unknown-zone'],
    [null, 'unknown-zone'],
    [['UTC'], 'unknown-zone'],
    [{ toString: () => 'UTC' }, 'unknown-zone'],
  ])('%j is none', (value, code) => {
    const issues: Issue[] = []
    expect(readZone(value, ['zone'], issues)).toBeUndefined()
    expect(codesAndPaths(issues)).toEqual([[code, ['zone']]])
  })
})
