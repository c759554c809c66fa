import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { changesOf, trickyZones } from '../../testing/businessTime.js'
import { formatDay } from '../days/formatDay.js'
import { localDay, momentOfLocal, startOfLocalDay } from './localTime.js'
import { readZone, type Zone } from './readZone.js'

const zoneOf = (name: string): Zone => readZone(name, ['zone'], []) as Zone
const zones = [
  ...trickyZones,
  'America/Toronto',
  'Europe/Lisbon',
  'Antarctica/Troll',
  'Pacific/Kwajalein',
  'Africa/Monrovia',
  'America/Nuuk',
  'Asia/Tehran',
]
const local = (text: string): number => Date.parse(`${text}Z`) / 1000
const utc = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 19)

describe('momentOfLocal', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29T02:30:00', '2026-03-29T01:30:00'],
    ['Europe/Berlin', '2026-10-25T02:30:00', '2026-10-25T00:30:00'],
    ['Australia/Lord_Howe', '2026-10-04T02:15:00', '2026-10-03T15:45:00'],
    ['America/St_Johns', '2010-11-07T00:00:00', '2010-11-07T02:30:00'],
    ['Pacific/Apia', '2011-12-30T12:00:00', '2011-12-30T22:00:00'],
  ])('%s %s is %s (Temporal, compatible)', (zone, text, expected) => {
    expect(utc(momentOfLocal(zoneOf(zone), local(text)))).toBe(expected)
  })

  it.each(zones)('%s: as Temporal says around every change of the years 1970 to 2040, and so is the start of each date', (zone) => {
    const read = zoneOf(zone)
    const wrong: unknown[] = []
    let compared = 0
    for (const change of [...changesOf(zone), 1_000_000_000]) {
      const middle = change + read.offsetAt(change)
      for (const by of [
        -90_000, -86_400, -7200, -5400, -3600, -3599, -1801, -1800, -900, -1, 0, 1, 900, 1800, 1801, 3599, 3600, 5400, 7200, 86_400, 90_000,
      ]) {
        const plain = Temporal.PlainDateTime.from(utc(middle + by))
        const expected = plain.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds / 1000
        if (momentOfLocal(read, middle + by) !== expected) wrong.push(plain.toString())
        compared += 1
      }
      for (const days of [-2, -1, 0, 1, 2]) {
        const day = Math.floor(middle / 86_400) + days
        const start = Temporal.PlainDate.from(formatDay(day) as string).toZonedDateTime(zone)
        if (startOfLocalDay(read, day) !== start.epochMilliseconds / 1000) wrong.push(formatDay(day))
        const noon = start.add({ hours: 12 })
        if (formatDay(localDay(read, noon.epochMilliseconds / 1000)) !== noon.toPlainDate().toString()) wrong.push(noon.toString())
      }
    }
    expect(wrong).toEqual([])
    expect(compared).toBeGreaterThan(20)
  })
})
