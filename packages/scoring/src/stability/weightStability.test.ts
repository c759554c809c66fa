import { addDecimals, multiplyDecimals, subtractDecimals } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { books } from '../../testing/arbitraries.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { textbookCandidates } from '../../testing/textbook.js'
import { type Candidate, rankCandidates, type Scorecard, weightStability } from '../index.js'
import { customerScreening } from '../templates.js'

const card = (criteria: Scorecard['criteria'], scale: Scorecard['scale'] = { min: 0, max: 100 }): Scorecard => ({
  kind: 'scorecard',
  id: 'card',
  version: 1,
  scale,
  criteria,
})
const rate = (ids: readonly string[], rows: { readonly [id: string]: readonly (number | string)[] }): Candidate[] =>
  Object.entries(rows).map(([id, row]) => ({ id, ratings: Object.fromEntries(ids.map((criterion, index) => [criterion, row[index] as number])) }))

const nobody = { entering: [], leaving: [] }

const boundsOf = ({ from, to }: { readonly from: number; readonly to: number | null }): [number, number | null] => [from, to]

/** The candidates by falling total, those of equal totals together, with one weight replaced. */
function orderAt(candidates: readonly Candidate[], scorecard: Scorecard, criterion: string, weight: string | number): string[][] {
  const criteria = scorecard.criteria.map((one) => (one.id === criterion ? { ...one, weight } : one))
  const groups: string[][] = []
  let total: string | undefined
  for (const one of rankCandidates(candidates, { ...scorecard, criteria }).ranked) {
    if (one.total === total) groups.at(-1)?.push(one.candidate)
    else groups.push([one.candidate])
    total = one.total
  }
  return groups
}

