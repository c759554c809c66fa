import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { spoil } from '../../testing/describeSchema.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { seasonality } from '../index.js'

/** Passengers of airlines in thousands, January 1949 to December 1960: G. E. P. Box, G. M. Jenkins, *Time Series Analysis*, 1976, series G. */
const passengers = [
  [112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118],
  [115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140],
  [145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166],
  [171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194],
  [196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201],
  [204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229],
  [242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278],
  [284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306],
  [315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336],
  [340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337],
  [360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405],
  [417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432],
].flat()

/** `decompose(AirPassengers, "multiplicative")$figure` in R. */
const figure = [0.9102304, 0.8836253, 1.0073663, 0.975906, 0.981378, 1.1127758, 1.2265555, 1.219911, 1.0604919, 0.9217572, 0.8011781, 0.8988244]

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Values of 0 or more with some decimal places, and how many make a season. */
const series = fc
  .integer({ min: 2, max: 9 })
  .chain((period) => fc.tuple(fc.constant(period), fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 2 * period, maxLength: 6 * period })))

describe('seasonality', () => {
  it('gives the figure that R gives of the passengers of airlines', () => {
    const { indices, samples, diagnoses, period } = seasonality(passengers, { period: 12 })
    expect(indices?.map((index) => Number(index.toFixed(7)))).toEqual(figure)
    // In R the trend, and so the ratio, is missing in the first and in the last half year.
    expect(samples).toEqual(Array(12).fill(11))
    expect([period, diagnoses]).toEqual([12, []])
  })

  it('takes an odd period by the season around each value', () => {
    //   value    3   4   5   6   10  8   9
    //   average      4   5   7   8   9
    //   ratio        1   1   6/7 5/4 8/9
    const { indices, samples } = seasonality([3, 4, 5, 6, 10, 8, 9], { period: 3 })
    const means = [6 / 7, (1 + 5 / 4) / 2, (1 + 8 / 9) / 2]
    const whole = mean(means)
    expect(samples).toEqual([1, 2, 2])
    indices?.forEach((index, place) => expect(index).toBeCloseTo((means[place] as number) / whole, 12))
    expect(indices).toHaveLength(3)
  })

  it('takes an even period by the mean of the two seasons around each value', () => {
    //   value     2   6   4    8   4
    //   average       4.5 5.5  6
    //   ratio         4/3 8/11 4/3
    const { indices, samples } = seasonality([2, 6, 4, 8, 4], { period: 2 })
    expect(samples).toEqual([1, 2])
    expect(indices?.[0]).toBeCloseTo(8 / 11 / ((8 / 11 + 4 / 3) / 2), 12)
    expect(indices?.[1]).toBeCloseTo(4 / 3 / ((8 / 11 + 4 / 3) / 2), 12)
  })

  it('says nothing with fewer values than two seasons', () => {
    const short = (there: number, samples: readonly number[]): unknown => ({
      ...{ period: 4, indices: null, samples },
      diagnoses: [{ code: 'insufficient-history', params: { needed: 8, there } }],
    })
    expect(seasonality([], { period: 4 })).toEqual(short(0, [0, 0, 0, 0]))
    expect(seasonality([1, 2, 3, 4, 5, 6, 7], { period: 4 })).toEqual(short(7, [1, 0, 1, 1]))
    expect(seasonality(passengers.slice(0, 23), { period: 12 }).indices).toBeNull()
    expect(seasonality(passengers.slice(0, 24), { period: 12 }).indices).toHaveLength(12)
  })

  it('says nothing where nothing was sold around a place of the season, and does not take it for a place at which nothing is sold', () => {
    const nothing = (there: number): unknown => [{ code: 'nothing-sold', params: { needed: 3, there } }]
    // Of the third place the only value that has a season around it has none but zeros there.
    expect(seasonality([0, 0, 0, 0, 5, 5], { period: 3 })).toEqual({ period: 3, indices: null, samples: [1, 1, 0], diagnoses: nothing(2) })
    expect(seasonality([0, 0, 0, 0, 0, 0], { period: 3 })).toEqual({ period: 3, indices: null, samples: [0, 0, 0], diagnoses: nothing(0) })
    // Every place has an average; but nothing was sold at any that has.
    const ends = seasonality([1, 0, 0, 1], { period: 2 })
    expect(ends).toEqual({ period: 2, indices: null, samples: [1, 1], diagnoses: [{ code: 'nothing-sold', params: { needed: 2, there: 0 } }] })
    expect(seasonality([0, 6, 0, 6, 0, 6], { period: 2 }).indices).toEqual([0, 2])
  })

  it('reads decimals as they are written', () => {
    const texts = ['8.10', '12e0', 16.5, '4', '8.1', '12.00', '16.5', 4]
    expect(seasonality(texts, { period: 4 })).toEqual(seasonality(texts.map(Number), { period: 4 }))
  })

  it('leaves its input alone, and gives plain data', () => {
    const result = seasonality(deepFreeze([...passengers]), deepFreeze({ period: 12 }))
    expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result)
  })
})

