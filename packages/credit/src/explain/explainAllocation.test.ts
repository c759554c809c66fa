import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainAllocation } from '../explain.js'
import { allocatePayment, type PaymentApplication, parseTerms } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { twoTenNetThirty } from '../templates.js'

const invoiceOf = (id: string, date: string, amount: string) => ({ id, date, amount, currency: 'CNY' })
const payment = { id: 'P-1', date: '2024-03-20', amount: '1500', currency: 'CNY' }
const paid = { payments: [{ id: 'P-0', date: '2024-03-25', amount: '100', currency: 'CNY' }] }
const invoices = [
  invoiceOf('A', '2024-02-01', '300'),
  invoiceOf('B', '2024-03-15', '1000'),
  { ...invoiceOf('C', '2024-03-16', '100'), ...paid },
  invoiceOf('D', '2024-03-17', '500'),
  invoiceOf('E', '2024-03-18', '500'),
]
const terms = { A: parseTerms('N/30'), B: twoTenNetThirty, C: twoTenNetThirty, D: parseTerms('N/30'), E: twoTenNetThirty }
const allocation = allocatePayment({ payment, invoices }, terms, { order: 'oldest-first' })

describe('explainAllocation', () => {
  it('says in English what each invoice gets', () => {
    expect(explainAllocation(allocation, terms).sentences).toEqual([
      'Payment P-1 of 2024-03-20 (1500.00 CNY) goes to the oldest invoice first.',
      'Invoice A gets 300.00 CNY; it is settled.',
      'Invoice B gets 980.00 CNY and, under the terms "2% within 10 days, net 30 days", a discount of 20.00 CNY; it is settled.',
      'Invoice D gets 220.00 CNY; 280.00 CNY stays open.',
      'Payments and credits dated later than this payment, up to 2024-03-25, counted too: 1.',
      'Nothing was open before the payment: C.',
      'Still open after the payment: D, E.',
    ])
  })

  it('says it in Chinese', () => {
    expect(explainAllocation(allocation, terms, zhCN).sentences).toEqual([
      '2024-03-20 的付款 P-1（1500.00 CNY）先付最早的发票。',
      '发票 A 分得 300.00 CNY，已结清。',
      '发票 B 分得 980.00 CNY，按信用条件“10 天内付款折扣 2%，信用期限 30 天”享受现金折扣 20.00 CNY，已结清。',
      '发票 D 分得 220.00 CNY，尚有 280.00 CNY 未付。',
      '晚于该付款、截至 2024-03-25 的付款、贷项和坏账核销也已计入：1 笔。',
      '付款前已无未付金额：C。',
      '付款后仍有未付金额：D、E。',
    ])
  })

  it('says what is left over, and that an invoice stays overdue', () => {
    const all = allocatePayment({ payment, invoices: [] }, {}, { order: 'given' })
    expect(explainAllocation(all, {}).sentences).toEqual([
      'Payment P-1 of 2024-03-20 (1500.00 CNY) goes to the invoices in the order given.',
      'Left over, as no invoice needs it: 1500.00 CNY.',
      'There are no invoices to pay.',
    ])
    expect(explainAllocation(all, {}, zhCN).sentences).toEqual([
      '2024-03-20 的付款 P-1（1500.00 CNY）按给定的顺序支付发票。',
      '余款 1500.00 CNY 没有发票可冲抵。',
      '没有可支付的发票。',
    ])
    const late = allocatePayment({ payment, invoices: [invoiceOf('A', '2024-02-01', '5000')] }, { A: terms.A }, { order: 'largest-discount' })
    expect(explainAllocation(late, terms).sentences).toEqual([
      'Payment P-1 of 2024-03-20 (1500.00 CNY) goes first to the invoice whose discount is greatest on that day.',
      'Invoice A gets 1500.00 CNY; 3500.00 CNY stays open and is overdue.',
      'Still open after the payment: A.',
    ])
    expect(explainAllocation(late, terms, zhCN).sentences.slice(0, 2)).toEqual([
      '2024-03-20 的付款 P-1（1500.00 CNY）先付当日现金折扣最大的发票。',
      '发票 A 分得 1500.00 CNY，尚有 3500.00 CNY 未付，已逾期。',
    ])
    const [application] = late.applications
    const over = { ...late, applications: [{ ...application, status: 'overpaid' as const }] }
    expect(explainAllocation(over as never, terms).sentences[1]).toBe('Invoice A gets 1500.00 CNY; it is settled and overpaid.')
    expect(explainAllocation(over as never, terms, zhCN).sentences[1]).toBe('发票 A 分得 1500.00 CNY，已结清并有多付。')
  })

  it('names the first 20 of many invoices', () => {
    const many = Array.from({ length: 25 }, (_, index) => invoiceOf(`I${index + 10}`, '2024-03-01', '100'))
    const netThirty = Object.fromEntries(many.map(({ id }) => [id, terms.A]))
    const little = allocatePayment({ payment: { ...payment, amount: '50' }, invoices: many }, netThirty, { order: 'given' })
    expect(explainAllocation(little, netThirty).sentences.at(-1)).toMatch(/^Still open after the payment: I10, .* I29, 5 more\.$/)
  })

  it('refuses terms that are changed about between invoices', () => {
    expect(issuesOf(() => explainAllocation(allocation, { ...terms, A: terms.B, B: terms.A }))).toEqual([
      ['other-policy', ['allocation', 'applications', 0, 'terms']],
      ['other-policy', ['allocation', 'applications', 1, 'terms']],
    ])
    // Terms of invoices that got nothing are not in question.
    expect(explainAllocation(allocation, { ...terms, E: terms.A })).toEqual(explainAllocation(allocation, terms))
  })

  it('refuses an allocation that other terms made, and what is none', () => {
    expect(issuesOf(() => explainAllocation(allocation, { ...terms, A: parseTerms('N/60'), D: parseTerms('N/60') }))).toEqual([
      ['other-policy', ['allocation', 'policies', 0]],
      ['other-policy', ['allocation', 'applications', 0, 'terms']],
      ['other-policy', ['allocation', 'applications', 2, 'terms']],
    ])
    const { A: _, D: __, ...others } = terms
    expect(issuesOf(() => explainAllocation(allocation, { ...others, X: terms.A }))).toEqual([
      ['missing', ['terms', 'A']],
      ['missing', ['terms', 'D']],
    ])
    expect(issuesOf(() => explainAllocation(allocation, undefined as never))).toEqual([['missing', ['terms']]])
    expect(issuesOf(() => explainAllocation({ ...allocation, payment: '' }, { ...terms, A: null as never }))).toEqual([
      ['wrong-type', ['terms', 'A']],
      ['empty', ['allocation', 'payment']],
    ])
    expect(issuesOf(() => explainAllocation(null as never, terms))).toEqual([['wrong-type', ['allocation']]])
    expect(issuesOf(() => explainAllocation(null as never, null as never))).toEqual([
      ['wrong-type', ['terms']],
      ['wrong-type', ['allocation']],
    ])
    const [first, ...rest] = allocation.applications
    const { terms: ___, ...without } = first as PaymentApplication
    expect(issuesOf(() => explainAllocation({ ...allocation, amount: 5, applications: [without, ...rest] } as never, { B: null } as never))).toEqual([
      ['wrong-type', ['terms', 'B']],
      ['wrong-type', ['allocation', 'amount']],
      ['missing', ['allocation', 'applications', 0, 'terms']],
      ['missing', ['terms', 'A']],
      ['missing', ['terms', 'D']],
    ])
    const inherited = Object.create({ A: terms.A }, {}) as typeof terms
    expect(issuesOf(() => explainAllocation({ ...allocation, policies: [] }, inherited))).toEqual(
      ['A', 'B', 'D'].map((invoice) => ['missing', ['terms', invoice]]),
    )
    const bad = { ...allocation, order: 'newest-first', policies: [null], diagnoses: [{ code: 'left-open', params: { invoices: ['A', 7] } }] }
    expect(issuesOf(() => explainAllocation(bad as never, terms))).toEqual([
      ['not-allowed', ['allocation', 'order']],
      ['wrong-type', ['allocation', 'diagnoses', 0, 'params', 'invoices', 1]],
      ['other-policy', ['allocation', 'policies', 0]],
    ])
  })
})
