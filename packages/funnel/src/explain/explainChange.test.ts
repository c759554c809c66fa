import { describe, expect, it } from 'vitest'
import { everyChange, groupsOf } from '../../testing/everySale.js'
import { change, groupedChange, rateChange, shortfall } from '../../testing/explainedSales.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainChange } from '../explain.js'
import { type ChangeDecomposition, decomposeChange, type SalesPeriod } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

const firstOf = (before: SalesPeriod, after: SalesPeriod, locale?: typeof zhCN): string | undefined =>
  explainChange(decomposeChange({ before, after }), locale).sentences[0]

describe('explainChange', () => {
  it('says who is short by how much, and why: "East is 200,000 short: 60 % fewer leads, 40 % slower"', () => {
    expect(explainChange(shortfall).sentences).toEqual([
      'East is 200000 CNY short: 60% fewer leads, 40% slower.',
      'Before: 263157.89 CNY; after: 63157.89 CNY.',
      'Due to the number of leads (200 before, 80 after): −126315.79 CNY.',
      'Due to how long a deal takes (57 days before, 95 days after): −73684.21 CNY.',
      'Due to the win rate (25% before, 25% after): 0 CNY.',
      'Due to what a won deal is worth (300000 CNY before, 300000 CNY after): 0 CNY.',
    ])
    expect(explainChange(shortfall, zhCN).sentences.slice(0, 4)).toEqual([
      '华东销售额少 200000 CNY：线索少 60%、成交慢 40%。',
      '此前 263157.89 CNY；此后 63157.89 CNY。',
      '因线索数（此前 200，此后 80）：−126315.79 CNY。',
      '因成交周期（此前 57 天，此后 95 天）：−73684.21 CNY。',
    ])
  })

  it('tells what worked against it apart (known answer 17)', () => {
    expect(explainChange(change).sentences).toEqual([
      'Sales are 200 short: 25% lower win rate, partly offset by 20% more leads, 10% larger deals.',
      'Before: 20000; after: 19800.',
      'Due to the win rate (20% before, 15% after): −5783.33.',
      'Due to the number of leads (100 before, 120 after): +3666.67.',
      'Due to what a won deal is worth (1000 before, 1100 after): +1916.67.',
    ])
    expect(explainChange(change, zhCN).sentences.slice(0, 3)).toEqual([
      '销售额少 200：赢单率低 25%，部分为线索多 20%、单均金额高 10%所抵消。',
      '此前 20000；此后 19800。',
      '因赢单率（此前 20%，此后 15%）：−5783.33。',
    ])
  })

  it('says that both channels improved while the total fell (known answer 18)', () => {
    expect(explainChange(rateChange).sentences).toEqual([
      'The conversion rate is 21.03 percentage points lower: a poorer mix of groups.',
      'Before: 46.36%; after: 25.33%.',
      'Due to the mix of groups: −23.03 percentage points.',
      'Due to the rates within groups: +2 percentage points.',
      'Within groups, all in all, conversion rose: the rate of the whole fell only because groups that convert less make up more of it.',
      'Due to "ads": −13.55 percentage points of the conversion rate; −14.31 by its share (9.09% before, 66.67% after), +0.76 by its own rate (10% before, 12% after).',
      'Due to "web": −7.48 percentage points of the conversion rate; −8.72 by its share (90.91% before, 33.33% after), +1.24 by its own rate (50% before, 52% after).',
    ])
    expect(explainChange(rateChange, zhCN).sentences).toEqual([
      '转化率低 21.03 个百分点：各组构成变差。',
      '此前 46.36%；此后 25.33%。',
      '因各组构成：−23.03 个百分点。',
      '因各组自身转化率：+2 个百分点。',
      '各组自身的转化率总体上升：整体转化率下降，只是因为转化率较低的组占比增加。',
      '“ads”：转化率 −13.55 个百分点；占比由 9.09% 变为 66.67%，影响 −14.31；自身转化率由 10% 变为 12%，影响 +0.76。',
      '“web”：转化率 −7.48 个百分点；占比由 90.91% 变为 33.33%，影响 −8.72；自身转化率由 50% 变为 52%，影响 +1.24。',
    ])
  })

  it('tells groups that are new or gone as such, and those of no group without quotes', () => {
    const { sentences } = explainChange(groupedChange)
    expect(sentences[0]).toBe(
      'Sales are 195.83 EUR short: a poorer mix of groups, 10% smaller deals, partly offset by 35.65% more leads, 25% faster.',
    )
    expect(sentences.slice(-2)).toEqual([
      'Due to "fairs": +0.68 percentage points of the conversion rate; gone, with a share before of 4.35% and a rate of 20%.',
      'Due to those of no group: +0.55 percentage points of the conversion rate; new, with a share of 3.85% and a rate of 50%.',
    ])
    expect(explainChange(groupedChange, zhCN).sentences.slice(-2)).toEqual([
      '“fairs”：转化率 +0.68 个百分点；此前占比 4.35%，转化率 20%，此后没有。',
      '未分组者：转化率 +0.55 个百分点；此前没有，此后占比 3.85%，转化率 50%。',
    ])
  })

  it('tells the ten groups that matter most, and how many more there are', () => {
    const said = explainChange(everyChange.at(-1) as ChangeDecomposition).sentences
    expect(said.filter((sentence) => sentence.startsWith('Due to "g'))).toHaveLength(10)
    expect(said.at(-1)).toBe('Groups that are not listed here: 2.')
  })

  it('says that nothing changed, or that what did was offset', () => {
    const usual = { deals: 100, winRate: '0.2', averageValue: 1000 }
    expect(firstOf(usual, usual)).toBe('Sales are unchanged at 20000.')
    expect(firstOf(usual, { ...usual, deals: 200, averageValue: 500 })).toBe(
      'Sales are unchanged at 20000: 100% more leads, offset by 50% smaller deals.',
    )
    expect(firstOf(usual, { ...usual, deals: 200, averageValue: 500 }, zhCN)).toBe('销售额持平，为 20000：线索多 100%，为单均金额低 50%所抵消。')
    expect(explainChange(decomposeChange({ before: usual, after: usual })).sentences[1]).toBe(
      'Due to the number of leads (100 before, 100 after): 0.',
    )
  })

  it('names no factor that makes up less than a tenth of the greatest, and no share of what was nothing', () => {
    const usual = { deals: 100, winRate: '0.2', averageValue: 1000 }
    expect(firstOf(usual, { ...usual, deals: 200, winRate: '0.201' })).toBe('Sales are 20200 ahead: 100% more leads.')
    expect(firstOf({ ...usual, deals: 0 }, usual)).toBe('Sales are 20000 ahead: more leads.')
    expect(firstOf({ ...usual, deals: 0 }, usual, zhCN)).toBe('销售额多 20000：线索增多。')
  })

  it('says a rise and one percentage point, and does not tell almost nothing as nothing', () => {
    expect(firstOf(groupsOf([100, 50]), groupsOf([100, 51]))).toBe('The conversion rate is 1 percentage point higher: higher rates within groups.')
    const usual = { deals: 1, winRate: 1, averageValue: 1000 }
    const told = explainChange(decomposeChange({ before: usual, after: { ...usual, averageValue: '999.999' } }, { currency: 'EUR' })).sentences
    expect(told[0]).toBe('Sales are <0.01 EUR short: <0.01% smaller deals.')
    expect(told[2]).toBe('Due to what a won deal is worth (1000 EUR before, 1000 EUR after): >−0.01 EUR.')
  })
})

