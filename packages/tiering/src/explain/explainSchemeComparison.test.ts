import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { shareSchemes, thresholdSchemes, valuedCustomers } from '../../testing/tierSchemes.js'
import { explainSchemeComparison } from '../explain.js'
import { averageMonthlySales, compareSchemes, type ThresholdScheme } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { paretoAbc, textbookAbc, textbookShares } from '../templates.js'

const valued = (...values: readonly (string | number)[]) => values.map((value, index) => ({ customer: `c${index}`, value }))
const [top, ...others] = textbookAbc.tiers as readonly [ThresholdScheme['tiers'][number], ...ThresholdScheme['tiers'][number][]]
const schemes = {
  before: textbookAbc,
  after: { ...textbookAbc, version: '2', tiers: [{ ...top, from: '450000' }, { id: 'B', from: 200000 }, ...others.slice(1)] },
} as const
const comparison = deepFreeze(compareSchemes(valued(600000, 465000, '450000.01', 150000, 20), schemes))

describe('explainSchemeComparison', () => {
  it('says in English how many customers move, where to, and what becomes of the tiers', () => {
    expect(explainSchemeComparison(comparison, schemes).sentences).toEqual([
      'The scheme "ABC by average monthly sales, version 2" instead of "ABC by average monthly sales, version 1" moves customers to another tier: 3 of 5.',
      'To a higher tier: 2; to a lower one: 1.',
      'From tier "B: in between" to tier "A: few and large": customers: 2, value: 915000.01 CNY.',
      'From tier "B: in between" to tier "C: many and small": customers: 1, value: 150000.00 CNY.',
      'The greatest of those who move: c1 (465000.00 CNY, from "B: in between" to "A: few and large"), c2 (450000.01 CNY, from "B: in between" to "A: few and large"), c3 (150000.00 CNY, from "B: in between" to "C: many and small").',
      'Tier "A: few and large": customers before: 1, after: 3; value before: 600000.00 CNY, after: 1515000.01 CNY.',
      'Tier "B": customers before: 3, after: 0; value before: 1065000.01 CNY, after: 0.00 CNY.',
      'Tier "C: many and small": customers before: 1, after: 2; value before: 20.00 CNY, after: 150020.00 CNY.',
      'After: Nobody is in tier "B".',
    ])
  })

  it('says it in Chinese', () => {
    expect(explainSchemeComparison(comparison, schemes, zhCN).sentences).toEqual([
      '以方案“按月均销售额的 ABC 分类，版本 2”代替“按月均销售额的 ABC 分类，版本 1”，等级有变动的客户：5 家中的 3 家。',
      '升级：2 家；降级：1 家。',
      '由等级“B 级：居中”变为等级“A 级：少而大”：客户 2 家，价值 915000.01 CNY。',
      '由等级“B 级：居中”变为等级“C 级：多而小”：客户 1 家，价值 150000.00 CNY。',
      '等级有变动的客户中价值最高的：c1（465000.00 CNY，由“B 级：居中”变为“A 级：少而大”）、c2（450000.01 CNY，由“B 级：居中”变为“A 级：少而大”）、c3（150000.00 CNY，由“B 级：居中”变为“C 级：多而小”）。',
      '等级“A 级：少而大”：客户由 1 家变为 3 家；价值由 600000.00 CNY 变为 1515000.01 CNY。',
      '等级“B”：客户由 3 家变为 0 家；价值由 1065000.01 CNY 变为 0.00 CNY。',
      '等级“C 级：多而小”：客户由 1 家变为 2 家；价值由 20.00 CNY 变为 150020.00 CNY。',
      '新方案：等级“B”没有客户。',
    ])
  })

  it('says of other tiers that only one scheme has them, and not who moves up', () => {
    const tiers = [
      { id: 'A', from: 400 },
      { id: 'rest', from: null },
    ]
    const two = { before: paretoAbc, after: { kind: 'tier-scheme', id: 'two', version: 1, type: 'threshold', tiers } } as const
    expect(explainSchemeComparison(compareSchemes(valued(500, 300, 200), two), two).sentences).toEqual([
      'The scheme "two" instead of "ABC by 80, 15 and 5% of the value" moves customers to another tier: 2 of 3.',
      'From tier "A" to tier "rest": customers: 1, value: 300.',
      'From tier "B" to tier "rest": customers: 1, value: 200.',
      'The greatest of those who move: c1 (300, from "A" to "rest"), c2 (200, from "B" to "rest").',
      'Tier "B", which only the scheme of before has: customers: 1; value: 200.',
      'Tier "C", which only the scheme of before has: customers: 0; value: 0.',
      'Tier "A": customers before: 2, after: 1; value before: 800, after: 500.',
      'Tier "rest", which only the scheme of after has: customers: 2; value: 500.',
      'Before: Nobody is in tier "C".',
    ])
    const back = { before: two.after, after: two.before }
    expect(explainSchemeComparison(compareSchemes(valued(500, 300, 200), back), back, zhCN).sentences.slice(4, 8)).toEqual([
      '仅原方案有的等级“rest”：客户 2 家；价值 500。',
      '等级“A”：客户由 1 家变为 2 家；价值由 500 变为 800。',
      '仅新方案有的等级“B”：客户 1 家；价值 200。',
      '仅新方案有的等级“C”：客户 0 家；价值 0。',
    ])
  })

  it('says that nobody moves, what of averages is a month, and what is known of the customers once', () => {
    const same = { before: textbookAbc, after: textbookAbc }
    const sales = averageMonthlySales([{ customer: 'Li', date: '2024-06-01', amount: 900 }], { months: 3, asOf: '2024-07-01' })
    expect(explainSchemeComparison(compareSchemes(sales, same), same).sentences).toEqual([
      'The scheme "ABC by average monthly sales, version 1" instead of "ABC by average monthly sales, version 1" moves no customer to another tier; customers: 1.',
      'Tier "A: few and large": customers before: 0, after: 0; value before: 0.00 CNY a month, after: 0.00 CNY a month.',
      'Tier "B: in between": customers before: 0, after: 0; value before: 0.00 CNY a month, after: 0.00 CNY a month.',
      'Tier "C: many and small": customers before: 1, after: 1; value before: 300.00 CNY a month, after: 300.00 CNY a month.',
      'There is only one customer, Li.',
      'Before: Nobody is in the top tier, "A: few and large".',
      'Before: Nobody is in tier "B: in between".',
      'After: Nobody is in the top tier, "A: few and large".',
      'After: Nobody is in tier "B: in between".',
    ])
    const ending = averageMonthlySales([{ customer: 'Li', date: '2024-06-01', amount: 900 }], {
      months: 1,
      asOf: '2024-06-29',
      window: 'ending-with',
    })
    const { sentences } = explainSchemeComparison(compareSchemes({ ...ending, rejected: [{ index: 1, issues: [] }] }, same), same)
    expect(sentences.slice(4, 7)).toEqual([
      'Rows that the values leave out because something is wrong with them: 1.',
      'The last of the months, which ends on 2024-06-30, is not over on 2024-06-29, but counts as a whole one.',
      'There is only one customer, Li.',
    ])
    const shares = { before: paretoAbc, after: textbookShares }
    expect(explainSchemeComparison(compareSchemes([], shares), shares).sentences).toEqual(['There are no customers.'])
    const unpaid = explainSchemeComparison(compareSchemes(valued(3, -4), shares), shares).sentences
    expect(unpaid.slice(-6)).toEqual([
      'The total, −1, is not above 0: nothing is a share of it.',
      'Before: Nobody is in tier "B".',
      'After: Nobody is in tier "B: ordinary customers".',
      'After: Tier "A: key customers" is expected to bring in from 60% to 80% of the total, of which nothing is a share.',
      'After: Tier "B: ordinary customers" is expected to bring in from 15% to 30% of the total, of which nothing is a share.',
      'After: Tier "C: small customers" is expected to bring in from 5% to 15% of the total, of which nothing is a share.',
    ])
  })

  const issues = (changed: unknown, compared: unknown = schemes): unknown =>
    issuesOf(() => explainSchemeComparison(changed as never, compared as never))

  it('refuses what is no comparison, and what are no schemes', () => {
    expect(issues(null)).toEqual([['wrong-type', ['comparison']]])
    expect(issues(comparison, null)).toEqual([['wrong-type', ['schemes']]])
    expect(issues(comparison, { before: textbookAbc, later: textbookAbc })).toEqual([
      ['unknown-key', ['schemes', 'later']],
      ['missing', ['schemes', 'after']],
    ])
    expect(issues({ ...comparison, matrix: comparison.matrix.slice(1) })).toEqual([['wrong-length', ['comparison', 'matrix']]])
    expect(issues({ ...comparison, moved: comparison.moved.slice(1) })).toEqual([['wrong-length', ['comparison', 'moved']]])
    const [first, ...more] = comparison.matrix
    expect(issues({ ...comparison, matrix: [{ ...first, count: 7 }, ...more] })).toEqual([
      ['outdated-input', ['comparison', 'before', 0, 'count']],
      ['outdated-input', ['comparison', 'after', 0, 'count']],
    ])
    expect(issues({ ...comparison, moved: [{ ...comparison.moved[0], to: 'D' }, ...comparison.moved.slice(1)] })).toEqual([
      ['outdated-input', ['comparison', 'moved', 0, 'to']],
    ])
  })

  it('refuses averages whose sums are lacking', () => {
    const sales = [{ customer: 'Li', date: '2024-06-01', amount: 1_400_000, currency: 'CNY' }]
    const averages = compareSchemes(averageMonthlySales(sales, { months: 3, asOf: '2024-07-01' }), schemes)
    expect(explainSchemeComparison(averages, schemes).sentences[2]).toContain('value: 466666.67 CNY a month.')
    const [mover] = averages.moved
    const [first, ...more] = averages.matrix
    expect(issues({ ...averages, moved: [{ ...mover, sum: undefined }], matrix: [{ ...first, sum: undefined }, ...more] })).toEqual([
      ['missing', ['comparison', 'matrix', 0, 'sum']],
      ['missing', ['comparison', 'moved', 0, 'sum']],
    ])
    expect(issues({ ...averages, before: averages.before.map(({ sum: _, ...tier }) => tier) })).toEqual(
      [0, 1, 2].map((index) => ['missing', ['comparison', 'before', index, 'sum']]),
    )
  })

  it('refuses other schemes, also the same the other way round', () => {
    expect(issues(comparison, { before: schemes.after, after: schemes.before })).toEqual([
      ['other-policy', ['comparison', 'policies', 0]],
      ['other-policy', ['comparison', 'policies', 1]],
    ])
    expect(issues(comparison, { ...schemes, before: { ...textbookAbc, tiers: others } })).toEqual([['outdated-input', ['comparison', 'before']]])
  })

  it('has whole sentences in both languages for any two schemes, and refuses with issues what was changed', () => {
    const any = fc.oneof(thresholdSchemes, shareSchemes)
    let refused = 0
    const books = valuedCustomers.map((customers) => customers.map((one, index) => ({ ...one, customer: `c${index}` })))
    const results = fc.tuple(books, any, any).map(([customers, before, after]) => ({
      compared: { before, after: { ...after, version: 2 } },
      result: compareSchemes(customers, { before, after: { ...after, version: 2 } }),
    }))
    fc.assert(
      fc.property(
        results.chain((one) => spoil(one.result).map((changed) => ({ ...one, changed }))),
        ({ compared, result, changed }) => {
          const [english, chinese] = [explainSchemeComparison(result, compared), explainSchemeComparison(result, compared, zhCN)]
          expect(chinese.sentences).toHaveLength(english.sentences.length)
          for (const text of [...english.sentences, ...chinese.sentences]) expect(text).not.toMatch(/undefined|NaN|null|[{]\w+[}]/)
          try {
            for (const text of explainSchemeComparison(changed as never, compared).sentences) expect(text).not.toMatch(/undefined|NaN|[{]\w+[}]/)
          } catch (error) {
            if (!isInputError(error)) throw error
            refused += 1
          }
        },
      ),
      { numRuns: 80 },
    )
    expect(refused).toBeGreaterThan(20)
  })
})
