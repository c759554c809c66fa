import { compareDecimals, type DecimalInput, multiplyDecimals } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { books } from '../../testing/arbitraries.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { textbookCandidates } from '../../testing/textbook.js'
import { type Candidate, type Ranking, type RankOptions, rankCandidates, type Scorecard, type Selection, scoreCandidate } from '../index.js'
import { customerScreening } from '../templates.js'

const card = (select?: Selection): Scorecard => ({
  kind: 'scorecard',
  id: 'one',
  version: '2',
  scale: { min: 0, max: 100 },
  criteria: [{ id: 'x', weight: 1 }],
  ...(select === undefined ? {} : { select }),
})
const book = (totals: Readonly<Record<string, DecimalInput>>): Candidate[] => Object.entries(totals).map(([id, x]) => ({ id, ratings: { x } }))
const places = (ranking: Ranking): unknown => ranking.ranked.map(({ rank, candidate, selected }) => [rank, candidate, selected])
const rank = (totals: Readonly<Record<string, DecimalInput>>, select?: Selection, options?: RankOptions): Ranking =>
  rankCandidates(book(totals), card(select), options)

describe('rankCandidates', () => {
  it('textbook S1: the order is D, A, B, C, and D and A are the target customers', () => {
    const ranking = rankCandidates(textbookCandidates, customerScreening)
    expect(ranking.ranked.map(({ rank: place, candidate, total, selected }) => [place, candidate, total, selected])).toEqual([
      [1, 'D', '70', true],
      [2, 'A', '67', true],
      [3, 'B', '57', false],
      [4, 'C', '35', false],
    ])
    expect(ranking).toMatchObject({
      tied: [],
      rejected: [],
      diagnoses: [],
      policies: [{ kind: 'scorecard', id: 'customer-screening', version: '1' }],
    })
  })

  it('ranks [2,1,1,3] as 3, 1, 1, 4 from the least, where an argsort of an argsort fails when ranks tie', () => {
    const ranking = rank({ a: 2, b: 3, c: 3, d: 1 })
    expect(Object.fromEntries(ranking.ranked.map((row) => [row.candidate, row.rank]))).toEqual({ a: 3, b: 1, c: 1, d: 4 })
  })

  it.each([
    ['competition', [1, 2, 2, 4, 5, 5]],
    ['dense', [1, 2, 2, 3, 4, 4]],
    ['ordinal', [1, 2, 3, 4, 5, 6]],
  ] as const)('%s ranks', (ties, ranks) => {
    const ranking = rank({ f: 1, e: '1.0', d: 2, c: '3.00', b: 3, a: 9 }, undefined, { ties })
    expect(ranking.ranked.map(({ candidate }) => candidate)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    expect(ranking.ranked.map((row) => row.rank)).toEqual(ranks)
    expect(ranking.tied).toEqual([
      ['b', 'c'],
      ['e', 'f'],
    ])
  })

  it('lists equal totals by id in code unit order, whatever the language', () => {
    const ids = ['b', 'B', 'a', 'ä', 'Z', '10', '9', '客', '__proto__', '']
    const ranking = rankCandidates(
      ids.filter((id) => id !== '').map((id) => ({ id, ratings: { x: 1 } })),
      card(),
    )
    expect(ranking.ranked.map(({ candidate }) => candidate)).toEqual(['10', '9', 'B', 'Z', '__proto__', 'a', 'b', 'ä', '客'])
  })

  it('selects all of a tie at the cut, and says so', () => {
    const ranking = rank({ a: 5, b: 4, c: 4, d: 4, e: 1 }, { type: 'top', count: 2 })
    expect(places(ranking)).toEqual([
      [1, 'a', true],
      [2, 'b', true],
      [2, 'c', true],
      [2, 'd', true],
      [5, 'e', false],
    ])
    expect(ranking.diagnoses).toEqual([{ code: 'tie-at-cut', params: { count: 2, selected: 4, total: '4', candidates: ['b', 'c', 'd'] } }])
    const tied = { code: 'tied-at-cut', params: { count: 2, total: '4' } }
    expect(ranking.ranked.map(({ selection }) => selection)).toEqual([
      { code: 'within-top', params: { count: 2 } },
      tied,
      tied,
      tied,
      { code: 'outside-top', params: { count: 2 } },
    ])
  })

  it('selects all of a tie at the cut under ordinal ranks too', () => {
    expect(places(rank({ b: 4, a: 4 }, { type: 'top', count: 1 }, { ties: 'ordinal' }))).toEqual([
      [1, 'a', true],
      [2, 'b', true],
    ])
  })

  it('says nothing of a tie that the cut does not divide', () => {
    const ranking = rank({ a: 5, b: 5, c: 1 }, { type: 'top', count: 2 })
    expect(places(ranking)).toEqual([
      [1, 'a', true],
      [1, 'b', true],
      [3, 'c', false],
    ])
    expect(ranking.diagnoses).toEqual([])
  })

  it('selects by total, exactly and inclusively', () => {
    const ranking = rank({ a: '60', b: '59.9999999999999999999999', c: '60.0' }, { type: 'at-least', total: '60' })
    expect(places(ranking)).toEqual([
      [1, 'a', true],
      [1, 'c', true],
      [3, 'b', false],
    ])
    expect(ranking.ranked[0]?.selection).toEqual({ code: 'total-reached', params: { total: '60' } })
    expect(ranking.ranked[2]?.selection).toEqual({ code: 'total-not-reached', params: { total: '60' } })
  })

  it('selects nobody where the scorecard does not select', () => {
    const ranking = rank({ a: 1 })
    expect(places(ranking)).toEqual([[1, 'a', false]])
    expect(Object.hasOwn(ranking.ranked[0] as object, 'selection')).toBe(false)
  })

  it('ranks one, none, and all equal', () => {
    expect(places(rank({ a: 1 }, { type: 'top', count: 1 }))).toEqual([[1, 'a', true]])
    expect(rankCandidates([], customerScreening)).toMatchObject({
      ranked: [],
      tied: [],
      rejected: [],
      diagnoses: [{ code: 'no-candidates', params: {} }],
    })
    const equal = rank({ b: 7, a: 7, c: 7 }, { type: 'top', count: 1 })
    expect(places(equal)).toEqual([
      [1, 'a', true],
      [1, 'b', true],
      [1, 'c', true],
    ])
    expect(equal.tied).toEqual([['a', 'b', 'c']])
  })

  it('says nothing where there are just as many candidates as are to be selected', () => {
    expect(rank({ a: 1, b: 2 }, { type: 'top', count: 2 }).diagnoses).toEqual([])
    expect(rank({ a: 5, b: 5 }, { type: 'at-least', total: 5 }).diagnoses).toEqual([])
  })

  it('says where there are fewer candidates than are to be selected', () => {
    const ranking = rank({ a: 1, b: 2 }, { type: 'top', count: 3 })
    expect(places(ranking)).toEqual([
      [1, 'b', true],
      [2, 'a', true],
    ])
    expect(ranking.diagnoses).toEqual([{ code: 'fewer-than-count', params: { count: 3, candidates: 2 } }])
  })

  it('throws everything that is wrong at once', () => {
    const rows = [...book({ a: 1, b: 'x' }), null, { id: 'a', ratings: { x: 5, y: 1 } }, { id: 'a', ratings: {} }]
    expect(issuesOf(() => rankCandidates(rows as never, card()))).toEqual([
      ['not-a-decimal', ['candidates', 1, 'ratings', 'x']],
      ['wrong-type', ['candidates', 2]],
      ['unknown-key', ['candidates', 3, 'ratings', 'y']],
      ['duplicate', ['candidates', 3, 'id']],
      ['missing', ['candidates', 4, 'ratings', 'x']],
      ['duplicate', ['candidates', 4, 'id']],
    ])
  })

  it('collects bad rows: none disappears, and a diagnosis says that they are missing', () => {
    const rows = [{ id: 'a', ratings: { x: 101 } }, { id: 'b', ratings: { x: 3 } }, 7, { id: 'b', ratings: { x: 4 } }, { ratings: { x: 1 } }]
    const ranking = rankCandidates(rows as never, card(), { invalid: 'collect' })
    expect(places(ranking)).toEqual([[1, 'b', false]])
    expect(ranking.ranked[0]?.total).toBe('3')
    expect(ranking.rejected.map(({ index, id, issues }) => [index, id, issues.map(({ code }) => code)])).toEqual([
      [0, 'a', ['out-of-range']],
      [2, undefined, ['wrong-type']],
      [3, 'b', ['duplicate']],
      [4, undefined, ['missing']],
    ])
    expect(ranking.diagnoses).toEqual([{ code: 'rows-rejected', params: { rejected: 4, candidates: 1 } }])
    expect(ranking.rejected.map((row) => Object.hasOwn(row, 'id'))).toEqual([true, false, true, false])
    const nameless = rankCandidates(
      [
        { id: '', ratings: { x: 1 } },
        { id: '', ratings: { x: 1 } },
      ],
      card(),
      { invalid: 'collect' },
    )
    expect(nameless.rejected.flatMap(({ issues }) => issues.map(({ code }) => code))).toEqual(['empty', 'empty'])
    expect(JSON.parse(JSON.stringify(ranking))).toEqual(ranking)
  })

  it.each([
    ['candidates', 'x', {}, [['wrong-type', ['candidates']]]],
    ['no candidates', undefined, {}, [['missing', ['candidates']]]],
    [
      'options',
      [],
      { ties: 'random', invalid: 'drop', seed: 1 },
      [
        ['unknown-key', ['options', 'seed']],
        ['not-allowed', ['options', 'invalid']],
        ['not-allowed', ['options', 'ties']],
      ],
    ],
    ['no options', [], null, [['wrong-type', ['options']]]],
  ])('refuses wrong %s', (_, rows, options, issues) => {
    expect(issuesOf(() => rankCandidates(rows as never, card(), options as never))).toEqual(issues)
  })

  it('throws a wrong scorecard even where bad rows are collected', () => {
    expect(issuesOf(() => rankCandidates([], { ...card(), criteria: [] }, { invalid: 'collect' }))).toEqual([['empty', ['scorecard', 'criteria']]])
  })

  it('gives every candidate the score it has alone, in an order that only the totals and ids decide', () => {
    fc.assert(
      fc.property(
        books,
        fc.constantFrom('competition' as const, 'dense' as const, 'ordinal' as const),
        fc.nat(),
        ({ card: random, candidates }, ties, turn) => {
          const ranking = rankCandidates(candidates, random, { ties })
          expect(ranking.ranked).toHaveLength(candidates.length)
          for (const { rank: _, selected: __, selection: ___, ...score } of ranking.ranked) {
            const alone = scoreCandidate(candidates.find(({ id }) => id === score.candidate) as Candidate, random)
            expect({ ...score, policies: ranking.policies }).toEqual(alone)
          }
          ranking.ranked.forEach((row, index) => {
            const above = ranking.ranked.filter(({ total }) => compareDecimals(total, row.total) > 0)
            const distinct = new Set(above.map(({ total }) => total)).size
            expect(row.rank).toBe({ competition: above.length + 1, dense: distinct + 1, ordinal: index + 1 }[ties])
          })
          const rotated = [...candidates.slice(turn % (candidates.length || 1)), ...candidates.slice(0, turn % (candidates.length || 1))].reverse()
          expect(rankCandidates(rotated, random, { ties })).toEqual(ranking)
          expect(JSON.parse(JSON.stringify(ranking))).toEqual(ranking)
        },
      ),
    )
  })

  it('keeps the order when all weights are scaled', () => {
    fc.assert(
      fc.property(books, fc.constantFrom('0.001', '3', '1e12'), ({ card: random, candidates }, factor) => {
        const { select: _, grades: __, ...plain } = random
        const scaled = {
          ...plain,
          criteria: plain.criteria.map((criterion) => ({ ...criterion, weight: multiplyDecimals(criterion.weight, factor) })),
        }
        const order = (scorecard: Scorecard): unknown => rankCandidates(candidates, scorecard).ranked.map((row) => [row.rank, row.candidate])
        expect(order(scaled)).toEqual(order(plain))
      }),
    )
  })
})
