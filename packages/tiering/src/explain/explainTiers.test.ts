import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { shareSchemes, thresholdSchemes, valuedCustomers } from '../../testing/tierSchemes.js'
import { explainTiers } from '../explain.js'
import {
  averageMonthlySales,
  classifyByScore,
  classifyByShare,
  classifyByThreshold,
  type ShareScheme,
  type ThresholdScheme,
  type Tiering,
  type TierScheme,
} from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { paretoAbc, textbookAbc, textbookShares } from '../templates.js'

/** Customers c0, c1, … of such values. */
const valued = (...values: readonly (string | number)[]) => values.map((value, index) => ({ customer: `c${index}`, value }))
const byThreshold = (scheme: ThresholdScheme, ...values: readonly (string | number)[]): Tiering =>
  deepFreeze(classifyByThreshold(valued(...values), scheme))
const byShare = (scheme: ShareScheme, ...values: readonly (string | number)[]): Tiering => deepFreeze(classifyByShare(valued(...values), scheme))
const sentencesOf = (tiering: Tiering, scheme: TierScheme, customer: string, locale = en): readonly string[] | undefined =>
  explainTiers(tiering, scheme, locale).customers.find((one) => one.customer === customer)?.sentences

/** Sales of one month each, whose totals are averaged over three. */
const averagesOf = (...totals: readonly string[]) =>
  averageMonthlySales(
    totals.map((amount, index) => ({ customer: `c${index}`, date: '2024-05-02', amount, currency: 'CNY' })),
    { months: 3, asOf: '2024-07-31' },
  )

const simple: ThresholdScheme = {
  kind: 'tier-scheme',
  id: 'simple',
  version: 1,
  type: 'threshold',
  boundary: 'at-or-above',
  tiers: [
    { id: 'A', from: '60' },
    { id: 'B', from: 50 },
    { id: 'C', from: null },
  ],
}

