import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chancesOf, enumerateSums, type Trial, trials } from '../../testing/chances.js'
import { atLeast } from './atLeast.js'
import { distribute } from './distribute.js'
import { momentsOf } from './momentsOf.js'
import { quantileOf } from './quantileOf.js'
import type { Chances, Distribution } from './types.js'

const repeat = (count: number, ...trial: Trial): Trial[] => Array.from({ length: count }, () => trial)

const expectClose = (actual: ArrayLike<number>, expected: readonly number[], within = 1e-13): void => {
  expect(actual.length).toBe(expected.length)
  const furthest = Math.max(0, ...expected.map((value, place) => Math.abs((actual[place] as number) - value)))
  expect(furthest).toBeLessThanOrEqual(within)
}

const expectWhole = ({ values, probabilities, atMost }: Distribution): void => {
  expect(values.length).toBeGreaterThan(0)
  expect(probabilities.length).toBe(values.length)
  expect(atMost.length).toBe(values.length)
  expect(values.every((value, place) => place === 0 || value > (values[place - 1] as number))).toBe(true)
  expect(probabilities.every((probability) => probability > 0)).toBe(true)
  expect(atMost.every((share, place) => share > 0 && share >= (atMost[place - 1] ?? 0))).toBe(true)
  expect(atMost.at(-1)).toBe(1)
}

/** Mean and variance of a distribution as it is written; about its mean, so that large amounts take nothing from it. */
const measured = ({ values, probabilities }: Distribution): { readonly mean: number; readonly variance: number } => {
  let [mean, variance] = [0, 0]
  for (const [place, value] of values.entries()) mean += value * (probabilities[place] as number)
  for (const [place, value] of values.entries()) variance += (value - mean) ** 2 * (probabilities[place] as number)
  return { mean, variance }
}

/** The same trials in another order. */
const shuffled = <Item>(items: readonly Item[], keys: readonly number[]): Item[] =>
  items
    .map((item, place) => [keys[place % keys.length] as number, item] as const)
    .sort(([one], [other]) => one - other)
    .map(([, item]) => item)

