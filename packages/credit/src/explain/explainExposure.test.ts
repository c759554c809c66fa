import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainExposure } from '../explain.js'
import { assessExposure, type CreditAccount, type OrderPolicy } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

const policy: OrderPolicy = {
  kind: 'order-policy',
  id: 'converting',
  version: 1,
  title: { en: 'All in EUR', 'zh-CN': '统一为欧元' },
  exposure: {
    count: ['receivables', 'deliveries', 'deposits', 'guarantees'],
    convert: { to: 'EUR', rates: { USD: '0.92', CNY: '0.125' } },
    jointGuaranteesOnly: true,
  },
  breaches: { 'over-limit': 'hold' },
}
const item = { id: 'INV-1', customer: 'C-1', date: '2024-03-01', due: '2024-03-31', amount: '1000', currency: 'EUR' }
const application = { date: '2024-04-02', type: 'payment', settles: '100' } as const
const account: CreditAccount = {
  customer: 'C-1',
  company: 'Nord',
  currency: 'USD',
  items: [
    { ...item, applications: [application] },
    { ...item, id: 'INV-2', date: '2024-04-01' },
  ],
  deliveries: [{ amount: '100' }, { amount: '1', date: '2024-04-01' }, { amount: '2', date: '2024-04-01' }],
  orders: [{ amount: '50' }, { amount: '1', date: '2024-04-01' }],
  deposits: [
    { amount: '800', currency: 'CNY' },
    { amount: '10', validUntil: '2024-03-30' },
    { amount: '20', validFrom: '2024-04-01' },
  ],
  guarantees: [
    { amount: '300', joint: true },
    { amount: '5' },
    { amount: '6', joint: true, validUntil: '2024-03-30' },
    { amount: '7', validFrom: '2024-04-01' },
  ],
}
const exposure = assessExposure(account, policy, { asOf: '2024-03-31' })

