import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainAgeing } from '../explain.js'
import { type AgeingScheme, ageReceivables, compileAgeing, type OpenItem } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { ageingTo90Days } from '../templates.js'

type Row = readonly [id: string, customer: string, due: string, amount: string, more?: Partial<OpenItem>]

const itemsOf = (rows: readonly Row[]): OpenItem[] =>
  rows.map(([id, customer, due, amount, more]) => ({ id, customer, date: '2024-01-01', due, amount, currency: 'CNY', ...more }))
const items = itemsOf([
  ['A-1', 'A', '2024-04-30', '1000'],
  ['A-2', 'A', '2024-02-29', '500', { disputed: true }],
  ['B-1', 'B', '2024-03-01', '300'],
  ['B-2', 'B', '2024-03-15', '-100.50'],
  ['C-1', 'C', '2024-01-15', '-20'],
  ['C-2', 'C', '2024-01-15', '0'],
  ['D-1', 'D', '2024-04-30', '100', { applications: [{ date: '2024-02-01', type: 'payment', settles: '120' }] }],
  ['E-1', 'E', '2024-04-30', '7', { date: '2024-05-01' }],
  ['A-3', 'A', '2024-05-01', '4000', { currency: 'JPY', applications: [{ date: '2024-05-01', type: 'payment', settles: '4000' }] }],
  ['A-4', 'A', '2024-05-01', '9', { currency: 'EUR', applications: [{ date: '2024-01-01', type: 'write-off', settles: '9' }] }],
  ['F-1', '', '2024-05-01', '9'],
])
const options = { asOf: '2024-03-31', invalid: 'collect' } as const
const ageing = ageReceivables(items, ageingTo90Days, options)

