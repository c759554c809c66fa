import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { poissonCounts } from './poisson.js'

const probabilitiesOf = (mean: number): Map<number, number> => {
  const { fewest, atMost } = poissonCounts(mean)
  return new Map(Array.from(atMost, (share, place) => [fewest + place, share - (atMost[place - 1] ?? 0)]))
}

const means = fc.oneof(fc.double({ min: 0, max: 30, noNaN: true }), fc.integer({ min: 0, max: 60 }), fc.double({ min: 30, max: 20_000, noNaN: true }))

describe('poissonCounts', () => {
  // R: ppois(0:4, 0.3) and ppois(c(4900, 5000, 5100), 5000).
  it('gives the distribution function', () => {
    const few = poissonCounts(0.3)
    expect(few.fewest).toBe(0)
    for (const [place, share] of [0.7408182206817179, 0.9630636868862333, 0.9964005068169106, 0.9997341888099783].entries()) {
      expect(few.atMost[place]).toBeCloseTo(share, 14)
    }
  })

  it.each([0.3, 1, 4, 30, 250.5])('gives the formula as it is written: mean %d', (mean) => {
    const wide = Decimal.clone({ precision: 60 })
    const first = wide.exp(-mean)
    const probabilities = probabilitiesOf(mean)
    let factor = new wide(1)
    for (let count = 0; count < mean * 2 + 20; count += 1) {
      if (count > 0) factor = factor.times(mean).div(count)
      expect(Math.abs((probabilities.get(count) ?? 0) - first.times(factor).toNumber())).toBeLessThan(1e-14)
    }
  })

  it('is certain of nothing where nothing arrives', () => {
    expect(poissonCounts(0)).toEqual({ fewest: 0, atMost: Float64Array.of(1) })
    expect(poissonCounts(Number.MIN_VALUE)).toEqual({ fewest: 0, atMost: Float64Array.of(1) })
  })

  it('has the mean as mean and as variance', () => {
    fc.assert(
      fc.property(means, (mean) => {
        let [average, variance] = [0, 0]
        for (const [count, probability] of probabilitiesOf(mean)) {
          average += (count - mean) * probability
          variance += (count - mean) ** 2 * probability
        }
        expect(Math.abs(average)).toBeLessThan(1e-9 * Math.max(1, mean))
        expect(Math.abs(variance - mean)).toBeLessThan(1e-9 * Math.max(1, mean))
      }),
    )
  })

  it('never falls and ends with 1', () => {
    fc.assert(
      fc.property(means, (mean) => {
        const { fewest, atMost } = poissonCounts(mean)
        expect(fewest).toBeGreaterThanOrEqual(0)
        for (const [place, share] of atMost.entries()) expect(share).toBeGreaterThanOrEqual(atMost[place - 1] ?? 0)
        expect(atMost.at(-1)).toBe(1)
      }),
    )
  })

  it('knows of millions without any more room than their spread takes', () => {
    const { fewest, atMost } = poissonCounts(5_000_000)
    const middle = Array.from(atMost).findIndex((share) => share >= 0.5)
    // The median lies within a third below and log 2 above the mean (Choi 1994).
    expect(fewest + middle).toBeGreaterThanOrEqual(4_999_999)
    expect(fewest + middle).toBeLessThanOrEqual(5_000_001)
    expect(atMost.length).toBeLessThan(50_000)
  })
})