describe('distribute, exactly', () => {
  const deals = chancesOf([
    [100, 0.5],
    [50, 0.8],
    [200, 0.25],
  ])

  it('knows answer 13', () => {
    const distribution = distribute(deals, 1)
    expect(distribution.computed).toBe('exact')
    expect(distribution.draws).toBe(0)
    expect([...distribution.values]).toEqual([0, 50, 100, 150, 200, 250, 300, 350])
    expectClose(distribution.probabilities, [0.075, 0.3, 0.075, 0.3, 0.025, 0.1, 0.025, 0.1], 1e-16)
    expectClose(distribution.atMost, [0.075, 0.375, 0.45, 0.75, 0.775, 0.875, 0.9, 1], 1e-15)
    expect(momentsOf(deals)).toEqual({ mean: 140, variance: 10400 })
    expect(quantileOf(distribution, 0.5)).toBe(150)
    expect(atLeast(distribution, 140)).toBeCloseTo(0.55, 14)
  })

  it('adds what is certain', () => {
    const distribution = distribute({ ...deals, certain: 1000 }, 1)
    expect([...distribution.values]).toEqual([1000, 1050, 1100, 1150, 1200, 1250, 1300, 1350])
    expect(distribution.atMost).toEqual(distribute(deals, 1).atMost)
  })

  it.each<[string, Chances, number[]]>([
    ['nothing', chancesOf([]), [0]],
    ['nothing but what is certain', chancesOf([], { certain: 7 }), [7]],
    [
      'probabilities of 0 and 1',
      chancesOf(
        [
          [5, 0],
          [8, 1],
          [9, 0],
          [1, 1],
        ],
        { certain: 1 },
      ),
      [10],
    ],
    [
      'amounts of 0',
      chancesOf([
        [0, 0.5],
        [0, 1],
      ]),
      [0],
    ],
    ['a pool nobody takes of', chancesOf([[3, 1]], { pooled: [0, 0], pool: [1000] }), [3]],
    [
      '2 ** 53',
      chancesOf(
        [
          [2 ** 52, 1],
          [2 ** 52 - 1, 1],
        ],
        { certain: 1 },
      ),
      [2 ** 53],
    ],
  ])('is certain of %s', (_, chances, values) => {
    const one = Float64Array.of(1)
    expect(distribute(chances, 1)).toEqual({ computed: 'exact', values: Float64Array.from(values), probabilities: one, atMost: one, draws: 0 })
  })

  it('tells neighbours near 2 ** 53 apart', () => {
    const { values, probabilities } = distribute(
      chancesOf(
        [
          [1, 0.5],
          [2 ** 53 - 2, 0.5],
        ],
        { certain: 1 },
      ),
      1,
    )
    expect([...values]).toEqual([1, 2, 2 ** 53 - 1, 2 ** 53])
    expect([...probabilities]).toEqual([0.25, 0.25, 0.25, 0.25])
  })

  it('keeps what is next to impossible until it comes out as 0', () => {
    const rare = distribute(
      chancesOf([
        [5, 1e-20],
        [7, 1e-20],
      ]),
      1,
    )
    expect([...rare.values]).toEqual([0, 5, 7, 12])
    expectClose(rare.probabilities, [1, 1e-20, 1e-20, 1e-40], 1e-56)
    const never = distribute(
      chancesOf([
        [5, 1e-200],
        [7, 1e-200],
      ]),
      1,
    )
    expect([...never.values]).toEqual([0, 5, 7])
    for (const distribution of [rare, never]) expectWhole(distribution)
  })

  it('gives every outcome of every trial', () => {
    fc.assert(
      fc.property(trials(11), fc.nat(1000), (all, certain) => {
        const distribution = distribute(chancesOf(all, { certain }), 1)
        const sums = enumerateSums(all, certain)
        expect(distribution.computed).toBe('exact')
        expect([...distribution.values]).toEqual([...sums.keys()])
        expectClose(distribution.probabilities, [...sums.values()], 1e-15)
        let sum = 0
        const atMost = [...sums.values()].map((probability) => {
          sum += probability
          return sum
        })
        expectClose(distribution.atMost, atMost)
        expectWhole(distribution)
      }),
      { numRuns: 60 },
    )
    const twelve = Array.from({ length: 12 }, (_, place): Trial => [2 ** place * 1000 + place, (place + 1) / 13])
    const sums = enumerateSums(twelve)
    const distribution = distribute(chancesOf(twelve), 1)
    expect([...distribution.values]).toEqual([...sums.keys()])
    expectClose(distribution.probabilities, [...sums.values()], 1e-16)
  })

  it.each([
    [20, 0.3],
    [500, 0.5],
    [500, 0.01],
    [8000, 0.25],
  ])('is binomial for %i deals of one amount and the probability %d', (count, probability) => {
    const { computed, values, probabilities } = distribute(chancesOf(repeat(count, 12_345, probability)), 1)
    expect(computed).toBe('exact')
    // The closed form by the ratios of neighbours from the likeliest on, made whole by what it adds up to.
    const likeliest = Math.floor((count + 1) * probability)
    const weights = Array.from({ length: count + 1 }, () => 1)
    const odds = probability / (1 - probability)
    for (let wins = likeliest + 1; wins <= count; wins += 1) weights[wins] = ((weights[wins - 1] as number) * odds * (count - wins + 1)) / wins
    for (let wins = likeliest - 1; wins >= 0; wins -= 1) weights[wins] = ((weights[wins + 1] as number) * (wins + 1)) / odds / (count - wins)
    const whole = weights.reduce((sum, weight) => sum + weight, 0)
    const found = new Map(Array.from(values, (value, place) => [value, probabilities[place] as number]))
    expectClose(
      weights.map((_, wins) => found.get(wins * 12_345) ?? 0),
      weights.map((weight) => weight / whole),
    )
    expect(values.every((value) => value % 12_345 === 0)).toBe(true)
  })

  it('is exact for thousands of deals of one amount but one huge one', () => {
    const huge = distribute(chancesOf([...repeat(2000, 100, 0.25), [1e15, 0.5]]), 1)
    expect(huge.computed).toBe('exact')
    expect(quantileOf(huge, 0.25)).toBe(50_000)
    expect(quantileOf(huge, 0.75)).toBe(1e15 + 50_000)
    expect(atLeast(huge, 1e15)).toBeCloseTo(0.5, 12)
  })

  it('loses nothing to rounding where it adds up a million outcomes', () => {
    const irregular = (probability: number) =>
      distribute(chancesOf(Array.from({ length: 20 }, (_, place): Trial => [10_000_019 + 3 ** place, probability])), 1)
    const [one, other] = [irregular(0.3), irregular(0.7)]
    expectWhole(one)
    // What is won of the one is what is not won of the other, counted from the other end.
    let furthest = 0
    for (let place = 0; place < 2 ** 20 - 1; place += 1) {
      furthest = Math.max(furthest, Math.abs((one.atMost[place] as number) + (other.atMost[2 ** 20 - 2 - place] as number) - 1))
    }
    expect(furthest).toBeLessThan(1e-14)
  })

  it('does not depend on the order of trials', () => {
    fc.assert(
      fc.property(trials(12), fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (all, keys) => {
        expect(distribute(chancesOf(shuffled(all, keys)), 1)).toEqual(distribute(chancesOf(all), 1))
      }),
    )
  })

  it('has the mean and variance that are known without it', () => {
    fc.assert(
      fc.property(trials(12), (all) => {
        const moments = momentsOf(chancesOf(all))
        const { mean, variance } = measured(distribute(chancesOf(all), 1))
        expect(Math.abs(mean - moments.mean)).toBeLessThanOrEqual(1e-12 * (1 + moments.mean))
        // Of what is next to certain or impossible, of which rounding leaves little, as much as amounts squared allow.
        expect(Math.abs(variance - moments.variance)).toBeLessThanOrEqual(1e-12 * (1 + moments.variance) + 1e-15 * moments.mean ** 2)
      }),
    )
  })

  it('leaves what it was given as it was', () => {
    const chances = chancesOf(
      [
        [9, 0.5],
        [3, 0.5],
        [5, 0.1],
      ],
      { pooled: [0.5, 0.1], arrivals: 0.3, pool: [7, 2, 5] },
    )
    const copy = structuredClone(chances)
    distribute(chances, 1)
    distribute({ ...chances, pooled: new Float64Array(0), arrivals: 0 }, 1)
    expect(chances).toEqual(copy)
  })
})

