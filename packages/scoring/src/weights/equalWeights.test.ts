import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { equalWeights } from '../index.js'

describe('equalWeights', () => {
  it('shares the weight evenly, in the order of the ids', () => {
    expect(equalWeights(['b', 'a', '__proto__', 'c'])).toEqual({
      method: 'equal',
      weights: [0.25, 0.25, 0.25, 0.25],
      criteria: ['b', 'a', '__proto__', 'c'].map((criterion) => ({ criterion, weight: 0.25 })),
      diagnoses: [],
    })
    expect(equalWeights(['only']).weights).toEqual([1])
  })

  it('adds up to 1, as plain JSON, and leaves its input alone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 60 }), (ids) => {
        const found = equalWeights(Object.freeze(ids) as string[])
        expect(found.weights.reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 12)
        expect(found.criteria.map(({ criterion }) => criterion)).toEqual(ids)
        expect(JSON.parse(JSON.stringify(found))).toEqual(found)
      }),
    )
  })

  it.each([
    ['no list', 'a', [['wrong-type', ['ids']]]],
    ['nothing', undefined, [['missing', ['ids']]]],
    ['an empty list', [], [['empty', ['ids']]]],
    [
      'wrong ids',
      ['a', '', 'a', 1, null],
      [
        ['empty', ['ids', 1]],
        ['wrong-type', ['ids', 3]],
        ['wrong-type', ['ids', 4]],
        ['duplicate', ['ids', 2]],
      ],
    ],
    // biome-ignore lint/suspicious/noSparseArray: a hole is bad input.
    ['a hole', ['a', , 'b'], [['missing', ['ids', 1]]]],
  ])('refuses %s', (_, ids, issues) => expect(issuesOf(() => equalWeights(ids as never))).toEqual(issues))
})
