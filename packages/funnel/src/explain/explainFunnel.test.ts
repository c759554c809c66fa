import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { opportunityMeasure } from '../../testing/explainedResults.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { logs, options, pipeline, wayOf } from '../../testing/stageLogs.js'
import { explainFunnel } from '../explain.js'
import { type FunnelDiagnosis, type FunnelOptions, measureFunnel, type StageChange } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { opportunityPipeline } from '../templates.js'

const asOf = '2024-03-31'
const sentencesOf = (log: readonly StageChange[], more: Partial<FunnelOptions> = {}) =>
  explainFunnel(measureFunnel(log, pipeline, { asOf, ...more }), pipeline).sentences

/** Known answer 10 as a log: eight deals, days and outcome. */
const days: readonly (readonly [days: number, outcome: 'won' | 'lost' | 'open'])[] = [
  [10, 'won'],
  [20, 'lost'],
  [20, 'open'],
  [30, 'won'],
  [40, 'lost'],
  [50, 'open'],
  [60, 'open'],
  [60, 'won'],
]
const eightDeals = days.flatMap(([length, outcome], index): StageChange[] => {
  const before = (count: number): string => new Date(Date.UTC(2024, 2, 31 - count)).toISOString().slice(0, 10)
  const entering = { deal: index, at: before(length), to: 'lead' }
  return outcome === 'open' ? [entering] : [entering, { deal: index, at: asOf, to: outcome }]
})

