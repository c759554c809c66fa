import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chancesOf, type Trial } from '../../testing/chances.js'
import { convolve, fillGrid, mergeSums } from './convolve.js'
import { composeExact } from './outcomes.js'
import { sortTrials } from './sortTrials.js'

const sorted = (all: readonly Trial[]) => sortTrials(chancesOf(all))

const ways = fc
  .tuple(
    fc.constantFrom(1, 3, 250),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.001, max: 0.999, noNaN: true })), { minLength: 1, maxLength: 60 }),
  )
  .map(([step, all]) => ({ step, all: all.map(([amount, probability]): Trial => [amount * step, probability]) }))

describe('convolve', () => {
  it('gives the same, to the last bit, on a grid and merged', () => {
    fc.assert(
      fc.property(ways, ({ step, all }) => {
        const merged = mergeSums(sorted(all))
        expect(composeExact(fillGrid(sorted(all), step))).toEqual(composeExact(merged))
      }),
    )
  })

  it('is given up where sums are too many both on a grid and merged', () => {
    const irregular = (count: number) => sorted(Array.from({ length: count }, (_, place): Trial => [10_000_019 + 3 ** place, 0.5]))
    expect(convolve(irregular(20))?.values).toHaveLength(2 ** 20)
    expect(convolve(irregular(21))).toBeNull()
    // Three of each of twelve amounts come to 4 ** 12 sums at most.
    const threefold = (count: number) => sorted(Array.from({ length: 3 * count }, (_, place): Trial => [10_000_019 + 5 ** (place % count), 0.5]))
    expect(convolve(threefold(10))?.values).toHaveLength(4 ** 10)
    expect(convolve(threefold(12))).toBeNull()
    const equal = (count: number) => sorted(Array.from({ length: count }, (): Trial => [100, 0.5]))
    expect(convolve(equal(8000))?.values).toHaveLength(8001)
    expect(convolve(equal(20_000))).toBeNull()
  })
})

describe('sortTrials', () => {
  it('leaves out what is known beforehand and puts equal amounts side by side', () => {
    expect(
      sorted([
        [5, 0.5],
        [3, 0.9],
        [5, 0.25],
        [4, 1],
        [2, 0],
        [0, 0.5],
        [3, 0.1],
        [6, 1],
      ]),
    ).toEqual({
      certain: 10,
      amounts: Float64Array.of(3, 3, 5, 5),
      probabilities: Float64Array.of(0.1, 0.9, 0.25, 0.5),
    })
  })
})
