import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainSettlement } from '../explain.js'
import { type Credit, type CreditTerms, parseTerms, type Settlement, settleInvoice } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'

const terms = parseTerms('2/15, 1/20, N/30')
const proRata: CreditTerms = { ...terms, partialPayments: 'pro-rata' }
type Row = readonly [id: string, date: string, amount: string, type?: Credit['type']]

interface Told {
  readonly asOf: string
  readonly amount?: string
  readonly date?: string
  readonly payments?: readonly Row[]
  readonly credits?: readonly Row[]
}

const settle = ({ asOf, amount = '10000', date = '2024-03-01', payments = [], credits = [] }: Told, under = terms): Settlement => {
  const rows = (some: readonly Row[]) => some.map(([id, day, sum]) => ({ id, date: day, amount: sum, currency: 'CNY' }))
  const noted = rows(credits).map((row, index) => ({ ...row, type: credits[index]?.[3] ?? ('credit-note' as const) }))
  const invoice = { id: 'INV-1', date, amount, currency: 'CNY', tax: '0' }
  return settleInvoice({ invoice, payments: rows(payments), credits: noted }, under, { asOf })
}
const say = (told: Told, under = terms, locale = en) => explainSettlement(settle(told, under), under, locale).sentences

describe('explainSettlement', () => {
  it('says that a discount was earned, in both languages', () => {
    const told = { asOf: '2024-03-20', payments: [['P-1', '2024-03-16', '9800']] as Row[] }
    expect(say(told)).toEqual([
      'As of 2024-03-20, invoice INV-1 (10000.00 CNY) is settled.',
      'Paid: 9800.00 CNY; discount taken: 200.00 CNY; credited or written off: 0.00 CNY.',
      'The discount of 2% within 15 days was earned: 9800.00 CNY counts towards the 9800.00 CNY to be paid by 2024-03-16; 200.00 CNY is taken off.',
      'Payment P-1 of 2024-03-16 settles 9800.00 CNY.',
      'The discount that payment P-1 of 2024-03-16 earned settles 200.00 CNY.',
    ])
    expect(say(told, terms, zhCN)).toEqual([
      '截至 2024-03-20，发票 INV-1（10000.00 CNY）已结清。',
      '已付 9800.00 CNY，现金折扣 200.00 CNY，贷项与坏账核销 0.00 CNY。',
      '已享受 15 天内付款 2% 的现金折扣：截至 2024-03-16 应付 9800.00 CNY，计入付款 9800.00 CNY，折扣 200.00 CNY。',
      '2024-03-16 的付款 P-1 冲抵 9800.00 CNY。',
      '2024-03-16 的付款 P-1 享受现金折扣，冲抵 200.00 CNY。',
    ])
  })

  it('says of an untouched invoice what may still be earned, and what settles it', () => {
    expect(say({ asOf: '2024-03-17' })).toEqual([
      'As of 2024-03-17, 10000.00 CNY of invoice INV-1 (10000.00 CNY) is open; it is due on 2024-03-31.',
      'Paid: 0.00 CNY; discount taken: 0.00 CNY; credited or written off: 0.00 CNY.',
      'The discount of 2% within 15 days was missed: 0.00 CNY counts towards the 9800.00 CNY to be paid by 2024-03-16.',
      'The discount of 1% within 20 days is within reach: 0.00 CNY counts towards the 9900.00 CNY to be paid by 2024-03-21.',
      '9900.00 CNY, paid by 2024-03-21, settles the invoice.',
    ])
    expect(say({ asOf: '2024-03-17' }, terms, zhCN)).toEqual([
      '截至 2024-03-17，发票 INV-1（10000.00 CNY）尚有 10000.00 CNY 未付，到期日为 2024-03-31。',
      '已付 0.00 CNY，现金折扣 0.00 CNY，贷项与坏账核销 0.00 CNY。',
      '未能享受 15 天内付款 2% 的现金折扣：截至 2024-03-16 应付 9800.00 CNY，计入付款 0.00 CNY。',
      '仍可享受 20 天内付款 1% 的现金折扣：截至 2024-03-21 应付 9900.00 CNY，已计入付款 0.00 CNY。',
      '2024-03-21 及之前支付 9900.00 CNY 即可结清。',
    ])
  })

  it('says that a discount was taken too late, and how long the rest is overdue', () => {
    const told = { asOf: '2024-04-01', payments: [['P-1', '2024-03-23', '9800']] as Row[] }
    const [first, ...others] = say(told)
    expect(first).toBe(
      'As of 2024-04-01, 200.00 CNY of invoice INV-1 (10000.00 CNY) is open and has been overdue for 1 day; it was due on 2024-03-31.',
    )
    expect(others.at(-1)).toBe('The discount of 2% within 15 days was taken too late: 200.00 CNY is still to be settled.')
    expect(say({ ...told, asOf: '2024-04-30' }, terms, zhCN)[0]).toBe(
      '截至 2024-04-30，发票 INV-1（10000.00 CNY）尚有 200.00 CNY 未付，已逾期 30 天，到期日为 2024-03-31。',
    )
    expect(say(told, terms, zhCN).at(-1)).toBe('已过折扣期，仍扣除了 15 天内付款 2% 的现金折扣：尚须结清 200.00 CNY。')
  })

  it('says what is enough instead while another discount is within reach, in one sentence', () => {
    const told = { asOf: '2024-03-18', payments: [['P-1', '2024-03-18', '9800']] as Row[] }
    expect(say(told).at(-1)).toBe(
      'The discount of 2% within 15 days was taken too late: 200.00 CNY is still to be settled, unless 100.00 CNY is paid by 2024-03-21.',
    )
    expect(say(told, terms, zhCN).at(-1)).toBe(
      '已过折扣期，仍扣除了 15 天内付款 2% 的现金折扣：除非在 2024-03-21 及之前支付 100.00 CNY，否则尚须结清 200.00 CNY。',
    )
    // After the last discount, no less than that is enough.
    expect(say({ ...told, asOf: '2024-03-22' }).slice(-2)).toEqual([
      'The discount of 2% within 15 days was taken too late: 200.00 CNY is still to be settled.',
      '200.00 CNY, paid by 2024-03-31, settles the invoice.',
    ])
    const turned = { ...told, amount: '-10000', payments: [['P-1', '2024-03-18', '-9800']] as Row[] }
    expect(say(turned).at(-1)).toBe(
      'The discount of 2% within 15 days was taken too late: −200.00 CNY is still to be settled, unless −100.00 CNY is paid by 2024-03-21.',
    )
  })

  it('says what credit notes leave, also where that is more or the same, and of which tax is left aside', () => {
    const counted = (amounts: readonly string[], under = terms, locale = en) =>
      say({ asOf: '2024-03-20', credits: amounts.map((amount, index) => [`C-${index}`, '2024-03-05', amount] as Row) }, under, locale)[2]
    const net = { ...terms, discountBase: 'net-of-tax' as const }
    expect(counted(['-1000'])).toBe('Credit notes of −1000.00 CNY count: discounts are taken off 11000.00 CNY.')
    expect(counted(['100', '-100'])).toBe('Credit notes of 0.00 CNY count: discounts are taken off 10000.00 CNY.')
    expect(counted(['1000'], net)).toBe('Credit notes of 1000.00 CNY count: discounts are taken off the part of 9000.00 CNY that is without tax.')
    expect(counted(['1000'], net, zhCN)).toBe('计入贷项通知单 1000.00 CNY，现金折扣按 9000.00 CNY 中的不含税部分计算。')
  })

  it('says of rows that settle nothing what they are', () => {
    const told: Told = {
      asOf: '2024-03-20',
      payments: [
        ['P-1', '2024-03-05', '10000'],
        ['P-2', '2024-03-10', '-20'],
      ],
      credits: [
        ['C-1', '2024-03-11', '0', 'credit-note'],
        ['W-1', '2024-03-11', '5', 'write-off'],
        ['W-2', '2024-03-12', '-5', 'write-off'],
      ],
    }
    expect(say(told).slice(-4)).toEqual([
      'Refund P-2 of 2024-03-10 itself changes nothing of what is open.',
      'Credit note C-1 of 2024-03-11 itself changes nothing of what is open.',
      'Write-off W-1 of 2024-03-11 itself changes nothing of what is open.',
      'Write-off W-2 of 2024-03-12 itself changes nothing of what is open.',
    ])
    expect(say(told, terms, zhCN).slice(-4)).toEqual([
      '2024-03-10 的退款 P-2 本身不影响未付金额。',
      '2024-03-11 的贷项通知单 C-1 本身不影响未付金额。',
      '2024-03-11 的坏账核销 W-1 本身不影响未付金额。',
      '2024-03-12 的坏账核销 W-2 本身不影响未付金额。',
    ])
  })

  const mixed: Told = {
    asOf: '2024-03-20',
    payments: [
      ['P-1', '2024-02-28', '5000'],
      ['P-2', '2024-03-19', '2000'],
      ['P-3', '2024-03-25', '1'],
      ['R-1', '2024-03-20', '-1000'],
    ],
    credits: [
      ['C-1', '2024-03-05', '1100'],
      ['C-2', '2024-03-06', '-100'],
      ['W-1', '2024-03-07', '10', 'write-off'],
      ['W-2', '2024-03-08', '-5', 'write-off'],
      ['W-3', '2024-03-21', '10', 'write-off'],
    ],
  }

  it('says what credit notes, write-offs and money given back do, and what was left out', () => {
    expect(say(mixed, proRata)).toEqual([
      'As of 2024-03-20, 2882.86 CNY of invoice INV-1 (10000.00 CNY) is open; it is due on 2024-03-31.',
      'Paid: 6000.00 CNY; discount taken: 112.14 CNY; credited or written off: 1005.00 CNY.',
      'Credit notes of 1000.00 CNY count: discounts are taken off 9000.00 CNY.',
      'Money was given back, 1000.00 CNY, which takes away what was paid last.',
      'The discount of 2% within 15 days was earned in part: 5000.00 CNY counts towards the 8820.00 CNY to be paid by 2024-03-16; 102.04 CNY is taken off.',
      'The discount of 1% within 20 days was earned in part: 1000.00 CNY counts towards the 3858.98 CNY to be paid by 2024-03-21; 10.10 CNY is taken off.',
      'Payment P-1 of 2024-02-28 settles 5000.00 CNY.',
      'The discount that payment P-1 of 2024-02-28 earned settles 102.04 CNY.',
      'Credit note C-1 of 2024-03-05 settles 1100.00 CNY.',
      'Credit note C-2 of 2024-03-06 takes back 100.00 CNY.',
      'Write-off W-1 of 2024-03-07 settles 10.00 CNY.',
      'Write-off W-2 of 2024-03-08 takes back 5.00 CNY.',
      'Payment P-2 of 2024-03-19 settles 2000.00 CNY.',
      'The discount that payment P-2 of 2024-03-19 earned settles 10.10 CNY.',
      'Refund R-1 of 2024-03-20 takes back 1000.00 CNY.',
      '2854.03 CNY, paid by 2024-03-21, settles the invoice.',
      'Payments dated later than the day in question, left out: 1.',
      'Credits dated later than the day in question, left out: 1.',
      'Payments dated before the invoice: 1.',
    ])
  })

  it('says it in Chinese', () => {
    const sentences = say(mixed, proRata, zhCN)
    expect(sentences.slice(2, 4)).toEqual(['计入贷项通知单 1000.00 CNY，现金折扣按 9000.00 CNY 计算。', '已退款 1000.00 CNY，从最近的付款中扣减。'])
    expect(sentences[4]).toBe('已部分享受 15 天内付款 2% 的现金折扣：截至 2024-03-16 应付 8820.00 CNY，计入付款 5000.00 CNY，折扣 102.04 CNY。')
    expect(sentences.slice(8, 12)).toEqual([
      '2024-03-05 的贷项通知单 C-1 冲抵 1100.00 CNY。',
      '2024-03-06 的贷项通知单 C-2 冲回 100.00 CNY。',
      '2024-03-07 的坏账核销 W-1 冲抵 10.00 CNY。',
      '2024-03-08 的坏账核销 W-2 冲回 5.00 CNY。',
    ])
    expect(sentences[14]).toBe('2024-03-20 的退款 R-1 冲回 1000.00 CNY。')
    expect(sentences.slice(16)).toEqual(['晚于截止日的付款未计入：1 笔。', '晚于截止日的贷项或坏账核销未计入：1 笔。', '早于发票日期的付款：1 笔。'])
  })

  it('says that too much was paid, and given back', () => {
    const overpaid = { asOf: '2024-03-20', payments: [['P-1', '2024-03-10', '9800'] as Row, ['P-2', '2024-03-11', '50'] as Row] }
    expect([say(overpaid)[0], say(overpaid).at(-1)]).toEqual([
      'As of 2024-03-20, invoice INV-1 (10000.00 CNY) is settled and overpaid by 50.00 CNY.',
      'Payment P-2 of 2024-03-11 itself changes nothing of what is open.',
    ])
    expect(say(overpaid, terms, zhCN)[0]).toBe('截至 2024-03-20，发票 INV-1（10000.00 CNY）已结清，多付 50.00 CNY。')
    const back = { asOf: '2024-02-20', payments: [['R-1', '2024-02-10', '-7'] as Row] }
    expect(say(back).slice(-3)).toEqual([
      'The invoice is dated 2024-03-01, later than the day in question.',
      'Payments dated before the invoice: 1.',
      'More was given back than was paid, so what was paid comes to −7.00 CNY.',
    ])
    expect(say(back, terms, zhCN).slice(-3)).toEqual([
      '发票日期 2024-03-01 晚于截止日。',
      '早于发票日期的付款：1 笔。',
      '退款多于付款，付款净额为 −7.00 CNY。',
    ])
  })

  it('says of a credit note that is settled like an invoice the same, with minus signs', () => {
    const sentences = say(
      { asOf: '2024-03-20', amount: '-10000', payments: [['P-1', '2024-03-10', '-4900'] as Row, ['P-2', '2024-03-12', '100'] as Row] },
      proRata,
    )
    expect(sentences[0]).toMatch(/^As of 2024-03-20, −5\d\d\d\.\d\d CNY of invoice INV-1 \(−10000\.00 CNY\) is open; /)
    expect(sentences).toContain('Payment P-1 of 2024-03-10 settles −4900.00 CNY.')
    expect(sentences).toContain('Refund P-2 of 2024-03-12 takes back 100.00 CNY.')
    const received = { asOf: '2024-03-20', amount: '-10000', payments: [['P-1', '2024-03-10', '100']] as Row[] }
    expect(say(received)).toContain('Money was given back, 100.00 CNY, which takes away what was paid last.')
    expect(say(received, terms, zhCN)).toContain('已退款 100.00 CNY，从最近的付款中扣减。')
    const none = settle({ asOf: '2024-03-20', amount: '0' })
    expect(explainSettlement(none, terms).sentences[0]).toBe('As of 2024-03-20, invoice INV-1 (0.00 CNY) is settled.')
  })

  it('says what a discount is taken off', () => {
    const net = { ...terms, discountBase: 'net-of-tax' as const }
    expect(say({ asOf: '2024-03-02' }, net)[2]).toMatch(/^The discount of 2% of the amount without tax within 15 days is within reach: /)
    expect(say({ asOf: '2024-03-02' }, net, zhCN)[2]).toMatch(/^仍可享受 15 天内付款按不含税金额 2% 计的现金折扣：/)
  })

  it('says of a refund that it takes back a discount', () => {
    const taken = { payment: 'R-1', date: '2024-03-12', type: 'discount', amount: '-2.04', settles: '-2.04' } as const
    const settlement = { ...settle({ asOf: '2024-03-20' }), applications: [taken] }
    expect(explainSettlement(settlement, terms).sentences[4]).toBe('Refund R-1 of 2024-03-12 takes back a discount of 2.04 CNY.')
    expect(explainSettlement(settlement, terms, zhCN).sentences[4]).toBe('2024-03-12 的退款 R-1 冲回现金折扣 2.04 CNY。')
  })

  it('refuses a settlement that other terms made, and what is none', () => {
    const settlement = settle(mixed)
    expect(issuesOf(() => explainSettlement(settlement, parseTerms('N/30')))).toEqual([['other-policy', ['settlement', 'policies']]])
    expect(issuesOf(() => explainSettlement([] as never, null as never))).toEqual([
      ['wrong-type', ['terms']],
      ['wrong-type', ['settlement']],
    ])
    const [reason, ...reasons] = settlement.reasons
    const bad = {
      ...settlement,
      paid: 6000,
      policies: 'x',
      next: { by: '2024-03-21' },
      unearnedDiscount: null,
      applications: [{ ...settlement.applications[0], type: 'gift' }, 7],
      reasons: [{ ...reason, params: { base: 5 } }, { code: 'toString', params: {} }, ...reasons],
      diagnoses: [{ code: 'payments-after-as-of', params: { count: -1 } }, null],
    }
    expect(issuesOf(() => explainSettlement(bad as never, terms))).toEqual([
      ['wrong-type', ['settlement', 'paid']],
      ['not-allowed', ['settlement', 'applications', 0, 'type']],
      ['wrong-type', ['settlement', 'applications', 1]],
      ['wrong-type', ['settlement', 'unearnedDiscount']],
      ['missing', ['settlement', 'next', 'payable']],
      ['missing', ['settlement', 'reasons', 0, 'params', 'creditNotes']],
      ['wrong-type', ['settlement', 'reasons', 0, 'params', 'base']],
      ['not-allowed', ['settlement', 'reasons', 1, 'code']],
      ['too-small', ['settlement', 'diagnoses', 0, 'params', 'count']],
      ['wrong-type', ['settlement', 'diagnoses', 1]],
      ['wrong-type', ['settlement', 'policies']],
    ])
  })
})
