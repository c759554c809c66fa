import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { explainModelValidation } from '../explain.js'
import { type ModelValidation, type Sale, validateModel } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'

const group = (repeatPurchases: number, customers: number, actual: number, expected: number) => ({
  repeatPurchases,
  orMore: repeatPurchases === 7,
  customers,
  actual,
  expected,
})

const validation: ModelValidation = deepFreeze({
  calibrateTo: '1997-09-30',
  until: '1998-06-30',
  unit: 'week',
  horizon: 39,
  customers: 2357,
  actual: 1800,
  expected: 1710,
  byRepeatPurchases: [group(0, 1411, 300, 290.5), group(1, 439, 0, 200), group(2, 0, 0, 0), group(7, 507, 1500, 1219.5)],
  meanAbsoluteError: 0.7551,
  naive: { expected: 3000, meanAbsoluteError: 0.755 },
  fit: {
    parameters: { model: 'bg-nbd', unit: 'week', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
    standardErrors: null,
    customers: 2357,
    repeatBuyers: 946,
    logLikelihood: -9582.43,
    converged: false,
    iterations: 200,
    diagnoses: [
      { code: 'not-converged', params: { iterations: 200 } },
      { code: 'parameter-at-bound', params: { parameter: 'a', value: 1e-6 } },
      { code: 'few-repeat-buyers', params: { count: 4, least: 30 } },
      { code: 'all-alike', params: { customers: 2357 } },
      { code: 'no-repeat-buyers', params: { customers: 2357 } },
      { code: 'repeats-at-age-zero', params: { count: 8 } },
    ],
  },
  rejected: [],
  diagnoses: [
    { code: 'rows-rejected', params: { rejected: 1, read: 6919 } },
    { code: 'customers-after-calibration', params: { count: 3 } },
    { code: 'refunds-alone', params: { customers: 2 } },
    { code: 'transactions-after-until', params: { count: 4 } },
    { code: 'zero-amounts', params: { count: 5 } },
    { code: 'refunds', params: { count: 6 } },
    { code: 'fit-not-converged', params: {} },
    { code: 'worse-than-naive', params: { model: 0.7551, naive: 0.755 } },
  ],
})

const sound: ModelValidation = { ...validation, fit: { ...validation.fit, converged: true, diagnoses: [] }, diagnoses: [] }

describe('explainModelValidation', () => {
  it('says in English how the model did, and whether to rely on it', () => {
    expect(explainModelValidation(validation).sentences).toEqual([
      'BG/NBD fitted to purchases up to 1997-09-30 and compared with those after it up to 1998-06-30, 39 weeks later. Customers: 2357.',
      'Do not rely on the purchases expected: the fit found no maximum of the likelihood.',
      'The search for the maximum was given up after so many iterations: 200.',
      'In the fit, the likelihood rises up to a bound of the search: a = 0.000001.',
      'Customers with repeat purchases up to the day of calibration: 4. Fewer than 30 tell too little: do not rely on the purchases expected.',
      'All customers (2357) have the same numbers up to the day of calibration, so nothing tells how customers differ: do not rely on the purchases expected.',
      'None of the customers (2357) bought again up to the day of calibration, so nothing tells how often customers buy or when they stop: do not rely on the purchases expected.',
      'Customers with repeat purchases and yet an age of 0 at the last of them: 8. Ages are too coarse for the model: do not rely on the purchases expected.',
      'Purchases expected: 1710; made: 1800. The model expected 5% too few.',
      "At each customer's own rate so far, purchases expected would be 3000.",
      'Rows left out because something is wrong with them: 1; rows read: 6919.',
      'Customers who first bought after the day of calibration, left out: 3. The model cannot know of them.',
      'Customers with nothing but refunds, left out: 2.',
      'Transactions dated later than the last day, left out: 4.',
      'Transactions of 0, which count as purchases: 5.',
      'Refunds, which are not purchases and change nothing here: 6.',
      "Do not rely on the model for single customers: each customer's own rate so far has a mean absolute error of 0.755, the model one of 0.7551.",
      'Repeat purchases before: 0. Customers: 1411; purchases expected of them: 290.5; made: 300.',
      'Repeat purchases before: 1. Customers: 439; purchases expected of them: 200; made: 0.',
      'Repeat purchases before: 7 or more. Customers: 507; purchases expected of them: 1219.5; made: 1500.',
    ])
    expect(Object.keys(en.modelValidation.diagnoses)).toEqual(validation.diagnoses.map(({ code }) => code))
    expect(Object.keys(en.modelValidation.fitDiagnoses)).toEqual(validation.fit.diagnoses.map(({ code }) => code))
  })

  it('says it in Chinese', () => {
    expect(explainModelValidation(validation, zhCN).sentences).toEqual([
      '用 1997-09-30 及以前的购买拟合 BG/NBD 模型，与其后至 1998-06-30 的检验期（留出样本，39 周）比较。客户：2357 家。',
      '请勿依赖预期购买次数：拟合没有找到似然函数的极大值。',
      '拟合在 200 次迭代后停止。',
      '拟合时，似然函数一直升到搜索范围的边界：a = 0.000001。',
      '校准日及以前有重复购买的客户：4 家。少于 30 家则信息太少，请勿依赖预期购买次数。',
      '校准日及以前，各客户（2357 家）的数据全部相同，无从得知客户之间的差异，请勿依赖预期购买次数。',
      '校准日及以前，2357 家客户均无重复购买，无从得知客户多久购买一次、何时流失，请勿依赖预期购买次数。',
      '有重复购买、但首次购买至最近一次购买的时间为零的客户：8 家。时间对模型过于粗略，请勿依赖预期购买次数。',
      '预期购买：1710 次；实际：1800 次。模型低估 5%。',
      '按各客户此前的频率推算，预期购买为 3000 次。',
      '因有错误而未计入的行：1 行；读入：6919 行。',
      '校准日之后才首次购买、未计入的客户：3 家。模型无法预知这些客户。',
      '只有退款、未计入的客户：2 家。',
      '晚于检验期、未计入的交易：4 笔。',
      '金额为零、仍计为购买的交易：5 笔。',
      '退款不计为购买，不影响此处的结果：6 笔。',
      '请勿依赖模型预测单个客户：按各客户此前的频率推算，平均绝对误差为 0.755，模型为 0.7551。',
      '此前重复购买次数：0。客户：1411 家；预期购买：290.5 次；实际：300 次。',
      '此前重复购买次数：1。客户：439 家；预期购买：200 次；实际：0 次。',
      '此前重复购买次数：7 或更多。客户：507 家；预期购买：1219.5 次；实际：1500 次。',
    ])
  })

  it('says which of the two errs more, or neither', () => {
    const said = (model: number, naive: number, locale = en) =>
      explainModelValidation({ ...sound, meanAbsoluteError: model, naive: { expected: 3000, meanAbsoluteError: naive } }, locale).sentences[2]
    expect(said(0.7, 0.7001)).toBe(
      "Mean absolute error of purchases per customer: 0.7; with each customer's own rate so far, which errs more: 0.7001.",
    )
    expect(said(0.7, 0.8, zhCN)).toBe('每家客户购买次数的平均绝对误差：0.7；按各客户此前的频率推算，误差较大：0.8。')
    expect(said(0.7, 0.7)).toBe("Mean absolute error of purchases per customer: 0.7; with each customer's own rate so far: 0.7.")
    expect(said(0.7, 0.7, zhCN)).toBe('每家客户购买次数的平均绝对误差：0.7；按各客户此前的频率推算：0.7。')
  })

  it('does not say which errs more where nobody bought again up to the day of calibration', () => {
    const said = (model: number, naive: number) => {
      const fit: ModelValidation['fit'] = { ...sound.fit, repeatBuyers: 0, converged: false }
      return explainModelValidation({ ...sound, fit, meanAbsoluteError: model, naive: { expected: 0, meanAbsoluteError: naive } }).sentences[2]
    }
    expect(said(3e-7, 0)).toBe("Mean absolute error of purchases per customer: <0.01; with each customer's own rate so far: 0.")
    expect(said(0.4999997, 0.5)).toBe("Mean absolute error of purchases per customer: 0.5; with each customer's own rate so far: 0.5.")
  })

  it('speaks of no parameters, which are not shown, but of the purchases expected', () => {
    for (const locale of [en, zhCN])
      for (const text of explainModelValidation(validation, locale).sentences) expect(text).not.toMatch(/parameter|参数/)
    const alike = explainModelValidation({
      ...sound,
      fit: { ...sound.fit, diagnoses: [{ code: 'rows-rejected', params: { rejected: 1, read: 5 } }] },
    })
    expect(alike.sentences[1]).toBe('Rows left out because something is wrong with them: 1; rows read: 5.')
  })

  it('says whether the model expected too much, and no percentage of nothing', () => {
    const said = (expected: number, actual: number, locale = en) => explainModelValidation({ ...sound, expected, actual }, locale).sentences[1]
    expect(said(5, 5)).toBe('Purchases expected: 5; made: 5.')
    expect(said(5.00001, 5)).toBe('Purchases expected: 5.00001; made: 5. The model expected <0.01% too many.')
    expect(said(1e-9, 5)).toBe('Purchases expected: <0.01; made: 5. The model expected >99.99% too few.')
    expect(said(0, 5)).toBe('Purchases expected: 0; made: 5. The model expected 100% too few.')
    expect(said(3, 0)).toBe('Purchases expected: 3; none were made.')
    expect(said(6, 5, zhCN)).toBe('预期购买：6 次；实际：5 次。模型高估 20%。')
    expect(said(5, 5, zhCN)).toBe('预期购买：5 次；实际：5 次。')
    expect(said(3, 0, zhCN)).toBe('预期购买：3 次；实际没有购买。')
  })

  it('says what comes out of the verb', () => {
    const sales = ['2024-01-01', '2024-01-20', '2024-03-01', '2024-05-05', '2024-06-01'].flatMap((date, index): Sale[] => [
      { customer: `C-${index}`, date, amount: 5 },
      { customer: 'D', date, amount: 7 },
    ])
    for (const until of ['2024-05-31', '2024-12-31'])
      for (const locale of [en, zhCN]) {
        const { sentences } = explainModelValidation(validateModel(sales, { calibrateTo: '2024-04-01', until }), locale)
        expect(sentences.join(' ')).not.toMatch(/undefined|NaN|Infinity|[{]\w+[}]/)
      }
  })

  it('refuses what is no validation', () => {
    const refuse = (changed: object) => issuesOf(() => explainModelValidation({ ...validation, ...changed } as ModelValidation))
    expect(issuesOf(() => explainModelValidation(undefined as never))).toEqual([['missing', ['validation']]])
    expect(refuse({ until: '1998', naive: 5, byRepeatPurchases: [group(0, -1, 0, 0)], fit: { ...validation.fit, repeatBuyers: 3000 } })).toEqual([
      ['not-a-calendar-date', ['validation', 'until']],
      ['too-small', ['validation', 'byRepeatPurchases', 0, 'customers']],
      ['wrong-type', ['validation', 'naive']],
      ['too-large', ['validation', 'fit', 'repeatBuyers']],
    ])
  })

  it('says what was changed, or refuses it with issues', () => {
    let refused = 0
    fc.assert(
      fc.property(spoil(validation), (changed) => {
        try {
          for (const text of explainModelValidation(changed as never).sentences) expect(text).not.toMatch(/undefined|NaN|Infinity|[{]\w+[}]/)
        } catch (error) {
          if (!isInputError(error)) throw error
          refused += 1
        }
      }),
      { numRuns: 300 },
    )
    expect(refused).toBeGreaterThan(60)
  })
})
