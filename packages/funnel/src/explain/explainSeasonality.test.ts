import { describe, expect, it } from 'vitest'
import { quarters } from '../../testing/explainedForecasts.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainSeasonality } from '../explain.js'
import { seasonality } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

describe('explainSeasonality', () => {
  it('says where most and where least is sold, and what that rests on', () => {
    expect(explainSeasonality(quarters).sentences).toEqual([
      'Sales peak in period 3 of 4: 60% above the mean.',
      'They are lowest in period 4: 60% below the mean.',
      'Of all periods from the first on, in percent of the mean: 80%, 120%, 160%, 40%.',
      'The first period is that of the first value. Each value is compared with the mean of a whole season around it, so that a steady rise or fall is not taken for a season.',
      'Such comparisons that each period rests on, at least: 1; the fewer, the less it is worth.',
    ])
    expect(explainSeasonality(quarters, zhCN).sentences).toEqual([
      '在每个周期的 4 期中，销售最旺的是第 3 期：高出均值 60%。',
      '销售最淡的是第 4 期：低于均值 60%。',
      '自第一期起，各期相当于均值的比率：80%、120%、160%、40%。',
      '第一期即第一个数值所在的那一期。每个数值都与其前后一个完整周期的均值相比，因此持续的增减不会误作季节性。',
      '每一期所依据的此类比较，至少为 1 次；越少，越不足为凭。',
    ])
  })

  it('names all places that are alike, the first 20 of many, and says where there is no season', () => {
    const alike = seasonality(
      Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? 1 : 3)),
      { period: 30 },
    )
    const [most = '', least = '', all = ''] = explainSeasonality(alike).sentences
    expect(most).toBe(`Sales peak in period ${Array.from({ length: 15 }, (_, index) => 2 * index + 2).join(', ')} of 30: 50% above the mean.`)
    expect(least).toMatch(/^They are lowest in period 1, 3, /)
    expect(all).toMatch(/: 50%, 150%, .*150%, 10 more\.$/)
    expect(explainSeasonality(seasonality([5, 5, 5, 5, 5, 5], { period: 3 })).sentences[0]).toBe(
      'In each of the 3 periods of a season as much is sold as in any other.',
    )
  })

  it('says why nothing can be told', () => {
    expect(explainSeasonality(seasonality([1, 2, 3], { period: 4 })).sentences).toEqual([
      'Whether there is a season cannot be told: it takes two whole seasons, which is 8 values, and 3 are there.',
    ])
    expect(explainSeasonality(seasonality([1, 2, 3], { period: 4 }), zhCN).sentences).toEqual([
      '是否有季节性无从判断：至少需要两个完整周期，即 8 个数值，而现有 3 个。',
    ])
    expect(explainSeasonality(seasonality([0, 0, 0, 0], { period: 2 })).sentences).toEqual([
      'Whether there is a season cannot be told: of its 2 periods only 0 can be compared with the season around them; around the others nothing was sold.',
    ])
  })

  it('refuses what is not as stated', () => {
    const check = (change: object): unknown => issuesOf(() => explainSeasonality({ ...quarters, ...change }))
    expect(check({ indices: [1, 1, 1, 2] })).toEqual([['sum-differs', ['seasonality', 'indices']]])
    expect(check({ indices: [1, 1, 1] })).toEqual([['wrong-length', ['seasonality', 'indices']]])
    expect(check({ samples: [] })).toEqual([['wrong-length', ['seasonality', 'samples']]])
    expect(check({ indices: null })).toEqual([['outdated-input', ['seasonality', 'diagnoses']]])
    expect(check({ diagnoses: [{ code: 'nothing-sold', params: { needed: 4, there: 3 } }] })).toEqual([
      ['outdated-input', ['seasonality', 'diagnoses']],
    ])
    expect(check({ period: 1 })).toEqual([['too-small', ['seasonality', 'period']]])
    expect(issuesOf(() => explainSeasonality(null as never))).toEqual([['wrong-type', ['seasonality']]])
  })
})
