import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainReceivablesCost } from '../explain.js'
import { costOfReceivables, type ReceivablesCostFigures } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'

const figures: ReceivablesCostFigures = {
  dailySales: 10,
  collectionDays: 30,
  variableCostPercent: 60,
  costOfCapitalPercent: 10,
  managementCost: 36,
  badDebtPercent: 2,
}
const say = (changed: Partial<ReceivablesCostFigures> = {}, locale = en): readonly string[] =>
  explainReceivablesCost(costOfReceivables({ ...figures, ...changed }), locale).sentences

describe('explainReceivablesCost', () => {
  it('says what receivables cost, by hand: 3,600 of sales, 300 × 60 % × 10 % = 18, 36, and 2 % = 72', () => {
    expect(say()).toEqual([
      'Receivables cost 126 a year: opportunity cost 18, management cost 36, bad-debt cost 72.',
      "Receivables are 300 on average: sales on credit of 10 a day × a collection period of 30 days. A year's sales are 3600.",
      'They tie up capital of 180, which is 60% of them: the variable cost of what was sold.',
      'The opportunity cost is 18: 10% of that capital, which is what capital costs a year.',
      'The bad-debt cost is 72: 2% of the sales.',
    ])
    expect(say({}, zhCN)).toEqual([
      '应收账款的年成本合计 126：机会成本 18、管理成本 36、坏账成本 72。',
      '应收账款平均余额 300：日赊销额 10 × 平均收现期 30 天。年赊销额 3600。',
      '应收账款占用资金 180，为平均余额的 60%，即变动成本率。',
      '机会成本 18，为占用资金的 10%，即资本成本率。',
      '坏账成本 72，为年赊销额的 2%。',
    ])
  })

  it('says that figures are rounded', () => {
    const odd = { dailySales: '33.333', variableCostPercent: '62.505', costOfCapitalPercent: '7.25' }
    // 33.333 × 30 = 999.99; × 0.62505 = 625.0437495; × 0.0725 = 45.31567183875.
    expect(say(odd).slice(2, 4)).toEqual([
      'They tie up capital of about 625.04, which is about 62.51% of them: the variable cost of what was sold.',
      'The opportunity cost is about 45.32: 7.25% of that capital, which is what capital costs a year.',
    ])
    expect(say(odd, zhCN).slice(2, 4)).toEqual([
      '应收账款占用资金约 625.04，为平均余额的约 62.51%，即变动成本率。',
      '机会成本约 45.32，为占用资金的 7.25%，即资本成本率。',
    ])
    expect(say(odd).slice(0, 2)).toEqual([
      'Receivables cost about 321.31 a year: opportunity cost about 45.32, management cost 36, bad-debt cost about 240.',
      "Receivables are 999.99 on average: sales on credit of about 33.33 a day × a collection period of 30 days. A year's sales are 11999.88.",
    ])
    expect(say(odd, zhCN)[0]).toBe('应收账款的年成本合计约 321.31：机会成本约 45.32、管理成本 36、坏账成本约 240。')
    expect(say({ collectionDays: '1.0' })[1]).toContain('a collection period of 1 day.')
    expect(say({ collectionDays: '7.777' }, zhCN)[1]).toBe('应收账款平均余额 77.77：日赊销额 10 × 平均收现期约 7.78 天。年赊销额 3600。')
    expect(say({ daysInYear: 365 })[1]).toContain("A year's sales are 3650.")
  })

  it('says percentages of figures of 1,000 digits on either side of the point exactly', () => {
    const long = (digit: string): string => `${digit.repeat(1000)}.${digit.repeat(1000)}`
    const huge = { dailySales: long('7'), collectionDays: long('3'), managementCost: long('9') }
    const sentences = say({ ...huge, variableCostPercent: '62.5', costOfCapitalPercent: '7.25', badDebtPercent: '0.07' })
    expect(sentences[2]).toContain(', which is 62.5% of them')
    expect(sentences[3]).toContain(': 7.25% of that capital')
    expect(sentences[4]).toContain(': 0.07% of the sales')
    const percent = say({ ...huge, variableCostPercent: `1.${'0'.repeat(999)}1`, costOfCapitalPercent: long('8') })
    expect(percent[2]).toContain(', which is about 1% of them')
    expect(percent[3]).toContain(`: about ${'8'.repeat(1000)}.89% of that capital`)
    const cost = costOfReceivables({ ...figures, ...huge, costOfCapitalPercent: long('8'), variableCostPercent: long('5') })
    expect(issuesOf(() => explainReceivablesCost({ ...cost, total: `${cost.total}1` }))).toEqual([['outdated-input', ['cost', 'total']]])
  })

  it('says where nothing is tied up or sold', () => {
    const nothing = 'They tie up no capital, so there is no opportunity cost.'
    expect(say({ collectionDays: 0 }).slice(1)).toEqual([
      "Receivables are 0 on average: sales on credit of 10 a day × a collection period of 0 days. A year's sales are 3600.",
      nothing,
      'The bad-debt cost is 72: 2% of the sales.',
    ])
    expect(say({ variableCostPercent: 0 })[2]).toBe('They tie up no capital, as the variable cost is 0%, so there is no opportunity cost.')
    expect(say({ variableCostPercent: 0 }, zhCN)[2]).toBe('变动成本率为 0，应收账款不占用资金，没有机会成本。')
    expect(say({ dailySales: 0 })).toEqual([
      'Receivables cost 36 a year: opportunity cost 0, management cost 36, bad-debt cost 0.',
      "Receivables are 0 on average: sales on credit of 0 a day × a collection period of 30 days. A year's sales are 0.",
      nothing,
    ])
    expect(say({ dailySales: 0 }, zhCN).slice(2)).toEqual(['应收账款不占用资金，没有机会成本。'])
  })

  const cost = costOfReceivables(figures)
  const refused = (value: unknown): unknown => issuesOf(() => explainReceivablesCost(value as never))

  it('refuses figures that do not add up, or come of nothing', () => {
    expect(refused({ ...cost, total: '127' })).toEqual([['outdated-input', ['cost', 'total']]])
    expect(refused({ ...cost, receivables: '0' })).toEqual([
      ['outdated-input', ['cost', 'receivables']],
      ['outdated-input', ['cost', 'investment']],
    ])
    expect(refused({ ...cost, investment: '0' })).toEqual([['outdated-input', ['cost', 'opportunity']]])
    expect(refused({ ...cost, sales: '0' })).toEqual([
      ['outdated-input', ['cost', 'sales']],
      ['outdated-input', ['cost', 'badDebt']],
    ])
    expect(refused({ ...cost, sales: '3650' })).toBe('nothing was thrown')
    expect(refused({ ...cost, sales: '3660' })).toEqual([['outdated-input', ['cost', 'sales']]])
    expect(refused({ ...cost, collectionDays: '31' })).toEqual([['outdated-input', ['cost', 'receivables']]])
  })

  it('refuses what is no cost', () => {
    expect(refused(null)).toEqual([['wrong-type', ['cost']]])
    expect(refused({ ...cost, collectionDays: -1, sales: 3600, investment: '-1', opportunity: '1e3', total: undefined })).toEqual([
      ['wrong-type', ['cost', 'collectionDays']],
      ['wrong-type', ['cost', 'sales']],
      ['too-small', ['cost', 'investment']],
      ['not-a-decimal', ['cost', 'opportunity']],
      ['missing', ['cost', 'total']],
    ])
  })
})
