import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainPopulationStability, explainWeightOfEvidence } from '../explain.js'
import { populationStability, weightOfEvidence } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

const moved = populationStability({ expected: [20, 20, 20, 20, 20, 0], actual: [10, 20, 20, 20, 30, 0] })
const weights = weightOfEvidence([
  { id: 'owner', goods: 60, bads: 50 },
  { goods: 30, bads: 40 },
  { goods: 10, bads: 10 },
])

describe('explainPopulationStability', () => {
  it('says in both languages how far the population moved, and where', () => {
    expect(explainPopulationStability(moved).sentences).toEqual([
      'The population stability index is 0.11, between 0.1 and 0.25: the population has moved a little.',
      'Band 1: 20% expected, 10% now; that adds 0.069.',
      'Band 5: 20% expected, 30% now; that adds 0.041.',
    ])
    expect(explainPopulationStability(moved, zhCN).sentences).toEqual([
      '群体稳定性指数为 0.11，在 0.1 与 0.25 之间：群体略有变化。',
      '第 1 组：预期占 20%，现占 10%，使指数增加 0.069。',
      '第 5 组：预期占 20%，现占 30%，使指数增加 0.041。',
    ])
  })

  it.each([
    [0, 'The population stability index is 0, below 0.1: the population has hardly moved.'],
    [0.0999, 'The population stability index is 0.099, below 0.1: the population has hardly moved.'],
    [0.1, 'The population stability index is 0.1, between 0.1 and 0.25: the population has moved a little.'],
    [0.25, 'The population stability index is 0.25, between 0.1 and 0.25: the population has moved a little.'],
    [0.2501, 'The population stability index is 0.251, above 0.25: the population has moved a lot.'],
  ])('shows %d on its side of the bounds', (index, sentence) => {
    expect(explainPopulationStability({ index, level: 'stable', bands: [] }).sentences).toEqual([sentence])
  })

  it('does not show as nothing what adds a little', () => {
    const little = populationStability({ expected: [10_000, 10_000], actual: [10_001, 10_000] })
    expect(explainPopulationStability(little).sentences).toEqual([
      'The population stability index is <0.001, below 0.1: the population has hardly moved.',
      'Band 1: 50% expected, 50% now; that adds <0.001.',
      'Band 2: 50% expected, 50% now; that adds <0.001.',
    ])
    expect(explainPopulationStability(little, zhCN).sentences[1]).toBe('第 1 组：预期占 50%，现占 50%，使指数增加 <0.001。')
  })

  it('refuses shares that are none, and contributions below 0', () => {
    const band = { expected: 0, actual: 1, contribution: 0.1 }
    const bands = [band, { ...band, expected: -1 }, { ...band, actual: 1.0001 }, { ...band, expected: '1e900', contribution: -0.1 }]
    expect(issuesOf(() => explainPopulationStability({ index: 0, bands } as never))).toEqual([
      ['out-of-range', ['stability', 'bands', 1, 'expected']],
      ['out-of-range', ['stability', 'bands', 2, 'actual']],
      ['out-of-range', ['stability', 'bands', 3, 'expected']],
      ['too-small', ['stability', 'bands', 3, 'contribution']],
    ])
  })

  it('refuses what is no such result', () => {
    expect(issuesOf(() => explainPopulationStability(null as never))).toEqual([['wrong-type', ['stability']]])
    expect(issuesOf(() => explainPopulationStability({ index: -1, bands: [{ expected: 'x' }, 1] } as never))).toEqual([
      ['too-small', ['stability', 'index']],
      ['not-a-decimal', ['stability', 'bands', 0, 'expected']],
      ['missing', ['stability', 'bands', 0, 'actual']],
      ['missing', ['stability', 'bands', 0, 'contribution']],
      ['wrong-type', ['stability', 'bands', 1]],
    ])
  })
})

describe('explainWeightOfEvidence', () => {
  it('says in both languages how well the bands tell good from bad', () => {
    expect(explainWeightOfEvidence(weights).sentences).toEqual([
      'The information value is 0.047, below 0.1: the bands tell good from bad weakly.',
      'owner: 60% of the goods, 50% of the bads; the weight of evidence, 0.182, speaks for good.',
      'Band 2: 30% of the goods, 40% of the bads; the weight of evidence, −0.288, speaks for bad.',
      'Band 3: 10% of the goods, 10% of the bads; the weight of evidence is 0 and speaks for neither.',
    ])
    expect(explainWeightOfEvidence(weights, zhCN).sentences).toEqual([
      '信息价值为 0.047，低于 0.1：这些分组区分好坏的能力较弱。',
      'owner：占好样本的 60%、坏样本的 50%；证据权重为 0.182，偏向好。',
      '第 2 组：占好样本的 30%、坏样本的 40%；证据权重为 −0.288，偏向坏。',
      '第 3 组：占好样本的 10%、坏样本的 10%；证据权重为 0，不偏向任何一方。',
    ])
  })

  it.each([
    [0.01999, 'The information value is 0.019, below 0.02: the bands do not tell good from bad.'],
    [0.02, 'The information value is 0.02, below 0.1: the bands tell good from bad weakly.'],
    [0.29999, 'The information value is 0.299, below 0.3: the bands tell good from bad.'],
    [0.3, 'The information value is 0.3, from 0.3 to 0.5: the bands tell good from bad well.'],
    [0.5, 'The information value is 0.5, from 0.3 to 0.5: the bands tell good from bad well.'],
    [0.50001, 'The information value is 0.501, above 0.5: the bands tell good from bad too well to be believed unchecked.'],
  ])('shows %d on its side of the bounds', (informationValue, sentence) => {
    expect(explainWeightOfEvidence({ ...weights, informationValue }).sentences[0]).toBe(sentence)
  })

  it('does not show as nothing what tells a little', () => {
    const little = weightOfEvidence([
      { goods: 10_001, bads: 10_000 },
      { goods: 10_000, bads: 10_000 },
    ])
    expect(explainWeightOfEvidence(little).sentences[0]).toBe('The information value is <0.001, below 0.02: the bands do not tell good from bad.')
  })

  it('refuses shares that are none', () => {
    const [first] = weights.bands
    const bands = [first, { ...first, goodsShare: -1 }, { ...first, badsShare: 2 }]
    expect(issuesOf(() => explainWeightOfEvidence({ ...weights, bands } as never))).toEqual([
      ['out-of-range', ['weights', 'bands', 1, 'goodsShare']],
      ['out-of-range', ['weights', 'bands', 2, 'badsShare']],
    ])
  })

  it('refuses what is no such result', () => {
    expect(issuesOf(() => explainWeightOfEvidence({} as never))).toEqual([
      ['missing', ['weights', 'informationValue']],
      ['missing', ['weights', 'bands']],
    ])
    const bands = [{ ...weights.bands[0], id: 7 }]
    expect(issuesOf(() => explainWeightOfEvidence({ ...weights, bands } as never))).toEqual([['wrong-type', ['weights', 'bands', 0, 'id']]])
  })
})
