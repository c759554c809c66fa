import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { books } from '../../testing/arbitraries.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { textbookCandidates } from '../../testing/textbook.js'
import { rankByWeightedSum, rankCandidates, tabulateCandidates } from '../index.js'
import { customerScreening } from '../templates.js'

describe('tabulateCandidates', () => {
  it('textbook S1', () => {
    const { table, policies } = tabulateCandidates(textbookCandidates, customerScreening)
    expect(table.alternatives).toEqual(['A', 'B', 'C', 'D'])
    expect(table.values[3]).toEqual(['5', '5', '4', '4', '5'])
    expect(table.criteria[0]).toEqual({ id: 'demand', title: customerScreening.criteria[0]?.title, weight: '5' })
    expect(policies).toEqual([{ kind: 'scorecard', id: 'customer-screening', version: '1' }])
    expect(rankByWeightedSum(table).ranked.map(({ alternative, score }) => [alternative, score])).toEqual([
      ['D', 70],
      ['A', 67],
      ['B', 57],
      ['C', 35],
    ])
  })

  it('keeps costs, and lets stand in what stands in for a missing rating', () => {
    const card = {
      ...customerScreening,
      criteria: [
        { id: 'x', weight: '0.50', direction: 'cost' as const },
        { id: 'y', weight: 1, missing: 'neutral' as const },
      ],
    }
    expect(tabulateCandidates([{ id: 'A', ratings: { x: 2 } }], card).table).toEqual({
      alternatives: ['A'],
      criteria: [
        { id: 'x', weight: '0.5', direction: 'cost' },
        { id: 'y', weight: '1' },
      ],
      values: [['2', '3']],
    })
  })

  it('gives the weighted sum the scorecard’s order', () => {
    const small = books.filter(
      ({ card: { criteria, scale } }) =>
        [scale, ...criteria.map((one) => one.scale ?? scale)].every(({ max }) => Number(max) < 1000) &&
        criteria.every(({ weight }) => String(weight).length < 7),
    )
    fc.assert(
      fc.property(small, ({ card, candidates }) => {
        const { table } = tabulateCandidates(candidates, card)
        expect(rankByWeightedSum(table).ranked.map(({ alternative, rank }) => [alternative, rank])).toEqual(
          rankCandidates(candidates, card).ranked.map(({ candidate, rank }) => [candidate, rank]),
        )
      }),
    )
  })

  it('refuses or collects what is wrong', () => {
    const rows = [...textbookCandidates, { id: 'X', ratings: {} }]
    expect(issuesOf(() => tabulateCandidates(rows.slice(4), customerScreening))).toHaveLength(5)
    const { table, rejected, diagnoses } = tabulateCandidates(rows, customerScreening, { invalid: 'collect' })
    expect(table.alternatives).toEqual(['A', 'B', 'C', 'D'])
    expect(rejected.map(({ id }) => id)).toEqual(['X'])
    expect(diagnoses).toEqual([{ code: 'rows-rejected', params: { rejected: 1, candidates: 4 } }])
    expect(issuesOf(() => tabulateCandidates([], customerScreening, { colour: 1 } as never))).toEqual([['unknown-key', ['options', 'colour']]])
  })
})
