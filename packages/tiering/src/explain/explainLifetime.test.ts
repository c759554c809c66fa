import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bgNbdParameters, gammaGammaParameters, purchaseHistories } from '../../testing/customers.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { explainLifetimeValue, explainLifetimeValues, explainProbabilityAlive, explainPurchases } from '../explain.js'
import {
  type BgNbdParameters,
  type GammaGammaParameters,
  type LifetimeBook,
  type LifetimeValue,
  lifetimeValue,
  lifetimeValues,
  type PurchaseSummary,
  type Sale,
  summarisePurchases,
} from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'

const BAD_TEXT = /undefined|NaN|Infinity|[{]\w+[}]/

/** Explains what was changed, or counts it as refused. */
const countRefused = (result: unknown, explain: (changed: never) => { readonly sentences: readonly string[] }): number => {
  let refused = 0
  fc.assert(
    fc.property(spoil(result), (changed) => {
      try {
        const said = explain(changed as never)
        expect(JSON.parse(JSON.stringify(said))).toEqual(said)
        expect(JSON.stringify(said)).not.toMatch(BAD_TEXT)
      } catch (error) {
        if (!isInputError(error)) throw error
        refused += 1
      }
    }),
    { numRuns: 200 },
  )
  return refused
}

describe('explainPurchases', () => {
  const sales: Sale[] = [
    { customer: 'Li', date: '2024-01-01', amount: '80', currency: 'CNY' },
    { customer: 'Li', date: '2024-01-15', amount: '50', currency: 'CNY' },
    { customer: 'Li', date: '2024-01-15', amount: '12.50', currency: 'CNY' },
    { customer: 'Li', date: '2024-01-23', amount: '37.51', currency: 'CNY' },
    { customer: 'Li', date: '2024-01-24', amount: '-10', currency: 'CNY' },
    { customer: 'Li', date: '2024-03-01', amount: '5', currency: 'CNY' },
    { customer: 'Wu', date: '2024-01-30', amount: '0', currency: 'CNY' },
    { customer: 'Xu', date: '2024-01-30', amount: '-3', currency: 'CNY' },
    { customer: '', date: '2024-01-30', amount: '3', currency: 'CNY' },
  ]
  const options = { asOf: '2024-02-06', unit: 'week', invalid: 'collect' } as const
  const summary = deepFreeze(summarisePurchases(sales, options))

  it('says in English how often customers bought again, and what that came to', () => {
    expect(explainPurchases(summary)).toEqual({
      sentences: [
        'Purchases as of 2024-02-06. Customers: 2; with repeat purchases: 1 (50%).',
        'Repeat purchases of all customers: 2. They come to 90.01 CNY, refunds taken off; the mean is 45.01 CNY.',
        'Time since the first purchase: 3.07 weeks on average, at most 5.14 weeks.',
        'Rows left out because something is wrong with them: 1; rows read: 8.',
        'Transactions dated later than the day in question, left out: 1.',
        'Transactions of 0, which count as purchases: 1.',
        'Refunds, which are not purchases: 2. Those from the second day with a purchase on are taken off what was bought; earlier ones change nothing here.',
        'Customers with nothing but refunds, left out: 1.',
      ],
      customers: [
        {
          customer: 'Li',
          sentences: [
            'Customer Li first bought on 2024-01-01 and last on 2024-01-23, 3.14 weeks later. Repeat purchases: 2. Time since the first purchase: 5.14 weeks.',
            'Mean spend of a repeat purchase: 45.01 CNY; all of them: 90.01 CNY, refunds taken off.',
          ],
        },
        { customer: 'Wu', sentences: ['Customer Wu bought on 2024-01-30 and has not bought again. Time since then: 1 week.'] },
      ],
    })
    expect(Object.keys(en.purchaseSummary.diagnoses)).toEqual([...summary.diagnoses.map(({ code }) => code), 'no-customers'])
  })

  it('says it in Chinese', () => {
    expect(explainPurchases(summary, zhCN)).toEqual({
      sentences: [
        '截至 2024-02-06 的购买情况。客户：2 家，其中有重复购买的客户：1 家（50%）。',
        '全部客户的重复购买：2 次，扣除退款后合计 90.01 CNY，平均每次 45.01 CNY。',
        '距首次购买的时间：平均 3.07 周，最长 5.14 周。',
        '因有错误而未计入的行：1 行；读入：8 行。',
        '晚于截止日、未计入的交易：1 笔。',
        '金额为零、仍计为购买的交易：1 笔。',
        '退款不计为购买，共 2 笔。自第二个购买日起的退款从购买金额中扣除，更早的退款不影响此处的结果。',
        '只有退款、未计入的客户：1 家。',
      ],
      customers: [
        {
          customer: 'Li',
          sentences: [
            '客户 Li 于 2024-01-01 首次购买，最近一次购买在 2024-01-23，相隔 3.14 周。重复购买：2 次。距首次购买：5.14 周。',
            '重复购买的平均金额：45.01 CNY；扣除退款后合计：90.01 CNY。',
          ],
        },
        { customer: 'Wu', sentences: ['客户 Wu 于 2024-01-30 购买，此后没有再购买。至截止日已过：1 周。'] },
      ],
    })
  })

  it('says that there is nobody, or nobody who bought again', () => {
    expect(explainPurchases(summarisePurchases([], options))).toEqual({ sentences: ['There are no customers.'], customers: [] })
    expect(explainPurchases(summarisePurchases(sales.slice(0, 1), { asOf: '2024-01-01', unit: 'day' }), zhCN)).toEqual({
      sentences: ['截至 2024-01-01 的购买情况。客户：1 家，其中有重复购买的客户：0 家（0%）。', '距首次购买的时间：平均 0 天，最长 0 天。'],
      customers: [{ customer: 'Li', sentences: ['客户 Li 于 2024-01-01 购买，此后没有再购买。至截止日已过：0 天。'] }],
    })
  })

  it('tells amounts of any size, and next to nothing so that it does not look like nothing', () => {
    const said = (amount: string, currency?: string): string => {
      const rows = ['2024-01-01', '2024-01-02', '2024-01-04'].map((date) => ({
        customer: 'Li',
        date,
        amount: date.endsWith('4') ? '0' : amount,
        ...(currency === undefined ? {} : { currency }),
      }))
      return explainPurchases(summarisePurchases(rows, { asOf: '2024-01-05', unit: 'day' })).customers[0]?.sentences[1] ?? ''
    }
    expect(said('0.001')).toBe('Mean spend of a repeat purchase: <0.01; all of them: 0.001, refunds taken off.')
    expect(said('0.001', 'USD')).toBe('Mean spend of a repeat purchase: <0.01 USD; all of them: 0.001 USD, refunds taken off.')
    expect(said('0')).toBe('Mean spend of a repeat purchase: 0; all of them: 0, refunds taken off.')
    expect(said('25', 'JPY')).toBe('Mean spend of a repeat purchase: 12.5 JPY; all of them: 25 JPY, refunds taken off.')
    const huge = { ...summary, customers: summary.customers.map((one) => ({ ...one, repeatSpend: `1${'0'.repeat(400)}` })) }
    expect(explainPurchases(huge).customers[0]?.sentences[1]).toContain(`Mean spend of a repeat purchase: 5${'0'.repeat(399)}.00 CNY`)
    const refunded = { ...summary, customers: summary.customers.map((one) => ({ ...one, repeatSpend: '-0.001' })) }
    expect(explainPurchases(refunded).sentences[1]).toBe(
      'Repeat purchases of all customers: 2. They come to −0.001 CNY, refunds taken off; the mean is >−0.01 CNY.',
    )
  })

  it('refuses what is no summary', () => {
    expect(issuesOf(() => explainPurchases(undefined as never))).toEqual([['missing', ['summary']]])
    const [li] = summary.customers
    const refuse = (changed: object) => issuesOf(() => explainPurchases({ ...summary, ...changed } as PurchaseSummary))
    expect(refuse({ unit: 'month', currency: 'x', customers: [{ ...li, age: -1, repeatSpend: 5, lastPurchase: '2024' }, 5] })).toEqual([
      ['not-allowed', ['summary', 'unit']],
      ['unknown-currency', ['summary', 'currency']],
      ['too-small', ['summary', 'customers', 0, 'age']],
      ['wrong-type', ['summary', 'customers', 0, 'repeatSpend']],
      ['not-a-calendar-date', ['summary', 'customers', 0, 'lastPurchase']],
      ['wrong-type', ['summary', 'customers', 1]],
    ])
    expect(refuse({ customers: [{ ...li, age: 3 }] })).toEqual([['too-large', ['summary', 'customers', 0, 'lastPurchaseAge']]])
    expect(countRefused(summary, explainPurchases)).toBeGreaterThan(40)
  })
})

