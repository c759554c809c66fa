import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { explainValueConcentration } from '../explain.js'
import { concentration } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

const book = deepFreeze(concentration([500, 300, 120, 40, 20, 10, 5, 3, 1, 1]))

describe('explainValueConcentration', () => {
  it('says how unevenly a total is spread: tiering.md 6', () => {
    expect(explainValueConcentration(book).sentences).toEqual([
      'Customers: 10; their value in all: 1000.',
      'What the greatest bring in of the total: top 1% (1): 50%, top 20% (2): 80%, top 50% (5): 98%.',
      'The Gini coefficient is 0.728; it is 0 where all are alike, and near 1 where one has everything.',
      'Corrected for the number of values (unbiased), it is 0.809.',
      'The Herfindahl–Hirschman index is 0.357; the effective number of customers is 2.805.',
    ])
    expect(explainValueConcentration(book, zhCN).sentences).toEqual([
      '客户：10 家；价值合计 1000。',
      '最大的客户占总额的比例：前 1%（1 家）占 50%、前 20%（2 家）占 80%、前 50%（5 家）占 98%。',
      '基尼系数为 0.728：各家相等时为零，一家独占时接近 1。',
      '按数值个数修正的（无偏）基尼系数为 0.809。',
      '赫芬达尔—赫希曼指数为 0.357，相当于 2.805 家规模相同的客户。',
    ])
  })

  it('says what is to be known of odd values', () => {
    expect(explainValueConcentration(concentration([])).sentences).toEqual(['Customers: 0; their value in all: 0.', 'There are no values.'])
    expect(explainValueConcentration(concentration(['5.50'])).sentences).toEqual([
      'Customers: 1; their value in all: 5.5.',
      'What the greatest bring in of the total: top 1% (1): 100%.',
      'The Gini coefficient is 0; it is 0 where all are alike, and near 1 where one has everything.',
      'The Herfindahl–Hirschman index is 1; the effective number of customers is 1.',
      'There is only one value.',
    ])
    expect(explainValueConcentration(concentration([3, -4]), zhCN).sentences).toEqual([
      '客户：2 家；价值合计 −1。',
      '总额 −1 不大于零，无从计算占比。',
    ])
    expect(explainValueConcentration(concentration([3, 3, -4])).sentences.slice(1)).toEqual([
      'What the greatest bring in of the total: top 1% (1): 150%, top 50% (2): 300%.',
      'The Gini coefficient is 2.333; it is 0 where all are alike, and near 1 where one has everything.',
      'Corrected for the number of values (unbiased), it is 3.5.',
      'The Herfindahl–Hirschman index is 8.5; the effective number of customers is 0.118.',
      'Values below 0: 1, together −4. The others bring in more than 100% of the total, and the Gini coefficient may be above 1.',
    ])
  })

  it('refuses what is no concentration', () => {
    const issues = (changed: unknown): unknown => issuesOf(() => explainValueConcentration(changed as never))
    expect(issues([])).toEqual([['wrong-type', ['concentration']]])
    expect(issues({ ...book, gini: -1, lorenz: [[0, 0, 0], [0, 'x'], 5], top: [{}], diagnoses: [{ code: 'x' }] })).toEqual([
      ['too-small', ['concentration', 'gini']],
      ['wrong-length', ['concentration', 'lorenz', 0]],
      ['wrong-type', ['concentration', 'lorenz', 1, 1]],
      ['wrong-type', ['concentration', 'lorenz', 2]],
      ...['share', 'customers', 'ofValue'].map((key) => ['missing', ['concentration', 'top', 0, key]]),
      ['not-allowed', ['concentration', 'diagnoses', 0, 'code']],
    ])
  })

  it('says any concentration in whole sentences, and what was changed, or refuses it with issues', () => {
    let refused = 0
    const values = fc.array(fc.oneof(fc.integer({ min: -5, max: 50 }), fc.constantFrom('0.001', '1e30', 0)), { maxLength: 30 })
    const results = values.map((list) => concentration(list))
    fc.assert(
      fc.property(
        results.chain((result) => spoil(result).map((changed) => [result, changed] as const)),
        ([result, changed]) => {
          const [english, chinese] = [explainValueConcentration(result), explainValueConcentration(result, zhCN)]
          expect(chinese.sentences).toHaveLength(english.sentences.length)
          for (const text of [...english.sentences, ...chinese.sentences]) expect(text).not.toMatch(/undefined|NaN|null|Infinity|[{]\w+[}]/)
          try {
            explainValueConcentration(changed as never)
          } catch (error) {
            if (!isInputError(error)) throw error
            refused += 1
          }
        },
      ),
    )
    expect(refused).toBeGreaterThan(20)
  })
})
