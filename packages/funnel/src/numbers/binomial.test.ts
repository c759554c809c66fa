import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atMostSuccesses, binomialProbabilities } from './binomial.js'

const sumOf = (numbers: ArrayLike<number>): number => Array.from(numbers).reduce((sum, one) => sum + one, 0)
const at = (successes: number, trials: number, part: number, whole: number): number => {
  const { first, probabilities } = binomialProbabilities(trials, part, whole)
  return probabilities[successes - first] ?? 0
}

/** How many ways there are to choose so many, exactly. */
const waysOf = (chosen: number, all: number): bigint => {
  let ways = 1n
  for (let one = 1; one <= chosen; one += 1) ways = (ways * BigInt(all - one + 1)) / BigInt(one)
  return ways
}
const exactly = (successes: number, trials: number, part: number, whole: number): number => {
  const dividend = waysOf(successes, trials) * BigInt(part) ** BigInt(successes) * BigInt(whole - part) ** BigInt(trials - successes)
  return Number((dividend * 2n ** 200n) / BigInt(whole) ** BigInt(trials)) / 2 ** 200
}

describe('binomialProbabilities', () => {
  // R: dbinom(3, 10, 0.5), dbinom(50, 100, 0.5), dbinom(0:2, 2, 0.25).
  it.each([
    [3, 10, 1, 2, 0.1171875],
    [50, 100, 1, 2, 0.07958923738717877],
    [0, 2, 1, 4, 0.5625],
    [1, 2, 1, 4, 0.375],
    [2, 2, 1, 4, 0.0625],
  ])('%i of %i with a chance of %i / %i: %d', (successes, trials, part, whole, probability) => {
    expect(at(successes, trials, part, whole)).toBeCloseTo(probability, 15)
  })

  it('knows what is certain', () => {
    expect(binomialProbabilities(7, 0, 5)).toEqual({ first: 0, probabilities: Float64Array.of(1) })
    expect(binomialProbabilities(7, 5, 5)).toEqual({ first: 7, probabilities: Float64Array.of(1) })
    expect(binomialProbabilities(0, 2, 5)).toEqual({ first: 0, probabilities: Float64Array.of(1) })
  })

  it('agrees with exact integers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 2, max: 1000 }), fc.nat(1000), (trials, whole, share) => {
        const part = Math.min(whole, share)
        const { first, probabilities } = binomialProbabilities(trials, part, whole)
        expect(sumOf(probabilities)).toBeCloseTo(1, 13)
        expect(first + probabilities.length).toBeLessThanOrEqual(trials + 1)
        for (const [place, probability] of probabilities.entries()) {
          expect(Math.abs(probability / exactly(first + place, trials, part, whole) - 1)).toBeLessThan(1e-10)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('of many trials has the mean and the variance that it must have, and leaves out what does not count', () => {
    for (const trials of [1e6, 1e9]) {
      const { first, probabilities } = binomialProbabilities(trials, 3, 10)
      const mean = sumOf(probabilities.map((probability, place) => probability * (first + place - 0.3 * trials)))
      const variance = sumOf(probabilities.map((probability, place) => probability * (first + place - 0.3 * trials) ** 2))
      expect(sumOf(probabilities)).toBeCloseTo(1, 12)
      expect(mean / trials).toBeCloseTo(0, 9)
      expect(variance / (trials * 0.21)).toBeCloseTo(1, 9)
      expect(probabilities.length).toBeLessThan(20 * Math.sqrt(trials * 0.21))
    }
  })
})

describe('atMostSuccesses', () => {
  it('adds up the probabilities of so many and fewer', () => {
    // R: pbinom(0, 1, 0.8), pbinom(1, 3, 0.8).
    expect(atMostSuccesses(0, 1, 0.8)).toBeCloseTo(0.2, 14)
    expect(atMostSuccesses(1, 3, 0.8)).toBeCloseTo(0.104, 14)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(40), fc.integer({ min: 0, max: 20 }), (trials, some, part) => {
        const successes = some % (trials + 1)
        const expected = sumOf(Array.from({ length: successes + 1 }, (_, count) => exactly(count, trials, part, 20)))
        expect(atMostSuccesses(successes, trials, part / 20)).toBeCloseTo(expected, 12)
      }),
    )
  })

  it('is 1 for all, and 0 for fewer where each is certain', () => {
    expect(atMostSuccesses(7, 7, 0.3)).toBeCloseTo(1, 14)
    expect(atMostSuccesses(6, 7, 1)).toBe(0)
    expect(atMostSuccesses(0, 7, 0)).toBe(1)
  })
})
