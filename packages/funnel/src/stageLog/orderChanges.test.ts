import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderChanges } from './orderChanges.js'

const change = (day: number, instant: bigint | null, code: number) => ({ day, instant, code })
const changes = fc.array(
  fc.record({ day: fc.integer({ min: 0, max: 2 }), instant: fc.option(fc.bigInt({ min: 0n, max: 2n })), code: fc.integer({ min: 0, max: 4 }) }),
  { maxLength: 12 },
)

describe('orderChanges', () => {
  it('goes by dates, and within one by moments where all of it have one', () => {
    const morning = change(5, 10n, 3)
    const evening = change(5, 20n, 0)
    const before = change(4, 99n, 2)
    expect(orderChanges([evening, before, morning])).toEqual([before, morning, evening])
    expect(orderChanges([change(5, 10n, 3), change(5, 10n, 1)])).toEqual([change(5, 10n, 1), change(5, 10n, 3)])
  })

  it('goes by stages through a date of which one change is known only to the day, of one stage by moments', () => {
    const given = [change(5, 30n, 0), change(5, 10n, 3), change(5, null, 2), change(5, 20n, 0), change(5, null, 0)]
    expect(orderChanges(given)).toEqual([change(5, null, 0), change(5, 20n, 0), change(5, 30n, 0), change(5, null, 2), change(5, 10n, 3)])
    expect(orderChanges([change(5, 30n, 0), change(5, 10n, 3), change(6, null, 1)])).toEqual([
      change(5, 10n, 3),
      change(5, 30n, 0),
      change(6, null, 1),
    ])
  })

  it('gives the same for every order, all of what was given, and leaves that as it is', () => {
    const twice = changes.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })))
    fc.assert(
      fc.property(twice, ([given, shuffled]) => {
        const ordered = orderChanges(Object.freeze(given) as typeof given)
        expect(orderChanges(shuffled)).toEqual(ordered)
        expect(new Set(ordered)).toEqual(new Set(given))
        expect(ordered.length).toBe(given.length)
        expect(orderChanges(ordered)).toEqual(ordered)
      }),
      { numRuns: 300 },
    )
  })

  it('is what comparing two changes of one date says, with that date’s rule', () => {
    fc.assert(
      fc.property(changes, (given) => {
        const ordered = orderChanges(given)
        const timed = new Set([0, 1, 2].filter((day) => given.every((one) => one.day !== day || one.instant !== null)))
        for (const [index, next] of ordered.slice(1).entries()) {
          const one = ordered[index] as (typeof ordered)[number]
          expect(one.day).toBeLessThanOrEqual(next.day)
          if (one.day !== next.day) continue
          const [time, nextTime] = [one.instant ?? -1n, next.instant ?? -1n]
          if (timed.has(one.day)) expect(time < nextTime || (time === nextTime && one.code <= next.code)).toBe(true)
          else expect(one.code < next.code || (one.code === next.code && time <= nextTime)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
