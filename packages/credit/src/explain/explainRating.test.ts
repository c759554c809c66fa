import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainRating } from '../explain.js'
import { type CreditRating, type CreditRatingScheme, type CreditReport, type RatingFactor, rateCustomer } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { fiveCRating } from '../templates.js'

const reportOf = (facts: CreditReport['sections'][number]['facts']): CreditReport => ({
  customer: 'C-1',
  depth: 'standard',
  date: '2024-03-01',
  sections: [{ id: 'all', facts }],
})
const marks = { character: 4, capacity: 3, capital: 3, collateral: 2, conditions: 5 }
const say = (facts: object, scheme: CreditRatingScheme, locale = en): readonly string[] =>
  explainRating(rateCustomer(reportOf(facts as never), scheme), scheme, locale).sentences

const factor: RatingFactor = {
  id: 'margin',
  title: { en: 'margin', 'zh-CN': '利润率' },
  weight: '3',
  bands: [
    { from: null, points: '-5' },
    { from: '-1', points: '20' },
    { from: '1.5', points: '100' },
  ],
}
const scheme: CreditRatingScheme = {
  kind: 'credit-rating',
  id: 'small',
  version: 1,
  factors: [factor, { id: 'years', weight: '1.5', bands: [{ from: '0', points: '10' }], unknownPoints: '0.5' }],
  grades: [
    { id: 'A', title: { en: 'good', 'zh-CN': '良好' }, from: '70', expectedBadDebtPercent: '1' },
    { id: 'B', from: null, expectedBadDebtPercent: '4.5' },
  ],
  standard: { maximumBadDebtPercent: '2' },
}

