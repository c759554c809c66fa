import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rememberOffsets } from './rememberOffsets.js'

const DAY = 86_400
/** Within the years in which offsets are asked for. */
const MIDDLE = 1_000_000_000

/** A zone that is an hour ahead from one moment to another. */
const hourBetween =
  (from: number, to: number) =>
  (seconds: number): number =>
    seconds >= from && seconds < to ? 3600 : 0

describe('rememberOffsets', () => {
  it('finds changes four days apart, wherever they lie', () => {
    fc.assert(
      fc.property(fc.nat(60 * DAY), fc.integer({ min: 4 * DAY, max: 9 * DAY }), fc.nat(4 * DAY - 1), (by, length, within) => {
        const [from, to] = [MIDDLE + by, MIDDLE + by + length]
        const { offsetAt, steadyOffset } = rememberOffsets(hourBetween(from, to))
        expect([from - 1, from, from + within, to - 1, to].map(offsetAt)).toEqual([0, 3600, 3600, 3600, 0])
        expect([steadyOffset(from - 1, to), steadyOffset(from, to - 1), steadyOffset(from, to)]).toEqual([undefined, 3600, undefined])
        expect([steadyOffset(from - 20 * DAY, from - 1), steadyOffset(to, to + 20 * DAY)]).toEqual([0, 0])
      }),
      { numRuns: 300 },
    )
  })

  it('asks for nothing twice', () => {
    const asked: number[] = []
    const { offsetAt } = rememberOffsets((seconds) => {
      asked.push(seconds)
      return seconds < MIDDLE ? 0 : 3600
    })
    const moments = Array.from({ length: 200 }, (_, index) => MIDDLE + (index - 100) * DAY)
    const first = moments.map(offsetAt)
    const count = asked.length
    expect(moments.map(offsetAt)).toEqual(first)
    expect(asked).toHaveLength(count)
    // One about every three days, and those that look for the change.
    expect(count).toBeLessThan(110)
  })
})
