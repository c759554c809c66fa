import { describe, expect, it } from 'vitest'
import { everyDecline } from '../../testing/everySale.js'
import { decline } from '../../testing/explainedSales.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainDecline } from '../explain.js'
import { type ConversionDecline, detectDecline } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

describe('explainDecline', () => {
  it('says that it falls, how often chance does that, and that both channels improved (known answer 18)', () => {
    expect(explainDecline(decline).sentences).toEqual([
      'Conversion is falling week by week, by 21.03 percentage points in all: 46.36% in 2024-W05, 25.33% in 2024-W07.',
      'Chance alone makes a rate that is always the same fall 2 weeks running in 15.95% of cases.',
      "Chance is unlikely to explain how the first and the last week differ: it alone makes a difference at least as improbable in 0.06% of cases (Fisher's exact test).",
      'Of the difference between the first and the last week, −21.03 percentage points, due to the mix of groups: −23.03 percentage points; to the rates within groups: +2 percentage points.',
      'Within groups, all in all, conversion rose: the rate of the whole fell only because groups that convert less make up more of it.',
      'Due to "ads": −13.55 percentage points; −14.31 by its share, +0.76 by its own rate.',
      'Due to "web": −7.48 percentage points; −8.72 by its share, +1.24 by its own rate.',
      'Week by week: 2024-W05 46.36% (51 of 110), 2024-W06 33.33% (40 of 120), 2024-W07 25.33% (38 of 150).',
    ])
    expect(explainDecline(decline, zhCN).sentences).toEqual([
      '转化率逐周下降，共降 21.03 个百分点：2024-W05，46.36%；2024-W07，25.33%。',
      '即使转化率不变，仅凭偶然连续 2 周下降的概率为 15.95%。',
      '首周与末周的差别不大可能出于偶然：仅凭偶然出现至少同样罕见的差别，概率为 0.06%（费舍尔精确检验）。',
      '首周与末周相差 −21.03 个百分点：各组构成变化影响 −23.03 个百分点，各组自身转化率变化影响 +2 个百分点。',
      '各组自身的转化率总体上升：整体转化率下降，只是因为转化率较低的组占比增加。',
      '“ads”：−13.55 个百分点；占比变化影响 −14.31，自身转化率变化影响 +0.76。',
      '“web”：−7.48 个百分点；占比变化影响 −8.72，自身转化率变化影响 +1.24。',
      '逐周转化率：2024-W05 46.36%（51/110）、2024-W06 33.33%（40/120）、2024-W07 25.33%（38/150）。',
    ])
  })

  it('says that it does not fall, by the Mondays of weeks, and that without groups nobody can tell why it changed', () => {
    const { sentences } = explainDecline(everyDecline[2] as ConversionDecline)
    expect(sentences).toEqual([
      'Conversion is not falling week by week: 50% in the week of 2024-01-29, 60% in the week of 2024-02-05.',
      "Chance may explain how the first and the last week differ: it alone makes a difference at least as improbable in 100% of cases (Fisher's exact test).",
      'No groups are stated, so it cannot be told whether the change comes of who entered or of how well they convert.',
      'Week by week: the week of 2024-01-29 50% (5 of 10), the week of 2024-02-05 60% (6 of 10).',
    ])
    expect(explainDecline(everyDecline[2] as ConversionDecline, zhCN).sentences.slice(0, 3)).toEqual([
      '转化率并未逐周下降：2024-01-29 当周，50%；2024-02-05 当周，60%。',
      '首周与末周的差别可能出于偶然：仅凭偶然出现至少同样罕见的差别，概率为 100%（费舍尔精确检验）。',
      '未注明分组，因此无从判断变化来自进入者的构成，还是来自转化率本身。',
    ])
  })

  it('tells weeks by their numbers, the latest twelve of them', () => {
    const { sentences } = explainDecline(everyDecline[3] as ConversionDecline)
    expect(sentences[0]).toBe('Conversion is not falling week by week: 50% in week 1, 50% in week 14.')
    expect(sentences.at(-2)).toMatch(/^Week by week: week 3 50% \(5 of 10\), .*, week 14 50% \(5 of 10\)\.$/)
    expect(sentences.at(-1)).toBe('Earlier weeks that are not listed here: 2.')
    const counted = detectDecline(
      [-1, 0].map((week) => ({ week, entered: 900, converted: 450 + 400 * week })),
      { weeks: 1 },
    )
    expect(explainDecline(counted, zhCN).sentences[0]).toBe('转化率并未逐周下降：第 −1 周，5.56%；第 0 周，50%。')
  })

  it('says of one week that it is one, and tells no chance as 0', () => {
    const sharp = everyDecline[7] as ConversionDecline
    expect(explainDecline(sharp).sentences.slice(1, 3)).toEqual([
      'Chance alone makes a rate that is always the same fall from one week to the next in 49.06% of cases.',
      "Chance is unlikely to explain how the first and the last week differ: it alone makes a difference at least as improbable in less than 0.01% of cases (Fisher's exact test).",
    ])
    expect(explainDecline(sharp, zhCN).sentences[2]).toContain('概率为不到 0.01%（费舍尔精确检验）。')
  })

  it('tells rates that look alike with as many digits as they differ by', () => {
    const slight = detectDecline(
      [50_001, 50_000].map((converted, week) => ({ week, entered: 100_000, converted })),
      { weeks: 1 },
    )
    const said = (locale?: typeof zhCN): string | undefined => explainDecline(slight, locale).sentences[0]
    expect(said()).toBe('Conversion is falling week by week, by less than 0.01 percentage points in all: 50.001% in week 0, 50% in week 1.')
    expect(said(zhCN)).toBe('转化率逐周下降，共降不到 0.01 个百分点：第 0 周，50.001%；第 1 周，50%。')
  })

  it('says what is missing where it cannot be told', () => {
    const [nothing, gap, nobody] = everyDecline.slice(4) as [ConversionDecline, ConversionDecline, ConversionDecline]
    expect(explainDecline(nothing).sentences).toEqual(['Whether conversion falls cannot be told: weeks needed: 3; weeks there are: 0.'])
    expect(explainDecline(gap).sentences).toEqual(['Whether conversion falls cannot be told: of the weeks needed, 3, there are figures of 2 only.'])
    expect(explainDecline(nobody).sentences).toEqual(['Whether conversion falls cannot be told: of the weeks needed, 3, somebody entered in 2 only.'])
    expect([nothing, gap, nobody].flatMap((one) => explainDecline(one, zhCN).sentences)).toEqual([
      '转化率是否下降无从判断：需要 3 周，只有 0 周。',
      '转化率是否下降无从判断：所需的 3 周中，只有 2 周有数据。',
      '转化率是否下降无从判断：所需的 3 周中，只有 2 周有人进入。',
    ])
  })
})

