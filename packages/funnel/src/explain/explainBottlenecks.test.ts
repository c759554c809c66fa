import { describe, expect, it } from 'vitest'
import { everyRanking } from '../../testing/everySale.js'
import { quotePipeline, ranking } from '../../testing/explainedSales.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainBottlenecks } from '../explain.js'
import type { Bottleneck, BottleneckRanking } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

const sentencesOf = (index: number, locale?: typeof zhCN): readonly string[] =>
  explainBottlenecks(everyRanking[index] as BottleneckRanking, quotePipeline, locale).sentences

describe('explainBottlenecks', () => {
  it('says what each stage costs in money, the costliest first (known answer 19)', () => {
    expect(explainBottlenecks(ranking, quotePipeline).sentences).toEqual([
      'The costliest stage is "Quote": getting 60% of its deals on, its benchmark, instead of 50% (30 of 60) would bring 3000.00 CNY more (won deals: 3 more). It may be below its benchmark by chance: the 95% interval of its rate is 37.74% to 62.26%.',
      '"Negotiation": getting 55% of its deals on, its benchmark, instead of 50% (15 of 30) would bring 1500.00 CNY more (won deals: 1.5 more). It may be below its benchmark by chance: the 95% interval of its rate is 33.15% to 66.85%.',
      'Each stage is reckoned as if it alone were mended: the figures do not add up.',
      'In "Quotes" as of 2024-03-31.',
    ])
    expect(explainBottlenecks(ranking, quotePipeline, zhCN).sentences).toEqual([
      '代价最大的阶段是“报价”：推进率由 50%（60 个中的 30 个）提高到基准 60%，可多带来 3000.00 CNY（多赢单 3 个）。低于基准可能出于偶然：推进率的 95% 置信区间为 37.74% 至 62.26%。',
      '“谈判”：推进率由 50%（30 个中的 15 个）提高到基准 55%，可多带来 1500.00 CNY（多赢单 1.5 个）。低于基准可能出于偶然：推进率的 95% 置信区间为 33.15% 至 66.85%。',
      '各阶段均按单独改进该阶段计算，数字不可相加。',
      '以上为“报价流程”截至 2024-03-31 的情况。',
    ])
  })

  it('says that nobody knows what deals are worth, or of how few', () => {
    expect(sentencesOf(1).slice(0, 2)).toEqual([
      'The costliest stage is "Quote": getting 90% of its deals on, its benchmark, instead of 50% (2 of 4) would bring more won deals (1.6 more). It is hardly below its benchmark by chance: the 95% interval of its rate is 15% to 85%.',
      'What deals are worth is not known, because no won deal states an amount.',
    ])
    expect(sentencesOf(2)).toContain('Each deal is reckoned at what a won deal is worth on average; amounts are stated by 9 of 11.')
    expect(sentencesOf(2, zhCN)).toContain('每个商机按赢单的平均金额计；11 个赢单中注明金额的有 9 个。')
    expect(sentencesOf(2)[0]).toContain('It is hardly below its benchmark by chance: the 95% interval of its rate is')
    expect(sentencesOf(2)).toContain('At their benchmarks or above them: "Negotiation" (100%, benchmark 90%).')
    expect(sentencesOf(2, zhCN)).toContain('达到或高于基准的阶段：“谈判”（100%，基准 90%）。')
  })

  it('says that mending a stage brings nothing where nothing comes of what gets on', () => {
    expect(sentencesOf(3)[0]).toMatch(
      /^"Quote": with 50% \(2 of 4\) it is below its benchmark of 90%, but mending it alone brings nothing, because none/,
    )
    expect(sentencesOf(3, zhCN)[0]).toMatch(
      /^“报价”：推进率为 50%（4 个中的 2 个），低于基准 90%，但由此推进的商机无一赢单，单独改进该阶段并无收益。/,
    )
  })

  it('says that no stage is below its benchmark, or can be judged, or has one', () => {
    expect(sentencesOf(4).slice(0, 2)).toEqual([
      'No stage can be judged.',
      'Below their benchmarks, and yet not judged, because no deal of a later stage is decided and nobody knows what would become of more deals: "Quote".',
    ])
    expect(sentencesOf(5)[1]).toBe('Not judged, because none of their deals is decided: "Quote".')
    expect(sentencesOf(6)).toEqual(['No stage has a benchmark.', 'In "Quotes" as of 2024-03-31.'])
    expect(sentencesOf(7)[0]).toBe('No stage is below its benchmark.')
    expect([4, 5, 6, 7].flatMap((index) => sentencesOf(index, zhCN).slice(0, 2))).toEqual([
      '没有可以评判的阶段。',
      '低于基准，但因后续阶段尚无商机有结果、更多商机的去向无从得知而未评判的阶段：“报价”。',
      '没有可以评判的阶段。',
      '因尚无一个商机有结果而未评判的阶段：“报价”。',
      '没有设定基准的阶段。',
      '以上为“报价流程”截至 2024-03-31 的情况。',
      '没有低于基准的阶段。',
      '达到或高于基准的阶段：“报价”（100%，基准 50%）。',
    ])
  })
})

