import { en } from '@clientele/funnel/locales/en'
import { zhCN } from '@clientele/funnel/locales/zh-CN'
import { describe, expect, it } from 'vitest'
import { showFunnel } from './funnel.js'
import { english } from './texts/en.js'
import { chinese } from './texts/zh-CN.js'

/** The lines below a heading, up to the next heading. */
function section(lines: readonly string[], heading: string): string {
  const start = lines.indexOf(`■ ${heading}`) + 1
  const end = lines.findIndex((line, index) => index > start && line.startsWith('■'))
  return lines.slice(start, end === -1 ? undefined : end).join('\n')
}

type Heading = 'necks' | 'way' | 'conversion' | 'regions' | 'losses' | 'winRates'

describe('the example of the funnel', () => {
  const inEnglish = showFunnel(english.funnel, en)
  const inChinese = showFunnel(chinese.funnel, zhCN)
  const told = (heading: Heading): string => section(inEnglish, english.funnel[heading])
  const toldInChinese = (heading: Heading): string => section(inChinese, chinese.funnel[heading])

  /** What is said of one step on the way, up to the next. */
  const said = (move: keyof typeof english.funnel.moves, texts = english.funnel, all = told('way')): string => {
    const rest = all.slice(all.indexOf(texts.moves[move]) + texts.moves[move].length)
    return rest.slice(0, /\n {2}\S/.exec(rest)?.index)
  }

  it('filters neck by neck: 20, 12, 6, 2', () => {
    expect(told('necks')).toMatch(/potential customer +20 +12 +5 +3 +60% +70\.59%/)
    expect(told('necks')).toMatch(/prospect +12 +6 +4 +2 +50% +60%/)
    expect(told('necks')).toMatch(/actual customer +6 +2 +1 +3 +33\.33% +66\.67%/)
    expect(told('necks')).toMatch(/partner +2 +0 +0 +2/)
    expect(toldInChinese('necks')).toMatch(/现实客户 +6 +2 +1 +3 +33\.33% +66\.67%/)
  })

  it('finds another neck the narrowest where open customers are left out', () => {
    expect(told('necks')).toMatch(/of all that came in, .* after "actual customer": 33\.33%/)
    expect(told('necks')).toMatch(/that are decided, .* after "prospect": 60%/)
    expect(toldInChinese('necks')).toMatch(/“现实客户”之后：33\.33%[\s\S]*“准客户”之后：60%/)
  })

  it('lets a deal into a stage for its evidence only', () => {
    expect(said('quoteBare')).toMatch(/refused[\s\S]*evidence[\s\S]*quotation/)
    expect(said('quote')).toMatch(/Allowed/)
    expect(said('skip')).toMatch(/refused[\s\S]*proposal and quote/)
    expect(said('signUnpaid')).toMatch(/refused[\s\S]*proof of payment/)
    expect(said('giveUp')).toMatch(/refused[\s\S]*weather[\s\S]*price/)
    expect(toldInChinese('way')).toMatch(/报价单/)
    expect(said('signUnpaid', chinese.funnel, toldInChinese('way'))).toMatch(/付款凭证/)
  })

  it('says what is to be done then: legal review, and after signing what three departments wait for', () => {
    expect(said('negotiate')).toMatch(/Allowed[\s\S]*legal review of the contract/)
    expect(said('sign')).toMatch(/welcome pack with the service manual, ticket to after-sales, payment plan to finance/)
    expect(said('negotiate', chinese.funnel, toldInChinese('way'))).toMatch(/合同法务审核/)
    expect(said('sign', chinese.funnel, toldInChinese('way'))).toMatch(/服务手册[\s\S]*售后部门[\s\S]*财务部门/)
  })

  it('tells the conversion of each stage of an opportunity', () => {
    expect(told('conversion')).toMatch(/need confirmed +20 +17 +3 +0 +85% +85%/)
    expect(told('conversion')).toMatch(/proposal and quote +17 +9 +6 +2 +52\.94% +60%/)
    expect(told('conversion')).toMatch(/contract negotiation +9 +6 +1 +2 +66\.67% +85\.71%/)
    expect(told('conversion')).toMatch(/signed and paid +6 +6 +0 +0 +100% +100%/)
    expect(toldInChinese('conversion')).toMatch(/方案报价 +17 +9/)
  })

  it('warns of the region whose quotes lead less often to negotiation', () => {
    expect(told('regions')).toMatch(/East China +10 +40% +66\.67%\n/)
    expect(told('regions')).toMatch(/South China +10 +20% +37\.5% +← below the mean/)
    expect(told('regions')).toMatch(/52\.94%/)
    expect(toldInChinese('regions')).toMatch(/华南.*← 低于平均值/)
  })

  it('tells losses by the objections', () => {
    expect(told('losses')).toMatch(/need confirmed +time +3 +30%/)
    expect(told('losses')).toMatch(/proposal and quote +price +5 +50%/)
    expect(told('losses')).toMatch(/proposal and quote +brand or source +1 +10%/)
    expect(told('losses')).toMatch(/contract negotiation +competitors +1 +10%/)
    expect(toldInChinese('losses')).toMatch(/方案报价 +价格 +5 +50%/)
  })

  it('sets the four win rates of eight deals side by side: 37.5, 60, 65 and 50 %', () => {
    const rates = [...told('winRates').matchAll(/^ {2}([\d.]+)% {2}/gm)].map(([, rate]) => Number(rate))
    expect(rates).toEqual([37.5, 60, 65, 50])
    expect(told('winRates')).toMatch(/of 22\.5% nobody can tell.* 60 days/)
    expect(toldInChinese('winRates')).toMatch(/37\.5%[\s\S]*60%[\s\S]*65%[\s\S]*50%[\s\S]*22\.5%/)
    expect(told('winRates')).toContain(english.funnel.whyTheyDiffer)
  })

  it('leaves no placeholder', () => {
    for (const line of [...inEnglish, ...inChinese]) expect(line).not.toMatch(/[{}]|undefined|null|NaN/)
  })
})
