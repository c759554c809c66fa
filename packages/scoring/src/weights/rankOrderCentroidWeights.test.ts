import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { rankOrderCentroidWeights } from '../index.js'

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `c${index}`)

describe('rankOrderCentroidWeights', () => {
  it.each([
    [1, [1]],
    [2, [3 / 4, 1 / 4]],
    [3, [11 / 18, 5 / 18, 2 / 18]],
    [4, [25 / 48, 13 / 48, 7 / 48, 3 / 48]],
    [5, [137 / 300, 77 / 300, 47 / 300, 27 / 300, 12 / 300]],
  ])('Edwards & Barron 1994, table of %i criteria', (count, weights) => {
    const found = rankOrderCentroidWeights(names(count))
    found.weights.forEach((weight, index) => {
      expect(weight).toBeCloseTo(weights[index] as number, 15)
    })
    expect(found.criteria.map(({ rank }) => rank)).toEqual(weights.map((_, index) => index + 1))
  })

  it('lets criteria of equal importance share the mean of their places, and takes them in their order', () => {
    expect(rankOrderCentroidWeights(['a', ['c', 'b'], 'd'])).toEqual({
      method: 'rank-order-centroid',
      weights: [25 / 48, 10 / 48, 10 / 48, 3 / 48].map((weight) => expect.closeTo(weight, 15)),
      criteria: [
        { criterion: 'a', weight: expect.closeTo(25 / 48, 15), rank: 1 },
        { criterion: 'c', weight: expect.closeTo(10 / 48, 15), rank: 2 },
        { criterion: 'b', weight: expect.closeTo(10 / 48, 15), rank: 2 },
        { criterion: 'd', weight: 1 / 16, rank: 4 },
      ],
      diagnoses: [],
    })
    expect(rankOrderCentroidWeights([['a', 'b', 'c', 'd']]).weights).toEqual([0.25, 0.25, 0.25, 0.25])
    expect(rankOrderCentroidWeights([['a'], ['b']])).toEqual(rankOrderCentroidWeights(['a', 'b']))
  })

  it('is right to the last digits for many criteria: the last of n weighs 1/n², and all add up to 1', () => {
    const { weights } = rankOrderCentroidWeights(names(3000))
    expect(weights[2999]).toBe(1 / 3000 / 3000)
    // The 3000th harmonic number, from Euler's constant: ln n + γ + 1/2n − 1/12n² + 1/120n⁴.
    expect((weights[0] as number) * 3000).toBeCloseTo(Math.log(3000) + 0.5772156649015329 + 1 / 6000 - 1 / 12 / 3000 ** 2, 13)
    expect(weights.reduceRight((sum, weight) => sum + weight)).toBeCloseTo(1, 13)
  })

  it('gives more to what is more important, the same to equals, and 1 to all together', () => {
    const orders = fc
      .uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 })
      .chain((ids) => fc.tuple(fc.constant(ids), fc.array(fc.boolean(), { minLength: ids.length, maxLength: ids.length })))
    fc.assert(
      fc.property(orders, ([ids, joined]) => {
        const groups: string[][] = []
        ids.forEach((id, index) => {
          const last = groups.at(-1)
          if (joined[index] === true && last !== undefined) last.push(id)
          else groups.push([id])
        })
        groups.forEach(Object.freeze)
        const found = rankOrderCentroidWeights(Object.freeze(groups) as string[][])
        expect(found.criteria.map(({ criterion }) => criterion)).toEqual(ids)
        expect(found.weights).toEqual(found.criteria.map(({ weight }) => weight))
        expect(found.weights.reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 13)
        found.criteria.slice(1).forEach((row, index) => {
          const before = found.criteria[index] as typeof row
          if (row.rank === before.rank) expect(row.weight).toBe(before.weight)
          else expect(row.weight).toBeLessThan(before.weight)
        })
        expect(JSON.parse(JSON.stringify(found))).toEqual(found)
      }),
    )
  })

  it.each([
    ['no list', { a: 1 }, [['wrong-type', ['order']]]],
    ['nothing', undefined, [['missing', ['order']]]],
    ['an empty list', [], [['empty', ['order']]]],
    [
      'wrong entries',
      ['a', '', [], ['b', 7, ''], null],
      [
        ['empty', ['order', 1]],
        ['empty', ['order', 2]],
        ['wrong-type', ['order', 3, 1]],
        ['empty', ['order', 3, 2]],
        ['wrong-type', ['order', 4]],
      ],
    ],
    [
      'an id twice, wherever',
      ['a', ['b', 'a'], 'b', ['c', 'c']],
      [
        ['duplicate', ['order', 1, 1]],
        ['duplicate', ['order', 2]],
        ['duplicate', ['order', 3, 1]],
      ],
    ],
  ])('refuses %s', (_, order, issues) => expect(issuesOf(() => rankOrderCentroidWeights(order as never))).toEqual(issues))

  it('says at which entry a duplicate stands already', () => {
    expect(() => rankOrderCentroidWeights([['a', 'b'], 'c', 'c'])).toThrow('order[2] must be unique, but "c" already stands at index 1')
  })
})