describe('checks of a ranking', () => {
  const issues = (more: object, document: object = quotePipeline) =>
    issuesOf(() => explainBottlenecks({ ...ranking, ...more }, document as typeof quotePipeline))
  const withFirst = (more: Partial<Bottleneck>) =>
    issues({ bottlenecks: ranking.bottlenecks.map((one, index) => (index === 0 ? { ...one, ...more } : one)) })
  const path = ['ranking', 'bottlenecks', 0]

  it('refuse one of another pipeline, and stages that it does not have or are judged twice', () => {
    expect(issues({}, { ...quotePipeline, id: 'other' })).toEqual([['other-policy', ['ranking', 'policies']]])
    expect(withFirst({ stage: 'gone' })).toEqual([['outdated-input', [...path, 'stage']]])
    expect(issues({ insufficient: [{ stage: 'talk', reason: 'no-decided-deals' }] })).toEqual([
      ['duplicate', ['ranking', 'insufficient', 0, 'stage']],
    ])
    expect(issues({ met: [{ stage: 'talk', rate: 0.5, benchmark: 0.6 }] })).toContainEqual(['too-small', ['ranking', 'met', 0, 'rate']])
  })

  it('refuse rates that are not below their benchmarks, or of other counts', () => {
    expect(withFirst({ benchmark: 0.4 })).toContainEqual(['too-large', [...path, 'rate']])
    expect(withFirst({ rate: 0.51 })).toContainEqual(['outdated-input', [...path, 'rate']])
    expect(withFirst({ interval: [0.4, 0.6] })).toContainEqual(['outdated-input', [...path, 'interval', 0]])
    expect(withFirst({ entered: 59 })).toContainEqual(['too-large', [...path, 'sample']])
    expect(withFirst({ lostDeals: 3.1 })).toEqual([['outdated-input', [...path, 'lostDeals']]])
    expect(withFirst({ downstream: 0.6 })).toEqual([['outdated-input', [...path, 'lostDeals']]])
    expect(issues({ bottlenecks: [...ranking.bottlenecks].reverse() })).toEqual([['too-large', ['ranking', 'bottlenecks', 1, 'lostDeals']]])
  })

  it('refuse money of other currencies, or of deals that state none', () => {
    expect(issues({ wonWithAmount: 16 })).toEqual([['too-large', ['ranking', 'wonWithAmount']]])
    expect(issues({ wonWithAmount: 0 })).toContainEqual(['outdated-input', [...path, 'lostValue']])
    expect(withFirst({ lostValue: [] })).toContainEqual(['outdated-input', [...path, 'lostValue']])
    expect(withFirst({ lostValue: [{ currency: 'USD', amount: '1' }] })).toContainEqual([
      'outdated-input',
      ['ranking', 'bottlenecks', 1, 'lostValue'],
    ])
    expect(withFirst({ lostValue: [{ currency: 'CNY', amount: '-1' }] })).toEqual([['too-small', [...path, 'lostValue', 0, 'amount']]])
  })
})
