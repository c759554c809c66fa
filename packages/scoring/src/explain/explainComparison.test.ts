import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { books } from '../../testing/arbitraries.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { textbookCandidates } from '../../testing/textbook.js'
import { explainComparison } from '../explain.js'
import { type Candidate, compareScores, type Scorecard } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { customerScreening } from '../templates.js'

const old: Scorecard = {
  kind: 'scorecard',
  id: 'card',
  version: 1,
  scale: { min: 0, max: 10 },
  criteria: [
    { id: 'a', weight: 2, title: { en: 'Size', 'zh-CN': '规模' } },
    { id: 'b', weight: 1 },
  ],
  grades: [{ id: 'gold', from: 15, title: { en: 'Gold', 'zh-CN': '金' } }],
}
const fresh: Scorecard = {
  ...old,
  version: 2,
  criteria: [
    { id: 'a', weight: 3, title: { en: 'Size', 'zh-CN': '规模' } },
    { id: 'c', weight: 1, title: { en: 'Speed', 'zh-CN': '速度' } },
  ],
}

describe('explainComparison', () => {
  const candidates = { before: { id: 'X', ratings: { a: 4, b: 9 } }, after: { id: 'X', ratings: { a: 3, c: 1 } } }
  const scorecards = { before: old, after: fresh }
  const comparison = compareScores(candidates, scorecards)

  it('says what came from the ratings and what from the scorecard, in both languages', () => {
    expect(explainComparison(comparison, scorecards).sentences).toEqual([
      'X: 17 before, 10 after; the difference is −7.',
      'From the ratings come −2.5, from the scorecard −4.5.',
      'Size: 8 → 9 points, −2.5 from the rating and +3.5 from the scorecard.',
      'Speed: 0 → 1 points, 0 from the rating and +1 from the scorecard.',
      'b: 9 → 0 points, 0 from the rating and −9 from the scorecard.',
      'Speed is new on the scorecard.',
      'b is no longer on the scorecard.',
      'Grade before: Gold; after: none.',
    ])
    expect(explainComparison(comparison, scorecards, zhCN).sentences).toEqual([
      'X：之前 17，之后 10，相差 −7。',
      '其中评分变动带来 −2.5，评分卡变动带来 −4.5。',
      '规模：8 → 9 分，评分变动带来 −2.5，评分卡变动带来 +3.5。',
      '速度：0 → 1 分，评分变动带来 0，评分卡变动带来 +1。',
      'b：9 → 0 分，评分变动带来 0，评分卡变动带来 −9。',
      '“速度”是评分卡新增的标准。',
      '“b”已不在评分卡上。',
      '等级：之前 金，之后 无。',
    ])
  })

  it('names two candidates, and leaves out what does not differ', () => {
    const [A, , , D] = textbookCandidates as [Candidate, Candidate, Candidate, Candidate]
    const cards = { before: customerScreening, after: customerScreening }
    expect(explainComparison(compareScores({ before: A, after: D }, cards), cards).sentences).toEqual([
      'D scores 70, A 67; the difference is +3.',
      'From the ratings come +3, from the scorecard 0.',
      'Able to pay on time: 6 → 8 points, +2 from the rating and 0 from the scorecard.',
      'Good reputation for cooperation: 4 → 5 points, +1 from the rating and 0 from the scorecard.',
    ])
  })

  it('leaves no placeholder unfilled', () => {
    const pair = fc.tuple(books, books).filter(([one, other]) => one.candidates.length > 0 && other.candidates.length > 0)
    fc.assert(
      fc.property(pair, fc.constantFrom(en, zhCN), ([one, other], locale) => {
        const cards = { before: one.card, after: other.card }
        const both = { before: one.candidates[0] as Candidate, after: other.candidates[0] as Candidate }
        for (const sentence of explainComparison(compareScores(both, cards), cards, locale).sentences)
          expect(sentence).not.toMatch(/[{](candidate|other|before|after|difference|fromRatings|fromScorecard|criterion)[}]/)
      }),
    )
  })

  it('refuses what other scorecards made', () => {
    expect(issuesOf(() => explainComparison(comparison, { ...scorecards, after: customerScreening }))).toEqual([
      ['other-policy', ['comparison', 'policies']],
    ])
    expect(issuesOf(() => explainComparison(comparison, { before: fresh, after: old }))).toEqual([['other-policy', ['comparison', 'policies']]])
    expect(issuesOf(() => explainComparison(comparison, null as never))).toEqual([['wrong-type', ['scorecards']]])
    expect(issuesOf(() => explainComparison(comparison, { before: old } as never))).toEqual([['missing', ['scorecards', 'after']]])
    const { reasons: _, ...partial } = comparison
    expect(issuesOf(() => explainComparison(partial as never, scorecards))).toEqual([['missing', ['comparison', 'reasons']]])
    expect(issuesOf(() => explainComparison(null as never, scorecards))).toEqual([['wrong-type', ['comparison']]])
  })
})
