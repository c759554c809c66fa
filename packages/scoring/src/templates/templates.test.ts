import { checkCondition } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { explainScore } from '../explain.js'
import {
  checkRulebook,
  checkScorecard,
  gradeSubject,
  lintRulebook,
  lintScorecard,
  type Rulebook,
  rankCandidates,
  type Scorecard,
  scoreCandidate,
} from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import * as templates from '../templates.js'

const { customerSuccessIndex, keyAccount, leadGrading, performanceReview, salespersonModel } = templates

/** The same rating for every criterion, but for those that are named. */
const rated = (card: Scorecard, rating: number, others: { readonly [criterion: string]: number | string } = {}) => ({
  id: 'X',
  ratings: { ...Object.fromEntries(card.criteria.map(({ id }) => [id, rating])), ...others },
})
const totalOf = (card: Scorecard, rating: number, others = {}): unknown[] => {
  const { total, grade } = scoreCandidate(rated(card, rating, others), card)
  return [total, grade]
}

/** Every title of a document, with its place. */
const titles = (value: unknown, place = ''): [string, unknown][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) =>
        key === 'title' ? [[`${place}.${key}`, one] as [string, unknown]] : titles(one, `${place}.${key}`),
      )
    : []

describe.each(Object.entries(templates))('the template %s', (_, template: Scorecard | Rulebook) => {
  it('is plain JSON that its own check takes and its own lint has nothing to say about', () => {
    expect(JSON.parse(JSON.stringify(template))).toEqual(template)
    if (template.kind === 'scorecard') expect([...checkScorecard(template), ...lintScorecard(template)]).toEqual([])
    else expect([...checkRulebook(template), ...lintRulebook(template)]).toEqual([])
  })

  it('has a title in both languages wherever it may have one', () => {
    const members =
      template.kind === 'scorecard'
        ? [...template.criteria, ...(template.grades ?? [])]
        : [...template.rules, ...(template.grades ?? []), ...(template.routes ?? [])]
    expect(titles(template)).toHaveLength(1 + members.length)
    for (const [place, title] of titles(template))
      expect([place, title]).toEqual([place, { en: expect.stringMatching(/^\p{ASCII}+$/u), 'zh-CN': expect.stringMatching(/\P{ASCII}/u) }])
  })
})

describe('leadGrading', () => {
  it('grants each of its grades, and every condition of it stands by itself', () => {
    const grades = [{ demoRequestedOn: '2024-03-01', budgetClear: true }, { urgency: 'high' }, {}].map(
      (lead) => gradeSubject(lead, leadGrading, { asOf: '2024-03-31' }).grade,
    )
    expect(grades).toEqual(leadGrading.grades?.map(({ id }) => id))
    for (const { when } of leadGrading.rules) expect(checkCondition(when)).toEqual([])
  })
})

describe('customerSuccessIndex', () => {
  it('is an index from 0 to 100, below 60 of which one steps in', () => {
    expect(totalOf(customerSuccessIndex, 0)).toEqual(['0', 'step-in'])
    expect(totalOf(customerSuccessIndex, 100)).toEqual(['100', 'healthy'])
    expect(totalOf(customerSuccessIndex, 60)).toEqual(['60', 'healthy'])
    // .4 × 50 + .35 × 70 + .25 × 60 = 20 + 24.5 + 15 = 59.5
    expect(totalOf(customerSuccessIndex, 0, { usage: 50, renewal: 70, recommendation: 60 })).toEqual(['59.5', 'step-in'])
    const score = scoreCandidate(rated(customerSuccessIndex, 0, { usage: 50, renewal: 70, recommendation: 60 }), customerSuccessIndex)
    expect(explainScore(score, customerSuccessIndex, zhCN).sentences.at(-1)).toBe('总分达到 需要介入 级，该级自 0 分起。')
  })
})

describe('keyAccount', () => {
  it('selects whoever has 80 of 100', () => {
    // 6×5 + 5×5 + 4×3 + 3×3 + 2×2 = 80; one less in loyalty is 78.
    const candidates = [
      { ...rated(keyAccount, 5, { growth: 3, strategy: 3, loyalty: 2 }), id: 'in' },
      { ...rated(keyAccount, 5, { growth: 3, strategy: 3, loyalty: 1 }), id: 'out' },
      { ...rated(keyAccount, 5), id: 'best' },
      { ...rated(keyAccount, 1), id: 'worst' },
    ]
    expect(rankCandidates(candidates, keyAccount).ranked.map(({ candidate, total, selected }) => [candidate, total, selected])).toEqual([
      ['best', '100', true],
      ['in', '80', true],
      ['out', '78', false],
      ['worst', '20', false],
    ])
  })
})

describe('salespersonModel', () => {
  const weight = (id: string): number => Number(salespersonModel.criteria.find((criterion) => criterion.id === id)?.weight)
  const abilities = ['communication', 'resilience', 'learning', 'execution']

  it('puts character before ability, and ability before experience', () => {
    const ability = abilities.reduce((sum, id) => sum + weight(id), 0)
    expect(weight('character')).toBeGreaterThan(ability + weight('experience'))
    expect(ability).toBeGreaterThan(weight('experience'))
    for (const id of abilities) expect(weight(id)).toBeGreaterThan(weight('experience'))
    expect(salespersonModel.criteria).toHaveLength(abilities.length + 2)
  })

  it('ranks a novice of good character above an able veteran of poor character', () => {
    // 11×5 + 8×3 + 1×1 = 80 and 11×2 + 8×5 + 1×5 = 67; a point less in character is made up for by six in ability: 11×4 + 2×18 + 1×1 = 81.
    const novice = totalOf(salespersonModel, 3, { character: 5, experience: 1 })
    expect([novice, totalOf(salespersonModel, 5, { character: 2 })]).toEqual([
      ['80', undefined],
      ['67', undefined],
    ])
    expect(totalOf(salespersonModel, 5, { character: 4, learning: 4, execution: 4, experience: 1 })[0]).toBe('81')
    expect([totalOf(salespersonModel, 1)[0], totalOf(salespersonModel, 5)[0]]).toEqual(['20', '100'])
  })
})

describe('performanceReview', () => {
  it('weighs the quantitative 14 to 6, and grades from 20 to 100', () => {
    expect(totalOf(performanceReview, 1)).toEqual(['20', 'insufficient'])
    expect(totalOf(performanceReview, 3)).toEqual(['60', 'sufficient'])
    expect(totalOf(performanceReview, 5)).toEqual(['100', 'outstanding'])
    // 100 less 2 points of attainment (10) is 90, less one of conduct too 89; 80 less one of attainment is 75.
    expect(totalOf(performanceReview, 5, { attainment: 3 })).toEqual(['90', 'outstanding'])
    expect(totalOf(performanceReview, 5, { attainment: 3, conduct: 4 })).toEqual(['89', 'good'])
    expect(totalOf(performanceReview, 4, { attainment: 3 })).toEqual(['75', 'good'])
    expect(totalOf(performanceReview, 4, { attainment: 3, teamwork: 3 })).toEqual(['74', 'sufficient'])
    const weights = performanceReview.criteria.map((criterion) => Number(criterion.weight))
    const sum = (some: number[]): number => some.reduce((total, one) => total + one)
    expect([sum(weights.slice(0, 5)), sum(weights.slice(5))]).toEqual([14, 6])
  })
})