describe('weightStability, known answers', () => {
  const ids = ['one', 'two', 'three', 'four', 'five']
  const weighed = card(
    ids.map((id, index) => ({ id, weight: 5 - index })),
    { min: 1, max: 5, step: 1 },
  )
  const candidates = rate(ids, { A: [5, 5, 4, 4, 2], B: [4, 4, 4, 3, 3], C: [2, 2, 3, 3, 2], D: [5, 5, 5, 4, 2] })
  const stability = weightStability(candidates, weighed)
  const tie = (higher: string, lower: string, criterion: string) =>
    stability.pairs.find((pair) => pair.higher === higher && pair.lower === lower && pair.criterion === criterion)?.tiesAt

  it('vector 15: D weakly dominates A, they tie only at weight 0 of the third; A and B tie at weight 11 of the fifth', () => {
    expect(stability.order).toEqual(['D', 'A', 'B', 'C'])
    expect(stability.winners).toEqual(['D'])
    expect(ids.map((id) => tie('D', 'A', id))).toEqual([null, null, 0, null, null])
    expect(stability.dominance).toContainEqual({ better: 'D', worse: 'A', strict: false })
    expect(ids.map((id) => tie('A', 'B', id))).toEqual([null, null, null, null, 11])
    expect(stability.pairs).toHaveLength(6 * 5)
  })

  it('vector 15: how far each weight may move', () => {
    expect(stability.criteria.map(({ criterion, weight }) => [criterion, weight])).toEqual([
      ['one', '5'],
      ['two', '4'],
      ['three', '3'],
      ['four', '2'],
      ['five', '1'],
    ])
    expect(stability.criteria.map(({ winnerHolds }) => boundsOf(winnerHolds))).toEqual([
      [0, null],
      [0, null],
      [0, null],
      [0, null],
      [0, 14],
    ])
    expect(stability.criteria[2]?.winnerHolds).toEqual({ from: 0, to: null, tiedAtFrom: [{ higher: 'D', lower: 'A' }], tiedAtTo: [] })
    expect(stability.criteria[4]?.winnerHolds.tiedAtTo).toEqual([{ higher: 'D', lower: 'B' }])
    expect(stability.criteria[4]?.orderHolds).toEqual({ from: 0, to: 11, tiedAtFrom: [], tiedAtTo: [{ higher: 'A', lower: 'B' }] })
  })

  it('a tie at the cut that breaks may select the same, as long as enough go on to tie', () => {
    const one = (count: number): Scorecard => ({
      ...card([
        { id: 'x', weight: 0 },
        { id: 'y', weight: 1 },
      ]),
      select: { type: 'top', count },
    })
    const four = rate(['x', 'y'], { A: [5, 1], B: [2, 1], C: [2, 1], D: [5, 1], E: [9, 0] })
    const holds = (count: number) => weightStability(four, one(count)).criteria[0]?.selectionHolds
    expect(holds(3)).toEqual({ from: 0, to: 1 / 7, changesAtFrom: nobody, changesAtTo: { entering: ['E'], leaving: ['B', 'C'] } })
    expect(holds(2)).toEqual({
      from: 0,
      to: 0,
      changesAtFrom: nobody,
      changesAtTo: { entering: [], leaving: ['B', 'C'] },
    })
  })

  it('textbook S1: who is selected', () => {
    const { selected, criteria } = weightStability(textbookCandidates, customerScreening)
    expect(selected).toEqual(['D', 'A'])
    expect(criteria[3]?.selectionHolds).toEqual({
      from: 0,
      to: 12,
      changesAtFrom: { entering: [], leaving: [] },
      changesAtTo: { entering: ['B'], leaving: ['A'] },
    })
    expect(criteria[0]?.selectionHolds).toMatchObject({ from: 0, to: null })
  })

  it('textbook S1: D and A stay the first two whatever one weight is, but for prospects above 13 and payment above 12', () => {
    const { criteria, dominance } = weightStability(textbookCandidates, customerScreening)
    expect(criteria.map(({ criterion, winnerHolds, orderHolds }) => [criterion, boundsOf(winnerHolds), boundsOf(orderHolds)])).toEqual([
      ['demand', [0, null], [0, null]],
      ['gross-profit', [0, null], [0, null]],
      ['prospects', [0, 16], [0, 13]],
      ['payment', [0, null], [0, 12]],
      ['cooperation', [0, null], [0, null]],
    ])
    expect(dominance).toEqual([
      { better: 'D', worse: 'A', strict: false },
      { better: 'D', worse: 'C', strict: true },
      { better: 'A', worse: 'C', strict: true },
      { better: 'B', worse: 'C', strict: false },
    ])
  })

  it('bounds are quotients, as the nearest number, from decimals of any length', () => {
    const criteria = [
      { id: 'x', weight: '0.1' },
      { id: 'y', weight: '1' },
    ]
    const thirds = weightStability(rate(['x', 'y'], { A: [0, 10], B: [3, 9] }), card(criteria))
    expect(thirds.pairs.map(({ tiesAt }) => tiesAt)).toEqual([1 / 3, 0.3])
    const long = card([
      { id: 'x', weight: '0.100000000000000000000000000001' },
      { id: 'y', weight: 1 },
    ])
    expect(weightStability(rate(['x', 'y'], { A: [0, 10], B: [3, 9] }), long).pairs.map(({ tiesAt }) => tiesAt)).toEqual([1 / 3, 0.3])
  })

  it('a cost criterion holds and falls the other way round', () => {
    const risky = card([
      { id: 'gain', weight: 1 },
      { id: 'risk', weight: 1, direction: 'cost' },
    ])
    const [gain, risk] = weightStability(rate(['gain', 'risk'], { bold: [9, 5], calm: [5, 3] }), risky).criteria
    expect(boundsOf(risk?.winnerHolds ?? { from: 9, to: 9 })).toEqual([0, 2])
    expect(boundsOf(gain?.winnerHolds ?? { from: 9, to: 9 })).toEqual([0.5, null])
  })

  it('a tie that a weight breaks leaves it no room, and one that it cannot break all', () => {
    const two = card([
      { id: 'x', weight: 2 },
      { id: 'y', weight: 2 },
      { id: 'z', weight: 1 },
    ])
    const tied = weightStability(rate(['x', 'y', 'z'], { A: [4, 5, 1], B: [5, 4, 1], C: [0, 0, 0] }), two)
    expect(tied.winners).toEqual(['A', 'B'])
    expect(tied.criteria.map(({ winnerHolds }) => boundsOf(winnerHolds))).toEqual([
      [2, 2],
      [2, 2],
      [0, null],
    ])
    expect(tied.criteria[0]?.orderHolds).toEqual({
      from: 2,
      to: 2,
      tiedAtFrom: [{ higher: 'A', lower: 'B' }],
      tiedAtTo: [{ higher: 'A', lower: 'B' }],
    })
    expect(tied.pairs.filter(({ lower }) => lower === 'B').map(({ tiesAt }) => tiesAt)).toEqual([2, 2, 1])
  })

  it('finds who dominates through criteria that weigh nothing, and nobody among those who are alike', () => {
    const nil = card([
      { id: 'x', weight: 1 },
      { id: 'y', weight: 0 },
    ])
    const dominanceOf = (rows: Parameters<typeof rate>[1]) => weightStability(rate(['x', 'y'], rows), nil).dominance
    expect(dominanceOf({ A: [3, 1], B: [3, 2] })).toEqual([{ better: 'B', worse: 'A', strict: false }])
    expect(dominanceOf({ A: [3, 2], B: [3, 2] })).toEqual([])
    expect(dominanceOf({ A: [3, 1], B: [2, 2] })).toEqual([])
    expect(dominanceOf({ A: [3, 2], B: [2, 1] })).toEqual([{ better: 'A', worse: 'B', strict: true }])
    const weightless = card(nil.criteria.map((one) => ({ ...one, weight: 0 })))
    expect(weightStability(rate(['x', 'y'], { A: [1, 1], B: [2, 2] }), weightless).dominance).toEqual([{ better: 'B', worse: 'A', strict: true }])
  })

  it('names everybody who ties at a bound', () => {
    const { criteria } = weightStability(
      rate(['x', 'y'], { A: [0, 9], B: [2, 5], C: [1, 7], D: [1, 0] }),
      card([
        { id: 'x', weight: 1 },
        { id: 'y', weight: 1 },
      ]),
    )
    expect(criteria[0]?.winnerHolds).toEqual({
      from: 0,
      to: 2,
      tiedAtFrom: [],
      tiedAtTo: [
        { higher: 'A', lower: 'C' },
        { higher: 'A', lower: 'B' },
      ],
    })
  })

  it.each([[[]], [[{ id: 'A', ratings: { demand: 1, 'gross-profit': 1, prospects: 1, payment: 1, cooperation: 1 } }]]])(
    'of %j nothing can change',
    (few: Candidate[]) => {
      const { criteria, pairs, dominance, diagnoses, winners } = weightStability(few, customerScreening)
      for (const { winnerHolds, orderHolds } of criteria) {
        expect(winnerHolds).toEqual({ from: 0, to: null, tiedAtFrom: [], tiedAtTo: [] })
        expect(orderHolds).toEqual(winnerHolds)
      }
      expect([pairs, dominance]).toEqual([[], []])
      expect(winners).toEqual(few.map(({ id }) => id))
      expect(diagnoses).toEqual(few.length === 0 ? [{ code: 'no-candidates', params: {} }] : [])
    },
  )

  it('with detail "criteria" says the same of the criteria and leaves out the pairs', () => {
    const brief = weightStability(textbookCandidates, customerScreening, { detail: 'criteria' })
    expect(brief).toEqual({ ...weightStability(textbookCandidates, customerScreening), pairs: [], dominance: [] })
  })

  it('bounds beyond the greatest number are shown as that', () => {
    const huge = card([
      { id: 'x', weight: '1e400' },
      { id: 'y', weight: '1e500' },
    ])
    const { criteria } = weightStability(rate(['x', 'y'], { A: [0, 1], B: [1, 0] }), huge)
    expect(criteria.map(({ orderHolds }) => boundsOf(orderHolds))).toEqual([
      [0, Number.MAX_VALUE],
      [Number.MAX_VALUE, null],
    ])
    const { pairs } = weightStability(rate(['x', 'y'], { A: [1, 1], B: [1, 1] }), huge)
    expect(pairs.map(({ tiesAt }) => tiesAt)).toEqual([Number.MAX_VALUE, Number.MAX_VALUE])
  })
})

