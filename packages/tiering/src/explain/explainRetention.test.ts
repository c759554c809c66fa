import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { purchasesOf } from '../../testing/purchases.js'
import { spoil } from '../../testing/spoil.js'
import { explainChurnRate, explainCohortRetention, explainRetentionRates, explainRetentionValue } from '../explain.js'
import { churnRate, cohortRetention, type RetentionCase, type RetentionOptions, retentionRates, retentionValue, type Sale } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

const transactions: Sale[] = [
  ...purchasesOf({
    A: ['2024-01-31', '2024-02-01', '2024-03-01', '2024-05-01', '2024-06-30'],
    B: ['2024-01-01', '2024-03-31', '2024-07-09'],
    C: ['2024-01-15'],
    D: ['2024-02-10', '2024-05-31', '2024-08-01'],
    '': ['2024-01-01'],
  }),
  { customer: 'E', date: '2024-06-01', amount: -1 },
  { customer: 'A', date: '2024-02-01', amount: 0 },
]
const options: RetentionOptions = { period: 'month', asOf: '2024-07-30', invalid: 'collect' }
const short = purchasesOf({ A: ['2024-06-01', '2024-07-01'] })

const rates = deepFreeze(retentionRates(transactions, options))
const churn = deepFreeze(churnRate(transactions, options))
const cohorts = deepFreeze(cohortRetention(transactions, options))

const diagnoses = [
  'Rows left out because something is wrong with them: 1; rows read: 14.',
  'Transactions dated later than the day in question, left out: 1.',
  '2024-07 is not over by 2024-07-30 and is left out; purchases in it: 1.',
  'Transactions of 0, which count as purchases: 1.',
  'Refunds, which do not count as purchases: 1.',
]
const cameBack =
  'How many times customers counted as lost, over all periods: 6; how many times they came back later: 3. To that extent the churn rate tells of pauses between purchases rather than of customers lost; with a longer period it would be truer.'
const cameBackInChinese =
  '各期计为流失的客户合计：6 家次；其中日后回流：3 家次。就这部分而言，流失率反映的是两次购买之间的间隔，而不是客户真正流失；改用更长的期间会更接近实际。'
const diagnosesInChinese = [
  '因有错误而未计入的行：1 行；读入：14 行。',
  '晚于截止日、未计入的交易：1 笔。',
  '截至 2024-07-30，2024-07 尚未结束，不予计入；其中的购买：1 笔。',
  '金额为零、仍计为购买的交易：1 笔。',
  '退款不算购买，未计入：1 笔。',
]
const nobody = 'Nobody bought anything in a month that is over by 2024-07-30.'

describe('explainRetentionRates', () => {
  it('says in English how many bought again, and what "lost" means', () => {
    expect(explainRetentionRates(rates).sentences).toEqual([
      'Retention rate of 2024-06 (2024-06-01 to 2024-06-30), the last month that is over by 2024-07-30: 50%; churn rate: 50%. Customers who bought in the month before: 2; of these again in this one: 1; lost: 1.',
      'Customers who bought in 2024-06: 1; of these in the month before too: 1; for the first time: 0; came back after a month or more without a purchase: 0.',
      'Lost only means: bought in the month before, and not in this one. Such customers may come back, and then count as reactivated.',
      'From 2024-02 to 2024-06, each month weighted by the customers of the one before: average retention rate 33.33%, average churn rate 66.67%.',
      'Highest retention rate: 50% (of 2) in 2024-03; lowest: 0% (of 2) in 2024-04.',
      ...diagnoses,
      cameBack,
    ])
  })

  it('says it in Chinese', () => {
    expect(explainRetentionRates(rates, zhCN).sentences).toEqual([
      '截至 2024-07-30 最近一个完整的自然月 2024-06（2024-06-01 至 2024-06-30）的留存率为 50%，流失率为 50%。上一自然月有购买的客户：2 家，其中本期再次购买：1 家；流失：1 家。',
      '2024-06 有购买的客户：1 家，其中上一自然月也有购买：1 家；首次购买：0 家；至少间隔一个自然月后回流：0 家。',
      '“流失”仅指上一自然月有购买而本期没有购买；这些客户日后可能再次购买，届时计为回流。',
      '2024-02 至 2024-06，按上一自然月的客户数加权，平均留存率为 33.33%，平均流失率为 66.67%。',
      '留存率最高为 50%（2024-03，上期客户 2 家），最低为 0%（2024-04，上期客户 2 家）。',
      ...diagnosesInChinese,
      cameBackInChinese,
    ])
  })

  it('says where there is no rate, and nothing twice', () => {
    const told = (list: readonly Sale[], asOf = '2024-07-30') => explainRetentionRates(retentionRates(list, { period: 'month', asOf })).sentences
    expect(told([])).toEqual([nobody])
    expect(told(short, '2024-07-30')).toEqual([
      'There is no retention rate of 2024-06 (2024-06-01 to 2024-06-30), the last month that is over by 2024-07-30: nobody bought in the month before.',
      'Customers who bought in 2024-06: 1; of these in the month before too: 0; for the first time: 1; came back after a month or more without a purchase: 0.',
      '2024-07 is not over by 2024-07-30 and is left out; purchases in it: 1.',
    ])
    expect(told(short, '2024-07-31').slice(2)).toEqual([
      'Lost only means: bought in the month before, and not in this one. Such customers may come back, and then count as reactivated.',
    ])
    expect(explainRetentionRates(retentionRates(short, { period: 'week', asOf: '2024-06-16' }), zhCN).sentences[0]).toBe(
      '截至 2024-06-16 最近一个完整的自然周为 2024-W24（2024-06-10 至 2024-06-16），上一自然周没有客户购买，因此没有留存率。',
    )
  })
})

