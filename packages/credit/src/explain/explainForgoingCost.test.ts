import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainForgoingCost } from '../explain.js'
import { type CreditTerms, costOfForgoingDiscount, parseTerms } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { textbookTerms } from '../templates.js'

const say = (terms: CreditTerms, daysInYear: 365 | 360, compound: boolean, locale = en) =>
  explainForgoingCost(costOfForgoingDiscount(terms, { daysInYear, compound }), terms, locale).sentences
const cost = costOfForgoingDiscount(textbookTerms, { daysInYear: 365, compound: false })

describe('explainForgoingCost', () => {
  it("says what each of the textbook's discounts costs", () => {
    expect(say(textbookTerms, 365, false)).toEqual([
      'The cost of letting a discount go under the terms "2% within 15 days, 1% within 20 days, net 30 days" is counted as simple interest, with 365 days in a year.',
      'Letting the discount of 2% within 15 days go for the discount of 1% within 20 days costs 74.49% a year.',
      'Letting the discount of 1% within 20 days go and paying the whole amount on day 30 costs 36.87% a year.',
      'Letting the discount of 2% within 15 days go and paying the whole amount on day 30 costs 49.66% a year.',
    ])
  })

  it('says it in Chinese', () => {
    expect(say(textbookTerms, 365, true, zhCN)).toEqual([
      '信用条件“15 天内付款折扣 2%，20 天内折扣 1%，信用期限 30 天”下，放弃现金折扣的成本按复利计算，一年按 365 天计。',
      '放弃 15 天内付款 2% 的现金折扣，改为享受 20 天内付款 1% 的现金折扣，年成本为 109.83%。',
      '放弃 20 天内付款 1% 的现金折扣，到第 30 天付全额，年成本为 44.32%。',
      '放弃 15 天内付款 2% 的现金折扣，到第 30 天付全额，年成本为 63.49%。',
    ])
    expect(say(textbookTerms, 360, false, zhCN)[0]).toMatch(/按单利计算，一年按 360 天计。$/)
  })

  it('says a discount that is compared with the net day once', () => {
    expect(say(parseTerms('2/10, N/30'), 365, true).slice(1)).toEqual([
      'Letting the discount of 2% within 10 days go and paying the whole amount on day 30 costs 44.59% a year.',
    ])
  })

  it('says that there is nothing to let go', () => {
    for (const notation of ['N/30', '2/30, N/30']) {
      expect(say(parseTerms(notation), 365, false).slice(1)).toEqual(['There is no discount that could be let go for more time to pay.'])
      expect(say(parseTerms(notation), 365, false, zhCN).slice(1)).toEqual(['没有可以放弃而延后付款的现金折扣。'])
    }
  })

  it('says of huge rates that they are', () => {
    const [huge, small] = [parseTerms('99/0, N/1'), parseTerms('0.0001/0, N/1000')]
    expect(say(huge, 365, true)[1]).toBe(
      'Letting the discount of 99% within 0 days go and paying the whole amount on day 1 costs more than 1,000,000% a year.',
    )
    expect(say(huge, 365, true, zhCN)[1]).toBe('放弃 0 天内付款 99% 的现金折扣，到第 1 天付全额，年成本为 1,000,000% 以上。')
    expect(say(small, 365, false)[1]).toMatch(/costs less than 0\.01% a year\.$/)
    expect(say(small, 365, false, zhCN)[1]).toMatch(/，年成本为 0\.01% 以下。$/)
    const cost = (annualRate: number) => {
      const made = costOfForgoingDiscount(small, { daysInYear: 365, compound: false })
      const steps = made.steps.map((step) => ({ ...step, annualRate }))
      return explainForgoingCost({ ...made, steps, againstNet: [] }, small).sentences[1]
    }
    expect(cost(0.00005)).toMatch(/costs 0\.01% a year\.$/)
    expect(cost(0.000049999)).toMatch(/costs less than 0\.01% a year\.$/)
    expect(cost(0)).toMatch(/costs 0% a year\.$/)
  })

  it('says under net-of-tax terms that the cost is that of an invoice without tax', () => {
    const terms = { ...textbookTerms, discountBase: 'net-of-tax' as const }
    const [english, first] = say(terms, 365, false)
    expect(english).toMatch(/counted as simple interest, with 365 days in a year, for an invoice without tax; with tax it is lower\.$/)
    expect(first).toBe(
      'Letting the discount of 2% of the amount without tax within 15 days go for the discount of 1% of the amount without tax within 20 days costs 74.49% a year.',
    )
    expect(say(terms, 360, true)[0]).toMatch(/as compound interest, with 360 days in a year, for an invoice without tax; with tax it is lower\.$/)
    for (const compound of [true, false])
      expect(say(terms, 360, compound, zhCN)[0]).toMatch(/一年按 360 天计，以不含税款的发票为准；含税时成本较低。$/)
  })

  it('refuses a cost that other terms made, and what is none', () => {
    expect(issuesOf(() => explainForgoingCost(cost, { ...textbookTerms, id: 'x' }))).toEqual([['other-policy', ['cost', 'policies']]])
    expect(issuesOf(() => explainForgoingCost(7 as never, { ...textbookTerms, netDays: 19 }))).toEqual([
      ['too-large', ['terms', 'discounts', 1, 'withinDays']],
      ['wrong-type', ['cost']],
    ])
    const [step] = cost.steps
    const bad = {
      ...cost,
      daysInYear: 366,
      compound: undefined,
      steps: [
        { ...step, annualRate: Number.NaN },
        { ...step, percent: 2 },
      ],
    }
    expect(issuesOf(() => explainForgoingCost(bad as never, textbookTerms))).toEqual([
      ['not-allowed', ['cost', 'daysInYear']],
      ['missing', ['cost', 'compound']],
      ['wrong-type', ['cost', 'steps', 0, 'annualRate']],
      ['wrong-type', ['cost', 'steps', 1, 'percent']],
    ])
  })
})
