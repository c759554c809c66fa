import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainBenefits } from '../explain.js'
import { type BenefitOptions, type BenefitProgramme, type Benefits, benefitsFor, type DiscountLadder, type TierBenefits } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { textbookBenefits } from '../templates.js'

const tierOf = (ladder: DiscountLadder, more: Partial<TierBenefits> = {}): BenefitProgramme => ({
  kind: 'benefit-programme',
  id: 'usual',
  version: 1,
  tiers: [{ tier: 'A', terms: 'N/30', ladder, services: [], owner: 'Li', ...more }],
})
const steps = [
  { from: '100', percent: '5' },
  { from: '200', percent: 10 },
]
const wholeOrder = tierOf({ type: 'all-units', steps })
const say = (tier: string, order: BenefitOptions['order'], programme = textbookBenefits, locale = en): readonly string[] =>
  explainBenefits(deepFreeze(benefitsFor({ tier }, programme, { order })), programme, locale).sentences

describe('explainBenefits', () => {
  it('says of the known answer (vector 15) how 150,000 is discounted part by part, and what else customers get', () => {
    expect(say('A', '150000')).toEqual([
      'Under the programme "Managing customers by tier", customers of the tier "A: few and large" have the payment terms "2/15, 1/20, N/30".',
      'Discount on each part of an order by its own step: 5% from 0.00 CNY, 6% from 100000.00 CNY, 7% from 125000.00 CNY.',
      'An order of 150000.00 CNY gets a discount of 8250.00 CNY, at 5.5%; 141750.00 CNY is to be paid.',
      'From 0.00 CNY on: 5% of 100000.00 CNY is 5000.00 CNY.',
      'From 100000.00 CNY on: 6% of 25000.00 CNY is 1500.00 CNY.',
      'From 125000.00 CNY on: 7% of 25000.00 CNY is 1750.00 CNY.',
      'Services: tailored solutions, VIP service, regular visits by senior management, early warning of loss.',
      'Looked after by: senior account manager.',
      'Time from one visit to the next: 1 month.',
      'Each customer has an entry in the roster of customers.',
    ])
    expect(say('A', '150000', textbookBenefits, zhCN)).toEqual([
      '按管理方案“客户分级管理”，等级“A 级：少而大”客户的付款条件为“2/15, 1/20, N/30”。',
      '阶梯式销售折扣，各部分按各自的阶梯：0.00 CNY 起 5%，100000.00 CNY 起 6%，125000.00 CNY 起 7%。',
      '订单 150000.00 CNY 享受折扣 8250.00 CNY，折扣率 5.5%，应付 141750.00 CNY。',
      '0.00 CNY 起的部分：100000.00 CNY 的 5% 为 5000.00 CNY。',
      '100000.00 CNY 起的部分：25000.00 CNY 的 6% 为 1500.00 CNY。',
      '125000.00 CNY 起的部分：25000.00 CNY 的 7% 为 1750.00 CNY。',
      '服务：定制化解决方案、VIP 服务、高层定期拜访、流失预警。',
      '负责人：资深客户经理。',
      '拜访间隔：1 个月。',
      '每家客户均登记在客户名册中。',
    ])
  })

  it('says what more must be ordered for the next step', () => {
    expect(say('A', '120000').slice(5, 6)).toEqual(['What goes beyond 125000.00 CNY gets 7%; lacking up to there: 5000.00 CNY.'])
    expect(say('A', '120000', textbookBenefits, zhCN).slice(5, 6)).toEqual(['超过 125000.00 CNY 的部分折扣为 7%，距该处还差 5000.00 CNY。'])
    expect(say('A', 150, wholeOrder)).toEqual([
      'Under the programme "usual", customers of the tier "A" have the payment terms "N/30".',
      'Discount on the whole order by its size: 5% from 100, 10% from 200.',
      'An order of 150 gets a discount of 7.5, at 5%; 142.5 is to be paid.',
      'From 200 on, the whole order gets 10%; lacking: 50.',
      'Looked after by: Li.',
    ])
    expect(say('A', 150, wholeOrder, zhCN).slice(1, 4)).toEqual([
      '阶梯式销售折扣，整单按所达阶梯：100 起 5%，200 起 10%。',
      '订单 150 享受折扣 7.5，折扣率 5%，应付 142.5。',
      '达到 200 起，整单折扣为 10%，还差 50。',
    ])
  })

  it('says of an order that is returned what is taken back', () => {
    expect(say('B', '-60000').slice(2, 5)).toEqual([
      'Of an order of 60000.00 CNY that is returned, a discount of 1300.00 CNY is taken back, at 2.17%; 58700.00 CNY is paid back.',
      'From 0.00 CNY on: 2% of 50000.00 CNY is 1000.00 CNY.',
      'From 50000.00 CNY on: 3% of 10000.00 CNY is 300.00 CNY.',
    ])
    expect(say('A', -99, wholeOrder).slice(2)).toEqual(['Of an order of 99 that is returned, no discount is taken back.', 'Looked after by: Li.'])
    expect([say('B', '-60000', textbookBenefits, zhCN)[2], say('A', -99, wholeOrder, zhCN)[2]]).toEqual([
      '退回订单 60000.00 CNY，收回折扣 1300.00 CNY，折扣率 2.17%，退还 58700.00 CNY。',
      '退回订单 99，没有须收回的折扣。',
    ])
  })

  it('says of a part that is returned what of the discount is taken back, what is paid back, and what is kept', () => {
    const order = { amount: 150_000, returned: 30_000 }
    expect(say('A', order).slice(2, 8)).toEqual([
      'Of an order of 150000.00 CNY, 30000.00 CNY is returned, for which 2050.00 CNY of its discount is taken back.',
      'Paid back: 27950.00 CNY.',
      'What is kept, 120000.00 CNY, gets a discount of 6200.00 CNY, at 5.17%; 113800.00 CNY is to be paid for it.',
      'From 0.00 CNY on: 5% of 100000.00 CNY is 5000.00 CNY.',
      'From 100000.00 CNY on: 6% of 20000.00 CNY is 1200.00 CNY.',
      'What goes beyond 125000.00 CNY gets 7%; lacking up to there: 5000.00 CNY.',
    ])
    expect(say('A', order, textbookBenefits, zhCN).slice(2, 5)).toEqual([
      '订单 150000.00 CNY 退回其中 30000.00 CNY，相应收回折扣 2050.00 CNY。',
      '退还 27950.00 CNY。',
      '保留的 120000.00 CNY 享受折扣 6200.00 CNY，折扣率 5.17%，应付 113800.00 CNY。',
    ])
    // 100 cost 95, and 98 without discount cost 98.
    const atCliff = { amount: 100, returned: 2 }
    expect(say('A', atCliff, wholeOrder).slice(2, 5)).toEqual([
      'Of an order of 100, 2 is returned, for which 5 of its discount is taken back.',
      'That is more than what is returned, so 3 more is to be paid.',
      'What is kept, 98, gets no discount.',
    ])
    expect(say('A', atCliff, wholeOrder, zhCN).slice(3, 5)).toEqual(['收回的折扣多于退回的金额，还须补付 3。', '保留的 98 没有折扣。'])
  })

  it('says where nothing is taken back of a discount, or less than nothing', () => {
    const order = { amount: 100, returned: 1 }
    expect(say('A', { amount: 99, returned: 99 }, wholeOrder).slice(2, 5)).toEqual([
      'Of an order of 99, 99 is returned, for which no discount is taken back.',
      'Paid back: 99.',
      'What is kept, 0, gets no discount.',
    ])
    const falling = tierOf({
      type: 'all-units',
      steps: [
        { from: 0, percent: 50 },
        { from: 100, percent: 0 },
      ],
    })
    expect(say('A', order, falling).slice(2, 4)).toEqual([
      'Of an order of 100, 1 is returned; what is kept gets 49.5 more discount than the whole order.',
      'Paid back: 50.5.',
    ])
    expect([say('A', order, falling, zhCN)[2], say('C', order, textbookBenefits, zhCN)[2]]).toEqual([
      '订单 100 退回其中 1，保留部分的折扣比整单多 49.5。',
      '订单 100.00 CNY 退回其中 1.00 CNY，没有须收回的折扣。',
    ])
  })

  it('says in few words that there is no discount, or always the same', () => {
    expect(say('C', 5).slice(1, 3)).toEqual(['There is no discount.', 'An order of 5.00 CNY gets no discount.'])
    expect(say('C', 5, textbookBenefits, zhCN).slice(1, 3)).toEqual(['没有销售折扣。', '订单 5.00 CNY 没有折扣。'])
    const always = tierOf({ type: 'incremental', steps: [{ from: 0, percent: '2.50' }] }, { services: ['one', { 'zh-CN': '二' }], visits: 'P1M14D' })
    expect(say('A', undefined, always)).toEqual([
      'Under the programme "usual", customers of the tier "A" have the payment terms "N/30".',
      'Discount on every order: 2.5%.',
      'Services: one, 二.',
      'Looked after by: Li.',
      'Time from one visit to the next: 1 month, 14 days.',
    ])
    expect(say('A', undefined, always, zhCN)[1]).toBe('每笔订单的销售折扣：2.5%。')
  })

  it('shows the currency of an order where the programme has none', () => {
    const benefits = benefitsFor({ tier: 'A' }, wholeOrder, { order: { amount: '100.1', currency: 'JPY' } })
    expect(explainBenefits(benefits, wholeOrder).sentences.slice(1, 3)).toEqual([
      'Discount on the whole order by its size: 5% from 100 JPY, 10% from 200 JPY.',
      'An order of 100.1 JPY gets a discount of 5 JPY, at 5%; 95.1 JPY is to be paid.',
    ])
  })

  it('explains benefits of any order, also through JSON, and leaves no placeholder', () => {
    const order = fc.integer({ min: -30_000_000, max: 30_000_000 }).map((cents) => cents / 100)
    const some = fc.nat(30_000_000)
    fc.assert(
      fc.property(fc.constantFrom('A', 'B', 'C'), order, fc.constantFrom(undefined, 'EUR'), some, (tier, amount, currency, part) => {
        const { currency: _, ...uncurrencied } = textbookBenefits
        const benefits = benefitsFor({ tier }, uncurrencied, { order: { amount, currency, returned: amount < 0 ? 0 : Math.min(amount, part / 100) } })
        const said = explainBenefits(benefits, uncurrencied, zhCN)
        expect(JSON.stringify(said)).not.toMatch(/[{]\w+[}]|undefined|null|-\d/)
        expect(explainBenefits(JSON.parse(JSON.stringify(benefits)), JSON.parse(JSON.stringify(uncurrencied)), zhCN)).toEqual(said)
      }),
      { numRuns: 100 },
    )
  })

  it('refuses what are no benefits, or those of another programme', () => {
    const benefits = benefitsFor({ tier: 'A' }, textbookBenefits, { order: 120000 })
    const refuse = (changed: object, programme: unknown = textbookBenefits) =>
      issuesOf(() => explainBenefits({ ...benefits, ...changed } as Benefits, programme as never))
    expect(issuesOf(() => explainBenefits(undefined as never, undefined as never))).toEqual([
      ['missing', ['programme']],
      ['missing', ['benefits']],
    ])
    expect(refuse({ discount: {}, currency: 'x' })).toEqual([
      ['missing', ['benefits', 'discount', 'amount']],
      ['missing', ['benefits', 'discount', 'payable']],
      ['unknown-currency', ['benefits', 'currency']],
    ])
    expect(refuse({ policies: [{ ...textbookBenefits, version: 7 }] })).toEqual([['other-policy', ['benefits', 'policies']]])
    expect(refuse({ tier: 'D' })).toEqual([['outdated-input', ['benefits', 'tier']]])
    expect(refuse({ currency: 'EUR' })).toEqual([['outdated-input', ['benefits', 'currency']]])
    expect(refuse({ currency: undefined })).toEqual([['missing', ['benefits', 'currency']]])
    expect(refuse({ terms: 'N/60', services: null, owner: 'x', visits: undefined, roster: false, ladder: undefined })).toEqual([
      ['outdated-input', ['benefits', 'terms']],
      ['missing', ['benefits', 'ladder']],
      ['wrong-type', ['benefits', 'services']],
      ['wrong-type', ['benefits', 'owner']],
      ['missing', ['benefits', 'visits']],
      ['outdated-input', ['benefits', 'roster']],
    ])
    const { toNext: _, ...atTheTop } = benefits.discount as NonNullable<Benefits['discount']>
    expect(refuse({ discount: atTheTop })).toEqual([['missing', ['benefits', 'discount', 'toNext']]])
    expect(refuse({ discount: { ...benefits.discount, amount: '6200.01', payable: '113799.99' } })).toEqual([
      ['outdated-input', ['benefits', 'discount', 'amount']],
      ['outdated-input', ['benefits', 'discount', 'payable']],
    ])
    const returning = benefitsFor({ tier: 'A' }, textbookBenefits, { order: { amount: 120000, returned: 20000 } })
    const refuseReturn = (changed: object) =>
      issuesOf(() => explainBenefits({ ...returning, discount: { ...returning.discount, ...changed } as never }, textbookBenefits))
    expect(refuseReturn({ takenBack: '0.00' })).toEqual([['outdated-input', ['benefits', 'discount', 'takenBack']]])
    expect(refuseReturn({ returned: '1.00' })).toEqual([['outdated-input', ['benefits', 'discount', 'takenBack']]])
    expect(refuseReturn({ takenBack: undefined })).toEqual([['missing', ['benefits', 'discount', 'takenBack']]])
    expect(refuseReturn({ returned: null })).toEqual([['wrong-type', ['benefits', 'discount', 'returned']]])
    for (const returned of ['0.00', '-1.00', undefined]) {
      expect(refuseReturn({ returned })).toContainEqual(['unknown-key', ['benefits', 'discount', 'takenBack']])
    }
    expect(refuse({ discount: { ...benefits.discount, amount: '-5.00', payable: '-5.00', returned: '1.00' } })).toContainEqual([
      'unknown-key',
      ['benefits', 'discount', 'returned'],
    ])
    const visitless = benefitsFor({ tier: 'C' }, textbookBenefits)
    expect(issuesOf(() => explainBenefits({ ...visitless, visits: 'P1D' }, textbookBenefits))).toEqual([['unknown-key', ['benefits', 'visits']]])
  })
})
