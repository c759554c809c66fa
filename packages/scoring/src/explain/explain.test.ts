import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { books } from '../../testing/arbitraries.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { printedTotals, textbookCandidates } from '../../testing/textbook.js'
import { explainAudit, explainRanking, explainScore } from '../explain.js'
import { auditTotals, type Candidate, rankCandidates, type Scorecard, scoreCandidate } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { customerScreening } from '../templates.js'

const card: Scorecard = {
  kind: 'scorecard',
  id: 'mixed',
  version: 1,
  scale: { min: 1, max: 5 },
  criteria: [
    { id: 'gain', weight: 2, title: { en: 'Gain', 'zh-CN': '收益' } },
    { id: 'risk', weight: 3, direction: 'cost' },
    { id: 'mood', weight: 1, scale: { min: -2, max: 2 }, missing: 'neutral' },
    { id: 'cold', weight: 1, direction: 'cost', scale: { min: '-3', max: '-1' }, missing: 'worst' },
  ],
  grades: [
    { id: 'A', from: 20, title: 'Best' },
    { id: 'C', from: 8, title: { en: 'Fair', 'zh-CN': '尚可' } },
  ],
}
const score = scoreCandidate({ id: 'X', ratings: { gain: '4.5', risk: 2, mood: -1.5 } }, card)

/** Every text of a locale with its place, and the placeholders in it. */
const placeholders = (value: unknown, place = ''): string[] =>
  typeof value === 'string'
    ? [`${place}: ${[...new Set(value.match(/[{]\w+[}]/g) ?? [])].sort().join(' ')}`]
    : Object.entries(value as object).flatMap(([key, one]) => placeholders(one, `${place}.${key}`))

describe('locales', () => {
  it('say the same in both languages, as plain data', () => {
    expect(placeholders(zhCN).sort()).toEqual(placeholders(en).sort())
    for (const locale of [en, zhCN]) expect(JSON.parse(JSON.stringify(locale))).toEqual(locale)
  })
})

