import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainLossAllowance, explainLossRates } from '../explain.js'
import { ageReceivables, lossRatesFromRollRates, measureLossAllowance, type OpenItem, type ProvisionMatrix } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { ageingTo90Days, ifrs9ExampleMatrix } from '../templates.js'

const itemOf = (id: string, due: string, amount: string, currency = 'CNY'): OpenItem => ({
  id,
  customer: 'A',
  date: '2023-01-01',
  due,
  amount,
  currency,
})
const items = [
  itemOf('1', '2024-04-01', '15000000'),
  itemOf('2', '2024-03-15', '7500000'),
  itemOf('3', '2024-02-15', '4000000'),
  itemOf('4', '2024-01-15', '2500000'),
  itemOf('5', '2023-12-01', '1000000'),
  itemOf('6', '2023-12-01', '-500000'),
  itemOf('7', '2023-12-01', '-5', 'EUR'),
  itemOf('8', '2024-03-15', '100', 'JPY'),
]
const ageing = ageReceivables(items, ageingTo90Days, { asOf: '2024-03-31' })
const allowance = measureLossAllowance(ageing, ifrs9ExampleMatrix)
const rolled = lossRatesFromRollRates({
  sales: 100_000,
  openAfter: [50_000, 23_000, 8000, 2000],
  lost: 2000,
  buckets: ['not-due', '1-30', '31-60', '61-90', 'over-90'],
})

