import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainConcentration } from '../explain.js'
import { concentrationOfReceivables, type OpenItem } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

const itemOf = (customer: string, amount: string, more: Partial<OpenItem> = {}): OpenItem => ({
  id: `${customer} ${amount}`,
  customer,
  date: '2024-01-01',
  due: '2024-01-31',
  amount,
  currency: 'CNY',
  ...more,
})
const payment = { date: '2024-06-01', type: 'payment', settles: '1' } as const
const items = [
  itemOf('A', '500', { applications: [payment] }),
  itemOf('B', '250'),
  itemOf('C', '250'),
  itemOf('D', '-100'),
  itemOf('E', '7', { date: '2024-07-01' }),
  itemOf('F', '-3', { currency: 'EUR' }),
  itemOf('G', 'x'),
]
const concentration = concentrationOfReceivables(items, { asOf: '2024-03-31', invalid: 'collect' })

describe('explainConcentration', () => {
  it('says in English how much hangs on how few customers', () => {
    expect(explainConcentration(concentration).sentences).toEqual([
      'Open items by customer as of 2024-03-31.',
      'Open in CNY: 900.00 CNY. Shares are of the balances above 0, 1000.00 CNY in all. Customers with open items: 4.',
      'Who owes most: A (500.00 CNY, 50%), B (250.00 CNY, 25%), C (250.00 CNY, 25%).',
      'Share of the greatest customers: top 1: 50%.',
      'The Herfindahl–Hirschman index is 0.375; the effective number of customers is 2.667.',
      'No customer owes anything on balance in EUR; open in all: −3.00 EUR.',
      'Items left out because something is wrong with them: 1; items read: 6.',
      'Items dated later than the day in question, left out: 1.',
      'Payments and credits applied later than the day in question, left out: 1.',
    ])
  })

  it('says it in Chinese', () => {
    expect(explainConcentration(concentration, zhCN).sentences).toEqual([
      '截至 2024-03-31 各客户的未清项。',
      'CNY 未清金额：900.00 CNY。余额为正的客户合计 1000.00 CNY，各占比以此为基数。有未清项的客户：4 家。',
      '欠款最多的客户：A（500.00 CNY，50%）、B（250.00 CNY，25%）、C（250.00 CNY，25%）。',
      '欠款最多的客户合计占比：前 1 名 50%。',
      '集中度：赫芬达尔—赫希曼指数为 0.375，有效客户数为 2.667。',
      '按余额计，EUR 没有客户欠款，未清金额合计 −3.00 EUR。',
      '因有错误而未计入的单据：1 张；读入的单据：6 张。',
      '晚于截止日的单据未计入：1 张。',
      '晚于截止日冲抵的付款与贷项未计入：1 笔。',
    ])
  })

  it('says the shares of the greatest among more, and that nothing is left out', () => {
    const many = concentrationOfReceivables(Array.from({ length: 50 }, (_, index) => itemOf(`C${index + 10}`, '10')))
    expect(explainConcentration(many).sentences).toEqual([
      'Open items by customer, whatever their date.',
      'Open in CNY: 500.00 CNY. Shares are of the balances above 0, 500.00 CNY in all. Customers with open items: 50.',
      'Who owes most: C10 (10.00 CNY, 2%), C11 (10.00 CNY, 2%), C12 (10.00 CNY, 2%), C13 (10.00 CNY, 2%), C14 (10.00 CNY, 2%).',
      'Share of the greatest customers: top 1: 2%, top 5: 10%, top 10: 20%, top 20: 40%.',
      'The Herfindahl–Hirschman index is 0.02; the effective number of customers is 50.',
    ])
    expect(explainConcentration(many, zhCN).sentences[0]).toBe('各客户的未清项，不论日期。')
  })

  it('says of debts that credits of the same customer outweigh what is owed on balance', () => {
    const evened = concentrationOfReceivables([itemOf('A', '5'), itemOf('A', '-5'), itemOf('B', '-1')])
    expect(explainConcentration(evened).sentences[1]).toBe('No customer owes anything on balance in CNY; open in all: −1.00 CNY.')
    expect(explainConcentration(evened, zhCN).sentences[1]).toBe('按余额计，CNY 没有客户欠款，未清金额合计 −1.00 CNY。')
  })

  it('shows no share as all or nothing that is not', () => {
    const uneven = concentrationOfReceivables([
      itemOf('A', `1${'0'.repeat(20)}`),
      itemOf('B', '0.01'),
      itemOf('C', `9${'0'.repeat(400)}`, { currency: 'EUR' }),
    ])
    const { sentences } = explainConcentration(uneven)
    expect(sentences[2]).toBe(`Who owes most: A (1${'0'.repeat(20)}.00 CNY, >99.99%), B (0.01 CNY, <0.01%).`)
    expect(sentences[3]).toBe('Share of the greatest customers: top 1: >99.99%.')
    expect(sentences[6]).toMatch(/^Who owes most: C \(90+\.00 EUR, 100%\)\.$/)
  })

  it('reads of a concentration what is its own', () => {
    const { asOf, ...others } = concentration
    expect(explainConcentration(Object.assign(Object.create({ asOf: 5 }), others)).sentences[0]).toBe('Open items by customer, whatever their date.')
    expect(asOf).toBe('2024-03-31')
  })

  it('says that there is nothing, or nothing that counts', () => {
    const later = concentrationOfReceivables([itemOf('A', '5')], { asOf: '2023-12-31' })
    expect(explainConcentration(later).sentences.slice(1)).toEqual([
      'There are no items that count.',
      'Items dated later than the day in question, left out: 1.',
    ])
    const none = concentrationOfReceivables([])
    expect(explainConcentration(none).sentences.at(-1)).toBe('There are no items that count.')
    expect(explainConcentration(none, zhCN).sentences.at(-1)).toBe('没有应计入的单据。')
  })

  it('refuses what is no concentration', () => {
    expect(issuesOf(() => explainConcentration(undefined as never))).toEqual([['missing', ['concentration']]])
    const [currency] = concentration.currencies
    const bad = {
      ...concentration,
      asOf: null,
      currencies: [{ ...currency, herfindahlHirschmanIndex: Number.NaN, effectiveCustomers: -1, greatest: [{ customers: 1 }] }, []],
      diagnoses: [{ code: 'items-settled', params: { count: 1 } }],
    }
    expect(issuesOf(() => explainConcentration(bad as never))).toEqual([
      ['not-a-calendar-date', ['concentration', 'asOf']],
      ['wrong-type', ['concentration', 'currencies', 0, 'herfindahlHirschmanIndex']],
      ['too-small', ['concentration', 'currencies', 0, 'effectiveCustomers']],
      ['missing', ['concentration', 'currencies', 0, 'greatest', 0, 'share']],
      ['wrong-type', ['concentration', 'currencies', 1]],
      ['not-allowed', ['concentration', 'diagnoses', 0, 'code']],
    ])
  })
})