describe('explainFunnel', () => {
  it('tells the four win rates of the eight deals of known answer 10 apart (R survival): .375, .60 and .50, and of .225 nobody can tell', () => {
    expect(sentencesOf(eightDeals).slice(0, 7)).toEqual([
      'Deals in "sales" up to 2024-03-31: 8; won: 3; lost: 2; open: 3.',
      'Of all deals that entered, 37.5% are won (3 of 8).',
      'Deals still open: 3. That share counts them as if they had failed: if all of them were lost, it would stay as it is, and if all of them were won, it would be 75%.',
      'Of the deals that are won or lost, 60% are won (3 of 5): open ones are left out, as if they would end like the others.',
      'With a confidence of 95%, the share of the deals that are won or lost lies between 23.07% and 88.24% (Wilson interval).',
      'In the end, 50% are won as far as can be told: open deals count for as long as they were watched, and lost ones as lost. Of 22.5% nobody can tell, because no deal was watched for longer than 60 days.',
      'These three shares must not be mixed up: they differ by what they make of open deals.',
    ])
  })

  it('says of a measure with groups and cohorts all that is to be known of it', () => {
    expect(explainFunnel(opportunityMeasure, opportunityPipeline).sentences).toEqual([
      'Deals in "Opportunity pipeline" up to 2024-03-31: 7; won: 1; lost: 3; open: 3.',
      'Of all deals that entered, 14.29% are won (1 of 7).',
      'Deals still open: 3. That share counts them as if they had failed: if all of them were lost, it would stay as it is, and if all of them were won, it would be 57.14%.',
      'Of the deals that are won or lost, 25% are won (1 of 4): open ones are left out, as if they would end like the others.',
      'With a confidence of 95%, the share of the deals that are won or lost lies between 4.56% and 69.94% (Wilson interval).',
      'In the end, 21.43% are won as far as can be told: open deals count for as long as they were watched, and lost ones as lost. Of 21.43% nobody can tell, because no deal was watched for longer than 52 days.',
      'These three shares must not be mixed up: they differ by what they make of open deals.',
      'Lost deals, by the furthest stage that they came to: proposal and quote 2 (66.67%), need confirmed 1 (33.33%).',
      'Lost deals, by reason: price 2 (66.67%), weather 1 (33.33%).',
      'The commonest kind of loss: proposal and quote, price (2 of 3, worth 200.00 CNY, 50.00 EUR).',
      'Won deals are worth 100.00 CNY.',
      'Lost deals were worth 200.00 CNY, 100.00 EUR.',
      'Open deals are worth 50.00 EUR, 70 (no currency stated).',
      'Amounts in several currencies are not added up without rates.',
      'From entering to being won: 32 days on average, half of the deals up to 32 days.',
      'From entering to being lost: 32.67 days on average, half of the deals up to 43 days.',
      'Since open deals entered: 32.67 days on average, half of the deals up to 23 days.',
      'Deals stay longest at "proposal and quote": half of them up to 31 days; of those that got on, up to 20 days, of those that were lost, up to 37 days.',
      'Came to "need confirmed" or beyond: 7; got on: 5; lost: 1; open: 1. Of these, passed it without ever standing in it: 2. Stand in it now: 2. Of those that came, 71.43% got on; of those that are decided, 83.33%; in the end, 71.43%, and of 14.29% nobody can tell.',
      'Came to "proposal and quote" or beyond: 5; got on: 2; lost: 2; open: 1. Of these, passed it without ever standing in it: 1. Of those that came, 40% got on; of those that are decided, 50%; in the end, 46.67%, and of 0% nobody can tell.',
      'Came to "contract negotiation" or beyond: 2; got on: 1; lost: 0; open: 1. Stand in it now: 0. Of those that came, 50% got on; of those that are decided, 100%; in the end, 50%, and of 50% nobody can tell.',
      'Came to "signed and paid" or beyond: 1; got on: 1; lost: 0; open: 0. Of those that came, 100% got on.',
      'Won of the deals that are won or lost, by region, the highest share first: "East" 50% (1 of 2), "West" 0% (0 of 1), deals that state no region 0% (0 of 1).',
      'The highest share is that of "East" 50% (1 of 2), the lowest that of deals that state no region 0% (0 of 1): the difference may be chance, as their 95% intervals overlap (9.45% to 90.55%; 0% to 79.35%).',
      'Groups of which no deal is won or lost yet: "North".',
      'Entered from 2024-01-01 to 2024-01-31: 3; won of them 33.33%, and none is open.',
      'Entered from 2024-02-01 to 2024-02-29: 2; won of all of them 0%, of those that are won or lost 0%, in the end 0%, and of 50% nobody can tell. This cohort is not mature: slow deals of it are not decided yet, and its shares are not to be compared with those of others.',
      'Entered from 2024-03-01 to 2024-03-31: 2; none of them is won or lost yet. This cohort is not mature: slow deals of it are not decided yet, and its shares are not to be compared with those of others.',
      'Changes after 2024-03-31, which are in no figure: 1.',
      'Deals that are still open, by which every share of entered deals may yet grow: 3.',
      'Deals that passed a stage without entering it: 3.',
      'Deals that went back to an earlier stage, and count by the furthest: 1.',
      'Deals that were opened again, and count once, by how they stand last: 1.',
      'Lost deals with a reason that the pipeline does not have: 1.',
      'Deals that state no amount, and are in no sum: 1.',
      'Deals with an amount in no currency: 1.',
      'Deals that state no region: 1.',
    ])
    expect(explainFunnel(opportunityMeasure, opportunityPipeline, zhCN).sentences).toEqual([
      '截至 2024-03-31，“商机销售流程”的商机共 7 个：赢单 1 个；丢单 3 个；未结 3 个。',
      '按全部进入的商机计，赢单率为 14.29%（7 个中的 1 个）。',
      '尚有未结商机 3 个，上述比率视其为未成：若全部丢单，比率不变；若全部赢单，比率为 57.14%。',
      '按已结（赢单或丢单）的商机计，赢单率为 25%（4 个中的 1 个）：未结商机不计，等于假定其结果与已结商机相同。',
      '在 95% 的置信度下，已结商机的赢单率介于 4.56% 与 69.94% 之间（威尔逊区间）。',
      '就目前所知，最终赢单率为 21.43%：未结商机按已观察的时长计入，丢单计为丢单。另有 21.43% 无从判断，因为没有商机的观察时长超过 52 天。',
      '以上三种比率不可混用，差别在于如何看待未结商机。',
      '丢单按所到达的最远阶段：方案报价 2 个（66.67%）、需求确认 1 个（33.33%）。',
      '丢单按原因：价格 2 个（66.67%）、weather 1 个（33.33%）。',
      '最常见的丢单情形：方案报价，价格（3 个中的 2 个，金额 200.00 CNY、50.00 EUR）。',
      '赢单金额：100.00 CNY。',
      '丢单金额：200.00 CNY、100.00 EUR。',
      '未结金额：50.00 EUR、70（未注明币种）。',
      '没有汇率时，不同币种的金额不予合计。',
      '由进入到赢单：平均 32 天，半数商机不超过 32 天。',
      '由进入到丢单：平均 32.67 天，半数商机不超过 43 天。',
      '未结商机进入至今：平均 32.67 天，半数商机不超过 23 天。',
      '停留最久的阶段为“方案报价”：半数商机不超过 31 天；其中继续推进的，半数不超过 20 天；丢单的，半数不超过 37 天。',
      '“需求确认”：到达（含越过）7 个；推进 5 个；丢单 1 个；未结 1 个。到达的商机中，只是越过的有 2 个。目前处于该阶段 2 个。推进率按到达计为 71.43%，按已有结果计为 83.33%，最终为 71.43%，另有 14.29% 无从判断。',
      '“方案报价”：到达（含越过）5 个；推进 2 个；丢单 2 个；未结 1 个。到达的商机中，只是越过的有 1 个。推进率按到达计为 40%，按已有结果计为 50%，最终为 46.67%，另有 0% 无从判断。',
      '“合同谈判”：到达（含越过）2 个；推进 1 个；丢单 0 个；未结 1 个。目前处于该阶段 0 个。推进率按到达计为 50%，按已有结果计为 100%，最终为 50%，另有 50% 无从判断。',
      '“签约付款”：到达（含越过）1 个；推进 1 个；丢单 0 个；未结 0 个。推进率为 100%。',
      '按 region 分组的已结商机赢单率（由高到低）：“East”（50%，2 个中的 1 个）、“West”（0%，1 个中的 0 个）、未注明 region 的商机（0%，1 个中的 0 个）。',
      '最高的是“East”（50%，2 个中的 1 个），最低的是未注明 region 的商机（0%，1 个中的 0 个）：两者 95% 的置信区间重叠（9.45% 至 90.55%；0% 至 79.35%），差别可能出于偶然。',
      '尚无赢单或丢单商机的组：“North”。',
      '2024-01-01 至 2024-01-31 进入的商机：3 个；赢单率为 33.33%，没有未结。',
      '2024-02-01 至 2024-02-29 进入的商机：2 个；赢单率按进入计为 0%，按已结计为 0%，最终为 0%，另有 50% 无从判断。这一批尚未成熟：其中较慢的商机尚无结果，比率不宜与其他批次比较。',
      '2024-03-01 至 2024-03-31 进入的商机：2 个；尚无赢单或丢单。这一批尚未成熟：其中较慢的商机尚无结果，比率不宜与其他批次比较。',
      '2024-03-31 之后、未计入的变更：1 条。',
      '尚未结束的商机：3 个；按进入计的各项比率日后仍可能上升。',
      '跳过阶段的商机：3 个。',
      '退回过先前阶段、按最远阶段计的商机：1 个。',
      '重新打开过、按最后的状态只计一次的商机：1 个。',
      '所注明的原因不在丢单原因之列的丢单：1 个。',
      '没有金额、未计入金额合计的商机：1 个。',
      '金额未注明币种的商机：1 个。',
      '未注明 region 的商机：1 个。',
    ])
  })

  it('says that the shares are the same where no deal is open', () => {
    const won = wayOf('A', ['2024-03-01', 'lead'], ['2024-03-11', 'won'])
    expect(sentencesOf(won).slice(0, 4)).toEqual([
      'Deals in "sales" up to 2024-03-31: 1; won: 1; lost: 0; open: 0.',
      'Of all deals that entered, 100% are won (1 of 1).',
      'No deal is open: of the deals that are won or lost, and in the end, the share is the same.',
      'With a confidence of 95%, the share of the deals that are won or lost lies between 20.65% and 100% (Wilson interval).',
    ])
  })

  it('says that nothing is left to be decided, where open deals were watched for less long than all others took', () => {
    const log = [...wayOf('A', ['2024-03-01', 'lead'], ['2024-03-31', 'won']), ...wayOf('B', ['2024-03-21', 'lead'])]
    expect(sentencesOf(log)).toContain(
      'In the end, 100% are won: open deals count for as long as they were watched, and lost ones as lost; nothing is left to be decided after 30 days.',
    )
  })

  it('names the commonest loss, with what it was worth if that is known, and none where two are as common', () => {
    const losses = (...reasons: readonly (string | undefined)[]) =>
      sentencesOf(reasons.flatMap((reason, index) => wayOf(`D${index}`, ['2024-03-01', 'lead'], ['2024-03-05', 'lost', { reason }])))
    const commonest = (sentences: readonly string[]) => sentences.filter((sentence) => sentence.startsWith('The commonest'))
    expect(commonest(losses('price', 'price', undefined))).toEqual(['The commonest kind of loss: lead, price (2 of 3).'])
    expect(commonest(losses('price', undefined))).toEqual([])
    expect(commonest(losses('price'))).toEqual([])
    expect(losses(undefined, 'timing', undefined)).toContain('Lost deals, by reason: no reason stated 2 (66.67%), Timing 1 (33.33%).')
    expect(sentencesOf(wayOf('A', ['2024-03-01', 'lost']))).toContain(
      'Lost deals, by the furthest stage that they came to: before any stage 1 (100%).',
    )
  })

  it('names all stages where deals stay as long as anywhere, and none where only one tells, or none longer than no day', () => {
    const slowest = (log: readonly StageChange[]) => sentencesOf(log).filter((sentence) => sentence.startsWith('Deals stay longest'))
    const way = wayOf('A', ['2024-03-01', 'lead'], ['2024-03-11', 'quoted'], ['2024-03-21', 'won'])
    expect(slowest(way)).toEqual(['Deals stay longest at "lead", "quoted": half of them up to 10 days.'])
    expect(slowest(way.slice(0, 2))).toEqual([])
    expect(slowest(way.map((change) => ({ ...change, at: '2024-03-01' })))).toEqual([])
  })

  it('says of groups that do not overlap that they do not', () => {
    const log = Array.from({ length: 20 }, (_, index) => {
      const region = index < 10 ? 'east' : 'west'
      return wayOf(`D${index}`, ['2024-03-01', 'lead', { attributes: { region } }], ['2024-03-11', index < 10 ? 'won' : 'lost'])
    }).flat()
    expect(sentencesOf(log, { by: 'region' })).toContain(
      'The highest share is that of "east" 100% (10 of 10), the lowest that of "west" 0% (0 of 10): their 95% intervals do not overlap (72.25% to 100%; 0% to 27.75%).',
    )
    const alike = sentencesOf(log.slice(0, 20), { by: 'region' })
    expect(alike).toContain('Won of the deals that are won or lost, by region, the highest share first: "east" 100% (10 of 10).')
    expect(alike.filter((sentence) => sentence.startsWith('The highest'))).toEqual([])
  })

  it('tells the latest twelve cohorts, and how many others there are', () => {
    const log = Array.from({ length: 15 }, (_, day) => wayOf(`D${day}`, [`2024-03-${day + 10}`, 'lead'])).flat()
    const sentences = sentencesOf(log, { cohorts: { by: 'day' } })
    const told = sentences.filter((sentence) => sentence.startsWith('Entered from'))
    expect(told).toHaveLength(12)
    expect(told[0]).toContain('2024-03-13')
    expect(sentences).toContain('Earlier cohorts that are not listed here: 3.')
  })

  it('says everything that is to be borne in mind', () => {
    const codes: readonly FunnelDiagnosis['code'][] = ['entered-otherwise', 'lost-without-stage', 'without-reason', 'rejected']
    const measure = { ...opportunityMeasure, diagnoses: codes.map((code, index) => ({ code, params: { count: index + 1 } })) }
    expect(explainFunnel(measure, opportunityPipeline).sentences.slice(-4)).toEqual([
      'Deals that entered at another time, and are in no figure: 1.',
      'Deals that were lost without ever being in a stage: 2.',
      'Lost deals that state no reason: 3.',
      'Changes that were rejected, and are in no figure: 4. Their deals are told by what is left of them, if anything is.',
    ])
  })

  it('refuses what another pipeline made, and figures that disagree', () => {
    const issues = (change: object, by: unknown = opportunityPipeline) =>
      issuesOf(() => explainFunnel({ ...opportunityMeasure, ...change } as never, by as never))
    expect(issues({}, { ...opportunityPipeline, version: '2' })).toEqual([['other-policy', ['measure', 'policies']]])
    expect(issues({}, { ...opportunityPipeline, stages: opportunityPipeline.stages.slice(1) })).toContainEqual([
      'outdated-input',
      ['measure', 'stages'],
    ])
    expect(issues({ entered: 8 })).toContainEqual(['outdated-input', ['measure', 'entered']])
    expect(issuesOf(() => explainFunnel(null as never, null as never))).toEqual([
      ['wrong-type', ['pipeline']],
      ['wrong-type', ['measure']],
    ])
  })

  it('has nothing in it that is no word, whatever the log', () => {
    const counts = { sentences: 0, groups: 0, cohorts: 0 }
    fc.assert(
      fc.property(logs(), options(), (log, given) => {
        const result = measureFunnel(log, pipeline, given)
        counts.groups += result.groups?.length ?? 0
        counts.cohorts += result.cohorts?.length ?? 0
        for (const locale of [undefined, zhCN]) {
          for (const sentence of explainFunnel(result, pipeline, locale).sentences) {
            expect(sentence).not.toMatch(/[{}]|undefined|NaN|\[object| {2}|^$|[\r\n]/)
            counts.sentences += 1
          }
        }
      }),
      { numRuns: 60, seed: 11 },
    )
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(20)
  })
})
