import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averageRanks } from './averageRanks.js'

describe('averageRanks', () => {
  it.each([
    [[], []],
    [[7], [1]],
    [
      [2, 1, 1, 3],
      [3, 1.5, 1.5, 4],
    ],
    [
      [5, 5, 5],
      [2, 2, 2],
    ],
    [
      [-1, 0, -1, -1, 4],
      [2, 4, 2, 2, 5],
    ],
  ])('of %j are %j', (values, ranks) => expect(averageRanks(values)).toEqual(ranks))

  it('count those below, and half of the others that are equal', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 })), (values) => {
        const count = (matches: (other: number) => boolean): number => values.filter(matches).length
        expect(averageRanks(values)).toEqual(values.map((value) => count((other) => other < value) + (count((other) => other === value) + 1) / 2))
      }),
    )
  })
})