describe('explainRating', () => {
  it('says of the five Cs by hand (4, 3, 3, 2, 5 make 67 of 100) the grade with its sum, the standard, and what is lacking to the next', () => {
    expect(say(marks, fiveCRating)).toEqual([
      'Under the scheme "Rating by the five Cs", customer C-1 has the grade B, for which losses of 2% of sales are expected.',
      'The credit standard allows expected losses of at most 2%: with 2%, the customer meets it.',
      'The score is 67: weighted points of 6700, divided by weights of 100.',
      'The factor "character" is 4 and rated 80; times the weight of 30, that is 2400.',
      'The factor "capacity" is 3 and rated 60; times the weight of 25, that is 1500.',
      'The factor "capital" is 3 and rated 60; times the weight of 20, that is 1200.',
      'The factor "collateral" is 2 and rated 40; times the weight of 15, that is 600.',
      'The factor "conditions" is 5 and rated 100; times the weight of 10, that is 1000.',
      'The grade B requires a score of at least 55.',
      'The next better grade, A, requires a score of at least 70, which is 3 more.',
    ])
    const chinese = say({ ...marks, character: 1 }, fiveCRating, zhCN)
    expect([...chinese.slice(0, 4), ...chinese.slice(8)]).toEqual([
      '按信用评级方案“5C 信用评级”，客户 C-1 的信用等级为 C，预计坏账损失率为 5%。',
      '信用标准允许的预计坏账损失率最高为 2%，该客户为 5%，不符合信用标准，按标准不予赊销。',
      '得分 49：加权分合计 4900，除以权重合计 100。',
      '因素“品质”取值 1，评 20 分，乘以权重 30，得 600。',
      '等级 C 要求得分不低于 40。',
      '更高一级的 B 要求得分不低于 55，尚差 6。',
    ])
  })

  it('says of a sum, of the lowest grade, and of what is not known', () => {
    expect(say({ margin: '-2.5' }, { ...scheme, score: 'weighted-sum' })).toEqual([
      'Under the scheme "small", customer C-1 has the grade B, for which losses of 4.5% of sales are expected.',
      'The credit standard allows expected losses of at most 2%: with 4.5%, the customer does not meet it and is to get no trade credit by the standard.',
      'The score is −14.25, the sum of the weighted points.',
      'The factor "margin" is −2.5 and rated −5; times the weight of 3, that is −15.',
      'The factor "years" is not known and rated 0.5; times the weight of 1.5, that is 0.75.',
      'The grade B is that of all scores below the other grades.',
      'The next better grade, good, requires a score of at least 70, which is 84.25 more.',
    ])
    expect(say({ margin: '-2.5' }, { ...scheme, score: 'weighted-sum' }, zhCN)).toEqual([
      '按信用评级方案“small”，客户 C-1 的信用等级为 B，预计坏账损失率为 4.5%。',
      '信用标准允许的预计坏账损失率最高为 2%，该客户为 4.5%，不符合信用标准，按标准不予赊销。',
      '得分 −14.25，即各项加权分之和。',
      '因素“利润率”取值 −2.5，评 −5 分，乘以权重 3，得 −15。',
      '因素“years”情况不明，评 0.5 分，乘以权重 1.5，得 0.75。',
      '得分低于其他各等级的，均为等级 B。',
      '更高一级的 良好 要求得分不低于 70，尚差 84.25。',
    ])
  })

  it('says that no grade is better, and that a score is rounded', () => {
    const best = say({ margin: '1.5', years: true }, scheme)
    expect(best[1]).toBe('The credit standard allows expected losses of at most 2%: with 1%, the customer meets it.')
    expect(best[2]).toBe('The score is 70: weighted points of 315, divided by weights of 4.5.')
    expect(best.slice(-2)).toEqual(['The grade good requires a score of at least 70.', 'This is the best grade.'])
    const rounded = say({ margin: '1.5' }, scheme)
    // 300.75 / 4.5 = 66.8333…
    expect(rounded[2]).toBe('The score is about 66.83: weighted points of 300.75, divided by weights of 4.5.')
    expect(rounded[6]).toBe('The next better grade, good, requires a score of at least 70, which is about 3.17 more.')
    expect(say({ margin: '1.5' }, scheme, zhCN)[2]).toBe('得分约 66.83：加权分合计 300.75，除以权重合计 4.5。')
    expect(say({ margin: '1.5', years: 0 }, scheme, zhCN).at(-1)).toBe('已是最高等级。')
  })

  it('says of the only grade that there is no other', () => {
    const only = (from: string | null, locale = en): readonly string[] =>
      say({ margin: '1.5' }, { ...scheme, grades: [{ id: 'A', from, expectedBadDebtPercent: '1' }] }, locale).slice(5)
    expect(only(null)).toEqual(['The scheme has no other grade.'])
    expect(only('-5')).toEqual(['The grade A requires a score of at least −5.', 'The scheme has no other grade.'])
    expect(only(null, zhCN)).toEqual(['该方案只有这一个等级。'])
  })

  it('shows a score on the side of each grade where it is, however near, and what is lacking as more than nothing', () => {
    const near = (from: string): readonly string[] => {
      const grades = [{ ...(scheme.grades[0] as CreditRatingScheme['grades'][number]), from }, ...scheme.grades.slice(1)]
      return say({ margin: '1.5' }, { ...scheme, grades })
    }
    expect([near('66.83')[0], near('66.83')[2]]).toEqual([
      'Under the scheme "small", customer C-1 has the grade good, for which losses of 1% of sales are expected.',
      'The score is about 66.833: weighted points of 300.75, divided by weights of 4.5.',
    ])
    expect(near('66.8334')[2]).toBe('The score is about 66.83: weighted points of 300.75, divided by weights of 4.5.')
    expect(near('66.8334')[6]).toBe('The next better grade, good, requires a score of at least 66.8334, which is about 0.000067 more.')
  })

  it('shows long inputs rounded, and says so', () => {
    const bands = [{ from: '0.30000000000000004', points: '0.123456789' }]
    const long = { ...scheme, factors: [{ ...factor, bands }], grades: [{ id: 'A', from: null, expectedBadDebtPercent: '1' }] }
    expect(say({ margin: 0.1 + 0.2 }, long)[3]).toBe(
      'The factor "margin" is about 0.3 and rated about 0.123457; times the weight of 3, that is about 0.37037.',
    )
  })

  const rating = rateCustomer(reportOf({ margin: '1.5' }), scheme)
  const refused = (result: unknown, policy: unknown = scheme): unknown => issuesOf(() => explainRating(result as never, policy as never))

  it('refuses a rating of another scheme, or of one that was changed', () => {
    expect(refused(rating, { ...scheme, version: 2 })).toEqual([['other-policy', ['rating', 'policies']]])
    const [first, second] = scheme.factors as [RatingFactor, RatingFactor]
    expect(refused(rating, { ...scheme, factors: [{ ...first, bands: [{ from: 0, points: 7 }] }, second] })).toEqual([
      ['outdated-input', ['rating', 'contributions', 0, 'points']],
    ])
    expect(refused(rating, { ...scheme, factors: [{ ...first, bands: [{ from: 5, points: 100 }] }, second] })).toEqual([
      ['outdated-input', ['rating', 'contributions', 0, 'points']],
    ])
    expect(refused(rating, { ...scheme, factors: [{ ...first, maximum: 1.5 }, second] })).toBe('nothing was thrown')
    const bands = first.bands.slice(0, 2)
    expect(refused(rating, { ...scheme, factors: [{ ...first, bands, maximum: '1.49' }, second] })).toEqual([
      ['outdated-input', ['rating', 'contributions', 0, 'points']],
    ])
    const { unknownPoints: _, ...needed } = second
    expect(refused(rating, { ...scheme, factors: [first, needed] })).toEqual([['outdated-input', ['rating', 'contributions', 1, 'points']]])
    expect(refused(rating, { ...scheme, factors: [second, first] })).toEqual([
      ['outdated-input', ['rating', 'contributions', 0, 'factor']],
      ['outdated-input', ['rating', 'contributions', 1, 'factor']],
    ])
    expect(refused(rating, { ...scheme, factors: [first] })).toEqual([['wrong-length', ['rating', 'contributions']]])
    expect(refused(rating, { ...scheme, standard: { maximumBadDebtPercent: 5 } })).toEqual([
      ['outdated-input', ['rating', 'meetsStandard']],
      ['outdated-input', ['rating', 'reasons', 3, 'code']],
      ['outdated-input', ['rating', 'reasons', 3, 'params', 'maximumPercent']],
    ])
    const heavier = { ...scheme, factors: [{ ...first, weight: 4 }, second] }
    expect(refused(rating, heavier)).toContainEqual(['outdated-input', ['rating', 'contributions', 0, 'weight']])
  })

  it('refuses figures that do not add up', () => {
    expect(refused({ ...rating, weightedPoints: '301' })).toEqual([['outdated-input', ['rating', 'weightedPoints']]])
    expect(refused({ ...rating, grade: 'A' })).toEqual([['outdated-input', ['rating', 'grade']]])
    const reasons = rating.reasons.slice(1)
    expect(refused({ ...rating, reasons })).toEqual([['wrong-length', ['rating', 'reasons']]])
  })

  it('refuses what is no rating', () => {
    expect(refused(undefined)).toEqual([['missing', ['rating']]])
    const bad = {
      ...rating,
      score: Number.NaN,
      meetsStandard: 1,
      contributions: [{ ...(rating.contributions[0] as CreditRating['contributions'][number]), value: 'x', points: 5 }],
      reasons: [{ code: 'lucky' }, { code: 'better-grade', params: { grade: 'A', from: '70', lacking: '3' } }],
    }
    expect(refused(bad)).toEqual([
      ['wrong-type', ['rating', 'meetsStandard']],
      ['wrong-type', ['rating', 'score']],
      ['not-a-decimal', ['rating', 'contributions', 0, 'value']],
      ['wrong-type', ['rating', 'contributions', 0, 'points']],
      ['not-allowed', ['rating', 'reasons', 0, 'code']],
      ['wrong-type', ['rating', 'reasons', 1, 'params', 'lacking']],
    ])
    expect(refused(rating, {})).toContainEqual(['missing', ['scheme', 'factors']])
  })
})
