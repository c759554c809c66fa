import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainPolicyComparison } from '../explain.js'
import { type CreditPolicyFigures, compareCreditPolicies, type PolicyComparison, type PolicyComparisonOptions } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'

const options: PolicyComparisonOptions = { costOfCapitalPercent: 10, daysInYear: 360, existingReceivablesAt: 'variable-cost' }
const sixty: CreditPolicyFigures = { id: 'n/60', sales: 1000, variableCostPercent: 60, collectionDays: 60, badDebt: 10, collectionCost: 5 }
const ninety: CreditPolicyFigures = { id: 'n/90', sales: 1100, variableCostPercent: 60, collectionDays: 90, badDebt: 15, collectionCost: 8 }
const say = (policies: readonly CreditPolicyFigures[], others: Partial<PolicyComparisonOptions> = {}, locale = en): readonly string[] =>
  explainPolicyComparison(compareCreditPolicies(policies, { ...options, ...others }), locale).sentences

describe('explainPolicyComparison', () => {
  it('says of the Chinese case (n/60 → n/90, net +25.5) which policy is best, what it changes, and what decides', () => {
    expect(say([sixty, ninety])).toEqual([
      'The policy "n/90" is best: it leaves a profit of 400.5 a year, 25.5 more than "n/60", the next best.',
      'What decides for "n/90" against "n/60" is the contribution, which is 40 greater.',
      '"n/60": sales of 1000 are paid for after 60 days on average, and receivables of about 166.67 tie up capital of 100.',
      '"n/60": a contribution of 400 less opportunity cost 10, bad-debt cost 10, collection cost 5 leaves a profit of 375.',
      '"n/90": sales of 1100 are paid for after 90 days on average, and receivables of 275 tie up capital of 165.',
      '"n/90": a contribution of 440 less opportunity cost 16.5, bad-debt cost 15, collection cost 8 leaves a profit of 400.5.',
      '"n/90" instead of "n/60", the policy in force, changes the profit by +25.5. What else changes: sales +100, contribution +40, capital tied up +65, opportunity cost +6.5, bad-debt cost +5, collection cost +3.',
    ])
    expect(say([sixty, ninety], {}, zhCN)).toEqual([
      '信用政策“n/90”最优：年利润 400.5，比次优的“n/60”多 25.5。',
      '“n/90”优于“n/60”，决定因素是边际贡献多 40。',
      '“n/60”：销售额 1000，平均收现期 60 天，应收账款约 166.67，占用资金 100。',
      '“n/60”：边际贡献 400，减去机会成本 10、坏账成本 10、收账费用 5，利润 375。',
      '“n/90”：销售额 1100，平均收现期 90 天，应收账款 275，占用资金 165。',
      '“n/90”：边际贡献 440，减去机会成本 16.5、坏账成本 15、收账费用 8，利润 400.5。',
      '以“n/90”代替现行的“n/60”，利润变动 +25.5。其他变动：销售额 +100、边际贡献 +40、占用资金 +65、机会成本 +6.5、坏账成本 +5、收账费用 +3。',
    ])
  })

  it('says of Brigham and Daves (investment +10,685, profit +15,931) that figures are rounded', () => {
    const now = { id: 'cash', sales: 100_000, variableCostPercent: 60, collectionDays: 0 }
    const credit = { id: '30 days', sales: 150_000, variableCostPercent: 60, collectionDays: 30, badDebtPercent: 2 }
    const brigham = { daysInYear: 365, existingReceivablesAt: 'price' } as const
    expect([0, 3, 6].map((index) => say([now, credit], brigham)[index])).toEqual([
      'The policy "30 days" is best: it leaves a profit of about 55931.51 a year, about 15931.51 more than "cash", the next best.',
      '"cash": no cost reduces the contribution, so the profit is 40000.',
      '"30 days" instead of "cash", the policy in force, changes the profit by about +15931.51. What else changes: sales +50000, contribution +20000, capital tied up about +10684.93, opportunity cost about +1068.49, bad-debt cost +3000.',
    ])
    expect(say([now, credit], brigham, zhCN)[0]).toBe('信用政策“30 days”最优：年利润约 55931.51，比次优的“cash”多约 15931.51。')
    expect(say([now, credit], brigham, zhCN)[3]).toBe('“cash”：没有成本抵减边际贡献，利润 40000。')
  })

  it('says of sales that are given up which margin stays tied up', () => {
    const fewer = { ...sixty, id: 'n/15', sales: 640, collectionDays: 15 }
    const atPrice = { existingReceivablesAt: 'price' } as const
    // By hand: 60 × 360 / 360 × 0.4 = 24, and 15 × 640 / 360 = 26.67.
    expect(say([sixty, fewer], atPrice).slice(4, 6)).toEqual([
      '"n/15": sales of 640 are paid for after 15 days on average, and receivables of about 26.67 tie up capital of about 50.67.',
      '"n/15": of that capital, 24 is the margin in receivables of sales that are given up, which is not set free.',
    ])
    expect(say([sixty, fewer], atPrice, zhCN).slice(4, 6)).toEqual([
      '“n/15”：销售额 640，平均收现期 15 天，应收账款约 26.67，占用资金约 50.67。',
      '“n/15”：占用资金中有 24，是放弃的销售在应收账款中的边际贡献，不因放弃而释放。',
    ])
    expect(say([sixty, fewer])[5]).toContain('"n/15": a contribution')
  })

  it('takes what was compared of figures of 1,000 digits on either side of the point', () => {
    const long = (digit: string): string => `${digit.repeat(1000)}.${digit.repeat(1000)}`
    const huge = (id: string, digit: string): CreditPolicyFigures => ({
      ...sixty,
      id,
      sales: long(digit),
      collectionDays: long('9'),
      badDebt: long('1'),
    })
    const comparison = compareCreditPolicies([{ ...huge('a', '8'), variableCostPercent: long('7') }, huge('b', '3')], {
      costOfCapitalPercent: long('6'),
      daysInYear: 365,
      existingReceivablesAt: 'price',
    })
    expect(comparison.policies[0]?.opportunity.length).toBeGreaterThan(3000)
    const { sentences } = explainPolicyComparison(comparison)
    expect(sentences[0]).toMatch(/^The policy "b" is best/)
    const refuse = (change: object): unknown =>
      issuesOf(() => explainPolicyComparison({ ...comparison, policies: comparison.policies.map((one) => ({ ...one, ...change })) }))
    const [{ profit, investment }] = comparison.policies as [PolicyComparison['policies'][number]]
    const other = (amount: string): string => amount.slice(0, -1) + (amount.endsWith('1') ? '2' : '1')
    expect(refuse({ profit: other(profit) })).toContainEqual(['outdated-input', ['comparison', 'policies', 0, 'profit']])
    expect(refuse({ investment: other(investment) })).toContainEqual(['outdated-input', ['comparison', 'differences', 0, 'investment']])
  })

  it('says that the policy in force is best', () => {
    const [best] = say([sixty, ninety], { current: 'n/90' })
    expect(best).toBe('The policy in force, "n/90", is best: it leaves a profit of 400.5 a year, 25.5 more than "n/60", the next best.')
    expect(say([sixty, ninety], { current: 'n/90' }, zhCN)[0]).toBe('现行信用政策“n/90”最优：年利润 400.5，比次优的“n/60”多 25.5。')
  })

  it('says what each of the costs decides', () => {
    const base = { id: 'a', sales: 1000, variableCostPercent: 60 }
    const decides = (one: object, other: object): readonly (string | undefined)[] =>
      [en, zhCN].map((locale) =>
        say(
          [{ ...base, collectionDays: 36, ...one } as CreditPolicyFigures, { ...base, collectionDays: 36, ...other, id: 'b' } as CreditPolicyFigures],
          {},
          locale,
        ).find((sentence) => sentence.startsWith('What decides') || sentence.includes('决定因素')),
      )
    expect(decides({ collectionDays: 72 }, {})).toEqual([
      'What decides for "b" against "a" is the opportunity cost, which is 6 lower.',
      '“b”优于“a”，决定因素是机会成本少 6。',
    ])
    expect(decides({ badDebtPercent: '0.25' }, {})).toEqual([
      'What decides for "b" against "a" is the bad-debt cost, which is 2.5 lower.',
      '“b”优于“a”，决定因素是坏账成本少 2.5。',
    ])
    const mix = [{ days: 36, share: 100, discountPercent: 2 }]
    expect(decides({ collectionDays: undefined, mix }, {})).toEqual([
      'What decides for "b" against "a" is that cash discounts cost 20 less.',
      '“b”优于“a”，决定因素是现金折扣少 20。',
    ])
    expect(decides({ collectionCost: 7 }, {})).toEqual([
      'What decides for "b" against "a" is the collection cost, which is 7 lower.',
      '“b”优于“a”，决定因素是收账费用少 7。',
    ])
  })

  it('says where policies are alike, or there is only one', () => {
    const same = say([sixty, { ...sixty, id: 'also n/60' }])
    expect(same[0]).toBe('The best policies are "n/60", "also n/60": each leaves a profit of 375 a year.')
    expect(same.slice(5)).toEqual(['"also n/60" instead of "n/60" changes neither sales nor profit, nor any cost.'])
    const chinese = say([sixty, { ...sixty, id: 'also n/60' }], {}, zhCN)
    expect([chinese[0], ...chinese.slice(5)]).toEqual([
      '以下信用政策最优，年利润均为 375：“n/60”、“also n/60”。',
      '以“also n/60”代替“n/60”，销售额、利润和各项成本均无变动。',
    ])
    const three = say([{ ...sixty, id: 'worse', badDebt: 500 }, { ...sixty, id: 'third' }, { ...sixty, id: 'also n/60' }, sixty])
    expect(three[0]).toBe('The best policies are "third", "also n/60", "n/60": each leaves a profit of 375 a year.')
    const swapped = say([sixty, { ...sixty, id: 'x', badDebt: 5, collectionCost: 10 }])
    expect(swapped.slice(5)).toEqual([
      '"x" instead of "n/60", the policy in force, changes the profit by 0. What else changes: bad-debt cost −5, collection cost +5.',
    ])
    expect(say([{ ...sixty, badDebt: 500 }])).toEqual([
      'There is only the policy "n/60", which leaves a profit of −115 a year.',
      '"n/60": sales of 1000 are paid for after 60 days on average, and receivables of about 166.67 tie up capital of 100.',
      '"n/60": a contribution of 400 less opportunity cost 10, bad-debt cost 500, collection cost 5 leaves a profit of −115.',
    ])
    expect(say([sixty], {}, zhCN)[0]).toBe('只有信用政策“n/60”，年利润 375。')
  })

  it('says of three policies in what else the best and the next best do better', () => {
    const third = { ...sixty, id: 'n/30', sales: 500 }
    expect(say([sixty, ninety, third]).slice(-1)).toEqual([
      '"n/60" does better than "n/90" in: opportunity cost (by 6.5), bad-debt cost (by 5), collection cost (by 3).',
    ])
    expect(say([sixty, ninety, third], {}, zhCN).slice(-1)).toEqual([
      '“n/60”优于“n/90”的方面：机会成本（相差 6.5）、坏账成本（相差 5）、收账费用（相差 3）。',
    ])
    const frugal = { ...ninety, id: 'frugal', badDebt: 5 }
    expect(say([sixty, frugal, third]).slice(-2)).toEqual([
      '"frugal" does better than "n/60" in: contribution (by 40), bad-debt cost (by 5).',
      '"n/60" does better than "frugal" in: opportunity cost (by 6.5), collection cost (by 3).',
    ])
    expect(say([sixty, { ...sixty, id: 'x', badDebt: 5, collectionCost: 10 }, third]).slice(-2)).toEqual([
      '"n/60" does better than "x" in: collection cost (by 5).',
      '"x" does better than "n/60" in: bad-debt cost (by 5).',
    ])
  })

  it('says that every policy makes a loss', () => {
    const losing = [sixty, ninety].map((policy) => ({ ...policy, badDebt: 500 }))
    expect(say(losing).slice(0, 3)).toEqual([
      'The policy "n/90" is best: it leaves a profit of −84.5 a year, 30.5 more than "n/60", the next best.',
      'Every policy makes a loss.',
      'What decides for "n/90" against "n/60" is the contribution, which is 40 greater.',
    ])
    expect(say(losing, {}, zhCN)[1]).toBe('各信用政策均亏损。')
    expect(say([...losing, ninety].map((policy, index) => ({ ...policy, id: `P${index}` })))).not.toContain('Every policy makes a loss.')
  })

  it('says an average period that is not whole, and one of a day', () => {
    const thirds = [1, 2, 4].map((days, index) => ({ days, share: [50, 25, 25][index] as number }))
    expect(say([{ id: 'mixed', sales: 360, variableCostPercent: 50, mix: thirds }])[1]).toBe(
      '"mixed": sales of 360 are paid for after 2 days on average, and receivables of 2 tie up capital of 1.',
    )
    expect(say([{ id: 'daily', sales: 360, variableCostPercent: 50, collectionDays: 1 }])[1]).toContain('paid for after 1 day on average')
    expect(say([{ id: 'odd', sales: 300, variableCostPercent: 50, receivables: 10.1 }])[1]).toContain('paid for after 12.12 days on average')
    expect(say([{ id: 'odd', sales: 700, variableCostPercent: 50, receivables: 1 }])[1]).toContain('paid for after about 0.51 days on average')
  })

  const comparison = compareCreditPolicies([sixty, ninety], options)
  const refused = (value: unknown): unknown => issuesOf(() => explainPolicyComparison(value as never))

  it('refuses figures that contradict each other', () => {
    const [first, second] = comparison.policies as [PolicyComparison['policies'][number], PolicyComparison['policies'][number]]
    const [difference] = comparison.differences as [PolicyComparison['differences'][number]]
    expect(refused({ ...comparison, policies: [{ ...first, profit: '376' }, second] })).toContainEqual([
      'outdated-input',
      ['comparison', 'policies', 0, 'profit'],
    ])
    expect(refused({ ...comparison, policies: [{ ...first, retained: '5' }, second] })).toEqual([
      ['outdated-input', ['comparison', 'policies', 0, 'retained']],
      ['outdated-input', ['comparison', 'policies', 0, 'investment']],
    ])
    const fewer = compareCreditPolicies([ninety, sixty], { ...options, existingReceivablesAt: 'price' })
    const [more, less] = fewer.policies as typeof comparison.policies & [PolicyComparison['policies'][number], PolicyComparison['policies'][number]]
    expect(refused({ ...fewer, policies: [more, { ...less, retained: '9.99999999999999999998' }] })).toEqual([
      ['outdated-input', ['comparison', 'policies', 1, 'investment']],
    ])
    expect(refused({ ...comparison, best: 'n/60', runnerUp: 'n/90' })).toEqual([
      ['outdated-input', ['comparison', 'best']],
      ['outdated-input', ['comparison', 'runnerUp']],
    ])
    expect(refused({ ...comparison, decidedBy: 'badDebt' })).toEqual([['outdated-input', ['comparison', 'decidedBy']]])
    expect(refused({ ...comparison, differences: [{ ...difference, sales: '99' }] })).toEqual([
      ['outdated-input', ['comparison', 'differences', 0, 'sales']],
    ])
    expect(refused({ ...comparison, advantages: comparison.advantages.slice(1) })).toEqual([['wrong-length', ['comparison', 'advantages']]])
    expect(refused({ ...comparison, current: 'n/30' })).toEqual([['outdated-input', ['comparison', 'current']]])
    expect(refused({ ...comparison, policies: [first, first] })).toEqual([['duplicate', ['comparison', 'policies', 1, 'id']]])
  })

  it('names of many policies the first, where the one in force is none of them', () => {
    const many = compareCreditPolicies(
      Array.from({ length: 25 }, (_, index) => ({ ...sixty, id: `P${index}` })),
      options,
    )
    expect(refused({ ...many, current: 'x' })).toEqual([['outdated-input', ['comparison', 'current']]])
    expect(explainPolicyComparison(many).sentences).toHaveLength(1 + 50 + 24)
  })

  it('refuses what is no comparison', () => {
    expect(refused(undefined)).toEqual([['missing', ['comparison']]])
    const bad = {
      ...comparison,
      policies: [{ ...comparison.policies[0], sales: '-1', averageCollectionPeriod: null }],
      advantages: [{ component: 'luck', amount: '1' }],
      decidedBy: 'luck',
      runnerUp: 5,
    }
    expect(refused(bad)).toEqual([
      ['too-small', ['comparison', 'policies', 0, 'sales']],
      ['wrong-type', ['comparison', 'policies', 0, 'averageCollectionPeriod']],
      ['wrong-type', ['comparison', 'runnerUp']],
      ['not-allowed', ['comparison', 'advantages', 0, 'component']],
      ['not-allowed', ['comparison', 'decidedBy']],
    ])
    expect(refused({ ...comparison, policies: [] })).toEqual([['empty', ['comparison', 'policies']]])
  })
})
