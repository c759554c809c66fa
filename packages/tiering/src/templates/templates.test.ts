import { describe, expect, it } from 'vitest'
import {
  averageMonthlySales,
  benefitsFor,
  checkAttritionPolicy,
  checkBenefitProgramme,
  checkLevelProgramme,
  checkLossRebate,
  checkRetierPolicy,
  checkRfmScheme,
  checkTierScheme,
  classifyByThreshold,
  lintLadder,
  lintRfmScheme,
  rebateOnLosses,
  scoreRfm,
} from '../index.js'
import * as templates from '../templates.js'

const checks = {
  'attrition-policy': checkAttritionPolicy,
  'benefit-programme': checkBenefitProgramme,
  'level-programme': checkLevelProgramme,
  'loss-rebate': checkLossRebate,
  'retier-policy': checkRetierPolicy,
  'rfm-scheme': checkRfmScheme,
  'tier-scheme': checkTierScheme,
}

/** Every text by language in a document. */
function textsIn(value: unknown): Record<string, string>[] {
  if (typeof value !== 'object' || value === null) return []
  return 'en' in value ? [value as Record<string, string>] : Object.values(value).flatMap(textsIn)
}

describe.each(Object.entries(templates))('the template %s', (name, template) => {
  it('is plain JSON that its own check takes, named after its id', () => {
    expect(JSON.parse(JSON.stringify(template))).toEqual(template)
    expect(checks[template.kind](template)).toEqual([])
    expect(template.id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())).toBe(name)
  })

  it('has a title, and every text of its own, in both languages', () => {
    expect(textsIn(template.title)).toHaveLength(1)
    for (const text of textsIn(template))
      expect(text).toEqual({ en: expect.stringMatching(/^\p{ASCII}+$/u), 'zh-CN': expect.stringMatching(/\P{ASCII}/u) })
  })
})

describe('the textbook', () => {
  it('S1: a monthly average above 500,000 yuan is A, and one of exactly that is not', () => {
    const sale = (customer: string, amount: string) => ({ customer, date: '2024-05-20', amount, currency: 'CNY' })
    const sales = [sale('above', '1500000.01'), sale('exactly', '1500000'), sale('small', '1')]
    const averages = averageMonthlySales(sales, { months: 3, asOf: '2024-07-15' })
    expect(classifyByThreshold(averages, templates.textbookAbc).customers.map(({ customer, tier }) => `${customer} ${tier}`)).toEqual([
      'above A',
      'exactly B',
      'small C',
    ])
  })

  it('S3: high R, F and M is important value; low R, high F and low M is to be nurtured', () => {
    const row = (customer: string, recencyDays: number, frequency: number, monetary: string) => ({ customer, recencyDays, frequency, monetary })
    const customers = [row('a', 1, 50, '9000'), row('b', 500, 40, '10'), row('c', 100, 1, '500'), row('d', 200, 2, '600'), row('e', 300, 3, '700')]
    const { customers: scored } = scoreRfm(customers, templates.textbookRfm, { asOf: '2024-07-15' })
    expect(scored.map(({ customer, code, segment }) => [customer, code, segment])).toEqual([
      ['a', '555', 'important-value'],
      ['b', '141', 'to-nurture'],
      ['c', '412', 'others'],
      ['d', '323', 'others'],
      ['e', '234', 'others'],
    ])
  })

  it('§3: the casino gives back 10 to 30 % of losses in kind', () => {
    const back = ['diamond', 'platinum', 'gold', 'silver'].map((level) => rebateOnLosses({ level, loss: '1000' }, templates.casinoRebate))
    expect(back.map(({ amount }) => amount)).toEqual(['300', '200', '150', '100'])
    expect(back.every(({ inKind }) => inKind)).toBe(true)
  })

  it('S1: A has the best terms, and a ladder without cliffs', () => {
    const { terms, discount } = benefitsFor({ tier: 'A' }, templates.textbookBenefits, { order: '150000' })
    expect([terms, discount?.amount]).toEqual(['2/15, 1/20, N/30', '8250.00'])
    for (const { ladder } of templates.textbookBenefits.tiers) expect(lintLadder(ladder)).toEqual([])
  })
})

it.each([templates.textbookRfm, templates.usualRfm])('$id has a segment for everyone, and each is reached', (scheme) => {
  expect(lintRfmScheme(scheme)).toEqual([])
})