describe('checks of a decline', () => {
  const issues = (more: object, of: ConversionDecline = decline) => issuesOf(() => explainDecline({ ...of, ...more }))
  const withWeek = (index: number, more: object) =>
    issues({ series: decline.series.map((week, place) => (place === index ? { ...week, ...more } : week)) })

  it('refuse sums that disagree', () => {
    expect(issues({ difference: -0.2 })).toContainEqual(['outdated-input', ['decline', 'difference']])
    expect(issues({ mix: -0.2 })).toContainEqual(['outdated-input', ['decline', 'rate']])
    expect(issues({ causes: [] })).toEqual([['outdated-input', ['decline', 'mix']]])
    const [first, second] = decline.causes
    expect(issues({ causes: [first] })).toContainEqual(['outdated-input', ['decline', 'causes']])
    expect(issues({ causes: [first, first, second] })).toContainEqual(['duplicate', ['decline', 'causes', 1, 'group']])
    expect(issues({ causes: [{ ...first, contribution: 0 }, second] })).toEqual([['outdated-input', ['decline', 'causes', 0, 'contribution']]])
  })

  it('refuse weeks that are none, or not in order, or of other rates', () => {
    expect(issues({ declining: false })).toEqual([['outdated-input', ['decline', 'declining']]])
    expect(issues({ weeks: 3 })).toEqual([['wrong-length', ['decline', 'series']]])
    expect(issues({ weeks: 53 })).toEqual([['too-large', ['decline', 'weeks']]])
    expect(withWeek(1, { week: '2024-W05' })).toEqual([['not-above', ['decline', 'series', 1, 'week']]])
    expect(withWeek(1, { week: 6 })).toContainEqual(['not-above', ['decline', 'series', 1, 'week']])
    expect(withWeek(1, { week: 'soon' })).toEqual([['not-a-calendar-date', ['decline', 'series', 1, 'week']]])
    expect(withWeek(1, { week: 1.5 })).toEqual([['not-an-integer', ['decline', 'series', 1, 'week']]])
    expect(withWeek(1, { rate: 0.5 })).toEqual([['outdated-input', ['decline', 'series', 1, 'rate']]])
    expect(withWeek(1, { converted: 121 })).toContainEqual(['too-large', ['decline', 'series', 1, 'converted']])
    expect(withWeek(1, { entered: 0, converted: 0, rate: null })).toContainEqual(['wrong-type', ['decline', 'series', 1, 'rate']])
  })

  it('refuse what is said although it cannot be told, or the other way round', () => {
    const untold = everyDecline[4] as ConversionDecline
    expect(issues({ pValue: 0.5 }, untold)).toEqual([['outdated-input', ['decline', 'pValue']]])
    expect(issues({ diagnoses: [] }, untold)).toEqual([['empty', ['decline', 'diagnoses']]])
    expect(issues({ declining: false }, untold)).toContainEqual(['wrong-length', ['decline', 'diagnoses']])
    expect(issues({ pValue: null })).toEqual([['wrong-type', ['decline', 'pValue']]])
    expect(issues({ difference: 2 })).toEqual([['out-of-range', ['decline', 'difference']]])
    expect(issues({ chanceOfThis: 1.5 })).toEqual([['too-large', ['decline', 'chanceOfThis']]])
    expect(issuesOf(() => explainDecline(undefined as never))).toEqual([['missing', ['decline']]])
  })
})