describe('explainScore', () => {
  it.each([
    ['A', '5×5 + 4×5 + 3×4 + 2×3 + 1×4 = 67'],
    ['B', '5×4 + 4×3 + 3×5 + 2×4 + 1×2 = 57'],
    ['C', '5×3 + 4×2 + 3×2 + 2×2 + 1×2 = 35'],
    ['D', '5×5 + 4×5 + 3×4 + 2×4 + 1×5 = 70'],
  ])('textbook S1, customer %s: %s', (id, formula) => {
    const one = scoreCandidate(textbookCandidates.find((candidate) => candidate.id === id) as Candidate, customerScreening)
    expect(explainScore(one, customerScreening).formula).toBe(formula)
    expect(explainScore(one, customerScreening, zhCN).formula).toBe(formula)
  })

  it('shows min + max − rating of a cost, and puts negative numbers in brackets', () => {
    expect(explainScore(score, card).formula).toBe('2×4.5 + 3×(1 + 5 − 2) + 1×(−1.5) + 1×(−3 + (−1) − (−1)) = 16.5')
  })

  it('says it in English', () => {
    expect(explainScore(score, card).sentences).toEqual([
      'X scores 16.5; the scales allow 0 to 26.',
      'Gain: weight 2 × rating 4.5 = 9.',
      'risk: less is better, so rating 2 counts 1 + 5 − 2 = 4; weight 3 × 4 = 12.',
      'mood: weight 1 × rating (−1.5) = −1.5.',
      'cold: no rating was given, so the worst of the scale, −1, stands in.',
      'cold: less is better, so rating (−1) counts −3 + (−1) − (−1) = (−3); weight 1 × (−3) = −3.',
      'Divided by the sum of the weights, 7, that is an average rating of 2.357.',
      'The total reaches grade Fair, which starts at 8.',
    ])
  })

  it('says it in Chinese', () => {
    expect(explainScore(score, card, zhCN).sentences).toEqual([
      'X 的总分为 16.5；按评分尺度，总分在 0 至 26 之间。',
      '收益：权重 2 × 评分 4.5 = 9。',
      'risk：此项越低越好，评分 2 按 1 + 5 − 2 = 4 计；权重 3 × 4 = 12。',
      'mood：权重 1 × 评分 (−1.5) = −1.5。',
      'cold：没有评分，按尺度上最差的 −1 计。',
      'cold：此项越低越好，评分 (−1) 按 −3 + (−1) − (−1) = (−3) 计；权重 1 × (−3) = −3。',
      '除以权重之和 7，平均评分为 2.357。',
      '总分达到 尚可 级，该级自 8 分起。',
    ])
  })

  it('says which grade is missed, and nothing of an average without weights', () => {
    const { sentences } = explainScore(scoreCandidate({ id: 'Y', ratings: { gain: 1, risk: 5, cold: -1 } }, card), card)
    expect(sentences.at(-1)).toBe('The total reaches no grade: the lowest, Fair, starts at 8.')
    const nil: Scorecard = { ...customerScreening, criteria: [{ id: 'x', weight: 0 }] }
    expect(explainScore(scoreCandidate({ id: 'Z', ratings: { x: 3 } }, nil), nil)).toEqual({
      formula: '0×3 = 0',
      sentences: ['Z scores 0; the scales allow 0 to 0.', 'x: weight 0 × rating 3 = 0.'],
    })
  })

  it('refuses a score that another scorecard made, and what is no score', () => {
    const { policies: _, ...row } = score
    expect(issuesOf(() => explainScore(score, customerScreening))).toEqual([['other-policy', ['score', 'policies']]])
    expect(issuesOf(() => explainScore(score, { ...card, version: 2 }))).toEqual([['other-policy', ['score', 'policies']]])
    expect(issuesOf(() => explainScore(row, customerScreening))).toEqual(
      [0, 1, 2, 3].map((index) => ['not-allowed', ['score', 'contributions', index, 'criterion']]),
    )
    expect(issuesOf(() => explainScore(null as never, card))).toEqual([['wrong-type', ['score']]])
    expect(issuesOf(() => explainScore({} as never, card))).toEqual([['missing', ['score', 'contributions']]])
    expect(issuesOf(() => explainScore({ contributions: [null], policies: 5 } as never, card))).toEqual([['wrong-type', ['score', 'policies']]])
    expect(issuesOf(() => explainScore({ contributions: [null, { criterion: 'gain' }] } as never, card))).toEqual([
      ['wrong-type', ['score', 'contributions', 0]],
      ['missing', ['score', 'contributions', 1, 'rating']],
    ])
    expect(issuesOf(() => explainScore(score, { ...card, criteria: [] }))).toEqual([['empty', ['scorecard', 'criteria']]])
  })

  it('states no arithmetic of another version of the scorecard', () => {
    const { policies: _, ...row } = score
    const changed = { ...card, scale: { min: 1, max: 10 } }
    expect(issuesOf(() => explainScore(row, changed))).toEqual([
      ['outdated-input', ['score', 'contributions', 1, 'counted']],
      ['outdated-input', ['score', 'contributions', 1, 'points']],
    ])
    const heavier = { ...card, criteria: card.criteria.map((criterion) => ({ ...criterion, weight: 2 })) }
    expect(issuesOf(() => explainScore(row, heavier))).toContainEqual(['outdated-input', ['score', 'contributions', 1, 'weight']])
  })

  it('rounds the exact average, once', () => {
    const fine: Scorecard = { kind: 'scorecard', id: 'fine', version: 1, scale: { min: 0, max: 5 }, criteria: [{ id: 'x', weight: 1 }] }
    const { sentences } = explainScore(scoreCandidate({ id: 'F', ratings: { x: '2.00049999999999999999999' } }, fine), fine)
    expect(sentences.at(-1)).toBe('Divided by the sum of the weights, 1, that is an average rating of 2.')
  })

  it('has a formula that gives the total when it is worked out', () => {
    const small = books.filter(
      ({ card: { criteria, scale } }) =>
        [scale, ...criteria.map((one) => one.scale ?? scale)].every(({ max }) => Number(max) < 1000) &&
        criteria.every(({ weight }) => String(weight).length < 7),
    )
    fc.assert(
      fc.property(small, ({ card: random, candidates }) => {
        for (const candidate of candidates) {
          const one = scoreCandidate(candidate, random)
          const [left = '', right = ''] = explainScore(one, random, zhCN).formula.replaceAll('×', '*').replaceAll('−', '-').split(' = ')
          expect(Number(right)).toBe(Number(one.total))
          expect(new Function(`return ${left.replaceAll('- -', '+ ')}`)()).toBeCloseTo(Number(one.total), 6)
        }
      }),
    )
  })

  it('leaves no placeholder unfilled', () => {
    fc.assert(
      fc.property(books, fc.constantFrom(en, zhCN), ({ card: random, candidates }, locale) => {
        const ranking = rankCandidates(candidates, random)
        const sentences = [
          ...ranking.ranked.flatMap((one) => explainScore(one, random, locale).sentences),
          ...explainRanking(ranking, random, locale).sentences,
        ]
        for (const sentence of sentences) expect(sentence).not.toMatch(/[{](candidate|total|criterion|weight|rating|points|count|from|grade|average)/)
      }),
    )
  })
})

describe('explainRanking', () => {
  it('textbook S1', () => {
    const ranking = rankCandidates(textbookCandidates, customerScreening)
    expect(explainRanking(ranking, customerScreening).sentences).toEqual([
      'From the highest total to the lowest: D (70), A (67), B (57), C (35).',
      'Selected (the highest 2): D, A.',
    ])
    expect(explainRanking(ranking, customerScreening, zhCN).sentences).toEqual([
      '总分由高到低：D（70）、A（67）、B（57）、C（35）。',
      '按总分最高的 2 名选定：D、A。',
    ])
  })

  const one = (select: Scorecard['select']): Scorecard => ({
    kind: 'scorecard',
    id: 'one',
    version: 1,
    scale: { min: 0, max: 9 },
    criteria: [{ id: 'x', weight: 1 }],
    ...(select === undefined ? {} : { select }),
  })
  const rows = (...totals: unknown[]): Candidate[] =>
    totals.map((x, index) => ({ id: `c${String(index).padStart(2, '0')}`, ratings: { x: x as number } }))

  it('says ties, rejected rows, and the rest of a long list', () => {
    const scorecard = one({ type: 'top', count: 1 })
    const ranking = rankCandidates(rows(5, 5, 'x', ...Array(25).fill(1)), scorecard, { invalid: 'collect' })
    const { sentences } = explainRanking(ranking, scorecard)
    expect(sentences[0]).toMatch(/c20 \(1\), 7 more\.$/)
    expect(sentences[1]).toBe('Selected (the highest 1): c00, c01.')
    expect(sentences[2]).toBe('Equal totals: c00, c01.')
    expect(sentences.slice(4)).toEqual([
      'Rejected and not ranked: 1 of the rows; with them, ranks and selection of those that are ranked (27) may differ.',
      'The total 5 at the cut is shared by c00, c01: 2 are selected, not 1.',
    ])
  })

  it('says when nobody is selected, when nobody is there, and when too few are', () => {
    const high = one({ type: 'at-least', total: 8 })
    expect(explainRanking(rankCandidates(rows(1), high), high).sentences[1]).toBe('Nobody is selected.')
    expect(explainRanking(rankCandidates(rows(8), high), high).sentences[1]).toBe('Selected (at least 8): c00.')
    expect(explainRanking(rankCandidates([], high), high, zhCN).sentences).toEqual(['没有可排序的候选对象。'])
    expect(explainRanking(rankCandidates(rows(1), one({ type: 'top', count: 3 })), one({ type: 'top', count: 3 })).sentences[2]).toBe(
      'Too few candidates: the scorecard selects 3, and there are 1.',
    )
    expect(explainRanking(rankCandidates(rows(1), one(undefined)), one(undefined)).sentences).toHaveLength(1)
  })

  it('refuses what is no ranking of this scorecard', () => {
    expect(issuesOf(() => explainRanking(undefined as never, card))).toEqual([['missing', ['ranking']]])
    expect(issuesOf(() => explainRanking({} as never, card))).toEqual([['missing', ['ranking', 'ranked']]])
    expect(issuesOf(() => explainRanking(rankCandidates(rows(1), one(undefined)), card))).toEqual([['other-policy', ['ranking', 'policies']]])
  })
})

describe('explainAudit', () => {
  const audit = auditTotals(
    textbookCandidates.map((candidate) => ({ ...candidate, printed: printedTotals[candidate.id] as number })),
    customerScreening,
  )

  it('textbook S1', () => {
    expect(explainAudit(audit, customerScreening).sentences).toEqual([
      'C: 53 is printed, but the total is 35; the difference is 18. It seems that two digits were swapped.',
    ])
    expect(explainAudit(audit, customerScreening, zhCN).sentences).toEqual(['C：表中列为 53，实际总分为 35，相差 18。看来两个数字颠倒了。'])
  })

  it('says what was not checked, and refuses what is no audit of this scorecard', () => {
    const nothing = auditTotals([{ id: 'X' } as never], customerScreening, { invalid: 'collect' })
    expect(explainAudit(nothing, customerScreening).sentences).toEqual([
      'Rejected and not checked: 1 of the rows; checked: 0.',
      'There are no totals to check.',
    ])
    expect(issuesOf(() => explainAudit(audit, card))).toEqual([['other-policy', ['audit', 'policies']]])
    expect(issuesOf(() => explainAudit(null as never, card))).toEqual([['wrong-type', ['audit']]])
  })

  it('names two criteria that it may have been', () => {
    const twins: Scorecard = {
      ...card,
      criteria: [
        { id: 'a', weight: 5 },
        { id: 'b', weight: 4 },
      ],
    }
    const both = auditTotals([{ id: 'X', ratings: { a: 4, b: 5 }, printed: 20 }], twins)
    expect(explainAudit(both, twins).sentences[0]).toMatch(/a or b was left out[.]$/)
    expect(explainAudit(both, twins, zhCN).sentences[0]).toMatch(/漏算了“a或b”。$/)
  })

  it('names the criterion, admits what it cannot explain, and says when all is right', () => {
    const rows = (printed: number) => [{ ...(textbookCandidates[0] as Candidate), printed }]
    const sentences = (printed: number) => explainAudit(auditTotals(rows(printed), customerScreening), customerScreening).sentences
    expect(sentences(42)).toEqual([
      'A: 42 is printed, but the total is 67; the difference is −25. It seems that Large demand for the product or service was left out.',
    ])
    expect(sentences(99)).toEqual(['A: 99 is printed, but the total is 67; the difference is 32. No common slip explains it.'])
    expect(sentences(67)).toEqual(['Printed totals that are right: all 1.'])
  })
})