describe('weightStability, laws', () => {
  const small = fc.record({
    weights: fc.array(fc.constantFrom<string | number>(0, 1, 2, 5, '0.5', '0.25', '1.1', 3), { minLength: 1, maxLength: 5 }),
    costs: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    rows: fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 7 }),
  })
  const bookOf = ({ weights, costs, rows }: { weights: (string | number)[]; costs: boolean[]; rows: number[][] }) => {
    const criteria = weights.map((weight, index) => ({ id: `c${index}`, weight, ...(costs[index] ? { direction: 'cost' as const } : {}) }))
    const names = criteria.map(({ id }) => id)
    return { scorecard: card(criteria), candidates: rate(names, Object.fromEntries(rows.map((row, index) => [`k${index}`, row]))) }
  }

  it('just inside a bound the order is the same, at it somebody ties, just outside it is another: a thousand random cards in each zone', () => {
    const step = '0.000001'
    fc.assert(
      fc.property(small, (parts) => {
        const { scorecard, candidates } = bookOf(parts)
        const now = orderAt(candidates, scorecard, 'none', 0)
        for (const { criterion, winnerHolds, orderHolds } of weightStability(candidates, scorecard).criteria) {
          const order = (weight: string) => orderAt(candidates, scorecard, criterion, weight)
          for (const [interval, part] of [
            [orderHolds, (groups: string[][]) => groups],
            [winnerHolds, (groups: string[][]) => groups.slice(0, 1)],
          ] as const) {
            const { from, to, tiedAtFrom, tiedAtTo } = interval
            if (to !== null) {
              if (to > from) expect(part(order(subtractDecimals(to, step)))).toEqual(part(now))
              expect(part(order(addDecimals(to, step)))).not.toEqual(part(now))
              expect(tiedAtTo).not.toEqual([])
            } else {
              expect(part(order('1e6'))).toEqual(part(now))
              expect(tiedAtTo).toEqual([])
            }
            if (from > 0) {
              if (to === null || to > from) expect(part(order(addDecimals(from, step)))).toEqual(part(now))
              expect(part(order(subtractDecimals(from, step)))).not.toEqual(part(now))
            } else if (to === null || to > 0) expect(part(order(step))).toEqual(part(now))
            if (from === 0) expect(tiedAtFrom.length > 0).toBe(JSON.stringify(part(order('0'))) !== JSON.stringify(part(now)) || to === 0)
          }
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('just outside a bound of the selection others are selected, inside the same', () => {
    const selections = fc.oneof(
      fc.record({ type: fc.constant('top' as const), count: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ type: fc.constant('at-least' as const), total: fc.constantFrom<string | number>(0, 5, '7.5', 12, 20, '-3', 300, '10.125') }),
    )
    fc.assert(
      fc.property(small, selections, (parts, select) => {
        const { scorecard, candidates } = bookOf(parts)
        const selecting = { ...scorecard, select }
        const selectedAt = (criterion: string, weight: string | number) => {
          const criteria = scorecard.criteria.map((one) => (one.id === criterion ? { ...one, weight } : one))
          const { ranked } = rankCandidates(candidates, { ...selecting, criteria })
          return ranked.filter(({ selected }) => selected).map(({ candidate }) => candidate)
        }
        const stability = weightStability(candidates, selecting)
        expect(stability.selected).toEqual(selectedAt('none', 0))
        const now = [...(stability.selected ?? [])].sort()
        for (const { criterion, selectionHolds } of stability.criteria) {
          const at = (weight: string | number) => selectedAt(criterion, weight).sort()
          const changeTo = (then: readonly string[]) => ({
            entering: stability.order.filter((id) => then.includes(id) && !now.includes(id)),
            leaving: stability.order.filter((id) => now.includes(id) && !then.includes(id)),
          })
          const { from, to, changesAtFrom, changesAtTo } = selectionHolds as NonNullable<typeof selectionHolds>
          if (to === null) expect(at('1e6')).toEqual(now)
          else {
            if (to > from) expect(at(subtractDecimals(to, '0.000001'))).toEqual(now)
            expect(at(addDecimals(to, '0.000001'))).not.toEqual(now)
            expect(changesAtTo).toEqual(changeTo(at(addDecimals(to, '0.000001'))))
          }
          if (from > 0) {
            if (to === null || to > from) expect(at(addDecimals(from, '0.000001'))).toEqual(now)
            expect(at(subtractDecimals(from, '0.000001'))).not.toEqual(now)
            expect(changesAtFrom).toEqual(changeTo(at(subtractDecimals(from, '0.000001'))))
          } else expect(changesAtFrom).toEqual(changeTo(at(0)))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('a pair ties at the weight given, and nowhere where none is given', () => {
    fc.assert(
      fc.property(small, fc.constantFrom('0', '0.5', '3', '1000'), (parts, weight) => {
        const { scorecard, candidates } = bookOf(parts)
        for (const { higher, lower, criterion, tiesAt } of weightStability(candidates, scorecard).pairs) {
          const together = (at: string | number) =>
            orderAt(candidates, scorecard, criterion, at).some((group) => group.includes(higher) && group.includes(lower))
          if (tiesAt === null) expect(together(weight)).toBe(false)
          else if (Number.isInteger(tiesAt * 1024)) expect(together(tiesAt)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('whoever dominates has at least the other’s total, whatever the weights', () => {
    fc.assert(
      fc.property(small, fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }), (parts, others) => {
        const { scorecard, candidates } = bookOf(parts)
        const { dominance } = weightStability(candidates, scorecard)
        const reweighed = { ...scorecard, criteria: scorecard.criteria.map((one, index) => ({ ...one, weight: others[index] as number })) }
        const totals = new Map(rankCandidates(candidates, reweighed).ranked.map(({ candidate, total }) => [candidate, Number(total)]))
        for (const { better, worse, strict } of dominance) {
          expect(totals.get(better) as number).toBeGreaterThanOrEqual(totals.get(worse) as number)
          if (strict && others.slice(0, scorecard.criteria.length).some((weight) => weight > 0))
            expect(totals.get(better)).not.toBe(totals.get(worse))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('the order of candidates changes nothing, nor does that of criteria but their own order', () => {
    fc.assert(
      fc.property(books, ({ card: scorecard, candidates }) => {
        const stability = weightStability(candidates, scorecard)
        expect(weightStability([...candidates].reverse(), scorecard)).toEqual(stability)
        const turned = weightStability(candidates, { ...scorecard, criteria: [...scorecard.criteria].reverse() })
        expect(turned.criteria).toEqual([...stability.criteria].reverse())
        expect(turned.dominance).toEqual(stability.dominance)
        expect(JSON.parse(JSON.stringify(stability))).toEqual(stability)
        expect(stability.order).toEqual(rankCandidates(candidates, scorecard).ranked.map(({ candidate }) => candidate))
      }),
    )
  })

  it('weights and bounds scale together', () => {
    fc.assert(
      fc.property(small, (parts) => {
        const { scorecard, candidates } = bookOf(parts)
        const doubled = { ...scorecard, criteria: scorecard.criteria.map((one) => ({ ...one, weight: multiplyDecimals(one.weight, 2) })) }
        const bounds = (one: Scorecard, factor: number) =>
          weightStability(candidates, one).criteria.map(({ orderHolds: { from, to } }) => [from * factor, to === null ? null : to * factor])
        expect(bounds(doubled, 1)).toEqual(bounds(scorecard, 2))
      }),
    )
  })
})

describe('weightStability, bad input', () => {
  const [one] = textbookCandidates as [Candidate]
  it('names everything that is wrong', () => {
    expect(issuesOf(() => weightStability([one, one], customerScreening))).toEqual([['duplicate', ['candidates', 1, 'id']]])
    expect(issuesOf(() => weightStability('all' as never, customerScreening))).toEqual([['wrong-type', ['candidates']]])
    expect(issuesOf(() => weightStability([], { ...customerScreening, criteria: [] }))).toEqual([['empty', ['scorecard', 'criteria']]])
    expect(issuesOf(() => weightStability([], customerScreening, { detail: 'all', colour: 1, invalid: 'no' } as never))).toEqual([
      ['unknown-key', ['options', 'colour']],
      ['not-allowed', ['options', 'invalid']],
      ['not-allowed', ['options', 'detail']],
    ])
    expect(issuesOf(() => weightStability([], customerScreening, null as never))).toEqual([['wrong-type', ['options']]])
  })

  it('or collects it, and says so', () => {
    const { order, rejected, diagnoses } = weightStability([one, { id: 'X', ratings: {} }], customerScreening, { invalid: 'collect' })
    expect(order).toEqual(['A'])
    expect(rejected.map(({ index, id, issues }) => [index, id, issues.length])).toEqual([[1, 'X', 5]])
    expect(diagnoses).toEqual([{ code: 'rows-rejected', params: { rejected: 1, candidates: 1 } }])
  })
})
