import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chancesOf, trials } from '../../testing/chances.js'
import { atLeast } from './atLeast.js'
import { distribute } from './distribute.js'
import { momentsOf } from './momentsOf.js'
import { quantileOf } from './quantileOf.js'

/** A fair die. */
const die = {
  computed: 'exact' as const,
  values: Float64Array.of(1, 2, 3, 4, 5, 6),
  probabilities: new Float64Array(6).fill(1 / 6),
  atMost: Float64Array.of(1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6, 1),
  draws: 0,
}

describe('quantileOf', () => {
  it.each([
    [0, 1],
    [0.05, 1],
    [1 / 6, 1],
    [0.17, 2],
    [0.5, 3],
    [0.5000001, 4],
    [0.95, 6],
    [1, 6],
  ])('of %d of a die is %i', (share, value) => {
    expect(quantileOf(die, share)).toBe(value)
  })

  it('is not moved by what rounding takes', () => {
    const eight = distribute(
      chancesOf([
        [1, 0.3],
        [2, 0.3],
        [4, 0.3],
      ]),
      1,
    )
    for (const [place, share] of eight.atMost.entries()) {
      expect(quantileOf(eight, share + 1e-15)).toBe(eight.values[place])
      expect(quantileOf(eight, share + 1e-11)).toBe(eight.values[Math.min(place + 1, 7)])
    }
  })

  it('is the least value that so many cases do not go beyond', () => {
    fc.assert(
      fc.property(trials(8), fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const distribution = distribute(chancesOf(all), 1)
        const place = distribution.atMost.findIndex((atMost) => atMost >= share - 1e-12)
        expect(quantileOf(distribution, share)).toBe(distribution.values[place])
      }),
    )
  })
})

describe('atLeast', () => {
  it.each([
    [-5, 1],
    [1, 1],
    [1.5, 5 / 6],
    [2, 5 / 6],
    [6, 1 / 6],
    [6.1, 0],
    [Number.POSITIVE_INFINITY, 0],
  ])('%d of a die has the probability %d', (value, probability) => {
    expect(atLeast(die, value)).toBeCloseTo(probability, 15)
  })

  it('adds up what is as large, never rises, and is 0 and not −0 beyond', () => {
    fc.assert(
      fc.property(trials(8), fc.array(fc.nat(20_000), { minLength: 2, maxLength: 6 }), (all, values) => {
        const distribution = distribute(chancesOf(all), 1)
        const shares = values.sort((one, other) => one - other).map((value) => atLeast(distribution, value))
        for (const [place, value] of values.entries()) {
          const sum = distribution.probabilities.reduce(
            (total, probability, at) => total + ((distribution.values[at] as number) >= value ? probability : 0),
            0,
          )
          expect(Math.abs((shares[place] as number) - sum)).toBeLessThan(1e-13)
          if (place > 0) expect(shares[place]).toBeLessThanOrEqual(shares[place - 1] as number)
        }
        expect(atLeast(distribution, (distribution.values.at(-1) as number) + 1)).toBe(0)
      }),
    )
  })
})

describe('momentsOf', () => {
  it.each<[string, Parameters<typeof momentsOf>[0], number, number]>([
    ['nothing', chancesOf([]), 0, 0],
    [
      'what is certain',
      chancesOf(
        [
          [5, 1],
          [9, 0],
        ],
        { certain: 2 },
      ),
      7,
      0,
    ],
    [
      'answer 13',
      chancesOf([
        [100, 0.5],
        [50, 0.8],
        [200, 0.25],
      ]),
      140,
      10400,
    ],
    // 0 with 1/2, else 1 or 3: E X² = (1 + 9) / 4, less 1.
    ['one of a pool', chancesOf([], { pooled: [0.5], pool: [1, 3] }), 1, 1.5],
    ['one that is certainly of a pool', chancesOf([], { pooled: [1], pool: [1, 3] }), 2, 1],
    ['a pool of one value', chancesOf([], { pooled: [0.25], pool: [8] }), 2, 12],
    // Compound Poisson: λ E V and λ E V².
    ['arrivals', chancesOf([], { arrivals: 10, pool: [1, 3] }), 20, 50],
    ['all of them', chancesOf([[100, 0.5]], { certain: 7, pooled: [0.5], arrivals: 10, pool: [1, 3] }), 78, 2551.5],
  ])('of %s', (_, chances, mean, variance) => {
    expect(momentsOf(chances)).toEqual({ mean, variance })
  })
})
