import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chancesOf, type Trial, trials } from '../../testing/chances.js'
import { atLeast } from './atLeast.js'
import { distribute } from './distribute.js'
import { momentsOf } from './momentsOf.js'
import { composeSimulated } from './outcomes.js'
import { drawsFor, simulate } from './simulate.js'
import type { Chances } from './types.js'

const DRAWS = 10_000
const SEEDS = [0, 1, 2, 7, 4294967295]
const mixed: Trial[] = [
  [100, 0.5],
  [50, 0.8],
  [200, 0.25],
  [75, 0.1],
  [1000, 0.02],
]

/** Mean and variance of what was drawn. */
const measured = (sums: Float64Array): { readonly mean: number; readonly variance: number } => {
  const mean = sums.reduce((sum, one) => sum + one, 0) / sums.length
  return { mean, variance: sums.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (sums.length - 1) }
}

const expectMoments = (chances: Chances, seed: number): void => {
  const { mean, variance } = momentsOf(chances)
  const found = measured(simulate(chances, seed, DRAWS))
  // Five standard errors; that of the variance is known only roughly: a tenth is more than five of them for sums of several chances.
  expect(Math.abs(found.mean - mean)).toBeLessThanOrEqual(5 * Math.sqrt(variance / DRAWS))
  expect(Math.abs(found.variance / variance - 1)).toBeLessThan(0.1)
}

describe('simulate', () => {
  it('draws the same on every platform, for good', () => {
    const chances = chancesOf(
      [
        [100, 0.5],
        [50, 0.8],
        [200, 0.25],
      ],
      { certain: 1, pooled: [0.5], arrivals: 1.5, pool: [1000, 2000, 3000] },
    )
    expect([...simulate(chances, 1, 12)]).toMatchInlineSnapshot(`
      [
        3051,
        3051,
        2051,
        1151,
        151,
        9051,
        151,
        51,
        6151,
        3001,
        1001,
        11251,
      ]
    `)
    expect([...simulate(chances, 2, 12)]).toMatchInlineSnapshot(`
      [
        6351,
        5051,
        4251,
        6051,
        101,
        3001,
        9351,
        3051,
        4051,
        2251,
        251,
        151,
      ]
    `)
    expect([...simulate({ ...chances, arrivals: 5000 }, 1, 4)]).toMatchInlineSnapshot(`
      [
        10001051,
        10241001,
        10087051,
        10052151,
      ]
    `)
  })

  it.each(SEEDS)('is as often at most every value as it is exactly, within its error: seed %i', (seed) => {
    const exact = distribute(chancesOf(mixed), 1)
    const drawn = composeSimulated(simulate(chancesOf(mixed), seed, DRAWS))
    for (const [place, value] of exact.values.entries()) {
      const share = exact.atMost[place] as number
      const error = Math.sqrt((share * (1 - share)) / DRAWS)
      expect(Math.abs(1 - atLeast(drawn, value + 1) - share)).toBeLessThanOrEqual(5 * error + 1e-9)
    }
  })

  it('comes as close to the exact distribution as its draws allow, whatever the trials', () => {
    fc.assert(
      fc.property(trials(10), fc.integer({ min: 0, max: 4294967295 }), (all, seed) => {
        const exact = distribute(chancesOf(all), 1)
        const drawn = composeSimulated(simulate(chancesOf(all), seed, DRAWS))
        // Dvoretzky, Kiefer and Wolfowitz (Massart 1990): further off in 2 exp(−2 × 10,000 × 0.03²), one of 30 million cases.
        for (const [place, value] of exact.values.entries()) {
          const share = exact.atMost[place] as number
          expect(Math.abs(1 - atLeast(drawn, value + 1) - share)).toBeLessThan(0.03)
        }
      }),
      { numRuns: 30, seed: 12 },
    )
  })

  it.each(SEEDS)('has the mean and variance that are known: seed %i', (seed) => {
    const pool = [100, 100, 700, 2500]
    for (const chances of [
      chancesOf(mixed.slice(0, 4), { certain: 30 }),
      chancesOf([], { pooled: Array.from({ length: 50 }, (_, place) => place / 50), pool }),
      chancesOf([], { arrivals: 30.3, pool }),
      chancesOf([], { arrivals: 700, pool: [3] }),
      chancesOf(mixed.slice(0, 4), { certain: 30, pooled: [0.5, 0.25, 1, 0], arrivals: 20.5, pool }),
    ]) {
      expectMoments(chances, seed)
    }
  })

  it('draws 5,000 arrivals, of every value of the pool', () => {
    const sums = simulate(chancesOf([], { arrivals: 5000, pool: [1, 1_000_000] }), 3, 1000)
    const ones = sums.map((sum) => sum % 1_000_000)
    const millions = sums.map((sum) => Math.floor(sum / 1_000_000))
    for (const counts of [ones, millions]) {
      const { mean, variance } = measured(counts)
      expect(Math.abs(mean - 2500)).toBeLessThan(5 * Math.sqrt(2500 / 1000))
      // The standard error of a variance of 1000 draws is 4.5 %.
      expect(Math.abs(variance / 2500 - 1)).toBeLessThan(0.23)
    }
  })

  it('often has no arrival of 0.3', () => {
    const none = simulate(chancesOf([], { arrivals: 0.3, pool: [9] }), 5, DRAWS).filter((sum) => sum === 0).length
    // Of e^−0.3: five standard errors.
    expect(Math.abs(none / DRAWS - 0.7408182)).toBeLessThan(0.022)
  })

  it('never draws the impossible, and always what is certain', () => {
    const certain = chancesOf(
      [
        [7, 1],
        [9, 0],
        [11, 1e-20],
        [13, 1 - 2 ** -53],
      ],
      { certain: 1, pooled: [1, 0], pool: [5] },
    )
    expect(new Set(simulate(certain, 1, DRAWS))).toEqual(new Set([26]))
    expect(new Set(simulate(chancesOf([]), 1, 10))).toEqual(new Set([0]))
  })

  it('draws seldomer the more there is to draw, but never too seldom', () => {
    const times = (count: number, arrivals = 0): number =>
      drawsFor({ ...chancesOf([], { arrivals, pool: [1] }), amounts: new Float64Array(count), probabilities: new Float64Array(count) })
    expect(times(0)).toBe(10_000)
    expect(times(5000)).toBe(10_000)
    expect(times(7500)).toBe(6666)
    expect(times(5000, 5000)).toBe(5000)
    expect(times(0, 0.3)).toBe(10_000)
    expect(times(1_000_000)).toBe(1000)
  })
})