describe('explainTiers by thresholds', () => {
  const averages = averagesOf('1800000', '1050000', '99999.99', '-30')
  const tiering = deepFreeze(classifyByThreshold(averages, textbookAbc))

  it('says in English what each tier takes, why a customer is in one, and what it takes to move up: textbook S1, above 500,000 yuan a month', () => {
    const { sentences, customers } = explainTiers(tiering, textbookAbc)
    expect(sentences).toEqual([
      'Customers in tiers under the scheme "ABC by average monthly sales": 4; their value in all: 983323.33 CNY a month.',
      'Values are monthly averages, each rounded by itself; months: 3; the sum of these months: 2949969.99 CNY.',
      'Tier "A: few and large" (more than 500000.00 CNY a month): customers: 1, 25% of all; value: 600000.00 CNY a month, 61.02% of the total.',
      'Tier "B: in between" (more than 100000.00 CNY a month): customers: 1, 25% of all; value: 350000.00 CNY a month, 35.59% of the total.',
      'Tier "C: many and small" (all others): customers: 2, 50% of all; value: 33323.33 CNY a month, 3.39% of the total.',
      'Customers with a value below 0: 1, together −10.00 CNY a month. The others bring in more than 100% of the total.',
    ])
    expect(customers).toEqual([
      {
        customer: 'c0',
        sentences: [
          'Customer c0 is in tier "A: few and large" with 600000.00 CNY a month, which is more than 500000.00 CNY a month; rank: 1 of 4.',
          'No tier is above it.',
        ],
      },
      {
        customer: 'c1',
        sentences: [
          'Customer c1 is in tier "B: in between" with 350000.00 CNY a month, which is more than 100000.00 CNY a month; rank: 2 of 4.',
          'To reach tier "A: few and large", more than 500000.00 CNY a month is needed, which is 150000.00 CNY a month more.',
        ],
      },
      {
        customer: 'c2',
        sentences: [
          'Customer c2 is in tier "C: many and small", which takes all others, with 33333.33 CNY a month; rank: 3 of 4.',
          'To reach tier "B: in between", more than 100000.00 CNY a month is needed, which is 66666.67 CNY a month more.',
        ],
      },
      {
        customer: 'c3',
        sentences: [
          'Customer c3 is in tier "C: many and small", which takes all others, with −10.00 CNY a month; rank: 4 of 4.',
          'To reach tier "B: in between", more than 100000.00 CNY a month is needed, which is 100010.00 CNY a month more.',
        ],
      },
    ])
  })

  it('says it in Chinese', () => {
    const { sentences, customers } = explainTiers(tiering, textbookAbc, zhCN)
    expect(sentences).toEqual([
      '按方案“按月均销售额的 ABC 分类”划分等级的客户：4 家；价值合计 983323.33 CNY/月。',
      '价值为月均值，各自四舍五入；共 3 个月，这些月份合计 2949969.99 CNY。',
      '等级“A 级：少而大”（高于 500000.00 CNY/月）：客户 1 家，占全部客户的 25%；价值 600000.00 CNY/月，占总额的 61.02%。',
      '等级“B 级：居中”（高于 100000.00 CNY/月）：客户 1 家，占全部客户的 25%；价值 350000.00 CNY/月，占总额的 35.59%。',
      '等级“C 级：多而小”（其余客户）：客户 2 家，占全部客户的 50%；价值 33323.33 CNY/月，占总额的 3.39%。',
      '价值为负的客户：1 家，合计 −10.00 CNY/月。其余客户合计超过总额的 100%。',
    ])
    expect(customers.slice(0, 3).map((one) => one.sentences)).toEqual([
      ['客户 c0 属于等级“A 级：少而大”：600000.00 CNY/月，高于 500000.00 CNY/月；排名：第 1 名，共 4 家。', '这已是最高等级。'],
      [
        '客户 c1 属于等级“B 级：居中”：350000.00 CNY/月，高于 100000.00 CNY/月；排名：第 2 名，共 4 家。',
        '要升入等级“A 级：少而大”，须高于 500000.00 CNY/月，还差 150000.00 CNY/月。',
      ],
      [
        '客户 c2 属于收纳其余客户的等级“C 级：多而小”：33333.33 CNY/月；排名：第 3 名，共 4 家。',
        '要升入等级“B 级：居中”，须高于 100000.00 CNY/月，还差 66666.67 CNY/月。',
      ],
    ])
  })

  it('says of a value on the threshold that anything more is enough', () => {
    const onIt = byThreshold(textbookAbc, 500000, 500000.01)
    expect(sentencesOf(onIt, textbookAbc, 'c0')).toEqual([
      'Customer c0 is in tier "B: in between" with 500000.00 CNY, which is more than 100000.00 CNY; rank: 2 of 2.',
      'To reach tier "A: few and large", more than 500000.00 CNY is needed: anything above it is enough.',
    ])
    expect(sentencesOf(onIt, textbookAbc, 'c0', zhCN)?.[1]).toBe('要升入等级“A 级：少而大”，须高于 500000.00 CNY：目前恰好相等，再多一点即可。')
  })

  it('never shows an average that is rounded as if it were beyond a threshold, or below it, and is not', () => {
    const near = classifyByThreshold(averagesOf('1500000.01', '1499999.99', '300000.01', '300000'), textbookAbc)
    expect(near.customers.map(({ value, tier }) => `${value} ${tier}`)).toEqual(['500000.00 A', '500000.00 B', '100000.00 B', '100000.00 C'])
    expect(explainTiers(near, textbookAbc).customers.map((one) => one.sentences)).toEqual([
      [
        'Customer c0 is in tier "A: few and large" with a little more than 500000.00 CNY a month, which is more than 500000.00 CNY a month; rank: 1 of 4.',
        'No tier is above it.',
      ],
      [
        'Customer c1 is in tier "B: in between" with a little less than 500000.00 CNY a month, which is more than 100000.00 CNY a month; rank: 2 of 4.',
        'To reach tier "A: few and large", more than 500000.00 CNY a month is needed, which is 0.01 CNY a month more.',
      ],
      [
        'Customer c2 is in tier "B: in between" with a little more than 100000.00 CNY a month, which is more than 100000.00 CNY a month; rank: 3 of 4.',
        'To reach tier "A: few and large", more than 500000.00 CNY a month is needed, which is 400000.00 CNY a month more.',
      ],
      [
        'Customer c3 is in tier "C: many and small", which takes all others, with 100000.00 CNY a month; rank: 4 of 4.',
        'To reach tier "B: in between", more than 100000.00 CNY a month is needed: anything above it is enough.',
      ],
    ])
    expect(sentencesOf(near, textbookAbc, 'c1', zhCN)?.[0]).toContain('“B 级：居中”：略少于 500000.00 CNY/月，')
    const atLeast: ThresholdScheme = { ...textbookAbc, boundary: 'at-or-above' }
    const onIt = classifyByThreshold(averagesOf('1500000', '1499999.99'), atLeast)
    expect(explainTiers(onIt, atLeast).customers.map((one) => one.sentences[0])).toEqual([
      'Customer c0 is in tier "A: few and large" with 500000.00 CNY a month, which is 500000.00 CNY a month or more; rank: 1 of 2.',
      'Customer c1 is in tier "B: in between" with a little less than 500000.00 CNY a month, which is 100000.00 CNY a month or more; rank: 2 of 2.',
    ])
  })

  it('says scores without a currency, and what at least is needed', () => {
    const scored = classifyByScore(
      {
        ranked: [
          { candidate: 'c0', total: '67' },
          { candidate: 'c1', total: '57' },
        ],
      },
      simple,
    )
    expect(explainTiers(scored, simple).sentences).toEqual([
      'Customers in tiers under the scheme "simple": 2; their value in all: 124.',
      'Tier "A" (60 or more): customers: 1, 50% of all; value: 67, 54.03% of the total.',
      'Tier "B" (50 or more): customers: 1, 50% of all; value: 57, 45.97% of the total.',
      'Tier "C" (all others): customers: 0, 0% of all; value: 0, 0% of the total.',
      'Nobody is in tier "C".',
    ])
    expect(sentencesOf(scored, simple, 'c1')).toEqual([
      'Customer c1 is in tier "B" with 57, which is 50 or more; rank: 2 of 2.',
      'To reach tier "A", 60 is needed, which is 3 more.',
    ])
    expect(sentencesOf(scored, simple, 'c1', zhCN)).toEqual([
      '客户 c1 属于等级“B”：57，不低于 50；排名：第 2 名，共 2 家。',
      '要升入等级“A”，须达到 60，还差 3。',
    ])
  })

  it('says of a single tier that it is the only one', () => {
    const single: ThresholdScheme = { ...simple, tiers: [{ id: 'all', from: null }] }
    expect(sentencesOf(byThreshold(single, 5), single, 'c0')).toEqual(['Customer c0 is in tier "all", the only one, with 5; rank: 1 of 1.'])
    expect(sentencesOf(byThreshold(single, 5), single, 'c0', zhCN)).toEqual(['客户 c0 属于唯一的等级“all”：5；排名：第 1 名，共 1 家。'])
    for (const type of ['share-of-value', 'share-of-customers'] as const) {
      const shares: ShareScheme = { kind: 'tier-scheme', id: 'one', version: 1, type, cuts: [{ id: 'all', upToPercent: 100 }] }
      for (const value of [5, -5]) expect(sentencesOf(byShare(shares, value), shares, 'c0')).toHaveLength(1)
      expect(explainTiers(byShare(shares, -5), shares).sentences[1]).toMatch(/^Tier "all"/)
      expect(sentencesOf(byShare(shares, -5), shares, 'c0')).toEqual(['Customer c0 is in tier "all", the only one, with −5; rank: 1 of 1.'])
    }
  })

  it('says what is to be known of a book that is empty, or odd', () => {
    expect(explainTiers(byThreshold(simple), simple)).toEqual({
      sentences: ['Customers in tiers under the scheme "simple": 0; their value in all: 0.', 'There are no customers.'],
      customers: [],
    })
    const rejected = classifyByThreshold([...valued(70), { customer: '', value: 1 }], simple, { invalid: 'collect' })
    expect(explainTiers(rejected, simple).sentences.slice(4)).toEqual([
      'Customers left out because something is wrong with them: 1; customers read: 1. Shares and ranks are of the others.',
      'There is only one customer, c0.',
      'Nobody is in tier "B".',
      'Nobody is in tier "C".',
    ])
    expect(explainTiers(byThreshold(simple, 7, '7.0'), simple).sentences.slice(4)).toEqual([
      'All customers have the same value, 7, and are in one tier.',
      'Nobody is in the top tier, "A".',
      'Nobody is in tier "B".',
    ])
    const unpaid = byThreshold(simple, 70, -80)
    expect(explainTiers(unpaid, simple).sentences.slice(1)).toEqual([
      'Tier "A" (60 or more): customers: 1, 50% of all; value: 70.',
      'Tier "B" (50 or more): customers: 0, 0% of all; value: 0.',
      'Tier "C" (all others): customers: 1, 50% of all; value: −80.',
      'The total, −10, is not above 0: nothing is a share of it.',
      'Nobody is in tier "B".',
    ])
  })
})