/** CDNOW, as published: Fader, Hardie and Lee 2005; Fader and Hardie 2013. */
const purchases: BgNbdParameters = { model: 'bg-nbd', unit: 'week', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
const spend: GammaGammaParameters = { model: 'gamma-gamma', p: 6.25, q: 3.74, v: 15.44 }
const returning = { customer: 'C-1', repeatPurchases: 2, lastPurchaseAge: 30.43, age: 38.86, meanSpend: 22.35 }
const once = { customer: 'C-2', repeatPurchases: 0, lastPurchaseAge: 0, age: 38, meanSpend: 0 }

describe('explainProbabilityAlive', () => {
  it('says the number, and the silence that it comes from', () => {
    expect(explainProbabilityAlive(returning, purchases).sentences).toEqual([
      'Customer C-1 is still active with a probability of 72.66%.',
      'Repeat purchases: 2; from the first purchase to the last: 30.43 weeks; since then: 8.43 weeks. The longer this silence lasts, the lower the probability.',
    ])
    expect(explainProbabilityAlive(returning, purchases, zhCN).sentences).toEqual([
      '客户 C-1 的活跃概率为 72.66%。',
      '重复购买：2 次；首次购买至最近一次购买：30.43 周；此后至今：8.43 周。不再购买的时间越长，活跃概率越低。',
    ])
    const { customer: _, ...unnamed } = returning
    expect(explainProbabilityAlive(unnamed, purchases).sentences[0]).toBe('The customer is still active with a probability of 72.66%.')
    expect(explainProbabilityAlive(unnamed, purchases, zhCN).sentences[0]).toBe('该客户的活跃概率为 72.66%。')
  })

  it('says of a customer without repeat purchases what 1 means', () => {
    const assumption =
      'This is an assumption and no sign of loyalty: in the model customers stop only right after a repeat purchase, so it stays at 100% however long the silence. The purchases expected fall with it all the same. Since the first purchase: 38 days.'
    const days: BgNbdParameters = { ...purchases, unit: 'day' }
    expect(explainProbabilityAlive(once, days).sentences).toEqual([
      'Customer C-2 has made no repeat purchase, so the model takes the customer for active with a probability of 100%.',
      assumption,
    ])
    const { customer: _, ...unnamed } = once
    expect(explainProbabilityAlive(unnamed, days).sentences).toEqual([
      'The customer has made no repeat purchase, so the model takes the customer for active with a probability of 100%.',
      assumption,
    ])
    const assumed =
      '这只是假设，并不表示忠诚：模型中客户只会在重复购买之后流失，因此无论多久不再购买，该概率始终为 100%，但预期购买次数仍随之下降。距首次购买：38 天。'
    expect(explainProbabilityAlive(once, days, zhCN).sentences).toEqual(['客户 C-2 没有重复购买，因此模型将其活跃概率视为 100%。', assumed])
    expect(explainProbabilityAlive(unnamed, days, zhCN).sentences).toEqual(['该客户没有重复购买，因此模型将其活跃概率视为 100%。', assumed])
  })

  it('does not take what is nearly certain for certain', () => {
    const silent = { repeatPurchases: 1e9, lastPurchaseAge: 1, age: 1e7 }
    expect(explainProbabilityAlive(silent, purchases).sentences[0]).toBe('The customer is still active with a probability of <0.01%.')
    const loyal = { repeatPurchases: 1e9, lastPurchaseAge: 5, age: 5 }
    expect(explainProbabilityAlive(loyal, { ...purchases, a: 1e-9 }).sentences[0]).toBe('The customer is still active with a probability of >99.99%.')
  })

  it('says of every customer and all parameters one number above 0% and at most 100%', () => {
    fc.assert(
      fc.property(purchaseHistories, bgNbdParameters, (customer, parameters) => {
        const { sentences } = explainProbabilityAlive(customer, parameters)
        expect(sentences.join(' ')).not.toMatch(BAD_TEXT)
        expect(sentences[0]).toMatch(customer.repeatPurchases === 0 ? /of 100%[.]$/ : /of (<0[.]01|>99[.]99|\d\d?([.]\d\d?)?)%[.]$/)
      }),
    )
  })

  it('refuses what is no customer or no model', () => {
    expect(issuesOf(() => explainProbabilityAlive({ ...returning, age: 3 }, { ...purchases, r: -1 }))).toEqual([
      ['too-large', ['customer', 'lastPurchaseAge']],
      ['too-small', ['parameters', 'r']],
    ])
  })
})

const value: LifetimeValue = deepFreeze({
  models: { purchases, spend },
  value: 22.14,
  expectedPurchases: 3.1,
  discountedPurchases: 3,
  expectedSpend: 24.6,
  probabilityAlive: 0.7266,
  unit: 'week',
  horizon: 52,
  discountRate: 0.002,
  marginRate: 0.3,
  reasons: [
    { code: 'spend-from-both', params: { weight: 0.82, own: 22.35, all: 35.2 } },
    { code: 'beyond-history', params: { horizon: 52, age: 38.86 } },
  ],
})

describe('explainLifetimeValue', () => {
  it('says the value, what it is the product of, and the reasons', () => {
    expect(explainLifetimeValue(value).sentences).toEqual([
      'Value expected over the next 52 weeks: 22.14.',
      'It is the margin rate, 30%, times the spend expected on a purchase, 24.6, times the purchases expected, 3.1, which a discount of 0.2% a week turns into 3.',
      'Probability that the customer is still active: 72.66%.',
      "The spend expected is made of the customer's own mean, 22.35, with a weight of 82%, and of the mean over all customers, 35.2, with the rest.",
      'The horizon, 52 weeks, is longer than the customer has been known, 38.86 weeks: what lies beyond is less certain.',
    ])
    expect(explainLifetimeValue(value, zhCN).sentences).toEqual([
      '未来 52 周内的客户终身价值：22.14。',
      '计算方法：利润率 30%，乘以每次购买的预期金额 24.6，再乘以预期购买次数 3.1（按每周 0.2% 折现后为 3）。',
      '活跃概率：72.66%。',
      '预期金额由该客户自己的平均金额 22.35（权重 82%）与全部客户的平均金额 35.2（其余权重）得出。',
      '预测期 52 周，长于该客户的历史 38.86 周，超出的部分更不确定。',
    ])
  })

  it('says of a customer without repeat purchases that being active is assumed', () => {
    const assumed: LifetimeValue = {
      ...value,
      value: -22.878,
      marginRate: -0.3,
      discountRate: 0,
      discountedPurchases: 3.1,
      probabilityAlive: 1,
      reasons: [{ code: 'no-repeat-purchases', params: {} }],
    }
    expect(explainLifetimeValue(assumed).sentences).toEqual([
      'Value expected over the next 52 weeks: −22.88.',
      'It is the margin rate, −30%, times the spend expected on a purchase, 24.6, times the purchases expected, 3.1.',
      'There is no repeat purchase: the model, in which customers stop only right after one, takes the customer for active for certain. This is an assumption and no sign of loyalty.',
    ])
    expect(explainLifetimeValue(assumed, zhCN).sentences.slice(1)).toEqual([
      '计算方法：利润率 −30%，乘以每次购买的预期金额 24.6，再乘以预期购买次数 3.1。',
      '没有重复购买：模型中客户只会在重复购买之后流失，因此视为必定活跃。这只是假设，并不表示忠诚。',
    ])
    expect(Object.keys(en.lifetimeValue.reasons)).toEqual(['no-repeat-purchases', 'spend-from-both', 'beyond-history'])
  })

  it('says so where there is no mean over all customers, and tells apart what is nearly alike', () => {
    const said = (reasons: LifetimeValue['reasons'], locale = en) => explainLifetimeValue({ ...value, reasons }, locale).sentences[3]
    const own: LifetimeValue['reasons'] = [{ code: 'spend-from-both', params: { weight: 1.2, own: -5, all: null } }]
    expect(said(own)).toBe(
      "The spend expected is made of the customer's own mean, −5, and of the model's parameters, for there is no mean over all customers.",
    )
    expect(said(own, zhCN)).toBe('全部客户的平均金额不存在，预期金额由该客户自己的平均金额 −5 与模型参数得出。')
    expect(said([{ code: 'beyond-history', params: { horizon: 52, age: 51.9999 } }])).toBe(
      'The horizon, 52 weeks, is longer than the customer has been known, 51.9999 weeks: what lies beyond is less certain.',
    )
    expect(said([{ code: 'spend-from-both', params: { weight: 1, own: 1e-9, all: 1e30 } }])).toBe(
      `The spend expected is made of the customer's own mean, <0.01, with a weight of >99.99%, and of the mean over all customers, 1${'0'.repeat(30)}, with the rest.`,
    )
  })

  it('tells rates of any size, and next to no purchases without a row of zeros', () => {
    const tiny = { ...value, value: 0, expectedPurchases: 0.000123456, discountedPurchases: 1e-300, discountRate: 0.00026115787606784124 }
    expect(explainLifetimeValue({ ...tiny, value: 0.3 * 24.6 * 1e-300, unit: 'day', horizon: 1 }).sentences.slice(0, 3)).toEqual([
      'Value expected over the next 1 day: <0.01.',
      'It is the margin rate, 30%, times the spend expected on a purchase, 24.6, times the purchases expected, 0.0001235, which a discount of 0.02612% a day turns into <0.0001.',
      'Probability that the customer is still active: 72.66%.',
    ])
  })

  it('says what comes out of the verb', () => {
    const options = { horizon: 26, discountRate: '0.002', marginRate: '0.3' }
    for (const customer of [returning, once])
      expect(explainLifetimeValue(lifetimeValue(customer, { purchases, spend }, options)).sentences.join(' ')).not.toMatch(BAD_TEXT)
    expect(explainLifetimeValue(lifetimeValue(returning, { purchases, spend: { ...spend, q: 0.5 } }, options)).sentences[3]).toContain(
      'there is no mean over all customers',
    )
  })

  it('says what comes out of the verb, whatever goes in', () => {
    const horizons = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0, max: 100, noNaN: true }))
    const rates = fc.constantFrom('0', '0.002', 0.1, 1e6)
    const margins = fc.constantFrom(-1, '0', '0.3', 1)
    let said = 0
    fc.assert(
      fc.property(
        purchaseHistories,
        bgNbdParameters,
        gammaGammaParameters,
        horizons,
        rates,
        margins,
        (history, ofPurchases, ofSpend, horizon, discountRate, marginRate) => {
          const found = issuesOf(() => {
            const made = lifetimeValue(history, { purchases: ofPurchases, spend: ofSpend }, { horizon, discountRate, marginRate })
            expect(explainLifetimeValue(made).sentences.join(' ')).not.toMatch(BAD_TEXT)
            said += 1
          })
          // Where no mean is to be expected, there is no value.
          if (typeof found !== 'string') expect(found).toEqual([['not-above', ['models', 'spend', 'q']]])
        },
      ),
      { numRuns: 100 },
    )
    expect(said).toBeGreaterThan(50)
  })

  it('refuses what is no value, and what is not the product of its parts', () => {
    const refuse = (changed: object) => issuesOf(() => explainLifetimeValue({ ...value, ...changed } as LifetimeValue))
    expect(issuesOf(() => explainLifetimeValue(null as never))).toEqual([['wrong-type', ['value']]])
    expect(refuse({ probabilityAlive: 1.1, marginRate: 2, expectedPurchases: -1, reasons: [{ code: 'unlucky' }] })).toEqual([
      ['too-large', ['value', 'marginRate']],
      ['too-small', ['value', 'expectedPurchases']],
      ['too-large', ['value', 'probabilityAlive']],
      ['not-allowed', ['value', 'reasons', 0, 'code']],
    ])
    expect(refuse({ value: 22.15 })).toEqual([['outdated-input', ['value', 'value']]])
    expect(countRefused(value, explainLifetimeValue)).toBeGreaterThan(40)
  })
})

