import { describe, expect, it } from 'vitest'
import { everyRanking } from '../../testing/everySale.js'
import { measureOfRegions, quotePipeline, ranking } from '../../testing/explainedSales.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainBottlenecks } from '../explain.js'
import { type Bottleneck, type BottleneckRanking, rankBottlenecks } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

const sentencesOf = (index: number, locale?: typeof zhCN): readonly string[] =>
  explainBottlenecks(everyRanking[index] as BottleneckRanking, quotePipeline, locale).sentences

describe('explainBottlenecks', () => {
  it('says what each stage costs in money, the costliest first (known answer 19)', () => {
    expect(explainBottlenecks(ranking, quotePipeline).sentences).toEqual([
      'The costliest stage is "Quote": getting 60% of its deals on, its benchmark, instead of 50% (30 of 60) would bring 3000 CNY more (won deals: 3 more). Chance may explain that it is below its benchmark: the 95% interval of its rate is 37.74% to 62.26%.',
      '"Negotiation": getting 55% of its deals on, its benchmark, instead of 50% (15 of 30) would bring 1500 CNY more (won deals: 1.5 more). Chance may explain that it is below its benchmark: the 95% interval of its rate is 33.15% to 66.85%.',
      'Each stage is reckoned as if it alone were mended: the figures do not add up.',
      'In "Quotes" as of 2024-03-31.',
    ])
    expect(explainBottlenecks(ranking, quotePipeline, zhCN).sentences).toEqual([
      '代价最大的阶段是“报价”：推进率由 50%（30/60）提高到基准 60%，可多带来 3000 CNY（多赢单 3 个）。低于基准可能出于偶然：推进率的 95% 置信区间为 37.74% 至 62.26%。',
      '“谈判”：推进率由 50%（15/30）提高到基准 55%，可多带来 1500 CNY（多赢单 1.5 个）。低于基准可能出于偶然：推进率的 95% 置信区间为 33.15% 至 66.85%。',
      '各阶段均按单独改进该阶段计算，数字不可相加。',
      '以上为“报价流程”截至 2024-03-31 的情况。',
    ])
  })

  it('says that nobody knows what deals are worth, or of how few', () => {
    expect(sentencesOf(1).slice(0, 2)).toEqual([
      'The costliest stage is "Quote": getting 90% of its deals on, its benchmark, instead of 50% (2 of 4) would bring more won deals (1.6 more). Chance may explain that it is below its benchmark: the 95% interval of its rate is 15% to 85%.',
      'What deals are worth is not known, because no won deal states an amount.',
    ])
    expect(sentencesOf(2)).toContain('Each deal is reckoned at what a won deal is worth on average; amounts are stated by 9 of 11.')
    expect(sentencesOf(2, zhCN)).toContain('每个商机按赢单的平均金额计；11 个赢单中注明金额的有 9 个。')
    expect(sentencesOf(2)[0]).toContain('Chance is unlikely to explain that it is below its benchmark: the 95% interval of its rate is')
    expect(sentencesOf(2)).toContain('At their benchmarks or above them: "Negotiation" (100%, benchmark 90%).')
    expect(sentencesOf(2, zhCN)).toContain('达到或高于基准的阶段：“谈判”（100%，基准 90%）。')
  })

  it('says that mending a stage brings nothing where nothing comes of what gets on', () => {
    expect(sentencesOf(3)[0]).toMatch(
      /^"Quote": with 50% \(2 of 4\) it is below its benchmark of 90%, but mending it alone brings nothing, because none/,
    )
    expect(sentencesOf(3, zhCN)[0]).toMatch(/^“报价”：推进率为 50%（2\/4），低于基准 90%，但由此推进的商机无一赢单，单独改进该阶段并无收益。/)
  })

  it('says that no stage is below its benchmark, or can be judged, or has one', () => {
    expect(sentencesOf(4).slice(0, 2)).toEqual([
      'What it costs that stages are below their benchmarks cannot be told.',
      'Below their benchmarks, and not priced, because no deal of a later stage is decided, so it cannot be told what would become of more deals: "Quote" (50%, benchmark 90%).',
    ])
    expect(sentencesOf(5)[1]).toBe('Not judged, because none of their deals is decided: "Quote" (benchmark 90%).')
    expect(sentencesOf(6)).toEqual(['No stage has a benchmark.', 'In "Quotes" as of 2024-03-31.'])
    expect(sentencesOf(7)[0]).toBe('No stage is below its benchmark.')
    expect([4, 5, 6, 7].flatMap((index) => sentencesOf(index, zhCN).slice(0, 2))).toEqual([
      '有阶段低于基准，但代价无从得知。',
      '低于基准，但因后续阶段尚无商机有结果、更多商机的去向无从得知而未估算代价的阶段：“报价”（50%，基准 90%）。',
      '没有可以评判的阶段。',
      '因尚无一个商机有结果而未评判的阶段：“报价”（基准 90%）。',
      '没有设定基准的阶段。',
      '以上为“报价流程”截至 2024-03-31 的情况。',
      '没有低于基准的阶段。',
      '达到或高于基准的阶段：“报价”（100%，基准 50%）。',
    ])
  })
})

