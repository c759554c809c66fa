import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { books } from '../../testing/arbitraries.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { textbookCandidates } from '../../testing/textbook.js'
import { type Candidate, type Criterion, lintScorecard, rankCandidates, type Scorecard, scoreCandidate } from '../index.js'
import { customerScreening } from '../templates.js'

const card = (criteria: readonly Criterion[], parts: Partial<Scorecard> = {}): Scorecard => ({
  kind: 'scorecard',
  id: 'card',
  version: 1,
  scale: { min: 1, max: 5, step: 1 },
  criteria,
  ...parts,
})
const advice = (scorecard: Scorecard, candidates?: readonly Candidate[]) =>
  lintScorecard(scorecard, candidates).map(({ code, path }) => [code, path.join('.')])
const grades = (...from: (number | string)[]) => ({ grades: from.map((one, index) => ({ id: `g${index}`, from: one })) })
const rows = (...ratings: readonly Candidate['ratings'][]): Candidate[] => ratings.map((one, index) => ({ id: `k${index}`, ratings: one }))

describe('lintScorecard', () => {
  it('has nothing to say of the textbook’s card', () => expect(advice(customerScreening)).toEqual([]))

  it('finds criteria that count for nothing', () => {
    const criteria: Criterion[] = [
      { id: 'a', weight: 0 },
      { id: 'b', weight: 1, scale: { min: 3, max: '3.0' } },
      { id: 'c', weight: 1 },
    ]
    expect(advice(card(criteria))).toEqual([
      ['weight-zero', 'criteria.0.weight'],
      ['scale-of-one-value', 'criteria.1.scale'],
    ])
    expect(advice(card(criteria.slice(2), { scale: { min: 2, max: 2 } }))).toEqual([['scale-of-one-value', 'scale']])
    const own = [{ id: 'd', weight: 1, scale: { min: 0, max: 1 } }]
    expect(advice(card(own, { scale: { min: 2, max: 2 } }))).toEqual([])
  })

  it.each([
    ['above every total', 1, ['16', 3], ['grades.0.from']],
    ['at the greatest total', 1, [15, 3], []],
    ['below a grade that every total reaches', 1, [3, 2], ['grades.1.from']],
    ['two below a grade that every total reaches', 1, [1, 2, 0], ['grades.0.from', 'grades.2.from']],
    ['between two totals', 1, [8, '7.5', '7.1', 7], ['grades.1.from', 'grades.2.from']],
    ['between two totals that stand 2 apart', 2, [12, 11, 10], ['grades.1.from']],
    ['at one of totals that stand 2 apart', 2, [10, 8], []],
  ])('finds grades that are never reached: %s', (_, weight, from, paths) => {
    const criteria = ['a', 'b', 'c'].map((id) => ({ id, weight }))
    const found = advice(card(criteria, grades(...from)))
    expect(found.map(([, path]) => path)).toEqual(paths)
  })

  it('minds ratings that stand in off the step, and those without steps', () => {
    const one = { id: 'a', weight: 1, scale: { min: 1, max: 4, step: 1 } }
    expect(advice(card([one], grades('2.5', 3)))).toEqual([['grade-unreachable', 'grades.0.from']])
    expect(advice(card([{ ...one, missing: 'neutral' }], grades('2.5', 3)))).toEqual([])
    expect(advice(card([{ ...one, missing: 'worst' }], grades('2.5', 3)))).toEqual([['grade-unreachable', 'grades.0.from']])
    expect(advice(card([{ ...one, scale: { min: 1, max: 4 } }], grades('2.5', 3)))).toEqual([])
    expect(advice(card([{ ...one, weight: 0 }], grades('0', 3)))).toContainEqual(['grade-unreachable', 'grades.1.from'])
  })

  it('finds selections of everyone or nobody', () => {
    const selecting = (total: number | string) => advice(card([{ id: 'a', weight: 2 }], { select: { type: 'at-least', total } }))
    expect(selecting('10.01')).toEqual([['selects-nobody', 'select.total']])
    expect(selecting(10)).toEqual([])
    expect(selecting('2.01')).toEqual([])
    expect(selecting(2)).toEqual([['selects-everyone', 'select.total']])
  })

  it('finds weights that cannot change the order of these candidates', () => {
    const three = card(['a', 'b', 'c'].map((id) => ({ id, weight: 1 })))
    const candidates = rows({ a: 5, b: 3, c: 2 }, { a: 4, b: 3, c: 3 }, { a: 1, b: 3, c: 1 })
    expect(advice(three, candidates)).toEqual([['ratings-all-equal', 'criteria.1.weight']])
    expect(advice(customerScreening, textbookCandidates)).toEqual([
      ['weight-cannot-change-order', 'criteria.0.weight'],
      ['weight-cannot-change-order', 'criteria.1.weight'],
      ['weight-cannot-change-order', 'criteria.4.weight'],
    ])
    expect(advice(three, candidates.slice(0, 1))).toEqual([])
  })

  it('words its advice', () => {
    expect(lintScorecard(card([{ id: 'a', weight: 1 }], grades(9)))[0]).toEqual({
      code: 'grade-unreachable',
      path: ['grades', 0, 'from'],
      params: { minimum: '1', maximum: '5' },
      message: 'starts where no total leads to it: totals run from 1 to 5, and the next grade takes those from its own start',
    })
  })

  it('never calls a grade unreachable that somebody reaches, nor a weight without effect that has one', () => {
    fc.assert(
      fc.property(books, fc.constantFrom('0', '0.3', '7', '1000000'), ({ card: random, candidates }, weight) => {
        const found = lintScorecard(random, candidates)
        const given = new Set(candidates.map((candidate) => scoreCandidate(candidate, random).grade))
        const orderOf = (scorecard: Scorecard) => {
          const { ranked, tied } = rankCandidates(candidates, scorecard)
          return [ranked.map(({ candidate }) => candidate), tied]
        }
        for (const { code, path } of found) {
          if (code === 'grade-unreachable') expect(given).not.toContain(random.grades?.[path[1] as number]?.id)
          if (code !== 'weight-cannot-change-order' && code !== 'ratings-all-equal') continue
          const criteria = random.criteria.map((criterion, index) => (index === path[1] ? { ...criterion, weight } : criterion))
          expect(orderOf({ ...random, criteria })).toEqual(orderOf(random))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('refuses what is no scorecard, and candidates that do not fit', () => {
    expect(issuesOf(() => lintScorecard({ ...customerScreening, criteria: [] }))).toEqual([['empty', ['scorecard', 'criteria']]])
    expect(issuesOf(() => lintScorecard(customerScreening, 5 as never))).toEqual([['wrong-type', ['candidates']]])
    expect(issuesOf(() => lintScorecard(card([{ id: 'a', weight: 1 }]), rows({ a: 6 })))).toEqual([
      ['out-of-range', ['candidates', 0, 'ratings', 'a']],
    ])
  })
})