describe('explainChurnRate', () => {
  it('says in English which part is lost, and for how long customers stay, what refutes that and what it assumes', () => {
    expect(explainChurnRate(churn).sentences).toEqual([
      'Churn rate of 2024-06 (2024-06-01 to 2024-06-30), the last month that is over by 2024-07-30: 50%; retention rate: 50%. Customers who bought in the month before: 2; of these lost: 1.',
      'Lost only means: bought in the month before, and not in this one. Such customers may come back, and then count as reactivated.',
      'Average churn rate, each month weighted by the customers of the one before: 66.67%.',
      cameBack,
      'Average stay at this rate, in periods of one month: 1.5.',
      'This assumes that all customers leave with the same probability in every month, however long they have been there, and never return.',
      ...diagnoses,
    ])
  })

  it('says it in Chinese', () => {
    expect(explainChurnRate(churn, zhCN).sentences).toEqual([
      '截至 2024-07-30 最近一个完整的自然月 2024-06（2024-06-01 至 2024-06-30）的流失率为 50%，留存率为 50%。上一自然月有购买的客户：2 家，其中流失：1 家。',
      '“流失”仅指上一自然月有购买而本期没有购买；这些客户日后可能再次购买，届时计为回流。',
      '按上一自然月的客户数加权，平均流失率为 66.67%。',
      cameBackInChinese,
      '按此流失率，客户平均留存的自然月数：1.5。',
      '这里假设：无论留存多久，所有客户在每个自然月流失的概率都相同，且流失后不再回流。',
      ...diagnosesInChinese,
    ])
  })

  it('says where there is no rate', () => {
    const told = (list: readonly Sale[], period: RetentionOptions['period'], asOf: string) =>
      explainChurnRate(churnRate(list, { period, asOf })).sentences
    expect(told([], 'month', '2024-07-30')).toEqual([nobody])
    expect(told(short, 'quarter', '2024-06-30')[0]).toBe('There is no churn rate: only one quarter from the first purchase on is over by 2024-06-30.')
    expect(told(short, 'month', '2024-07-31').slice(2)).toEqual([
      'Average churn rate, each month weighted by the customers of the one before: 0%.',
      'Nobody has been lost yet, so nothing tells for how long customers stay.',
    ])
    expect(told(short, 'month', '2024-09-30')[0]).toBe(
      'There is no churn rate of 2024-09 (2024-09-01 to 2024-09-30), the last month that is over by 2024-09-30: nobody bought in the month before.',
    )
  })
})

