import { describe, expect, it } from 'vitest'
import { velocity } from '../../testing/explainedSales.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainVelocity } from '../explain.js'
import { salesVelocity } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

describe('explainVelocity', () => {
  it('says what the deals bring a day, and what that comes of (known answer 14)', () => {
    expect(explainVelocity(velocity).sentences).toEqual([
      'The deals bring 2777.78 CNY a day.',
      'Deals: 40; win rate: 25%; value of a won deal: 25000 CNY; time until it is won: 90 days.',
      'Over that time they bring 250000 CNY.',
    ])
    expect(explainVelocity(velocity, zhCN).sentences).toEqual([
      '这些商机平均每天带来 2777.78 CNY。',
      '商机 40 个；赢单率 25%；客单价 25000 CNY；销售周期 90 天。',
      '一个周期可带来 250000 CNY。',
    ])
  })

  it('says it where they bring nothing, and does not tell almost nothing as nothing', () => {
    expect(explainVelocity(salesVelocity({ deals: 3, winRate: 0, averageValue: 10, cycleDays: 1 })).sentences).toEqual([
      'The deals bring nothing.',
      'Deals: 3; win rate: 0%; value of a won deal: 10; time until it is won: 1 day.',
    ])
    const little = salesVelocity({ deals: '0.001', winRate: '0.99999', averageValue: 1, cycleDays: 2 }, { currency: 'JPY' })
    expect(explainVelocity(little).sentences).toEqual([
      'The deals bring less than 1 JPY a day.',
      'Deals: <0.01; win rate: >99.99%; value of a won deal: 1 JPY; time until it is won: 2 days.',
      'Over that time they bring less than 1 JPY.',
    ])
    expect(explainVelocity(little, zhCN).sentences[0]).toBe('这些商机平均每天带来不到 1 JPY。')
  })

  it('refuses what is not as stated', () => {
    const issues = (more: object) => issuesOf(() => explainVelocity({ ...velocity, ...more }))
    const factors = (more: object) => issues({ factors: { ...velocity.factors, ...more } })
    expect(issues({ perDay: 2777 })).toEqual([['outdated-input', ['velocity', 'perDay']]])
    expect(issues({ expectedValue: '250000.01' })).toEqual([['outdated-input', ['velocity', 'expectedValue']]])
    expect(issues({ currency: 'EURO' })).toEqual([['unknown-currency', ['velocity', 'currency']]])
    expect(factors({ winRate: '1.01' })).toEqual([['too-large', ['velocity', 'factors', 'winRate']]])
    expect(factors({ cycleDays: '0.0' })).toEqual([['not-above', ['velocity', 'factors', 'cycleDays']]])
    expect(factors({ deals: '-1' })).toEqual([['too-small', ['velocity', 'factors', 'deals']]])
    expect(factors({ deals: undefined })).toEqual([['missing', ['velocity', 'factors', 'deals']]])
    expect(issuesOf(() => explainVelocity(null as never))).toEqual([['wrong-type', ['velocity']]])
  })
})
