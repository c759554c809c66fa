import { en } from '@clientele/tiering/locales/en'
import { zhCN } from '@clientele/tiering/locales/zh-CN'
import { describe, expect, it } from 'vitest'
import { showLifetime } from './lifetime.js'
import { english } from './texts/en.js'
import { chinese } from './texts/zh-CN.js'

/** The lines below a heading, up to the next heading. */
function section(lines: readonly string[], heading: string): string {
  const start = lines.indexOf(`■ ${heading}`) + 1
  const end = lines.findIndex((line, index) => index > start && line.startsWith('■'))
  return lines.slice(start, end === -1 ? undefined : end).join('\n')
}

describe('the example of lifetime value', () => {
  const inEnglish = showLifetime(english.lifetime, en)
  const inChinese = showLifetime(chinese.lifetime, zhCN)
  const told = (heading: keyof typeof english.lifetime): string => section(inEnglish, english.lifetime[heading])
  const toldInChinese = (heading: keyof typeof chinese.lifetime): string => section(inChinese, chinese.lifetime[heading])

  it('finds what the case’s 15 points are worth: 100 × 0.75 ÷ 0.35 becomes 100 × 0.9 ÷ 0.2', () => {
    expect(told('retentionCase')).toMatch(/it is 15 points\. They raise what a customer is worth from 214\.29 to 450\.00, by 110%/)
    expect(toldInChinese('retentionCase')).toMatch(/实为 15 个百分点。.*由 214\.29 提高到 450\.00，增加 110%/)
  })

  it('finds what 22 % less churn is worth: 100 × 0.805 ÷ 0.295', () => {
    expect(told('retentionCase')).toMatch(/to 19\.5%, 5\.5 points\. .* from 214\.29 to 272\.88, by 27\.34%/)
    expect(toldInChinese('retentionCase')).toMatch(/272\.88，增加 27\.34%/)
  })

  it('counts new, retained, lost and returned customers: of the 2 of May, 1 bought in June, beside 2 who had paused', () => {
    expect(told('rates')).toMatch(/Retention rate of 2024-06 .*: 50%; churn rate: 50%/)
    expect(told('rates')).toMatch(/bought in 2024-06: 3; .* too: 1; for the first time: 0; came back .*: 2\./)
    expect(told('churn')).toMatch(/Average churn rate, .*: 43\.75%/)
    expect(toldInChinese('churn')).toMatch(/平均流失率为 43\.75%/)
  })

  it('follows cohorts: of 6 customers who are old enough, 5 came back in the month after', () => {
    expect(told('cohorts')).toMatch(/after 1: 83\.33%/)
    expect(toldInChinese('cohorts')).toMatch(/83\.33%/)
  })

  it('says plainly that six customers are too few for a model', () => {
    expect(told('summary')).toMatch(/Customers: 6; with repeat purchases: 5/)
    expect(told('fit').match(/Fewer than 30 tell too little: do not rely on these parameters/g)).toHaveLength(2)
    expect(toldInChinese('fit').match(/少于 30 家则信息太少，请勿依赖这些参数/g)).toHaveLength(2)
  })

  it('finds what the papers’ parameters say: P(alive), purchases in 39 weeks, spend', () => {
    expect(told('published')).toMatch(/^1 +2 +0\.7266 +1\.2260 +24\.66 +8\.74$/m)
    expect(toldInChinese('published')).toMatch(/^1 +2 +0\.7266 +1\.2260 +24\.66 +/m)
  })

  it('ranks silence below purchases, and says that 100 % without repeat purchases is an assumption', () => {
    expect(told('published')).toMatch(/^2 +2 +0\.0989 +0\.1668 +24\.66 +1\.19$/m)
    expect(told('published')).toMatch(/^3 +10 +0\.0393 +0\.2863 +49\.38 +4\.09$/m)
    expect(told('published')).toMatch(/^4 +0 +1\.0000 +0\.1951 +35\.22 +1\.98$/m)
    expect(told('published')).toMatch(/This is an assumption and no sign of loyalty/)
    expect(toldInChinese('published')).toMatch(/这只是假设，并不表示忠诚/)
  })

  it('leaves no placeholder', () => {
    for (const line of [...inEnglish, ...inChinese]) expect(line).not.toMatch(/[{}]|undefined|NaN/)
  })
})