describe('explainCohortRetention', () => {
  it('says in English who of those who came in one month bought again in later ones', () => {
    expect(explainCohortRetention(cohorts).sentences).toEqual([
      'Customers by the month of their first purchase, as far as that is over by 2024-07-30: 4; cohorts: 2.',
      'Average retention rate of all cohorts that are old enough, by the number of periods (each a month) after that of the first purchase: after 1: 25% (of 4), after 2: 50% (of 4), after 3: 25% (of 4).',
      'In the first month after that of the first purchase, the retention rate is highest in cohort 2024-01: 33.33% (of 3); lowest in cohort 2024-02: 0% (of 1).',
      'The rates count who bought in that very period. Customers who did not may come back later, so rates may rise again.',
      ...diagnoses,
    ])
  })

  it('says it in Chinese', () => {
    expect(explainCohortRetention(cohorts, zhCN).sentences).toEqual([
      '按首次购买所在的自然月划分同期群，仅计截至 2024-07-30 已经结束的自然月。客户：4 家；同期群：2 个。',
      '首次购买所在自然月之后各自然月的平均留存率，仅计已满相应期数的同期群：第 1 期 25%（4 家）、第 2 期 50%（4 家）、第 3 期 25%（4 家）。',
      '首次购买之后的第一个自然月，留存率最高的是同期群 2024-01（3 家）：33.33%，最低的是同期群 2024-02（1 家）：0%。',
      '留存率只计当期有购买的客户；当期没有购买的客户日后可能回流，因此留存率可能回升。',
      ...diagnosesInChinese,
    ])
  })

  it('says where nothing is known yet, and compares no cohorts that are alike', () => {
    const told = (list: readonly Sale[], asOf: string) => explainCohortRetention(cohortRetention(list, { period: 'month', asOf })).sentences
    expect(told([], '2024-07-30')).toEqual([nobody])
    expect(told(short, '2024-06-30')[1]).toBe(
      'No month after that of the first purchase is over yet for any cohort, so nothing tells who comes back.',
    )
    expect(told(short, '2024-07-31').slice(1)).toEqual([
      'Average retention rate of all cohorts that are old enough, by the number of periods (each a month) after that of the first purchase: after 1: 100% (of 1).',
      'The rates count who bought in that very period. Customers who did not may come back later, so rates may rise again.',
    ])
    // A cohort that has just begun is neither the best nor the worst.
    expect(told([...short, ...purchasesOf({ B: ['2024-06-30'], C: ['2024-07-01'] })], '2024-07-31').slice(1, 3)).toEqual([
      'Average retention rate of all cohorts that are old enough, by the number of periods (each a month) after that of the first purchase: after 1: 50% (of 2).',
      'The rates count who bought in that very period. Customers who did not may come back later, so rates may rise again.',
    ])
    expect(told(short, '2026-07-31')[1]).toMatch(
      /: after 1: 100% \(of 1\), after 2: 0% \(of 1\), .*, after 12: 0% \(of 1\), after 24: 0% \(of 1\)\.$/,
    )
  })
})

describe('explainRetentionValue', () => {
  const good: RetentionCase = { margin: '100.00', retentionRate: '0.80', discountRate: 0.1, from: 'now' }
  const told = (change: Partial<RetentionCase>, locale?: typeof zhCN) => {
    const own = deepFreeze({ ...good, ...change })
    return explainRetentionValue(deepFreeze(retentionValue(own)), own, locale).sentences
  }

  it('says what a customer is worth, and what that assumes', () => {
    expect(told({})).toEqual([
      'A customer who brings in a margin of 100 each period is worth 366.67 now (margin of a period × 3.67).',
      'The first margin comes in now and for certain; from each period to the next the customer stays with a probability of 80%.',
      'What comes in later is discounted by 10% a period.',
      'Periods for which the margin is expected to come in: 5.',
      'This assumes that margin, probability and discount rate stay the same for ever, and that customers who leave never return.',
    ])
    expect(told({}, zhCN)).toEqual([
      '每期利润为 100 的客户，现值为 366.67，是每期利润的 3.67 倍。',
      '首期利润现在即可确定取得；此后每期的留存率为 80%。',
      '以后各期的利润按每期 10% 折现。',
      '预计取得利润的期数：5。',
      '这里假设：利润、留存率与折现率始终不变，客户流失后不再回流。',
    ])
    expect(told({ from: 'next-period', margin: -0.5, retentionRate: 1, discountRate: '0.12345' })).toEqual([
      'A customer who brings in a margin of −0.5 each period is worth −4.05 now (margin of a period × 8.1).',
      'The first margin comes in with the next period, if the customer stays until then; the probability of staying from one period to the next is 100%.',
      'What comes in later is discounted by 12.345% a period.',
      'The margin is expected to come in for ever, as the customer never leaves.',
      'This assumes that margin, probability and discount rate stay the same for ever, and that customers who leave never return.',
    ])
    expect(told({ from: 'next-period', retentionRate: 1 }, zhCN).slice(1, 4)).toEqual([
      '首期利润在下一期取得，前提是客户届时仍然留存；每期的留存率为 100%。',
      '以后各期的利润按每期 10% 折现。',
      '客户从不流失，预计永远取得利润。',
    ])
  })

  it('refuses what is no such result, or that of another case', () => {
    const worth = retentionValue(good)
    expect(issuesOf(() => explainRetentionValue({ ...worth, multiple: '4' } as never, { ...good, margin: 'x' }))).toEqual([
      ['wrong-type', ['worth', 'multiple']],
      ['not-a-decimal', ['retention', 'margin']],
    ])
    expect(issuesOf(() => explainRetentionValue(worth, { ...good, margin: 99 }))).toEqual([['outdated-input', ['worth', 'value']]])
    expect(issuesOf(() => explainRetentionValue(worth, { ...good, from: 'next-period' }))).toEqual(
      ['value', 'from', 'multiple', 'expectedPeriods'].map((key) => ['outdated-input', ['worth', key]]),
    )
    expect(issuesOf(() => explainRetentionValue(null as never, undefined as never))).toEqual([
      ['wrong-type', ['worth']],
      ['missing', ['retention']],
    ])
    expect(issuesOf(() => explainRetentionValue(worth, { ...good, margin: '1e999' }))).toEqual([['too-large', ['retention', 'margin']]])
  })
})