describe('explainTiers by shares', () => {
  const after = <Scheme extends ShareScheme>(scheme: Scheme): Scheme => ({ ...scheme, boundary: 'after' })
  const book = [500, 300, 120, 40, 20, 10, 5, 3, 1, 1]

  it('says before which cut a customer begins: tiering.md 7', () => {
    const tiering = byShare(paretoAbc, ...book)
    const { sentences } = explainTiers(tiering, paretoAbc)
    expect(sentences).toEqual([
      'Customers in tiers under the scheme "ABC by 80, 15 and 5% of the value": 10; their value in all: 1000.',
      'A customer is in the first tier whose cut is above the share of the total that customers of greater value bring in.',
      'Tier "A" (cut at 80% of the total): customers: 2, 20% of all; value: 800, 80% of the total.',
      'Tier "B" (cut at 95% of the total): customers: 2, 20% of all; value: 160, 16% of the total.',
      'Tier "C" (all others): customers: 6, 60% of all; value: 40, 4% of the total.',
    ])
    expect(['c0', 'c2', 'c4'].map((customer) => sentencesOf(tiering, paretoAbc, customer))).toEqual([
      [
        'Customer c0 is in tier "A" with 500: customers of greater value bring in 0% of the total, which is below 80%; rank: 1 of 10.',
        'No tier is above it.',
      ],
      [
        'Customer c2 is in tier "B" with 120: customers of greater value bring in 80% of the total, which is below 95%, but not below 80%; rank: 3 of 10.',
        'Customers in tier "A" have at least 300; 180 more than this customer.',
      ],
      [
        'Customer c4 is in tier "C" with 20: customers of greater value bring in 96% of the total, which is not below 95%; rank: 5 of 10.',
        'Customers in tier "B" have at least 40; 20 more than this customer.',
      ],
    ])
    expect(sentencesOf(tiering, paretoAbc, 'c2', zhCN)).toEqual([
      '客户 c2 属于等级“B”（120）：价值更高的客户合计占总额的 80%，低于 95%，但不低于 80%；排名：第 3 名，共 10 家。',
      '等级“A”的客户至少有 300，比该客户多 180。',
    ])
  })

  it('says by which cut a customer ends, and that nobody is in the top tier: tiering.md 8', () => {
    const scheme = after(paretoAbc)
    const tiering = byShare(scheme, 900, 50, 30, 20)
    const { sentences } = explainTiers(tiering, scheme)
    expect(sentences[1]).toBe(
      'A customer is in the first tier whose cut is not below the share of the total that it brings in with all of its value or a greater one; others are in the last tier.',
    )
    expect(sentences.at(-1)).toBe('Nobody is in the top tier, "A".')
    expect(['c0', 'c2'].map((customer) => sentencesOf(tiering, scheme, customer))).toEqual([
      [
        'Customer c0 is in tier "B" with 900: customers of its value or a greater one bring in 90% of the total, which is not above 95%, but above 80%; rank: 1 of 4.',
      ],
      [
        'Customer c2 is in tier "C" with 30: customers of its value or a greater one bring in 98% of the total, which is above 95%; rank: 3 of 4.',
        'Customers in tier "B" now have at least 50; 20 more than this customer. Reaching it may change the tiers.',
      ],
    ])
    expect(sentencesOf(byShare(scheme, ...book), scheme, 'c1')?.[0]).toBe(
      'Customer c1 is in tier "A" with 300: customers of its value or a greater one bring in 80% of the total, which is not above 80%; rank: 2 of 10.',
    )
  })

  it('says of shares of customers where they begin or end, and whether tiers bring in what is expected: textbook S2, 20/30/50', () => {
    const tiering = byShare(textbookShares, ...book)
    const { sentences } = explainTiers(tiering, textbookShares)
    expect(sentences.slice(1)).toEqual([
      'A customer is in the first tier whose cut is above the share of the customers who have a greater value.',
      'Tier "A: key customers" (cut at 20% of the customers): customers: 2, 20% of all; value: 800, 80% of the total.',
      'Tier "B: ordinary customers" (cut at 50% of the customers): customers: 3, 30% of all; value: 180, 18% of the total.',
      'Tier "C: small customers" (all others): customers: 5, 50% of all; value: 20, 2% of the total.',
      'Tier "A: key customers" brings in 80% of the total, as expected: from 60% to 80%.',
      'Tier "B: ordinary customers" brings in 18% of the total, as expected: from 15% to 30%.',
      'Tier "C: small customers" brings in 2% of the total, which is not as expected: from 5% to 15%.',
    ])
    expect(explainTiers(tiering, textbookShares, zhCN).sentences.slice(-2)).toEqual([
      '等级“B 级：普通客户”占总额的 18%，符合预期的 15% 至 30%。',
      '等级“C 级：小客户”占总额的 2%，不符合预期的 5% 至 15%。',
    ])
    expect(sentencesOf(tiering, textbookShares, 'c2')?.[0]).toBe(
      'Customer c2 is in tier "B: ordinary customers" with 120: 20% of the customers have a greater value, which is below 50%, but not below 20%; rank: 3 of 10.',
    )
    const ending = after(textbookShares)
    expect(sentencesOf(byShare(ending, ...book), ending, 'c9', zhCN)).toEqual([
      '客户 c9 属于等级“C 级：小客户”（1）：价值不低于它的客户占客户总数的 100%，高于 50%；排名：第 9 名，共 10 家。',
      '等级“B 级：普通客户”的客户目前至少有 20，比该客户多 19；达到后各等级的划分可能随之变动。',
    ])
  })

  it('shows a share with as many decimal places as tell on which side of a cut it is', () => {
    const tiering = byShare(paretoAbc, '79999999', '20000000', '1')
    expect(sentencesOf(tiering, paretoAbc, 'c1')?.[0]).toContain('bring in 79.999999% of the total, which is below 80%')
    const expected: ShareScheme = { ...textbookShares, expectedShareOfValue: [{ id: 'A', fromPercent: 80, toPercent: 100 }] }
    expect(explainTiers(byShare(expected, '79999999', '20000000', 1, 0, 0), expected).sentences).toContain(
      'Tier "A: key customers" brings in 79.999999% of the total, which is not as expected: from 80% to 100%.',
    )
  })

  it('says why somebody is on top where nothing is a share of the total', () => {
    const scheme: ShareScheme = { ...paretoAbc, expectedShareOfValue: [{ id: 'A', fromPercent: 60, toPercent: 80 }] }
    const tiering = byShare(scheme, 5, -10, -20)
    expect(explainTiers(tiering, scheme).sentences.slice(2)).toEqual([
      'Tier "A" (cut at 80% of the total): customers: 1, 33.33% of all; value: 5.',
      'Tier "B" (cut at 95% of the total): customers: 0, 0% of all; value: 0.',
      'Tier "C" (all others): customers: 2, 66.67% of all; value: −30.',
      'Tier "A" is expected to bring in from 60% to 80% of the total, of which nothing is a share.',
      'The total, −25, is not above 0: nothing is a share of it.',
      'Nobody is in tier "B".',
    ])
    expect(sentencesOf(tiering, scheme, 'c1')).toEqual([
      'Customer c1 is in tier "C" with −10: as the total is not above 0, the greatest value is in the top tier, and all others are in the last; rank: 2 of 3.',
      'Customers in tier "A" have at least 5; 15 more than this customer.',
    ])
    expect(sentencesOf(tiering, scheme, 'c0', zhCN)).toEqual([
      '客户 c0 属于等级“A”（5）：总额不大于零，因此价值最高的客户归入最高等级，其余客户归入最低等级；排名：第 1 名，共 3 家。',
      '这已是最高等级。',
    ])
  })

  it('says shares beyond 100%, and below 0, where values are below 0', () => {
    const tiering = byShare(paretoAbc, 150, -50)
    expect(explainTiers(tiering, paretoAbc).sentences.slice(2)).toEqual([
      'Tier "A" (cut at 80% of the total): customers: 1, 50% of all; value: 150, 150% of the total.',
      'Tier "B" (cut at 95% of the total): customers: 0, 0% of all; value: 0, 0% of the total.',
      'Tier "C" (all others): customers: 1, 50% of all; value: −50, −50% of the total.',
      'Customers with a value below 0: 1, together −50. The others bring in more than 100% of the total.',
      'Nobody is in tier "B".',
    ])
  })

  it('says no share where no number is near it', () => {
    const tiering = byShare(paretoAbc, '1e300', '1e-300', '-1e300')
    expect(tiering.customers.map(({ tier, reasons }) => [tier, reasons[0]?.params])).toContainEqual([
      'C',
      { tier: 'C', upToPercent: '100', begins: null, ends: 1 },
    ])
    expect(explainTiers(tiering, paretoAbc, zhCN).customers[2]?.sentences[0]).toMatch(/^客户 c2 属于等级“C”：−10+；排名：第 3 名，共 3 家。$/)
    expect(explainTiers(tiering, paretoAbc).customers[2]?.sentences[0]).toMatch(/^Customer c2 is in tier "C" with −10+; rank: 3 of 3\.$/)
  })

  it('says of averages what they leave out, and that a month was not over', () => {
    const sales = ['Li', ''].map((customer) => ({ customer, date: '2024-07-01', amount: 90, currency: 'CNY' }))
    const tiering = classifyByThreshold(
      averageMonthlySales(sales, { months: 3, asOf: '2024-07-30', window: 'ending-with', invalid: 'collect' }),
      textbookAbc,
    )
    expect(explainTiers(tiering, textbookAbc).sentences.slice(5, 7)).toEqual([
      'Rows that the values leave out because something is wrong with them: 1.',
      'The last of the months, which ends on 2024-07-31, is not over on 2024-07-30, but counts as a whole one.',
    ])
    expect(explainTiers(tiering, textbookAbc, zhCN).sentences.slice(5, 7)).toEqual([
      '计算这些价值时因有错误而未计入的记录：1 条。',
      '最后一个月到 2024-07-31 才结束，截至 2024-07-30 尚未结束，仍按整月计。',
    ])
  })

  it('says averages by shares, too', () => {
    const tiering = classifyByShare(averagesOf('500', '300', '200'), paretoAbc)
    expect(explainTiers(tiering, paretoAbc).customers[2]?.sentences).toEqual([
      'Customer c2 is in tier "B" with 66.67 CNY a month: customers of greater value bring in 80% of the total, which is below 95%, but not below 80%; rank: 3 of 3.',
      'Customers in tier "A" have at least 100.00 CNY a month; 33.34 CNY a month more than this customer.',
    ])
  })
})

