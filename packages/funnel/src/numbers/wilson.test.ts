import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NORMAL_95, wilsonInterval } from './wilson.js'

const trialsAndSuccesses = fc
  .integer({ min: 1, max: 1_000_000_000 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)))

describe('wilsonInterval', () => {
  // Closed form of E. B. Wilson 1927; R: prop.test(x, n, correct = FALSE) and binom::binom.wilson(x, n) give the same: known answer 11.
  it.each([
    [3, 10, 0.107791, 0.603222],
    [0, 5, 0, 0.434482],
    [5, 5, 0.565518, 1],
  ])('of %i of %i is %d to %d', (successes, trials, low, high) => {
    const interval = wilsonInterval(successes, trials) as readonly [number, number]
    expect(interval[0]).toBeCloseTo(low, 6)
    expect(interval[1]).toBeCloseTo(high, 6)
  })

  it('says nothing without trials', () => {
    expect(wilsonInterval(0, 0)).toBeNull()
  })

  it('ends where the distance to the share is z standard errors of that end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (successes, failures) => {
        const trials = successes + failures
        for (const end of wilsonInterval(successes, trials) as readonly number[]) {
          const error = Math.sqrt((end * (1 - end)) / trials)
          expect(Math.abs(successes / trials - end) / error).toBeCloseTo(NORMAL_95, 6)
        }
      }),
    )
  })

  it('holds the share, stays within 0 to 1, ends there only where it must, and is mirrored by failures', () => {
    fc.assert(
      fc.property(trialsAndSuccesses, ([successes, trials]) => {
        const [low, high] = wilsonInterval(successes, trials) as readonly [number, number]
        const share = successes / trials
        expect(low <= share && share <= high).toBe(true)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low === 0).toBe(successes === 0)
        expect(high === 1).toBe(successes === trials)
        const [mirroredLow, mirroredHigh] = wilsonInterval(trials - successes, trials) as readonly [number, number]
        expect(mirroredLow).toBeCloseTo(1 - high, 12)
        expect(mirroredHigh).toBeCloseTo(1 - low, 12)
      }),
    )
  })
})
