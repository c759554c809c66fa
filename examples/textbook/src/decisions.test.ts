import { en } from '@clientele/credit/locales/en'
import { zhCN } from '@clientele/credit/locales/zh-CN'
import { describe, expect, it } from 'vitest'
import { showDecisions } from './decisions.js'
import { english } from './texts/en.js'
import { chinese } from './texts/zh-CN.js'

/** The lines below a heading, up to the next heading. */
function section(lines: readonly string[], heading: string): string[] {
  const start = lines.indexOf(`■ ${heading}`) + 1
  const end = lines.findIndex((line, index) => index > start && line.startsWith('■'))
  return lines.slice(start, end === -1 ? undefined : end)
}

describe('the example of credit decisions', () => {
  const inEnglish = showDecisions(english.decisions, en)
  const inChinese = showDecisions(chinese.decisions, zhCN)

  it('asks for a brief, a standard and an in-depth report, as the chapter does', () => {
    const lines = section(inEnglish, english.decisions.reports)
    const sections = lines.flatMap((line) => /report: (".*")\.$/.exec(line)?.[1] ?? [])
    expect(sections).toEqual([
      '"Basics"',
      '"Basics", "State of trade", "Characteristics", "State of business", "The five Cs (rated 1 to 5)"',
      '"Basics", "State of trade", "Characteristics", "State of business", "The five Cs (rated 1 to 5)", "Finances", "What third parties say"',
    ])
    expect(section(inChinese, chinese.decisions.reports).join('')).toMatch(/简明报告.*标准报告.*深度报告/)
  })

  it('rates customer D by the five Cs', () => {
    expect(section(inEnglish, english.decisions.standard).join('')).toMatch(/grade A.*1%.*score is 83/)
    expect(section(inChinese, chinese.decisions.standard).join('')).toMatch(/信用等级为 A.*得分 83/)
  })

  it('lets the first order pass, holds the second, which sees it, and lets it pass once it is released', () => {
    const orders = section(inEnglish, english.decisions.orders).join('')
    expect(orders).toMatch(/SO-1 of 20000\.00 CNY from customer D is approved.*SO-2 of 10000\.00 CNY from customer D is held.*SO-2 .* is approved/)
    expect(orders).toMatch(/95000\.00 CNY and this order of 10000\.00 CNY go beyond the limit of 100000\.00 CNY by 5000\.00 CNY, which is 5% of it/)
    expect(section(inChinese, chinese.decisions.orders).join('')).toMatch(/予以批准.*暂缓执行.*销售经理.*已由 Li（销售经理）放行/)
  })

  it('proposes the measures of the chapter', () => {
    const measures = section(inChinese, chinese.decisions.change).filter((line) => line.includes('建议'))
    const named = ['担保人', '连带担保人', '信用保证金', '公证', '减少供货量', '发货限制']
    expect(measures.map((line, index) => line.includes(named[index] as string))).toEqual(named.map(() => true))
    expect(section(inEnglish, english.decisions.change).join('')).toMatch(/superior, credit department/)
  })

  it('tells the three costs of receivables', () => {
    expect(section(inEnglish, english.decisions.cost).join('')).toMatch(/74000 a year.*18000.*20000.*36000/)
    expect(section(inChinese, chinese.decisions.cost).join('')).toMatch(/机会成本.*管理成本.*坏账成本/)
  })

  it('compares 60 with 90 days', () => {
    const lines = section(inEnglish, english.decisions.policies)
    expect(lines.slice(0, 4)).toEqual([
      'Policy  Contribution  Opportunity cost  Bad-debt cost  Collection cost  Profit',
      '──────────────────────────────────────────────────────────────────────────────',
      'n/60             400                10             10                5     375',
      'n/90             440              16.5             15                8   400.5',
    ])
    expect(lines.join('')).toMatch(/by \+25\.5/)
  })
})