describe('explainTiers refuses', () => {
  const tiering = byThreshold(simple, 70, 55, 20)
  const issues = (changed: unknown, scheme: unknown = simple): unknown => issuesOf(() => explainTiers(changed as never, scheme as never))

  it('what is no result, and what is no scheme', () => {
    expect(issues(undefined)).toEqual([['missing', ['tiering']]])
    expect(issues(tiering, { ...simple, tiers: [] })).toEqual([['empty', ['scheme', 'tiers']]])
    expect(issues({ ...tiering, months: 0, customers: [{}] })).toEqual([
      ['too-small', ['tiering', 'months']],
      ...['customer', 'value', 'tier', 'rank', 'reasons'].map((key) => ['missing', ['tiering', 'customers', 0, key]]),
    ])
  })

  it('the result of another scheme', () => {
    expect(issues(tiering, { ...simple, version: 2 })).toEqual([['other-policy', ['tiering', 'policies']]])
    expect(issues(tiering, { ...simple, tiers: simple.tiers.slice(1) })).toEqual([['outdated-input', ['tiering', 'tiers']]])
    expect(issues(tiering, { ...simple, currency: 'EUR' })).toEqual([['missing', ['tiering', 'currency']]])
  })

  it('that of a scheme that was changed without a new version', () => {
    expect(issues(byThreshold(simple, 70, 60), { ...simple, boundary: 'above' })).toContainEqual([
      'outdated-input',
      ['tiering', 'customers', 1, 'tier'],
    ])
    const moved = { ...simple, tiers: [{ id: 'A', from: 65 }, ...simple.tiers.slice(1)] }
    expect(issues(tiering, moved)).toContainEqual(['outdated-input', ['tiering', 'customers', 1, 'reasons', 1, 'params', 'from']])
    const pareto = byShare(paretoAbc, 5, 3)
    expect(issues(pareto, { ...paretoAbc, boundary: 'after' })).toContainEqual(['outdated-input', ['tiering', 'customers', 1, 'tier']])
    expect(issues(pareto, { ...paretoAbc, expectedShareOfValue: [] })).toEqual([['missing', ['tiering', 'expectations']]])
  })

  it('averages of a scheme that was changed without a new version', () => {
    const averages = classifyByThreshold(averagesOf('1800000', '1500000.01', '900000'), textbookAbc)
    const [first, ...others] = textbookAbc.tiers
    expect(issues(averages, { ...textbookAbc, tiers: [{ ...first, from: 550000 }, ...others] })).toContainEqual([
      'outdated-input',
      ['tiering', 'customers', 0, 'reasons', 0, 'params', 'from'],
    ])
    // Only the exact sums tell that this one is not in the same tier: its average is shown as 500000.00.
    expect(issues(averages, { ...textbookAbc, tiers: [{ ...first, from: '500000.004' }, ...others] })).toContainEqual([
      'outdated-input',
      ['tiering', 'customers', 1, 'tier'],
    ])
    const shares = classifyByShare(averagesOf('1800000', '900000'), paretoAbc)
    const lower = { ...paretoAbc, cuts: [{ id: 'A', upToPercent: 70 }, ...paretoAbc.cuts.slice(1)] }
    expect(issues(shares, lower)).toContainEqual(['outdated-input', ['tiering', 'customers', 0, 'reasons', 0, 'params', 'upToPercent']])
    expect(issues({ ...shares, policies: averages.policies }, textbookAbc)).toContainEqual([
      'outdated-input',
      ['tiering', 'customers', 0, 'reasons', 0, 'code'],
    ])
    const [one, ...rest] = averages.customers
    expect(issues({ ...averages, customers: [{ ...one, tier: 'B' }, ...rest] }, textbookAbc)).toEqual([
      ['outdated-input', ['tiering', 'customers', 0, 'tier']],
    ])
  })

  it('averages whose sums are lacking, or are others', () => {
    const averages = classifyByThreshold(averagesOf('1800000', '900000'), textbookAbc)
    const { sum: _, ...unsummed } = averages
    const without = <Part extends { readonly sum?: string }>([first, ...rest]: readonly Part[]): unknown[] => [{ ...first, sum: undefined }, ...rest]
    expect(issues({ ...unsummed, tiers: without(averages.tiers), customers: without(averages.customers) }, textbookAbc)).toEqual([
      ['missing', ['tiering', 'sum']],
      ['missing', ['tiering', 'tiers', 0, 'sum']],
      ['missing', ['tiering', 'customers', 0, 'sum']],
    ])
    expect(issues({ ...averages, sum: '1.00' }, textbookAbc)).toEqual([['outdated-input', ['tiering', 'sum']]])
    const [one, ...rest] = averages.customers
    expect(issues({ ...averages, customers: [{ ...one, sum: '1800003.00' }, ...rest] }, textbookAbc)).toContainEqual([
      'outdated-input',
      ['tiering', 'customers', 0, 'value'],
    ])
  })

  it('a customer in no tier, or twice', () => {
    const [first, second] = tiering.customers
    expect(issues({ ...tiering, customers: [{ ...first, tier: 'D' }, second, second] })).toEqual([
      ['outdated-input', ['tiering', 'customers', 0, 'tier']],
      ['duplicate', ['tiering', 'customers', 2, 'customer']],
    ])
  })
})

