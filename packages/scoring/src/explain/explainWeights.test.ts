import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { unweightedTable } from '../../testing/unweightedTable.js'
import { explainWeights } from '../explain.js'
import {
  criticWeights,
  entropyWeights,
  equalWeights,
  type FoundWeights,
  giniWeights,
  pairwiseWeights,
  rankOrderCentroidWeights,
  standardDeviationWeights,
} from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'

const titles = [
  { id: 'demand', title: { en: 'Demand', 'zh-CN': '需求' }, weight: 5 },
  { id: 'payment', title: { en: 'Payment', 'zh-CN': '付款' }, weight: 2 },
  { id: 'cooperation' },
]
const ids = titles.map(({ id }) => id)
const cyclic = pairwiseWeights(
  [
    [1, 9, 0.2],
    [1 / 9, 1, 7],
    [5, 1 / 7, 1],
  ],
  { criteria: ids },
)
const table = unweightedTable([
  [1, 20, 7, 3],
  [2, 10, 7, 1],
  [4, 35, 7, 5],
])

describe('explainWeights', () => {
  it('says the way and every weight in percent, with titles or ids', () => {
    expect(explainWeights(rankOrderCentroidWeights(ids), titles).sentences).toEqual([
      'The weights follow from the order of importance alone (rank order centroid).',
      'Demand: 61.11%.',
      'Payment: 27.78%.',
      'cooperation: 11.11%.',
    ])
    expect(explainWeights(rankOrderCentroidWeights(ids), titles, zhCN).sentences).toEqual([
      '权重只由重要性的先后次序得出（排序质心法）。',
      '需求：61.11%。',
      '付款：27.78%。',
      'cooperation：11.11%。',
    ])
    expect(explainWeights(equalWeights(ids)).sentences).toEqual([
      'All criteria weigh the same.',
      'demand: 33.33%.',
      'payment: 33.33%.',
      'cooperation: 33.33%.',
    ])
  })

  it('rounds the decimal that a weight prints, half up', () => {
    const found = { ...equalWeights(['a']), criteria: [{ criterion: 'a', weight: 0.28455 }] }
    expect(explainWeights(found).sentences[1]).toBe('a: 28.46%.')
  })

  it('says that judgements are consistent', () => {
    const found = pairwiseWeights([
      [1, 3, 5],
      [1 / 3, 1, 3],
      [1 / 5, 1 / 3, 1],
    ])
    expect(explainWeights(found).sentences).toEqual([
      'The weights follow from pairwise judgements (analytic hierarchy process).',
      '1: 63.7%.',
      '2: 25.83%.',
      '3: 10.47%.',
      'The judgements are consistent enough: their consistency ratio is 0.033, and up to 0.1 is acceptable.',
    ])
    expect(explainWeights(found, [], zhCN).sentences.at(-1)).toBe('判断足够一致：一致性比率为 0.033，不超过 0.1 即可接受。')
  })

  it('says which judgement the weights contradict most', () => {
    expect(explainWeights(cyclic, titles).sentences.slice(-2)).toEqual([
      'The judgements contradict each other too much: their consistency ratio is 4.268, and up to 0.1 is acceptable.',
      'Judgement Demand against Payment is 9, but the weights imply 1.323.',
    ])
    expect(explainWeights(cyclic, titles, zhCN).sentences.slice(-2)).toEqual([
      '判断之间矛盾过大：一致性比率为 4.268，不超过 0.1 才可接受。',
      '“需求”相对于“付款”判断为 9，而权重之比为 1.323。',
    ])
  })

  it('tells a judgement below 1 from the other side', () => {
    const found = pairwiseWeights([
      [1, 1 / 8, 4],
      [8, 1, 1 / 2],
      [1 / 4, 2, 1],
    ])
    expect(found.worstJudgement).toMatchObject({ row: 0, column: 1, judgement: 1 / 8 })
    expect(explainWeights(found).sentences.at(-1)).toBe('Judgement 2 against 1 is 8, but the weights imply 2.')
  })

  it('does not let a ratio just above the bound look like the bound', () => {
    const ratio = (consistencyRatio: number): string | undefined =>
      explainWeights({ ...cyclic, consistencyRatio, consistent: consistencyRatio <= 0.1 }).sentences[4]
    expect(ratio(0.1000001)).toMatch('ratio is 0.101,')
    expect(ratio(0.1)).toMatch(/enough.*ratio is 0[.]1,/)
    expect(ratio(0.2344)).toMatch('ratio is 0.234,')
  })

  it('says by which correlation, and each diagnosis', () => {
    const agreeing = unweightedTable([
      [1, 10, 7],
      [2, 20, 7],
    ])
    const named = [
      { id: 'c0', title: 'Same' },
      { id: 'c2', title: { en: 'Price', 'zh-CN': '价格' } },
    ]
    expect(explainWeights(criticWeights(agreeing, { correlation: 'spearman' }), named).sentences).toEqual([
      'A criterion weighs more, the more its values differ and the less they agree with those of the others (CRITIC, Spearman correlation).',
      'Same: 50%.',
      'c1: 50%.',
      'Price: 0%.',
      'Price weighs nothing, for all alternatives have the same value.',
      'What differs does not conflict, so the whole weight goes, in equal parts, to: Same, c1.',
    ])
    expect(explainWeights(criticWeights(agreeing), named, zhCN).sentences).toEqual([
      '一项标准的数值差别越大、与其他标准越不一致，权重就越大（CRITIC 法，皮尔逊相关系数）。',
      'Same：50%。',
      'c1：50%。',
      '价格：0%。',
      '“价格”的权重为 0：所有方案在这一项上数值相同。',
      '数值有差别的标准彼此没有冲突，因此平分权重：Same、c1。',
    ])
    expect(explainWeights(giniWeights(unweightedTable([[1, 2]]))).sentences.at(-1)).toBe(
      'Nothing tells the alternatives apart, so all criteria weigh the same.',
    )
  })

  it('explains every method in both languages, and leaves no placeholder unfilled', () => {
    const all: FoundWeights[] = [
      equalWeights(ids),
      rankOrderCentroidWeights(ids),
      cyclic,
      ...[entropyWeights, giniWeights, standardDeviationWeights, criticWeights].map((weigh) => weigh(table)),
    ]
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom(en, zhCN), (found, locale) => {
        const { sentences } = explainWeights(found, [], locale)
        expect(sentences.length).toBeGreaterThan(found.criteria.length)
        for (const sentence of sentences) expect(sentence).toMatch(/^[^{}]+[.。]$/)
      }),
    )
  })

  it.each([
    ['nothing', undefined, [['missing', ['found']]]],
    [
      'another result',
      { ranked: [] },
      [
        ['missing', ['found', 'method']],
        ['missing', ['found', 'criteria']],
        ['missing', ['found', 'diagnoses']],
      ],
    ],
    ['an unknown method', { ...equalWeights(['a']), method: 'ahp' }, [['not-allowed', ['found', 'method']]]],
    [
      'rows that are none',
      { ...equalWeights(['a']), criteria: [null, { criterion: '', weight: 'x' }, {}] },
      [
        ['wrong-type', ['found', 'criteria', 0]],
        ['empty', ['found', 'criteria', 1, 'criterion']],
        ['not-a-decimal', ['found', 'criteria', 1, 'weight']],
        ['missing', ['found', 'criteria', 2, 'criterion']],
        ['missing', ['found', 'criteria', 2, 'weight']],
      ],
    ],
    ['a correlation that is none', { ...criticWeights(table), correlation: 'x' }, [['not-allowed', ['found', 'correlation']]]],
    ['no consistency ratio', { ...cyclic, consistencyRatio: Number.NaN }, [['not-a-decimal', ['found', 'consistencyRatio']]]],
  ])('refuses %s', (_, found, issues) => expect(issuesOf(() => explainWeights(found as never))).toEqual(issues))

  it.each([
    ['no list', {}, [['wrong-type', ['criteria']]]],
    [
      'criteria that are none',
      [7, {}, { id: 'a', title: {} }],
      [
        ['wrong-type', ['criteria', 0]],
        ['missing', ['criteria', 1, 'id']],
        ['empty', ['criteria', 2, 'title']],
      ],
    ],
  ])('refuses %s', (_, criteria, issues) => expect(issuesOf(() => explainWeights(cyclic, criteria as never))).toEqual(issues))
})
