import { en } from '@clientele/tiering/locales/en'
import { zhCN } from '@clientele/tiering/locales/zh-CN'
import { describe, expect, it } from 'vitest'
import { english } from './texts/en.js'
import { chinese } from './texts/zh-CN.js'
import { showTiers } from './tiers.js'

/** The lines below a heading, up to the next heading. */
function section(lines: readonly string[], heading: string): string {
  const start = lines.indexOf(`■ ${heading}`) + 1
  const end = lines.findIndex((line, index) => index > start && line.startsWith('■'))
  return lines.slice(start, end === -1 ? undefined : end).join('\n')
}

describe('the example of tiers', () => {
  const inEnglish = showTiers(english.tiers, en)
  const inChinese = showTiers(chinese.tiers, zhCN)
  const told = (heading: keyof typeof english.tiers): string => section(inEnglish, english.tiers[heading])
  const toldInChinese = (heading: keyof typeof chinese.tiers): string => section(inChinese, chinese.tiers[heading])

  it('cuts at 500,000 yuan a month, which is not above itself', () => {
    expect(told('threshold')).toMatch(/A1 +1980000\.00 +660000\.00 +A\n.*B1 +1500000\.00 +500000\.00 +B/)
    expect(told('threshold')).toMatch(/more than 500000\.00 CNY a month is needed: anything above it is enough/)
    expect(toldInChinese('threshold')).toMatch(/恰好相等，再多一点即可/)
  })

  it('finds the shares that the second text expects', () => {
    expect(told('shares').match(/as expected/g)).toHaveLength(3)
    expect(toldInChinese('shares').match(/符合预期/g)).toHaveLength(3)
  })

  it('puts a score behind the tier', () => {
    expect(told('score')).toMatch(/"A" \(4 or more\): customers: 1[\s\S]*"B" \(2\.5 or more\): customers: 1[\s\S]*"C" \(all others\): customers: 1/)
  })

  it('has 18 % of the customers give 65 %', () => {
    expect(told('concentration')).toMatch(/18% .* bring in 65% /)
    expect(toldInChinese('concentration')).toMatch(/18% .* 65%/)
  })

  it('names the two segments of the third text, and what is done', () => {
    expect(told('rfm')).toMatch(/"important value" with the scores 555\. What to do: a tailored service pack/)
    expect(toldInChinese('rfm')).toMatch(/“潜力培育客户”，得分 141。措施：自动培育：白皮书与案例视频/)
  })

  it('counts forecast travel, and gives back losses in kind', () => {
    expect(told('levels')).toMatch(/21000 of the last 12 months and 5000 of those expected/)
    expect(told('rebate')).toMatch(/6000 is given back, in goods/)
  })

  it('has terms that the credit package reads', () => {
    expect(told('benefits')).toMatch(/2\/15, 1\/20, N\/30 .*: 2024-03-16 9800\.00, 2024-03-21 9900\.00, 2024-03-31 10000\.00/)
    expect(told('benefits')).toMatch(/8250\.00 CNY/)
    expect(toldInChinese('benefits')).toMatch(/名册/)
  })

  it('tiers again: one stays, one rises, one falls', () => {
    expect(told('again')).toMatch(/A1 stays[\s\S]*B1 rises[\s\S]*C1 falls/)
    expect(toldInChinese('again')).toMatch(/升为[\s\S]*降为/)
  })

  it('warns before the contract ends', () => {
    expect(told('warning')).toMatch(/ends on 2024-08-31 and has not been renewed/)
    expect(toldInChinese('warning')).toMatch(/顾问致电挽留/)
  })

  it('leaves no placeholder', () => {
    for (const line of [...inEnglish, ...inChinese]) expect(line).not.toMatch(/[{}]|undefined|NaN/)
  })
})
