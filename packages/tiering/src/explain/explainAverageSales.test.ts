import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { explainAverageSales } from '../explain.js'
import { averageMonthlySales, type Sale } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

const sales: Sale[] = [
  { customer: 'Li', date: '2024-05-02', amount: '1000.10', currency: 'CNY' },
  { customer: 'Wu', date: '2024-06-30', amount: '900', currency: 'CNY' },
  { customer: 'Xu', date: '2024-04-01', amount: '-20', currency: 'CNY' },
  { customer: 'Ye', date: '2024-01-01', amount: '5', currency: 'CNY' },
  { customer: 'Ye', date: '2024-07-01', amount: '5', currency: 'CNY' },
  { customer: 'Ye', date: '2024-08-01', amount: '5', currency: 'CNY' },
  { customer: '', date: '2024-05-01', amount: '5', currency: 'CNY' },
]
const options = { months: 3, asOf: '2024-07-30', invalid: 'collect' } as const
const averages = deepFreeze(averageMonthlySales(sales, options))

describe('explainAverageSales', () => {
  it('says in English over which months sales are averaged, and who bought most', () => {
    expect(explainAverageSales(averages).sentences).toEqual([
      'Average monthly sales from 2024-04-01 to 2024-06-30, as of 2024-07-30; months: 3.',
      'Customers: 4; their sales in these months: 1880.10 CNY.',
      'Who bought most: Li (1000.10 CNY, 333.37 CNY a month), Wu (900.00 CNY, 300.00 CNY a month).',
      'Customers whose sales in these months come to 0: 1.',
      'Customers who gave back more than they bought in these months: 1.',
      'Sales left out because something is wrong with them: 1; sales read: 6.',
      'Sales dated later than the day in question, left out: 1.',
      'Sales dated before these months, left out: 1.',
      'Sales of the month that is not over, left out: 1.',
    ])
  })

  it('says it in Chinese', () => {
    expect(explainAverageSales(averages, zhCN).sentences).toEqual([
      '2024-04-01 至 2024-06-30 的月均销售额，截至 2024-07-30，共 3 个月。',
      '客户：4 家；这些月份的销售额合计 1880.10 CNY。',
      '购买最多的客户：Li（合计 1000.10 CNY，333.37 CNY/月）、Wu（合计 900.00 CNY，300.00 CNY/月）。',
      '这些月份销售额为零的客户：1 家。',
      '这些月份退货多于购买的客户：1 家。',
      '因有错误而未计入的销售记录：1 笔；读入的销售记录：6 笔。',
      '晚于截止日、未计入的销售记录：1 笔。',
      '早于这些月份、未计入的销售记录：1 笔。',
      '属于尚未结束的月份、未计入的销售记录：1 笔。',
    ])
  })

  it('says that a month is not over, and that nobody bought anything', () => {
    const ending = averageMonthlySales(sales.slice(2, 3), { ...options, window: 'ending-with' })
    expect(explainAverageSales(ending).sentences).toEqual([
      'Average monthly sales from 2024-05-01 to 2024-07-31, as of 2024-07-30; months: 3.',
      'Customers: 1; their sales in these months: 0.00 CNY.',
      'Customers whose sales in these months come to 0: 1.',
      'Sales dated before these months, left out: 1.',
      'The last month, which ends on 2024-07-31, is not over on 2024-07-30, but counts as a whole one.',
    ])
    expect(explainAverageSales(ending, zhCN).sentences.at(-1)).toBe('最后一个月到 2024-07-31 才结束，截至 2024-07-30 尚未结束，仍按整月计。')
    expect(explainAverageSales(averageMonthlySales([], options)).sentences.slice(1)).toEqual(['There are no sales up to that day.'])
  })

  it('names the five who bought most, and no currency where there is none', () => {
    const many = Array.from({ length: 9 }, (_, index): Sale => ({ customer: `C${index}`, date: '2024-05-01', amount: 30 + index }))
    expect(explainAverageSales(averageMonthlySales(many, options)).sentences[2]).toBe(
      'Who bought most: C8 (38, 12.67 a month), C7 (37, 12.33 a month), C6 (36, 12 a month), C5 (35, 11.67 a month), C4 (34, 11.33 a month).',
    )
  })

  it('refuses what is no such result', () => {
    expect(issuesOf(() => explainAverageSales(undefined as never))).toEqual([['missing', ['sales']]])
    expect(
      issuesOf(() => explainAverageSales({ ...averages, months: 0, currency: 'cny', customers: [{ customer: 'A', total: 5 }] } as never)),
    ).toEqual([
      ['too-small', ['sales', 'months']],
      ['unknown-currency', ['sales', 'currency']],
      ['wrong-type', ['sales', 'customers', 0, 'total']],
      ['missing', ['sales', 'customers', 0, 'average']],
    ])
  })

  it('says what was changed, or refuses it with issues', () => {
    let refused = 0
    fc.assert(
      fc.property(spoil(averages), (changed) => {
        try {
          for (const text of explainAverageSales(changed as never).sentences) expect(text).not.toMatch(/undefined|NaN|[{]\w+[}]/)
        } catch (error) {
          if (!isInputError(error)) throw error
          refused += 1
        }
      }),
      { numRuns: 200 },
    )
    expect(refused).toBeGreaterThan(40)
  })
})
