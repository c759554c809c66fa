import { describe, expect, it } from 'vitest'
import { type ScoreRule, scaleMeasure } from './scaleMeasure.js'

const values = (list: readonly number[]) => (group: number) => ({ dividend: BigInt(list[group] as number), divisor: 1n })
const scored = (list: readonly number[], counts: readonly number[], rule: ScoreRule, unscored = 0) => {
  const { cuts, scores } = scaleMeasure({ counts, valueAt: values(list) }, rule, unscored)
  return { cuts: cuts.map((cut) => cut && Number(cut.dividend) / Number(cut.divisor)), scores: [...scores] }
}
const cut = (value: number) => ({ dividend: BigInt(value), divisor: 1n })

describe('scaleMeasure', () => {
  it.each<[string, number[], number[], ScoreRule, object]>([
    [
      'bins, more is better',
      [10, 20, 30, 40],
      [4, 1, 1, 4],
      { type: 'bins', bins: 5, fewerIsBetter: false },
      // (4 + 5) × 5 ÷ 20 = 2.25, (5 + 6) × 5 ÷ 20 = 2.75
      { scores: [1, 3, 3, 5], cuts: [20, 20, 40, 40] },
    ],
    [
      'bins, fewer is better: cuts still ascend',
      [10, 20, 30, 40],
      [4, 1, 1, 4],
      { type: 'bins', bins: 5, fewerIsBetter: true },
      { scores: [5, 3, 3, 1], cuts: [20, 20, 40, 40] },
    ],
    [
      'a middle that is a whole number scores the higher',
      [1, 2, 3],
      [3, 4, 3],
      { type: 'bins', bins: 2, fewerIsBetter: false },
      { scores: [1, 2, 2], cuts: [2] },
    ],
    ['the same where fewer is better', [1, 2, 3], [3, 4, 3], { type: 'bins', bins: 2, fewerIsBetter: true }, { scores: [2, 2, 1], cuts: [3] }],
    ['one value, more', [7], [3], { type: 'bins', bins: 3, fewerIsBetter: false }, { scores: [3], cuts: [7, 7] }],
    ['one value, fewer', [7], [3], { type: 'bins', bins: 3, fewerIsBetter: true }, { scores: [3], cuts: [null, null] }],
    ['no values', [], [], { type: 'quantiles', bins: 3, fewerIsBetter: true }, { scores: [], cuts: [null, null] }],
    [
      // Of 1 1 1 2 4 the quantiles at thirds are at 4/3 and 8/3 steps: 1 and 1 2/3.
      'quantiles + 1',
      [1, 2, 4],
      [3, 1, 1],
      { type: 'quantiles', bins: 3, fewerIsBetter: false },
      { scores: [1, 2, 3], cuts: [2, 2.666666666667] },
    ],
    [
      'fixed cuts, one of which is twice',
      [1, 2, 4],
      [3, 1, 1],
      { type: 'cuts', bins: 5, fewerIsBetter: true, cuts: [cut(0), cut(2), cut(2), cut(9)] },
      { scores: [4, 2, 2], cuts: [0, 2, 2, 9] },
    ],
  ])('%s', (_, list, counts, rule, expected) => expect(scored(list, counts, rule)).toEqual(expected))

  it.each<[string, ScoreRule, object]>([
    ['bins', { type: 'bins', bins: 3, fewerIsBetter: false }, { scores: [1, 2, 3], cuts: [1, 2] }],
    ['fixed cuts', { type: 'cuts', bins: 3, fewerIsBetter: false, cuts: [cut(0), cut(1)] }, { scores: [1, 3, 3], cuts: [0, 1] }],
  ])('passes no cut with the least values where that is said: %s', (_, rule, expected) => {
    expect(scored([0, 1, 2], [1, 1, 1], rule, 1)).toEqual(expected)
    expect(scored([0, 1, 2], [1, 1, 1], rule, 3).scores).toEqual([1, 1, 1])
  })

  it('leaves none of any number of bins without the lowest and the highest score', () => {
    for (let bins = 2; bins <= 20; bins++) {
      for (const counts of [[1, 1], [1, 1000], [1000, 1], [1, 1, 1], [999_999_999, 1, 999_999_999], Array.from({ length: 20 }, () => 50_000_000)]) {
        for (const fewerIsBetter of [false, true]) {
          const { scores } = scored([...counts.keys()], counts, { type: 'bins', bins, fewerIsBetter })
          const ascending = fewerIsBetter ? scores.reverse() : scores
          expect([ascending[0], ascending.at(-1)]).toEqual([1, bins])
          const customers = BigInt(counts.reduce((sum, count) => sum + count, 0))
          let below = 0n
          // Where fewer is better, the groups are counted from the other end.
          for (const [group, count] of (fewerIsBetter ? [...counts].reverse() : counts).entries()) {
            const halves = 2n * below + BigInt(count)
            if (group > 0 && group < counts.length - 1) expect(ascending[group]).toBe(1 + Number((BigInt(bins) * halves) / (2n * customers)))
            below += BigInt(count)
          }
        }
      }
    }
  })
})
