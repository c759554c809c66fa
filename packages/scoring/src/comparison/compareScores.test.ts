import { addDecimals, multiplyDecimals, subtractDecimals, sumDecimals } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { books } from '../../testing/arbitraries.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { textbookCandidates } from '../../testing/textbook.js'
import { type Candidate, type Criterion, compareScores, type Scorecard, scoreCandidate } from '../index.js'
import { customerScreening } from '../templates.js'

const card = (version: number, criteria: readonly Criterion[], parts: Partial<Scorecard> = {}): Scorecard => ({
  kind: 'scorecard',
  id: 'card',
  version,
  scale: { min: 0, max: 10 },
  criteria,
  ...parts,
})
const same = (scorecard: Scorecard) => ({ before: scorecard, after: scorecard })
const partsOf = ({ difference, fromRatings, fromScorecard }: { difference: string; fromRatings: string; fromScorecard: string }) => [
  difference,
  fromRatings,
  fromScorecard,
]

describe('compareScores', () => {
  it('by one scorecard all comes from the ratings: textbook S1, D against A', () => {
    const [before, , , after] = textbookCandidates as [Candidate, Candidate, Candidate, Candidate]
    const comparison = compareScores({ before, after }, same(customerScreening))
    expect(partsOf(comparison)).toEqual(['3', '3', '0'])
    expect(comparison.criteria.map(({ criterion, before, after }) => [criterion, before, after])).toEqual([
      ['demand', '25', '25'],
      ['gross-profit', '20', '20'],
      ['prospects', '12', '12'],
      ['payment', '6', '8'],
      ['cooperation', '4', '5'],
    ])
    expect(comparison).toMatchObject({
      before: { candidate: 'A', total: '67', grade: null },
      after: { candidate: 'D', total: '70', grade: null },
      reasons: [],
      policies: [{ kind: 'scorecard', id: 'customer-screening', version: '1' }],
    })
  })

  it('of the same ratings all comes from the scorecard', () => {
    const one = { id: 'X', ratings: { a: 3, b: 4 } }
    const lighter = card(1, [
      { id: 'a', weight: 2 },
      { id: 'b', weight: 1 },
    ])
    const heavier = card(2, [
      { id: 'a', weight: 2 },
      { id: 'b', weight: '1.5', direction: 'cost' },
    ])
    expect(partsOf(compareScores({ before: one, after: one }, { before: lighter, after: heavier }))).toEqual(['5', '0', '5'])
  })

  it('what both did together is shared equally: weight 2 → 3 and rating 4 → 6 make 8 → 18', () => {
    const { criteria, ...comparison } = compareScores(
      { before: { id: 'X', ratings: { a: 4 } }, after: { id: 'X', ratings: { a: 6 } } },
      { before: card(1, [{ id: 'a', weight: 2 }]), after: card(2, [{ id: 'a', weight: 3 }]) },
    )
    expect(partsOf(comparison)).toEqual(['10', '5', '5'])
    expect(criteria).toEqual([{ criterion: 'a', before: '8', after: '18', difference: '10', fromRatings: '5', fromScorecard: '5' }])
    expect(comparison.policies.map(({ version }) => version)).toEqual([1, 2])
  })

  it('a criterion that only one scorecard has is the scorecard’s doing', () => {
    const comparison = compareScores(
      { before: { id: 'X', ratings: { old: 7, kept: 1 } }, after: { id: 'X', ratings: { fresh: '2.5', kept: 2 } } },
      {
        before: card(1, [
          { id: 'old', weight: 1 },
          { id: 'kept', weight: 1 },
        ]),
        after: card(2, [
          { id: 'fresh', weight: 4 },
          { id: 'kept', weight: 1 },
        ]),
      },
    )
    expect(partsOf(comparison)).toEqual(['4', '1', '3'])
    expect(comparison.criteria).toEqual([
      { criterion: 'fresh', before: '0', after: '10', only: 'after', difference: '10', fromRatings: '0', fromScorecard: '10' },
      { criterion: 'kept', before: '1', after: '2', difference: '1', fromRatings: '1', fromScorecard: '0' },
      { criterion: 'old', before: '7', after: '0', only: 'before', difference: '-7', fromRatings: '0', fromScorecard: '-7' },
    ])
    expect(comparison.reasons).toEqual([
      { code: 'criterion-added', params: { criterion: 'fresh' } },
      { code: 'criterion-removed', params: { criterion: 'old' } },
    ])
  })

  it('a missing rating stands in by the rule of each scorecard', () => {
    const worst = card(1, [{ id: 'a', weight: 1, missing: 'worst' }])
    const neutral = card(2, [{ id: 'a', weight: 1, missing: 'neutral' }])
    const reject = card(3, [{ id: 'a', weight: 3 }])
    const nothing = { id: 'X', ratings: {} }
    expect(partsOf(compareScores({ before: nothing, after: nothing }, { before: worst, after: neutral }))).toEqual(['5', '0', '5'])
    const given = { id: 'X', ratings: { a: 4 } }
    expect(partsOf(compareScores({ before: nothing, after: given }, { before: neutral, after: reject }))).toEqual(['7', '-2', '9'])
  })

  it('says that the grade changed', () => {
    const graded = card(1, [{ id: 'a', weight: 1 }], { grades: [{ id: 'gold', from: 5 }] })
    const rate = (a: number) => ({ id: 'X', ratings: { a } })
    const reasons = (before: number, after: number) => compareScores({ before: rate(before), after: rate(after) }, same(graded)).reasons
    expect(reasons(4, 5)).toEqual([{ code: 'grade-changed', params: { before: null, after: 'gold' } }])
    expect(reasons(9, 3)).toEqual([{ code: 'grade-changed', params: { before: 'gold', after: null } }])
    expect(reasons(6, 5)).toEqual([])
  })

  it('adds up exactly, both ways round, whatever the two scorecards', () => {
    const pair = fc.tuple(books, books).filter(([one, other]) => one.candidates.length > 0 && other.candidates.length > 0)
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const candidates = { before: one.candidates[0] as Candidate, after: other.candidates[0] as Candidate }
        const scorecards = { before: one.card, after: other.card }
        const { before, after, criteria, ...whole } = compareScores(candidates, scorecards)
        expect([before.total, after.total]).toEqual([
          scoreCandidate(candidates.before, one.card).total,
          scoreCandidate(candidates.after, other.card).total,
        ])
        expect(whole.difference).toBe(subtractDecimals(after.total, before.total))
        for (const part of [whole, ...criteria]) expect(addDecimals(part.fromRatings, part.fromScorecard)).toBe(part.difference)
        for (const key of ['difference', 'fromRatings', 'fromScorecard'] as const)
          expect(sumDecimals(criteria.map((part) => part[key]))).toBe(whole[key])
        const back = compareScores({ before: candidates.after, after: candidates.before }, { before: scorecards.after, after: scorecards.before })
        expect(partsOf(back)).toEqual(partsOf(whole).map((text) => multiplyDecimals(text, -1)))
      }),
    )
  })

  it('refuses what does not fit, naming the side', () => {
    const one = { id: 'X', ratings: { a: 1 } }
    const good = card(1, [{ id: 'a', weight: 1 }])
    const bad = card(2, [{ id: 'a', weight: -1 }])
    expect(issuesOf(() => compareScores({ before: one, after: one }, { before: bad, after: { ...good, kind: 'x' } as never }))).toEqual([
      ['too-small', ['scorecards', 'before', 'criteria', 0, 'weight']],
      ['not-allowed', ['scorecards', 'after', 'kind']],
    ])
    expect(issuesOf(() => compareScores({ before: one, after: { id: 'X', ratings: { a: 11, b: 1 } } }, same(good)))).toEqual([
      ['unknown-key', ['candidates', 'after', 'ratings', 'b']],
      ['out-of-range', ['candidates', 'after', 'ratings', 'a']],
    ])
    expect(issuesOf(() => compareScores({ before: one } as never, same(good)))).toEqual([['missing', ['candidates', 'after']]])
    expect(issuesOf(() => compareScores(null as never, { ...same(good), between: good } as never))).toEqual([
      ['unknown-key', ['scorecards', 'between']],
      ['wrong-type', ['candidates']],
    ])
    expect(issuesOf(() => compareScores({ before: one, after: one }, undefined as never))).toEqual([['missing', ['scorecards']]])
  })
})
