import { describe, expect, it } from 'vitest'
import { everyComparison } from '../../testing/everySale.js'
import { comparison, quotePipeline } from '../../testing/explainedSales.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainComparison } from '../explain.js'
import type { ComparedGroup, GroupComparison } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

const sentencesOf = (index: number, locale?: typeof zhCN): readonly string[] =>
  explainComparison(everyComparison[index] as GroupComparison, quotePipeline, locale).sentences

describe('explainComparison', () => {
  it('says who is below the others, how many false alarms to expect, and who could not be compared', () => {
    expect(explainComparison(comparison, quotePipeline).sentences).toEqual([
      'Groups compared: 3; below the others: 1; of these, significantly also after correction for so many comparisons (Holm): 1.',
      'Below the others: "East", where 25% of the decided deals get from "Quote" to "Negotiation" (5 of 20; 95% interval 11.19% to 46.87%), against 62.5% of all the others. Chance is unlikely to explain this: it alone makes a difference at least as improbable in 1.27% of cases.',
      'Were all groups alike, false alarms to be expected without correction: 0.15 at most.',
      'Significant also after correction for so many comparisons (Holm): "East".',
      'Not below the others: "North" (52.63%, 10 of 19), "West" (70%, 14 of 20).',
      'Not compared, because they have fewer decided deals than the 10 that were asked for: deals that state no region (1).',
      'In "Quotes" as of 2024-03-31; groups by region, each against all the others together.',
    ])
    expect(explainComparison(comparison, quotePipeline, zhCN).sentences).toEqual([
      '参与比较的组：3 个；低于其余各组的：1 个；其中按比较次数校正（霍尔姆法）后仍然显著的：1 个。',
      '低于其余各组：“East”，“报价”到“谈判”的转化率为 25%（已有结果的商机中 5/20；95% 置信区间 11.19% 至 46.87%），其余各组合计为 62.5%。这不大可能出于偶然：仅凭偶然出现至少同样罕见的差别，概率为 1.27%。',
      '若各组并无差别，不作校正时预期误报至多 0.15 个。',
      '按比较次数校正（霍尔姆法）后仍然显著的：“East”。',
      '不低于其余各组的：“North”（52.63%，10/19）、“West”（70%，14/20）。',
      '因已有结果的商机不足 10 个而未比较的：未注明 region 的商机（1 个）。',
      '以上为“报价流程”截至 2024-03-31 的情况；按 region 分组，每组与其余各组合计相比。',
    ])
  })

  it('says that a difference may be chance, and that none is below, or can be compared', () => {
    expect(sentencesOf(1).slice(0, 2)).toEqual([
      'Groups compared: 3; below the others: 1; of these, significantly also after correction for so many comparisons (Holm): 0.',
      'Below the others in how many of the decided deals are won, which chance may explain: "East" (15%, 3 of 20; others 30%; by chance alone in 34.31% of cases).',
    ])
    expect(sentencesOf(1, zhCN)[1]).toBe('赢单率低于其余各组，但可能出于偶然的：“East”（15%，3/20；其余各组 30%；仅凭偶然的概率为 34.31%）。')
    expect(sentencesOf(2)[1]).toContain('the decided deals get from "Quote" to being won, which chance may explain: "East"')
    expect(sentencesOf(2, zhCN)[1]).toMatch(/^“报价”到赢单的转化率低于其余各组，/)
    expect(sentencesOf(3)[0]).toBe('No group can be compared.')
    expect(sentencesOf(3, zhCN)[0]).toBe('没有可供比较的组。')
    expect(sentencesOf(5)).toEqual([
      'No group is below the others.',
      'Not below the others: "A" (100%, 3 of 3), "B" (100%, 9 of 9).',
      'In "Quotes" as of 2024-03-31; groups by region, each against all the others together.',
    ])
    expect(sentencesOf(5, zhCN)[0]).toBe('没有低于其余各组的组。')
  })

  it('says it where the others are too few', () => {
    expect(sentencesOf(4).slice(1, 3)).toEqual([
      'Not compared, because they have fewer decided deals than the 2 that were asked for: "A" (1).',
      'Not compared, because all the others together have fewer decided deals than the 2 that were asked for: "B" (9).',
    ])
    expect(sentencesOf(4, zhCN).slice(1, 3)).toEqual([
      '因已有结果的商机不足 2 个而未比较的：“A”（1 个）。',
      '因其余各组合计已有结果的商机不足 2 个而未比较的：“B”（9 个）。',
    ])
  })

  it('tells ten significant groups first, then all others on one line', () => {
    const significant = sentencesOf(8)
    expect(significant[0]).toMatch(/^Groups compared: 12; below the others: 11; .*: 11\.$/)
    expect(significant.filter((sentence) => sentence.startsWith('Below the others'))).toHaveLength(10)
    expect(significant).toContain('Groups significantly below the others that are not listed here: 1.')
    const insignificant = sentencesOf(6)
    expect(insignificant[0]).toMatch(/^Groups compared: 12; below the others: 11; .*: 0\.$/)
    expect(insignificant[1]).toMatch(/^Below the others in .*, which chance may explain: "R1" \(50%, 2 of 4; .*"R9" \(50%, .*\)\.$/)
    expect(insignificant.filter((sentence) => sentence.startsWith('Below the others'))).toHaveLength(1)
  })

  it('says that none outlasts so many comparisons', () => {
    expect(sentencesOf(7)[0]).toMatch(/\(Holm\): 0\.$/)
    expect(sentencesOf(7)[1]).toMatch(
      /^Below the others: "A", where 40% .* Chance is unlikely to explain this: it alone makes a difference .* in 2\.43% of cases\.$/,
    )
    expect(sentencesOf(7).filter((sentence) => sentence.startsWith('Significant'))).toEqual([])
  })
})

describe('checks of a comparison', () => {
  const issues = (more: object, document: object = quotePipeline) =>
    issuesOf(() => explainComparison({ ...comparison, ...more }, document as typeof quotePipeline))
  const withGroup = (index: number, more: Partial<ComparedGroup>) =>
    issues({ compared: comparison.compared.map((group, place) => (place === index ? { ...group, ...more } : group)) })
  const path = ['comparison', 'compared', 0]

  it('refuse one of another pipeline, or of stages that it does not have', () => {
    expect(issues({}, { ...quotePipeline, version: 2 })).toEqual([['other-policy', ['comparison', 'policies']]])
    expect(issues({}, { ...quotePipeline, stages: [] })).toEqual([['empty', ['pipeline', 'stages']]])
    expect(issues({ transition: { from: 'talk', to: 'quote' } })).toEqual([['outdated-input', ['comparison', 'transition', 'to']]])
    expect(issues({ transition: { from: 'gone', to: 'won' } })).toEqual([['outdated-input', ['comparison', 'transition', 'from']]])
  })

  it('refuse samples that do not add up, and rates of others', () => {
    expect(withGroup(0, { othersSample: 41 })).toEqual([
      ['outdated-input', [...path, 'othersSample']],
      ['outdated-input', [...path, 'others']],
    ])
    expect(withGroup(0, { rate: 0.26 })).toContainEqual(['outdated-input', [...path, 'rate']])
    expect(withGroup(0, { others: 0.6 })).toEqual([['outdated-input', [...path, 'others']]])
    expect(withGroup(0, { interval: [0.1, 0.5] })).toContainEqual(['outdated-input', [...path, 'interval', 0]])
    expect(withGroup(0, { significant: false })).toEqual([['outdated-input', [...path, 'significant']]])
    expect(withGroup(0, { adjustedPValue: 0 })).toEqual([['too-small', [...path, 'adjustedPValue']]])
    expect(withGroup(1, { group: 'East' })).toContainEqual(['duplicate', ['comparison', 'compared', 1, 'group']])
    expect(issues({ minimumSample: 20 })).toContainEqual(['too-small', ['comparison', 'compared', 1, 'sample']])
    expect(issues({ minimumSample: 0 })).toEqual([['too-small', ['comparison', 'minimumSample']]])
  })

  it('refuse groups that could have been compared, and reasons that are none', () => {
    const [small] = comparison.insufficient
    const place = ['comparison', 'insufficient', 0]
    expect(issues({ insufficient: [{ ...small, reason: 'others' }] })).toContainEqual(['outdated-input', [...place, 'reason']])
    expect(issues({ insufficient: [{ ...small, rate: null }] })).toContainEqual(['outdated-input', [...place, 'rate']])
    const few = everyComparison[4] as GroupComparison
    const large = issuesOf(() => explainComparison({ ...few, minimumSample: 1 }, quotePipeline))
    expect(large).toContainEqual(['outdated-input', [...place, 'reason']])
    expect(large).toContainEqual(['too-large', ['comparison', 'insufficient', 1, 'othersSample']])
  })

  it('refuse alerts that are none, are missing, or are in another order', () => {
    const [alert] = comparison.alerts
    expect(issues({ alerts: [] })).toEqual([['missing', ['comparison', 'alerts', 0]]])
    expect(issues({ alerts: [alert, alert] })).toContainEqual(['duplicate', ['comparison', 'alerts', 1, 'group']])
    expect(issues({ alerts: [{ ...alert, pValue: 0.5 }] })).toEqual([['outdated-input', ['comparison', 'alerts', 0, 'pValue']]])
    expect(issues({ alerts: [alert, { ...alert, group: 'Gone' }] })).toContainEqual(['outdated-input', ['comparison', 'alerts', 1, 'group']])
    expect(issues({ alerts: [alert, comparison.compared[2]] })).toContainEqual(['too-large', ['comparison', 'alerts', 1, 'rate']])
    const { alerts, compared, ...others } = everyComparison[6] as GroupComparison
    const last = alerts.at(-1) as ComparedGroup
    const significant = { ...last, significant: true, pValue: 0.01 }
    const replaced = (groups: readonly ComparedGroup[]) => groups.map((group) => (group.group === last.group ? significant : group))
    const late = { ...others, alerts: replaced(alerts), compared: replaced(compared) }
    expect(issuesOf(() => explainComparison(late, quotePipeline))).toEqual([['outdated-input', ['comparison', 'alerts', 10, 'significant']]])
  })
})
