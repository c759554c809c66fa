import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { units } from '../../testing/tierSchemes.js'
import { tierEnds } from './tierEnds.js'
import type { ComparedFigure } from './tierLimits.js'

describe('tierEnds', () => {
  const figures: ComparedFigure[] = ['value', 'sum-before', 'sum-through', 'count-before', 'count-through']

  it.each<[ComparedFigure, bigint[], number[]]>([
    ['value', [5n, 2n], [1, 4, 6]],
    ['sum-before', [6n, 12n], [1, 4, 6]],
    ['sum-through', [7n, 13n], [1, 6, 6]],
    ['sum-through', [7n, 12n], [1, 1, 6]],
    ['count-before', [2n, 3n], [4, 4, 6]],
    ['count-through', [2n, 5n], [1, 4, 6]],
  ])('places 6, 2, 2, 2, 0, -1 by %s', (compared, limits, ends) => {
    // Sums before: 0, 6, 12, 12. Sums through: 6, 12, 12, 11. Counts before: 0, 1, 4, 5. Counts through: 1, 4, 5, 6.
    expect(tierEnds([6n, 2n, 2n, 2n, 0n, -1n], compared, limits)).toEqual(ends)
  })

  it('has an end for every tier, of nobody and without limits too', () => {
    expect(tierEnds([], 'value', [3n, 1n])).toEqual([0, 0, 0])
    expect(tierEnds([1n, 1n], 'value', [])).toEqual([2])
    expect(tierEnds([1n, 1n], 'value', [9n, 9n])).toEqual([0, 0, 2])
  })

  it('places numbers as it places bigints', () => {
    const small = fc.array(units.map((one) => one % 1000n)).map((list) => list.sort((a, b) => (a > b ? -1 : 1)))
    fc.assert(
      fc.property(small, fc.array(fc.bigInt({ min: -9n, max: 3000n }), { maxLength: 4 }), fc.constantFrom(...figures), (list, limits, compared) => {
        expect(tierEnds(Float64Array.from(list, Number), compared, limits.map(Number))).toEqual(tierEnds(list, compared, limits))
      }),
    )
  })
})