const valued = (customer: string, worth: number, probabilityAlive = 0.5) => ({
  customer,
  value: worth,
  expectedPurchases: 2,
  expectedSpend: 12.5,
  probabilityAlive,
})

const book: LifetimeBook = deepFreeze({
  models: { purchases, spend },
  unit: 'week',
  horizon: 52,
  discountRate: 0.002,
  marginRate: 0.3,
  total: 19.99,
  expectedPurchases: 16,
  customers: [
    valued('a', 6, 1),
    valued('b', 5, 0.999999),
    valued('c', 4, 0),
    valued('d', 3),
    valued('e', 2),
    valued('f', 1),
    valued('g', 0),
    valued('h', -1.01),
  ],
  rejected: [],
  diagnoses: [
    { code: 'rows-rejected', params: { rejected: 1, read: 8 } },
    { code: 'no-repeat-purchases', params: { count: 1 } },
    { code: 'beyond-history', params: { count: 8 } },
  ],
})

describe('explainLifetimeValues', () => {
  it('says what all customers will bring in, who is worth most, and each of them', () => {
    const { sentences, customers } = explainLifetimeValues(book)
    expect(sentences).toEqual([
      'Value expected of all customers together over the next 52 weeks: 19.99. Customers: 8; purchases expected of them: 16.',
      'Margin rate: 30%; discount rate: 0.2% a week.',
      'Worth most: a (6), b (5), c (4), d (3), e (2).',
      'Customers worth less than nothing: 1.',
      'Rows left out because something is wrong with them: 1; rows read: 8. The total is of the others.',
      'Customers without repeat purchases, whom the model takes for active for certain: 1. This is an assumption and no sign of loyalty.',
      'Customers who have been known for less than the horizon: 8. What lies beyond is less certain.',
    ])
    expect(customers.map(({ customer }) => customer)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
    const texts = ['100', '>99.99', '<0.01', '50'].map((percent, index) => [
      `Customer ${'abcd'[index]} is worth ${6 - index}. Purchases expected: 2; spend expected on each: 12.5; probability that the customer is still active: ${percent}%.`,
    ])
    expect(customers.slice(0, 4).map((one) => one.sentences)).toEqual(texts)
  })

  it('says it in Chinese', () => {
    const { sentences, customers } = explainLifetimeValues(book, zhCN)
    expect(sentences).toEqual([
      '全部客户未来 52 周内的客户终身价值合计：19.99。客户：8 家；预期购买：16 次。',
      '利润率：30%；折现率：每周 0.2%。',
      '价值最高的客户：a（6）、b（5）、c（4）、d（3）、e（2）。',
      '价值低于零的客户：1 家。',
      '因有错误而未计入的行：1 行；读入：8 行。合计仅就其余的行而言。',
      '没有重复购买、因此模型视为必定活跃的客户：1 家。这只是假设，并不表示忠诚。',
      '历史短于预测期的客户：8 家，超出的部分更不确定。',
    ])
    expect(customers[7]?.sentences).toEqual(['客户 h 的客户终身价值为 −1.01。预期购买：2 次；每次预期金额：12.5；活跃概率：50%。'])
  })

  it('says that there is nobody, and what comes out of the verb', () => {
    const options = { horizon: 26, discountRate: '0.002', marginRate: '0.3' }
    const of = (rows: (typeof once)[]) => explainLifetimeValues(lifetimeValues(rows, { purchases, spend }, options))
    expect(of([])).toEqual({ sentences: ['There are no customers.'], customers: [] })
    expect(explainLifetimeValues(lifetimeValues([], { purchases, spend }, options), zhCN).sentences).toEqual(['没有客户。'])
    const { sentences, customers } = of([once, returning])
    expect(customers.map(({ customer }) => customer)).toEqual(['C-1', 'C-2'])
    expect(sentences.join(' ')).not.toMatch(BAD_TEXT)
    expect(Object.keys(en.lifetimeBook.diagnoses)).toEqual([...book.diagnoses.map(({ code }) => code), 'no-customers'])
  })

  it('refuses what is no book, and values that do not add up', () => {
    const refuse = (changed: object) => issuesOf(() => explainLifetimeValues({ ...book, ...changed } as LifetimeBook))
    expect(issuesOf(() => explainLifetimeValues([] as never))).toEqual([['wrong-type', ['book']]])
    expect(refuse({ horizon: -1, customers: [{ ...valued('', 5), probabilityAlive: 2 }] })).toEqual([
      ['too-small', ['book', 'horizon']],
      ['too-large', ['book', 'customers', 0, 'probabilityAlive']],
      ['empty', ['book', 'customers', 0, 'customer']],
    ])
    expect(refuse({ total: 19.98 })).toEqual([['outdated-input', ['book', 'total']]])
    expect(countRefused(book, explainLifetimeValues)).toBeGreaterThan(40)
  })
})