describe('explainAgeing', () => {
  it('says in English how old what is open is', () => {
    expect(explainAgeing(ageing, ageingTo90Days).sentences).toEqual([
      'Open items as of 2024-03-31, by days overdue, under the scheme "Days overdue: 30, 60, 90".',
      'An age of exactly 30 days belongs to the bucket "1-30 days".',
      'Open in CNY: 1659.50 CNY, which is debits of 1800.00 CNY less credits of 140.50 CNY.',
      'Overdue: 800.00 CNY, 44.44% of all debits.',
      'Disputed: 500.00 CNY.',
      'Not due yet: 980.00 CNY, which is debits of 1000.00 CNY, 55.56% of all debits, less credits of 20.00 CNY; items: 2.',
      '1-30 days: 199.50 CNY, which is debits of 300.00 CNY, 16.67% of all debits, less credits of 100.50 CNY; items: 2.',
      '31-60 days: 500.00 CNY, 27.78% of all debits; items: 1.',
      '61-90 days: −20.00 CNY, credits only; items: 1.',
      'Customers with open items: 4.',
      'Who owes most: A (1500.00 CNY), B (199.50 CNY).',
      'Nothing is open in EUR.',
      'Open in JPY: 4000 JPY.',
      'Overdue: 0 JPY, 0% of all debits.',
      'Not due yet: 4000 JPY, 100% of all debits; items: 1.',
      'Customers with open items: 1.',
      'Who owes most: A (4000 JPY).',
      'Items left out because something is wrong with them: 1; items read: 10.',
      'Items dated later than the day in question, left out: 1.',
      'Payments and credits applied later than the day in question, left out: 1.',
      'Items that are settled, and in no bucket: 2.',
      'Items settled beyond their amount, which count with the opposite sign: 1.',
    ])
  })

  it('says it in Chinese', () => {
    expect(explainAgeing(ageing, ageingTo90Days, zhCN).sentences).toEqual([
      '截至 2024-03-31 的未清项，按方案“逾期账龄：30、60、90 天”以逾期天数划分账龄。',
      '账龄恰为 30 天的归入“1–30 天”。',
      'CNY 未清金额：1659.50 CNY，即借方 1800.00 CNY 减贷方 140.50 CNY。',
      '逾期：800.00 CNY，占借方总额的 44.44%。',
      '有争议：500.00 CNY。',
      '未到期：980.00 CNY，即借方 1000.00 CNY（占借方总额的 55.56%）减贷方 20.00 CNY，共 2 项。',
      '1–30 天：199.50 CNY，即借方 300.00 CNY（占借方总额的 16.67%）减贷方 100.50 CNY，共 2 项。',
      '31–60 天：500.00 CNY，占借方总额的 27.78%，共 1 项。',
      '61–90 天：−20.00 CNY，均为贷项，共 1 项。',
      '有未清项的客户：4 家。',
      '欠款最多的客户：A（1500.00 CNY）、B（199.50 CNY）。',
      'EUR 没有未清金额。',
      'JPY 未清金额：4000 JPY。',
      '逾期：0 JPY，占借方总额的 0%。',
      '未到期：4000 JPY，占借方总额的 100%，共 1 项。',
      '有未清项的客户：1 家。',
      '欠款最多的客户：A（4000 JPY）。',
      '因有错误而未计入的单据：1 张；读入的单据：10 张。',
      '晚于截止日的单据未计入：1 张。',
      '晚于截止日冲抵的付款与贷项未计入：1 笔。',
      '已结清、不归入任何账龄区间的单据：2 张。',
      '冲抵超过本身金额、以相反方向计入的单据：1 张。',
    ])
  })

  const byInvoiceDate: AgeingScheme = {
    kind: 'ageing-scheme',
    id: 'by-date',
    version: 1,
    by: 'invoice-date',
    boundary: 'below',
    buckets: [
      { id: 'young', upToDays: 1 },
      { id: 'old', upToDays: null },
    ],
  }

  it('says of an ageing by invoice date nothing of what is overdue, and where the boundary belongs', () => {
    const aged = ageReceivables(itemsOf([['A-1', 'A', '2024-01-01', '5']]), byInvoiceDate, options)
    expect(explainAgeing(aged, byInvoiceDate).sentences).toEqual([
      'Open items as of 2024-03-31, by days since the date of each, under the scheme "by-date".',
      'An age of exactly 1 day belongs to the bucket "old".',
      'Open in CNY: 5.00 CNY.',
      'old: 5.00 CNY, 100% of all debits; items: 1.',
      'Customers with open items: 1.',
      'Who owes most: A (5.00 CNY).',
    ])
    expect(explainAgeing(aged, byInvoiceDate, zhCN).sentences.slice(0, 2)).toEqual([
      '截至 2024-03-31 的未清项，按方案“by-date”以单据日期起算的天数划分账龄。',
      '账龄恰为 1 天的归入“old”。',
    ])
  })

  it('says that there is nothing, and of a single bucket no boundary', () => {
    const single: AgeingScheme = { ...byInvoiceDate, buckets: [{ id: 'all', upToDays: null }] }
    const none = ageReceivables([], single, options)
    expect(explainAgeing(none, single).sentences.slice(1)).toEqual(['There are no items that count up to that day.'])
    expect(explainAgeing(none, single, zhCN).sentences.slice(1)).toEqual(['截至该日没有应计入的单据。'])
  })

  it('names nobody where nobody owes anything, and no customers where the columns have none', () => {
    const owed = ageReceivables(itemsOf([['C-1', 'C', '2024-04-01', '-20']]), ageingTo90Days, options)
    expect(explainAgeing(owed, ageingTo90Days).sentences.slice(2)).toEqual([
      'Open in CNY: −20.00 CNY, which is debits of 0.00 CNY less credits of 20.00 CNY.',
      'Not due yet: −20.00 CNY, credits only; items: 1.',
      'Customers with open items: 1.',
    ])
    const columns = { date: ['2024-01-01'], due: ['2024-01-01'], amount: [3], currency: 'CNY' }
    const aged = compileAgeing(ageingTo90Days).ageColumns(columns, { asOf: '2024-03-31' })
    expect(explainAgeing(aged, ageingTo90Days).sentences.slice(2)).toEqual([
      'Open in CNY: 3.00 CNY.',
      'Overdue: 3.00 CNY, 100% of all debits.',
      '61-90 days: 3.00 CNY, 100% of all debits; items: 1.',
    ])
  })

  it('names the five who owe most of many, the greatest first, those alike by id', () => {
    const many = Array.from({ length: 300 }, (_, index) => [`I${index}`, `C${index}`, '2024-03-01', `${10 ** (index % 3)}`] as const)
    const sentences = explainAgeing(ageReceivables(itemsOf(many), ageingTo90Days, options), ageingTo90Days).sentences
    expect(sentences.slice(-2)).toEqual([
      'Customers with open items: 300.',
      'Who owes most: C101 (100.00 CNY), C104 (100.00 CNY), C107 (100.00 CNY), C11 (100.00 CNY), C110 (100.00 CNY).',
    ])
    expect(sentences).toHaveLength(7)
  })

  it('shows no part as all or nothing that is not', () => {
    const aged = ageReceivables(
      itemsOf([
        ['A-1', 'A', '2024-04-30', `1${'0'.repeat(20)}`],
        ['A-2', 'A', '2024-03-01', '0.01'],
        ['B-1', 'B', '2024-04-30', `9${'0'.repeat(400)}`, { currency: 'EUR' }],
        ['B-2', 'B', '2024-03-01', '0.01', { currency: 'EUR' }],
      ]),
      ageingTo90Days,
      options,
    )
    const percents = explainAgeing(aged, ageingTo90Days).sentences.map((sentence) => /(\S+%) of all debits/.exec(sentence)?.[1])
    expect(percents.filter((percent) => percent !== undefined)).toEqual(['<0.01%', '>99.99%', '<0.01%', '<0.01%', '>99.99%', '<0.01%'])
  })

  it('refuses an ageing that the scheme of the same version no longer makes', () => {
    const last = ageingTo90Days.buckets.length - 1
    const place = (index: number, bucket: number) => ['ageing', 'currencies', index, 'buckets', bucket, 'id']
    const all = (bucket: number) => ageing.currencies.map((_, index) => ['outdated-input', place(index, bucket)])
    const renamed = ageingTo90Days.buckets.map((bucket, index) => (index === 1 ? { ...bucket, id: 'constructor' } : bucket))
    expect(issuesOf(() => explainAgeing(ageing, { ...ageingTo90Days, buckets: renamed }))).toEqual(all(2))
    expect(issuesOf(() => explainAgeing(ageing, { ...ageingTo90Days, buckets: ageingTo90Days.buckets.slice(1) }))).toEqual(all(1))
    const longer = [{ id: 'first', upToDays: 1 }, ...ageingTo90Days.buckets]
    expect(issuesOf(() => explainAgeing(ageing, { ...ageingTo90Days, buckets: longer }))).toEqual(all(1))
    expect(issuesOf(() => explainAgeing(ageing, { ...ageingTo90Days, by: 'invoice-date' }))).toEqual(all(0))
    const cut = ageing.currencies.map((currency) => ({ ...currency, buckets: currency.buckets.slice(0, last) }))
    expect(issuesOf(() => explainAgeing({ ...ageing, currencies: cut }, ageingTo90Days))).toEqual(all(last))
  })

  it('reads of a scheme and its buckets what is their own', () => {
    const { boundary, ...scheme } = { ...ageingTo90Days, boundary: 'below' as const }
    const buckets = scheme.buckets.map(({ id, upToDays }) => Object.assign(Object.create({ title: 'inherited' }), { id, upToDays }))
    const inheriting = Object.assign(Object.create({ boundary, title: 'inherited' }), { ...scheme, buckets, title: 'own' })
    expect(explainAgeing(ageing, inheriting).sentences.slice(0, 2)).toEqual([
      'Open items as of 2024-03-31, by days overdue, under the scheme "own".',
      'An age of exactly 30 days belongs to the bucket "1-30".',
    ])
  })

  it('refuses an ageing that another scheme made, and what is none', () => {
    expect(issuesOf(() => explainAgeing(ageing, { ...ageingTo90Days, version: 2 }))).toEqual([['other-policy', ['ageing', 'policies']]])
    expect(issuesOf(() => explainAgeing(ageing, { ...ageingTo90Days, buckets: [] }))).toEqual([['empty', ['scheme', 'buckets']]])
    expect(issuesOf(() => explainAgeing(null as never, undefined as never))).toEqual([
      ['missing', ['scheme']],
      ['wrong-type', ['ageing']],
    ])
    const [currency] = ageing.currencies
    const [customer] = currency?.customers ?? []
    const [bucket] = currency?.buckets ?? []
    const bad = {
      ...ageing,
      asOf: '2024-02-30',
      currencies: [
        { ...currency, total: 5, buckets: [{ ...bucket, count: -1, debits: '1e3' }, 7], customers: [{ ...customer, customer: '' }, null] },
      ],
      diagnoses: [{ code: 'toString' }, { code: 'items-settled', params: {} }],
      policies: [],
    }
    expect(issuesOf(() => explainAgeing(bad as never, ageingTo90Days))).toEqual([
      ['not-a-calendar-date', ['ageing', 'asOf']],
      ['wrong-type', ['ageing', 'currencies', 0, 'total']],
      ['too-small', ['ageing', 'currencies', 0, 'buckets', 0, 'count']],
      ['not-a-decimal', ['ageing', 'currencies', 0, 'buckets', 0, 'debits']],
      ['wrong-type', ['ageing', 'currencies', 0, 'buckets', 1]],
      ['empty', ['ageing', 'currencies', 0, 'customers', 0, 'customer']],
      ['wrong-type', ['ageing', 'currencies', 0, 'customers', 1]],
      ['not-allowed', ['ageing', 'diagnoses', 0, 'code']],
      ['missing', ['ageing', 'diagnoses', 1, 'params', 'count']],
      ['other-policy', ['ageing', 'policies']],
    ])
  })
})