describe('explainTiers of any book', () => {
  const books = valuedCustomers.map((customers) => customers.map((one, index) => ({ ...one, customer: `c${index}` })))
  const schemes = fc.oneof(thresholdSchemes, shareSchemes)
  const classify = (customers: Parameters<typeof classifyByThreshold>[0], scheme: TierScheme): Tiering =>
    scheme.type === 'threshold' ? classifyByThreshold(customers, scheme) : classifyByShare(customers, scheme)
  const averaged = fc.tuple(books, fc.integer({ min: 1, max: 7 })).map(([customers, months]) =>
    averageMonthlySales(
      customers.map(({ customer, value }) => ({ customer, date: '2024-06-15', amount: value })),
      { months, asOf: '2024-07-01' },
    ),
  )

  it('has whole sentences in both languages, also after it was sent as JSON, and as many in each', () => {
    fc.assert(
      fc.property(fc.oneof(books, averaged), schemes, (customers, scheme) => {
        const tiering = JSON.parse(JSON.stringify(classify(customers, scheme))) as Tiering
        const [english, chinese] = [explainTiers(tiering, scheme), explainTiers(tiering, scheme, zhCN)]
        expect(chinese.sentences).toHaveLength(english.sentences.length)
        expect(english.customers.map(({ customer }) => customer)).toEqual(tiering.customers.map(({ customer }) => customer))
        for (const { sentences } of [english, chinese, ...english.customers, ...chinese.customers])
          for (const text of sentences) expect(text).not.toMatch(/undefined|NaN|null|[{]\w+[}]/)
      }),
      { numRuns: 80 },
    )
  })

  it('never says of a share or a value what is not so', () => {
    const number = (text: string | undefined): number => Number(text?.replace('−', '-'))
    let compared = 0
    fc.assert(
      fc.property(books, schemes, (customers, scheme) => {
        const { customers: explained } = explainTiers(classify(customers, scheme), scheme)
        for (const text of explained.flatMap((one) => one.sentences)) {
          const [, value, from] = /with (\S+), which is more than (\S+);/.exec(text) ?? []
          const [, share] = /(?:in |: )(\S+)% of the (?:total|customers)/.exec(text) ?? []
          const [, below] = /which is below (\S+)%/.exec(text) ?? []
          const [, notBelow] = /not below (\S+)%/.exec(text) ?? []
          const [, above] = /above (\S+)%;/.exec(text.replace('not above', '')) ?? []
          const isSmall = [value, share].every((one) => one === undefined || Math.abs(number(one)) < 2 ** 50)
          // Shares are numbers: of 10²² and a hundredth more, each has just a half.
          if (!isSmall || customers.some(({ value: one }) => Math.abs(Number(one)) > 2 ** 50)) continue
          if (from !== undefined) expect(number(value)).toBeGreaterThan(number(from))
          if (below !== undefined) expect(number(share)).toBeLessThan(number(below))
          if (notBelow !== undefined) expect(number(share)).toBeGreaterThanOrEqual(number(notBelow))
          if (above !== undefined && text.includes('bring in')) expect(number(share)).toBeGreaterThan(number(above))
          compared += 1
        }
      }),
      { numRuns: 100 },
    )
    expect(compared).toBeGreaterThan(100)
  })

  it('says what was changed, or refuses it with issues', () => {
    let refused = 0
    const results = fc.oneof(
      fc.constant([byShare(textbookShares, 500, 30, 30, -2), textbookShares] as const),
      fc.constant([classifyByThreshold(averagesOf('1800000', '900000', '-3'), textbookAbc), textbookAbc] as const),
    )
    const changes = results.chain(([tiering, scheme]) =>
      fc.oneof(
        spoil(tiering).map((one) => [one, scheme] as const),
        spoil(scheme).map((one) => [tiering, one] as const),
      ),
    )
    fc.assert(
      fc.property(changes, ([tiering, scheme]) => {
        try {
          const { sentences, customers } = explainTiers(tiering as never, scheme as never)
          for (const text of [sentences, ...customers.map((one) => one.sentences)].flat()) expect(text).not.toMatch(/undefined|NaN|[{]\w+[}]/)
        } catch (error) {
          if (!isInputError(error)) throw error
          refused += 1
        }
      }),
      { numRuns: 400 },
    )
    expect(refused).toBeGreaterThan(150)
  })
})