describe('explainBottlenecks, of what is alike', () => {
  it('names the stages that cost as much as each other', () => {
    expect(sentencesOf(8).slice(0, 2)).toEqual([
      'The costliest stages, each as much as the others: "Quote", "Negotiation".',
      expect.stringMatching(/^"Quote": getting 100% of its deals on, its benchmark, instead of 50% \(2 of 4\) would bring 1 EUR more/),
    ])
    expect(sentencesOf(8, zhCN)[0]).toBe('代价最大且彼此相同的阶段：“报价”、“谈判”。')
  })

  it('tells a rate and a benchmark that look alike with as many digits as they differ by', () => {
    const third = rankBottlenecks(measureOfRegions(quotePipeline, ['A', {}, [2, 'quote', 'lost'], [1, 'quote', 'won']]), {
      benchmarks: { quote: '0.333334' },
    })
    expect(explainBottlenecks(third, quotePipeline).sentences[0]).toContain(
      'getting 33.3334% of its deals on, its benchmark, instead of 33.3333% (1 of 3) would bring more won deals (less than 0.01 more).',
    )
    expect(explainBottlenecks(third, quotePipeline, zhCN).sentences[0]).toContain('由 33.3333%（1/3）提高到基准 33.3334%，可多赢单不到 0.01 个。')
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
    expect(issues({ insufficient: [{ stage: 'talk', reason: 'no-decided-deals', rate: null, benchmark: 0.5 }] })).toEqual([
      ['duplicate', ['ranking', 'insufficient', 0, 'stage']],
    ])
    expect(issues({ met: [{ stage: 'talk', rate: 0.5, benchmark: 0.6 }] })).toContainEqual(['too-small', ['ranking', 'met', 0, 'rate']])
  })

  it('refuse a stage that is not priced without its rate, or above its benchmark', () => {
    const judged = everyRanking[4] as BottleneckRanking
    const unpriced = (more: object) =>
      issuesOf(() => explainBottlenecks({ ...judged, insufficient: judged.insufficient.map((stage) => ({ ...stage, ...more })) }, quotePipeline))
    const rate = ['ranking', 'insufficient', 0, 'rate']
    expect(unpriced({ rate: null })).toEqual([['outdated-input', rate]])
    expect(unpriced({ rate: 0.95 })).toEqual([['too-large', rate]])
    expect(unpriced({ rate: undefined })).toEqual([['missing', rate]])
    expect(unpriced({ reason: 'no-decided-deals' })).toEqual([['outdated-input', rate]])
    expect(unpriced({ benchmark: 1.5 })).toEqual([['too-large', ['ranking', 'insufficient', 0, 'benchmark']]])
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