describe('results by period that were changed', () => {
  it.each([
    ['rates', explainRetentionRates],
    ['churn', explainChurnRate],
    ['retention', explainCohortRetention],
  ] as const)('%s: refuses what is none', (name, explain) => {
    for (const [value, code] of badRecords) expect(issuesOf(() => explain(value as never))).toEqual([[code, [name]]])
    const keys = {
      rates: ['periods'],
      churn: ['latest', 'churnRate', 'retentionRate', 'lost', 'reactivated', 'averageChurnRate', 'expectedPeriods'],
      retention: ['cohorts', 'average'],
    }
    expect(issuesOf(() => explain({ basis: 'day' } as never))).toEqual([
      ['missing', [name, 'asOf']],
      ['not-allowed', [name, 'basis']],
      ['missing', [name, 'diagnoses']],
      ...keys[name].map((key) => ['missing', [name, key]]),
    ])
  })

  it('rates whose counts, rates, names or number do not agree are refused', () => {
    const changed = (index: number, change: object): unknown =>
      issuesOf(() => explainRetentionRates({ ...rates, periods: rates.periods.map((one, at) => (at === index ? { ...one, ...change } : one)) }))
    const at = (index: number, key: string) => ['outdated-input', ['rates', 'periods', index, key]]
    expect(changed(1, { active: 3 })).toEqual([at(1, 'active'), at(2, 'before'), at(2, 'lost'), at(2, 'retentionRate'), at(2, 'churnRate')])
    expect(changed(1, { lost: 1 })).toEqual([at(1, 'lost')])
    expect(changed(1, { retentionRate: 0.5 })).toEqual([at(1, 'retentionRate')])
    expect(changed(1, { churnRate: null })).toEqual([at(1, 'churnRate')])
    expect(changed(0, { before: 1 })).toEqual([at(0, 'before')])
    // Nobody can come back who has not been lost, nor in the very period in which they are.
    expect(changed(0, { reactivated: 1, new: 2 })).toEqual([['too-large', ['rates', 'periods', 0, 'reactivated']]])
    expect(changed(1, { reactivated: 1, new: 0 })).toEqual([['too-large', ['rates', 'periods', 1, 'reactivated']]])
    expect(changed(3, { period: '2024-05', from: '2024-05-01', to: '2024-05-31' })).toEqual([at(3, 'period'), at(3, 'from'), at(3, 'to')])
    expect(issuesOf(() => explainRetentionRates({ ...rates, periods: rates.periods.slice(0, -1) }))).toEqual([['wrong-length', ['rates', 'periods']]])
    expect(issuesOf(() => explainRetentionRates({ ...rates, asOf: '2024-06-29' }))).toEqual([['wrong-length', ['rates', 'periods']]])
    for (const asOf of ['0001-01-01', '9999-12-31'])
      expect(issuesOf(() => explainRetentionRates({ ...rates, asOf }))).toEqual([['wrong-length', ['rates', 'periods']]])
    const beyond = rates.periods.map((one) => ({ ...one, from: '9999-12-01' }))
    expect(issuesOf(() => explainRetentionRates({ ...rates, asOf: '9999-12-31', periods: beyond }))).toEqual([['wrong-length', ['rates', 'periods']]])
  })

  it.each([
    ['rates', rates, explainRetentionRates],
    ['churn', churn, explainChurnRate],
  ] as const)('%s: of those who came back it is said what the counts tell', (name, result, explain) => {
    const told = (own: readonly object[]): unknown => issuesOf(() => explain({ ...result, diagnoses: own } as never))
    const known = result.diagnoses.slice(0, -1)
    expect(result.diagnoses.at(-1)).toEqual({ code: 'lost-came-back', params: { lost: 6, reactivated: 3 } })
    expect(told(known)).toEqual([['incomplete', [name, 'diagnoses']]])
    expect(told([...known, { code: 'lost-came-back', params: { lost: 7, reactivated: 2 } }])).toEqual([
      ['outdated-input', [name, 'diagnoses', known.length, 'params', 'lost']],
      ['outdated-input', [name, 'diagnoses', known.length, 'params', 'reactivated']],
    ])
    const none = (name === 'rates' ? retentionRates : churnRate)(short, { period: 'month', asOf: '2024-07-31' })
    const invented = [{ code: 'lost-came-back', params: { lost: 0, reactivated: 0 } }]
    expect(issuesOf(() => explain({ ...none, diagnoses: invented } as never))).toEqual([
      ['too-small', [name, 'diagnoses', 0, 'params', 'reactivated']],
    ])
  })

  it('churn whose rates do not agree is refused', () => {
    const changed = (change: object): unknown => issuesOf(() => explainChurnRate({ ...churn, ...change }))
    expect(changed({ churnRate: 0.4, retentionRate: null })).toEqual([
      ['outdated-input', ['churn', 'churnRate']],
      ['outdated-input', ['churn', 'retentionRate']],
    ])
    const at = (code: string, key: string) => [code, ['churn', key]]
    expect(changed({ averageChurnRate: 1.5, expectedPeriods: 1 / 1.5 })).toEqual([
      at('outdated-input', 'averageChurnRate'),
      at('outdated-input', 'expectedPeriods'),
    ])
    expect(changed({ expectedPeriods: 2 })).toEqual([at('outdated-input', 'expectedPeriods')])
    expect(changed({ expectedPeriods: null })).toEqual([at('outdated-input', 'expectedPeriods')])
    expect(changed({ latest: null, churnRate: null, retentionRate: null })).toEqual(
      ['lost', 'reactivated', 'averageChurnRate', 'expectedPeriods'].map((key) => at('outdated-input', key)),
    )
    expect(changed({ latest: null })).toEqual(['churnRate', 'retentionRate'].map((key) => at('outdated-input', key)))
    // Of the 2 customers before the last period 1 was lost, and 1 was not: the average can be neither 0 nor 1, nor null.
    for (const average of [0, 1, null]) {
      const expectedPeriods = average === null || average === 0 ? null : 1
      expect(changed({ averageChurnRate: average, expectedPeriods })).toEqual(expect.arrayContaining([at('outdated-input', 'averageChurnRate')]))
      expect(changed({ averageChurnRate: average, expectedPeriods, lost: 0 })).toEqual(expect.arrayContaining([at('too-small', 'lost')]))
    }
    // 6 of 9 were lost; of no whole number of customers they are 0.7.
    expect(changed({ averageChurnRate: 0.7, expectedPeriods: 1 / 0.7 })).toEqual([
      at('outdated-input', 'averageChurnRate'),
      at('outdated-input', 'expectedPeriods'),
    ])
    expect(changed({ reactivated: 6 })).toEqual([at('too-large', 'reactivated')])
    const back = { ...churn.latest, active: 2, reactivated: 1 }
    expect(changed({ latest: back, reactivated: 0 })).toEqual([at('too-small', 'reactivated')])
    expect(changed({ asOf: '2024-06-01' })).toEqual(['period', 'from', 'to'].map((key) => ['outdated-input', ['churn', 'latest', key]]))
    expect(changed({ asOf: '0001-01-01' })).toEqual([['outdated-input', ['churn', 'latest']]])
  })

  it('cohorts whose counts, rates, averages or order do not agree are refused', () => {
    const [first, second] = cohorts.cohorts as [(typeof cohorts.cohorts)[0], (typeof cohorts.cohorts)[0]]
    const changed = (list: readonly object[]): unknown => issuesOf(() => explainCohortRetention({ ...cohorts, cohorts: list } as never))
    const at = (code: string, ...path: (string | number)[]) => [code, ['retention', 'cohorts', ...path]]
    expect(changed([second, first])).toEqual([at('not-above', 1, 'from')])
    expect(changed([first, first])).toEqual([at('not-above', 1, 'from')])
    expect(changed([{ ...first, active: first.active.slice(1) }])).toEqual([at('wrong-length', 0, 'active')])
    expect(changed([{ ...first, active: [2, ...first.active.slice(1)] }])).toEqual([
      at('outdated-input', 0, 'rates', 0),
      at('outdated-input', 0, 'active', 0),
    ])
    expect(changed([{ ...first, active: [], rates: [] }])).toEqual([at('empty', 0, 'active')])
    const beyond = { period: '9999-W52', from: '9999-12-27', to: '9999-12-31', customers: 1, active: [1], rates: [1] }
    expect(issuesOf(() => explainCohortRetention({ ...cohorts, basis: 'week', asOf: '9999-12-31', cohorts: [beyond] }))).toEqual([
      at('wrong-length', 0, 'active'),
    ])
    expect(changed([{ ...first, active: [3, 4, 2, 0, 1, 1], rates: [3, 4, 2, 0, 1, 1].map((one) => one / 3) }])).toEqual([
      at('too-large', 0, 'active', 1),
    ])
    expect(changed([{ ...second, customers: 0, active: [0, 0, 0, 0, 0] }])).toEqual([at('too-small', 0, 'customers')])
    expect(changed([first, { ...second, rates: [1, 0, 0, 0.5, 0] }])).toEqual([at('outdated-input', 1, 'rates', 3)])
    const averages = [0, 1, 2, 3, 4].map((age) => ['outdated-input', ['retention', 'average', age, 'customers']])
    expect(changed([first])).toEqual(expect.arrayContaining(averages))
    const average = cohorts.average.map((one) => ({ ...one, age: one.age + 1 }))
    expect(issuesOf(() => explainCohortRetention({ ...cohorts, average }))).toEqual(
      average.map((_, age) => ['outdated-input', ['retention', 'average', age, 'age']]),
    )
  })

  it.each<[string, unknown, (one: never, locale?: never) => { readonly sentences: readonly string[] }]>([
    ['rates', rates, explainRetentionRates],
    ['churn', churn, explainChurnRate],
    ['cohorts', cohorts, explainCohortRetention],
    [
      'rates by week up to the end of the calendar',
      retentionRates(purchasesOf({ A: ['9999-12-01'] }), { period: 'week', asOf: '9999-12-31' }),
      explainRetentionRates,
    ],
    [
      'cohorts by year from its start on',
      cohortRetention(purchasesOf({ A: ['0001-12-01', '0003-01-01'] }), { period: 'year', asOf: '0003-12-31' }),
      explainCohortRetention,
    ],
    [
      'worth',
      retentionValue({ margin: 1, retentionRate: 0.5, discountRate: 0, from: 'now' }),
      (worth) => explainRetentionValue(worth, { margin: 1, retentionRate: 0.5, discountRate: 0, from: 'now' }),
    ],
  ])('%s: says what was changed, or refuses it with issues', (_, result, explain) => {
    expect(explain(result as never).sentences.length).toBeGreaterThan(1)
    let refused = 0
    fc.assert(
      fc.property(spoil(result), (changed) => {
        try {
          for (const text of explain(changed as never).sentences) expect(text).not.toMatch(/undefined|NaN|[{]\w+[}]/)
        } catch (error) {
          if (!isInputError(error)) throw error
          refused += 1
        }
      }),
      { numRuns: 150 },
    )
    expect(refused).toBeGreaterThan(40)
  })

  it('a case that was changed is told, or refused with issues', () => {
    const own: RetentionCase = { margin: 1, retentionRate: 0.5, discountRate: 0, from: 'now' }
    fc.assert(
      fc.property(spoil(own), (changed) => {
        expect(issuesOf(() => explainRetentionValue(retentionValue(own), changed as never))).toBeDefined()
      }),
    )
  })
})
