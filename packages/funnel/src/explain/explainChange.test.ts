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
  it('says who is short by how much a day, and why: "East is 200,000 short: 60 % fewer leads, 40 % slower"', () => {
    expect(explainChange(shortfall).sentences).toEqual([
      'East is 200000 CNY a day short: 60% fewer leads, 40% slower.',
      'From 263157.89 CNY a day to 63157.89 CNY a day.',
      'Due to the number of leads (from 200 to 80): −126315.79 CNY a day.',
      'Due to how long a deal takes (from 57 days to 95 days): −73684.21 CNY a day.',
      'Unchanged: win rate 25%, value of a won deal 300000 CNY.',
    ])
    expect(explainChange(shortfall, zhCN).sentences).toEqual([
      '华东日均销售额减少 200000 CNY：线索数减少 60%、成交速度放慢 40%。',
      '由日均 263157.89 CNY 变为日均 63157.89 CNY。',
      '线索数由 200 变为 80，影响日均 −126315.79 CNY。',
      '销售周期由 57 天变为 95 天，影响日均 −73684.21 CNY。',
      '未变：赢单率 25%、客单价 300000 CNY。',
    ])
  })

  it('tells what worked against it apart (known answer 17)', () => {
    expect(explainChange(change).sentences).toEqual([
      'Sales are 200 short: win rate down from 20% to 15%, partly offset by 20% more leads, 10% larger deals.',
      'From 20000 to 19800.',
      'Due to the win rate (from 20% to 15%): −5783.33.',
      'Due to the number of leads (from 100 to 120): +3666.67.',
      'Due to what a won deal is worth (from 1000 to 1100): +1916.67.',
    ])
    expect(explainChange(change, zhCN).sentences).toEqual([
      '销售额减少 200：赢单率由 20% 降至 15%，但部分被线索数增加 20%、客单价提高 10% 抵消。',
      '由 20000 变为 19800。',
      '赢单率由 20% 变为 15%，影响 −5783.33。',
      '线索数由 100 变为 120，影响 +3666.67。',
      '客单价由 1000 变为 1100，影响 +1916.67。',
    ])
  })

  it('calls what is counted deals where it is deals', () => {
    const ofDeals = { ...change, counted: 'deals' } as const
    expect(explainChange(ofDeals).sentences[0]).toContain('partly offset by 20% more deals, 10% larger deals.')
    expect(explainChange(ofDeals).sentences[3]).toBe('Due to the number of deals (from 100 to 120): +3666.67.')
    expect(explainChange({ ...shortfall, counted: 'deals' }).sentences[0]).toBe('East is 200000 CNY a day short: 60% fewer deals, 40% slower.')
    expect(explainChange(ofDeals, zhCN).sentences[3]).toBe('商机数由 100 变为 120，影响 +3666.67。')
    const usual = { deals: 100, winRate: '0.2', averageValue: 1000 }
    const same = decomposeChange({ before: usual, after: usual }, { counted: 'deals' })
    expect(explainChange(same, zhCN).sentences.at(-1)).toBe('未变：商机数 100、赢单率 20%、客单价 1000。')
  })

  it('says that both channels improved while the total fell (known answer 18)', () => {
    expect(explainChange(rateChange).sentences).toEqual([
      'The conversion rate is 21.03 percentage points lower: a poorer mix of groups.',
      'From 46.36% to 25.33%.',
      'Due to the mix of groups: −23.03 percentage points.',
      'Due to the rates within groups: +2 percentage points.',
      'Within groups, all in all, conversion rose: the rate of the whole fell only because groups that convert less make up more of it.',
      'Due to "ads": −13.55 percentage points of the conversion rate; −14.31 by its share (from 9.09% to 66.67%), +0.76 by its own rate (from 10% to 12%).',
      'Due to "web": −7.48 percentage points of the conversion rate; −8.72 by its share (from 90.91% to 33.33%), +1.24 by its own rate (from 50% to 52%).',
    ])
    expect(explainChange(rateChange, zhCN).sentences).toEqual([
      '转化率下降 21.03 个百分点：各组构成变差。',
      '由 46.36% 变为 25.33%。',
      '各组构成变化，影响 −23.03 个百分点。',
      '各组自身转化率变化，影响 +2 个百分点。',
      '各组自身的转化率总体上升：整体转化率下降，只是因为转化率较低的组占比增加。',
      '“ads”：转化率 −13.55 个百分点；占比由 9.09% 变为 66.67%，影响 −14.31；自身转化率由 10% 变为 12%，影响 +0.76。',
      '“web”：转化率 −7.48 个百分点；占比由 90.91% 变为 33.33%，影响 −8.72；自身转化率由 50% 变为 52%，影响 +1.24。',
    ])
  })

  it('tells groups that are new or gone as such, and those of no group without quotes', () => {
    const { sentences } = explainChange(groupedChange)
    expect(sentences[0]).toBe(
      'Sales are 195.83 EUR a day short: a poorer mix of groups, 10% smaller deals, partly offset by 35.65% more leads, 25% faster.',
    )
    expect(sentences.slice(-2)).toEqual([
      'Due to "fairs": +0.68 percentage points of the conversion rate; gone: its share was 4.35%, its rate 20%.',
      'Due to those of no group: +0.55 percentage points of the conversion rate; new, with a share of 3.85% and a rate of 50%.',
    ])
    expect(explainChange(groupedChange, zhCN).sentences.slice(-2)).toEqual([
      '“fairs”：转化率 +0.68 个百分点；已不存在，原占比 4.35%，原转化率 20%。',
      '未分组者：转化率 +0.55 个百分点；新出现，占比 3.85%，转化率 50%。',
    ])
  })

  it('tells the ten groups that matter most, and how many more there are', () => {
    const said = explainChange(everyChange.at(-1) as ChangeDecomposition).sentences
    expect(said.filter((sentence) => sentence.startsWith('Due to "g'))).toHaveLength(10)
    expect(said.at(-1)).toBe('Groups that are not listed here: 2.')
  })

  it('says that nothing changed, or that what did was offset', () => {
    const usual = { deals: 100, winRate: '0.2', averageValue: 1000 }
    expect(explainChange(decomposeChange({ before: usual, after: usual })).sentences).toEqual([
      'Sales are unchanged at 20000.',
      'Unchanged: number of leads 100, win rate 20%, value of a won deal 1000.',
    ])
    const offset = { ...usual, deals: 200, averageValue: 500 }
    expect(firstOf(usual, offset)).toBe('Sales are unchanged at 20000: 100% more leads, offset by 50% smaller deals.')
    expect(firstOf(usual, offset, zhCN)).toBe('销售额持平，为 20000：线索数增加 100%，但被客单价降低 50% 抵消。')
    expect(firstOf({ ...usual, cycleDays: 20 }, { ...usual, cycleDays: 20 }, zhCN)).toBe('日均销售额持平，为 1000。')
  })

  it('names no factor that makes up less than a tenth of the greatest, and no share of what was nothing', () => {
    const usual = { deals: 100, winRate: '0.2', averageValue: 1000 }
    expect(firstOf(usual, { ...usual, deals: 200, winRate: '0.201' })).toBe('Sales are 20200 ahead: 100% more leads.')
    expect(firstOf({ ...usual, deals: 0 }, usual)).toBe('Sales are 20000 ahead: more leads.')
    expect(firstOf({ ...usual, deals: 0 }, usual, zhCN)).toBe('销售额增加 20000：线索数增加。')
    expect(firstOf({ ...usual, winRate: 0 }, usual)).toBe('Sales are 20000 ahead: win rate up from 0% to 20%.')
    expect(firstOf({ ...usual, winRate: 0 }, usual, zhCN)).toBe('销售额增加 20000：赢单率由 0% 升至 20%。')
  })

  it('says a rise and one percentage point, and does not tell almost nothing as nothing', () => {
    expect(firstOf(groupsOf([100, 50]), groupsOf([100, 51]))).toBe('The conversion rate is 1 percentage point higher: higher rates within groups.')
    expect(firstOf(groupsOf([100_000, 50_000]), groupsOf([100_000, 50_001]), zhCN)).toBe('转化率上升不到 0.01 个百分点：各组自身转化率提高。')
    const usual = { deals: 1, winRate: 1, averageValue: 1000 }
    const less = decomposeChange({ before: usual, after: { ...usual, averageValue: '999.999' } }, { currency: 'EUR' })
    const told = explainChange(less).sentences
    expect(told[0]).toBe('Sales are less than 0.01 EUR short: less than 0.01% smaller deals.')
    expect(told[2]).toBe('Due to what a won deal is worth (from 1000 EUR to 999.999 EUR): >−0.01 EUR.')
    expect(explainChange(less, zhCN).sentences[0]).toBe('销售额减少不到 0.01 EUR：客单价降低不到 0.01%。')
  })

  it('tells figures that look alike with as many digits as they differ by', () => {
    const usual = { deals: 10_000_000, winRate: '0.3', averageValue: 1000 }
    expect(explainChange(decomposeChange({ before: usual, after: { ...usual, winRate: '0.3000001' } })).sentences).toEqual([
      'Sales are 1000 ahead: win rate up from 30% to 30.00001%.',
      'From 3000000000 to 3000001000.',
      'Due to the win rate (from 30% to 30.00001%): +1000.',
      'Unchanged: number of leads 10000000, value of a won deal 1000.',
    ])
    const small = { deals: 1, winRate: '0.3', averageValue: '0.1' }
    const [, figures, due] = explainChange(decomposeChange({ before: small, after: { ...small, averageValue: '0.1001' } })).sentences
    expect([figures, due]).toEqual(['From 0.03000 to 0.03003.', 'Due to what a won deal is worth (from 0.1000 to 0.1001): <+0.01.'])
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

  it('refuse what is not counted', () => {
    expect(issues(change, { counted: undefined })).toEqual([['missing', ['change', 'counted']]])
    expect(issues(change, { counted: 'visits' })).toEqual([['not-allowed', ['change', 'counted']]])
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
