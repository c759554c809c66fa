import { auditTotals, rankCandidates, type Scorecard, weightStability } from '@clientele/scoring'
import { explainAudit } from '@clientele/scoring/explain'
import { zhCN } from '@clientele/scoring/locales/zh-CN'
import { customerScreening } from '@clientele/scoring/templates'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeWith, faultsOf, resultOf, runCode } from '../../../testing/showPage.js'
import { chapterAudit, chapterCard, printedTotals } from './chapter.js'
import type { Screening } from './computeScreening.js'
import type { ScreeningFields } from './fields.js'
import { page } from './page.js'

const criteria = ['demand', 'gross-profit', 'prospects', 'payment', 'cooperation'] as const

/** The table of the chapter, S1 客戶篩選. */
const chapter = {
  A: { demand: 5, 'gross-profit': 5, prospects: 4, payment: 3, cooperation: 4 },
  B: { demand: 4, 'gross-profit': 3, prospects: 5, payment: 4, cooperation: 2 },
  C: { demand: 3, 'gross-profit': 2, prospects: 2, payment: 2, cooperation: 2 },
  D: { demand: 5, 'gross-profit': 5, prospects: 4, payment: 4, cooperation: 5 },
}

const candidates = Object.entries(chapter).map(([id, ratings]) => ({ id, ratings }))

const weighing = (weights: { readonly [criterion: string]: string }): Scorecard => ({
  ...customerScreening,
  criteria: customerScreening.criteria.map((one) => ({ ...one, weight: weights[one.id] ?? one.weight })),
})

const allWeights = (weight: string): Partial<ScreeningFields> => Object.fromEntries(criteria.map((criterion) => [`weight-${criterion}`, weight]))

const totalsOf = ({ ranking }: Screening) => ranking.ranked.map(({ candidate, total, selected }) => [candidate, total, selected])

describe('screening', () => {
  it('is the example of the chapter (S1, 客戶篩選), with 35 for C', () => {
    expect(totalsOf(resultOf(page))).toEqual([
      ['D', '70', true],
      ['A', '67', true],
      ['B', '57', false],
      ['C', '35', false],
    ])
    expect(page.policy(page.defaults, resultOf(page))).toEqual(customerScreening)
  })

  it('follows a weight and a rating', () => {
    const { ranking, stability, weightSum } = resultOf(page, { 'weight-prospects': '13.5', 'C-demand': '5' })
    const card = weighing({ prospects: '13.5' })
    const rated = candidates.map((one) => (one.id === 'C' ? { ...one, ratings: { ...one.ratings, demand: 5 } } : one))
    expect(ranking).toEqual(rankCandidates(rated, card))
    expect(stability).toEqual(weightStability(rated, card))
    expect(weightSum).toBe('25.5')
  })

  it('keeps every digit of a long weight', () => {
    const { ranking } = resultOf(page, { 'weight-demand': '0.333333333333333333333333' })
    expect(ranking.ranked[0]?.total).toBe('46.666666666666666666666665')
  })

  it('says of weights that are all 0 that everybody ties, and that there is no average', () => {
    const { ranking, weightSum } = resultOf(page, allWeights('0'))
    expect(ranking.tied).toEqual([['A', 'B', 'C', 'D']])
    expect(ranking.ranked.every(({ average, selected }) => average === null && selected)).toBe(true)
    expect(weightSum).toBe('0')
  })
})