describe('seasonality: laws', () => {
  it('has indices of mean 1', () => {
    fc.assert(
      fc.property(series, ([period, values]) => {
        const { indices, samples } = seasonality(values, { period })
        expect(indices).toHaveLength(period)
        expect(mean(indices as readonly number[])).toBeCloseTo(1, 12)
        // Half a season at either end is compared in none.
        expect(samples.reduce((sum, count) => sum + count, 0)).toBe(values.length - 2 * Math.floor(period / 2))
      }),
    )
  })

  it('is 1 throughout where the same is sold always', () => {
    fc.assert(
      fc.property(series, fc.constantFrom('0.1', '7', '33.333333333333333333', '1e30'), ([period, { length }], value) => {
        expect(seasonality(Array(length).fill(value), { period }).indices).toEqual(Array(period).fill(1))
      }),
    )
  })

  it('does not change, not in the last digit, where all values are scaled', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -20, max: 20 }), ([period, values], power) => {
        const scaled = values.map((value) => `${value}e${power}`)
        expect(seasonality(scaled, { period })).toEqual(seasonality(values, { period }))
      }),
    )
  })

  it('finds the factors of a steady level', () => {
    const factors = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 9 })
    fc.assert(
      fc.property(factors, fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 1000 }), (weights, seasons, level) => {
        const { indices } = seasonality(
          Array(seasons)
            .fill(weights.map((weight) => weight * level))
            .flat(),
          { period: weights.length },
        )
        indices?.forEach((index, place) => expect(index).toBeCloseTo((weights[place] as number) / mean(weights), 12))
      }),
    )
  })

  it('finds the factors of a straight trend times a season', () => {
    const weights = [0.7, 0.9, 1.1, 1.3]
    // A rise of a thousandth a value: what the trend does within a season stays below that.
    const values = Array.from({ length: 80 }, (_, index) => (1 + index / 1000) * (weights[index % 4] as number))
    const { indices } = seasonality(values, { period: 4 })
    indices?.forEach((index, place) => expect(Math.abs(index - (weights[place] as number))).toBeLessThan(0.001))
    expect(indices).toHaveLength(4)
  })

  it('moves the indices with the beginning of the history', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 9 }), (weights) => {
        const values = Array(4).fill(weights).flat()
        const { indices } = seasonality(values, { period: weights.length })
        const later = seasonality(values.slice(1), { period: weights.length }).indices as readonly number[]
        later.forEach((index, place) => expect(index).toBeCloseTo(indices?.[(place + 1) % weights.length] as number, 12))
      }),
    )
  })
})

describe('seasonality: bad input', () => {
  const bad = (history: unknown, options: unknown = { period: 2 }): unknown => issuesOf(() => seasonality(history as never, options as never))

  it.each(badRecords)('options %j', (value, code) => {
    expect(issuesOf(() => seasonality([], value as never))).toEqual([[code, ['options']]])
  })

  it.each<[object, string, string]>([
    [{}, 'missing', 'period'],
    [{ period: undefined }, 'missing', 'period'],
    [{ period: null }, 'not-an-integer', 'period'],
    [{ period: '12' }, 'not-an-integer', 'period'],
    [{ period: 2.5 }, 'not-an-integer', 'period'],
    [{ period: Number.NaN }, 'not-an-integer', 'period'],
    [{ period: Number.POSITIVE_INFINITY }, 'not-an-integer', 'period'],
    [{ period: 1 }, 'too-small', 'period'],
    [{ period: -12 }, 'too-small', 'period'],
    [{ period: 1_000_001 }, 'too-large', 'period'],
    [{ period: 2, seasons: 3 }, 'unknown-key', 'seasons'],
    [JSON.parse('{"period":2,"__proto__":1}'), 'unknown-key', '__proto__'],
    [Object.create({ period: 2 }), 'missing', 'period'],
  ])('options %j', (options, code, key) => {
    expect(bad([1, 2, 3, 4], options)).toEqual([[code, ['options', key]]])
  })

  it.each<readonly [unknown, string]>([[undefined, 'missing'], ...badLists])('history %j', (value, code) => {
    expect(bad(value)).toEqual([[code, ['history']]])
  })

  it.each([
    [undefined, 'missing'],
    [null, 'not-a-decimal'],
    [Number.NaN, 'not-a-decimal'],
    [Number.POSITIVE_INFINITY, 'not-a-decimal'],
    ['abc', 'not-a-decimal'],
    [' 1 ', 'not-a-decimal'],
    ['0x3', 'not-a-decimal'],
    ['１２', 'not-a-decimal'],
    [[1], 'not-a-decimal'],
    ['1e1000', 'too-many-digits'],
    [-1, 'too-small'],
    ['-0.01', 'too-small'],
  ])('a value %j', (value, code) => {
    expect(bad([1, value, 2])).toEqual([[code, ['history', 1]]])
  })

  it('tells everything at once, holes too', () => {
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested.
    expect(bad([1, , -1], { period: 0, at: 1 })).toEqual([
      ['unknown-key', ['options', 'at']],
      ['too-small', ['options', 'period']],
      ['missing', ['history', 1]],
      ['too-small', ['history', 2]],
    ])
  })

  it('is told or refused whatever is spoiled, and nothing else happens', () => {
    const outcomes = { told: 0, refused: 0 }
    fc.assert(
      fc.property(spoil({ history: [1, '2.5', 3, 4, 0], options: { period: 2 } }), (spoiled) => {
        const { history, options } = (typeof spoiled === 'object' && spoiled !== null ? spoiled : {}) as { history?: unknown; options?: unknown }
        try {
          const result = seasonality(history as never, options as never)
          expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result)
          outcomes.told += 1
        } catch (error) {
          if (!isInputError(error)) throw error
          outcomes.refused += 1
        }
      }),
      { numRuns: 500, seed: 12 },
    )
    expect(outcomes.told).toBeGreaterThan(50)
    expect(outcomes.refused).toBeGreaterThan(50)
  })
})