describe('distribute, by simulation', () => {
  /** So many amounts that have nothing in common that all their sums are too many. */
  const many = Array.from({ length: 40 }, (_, place): Trial => [1_000_003 + place * 77_777 + place ** 4, 0.1 + place / 50])
  const pool = [500, 100, 900, 100]

  it('draws where there are too many sums, and wherever a pool is taken of', () => {
    expect(distribute(chancesOf(many.slice(0, 20)), 1).computed).toBe('exact')
    for (const chances of [chancesOf(many), chancesOf([], { pooled: [0.5], pool }), chancesOf([], { arrivals: 0.001, pool })]) {
      const distribution = distribute(chances, 1)
      expect(distribution.computed).toBe('simulated')
      expect(distribution.draws).toBe(10_000)
      expectWhole(distribution)
    }
  })

  it('gives the same for the same seed in any order, and something else for another', () => {
    const all = { certain: 5, pooled: [0.5, 0.3, 0.9], arrivals: 2.5, pool }
    const found = distribute(chancesOf(many, all), 7)
    const turned = { certain: 5, pooled: [0.9, 0.5, 0.3], arrivals: 2.5, pool: [...pool].reverse() }
    expect(distribute(chancesOf([...many].reverse(), turned), 7)).toEqual(found)
    expect(distribute(chancesOf(many, all), 8)).not.toEqual(found)
  })
})