describe('explainLossAllowance', () => {
  it('says in English what is set aside (IFRS 9, example 12)', () => {
    expect(explainLossAllowance(allowance, ifrs9ExampleMatrix).sentences).toEqual([
      'As of 2024-03-31, 580000.00 CNY is set aside for expected losses under the matrix "Example: IFRS 9, illustrative example 12", 1.93% of debits of 30000000.00 CNY; credits do not reduce it.',
      'Not due yet: 0.3% of 15000000.00 CNY is 45000.00 CNY.',
      '1-30: 1.6% of 7500000.00 CNY is 120000.00 CNY.',
      '31-60: 3.6% of 4000000.00 CNY is 144000.00 CNY.',
      '61-90: 6.6% of 2500000.00 CNY is 165000.00 CNY.',
      'over-90: 10.6% of 1000000.00 CNY is 106000.00 CNY.',
      'As of 2024-03-31 nothing is owed in EUR, and nothing is set aside.',
      'As of 2024-03-31, 2 JPY is set aside for expected losses under the matrix "Example: IFRS 9, illustrative example 12", 2% of debits of 100 JPY; credits do not reduce it.',
      '1-30: 1.6% of 100 JPY is, rounded, 2 JPY.',
    ])
  })

  it('says it in Chinese', () => {
    expect(explainLossAllowance(allowance, ifrs9ExampleMatrix, zhCN).sentences.slice(0, 7)).toEqual([
      '截至 2024-03-31，按预期信用损失率对照表“IFRS 9 说明性示例 12 的损失率（仅作示例）”计提坏账准备 580000.00 CNY，为借方总额 30000000.00 CNY 的 1.93%；贷方不予抵减。',
      '未到期：15000000.00 CNY 的 0.3% 为 45000.00 CNY。',
      '1-30：7500000.00 CNY 的 1.6% 为 120000.00 CNY。',
      '31-60：4000000.00 CNY 的 3.6% 为 144000.00 CNY。',
      '61-90：2500000.00 CNY 的 6.6% 为 165000.00 CNY。',
      'over-90：1000000.00 CNY 的 10.6% 为 106000.00 CNY。',
      '截至 2024-03-31，EUR 没有借方余额，不计提坏账准备。',
    ])
  })

  it('says rates that roll rates gave as what they are: so much of so much', () => {
    const matrix: ProvisionMatrix = { kind: 'provision-matrix', id: 'rolled', version: 1, rates: rolled.rates }
    const measured = measureLossAllowance(ageing, matrix)
    expect(explainLossAllowance(measured, matrix).sentences[3]).toBe(
      '31-60: the expected loss is 2000 in every 23000; of 4000000.00 CNY that is, rounded, 347826.09 CNY.',
    )
    expect(explainLossAllowance(measured, matrix, zhCN).sentences[3]).toBe(
      '31-60：每 23000 预计损失 2000，4000000.00 CNY 相应舍入后为 347826.09 CNY。',
    )
  })

  it('says that there is nothing', () => {
    const none = measureLossAllowance(ageReceivables([], ageingTo90Days, { asOf: '2024-03-31' }), ifrs9ExampleMatrix)
    expect(explainLossAllowance(none, ifrs9ExampleMatrix).sentences).toEqual([
      'As of 2024-03-31 there are no items that count, and nothing is set aside.',
    ])
    expect(explainLossAllowance(none, ifrs9ExampleMatrix, zhCN).sentences).toEqual(['截至 2024-03-31 没有应计入的单据，不计提坏账准备。'])
  })

  it('says that an allowance was rounded where it was', () => {
    const under: ProvisionMatrix = {
      ...ifrs9ExampleMatrix,
      rates: ifrs9ExampleMatrix.rates.map((rate) => (rate.bucket === '31-60' ? { bucket: '31-60', lost: 1, of: '4' } : rate)),
    }
    const small = ageReceivables(
      [itemOf('1', '2024-04-01', '10'), itemOf('2', '2024-02-15', '0.10'), itemOf('3', '2024-01-15', '4')],
      ageingTo90Days,
      {
        asOf: '2024-03-31',
      },
    )
    const measured = measureLossAllowance(small, under)
    expect(explainLossAllowance(measured, under).sentences.slice(1)).toEqual([
      'Not due yet: 0.3% of 10.00 CNY is 0.03 CNY.',
      '31-60: the expected loss is 1 in every 4; of 0.10 CNY that is, rounded, 0.03 CNY.',
      '61-90: 6.6% of 4.00 CNY is, rounded, 0.26 CNY.',
    ])
    expect(explainLossAllowance(measured, under, zhCN).sentences.slice(1)).toEqual([
      '未到期：10.00 CNY 的 0.3% 为 0.03 CNY。',
      '31-60：每 4 预计损失 1，0.10 CNY 相应舍入后为 0.03 CNY。',
      '61-90：4.00 CNY 的 6.6%，舍入后为 0.26 CNY。',
    ])
    const exact = measureLossAllowance(ageReceivables([itemOf('1', '2024-02-15', '4')], ageingTo90Days, { asOf: '2024-03-31' }), under)
    expect(explainLossAllowance(exact, under).sentences[1]).toBe('31-60: the expected loss is 1 in every 4; of 4.00 CNY that is 1.00 CNY.')
    expect(explainLossAllowance(exact, under, zhCN).sentences[1]).toBe('31-60：每 4 预计损失 1，4.00 CNY 相应为 1.00 CNY。')
  })

  it('says at the end how many items the ageing knew nothing of', () => {
    const some = ageReceivables([itemOf('1', '2024-02-15', '4'), itemOf('2', '2024-02-15', 'x')], ageingTo90Days, {
      asOf: '2024-03-31',
      invalid: 'collect',
    })
    const measured = measureLossAllowance(some, ifrs9ExampleMatrix)
    expect(explainLossAllowance(measured, ifrs9ExampleMatrix).sentences.slice(1)).toEqual([
      '31-60: 3.6% of 4.00 CNY is, rounded, 0.14 CNY.',
      'Items left out because something is wrong with them: 1; items read: 1.',
    ])
    expect(explainLossAllowance(measured, ifrs9ExampleMatrix, zhCN).sentences.at(-1)).toBe('因有错误而未计入的单据：1 张；读入的单据：1 张。')
    const none = measureLossAllowance(
      ageReceivables([itemOf('2', '2024-02-15', 'x')], ageingTo90Days, { asOf: '2024-03-31', invalid: 'collect' }),
      ifrs9ExampleMatrix,
    )
    expect(explainLossAllowance(none, ifrs9ExampleMatrix).sentences).toEqual([
      'As of 2024-03-31 there are no items that count, and nothing is set aside.',
      'Items left out because something is wrong with them: 1; items read: 0.',
    ])
    expect(
      issuesOf(() =>
        explainLossAllowance({ ...measured, diagnoses: [{ code: 'items-settled', params: { count: 1 } }] } as never, ifrs9ExampleMatrix),
      ),
    ).toEqual([['not-allowed', ['allowance', 'diagnoses', 0, 'code']]])
  })

  it('reads of a matrix and its rates what is their own', () => {
    const rates = ifrs9ExampleMatrix.rates.map((rate) => Object.assign(Object.create({ lost: 1, of: 2, title: 'inherited' }), rate))
    const { title: _, ...others } = ifrs9ExampleMatrix
    const inheriting = Object.assign(Object.create({ title: 'inherited' }), { ...others, rates })
    expect(explainLossAllowance(allowance, inheriting).sentences).toEqual(explainLossAllowance(allowance, { ...others }).sentences)
  })

  it('refuses an allowance that the matrix of the same version no longer makes', () => {
    const place = (index: number, bucket: number, key: string) => ['allowance', 'currencies', index, 'buckets', bucket, key]
    const dearer = {
      ...ifrs9ExampleMatrix,
      rates: ifrs9ExampleMatrix.rates.map((rate) => (rate.bucket === '1-30' ? { bucket: '1-30', percent: 50 } : rate)),
    }
    const all = [0, 1, 2].map((index) => ['outdated-input', place(index, 1, 'rate')])
    expect(issuesOf(() => explainLossAllowance(allowance, dearer))).toEqual(all)
    expect(issuesOf(() => explainLossAllowance(allowance, { ...dearer, rates: dearer.rates.filter(({ bucket }) => bucket !== '1-30') }))).toEqual(all)
    const [cny] = allowance.currencies
    const [first] = cny?.buckets ?? []
    const changed = { ...allowance, currencies: [{ ...cny, buckets: [{ ...first, allowance: '45000.01' }] }] }
    expect(issuesOf(() => explainLossAllowance(changed as never, ifrs9ExampleMatrix))).toEqual([['outdated-input', place(0, 0, 'allowance')]])
  })

  it('refuses an allowance that another matrix made, and what is none', () => {
    expect(issuesOf(() => explainLossAllowance(allowance, { ...ifrs9ExampleMatrix, version: '2' }))).toEqual([
      ['other-policy', ['allowance', 'policies']],
    ])
    const bad = { ...allowance, asOf: 5, currencies: [{ ...allowance.currencies[0], rate: -0.1, buckets: [{ id: 'x', debits: 1, rate: null }] }] }
    expect(issuesOf(() => explainLossAllowance(bad as never, { ...ifrs9ExampleMatrix, rates: [{ bucket: 'x', percent: 101 }] }))).toEqual([
      ['too-large', ['matrix', 'rates', 0, 'percent']],
      ['not-a-calendar-date', ['allowance', 'asOf']],
      ['too-small', ['allowance', 'currencies', 0, 'rate']],
      ['wrong-type', ['allowance', 'currencies', 0, 'buckets', 0, 'debits']],
      ['wrong-type', ['allowance', 'currencies', 0, 'buckets', 0, 'rate']],
      ['missing', ['allowance', 'currencies', 0, 'buckets', 0, 'allowance']],
    ])
  })
})