describe('explainExposure', () => {
  it('says what counts, what lowers it, what does not count, and everything that is to be known', () => {
    expect(explainExposure(exposure, policy).sentences).toEqual([
      'As of 2024-03-31, the exposure to customer C-1 is 716.00 EUR under the policy "All in EUR".',
      'Company: Nord.',
      'Receivables: 1000.00 EUR.',
      'Deliveries not yet invoiced: 92.00 EUR.',
      'Orders not yet delivered: 46.00 EUR, not counted under this policy.',
      'Deposits: 100.00 EUR, taken off.',
      'Guarantees: 276.00 EUR, taken off.',
      'Items dated later than the day in question, left out: 1.',
      'Payments and credits applied later than the day in question, left out: 1.',
      'Deliveries not yet invoiced that are dated later than the day in question, left out: 2.',
      'Orders not yet delivered that are dated later than the day in question, left out: 1.',
      'Deposits that have expired and do not count: 1, 9.20 EUR together.',
      'Guarantees that have expired and do not count: 1, 5.52 EUR together.',
      'Deposits that are not in force yet and do not count: 1, 18.40 EUR together.',
      'Guarantees that are not in force yet and do not count: 1, 6.44 EUR together.',
      'Guarantees that do not count, as the guarantor is not severally liable: 1, 4.60 EUR together.',
      'Amounts in CNY were converted at 1 CNY = 0.125 EUR.',
      'Amounts in USD were converted at 1 USD = 0.92 EUR.',
    ])
  })

  it('says it in Chinese', () => {
    expect(explainExposure(exposure, policy, zhCN).sentences).toEqual([
      '截至 2024-03-31，按政策“统一为欧元”，客户 C-1 的信用敞口为 716.00 EUR。',
      '授信公司：Nord。',
      '应收账款：1000.00 EUR。',
      '已发货未开票：92.00 EUR。',
      '已接单未发货：46.00 EUR，按该政策不计入。',
      '保证金：抵减 100.00 EUR。',
      '担保：抵减 276.00 EUR。',
      '晚于截止日的单据未计入：1 张。',
      '晚于截止日冲抵的付款与贷项未计入：1 笔。',
      '已发货未开票中晚于截止日、未计入的：2 笔。',
      '已接单未发货中晚于截止日、未计入的：1 笔。',
      '保证金中已到期、不予计入的：1 笔，合计 9.20 EUR。',
      '担保中已到期、不予计入的：1 笔，合计 5.52 EUR。',
      '保证金中尚未生效、不予计入的：1 笔，合计 18.40 EUR。',
      '担保中尚未生效、不予计入的：1 笔，合计 6.44 EUR。',
      '担保中担保人不承担连带责任、不予计入的：1 笔，合计 4.60 EUR。',
      'CNY 金额按 1 CNY = 0.125 EUR 折算。',
      'USD 金额按 1 USD = 0.92 EUR 折算。',
    ])
  })

  it('says what is nil only where it counts and after the rest, and shows credits with a typographic minus', () => {
    const plain: OrderPolicy = { ...policy, exposure: { count: ['receivables', 'guarantees'] } }
    const credited = { customer: 'C-1', currency: 'JPY', items: [{ ...item, amount: '-70', currency: 'JPY' }], guarantees: [] }
    expect(explainExposure(assessExposure(credited, plain, { asOf: '2024-03-31' }), plain).sentences).toEqual([
      'As of 2024-03-31, the exposure to customer C-1 is −70 JPY under the policy "All in EUR".',
      'Receivables: −70 JPY.',
      'Counted, and nothing in them: Guarantees.',
    ])
    const all: OrderPolicy = { ...policy, exposure: { count: ['receivables', 'deliveries', 'orders', 'deposits', 'guarantees'] } }
    const indebted = { ...credited, items: [], deliveries: [], orders: [{ amount: '5' }], deposits: [] }
    const assessed = assessExposure(indebted, all, { asOf: '2024-03-31' })
    expect([explainExposure(assessed, all), explainExposure(assessed, all, zhCN)].map((said) => said.sentences.slice(1))).toEqual([
      ['Orders not yet delivered: 5 JPY.', 'Counted, and nothing in them: Receivables, Deliveries not yet invoiced, Deposits, Guarantees.'],
      ['已接单未发货：5 JPY。', '计入但为零的项目：应收账款、已发货未开票、保证金、担保。'],
    ])
    const uncounted: OrderPolicy = { ...plain, exposure: { count: ['receivables'] } }
    const secured = { ...credited, guarantees: [{ amount: '9' }] }
    const { sentences } = explainExposure(assessExposure(secured, uncounted, { asOf: '2024-03-31' }), uncounted)
    expect(sentences.slice(1)).toEqual(['Receivables: −70 JPY.', 'Guarantees: 9 JPY, not counted under this policy.'])
  })

  it('refuses an exposure that the policy of the same version no longer makes', () => {
    const change = (rule: Partial<OrderPolicy['exposure']>): OrderPolicy => ({ ...policy, exposure: { ...policy.exposure, ...rule } })
    expect(issuesOf(() => explainExposure(exposure, change({ count: ['receivables', 'deliveries', 'orders', 'guarantees'] })))).toEqual([
      ['outdated-input', ['exposure', 'parts', 2, 'counted']],
      ['outdated-input', ['exposure', 'parts', 3, 'counted']],
    ])
    expect(issuesOf(() => explainExposure(exposure, change({ jointGuaranteesOnly: false })))).toEqual([
      ['outdated-input', ['exposure', 'diagnoses', 8, 'code']],
    ])
    const place = (index: number, key: string) => ['exposure', 'diagnoses', index, 'params', key]
    expect(issuesOf(() => explainExposure(exposure, change({ convert: { to: 'EUR', rates: { USD: '0.93' } } })))).toEqual([
      ['outdated-input', place(9, 'rate')],
      ['outdated-input', place(10, 'rate')],
    ])
    expect(issuesOf(() => explainExposure({ ...exposure, currency: 'CHF' }, policy))).toEqual([
      ['outdated-input', ['exposure', 'currency']],
      ['outdated-input', place(9, 'to')],
      ['outdated-input', place(10, 'to')],
    ])
    expect(issuesOf(() => explainExposure({ ...exposure, total: '716.01' }, policy))).toEqual([['outdated-input', ['exposure', 'total']]])
  })

  it('refuses one that another policy made, and what is none', () => {
    expect(issuesOf(() => explainExposure(exposure, { ...policy, version: '1' }))).toEqual([['other-policy', ['exposure', 'policies']]])
    const { total: _, ...others } = exposure
    const parts = [{ part: 'orders', amount: 5, counted: 'yes' }, ...exposure.parts.slice(1)]
    const diagnoses = [{ code: 'rows-rejected', params: {} }, { code: 'converted', params: { from: '', rate: '1e3' } }, { code: 'security-expired' }]
    expect(issuesOf(() => explainExposure({ ...others, parts, diagnoses } as never, { ...policy, kind: 'x' } as never))).toEqual([
      ['not-allowed', ['policy', 'kind']],
      ['missing', ['exposure', 'total']],
      ['not-allowed', ['exposure', 'parts', 0, 'part']],
      ['wrong-type', ['exposure', 'parts', 0, 'amount']],
      ['wrong-type', ['exposure', 'parts', 0, 'counted']],
      ['not-allowed', ['exposure', 'diagnoses', 0, 'code']],
      ['empty', ['exposure', 'diagnoses', 1, 'params', 'from']],
      ['missing', ['exposure', 'diagnoses', 1, 'params', 'to']],
      ['not-a-decimal', ['exposure', 'diagnoses', 1, 'params', 'rate']],
      ['missing', ['exposure', 'diagnoses', 2, 'params']],
    ])
    expect(issuesOf(() => explainExposure({ ...exposure, parts: exposure.parts.slice(1) }, policy))).toEqual([
      ['wrong-length', ['exposure', 'parts']],
    ])
    for (const none of [undefined, null, [], 'x', 7]) expect(issuesOf(() => explainExposure(none as never, policy))).toHaveLength(1)
  })
})
