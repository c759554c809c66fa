import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { explainBgNbd, explainGammaGamma } from '../explain.js'
import { type BgNbdFit, fitBgNbd, fitGammaGamma, type GammaGammaFit } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'

/** Fitted to CDNOW, rounded: Fader, Hardie and Lee 2005, with standard errors. */
const bgNbd: BgNbdFit = deepFreeze({
  parameters: { model: 'bg-nbd', unit: 'week', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  standardErrors: { r: 0.0126, alpha: 0.378, a: 0.186, b: 0.705 },
  customers: 2357,
  repeatBuyers: 946,
  logLikelihood: -9582.4292,
  converged: true,
  iterations: 6,
  rejected: [],
  diagnoses: [],
})

/** Fitted to CDNOW, rounded: Fader and Hardie 2013. */
const gammaGamma: GammaGammaFit = deepFreeze({
  parameters: { model: 'gamma-gamma', p: 6.25, q: 3.74, v: 15.44 },
  standardErrors: { p: 1.19, q: 0.29, v: 8 },
  customers: 946,
  repeatBuyers: 946,
  logLikelihood: -4055.92,
  converged: true,
  iterations: 5,
  correlation: 0.11,
  rejected: [],
  diagnoses: [],
})

const withBgNbd = (changed: Partial<BgNbdFit['parameters']>, fit: Partial<BgNbdFit> = {}): BgNbdFit => ({
  ...bgNbd,
  ...fit,
  parameters: { ...bgNbd.parameters, ...changed },
})
const withGammaGamma = (changed: Partial<GammaGammaFit['parameters']>, fit: Partial<GammaGammaFit> = {}): GammaGammaFit => ({
  ...gammaGamma,
  ...fit,
  parameters: { ...gammaGamma.parameters, ...changed },
})

/** Every diagnosis that any fit may have. */
const diagnosed = (parameter: string) =>
  [
    { code: 'rows-rejected', params: { rejected: 1, read: 5 } },
    { code: 'not-converged', params: { iterations: 200 } },
    { code: 'parameter-at-bound', params: { parameter, value: 1e-6 } },
    { code: 'few-repeat-buyers', params: { count: 4, least: 30 } },
    { code: 'all-alike', params: { customers: 5 } },
  ] as const

const saidOfAny = (parameter: string): string[] => [
  'Rows left out because something is wrong with them: 1; rows read: 5. The parameters are made from the others.',
  'The search was given up after so many iterations: 200. The parameters are the best that it came upon.',
  `The likelihood rises up to a bound of the search: ${parameter} is kept at 0.000001. The data do not tell this parameter; do not rely on it.`,
  'Customers with repeat purchases that count: 4. Fewer than 30 tell too little: do not rely on these parameters.',
  'All customers that count (5) have the same numbers, so nothing tells how customers differ: do not rely on these parameters.',
]

const saidOfAnyInChinese = (parameter: string): string[] => [
  '因有错误而未计入的行：1 行；读入：5 行。参数由其余的行得出。',
  '搜索在 200 次迭代后停止，所给参数是其间找到的最佳值。',
  `似然函数一直升到搜索范围的边界：参数 ${parameter} 取边界值 0.000001。数据无法确定该参数，请勿依赖。`,
  '计入的有重复购买的客户：4 家。少于 30 家则信息太少，请勿依赖这些参数。',
  '计入的客户（5 家）数据全部相同，无从得知客户之间的差异，请勿依赖这些参数。',
]

describe('explainBgNbd', () => {
  it('says of CDNOW (Fader, Hardie and Lee 2005) what the parameters mean, and how sure they are', () => {
    // The moments of the gamma and the beta distribution: 1 / sqrt(.243) = 2.0286; sqrt(2.426 / (.793 * 4.219)) = .8515.
    expect(explainBgNbd(bgNbd).sentences).toEqual([
      'BG/NBD, a model of how often customers buy and when they stop. Customers that it is made from: 2357; with repeat purchases: 946 (40.14%).',
      'The search found a maximum of the likelihood. Iterations: 6; log-likelihood: −9582.43.',
      'With these parameters, customers make 0.05505 purchases a week on average as long as they are active.',
      'Customers differ much in how often they buy: the standard deviation is 202.86% of the average.',
      'With these parameters, the probability that a customer stops for good right after a repeat purchase is 24.63% on average.',
      'Customers differ somewhat in how soon they stop: the standard deviation of that probability is 85.15% of the average.',
      'Parameters, with their standard errors: r = 0.243 (±0.0126), alpha = 4.414 (±0.378), a = 0.793 (±0.186), b = 2.426 (±0.705). As a rule a parameter is off by less than two standard errors.',
    ])
    expect(explainBgNbd(bgNbd, zhCN).sentences).toEqual([
      'BG/NBD 模型描述客户多久购买一次、何时流失。用于拟合的客户：2357 家，其中有重复购买的客户：946 家（40.14%）。',
      '搜索找到了似然函数的极大值。迭代：6 次；对数似然：−9582.43。',
      '按这些参数，客户在活跃期间平均每周购买 0.05505 次。',
      '客户之间的购买频率差异很大：标准差为平均值的 202.86%。',
      '按这些参数，客户在一次重复购买之后随即永久流失的概率平均为 24.63%。',
      '客户之间的流失快慢有一定差异：该概率的标准差为平均值的 85.15%。',
      '参数及其标准误：r = 0.243（±0.0126）、alpha = 4.414（±0.378）、a = 0.793（±0.186）、b = 2.426（±0.705）。参数的误差一般小于两个标准误。',
    ])
  })

  it('says what a fit without a maximum is worth, by every diagnosis, and nothing of what its parameters would mean', () => {
    const fit = {
      ...bgNbd,
      converged: false,
      standardErrors: null,
      repeatBuyers: 0,
      diagnoses: [
        ...diagnosed('r'),
        { code: 'no-repeat-buyers', params: { customers: 2357 } },
        { code: 'repeats-at-age-zero', params: { count: 8 } },
      ],
    } satisfies BgNbdFit
    expect(explainBgNbd(fit).sentences.slice(1)).toEqual([
      ...saidOfAny('r'),
      'None of the customers (2357) bought again, so nothing tells how often customers buy or when they stop: do not rely on these parameters.',
      'Customers with repeat purchases and yet an age of 0 at the last of them: 8. Ages are too coarse for the model: count them in days, and do not rely on these parameters.',
      'Parameters: r = 0.243, alpha = 4.414, a = 0.793, b = 2.426. How far they may be off is not known.',
    ])
    expect(explainBgNbd(fit, zhCN).sentences.slice(1)).toEqual([
      ...saidOfAnyInChinese('r'),
      '2357 家客户均无重复购买，无从得知客户多久购买一次、何时流失，请勿依赖这些参数。',
      '有重复购买、但首次购买至最近一次购买的时间为零的客户：8 家。时间对模型过于粗略，请按天计算，并请勿依赖这些参数。',
      '参数：r = 0.243、alpha = 4.414、a = 0.793、b = 2.426。误差大小不详。',
    ])
  })

  it('says whether the search found a maximum, where somebody bought again', () => {
    const fit = { ...bgNbd, converged: false, standardErrors: null, diagnoses: [] }
    expect(explainBgNbd(fit).sentences[1]).toBe(
      'Do not rely on these parameters: the search found no maximum of the likelihood. Iterations: 6; log-likelihood: −9582.43.',
    )
    expect(explainBgNbd(fit, zhCN).sentences[1]).toBe('请勿依赖这些参数：搜索没有找到似然函数的极大值。迭代：6 次；对数似然：−9582.43。')
  })

  it('has every diagnosis worded', () => {
    expect(Object.keys({ ...en.fit.diagnoses, ...en.bgNbd.diagnoses })).toEqual([
      ...diagnosed('r').map(({ code }) => code),
      'no-repeat-buyers',
      'repeats-at-age-zero',
    ])
  })

  it('names the parameters that are hardly known', () => {
    const fit = withBgNbd({}, { standardErrors: { r: 0.1, alpha: 2.3, a: 1, b: 1 } })
    expect(explainBgNbd(fit).sentences.at(-1)).toBe('Hardly known, for the standard error is more than half of the parameter: alpha, a.')
    expect(explainBgNbd(fit, zhCN).sentences.at(-1)).toBe('标准误超过参数本身的一半、几乎无法确定的参数：alpha、a。')
  })

  it('tells how much customers differ, by the part of the average that the standard deviation is', () => {
    const said = (changed: Partial<BgNbdFit['parameters']>, index: number) => explainBgNbd(withBgNbd(changed)).sentences[index]
    expect(said({ r: 1 }, 3)).toBe('Customers differ much in how often they buy: the standard deviation is 100% of the average.')
    expect(said({ r: 1.0001 }, 3)).toBe('Customers differ somewhat in how often they buy: the standard deviation is >99.99% of the average.')
    expect(said({ r: 11.1 }, 3)).toBe('Customers differ somewhat in how often they buy: the standard deviation is 30.02% of the average.')
    expect(said({ r: 100 }, 3)).toBe('Customers differ little in how often they buy: the standard deviation is 10% of the average.')
    expect(said({ a: 1, b: 3 }, 5)).toContain('differ somewhat in how soon they stop: the standard deviation of that probability is 77.46%')
    expect(said({ a: 0.1, b: 3 }, 5)).toContain('differ much in how soon they stop')
    expect(said({ a: 100, b: 3 }, 5)).toContain('differ little in how soon they stop')
  })

  it('tells numbers near to 0 and 1 so that they do not look like that, and days as days', () => {
    const { sentences } = explainBgNbd(withBgNbd({ unit: 'day', r: 1e-9, alpha: 1e15, a: 1e9, b: 1e-9 }))
    expect(sentences.slice(2, 6)).toEqual([
      `With these parameters, customers make 0.${'0'.repeat(23)}1 purchases a day on average as long as they are active.`,
      'Customers differ much in how often they buy: the standard deviation is 3162277.66% of the average.',
      'With these parameters, the probability that a customer stops for good right after a repeat purchase is >99.99% on average.',
      'Customers differ little in how soon they stop: the standard deviation of that probability is <0.01% of the average.',
    ])
    expect(explainBgNbd(withBgNbd({ a: 1e-9, b: 1e9 })).sentences[4]).toContain('right after a repeat purchase is <0.01% on average.')
  })

  it('refuses what is no fit', () => {
    const refuse = (changed: object) => issuesOf(() => explainBgNbd({ ...bgNbd, ...changed } as never))
    expect(issuesOf(() => explainBgNbd(undefined as never))).toEqual([['missing', ['fit']]])
    expect(issuesOf(() => explainBgNbd(gammaGamma as never))).toEqual([
      ['not-allowed', ['fit', 'parameters', 'model']],
      ['missing', ['fit', 'parameters', 'unit']],
      ...['r', 'alpha', 'a', 'b'].map((name) => ['missing', ['fit', 'parameters', name]]),
      ...['r', 'alpha', 'a', 'b'].map((name) => ['missing', ['fit', 'standardErrors', name]]),
    ])
    expect(refuse({ parameters: { ...bgNbd.parameters, r: 0, alpha: 1e16, a: '1', b: Number.NaN } })).toEqual([
      ['too-small', ['fit', 'parameters', 'r']],
      ['too-large', ['fit', 'parameters', 'alpha']],
      ['wrong-type', ['fit', 'parameters', 'a']],
      ['wrong-type', ['fit', 'parameters', 'b']],
    ])
    expect(refuse({ customers: 0, standardErrors: { r: -1, alpha: 0, a: 0, b: 0 }, converged: 'yes', logLikelihood: null })).toEqual([
      ['too-small', ['fit', 'standardErrors', 'r']],
      ['too-small', ['fit', 'customers']],
      ['wrong-type', ['fit', 'logLikelihood']],
      ['wrong-type', ['fit', 'converged']],
    ])
    expect(refuse({ repeatBuyers: 2358 })).toEqual([['too-large', ['fit', 'repeatBuyers']]])
    expect(
      refuse({
        diagnoses: [
          { code: 'no-mean', params: { q: 1 } },
          { code: 'parameter-at-bound', params: { parameter: 'p', value: 1 } },
        ],
      }),
    ).toEqual([
      ['not-allowed', ['fit', 'diagnoses', 0, 'code']],
      ['not-allowed', ['fit', 'diagnoses', 1, 'params', 'parameter']],
    ])
  })
})

describe('explainGammaGamma', () => {
  it('says of CDNOW (Fader and Hardie 2013) what the parameters mean, and how sure they are', () => {
    // The mean over customers 6.25 * 15.44 / 2.74; 1 / sqrt(1.74) = .7581; 1 / sqrt(6.25) = .4.
    expect(explainGammaGamma(gammaGamma).sentences).toEqual([
      'Gamma-Gamma, a model of how much customers spend on a purchase. Customers that it is made from: 946.',
      'The search found a maximum of the likelihood. Iterations: 5; log-likelihood: −4055.92.',
      'With these parameters, the mean spend of a customer on a purchase is 35.22 on average.',
      'Customers differ somewhat in their mean spend: the standard deviation is 75.81% of the average.',
      "From one purchase to another of the same customer, the standard deviation is 40% of the customer's mean.",
      'Correlation of mean spend and number of repeat purchases: 0.11. The model takes it for 0.',
      'Parameters, with their standard errors: p = 6.25 (±1.19), q = 3.74 (±0.29), v = 15.44 (±8). As a rule a parameter is off by less than two standard errors.',
      'Hardly known, for the standard error is more than half of the parameter: v.',
    ])
    expect(explainGammaGamma(gammaGamma, zhCN).sentences).toEqual([
      'Gamma-Gamma 模型描述客户每次购买的金额。用于拟合的客户：946 家。',
      '搜索找到了似然函数的极大值。迭代：5 次；对数似然：−4055.92。',
      '按这些参数，各客户每次购买的平均金额平均为 35.22。',
      '客户之间的平均金额有一定差异：标准差为平均值的 75.81%。',
      '同一客户各次购买的金额，标准差为该客户平均金额的 40%。',
      '平均金额与重复购买次数的相关系数：0.11；模型假定其为零。',
      '参数及其标准误：p = 6.25（±1.19）、q = 3.74（±0.29）、v = 15.44（±8）。参数的误差一般小于两个标准误。',
      '标准误超过参数本身的一半、几乎无法确定的参数：v。',
    ])
  })

  it('says what a fit is worth, by every diagnosis', () => {
    const fit = withGammaGamma(
      { q: 0.99999 },
      {
        correlation: -0.3001,
        diagnoses: [
          ...diagnosed('q'),
          { code: 'spend-not-positive', params: { count: 3 } },
          { code: 'correlated', params: { correlation: -0.3001, limit: 0.3 } },
          { code: 'no-mean', params: { q: 0.99999 } },
        ],
      },
    )
    expect(explainGammaGamma(fit).sentences.slice(2, -2)).toEqual([
      ...saidOfAny('q'),
      'Customers with repeat purchases whose mean spend is not above 0, left out: 3. The model does not hold for customers like these.',
      'Mean spend and number of repeat purchases go together: their correlation is −0.3001, beyond 0.3 in size, and the model takes it for 0. Do not rely on the spend expected, least of all of customers with few or many purchases.',
      'There is no mean spend over all customers, for q is 0.99999, not above 1: nothing can be expected of customers without repeat purchases.',
      'Customers differ so much in their mean spend that there is no standard deviation of it.',
      "From one purchase to another of the same customer, the standard deviation is 40% of the customer's mean.",
    ])
    expect(explainGammaGamma(fit, zhCN).sentences.slice(2, -2)).toEqual([
      ...saidOfAnyInChinese('q'),
      '有重复购买、但平均金额不大于零而未计入的客户：3 家。模型不适用于此类客户。',
      '平均金额与重复购买次数相关：相关系数为 −0.3001，绝对值大于 0.3，而模型假定其为零。请勿依赖预期金额，对购买很少或很多的客户尤其如此。',
      '参数 q 为 0.99999，不大于 1，全部客户的平均金额不存在，无法预期没有重复购买的客户的金额。',
      '客户之间的平均金额差异极大，标准差不存在。',
      '同一客户各次购买的金额，标准差为该客户平均金额的 40%。',
    ])
    expect(Object.keys(en.gammaGamma.diagnoses)).toEqual(['spend-not-positive', 'correlated', 'no-mean'])
  })

  it('says that a correlation cannot be told, and tells a positive one', () => {
    const unknown = { ...gammaGamma, correlation: null }
    expect(explainGammaGamma(unknown).sentences[5]).toBe(
      'Mean spend or the number of repeat purchases is the same for all, so nothing tells whether they are independent, as the model takes them to be.',
    )
    expect(explainGammaGamma(unknown, zhCN).sentences[5]).toBe('各客户的平均金额或重复购买次数全部相同，无从检验模型所假定的两者独立。')
    const correlated = { ...gammaGamma, diagnoses: [{ code: 'correlated', params: { correlation: 0.5, limit: 0.3 } }] } satisfies GammaGammaFit
    expect(explainGammaGamma(correlated).sentences[2]).toContain('their correlation is 0.5, beyond 0.3 in size')
  })

  it('tells a mean wherever there is one, and a standard deviation wherever there is one', () => {
    const said = (q: number) => explainGammaGamma(withGammaGamma({ q })).sentences.slice(2, 4)
    expect(said(1)).toEqual([
      'Customers differ so much in their mean spend that there is no standard deviation of it.',
      "From one purchase to another of the same customer, the standard deviation is 40% of the customer's mean.",
    ])
    expect(said(2)).toEqual([
      'With these parameters, the mean spend of a customer on a purchase is 96.5 on average.',
      'Customers differ so much in their mean spend that there is no standard deviation of it.',
    ])
    expect(said(3)[1]).toBe('Customers differ much in their mean spend: the standard deviation is 100% of the average.')
    expect(said(102)[1]).toBe('Customers differ little in their mean spend: the standard deviation is 10% of the average.')
    const [mean, spread] = explainGammaGamma(withGammaGamma({ p: 1e-9, q: 1e9, v: 1e-9 })).sentences.slice(2, 4)
    expect(mean).toContain('on a purchase is <0.01 on average')
    expect(spread).toContain('the standard deviation is <0.01% of the average')
  })

  it('says of a fit without a maximum nothing of what its parameters would mean', () => {
    const { sentences } = explainGammaGamma({ ...gammaGamma, converged: false, standardErrors: null }, zhCN)
    expect(sentences.slice(1)).toEqual([
      '请勿依赖这些参数：搜索没有找到似然函数的极大值。迭代：5 次；对数似然：−4055.92。',
      '平均金额与重复购买次数的相关系数：0.11；模型假定其为零。',
      '参数：p = 6.25、q = 3.74、v = 15.44。误差大小不详。',
    ])
  })

  it('refuses what is no fit', () => {
    const refuse = (changed: object) => issuesOf(() => explainGammaGamma({ ...gammaGamma, ...changed } as never))
    expect(issuesOf(() => explainGammaGamma(5 as never))).toEqual([['wrong-type', ['fit']]])
    expect(refuse({ correlation: 1.5, diagnoses: [{ code: 'no-mean', params: { q: 2 } }] })).toEqual([
      ['too-large', ['fit', 'correlation']],
      ['too-large', ['fit', 'diagnoses', 0, 'params', 'q']],
    ])
    expect(refuse({ correlation: undefined, diagnoses: [{ code: 'no-repeat-buyers', params: { customers: 1 } }] })).toEqual([
      ['missing', ['fit', 'correlation']],
      ['not-allowed', ['fit', 'diagnoses', 0, 'code']],
    ])
  })
})

describe('fits', () => {
  const times = [
    { repeatPurchases: 0, lastPurchaseAge: 0, age: 30 },
    { repeatPurchases: 2, lastPurchaseAge: 10, age: 30 },
  ]
  const spend = [
    { repeatPurchases: 2, meanSpend: 20 },
    { repeatPurchases: 1, meanSpend: 0 },
  ]

  it('are said as they come out of the verbs', () => {
    for (const { sentences } of [
      explainBgNbd(fitBgNbd(times, { unit: 'day' })),
      explainBgNbd(fitBgNbd(times.slice(0, 1), { unit: 'week' }), zhCN),
      explainGammaGamma(fitGammaGamma(spend)),
      explainGammaGamma(fitGammaGamma(spend), zhCN),
    ])
      for (const text of sentences) expect(text).not.toMatch(/undefined|NaN|Infinity|[{]\w+[}]/)
  })

  it('are said as they come out of the verbs, of any customers', () => {
    const histories = fc.array(
      fc.record({ repeatPurchases: fc.nat(4), last: fc.nat(20), more: fc.nat(20), meanSpend: fc.constantFrom(-5, 0, 0.01, 20, 35.5) }),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(histories, (rows) => {
        const customers = rows.map(({ last, more, ...row }) => {
          const lastPurchaseAge = row.repeatPurchases === 0 ? 0 : last
          return { ...row, lastPurchaseAge, age: lastPurchaseAge + more }
        })
        const said = [explainBgNbd(fitBgNbd(customers, { unit: 'week' }))]
        if (customers.some(({ repeatPurchases, meanSpend }) => repeatPurchases > 0 && meanSpend > 0))
          said.push(explainGammaGamma(fitGammaGamma(customers)))
        for (const { sentences } of said) for (const text of sentences) expect(text).not.toMatch(/undefined|NaN|Infinity|[{]\w+[}]/)
      }),
      { numRuns: 20 },
    )
  })

  it.each([
    ['BG/NBD', { ...bgNbd, diagnoses: [...diagnosed('a'), { code: 'no-repeat-buyers', params: { customers: 1 } }] }, explainBgNbd],
    ['Gamma-Gamma', { ...gammaGamma, diagnoses: diagnosed('v') }, explainGammaGamma],
  ] as const)('of %s that were changed are said, or refused with issues', (_, fit, explain) => {
    let refused = 0
    fc.assert(
      fc.property(spoil(fit), (changed) => {
        try {
          for (const text of explain(changed as never, zhCN).sentences) expect(text).not.toMatch(/undefined|NaN|Infinity|[{]\w+[}]/)
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
