import { describe, expect, it } from 'vitest'
import { allocation, effortMeasure, salesPipeline } from '../../testing/explainedForecasts.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainEffort } from '../explain.js'
import { allocateEffort, type EffortAllocation, type StageEffort } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

const sentencesOf = (result: EffortAllocation): readonly string[] => explainEffort(result, salesPipeline).sentences

describe('explainEffort', () => {
  it('says what hours bring, which stage gets how many and why, and what one more would bring', () => {
    expect(sentencesOf(allocation)).toEqual([
      'Divided as follows, 40 h of work on "Sales" can be expected to bring 8400 EUR.',
      '"Negotiating" gets 24 h: an hour of work there brings 250 EUR. Deals worked on in that time: 4, of which 75% are won in the end; that brings 6000 EUR.',
      '"Negotiating" can take no more than 24 h: there are no more deals to work on.',
      '"Quoted" gets 16 h: an hour of work there brings 150 EUR. Deals worked on in that time: 3.2, of which 37.5% are won in the end; that brings 2400 EUR.',
      'One more hour would go to "Quoted" and bring 150 EUR.',
      'Deals that are worked on are taken to be won as often as those decided up to 2024-03-31, and deals that are not worked on are taken to bring nothing.',
    ])
    expect(explainEffort(allocation, salesPipeline, zhCN).sentences).toEqual([
      '在“销售”上投入 40 小时，按以下方式分配，预计可带来 8400 EUR。',
      '“谈判中”分得 24 小时：在此每投入一小时可带来 250 EUR。其间可跟进商机 4 个，最终赢单率为 75%，预计带来 6000 EUR。',
      '“谈判中”最多只能用 24 小时：没有更多商机可供跟进。',
      '“已报价”分得 16 小时：在此每投入一小时可带来 150 EUR。其间可跟进商机 3.2 个，最终赢单率为 37.5%，预计带来 2400 EUR。',
      '如再有一小时，应用于“已报价”，可带来 150 EUR。',
      '以上假定：所跟进商机的赢单率与截至 2024-03-31 已有结果的商机相同，未跟进的商机不带来收益。',
    ])
  })

  it('says which stages get none, and why; and which hours are left', () => {
    const costs = [
      { stage: 'quoted', hoursPerDeal: 3 },
      { stage: 'negotiating', hoursPerDeal: 6 },
      { stage: 'pilot', hoursPerDeal: 1 },
    ]
    const stages = [
      { stage: 'quoted', entered: 20, advanced: 8, lost: 8, open: 4 },
      { stage: 'negotiating', entered: 8, advanced: 0, lost: 0, open: 8 },
      { stage: 'pilot', entered: 0, advanced: 0, lost: 0, open: 0 },
    ]
    const undecided = allocateEffort({ ...effortMeasure, stages }, { hours: 10, costs, values: 1 })
    expect(sentencesOf(undecided).slice(0, 6)).toEqual([
      'It is not known what 10 h of work on "Sales" bring.',
      '"Quoted" gets no time: no deal of it, or of a stage after it, is decided yet, so that nobody knows what work there brings.',
      '"Negotiating" gets no time: no deal of it, or of a stage after it, is decided yet, so that nobody knows what work there brings.',
      '"pilot" gets no time: no deal of it, or of a stage after it, is decided yet, so that nobody knows what work there brings.',
      'Left over, because no stage is known to make use of it: 10 h.',
      'No stage is known to make use of one more hour.',
    ])
    expect(explainEffort(undecided, salesPipeline, zhCN).sentences[0]).toBe('在“销售”上投入 10 小时能带来多少，无从判断。')
    const values = { quoted: 0, negotiating: 7, pilot: '0.5' }
    expect(sentencesOf(allocateEffort(effortMeasure, { hours: 7.5, costs, values })).slice(0, 4)).toEqual([
      'Divided as follows, 7.5 h of work on "Sales" can be expected to bring 6.56.',
      '"Negotiating" gets 7.5 h: an hour of work there brings 0.88. Deals worked on in that time: 1.25, of which 75% are won in the end; that brings 6.56.',
      '"pilot" gets no time: an hour there brings 0.50, less than where the hours went.',
      '"Quoted" gets no time: work there brings nothing.',
    ])
  })

  it('says that a stage without hours brings as much only where it does', () => {
    const values = { quoted: 2000, negotiating: 1200 }
    const costs = [
      { stage: 'quoted', hoursPerDeal: 5 },
      { stage: 'negotiating', hoursPerDeal: 6 },
    ]
    expect(sentencesOf(allocateEffort(effortMeasure, { hours: 8, costs, values }))[2]).toBe(
      '"Quoted" gets no time: an hour there brings 150, no more than where the hours went.',
    )
    expect(explainEffort(allocateEffort(effortMeasure, { hours: 8, costs, values: 2000 }), salesPipeline, zhCN).sentences[2]).toBe(
      '“已报价”不分配时间：在此每投入一小时可带来 150，低于已分配时间的阶段。',
    )
  })

  it('says of no hours what one would bring, and that all that is known brings nothing', () => {
    const costs = ['quoted', 'negotiating', 'pilot'].map((stage) => ({ stage, hoursPerDeal: 6 }))
    expect(sentencesOf(allocateEffort(effortMeasure, { hours: 0, costs, values: 2000 })).slice(0, 4)).toEqual([
      'There are no hours of work on "Sales" to divide.',
      'An hour of work in "Negotiating" would bring 250.',
      'An hour of work in "Quoted" would bring 125.',
      'One more hour would go to "pilot" and bring 333.33.',
    ])
    expect(sentencesOf(allocateEffort(effortMeasure, { hours: 5, costs, values: 0 })).slice(0, 2)).toEqual([
      '5 h of work on "Sales" cannot be expected to bring anything, whichever of the given stages it goes to.',
      '"Quoted" gets no time: work there brings nothing.',
    ])
  })

  it('refuses what is not as stated', () => {
    const check = (change: object): unknown => issuesOf(() => explainEffort({ ...allocation, ...change }, salesPipeline))
    const changed = (more: Partial<StageEffort>): object => ({
      stages: allocation.stages.map((stage, index) => (index === 0 ? { ...stage, ...more } : stage)),
    })
    expect(check({ hours: 41 })).toEqual([['sum-differs', ['allocation', 'stages']]])
    expect(check({ expectedValue: 8401 })).toEqual([['outdated-input', ['allocation', 'expectedValue']]])
    expect(check({ stages: [...allocation.stages].reverse() })).toEqual([['outdated-input', ['allocation', 'stages']]])
    expect(check({ nextHour: { stage: 'pilot', value: 1 } })).toEqual([['outdated-input', ['allocation', 'nextHour', 'stage']]])
    expect(check(changed({ stage: 'x' }))).toContainEqual(['outdated-input', ['allocation', 'stages', 0, 'stage']])
    expect(check(changed({ stage: 'negotiating' }))).toContainEqual(['duplicate', ['allocation', 'stages', 1, 'stage']])
    expect(check(changed({ marginal: null }))).toEqual([['wrong-type', ['allocation', 'stages', 0, 'marginal']]])
    expect(check(changed({ winRate: null }))).toContainEqual(['outdated-input', ['allocation', 'stages', 0, 'marginal']])
    expect(check(changed({ capacityHours: 15 }))).toEqual([['too-large', ['allocation', 'stages', 0, 'hours']]])
    expect(check({ reasons: [{ code: 'brings-nothing', params: { stage: 'pilot' } }] })).toEqual([
      ['outdated-input', ['allocation', 'reasons', 0, 'params', 'stage']],
    ])
    expect(issuesOf(() => explainEffort(allocation, { ...salesPipeline, version: 4 }))).toEqual([['other-policy', ['allocation', 'policies']]])
  })
})
