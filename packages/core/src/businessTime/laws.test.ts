import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarNear, durations, durationText, momentText, nanosecondsOf, zonedMoment } from '../../testing/businessTime.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { addBusinessTime, type BusinessCalendar, businessTimeBetween } from '../business-time.js'
import { type ReadCalendar, readCalendar } from '../calendars/readCalendar.js'
import { createBusinessClock } from './businessClock.js'

/** A calendar with open time, and a moment near which its dates lie. */
const situation = zonedMoment.chain(({ zone, seconds }) =>
  fc.record({
    calendar: calendarNear(zone, seconds).map(deepFreeze),
    seconds: fc.constant(seconds),
    from: fc.nat(999_999_999).chain((nanoseconds) => fc.constantFrom(momentText(seconds, nanoseconds), momentText(seconds))),
  }),
)
const near = fc.integer({ min: -2_000_000, max: 2_000_000 })
const exactlyBetween = (from: string, to: string, calendar: BusinessCalendar): bigint => {
  const { positionOf } = createBusinessClock(readCalendar(calendar, [], []) as ReadCalendar)
  return positionOf(nanosecondsOf(to)) - positionOf(nanosecondsOf(from))
}

describe('laws of business time', () => {
  it('what is added lies between: between(t, add(t, d)) = d, to the nanosecond', () => {
    const seen = { back: 0, year: 0, fraction: 0 }
    fc.assert(
      fc.property(situation, durations, ({ calendar, from }, duration) => {
        const to = addBusinessTime(from, durationText(duration), calendar)
        expect(exactlyBetween(from, to, calendar)).toBe(duration)
        expect(businessTimeBetween(from, to, calendar)).toBe(
          Number(`${duration < 0n ? '-' : ''}${durationText(duration).replace(/[^\d.]/g, '')}`) + 0,
        )
        if (duration < 0n) seen.back += 1
        if (duration % 1_000_000_000n !== 0n) seen.fraction += 1
        if (Math.abs(Number(nanosecondsOf(to) - nanosecondsOf(from))) > 366 * 86_400e9) seen.year += 1
      }),
      { numRuns: 400, seed: 3 },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(15)
  })

  it('the end is the first moment with so much time, going back the last', () => {
    fc.assert(
      fc.property(situation, durations, ({ calendar, from }, duration) => {
        fc.pre(duration !== 0n)
        const to = nanosecondsOf(addBusinessTime(from, durationText(duration), calendar))
        const { positionOf } = createBusinessClock(readCalendar(calendar, [], []) as ReadCalendar)
        const step = duration > 0n ? -1n : 1n
        // A nanosecond nearer to the start there is less of it.
        expect(positionOf(to + step)).toBe(positionOf(to) + step)
      }),
      { numRuns: 300 },
    )
  })

  it('time between moments adds up, and is negative in reverse', () => {
    fc.assert(
      fc.property(situation, near, near, ({ calendar, seconds, from }, one, other) => {
        const [middle, to] = [momentText(seconds + one), momentText(seconds + other)]
        const whole = exactlyBetween(from, to, calendar)
        expect(exactlyBetween(from, middle, calendar) + exactlyBetween(middle, to, calendar)).toBe(whole)
        expect(exactlyBetween(to, from, calendar)).toBe(-whole)
        expect(businessTimeBetween(from, to, calendar)).toBe(-businessTimeBetween(to, from, calendar) + 0)
        expect(businessTimeBetween(from, from, calendar)).toBe(0)
      }),
      { numRuns: 300 },
    )
  })

  it('later moments and longer durations never come earlier', () => {
    fc.assert(
      fc.property(
        situation,
        fc.nat(200_000),
        durations,
        fc.bigInt({ min: 0n, max: 10n ** 14n }),
        ({ calendar, seconds, from }, later, duration, more) => {
          const end = nanosecondsOf(addBusinessTime(from, durationText(duration), calendar))
          fc.pre(duration !== 0n && duration + more !== 0n)
          const laterFrom = momentText(seconds + 1 + later)
          const direction = duration > 0n ? 1n : -1n
          const longer = nanosecondsOf(addBusinessTime(from, durationText(duration + direction * more), calendar))
          expect((longer - end) * direction >= 0n).toBe(true)
          expect(nanosecondsOf(addBusinessTime(laterFrom, durationText(duration), calendar)) >= end).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('a further holiday never brings a deadline forward, a further opening never puts it off', () => {
    let moved = 0
    fc.assert(
      fc.property(situation, fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: -3, max: 10 }), ({ calendar, seconds, from }, added, days) => {
        const duration = `PT${added}S`
        const date = momentText(seconds + days * 86_400).slice(0, 10)
        const open = (calendar.open ?? []).filter((one) => one.date !== date)
        const due = nanosecondsOf(addBusinessTime(from, duration, { ...calendar, open }))
        const holiday = nanosecondsOf(addBusinessTime(from, duration, { ...calendar, open, closed: [...(calendar.closed ?? []), date] }))
        expect(holiday >= due).toBe(true)
        const opened = { ...calendar, open: [...open, { date, windows: [['00:00', '24:00'] as const] }] }
        expect(nanosecondsOf(addBusinessTime(from, duration, opened)) <= due).toBe(true)
        if (holiday > due) moved += 1
      }),
      { numRuns: 300, seed: 4 },
    )
    expect(moved).toBeGreaterThan(30)
  })

  it('the order of windows and dates changes nothing, nor does a date given as closed twice', () => {
    fc.assert(
      fc.property(situation, durations, ({ calendar, from }, duration) => {
        const { windows, closed = [], open = [] } = calendar
        const turned = Object.fromEntries(
          Object.entries(windows)
            .map(([day, list]) => [day, [...(list ?? [])].reverse()])
            .reverse(),
        )
        const reversed = { ...calendar, windows: turned, closed: [...closed, ...closed].reverse(), open: [...open].reverse() }
        const text = durationText(duration)
        expect(addBusinessTime(from, text, reversed)).toBe(addBusinessTime(from, text, calendar))
      }),
      { numRuns: 200 },
    )
  })

  it('adding in parts is adding at once', () => {
    fc.assert(
      fc.property(situation, fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 15n }), ({ calendar, from }, one, other) => {
        const parts = addBusinessTime(addBusinessTime(from, durationText(one), calendar), durationText(other), calendar)
        expect(parts).toBe(addBusinessTime(from, durationText(one + other), calendar))
      }),
      { numRuns: 300 },
    )
  })
})