describe('checks of a change', () => {
  const issues = (of: ChangeDecomposition, more: object) => issuesOf(() => explainChange({ ...of, ...more }))
  const withPart = (of: ChangeDecomposition, index: number, more: object) =>
    issues(of, { parts: of.parts.map((part, place) => (place === index ? { ...part, ...more } : part)) })

  it('refuse sums that disagree', () => {
    expect(issues(change, { difference: -199 })).toEqual([
      ['sum-differs', ['change', 'parts']],
      ['outdated-input', ['change', 'difference']],
    ])
    expect(issues(change, { after: 19801 })).toEqual([['outdated-input', ['change', 'difference']]])
    expect(withPart(change, 0, { amount: 1 })).toEqual([['sum-differs', ['change', 'parts']]])
    expect(issues(rateChange, { groups: [] })).toContainEqual(['outdated-input', ['change', 'groups']])
    const [first, ...others] = rateChange.groups ?? []
    expect(issues(rateChange, { groups: [{ ...first, contribution: 0 }, ...others] })).toContainEqual([
      'outdated-input',
      ['change', 'groups', 0, 'contribution'],
    ])
    expect(issues(rateChange, { groups: [first, first] })).toContainEqual(['duplicate', ['change', 'groups', 1, 'group']])
  })

  it('refuse parts that are not all there, or in another order', () => {
    const path = ['change', 'parts']
    expect(issues(change, { parts: [] })).toContainEqual(['empty', path])
    expect(issues(change, { parts: change.parts.slice(1) })).toEqual([['outdated-input', path]])
    expect(issues(change, { parts: [...change.parts].reverse() })).toEqual([['outdated-input', path]])
    expect(issues(change, { of: 'rate' })).toEqual([['outdated-input', path]])
    expect(issues(rateChange, { groups: undefined })).toEqual([['outdated-input', path]])
    expect(issues(rateChange, { of: 'value' })).toEqual([['outdated-input', path]])
  })

  it('refuse factors that did not change so', () => {
    expect(withPart(change, 0, { change: -0.2 })).toEqual([['outdated-input', ['change', 'parts', 0, 'change']]])
    expect(withPart(change, 0, { change: null })).toEqual([['outdated-input', ['change', 'parts', 0, 'change']]])
    expect(withPart(change, 0, { before: null })).toEqual([['wrong-type', ['change', 'parts', 0, 'before']]])
    expect(withPart(change, 1, { before: 1.2 })).toEqual([['too-large', ['change', 'parts', 1, 'before']]])
    expect(withPart(shortfall, 3, { after: 0 })).toEqual([['not-above', ['change', 'parts', 3, 'after']]])
    expect(withPart(rateChange, 0, { before: 1 })).toEqual([['outdated-input', ['change', 'parts', 0, 'before']]])
    expect(withPart(rateChange, 1, { change: 1 })).toEqual([['outdated-input', ['change', 'parts', 1, 'change']]])
  })

  it('refuse what is of another kind', () => {
    expect(issues(change, { before: -1 })).toEqual([['too-small', ['change', 'before']]])
    expect(issues(change, { subject: 7 })).toEqual([['wrong-type', ['change', 'subject']]])
    expect(issues(change, { currency: undefined })).toEqual([['missing', ['change', 'currency']]])
    expect(issues(rateChange, { before: 1.5, after: 1.5 - 0.21030303030303032 })).toContainEqual(['too-large', ['change', 'before']])
    expect(issuesOf(() => explainChange([] as never))).toEqual([['wrong-type', ['change']]])
  })
})