describe('what is wrong', () => {
  it('is said of weights, ratings and the guess at once, where they are typed', () => {
    const changes = { 'weight-demand': '-1', 'A-demand': '', 'B-payment': '6', 'D-cooperation': '1.5', misprint: 'C', correct: 'many' }
    expect(faultsOf(page, changes)).toEqual({
      'weight-demand': ['too-small'],
      'A-demand': ['not-a-decimal'],
      'B-payment': ['out-of-range'],
      'D-cooperation': ['off-step'],
      correct: ['not-a-decimal'],
    })
    expect(computeWith(page, { 'A-demand': 'five' }).result).toBeUndefined()
  })

  it.each(Object.keys(page.defaults).filter((field) => /-/.test(field)))('is said at %s', (field) => {
    for (const typed of ['', 'x', 'NaN', '1e999', '__proto__', '<script>', '9'.repeat(5000)])
      expect(Object.keys(faultsOf(page, { [field]: typed }))).toEqual([field])
  })

  it('is said of a weight that no chart can draw', () => {
    expect(faultsOf(page, { 'weight-payment': '9'.repeat(400) })).toEqual({ 'weight-payment': ['out-of-range'] })
  })

  it('is said of a customer whom a link names and the chapter does not', () => {
    expect(faultsOf(page, { misprint: 'E' })).toEqual({ misprint: ['not-allowed'] })
  })

  it('is always said at a field of the page', () => {
    const fields = Object.keys(page.defaults) as (keyof ScreeningFields)[]
    const texts = fc.oneof(fc.string(), fc.double().map(String), fc.constantFrom('A', 'C', '35', '0', '-0', '5.0', '１', ' 3', 'constructor', '1,5'))
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields), texts, { maxKeys: 5 }), (typed) => {
        const { result, issues } = computeWith(page, { ...typed })
        expect(result === undefined).toBe(issues.size > 0)
        for (const field of issues.keys()) expect(Object.keys(page.defaults)).toContain(field)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the misprint', () => {
  const guessed = (misprint: string, correct: string) => resultOf(page, { misprint, correct }).guess

  it('is found by whoever names C and 35', () => {
    expect(guessed('', '35')).toBe('none')
    expect(guessed('A', '35')).toBe('wrong-customer')
    expect(guessed('C', '')).toBe('right-customer')
    expect(guessed('C', '53')).toBe('wrong-total')
    expect(guessed('C', '36')).toBe('wrong-total')
    expect(guessed('C', '35.0')).toBe('right')
  })

  it('is the one that the package finds', () => {
    expect(chapterAudit).toEqual(auditTotals(printedTotals, chapterCard))
    expect(explainAudit(chapterAudit, chapterCard).sentences).toEqual([
      'C: 53 is printed, but the total is 35; the difference is 18. It seems that two digits were swapped.',
    ])
    expect(explainAudit(chapterAudit, chapterCard, zhCN).sentences).toEqual(['C：表中列为 53，实际总分为 35，相差 18。看来两个数字颠倒了。'])
  })

  it('stays what it is while weights and ratings are played with', () => {
    expect(resultOf(page, { 'weight-demand': '9', 'C-demand': '5', misprint: 'C', correct: '35' }).guess).toBe('right')
  })
})

describe('the code', () => {
  it.each([{}, { 'weight-payment': '0.5', 'A-cooperation': '1' }, allWeights('0'), { 'weight-demand': '0.333333333333333333333333' }])(
    'computes what is shown: %j',
    (changes) => runCode(page, changes),
  )
})

describe('the answers', () => {
  const { answers } = page.teaching.en

  it('1: the totals', () => {
    expect(answers[0]).toContain('A 67, B 57, C 35, D 70: D and A are selected')
  })

  it('2: only two weights let B overtake A, above 13 and above 12', () => {
    const ties = resultOf(page).stability.pairs.filter(({ higher, lower, tiesAt }) => higher === 'A' && lower === 'B' && tiesAt !== null)
    expect(ties.map(({ criterion, tiesAt }) => [criterion, tiesAt])).toEqual([
      ['prospects', 13],
      ['payment', 12],
    ])
    const orderWith = (changes: Partial<ScreeningFields>) => resultOf(page, changes).stability.order.join('')
    expect(orderWith({ 'weight-prospects': '13.1' })).toBe('DBAC')
    expect(orderWith({ 'weight-payment': '12.1' })).toBe('DBAC')
  })

  it('3: equal weights', () => {
    expect(totalsOf(resultOf(page, allWeights('1')))).toEqual([
      ['D', '23', true],
      ['A', '21', true],
      ['B', '18', false],
      ['C', '11', false],
    ])
    expect(resultOf(page).stability.dominance).toContainEqual({ better: 'D', worse: 'A', strict: false })
  })

  it('4: the averages', () => {
    const { ranking, weightSum } = resultOf(page)
    const averages = Object.fromEntries(ranking.ranked.map(({ candidate, average }) => [candidate, average?.toFixed(3)]))
    expect(averages).toEqual({ A: '4.467', B: '3.800', C: '2.333', D: '4.667' })
    expect(weightSum).toBe('15')
  })
})