describe('explainLossRates', () => {
  it('says what is lost in the end of what reaches each bucket, in both languages', () => {
    expect(explainLossRates(rolled).sentences).toEqual([
      'Not due yet: of 100000 that reaches it, 2000 is lost in the end, which is 2%.',
      '1-30: of 50000 that reaches it, 2000 is lost in the end, which is 4%.',
      '31-60: of 23000 that reaches it, 2000 is lost in the end, which is, rounded, 8.7%.',
      '61-90: of 8000 that reaches it, 2000 is lost in the end, which is 25%.',
      'over-90: of 2000 that reaches it, 2000 is lost in the end, which is 100%.',
    ])
    expect(explainLossRates(rolled, zhCN).sentences[2]).toBe('31-60：进入该区间的 23000 中最终损失 2000，舍入后为 8.7%。')
  })

  it('refuses what are none', () => {
    expect(issuesOf(() => explainLossRates({ rates: [{ bucket: '', lost: '1', of: '2', rate: '0.5' }] } as never))).toEqual([
      ['empty', ['rates', 'rates', 0, 'bucket']],
      ['wrong-type', ['rates', 'rates', 0, 'rate']],
    ])
    expect(issuesOf(() => explainLossRates([] as never))).toEqual([['wrong-type', ['rates']]])
    const [rate] = rolled.rates
    for (const changed of [
      { ...rate, rate: 0.5 },
      { ...rate, of: '0' },
    ]) {
      expect(issuesOf(() => explainLossRates({ rates: [changed] } as never))).toEqual([['outdated-input', ['rates', 'rates', 0, 'rate']]])
    }
  })

  it('shows no rate as all or nothing that is not', () => {
    const long = `1${'0'.repeat(20)}`
    const rates = lossRatesFromRollRates({ sales: long, openAfter: ['0.02'], lost: '0.01', buckets: ['not-due', 'over'] })
    expect(explainLossRates(rates).sentences).toEqual([
      `Not due yet: of ${long} that reaches it, 0.01 is lost in the end, which is <0.01%.`,
      'over: of 0.02 that reaches it, 0.01 is lost in the end, which is 50%.',
    ])
  })
})
