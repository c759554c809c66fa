import { addDecimals, multiplyDecimals, subtractDecimals } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { books } from '../../testing/arbitraries.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { printedTotals, textbookCandidates } from '../../testing/textbook.js'
import { auditTotals, type Discrepancy, type Scorecard, scoreCandidate } from '../index.js'
import { customerScreening } from '../templates.js'

const card = (criteria: Scorecard['criteria']): Scorecard => ({
  kind: 'scorecard',
  id: 'audit',
  version: 1,
  scale: { min: '-1000', max: '1000' },
  criteria,
})
const audit = (ratings: Record<string, number | string>, printed: number | string, criteria: Scorecard['criteria']): Discrepancy | undefined =>
  auditTotals([{ id: 'X', ratings, printed }], card(criteria)).discrepancies[0]
const one = [{ id: 'x', weight: 1 }]

describe('auditTotals', () => {
  it("textbook S1: C's 53 is a misprint of 35, the others are right", () => {
    const rows = textbookCandidates.map((candidate) => ({ ...candidate, printed: printedTotals[candidate.id] as number }))
    expect(auditTotals(rows, customerScreening)).toEqual({
      discrepancies: [{ candidate: 'C', printed: '53', computed: '35', difference: '18', suspect: 'swapped-digits' }],
      checked: 4,
      rejected: [],
      diagnoses: [],
      policies: [{ kind: 'scorecard', id: 'customer-screening', version: '1' }],
    })
  })

  it.each([
    ['12.5', '13', 'rounded'],
    ['12.5', '12', 'rounded'],
    ['-12.5', '-13', 'rounded'],
    ['35', '53', 'swapped-digits'],
    ['123.45', '153.42', 'swapped-digits'],
    ['5.03', '5.3', 'swapped-digits'],
    ['-35', '-53', 'swapped-digits'],
    ['35', '-35', 'lost-sign'],
    ['35', '-53', null],
    ['35', '350', 'shifted-point'],
    ['35', '0.35', 'shifted-point'],
    ['350', '35', 'shifted-point'],
    ['105', '1.05', 'shifted-point'],
    ['123', '133', 'misread-digit'],
    ['12.3', '12.8', 'misread-digit'],
    ['35', '36', null],
    ['123', '321', 'swapped-digits'],
    ['123', '231', null],
    ['0', '10', null],
    ['10', '1000', 'shifted-point'],
    ['999', '1000', null],
    ['0.05', '0.5', 'shifted-point'],
    ['0.05', '50', 'shifted-point'],
    ['-0.05', '-5', 'shifted-point'],
    ['901', '91', null],
    ['10.01', '1.001', 'shifted-point'],
    ['12', '112', null],
    ['21', '31', null],
    ['1.2', '1.7', null],
    ['12', '13', null],
    ['112', '221', null],
    ['123', '124', 'misread-digit'],
    ['123', '145', null],
    ['35', '35.5', 'misread-digit'],
  ] as const)('%s printed as %s: %s', (computed, printed, suspect) => {
    expect(audit({ x: computed }, printed, one)).toEqual({
      candidate: 'X',
      printed,
      computed,
      difference: subtractDecimals(printed, computed),
      suspect,
    })
  })

  const criteria = [
    { id: 'a', weight: 3 },
    { id: 'b', weight: 7 },
    { id: 'c', weight: 2, direction: 'cost' as const, scale: { min: 0, max: 10 } },
  ]
  const ratings = { a: 11, b: 19, c: 1 }

  it.each([
    [151, { suspect: 'left-out', criteria: ['a'] }],
    [51, { suspect: 'left-out', criteria: ['b'] }],
    [217, { suspect: 'counted-twice', criteria: ['a'] }],
    [317, { suspect: 'counted-twice', criteria: ['b'] }],
    [202, { suspect: 'counted-twice', criteria: ['c'] }],
    [168, { suspect: 'cost-not-reversed' }],
    [39, { suspect: 'unweighted' }],
    ['15.33', { suspect: 'averaged' }],
    ['15', { suspect: 'averaged' }],
    [77, { suspect: null }],
  ])('of 3×11 + 7×19 + 2×(0 + 10 − 1) = 184, %s', (printed, expected) => {
    expect(audit(ratings, printed, criteria)).toEqual({
      candidate: 'X',
      printed: String(printed),
      computed: '184',
      difference: subtractDecimals(printed, 184),
      ...expected,
    })
  })

  it('names every criterion that it may have been, whatever their order', () => {
    const twins = [
      { id: 'a', weight: 5 },
      { id: 'b', weight: 4 },
      { id: 'c', weight: 1 },
    ]
    const even = { a: 4, b: 5, c: 2 }
    expect(audit(even, 22, twins)).toMatchObject({ suspect: 'left-out', criteria: ['a', 'b'] })
    expect(audit(even, 22, [...twins].reverse())).toMatchObject({ suspect: 'left-out', criteria: ['b', 'a'] })
  })

  it('says where rows were rejected or none were checked', () => {
    expect(auditTotals([], card(one)).diagnoses).toEqual([{ code: 'no-rows', params: {} }])
    expect(auditTotals([{ id: 'a' } as never], card(one), { invalid: 'collect' }).diagnoses).toEqual([
      { code: 'rows-rejected', params: { rejected: 1, checked: 0 } },
      { code: 'no-rows', params: {} },
    ])
  })

  it('names the keys that a row may have', () => {
    const [issue] =
      auditTotals([{ id: 'b', ratings: { x: 1 }, printed: 1, note: '' } as never], card(one), { invalid: 'collect' }).rejected[0]?.issues ?? []
    expect(issue?.params).toEqual({ allowed: ['id', 'ratings', 'printed'] })
  })

  it('compares by value, not by spelling', () => {
    expect(audit({ x: '67' }, '67.00', one)).toBeUndefined()
    expect(audit({ x: '67' }, 67, one)).toBeUndefined()
    expect(audit({ x: '0.1' }, '0.10000000000000000000000000001', one)).toMatchObject({ difference: '0.00000000000000000000000000001' })
  })

  it('lists only the rows that differ, in input order', () => {
    const rows = ['c', 'a', 'b'].map((id, index) => ({ id, ratings: { x: 5 }, printed: index === 1 ? 5 : 7 }))
    expect(auditTotals(rows, card(one)).discrepancies.map(({ candidate }) => candidate)).toEqual(['c', 'b'])
    expect(auditTotals([], card(one))).toMatchObject({ discrepancies: [], checked: 0 })
  })

  it('names or collects bad rows', () => {
    const rows = [
      { id: 'a', ratings: { x: 1 } },
      null,
      { id: 'b', ratings: { x: 1 }, printed: 'one', note: '' },
      { id: 'c', ratings: { x: 1 }, printed: 2 },
      { id: 'c', ratings: { x: 1 }, printed: 1 },
    ]
    const issues = [
      ['missing', ['rows', 0, 'printed']],
      ['wrong-type', ['rows', 1]],
      ['not-a-decimal', ['rows', 2, 'printed']],
      ['unknown-key', ['rows', 2, 'note']],
      ['duplicate', ['rows', 4, 'id']],
    ]
    expect(issuesOf(() => auditTotals(rows as never, card(one)))).toEqual(issues)
    const collected = auditTotals(rows as never, card(one), { invalid: 'collect' })
    expect(collected.rejected.flatMap((row) => row.issues.map(({ code, path }) => [code, path]))).toEqual(issues)
    expect(collected.rejected.map(({ index, id }) => [index, id])).toEqual([
      [0, 'a'],
      [1, undefined],
      [2, 'b'],
      [4, 'c'],
    ])
    expect([collected.checked, collected.discrepancies.map(({ candidate }) => candidate)]).toEqual([1, ['c']])
    expect(issuesOf(() => auditTotals([], card(one), { invalid: 'no' } as never))).toEqual([['not-allowed', ['options', 'invalid']]])
  })

  it('finds no fault with computed totals, and every change of one', () => {
    fc.assert(
      fc.property(books, fc.constantFrom('1', '-0.001', '1e-25'), ({ card: random, candidates }, change) => {
        const right = candidates.map((candidate) => ({ ...candidate, printed: scoreCandidate(candidate, random).total }))
        expect(auditTotals(right, random).discrepancies).toEqual([])
        const wrong = auditTotals(
          right.map((row) => ({ ...row, printed: addDecimals(row.printed, change) })),
          random,
        )
        expect(wrong.discrepancies.map(({ difference }) => difference)).toEqual(candidates.map(() => multiplyDecimals(change, 1)))
        expect(JSON.parse(JSON.stringify(wrong))).toEqual(wrong)
      }),
    )
  })
})
