import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { decisionTables, methods, tableOf } from '../../testing/tables.js'
import { explainMethod } from '../explain.js'
import { type MethodRanking, rankByPromethee, rankByTopsis, rankByVikor, rankByWeightedProduct, rankByWeightedSum } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'

const criteria = [{ id: 'c1', title: { en: 'Price', 'zh-CN': '价格' } }, { id: 'c2' }]

describe('explainMethod', () => {
  it('says the order, and how a dominated newcomer would reverse it (vector 14)', () => {
    const ranking = rankByWeightedSum(
      tableOf(
        [
          [2, 3],
          [4, 2],
          [1, 2],
        ],
        [0.5, 0.5],
      ),
      { normalisation: 'min-max' },
    )
    expect(explainMethod(ranking, criteria).sentences).toEqual([
      'By weighted sum (min-max: worst 0, best 1), from the highest score to the lowest: A (0.667), B (0.5), C (0).',
      'If an alternative (Price 1, c2 1) joined, B would pass A.',
    ])
    expect(explainMethod(ranking, criteria, zhCN).sentences).toEqual([
      '加权和法（极差归一化：最差 0，最优 1），得分由高到低：A（0.667）、B（0.5）、C（0）。',
      '如果加入一个方案（价格 1、c2 1），B 会超过 A。',
    ])
  })

  it('says how a copy would, and one less (vectors 7 and 6)', () => {
    const promethee = rankByPromethee(
      tableOf(
        [
          [4, 3, 2],
          [3, 2, 4],
          [5, 1, 3],
        ],
        [0.5, 0.3, 0.2],
      ),
    )
    expect(explainMethod(promethee).sentences).toEqual([
      'By PROMETHEE II, from the highest score to the lowest: C (0.2), A (0.1), B (−0.3).',
      'If a copy of B joined, A would pass C.',
    ])
    expect(explainMethod(promethee, [], zhCN).sentences[1]).toBe('如果加入与 B 相同的方案，A 会超过 C。')
    const vikor = rankByVikor(
      tableOf(
        [
          [5, 8, 4],
          [7, 6, 8],
          [8, 8, 6],
          [7, 4, 6],
        ],
        [0.3, 0.4, 0.3],
      ),
    )
    expect(explainMethod(vikor).sentences).toEqual([
      'By VIKOR, from the lowest score, which is the best, to the highest: C (0), B (0.25), A (0.75), D (1).',
      'The compromise: C, B.',
      'The first is not ahead of the second by 0.333, which would make its place clear.',
      'If D dropped out, A would pass B.',
      'If an alternative (c1 5, c2 0, c3 4) joined, B would pass C.',
    ])
    expect(explainMethod(vikor, [], zhCN).sentences.slice(0, 4)).toEqual([
      'VIKOR 法，得分越低越好，由低到高：C（0）、B（0.25）、A（0.75）、D（1）。',
      '折衷方案：C、B。',
      '第一名领先第二名不足 0.333，因此名次并不明显。',
      '如果去掉 D，A 会超过 B。',
    ])
  })

  it('says where the first of VIKOR is best neither on the whole nor in its worst criterion', () => {
    const bad = Array.from({ length: 9 }, () => [0, 0, 0])
    const ranking = rankByVikor(tableOf([[1, 3, 9], [6, 7, 0], [5, 3, 1], [5, 3, 1], [10, 0, 0], ...bad], [1, 1, 1]))
    expect(explainMethod(ranking).sentences.slice(1, 4)).toEqual([
      'Equal scores: C, D.',
      'Equal scores: F, G, H, I, J, K, L, M, N.',
      'The compromise: A, C, D.',
    ])
    expect(explainMethod(ranking).sentences[4]).toBe(
      'A comes first, but has neither the least loss on the whole nor the least of the greatest losses.',
    )
    // Where the first place is shared, no single one is first.
    const shared = { ...ranking, ranked: ranking.ranked.map((row) => ({ ...row, rank: 1 })) }
    expect(explainMethod(shared).sentences.join()).not.toMatch('comes first')
  })

  it('says what tells nothing apart, and that there is only one', () => {
    expect(explainMethod(rankByTopsis(tableOf([[2], [2]], [1])), criteria).sentences).toEqual([
      'By TOPSIS, from the highest score to the lowest: A (0.5), B (0.5).',
      'Equal scores: A, B.',
      'Price does not tell the alternatives apart: all have the same value.',
      'No criterion that counts tells the alternatives apart, so every score is 0.5.',
    ])
    expect(explainMethod(rankByVikor(tableOf([], [1]))).sentences).toEqual(['There are no alternatives to rank.'])
    const one = rankByTopsis(tableOf([[1]], [1]))
    expect(explainMethod(one).sentences.slice(1)).toEqual(['There is only one alternative, so its score is 0.5.'])
    expect(explainMethod(one, [], zhCN).sentences.slice(1)).toEqual(['只有一个方案，因此得分为 0.5。'])
    expect(explainMethod(rankByVikor(tableOf([[1]], [1]))).sentences).toEqual([
      'By VIKOR, from the lowest score, which is the best, to the highest: A (0).',
      'The compromise: A.',
    ])
  })

  it('says what was not ruled out', () => {
    const ranking: MethodRanking = {
      ...rankByTopsis(tableOf([], [1])),
      diagnoses: [{ code: 'reversal-not-ruled-out', params: { change: 'removing', tried: 7, possible: 90 } }],
    }
    expect(explainMethod(ranking).sentences).toEqual([
      'It is not ruled out that removing an alternative would reverse ranks: nothing was found, but only 7 of 90 possibilities were tried.',
    ])
    expect(explainMethod(ranking, [], zhCN).sentences).toEqual(['不能排除去掉一个方案会颠倒名次：没有发现，但 90 种情形中只试了 7 种。'])
  })

  it('shows three decimal places, and three digits of what is smaller', () => {
    const ranking = rankByWeightedProduct(tableOf([['0.00012345'], [1234.5678], ['1e-20'], ['0.9996']], [1]))
    expect(explainMethod(ranking).sentences[0]).toBe(
      'By weighted product, from the highest score to the lowest: B (1234.568), D (1), A (0.000123), C (1e-20).',
    )
  })

  it('shows nothing but 0 as 0', () => {
    const products = rankByWeightedProduct(
      tableOf(
        [
          [1e-8, 2e-8],
          [2e-8, 3e-8],
        ],
        [1, 1],
      ),
    )
    for (const locale of [en, zhCN]) expect(explainMethod(products, [], locale).sentences[0]).toMatch(/B ?[(（]6e-16.+A ?[(（]2e-16/)
    const sums = rankByWeightedSum(tableOf([[0], [-1.2345e-9], [1.25e99], [1e-6], [9.996e-7]], [1]))
    expect(explainMethod(sums).sentences[0]).toMatch(': C (1.25e99), D (0.000001), E (1e-6), A (0), B (−1.23e-9).')
  })

  it('names tens of thousands of equal alternatives at once', () => {
    const rows = 100_000
    const ranked = Array.from({ length: rows }, (_, row) => ({ rank: 1, alternative: `a${row}`, score: 1, contributions: [] }))
    const ranking: MethodRanking = { method: 'weighted-sum', normalisation: 'none', ranked, diagnoses: [] }
    expect(explainMethod(ranking).sentences[1]).toMatch(/99980 more[.]$/)
  }, 4000)

  it('names the first twenty', () => {
    const ranking = rankByWeightedSum({
      ...tableOf([], [1]),
      alternatives: Array.from({ length: 22 }, (_, index) => `a${index}`),
      values: Array.from({ length: 22 }, () => [1]),
    })
    expect(
      explainMethod(ranking)
        .sentences.slice(0, 2)
        .every((sentence) => sentence.endsWith('2 more.')),
    ).toBe(true)
  })

  it('leaves no placeholder unfilled, and ends every sentence', () => {
    fc.assert(
      fc.property(decisionTables, fc.constantFrom(...Object.values(methods)), fc.constantFrom(en, zhCN), (table, method, locale) => {
        for (const sentence of explainMethod(method(table), table.criteria, locale).sentences) expect(sentence).toMatch(/^[^{}]+[.。]$/)
      }),
    )
  })

  it.each([
    [null, [['wrong-type', ['ranking']]]],
    [{}, ['method', 'ranked', 'diagnoses'].map((key) => ['missing', ['ranking', key]])],
    [
      { method: 'electre', normalisation: 'best', ranked: [null], diagnoses: 1 },
      [
        ['not-allowed', ['ranking', 'method']],
        ['wrong-type', ['ranking', 'ranked', 0]],
        ['wrong-type', ['ranking', 'diagnoses']],
      ],
    ],
    [
      { method: 'vikor', ranked: [{ alternative: '', rank: 0, score: 'x' }], diagnoses: [] },
      [
        ['empty', ['ranking', 'ranked', 0, 'alternative']],
        ['too-small', ['ranking', 'ranked', 0, 'rank']],
        ['not-a-decimal', ['ranking', 'ranked', 0, 'score']],
        ['missing', ['ranking', 'ranked', 0, 'contributions']],
        ['missing', ['ranking', 'compromise']],
        ['missing', ['ranking', 'acceptable']],
      ],
    ],
    [
      { method: 'vikor', normalisation: 'none', ranked: [], diagnoses: [], compromise: [1], acceptable: { stability: 'yes' } },
      [
        ['unknown-key', ['ranking', 'normalisation']],
        ['wrong-type', ['ranking', 'compromise', 0]],
        ['missing', ['ranking', 'acceptable', 'advantage']],
        ['not-allowed', ['ranking', 'acceptable', 'stability']],
      ],
    ],
    [{ method: 'weighted-product', normalisation: 'min-max', ranked: [], diagnoses: [] }, [['not-allowed', ['ranking', 'normalisation']]]],
    [
      {
        method: 'topsis',
        ranked: [{ alternative: 'A', rank: 1, score: 1, contributions: [null, {}] }],
        diagnoses: [
          null,
          { code: 'unknown', params: {} },
          { code: 'constant-criterion', params: {} },
          { code: 'reversed-by-adding', params: { values: ['x'], copyOf: 1, higher: 'A' } },
          { code: 'reversal-not-ruled-out', params: { change: 'both', tried: 1, possible: 2 } },
          { code: 'reversed-by-removing' },
        ],
      },
      [
        ['missing', ['ranking', 'normalisation']],
        ['wrong-type', ['ranking', 'ranked', 0, 'contributions', 0]],
        ['missing', ['ranking', 'ranked', 0, 'contributions', 1, 'criterion']],
        ['wrong-type', ['ranking', 'diagnoses', 0]],
        ['not-allowed', ['ranking', 'diagnoses', 1, 'code']],
        ['missing', ['ranking', 'diagnoses', 2, 'params', 'criterion']],
        ['not-a-decimal', ['ranking', 'diagnoses', 3, 'params', 'values', 0]],
        ['wrong-type', ['ranking', 'diagnoses', 3, 'params', 'copyOf']],
        ['missing', ['ranking', 'diagnoses', 3, 'params', 'lower']],
        ['not-allowed', ['ranking', 'diagnoses', 4, 'params', 'change']],
        ['missing', ['ranking', 'diagnoses', 5, 'params']],
      ],
    ],
  ])('refuses %j', (ranking, issues) => {
    expect(issuesOf(() => explainMethod(ranking as never))).toEqual(issues)
    expect(issuesOf(() => explainMethod(rankByTopsis(tableOf([], [1])), [{ id: '' }] as never))).toEqual([['empty', ['criteria', 0, 'id']]])
  })
})
