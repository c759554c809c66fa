import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCalendarDays } from '../index.js'
import type { CalendarDate } from '../types.js'
import { type CalendarDuration, dateBefore, durationCovers, parseDuration } from './duration.js'

const before = (date: CalendarDate, duration: string): CalendarDate => dateBefore(date, parseDuration(duration) as CalendarDuration)

describe('durationCovers', () => {
  it.each([
    ['P30D', 'P30D', true],
    ['P30D', 'P29D', true],
    ['P29D', 'P30D', false],
    ['P2W', 'P14D', true],
    ['P1Y', 'P12M', true],
    ['P12M', 'P1Y', true],
    ['P1M1D', 'P1M', true],
    ['P1M', 'P31D', false],
    ['P31D', 'P1M', false],
    ['P3M', 'P30D', true],
    ['P90D', 'P2M', true],
    ['P1Y', 'P30D', true],
    ['P99999Y', 'P9999999D', true],
    ['P30D', 'soon', false],
    ['PT8H', 'P1D', false],
  ])('%s covers %s: %s', (longer, shorter, expected) => {
    expect(durationCovers(longer, shorter)).toBe(expected)
  })

  it('says yes only where it is so, whichever the day', () => {
    const durations = fc
      .tuple(fc.nat(60), fc.oneof(fc.nat(40), fc.nat(2000)))
      .chain(([months, days]) => fc.constantFrom(`P${months}M`, `P${days}D`, `P${months}M${days}D`))
    const days = fc
      .oneof(fc.nat(3_652_058), fc.nat(800))
      .chain((day) => fc.constantFrom(addCalendarDays('0001-01-01', day), `${1600 + (day % 800)}-03-31`, `${1600 + (day % 800)}-03-01`))
    fc.assert(
      fc.property(durations, durations, days, (longer, shorter, day) => {
        if (durationCovers(longer, shorter)) expect(before(day, longer) <= before(day, shorter)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})
