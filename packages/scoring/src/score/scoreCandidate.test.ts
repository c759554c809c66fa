import { compareDecimals, multiplyDecimals, sumDecimals } from '@clientele/core'
import { Decimal as HostDecimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { books } from '../../testing/arbitraries.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { textbookCandidates } from '../../testing/textbook.js'
import { type Candidate, type Scorecard, scoreCandidate } from '../index.js'
import { customerScreening } from '../templates.js'

const card = (parts: Partial<Scorecard> & Pick<Scorecard, 'criteria'>): Scorecard => ({
  kind: 'scorecard',
  id: 'card',
  version: 7,
  scale: { min: 1, max: 5 },
  ...parts,
})
const candidate = (ratings: Candidate['ratings']): Candidate => ({ id: 'X', ratings })

describe('scoreCandidate', () => {
  it.each([
    ['A', '67', 67 / 15, 52 / 60],
    ['B', '57', 57 / 15, 42 / 60],
    ['C', '35', 35 / 15, 20 / 60],
    ['D', '70', 70 / 15, 55 / 60],
  ])('textbook S1, customer %s: total %s', (id, total, average, position) => {
    const score = scoreCandidate(textbookCandidates.find((one) => one.id === id) as Candidate, customerScreening)
    expect(score).toMatchObject({
      candidate: id,
      total,
      minimum: '15',
      maximum: '75',
      average,
      position,
      policies: [{ kind: 'scorecard', id: 'customer-screening', version: '1' }],
    })
    expect(Object.hasOwn(score, 'grade')).toBe(false)
  })

  it('shows what each criterion adds', () => {
    expect(scoreCandidate(textbookCandidates[0] as Candidate, customerScreening).contributions).toEqual([
      { criterion: 'demand', weight: '5', rating: '5', points: '25' },
      { criterion: 'gross-profit', weight: '4', rating: '5', points: '20' },
      { criterion: 'prospects', weight: '3', rating: '4', points: '12' },
      { criterion: 'payment', weight: '2', rating: '3', points: '6' },
      { criterion: 'cooperation', weight: '1', rating: '4', points: '4' },
    ])
  })

  it('weighted sum of [1,0,3] and [0,5,6] with equal weights: 4 and 11 (scikit-criteria)', () => {
    const equal = card({ scale: { min: 0, max: 6 }, criteria: ['a', 'b', 'c'].map((id) => ({ id, weight: 1 })) })
    expect(scoreCandidate(candidate({ a: 1, b: 0, c: 3 }), equal).total).toBe('4')
    expect(scoreCandidate(candidate({ a: 0, b: 5, c: 6 }), equal).total).toBe('11')
  })

  it('counts a cost as min + max − rating, on its own scale', () => {
    const mixed = card({
      criteria: [
        { id: 'gain', weight: '2' },
        { id: 'risk', weight: '0.5', direction: 'cost', scale: { min: '-10', max: '30', step: '2.5' } },
      ],
    })
    const score = scoreCandidate(candidate({ gain: '4.5', risk: '-7.5' }), mixed)
    expect(score.contributions[1]).toEqual({ criterion: 'risk', weight: '0.5', rating: '-7.5', counted: '27.5', points: '13.75' })
    expect(score).toMatchObject({ total: '22.75', minimum: '-3', maximum: '25' })
  })

  it('lets the worst or the midpoint stand in for a missing rating, and says so', () => {
    const lenient = card({
      scale: { min: 1, max: 4, step: 1 },
      criteria: [
        { id: 'a', weight: 1, missing: 'worst' },
        { id: 'b', weight: 1, missing: 'worst', direction: 'cost' },
        { id: 'c', weight: 1, missing: 'neutral' },
        { id: 'd', weight: 2 },
      ],
    })
    const score = scoreCandidate(candidate({ d: 4, a: undefined } as never), lenient)
    expect(score.contributions).toEqual([
      { criterion: 'a', weight: '1', rating: '1', missing: 'worst', points: '1' },
      { criterion: 'b', weight: '1', rating: '4', counted: '1', missing: 'worst', points: '1' },
      { criterion: 'c', weight: '1', rating: '2.5', missing: 'neutral', points: '2.5' },
      { criterion: 'd', weight: '2', rating: '4', points: '8' },
    ])
    expect(score.total).toBe('12.5')
    expect(score.reasons).toEqual([
      { code: 'rating-missing', params: { criterion: 'a', rule: 'worst', rating: '1' } },
      { code: 'rating-missing', params: { criterion: 'b', rule: 'worst', rating: '4' } },
      { code: 'rating-missing', params: { criterion: 'c', rule: 'neutral', rating: '2.5' } },
    ])
  })

  it('says nothing of a rating that might be missing and is not', () => {
    const lenient = card({
      criteria: [
        { id: 'a', weight: 1, missing: 'worst' },
        { id: 'b', weight: 1, missing: 'neutral' },
      ],
    })
    const score = scoreCandidate(candidate({ a: 1, b: 3 }), lenient)
    expect(score.contributions.map((one) => Object.keys(one))).toEqual(Array(2).fill(['criterion', 'weight', 'rating', 'points']))
    expect(score.reasons).toEqual([])
  })

  it.each([
    ['59.999', undefined],
    ['60', 'C'],
    ['79.9999999999999999999999999999', 'C'],
    ['80', 'B'],
    ['90', 'A'],
    ['100', 'A'],
  ])('grades a total of %s as %s, whatever order the grades are written in', (total, grade) => {
    const graded = card({
      scale: { min: 0, max: 100 },
      criteria: [{ id: 'x', weight: 1 }],
      grades: [
        { id: 'B', from: 80 },
        { id: 'A', from: '90' },
        { id: 'C', from: '60.0' },
      ],
    })
    const score = scoreCandidate(candidate({ x: total }), graded)
    expect(score.grade).toBe(grade)
    expect(score.reasons).toEqual([
      grade === undefined
        ? { code: 'below-every-grade', params: { lowest: 'C', from: '60' } }
        : { code: 'grade-reached', params: { grade, from: { A: '90', B: '80', C: '60' }[grade] } },
    ])
  })

  it('has no average where the weights are all 0, and no position where minimum and maximum meet', () => {
    expect(scoreCandidate(candidate({ x: 3 }), card({ criteria: [{ id: 'x', weight: 0 }] }))).toMatchObject({
      total: '0',
      average: null,
      position: null,
    })
    expect(scoreCandidate(candidate({ x: 3 }), card({ scale: { min: 3, max: '3.0' }, criteria: [{ id: 'x', weight: 2 }] }))).toMatchObject({
      total: '6',
      average: 3,
      position: null,
    })
  })

  it('stays exact with long decimals and with numbers that floats add up wrongly', () => {
    const weights = card({
      scale: { min: 0, max: '1e30' },
      criteria: [
        { id: 'a', weight: '123456789012345678901234567890' },
        { id: 'b', weight: '0.000000000000000000000000000001' },
      ],
    })
    expect(scoreCandidate(candidate({ a: '999999999999999999999999999999', b: '0.1' }), weights).total).toBe(
      `${BigInt('123456789012345678901234567890') * BigInt('999999999999999999999999999999')}.0000000000000000000000000000001`,
    )
    const tenths = card({
      scale: { min: 0, max: 5 },
      criteria: [
        { id: 'a', weight: 0.1 },
        { id: 'b', weight: 0.2 },
        { id: 'c', weight: 1.005 },
      ],
    })
    expect(scoreCandidate(candidate({ a: 3, b: 0.1, c: 1 }), tenths).total).toBe('1.325')
  })

  it('has no average that a number cannot hold, and no -0', () => {
    const huge = card({ scale: { min: 0, max: '1e400' }, criteria: [{ id: 'x', weight: 1 }] })
    expect(scoreCandidate(candidate({ x: '1e400' }), huge)).toMatchObject({ average: null, position: 1 })
    const tiny = card({ version: -0, scale: { min: '-1e-400', max: 1 }, criteria: [{ id: 'x', weight: 1 }] })
    const score = scoreCandidate(candidate({ x: '-1e-400' }), tiny)
    expect(JSON.parse(JSON.stringify(score))).toEqual(score)
  })

  it('takes nothing of a prototype for a part of the scorecard', () => {
    const whole = card({ criteria: [{ id: 'x', weight: 1 }], grades: [{ id: 'A', from: 0 }] })
    expect(issuesOf(() => scoreCandidate(candidate({ x: 1 }), Object.create(whole)))).toEqual(
      ['kind', 'id', 'version', 'scale', 'criteria'].map((key) => ['missing', ['scorecard', key]]),
    )
    const { grades, ...rest } = whole
    expect(Object.hasOwn(scoreCandidate(candidate({ x: 1 }), Object.assign(Object.create({ grades }), rest)), 'grade')).toBe(false)
    expect(issuesOf(() => scoreCandidate({ id: 'X', ratings: new Map([['x', 5]]) } as never, whole))).toEqual([
      ['wrong-type', ['candidate', 'ratings']],
    ])
  })

  it('takes 200 criteria', () => {
    const criteria = Array.from({ length: 200 }, (_, index) => ({ id: `c${index}`, weight: index }))
    const ratings = Object.fromEntries(criteria.map(({ id }, index) => [id, 1 + (index % 5)]))
    const expected = criteria.reduce((sum, { weight }, index) => sum + weight * (1 + (index % 5)), 0)
    expect(scoreCandidate(candidate(ratings), card({ criteria })).total).toBe(String(expected))
  })

  it('takes __proto__ and other names of Object.prototype as ids', () => {
    const hostile = card({ criteria: ['__proto__', 'constructor', 'toString'].map((id) => ({ id, weight: 2 })) })
    const score = scoreCandidate(JSON.parse('{"id":"__proto__","ratings":{"__proto__":5,"constructor":4,"toString":3}}'), hostile)
    expect([score.candidate, score.total]).toEqual(['__proto__', '24'])
    expect(issuesOf(() => scoreCandidate(candidate({}), hostile))).toEqual(
      ['__proto__', 'constructor', 'toString'].map((id) => ['missing', ['candidate', 'ratings', id]]),
    )
  })

  it('names every rating that is wrong', () => {
    const strict = card({ scale: { min: 1, max: 5, step: '0.5' }, criteria: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({ id, weight: 1 })) })
    const ratings = { a: 0.5, b: '5.5', c: 1.25, d: 'good', e: null, g: ' 3 ', z: 3, __proto__x: 1 }
    expect(issuesOf(() => scoreCandidate(candidate(ratings as never), strict))).toEqual([
      ['unknown-key', ['candidate', 'ratings', 'z']],
      ['unknown-key', ['candidate', 'ratings', '__proto__x']],
      ['out-of-range', ['candidate', 'ratings', 'a']],
      ['out-of-range', ['candidate', 'ratings', 'b']],
      ['off-step', ['candidate', 'ratings', 'c']],
      ['not-a-decimal', ['candidate', 'ratings', 'd']],
      ['not-a-decimal', ['candidate', 'ratings', 'e']],
      ['missing', ['candidate', 'ratings', 'f']],
      ['not-a-decimal', ['candidate', 'ratings', 'g']],
    ])
  })

  it("counts steps from the scale's minimum", () => {
    const odd = card({ scale: { min: 1, max: 9, step: 2 }, criteria: [{ id: 'x', weight: 1 }] })
    expect(scoreCandidate(candidate({ x: 7 }), odd).total).toBe('7')
    expect(issuesOf(() => scoreCandidate(candidate({ x: 6 }), odd))).toEqual([['off-step', ['candidate', 'ratings', 'x']]])
  })

  it.each([
    [null, [['wrong-type', ['candidate']]]],
    [undefined, [['missing', ['candidate']]]],
    [[], [['wrong-type', ['candidate']]]],
    [
      {},
      [
        ['missing', ['candidate', 'id']],
        ['missing', ['candidate', 'ratings']],
      ],
    ],
    [{ id: '', ratings: { x: 1 } }, [['empty', ['candidate', 'id']]]],
    [
      { id: 5, ratings: [1], name: 'n' },
      [
        ['unknown-key', ['candidate', 'name']],
        ['wrong-type', ['candidate', 'id']],
        ['wrong-type', ['candidate', 'ratings']],
      ],
    ],
    [
      Object.create({ id: 'X', ratings: { x: 1 } }),
      [
        ['missing', ['candidate', 'id']],
        ['missing', ['candidate', 'ratings']],
      ],
    ],
    [{ id: 'X', ratings: Object.create({ x: 1 }) }, [['missing', ['candidate', 'ratings', 'x']]]],
  ])('refuses the candidate %j', (value, issues) => {
    expect(issuesOf(() => scoreCandidate(value as never, card({ criteria: [{ id: 'x', weight: 1 }] })))).toEqual(issues)
  })

  it('names what is wrong with the scorecard before it looks at the candidate', () => {
    expect(issuesOf(() => scoreCandidate(null as never, card({ criteria: [] })))).toEqual([['empty', ['scorecard', 'criteria']]])
  })

  it('adds up exactly, is JSON, leaves its input alone, and does not depend on the order of criteria', () => {
    fc.assert(
      fc.property(books, ({ card: random, candidates }) => {
        const before = JSON.stringify([random, candidates])
        for (const one of candidates) {
          const score = scoreCandidate(one, random)
          expect(sumDecimals(score.contributions.map(({ points }) => points))).toBe(score.total)
          for (const { weight, rating, counted, points } of score.contributions) expect(multiplyDecimals(weight, counted ?? rating)).toBe(points)
          expect(compareDecimals(score.minimum, score.total)).toBeLessThanOrEqual(0)
          expect(compareDecimals(score.total, score.maximum)).toBeLessThanOrEqual(0)
          expect(score.position === null ? score.minimum === score.maximum : score.position >= 0 && score.position <= 1).toBe(true)
          expect(JSON.parse(JSON.stringify(score))).toEqual(score)
          const turned = scoreCandidate(one, { ...random, criteria: [...random.criteria].reverse() })
          expect({ ...turned, contributions: [...turned.contributions].reverse(), reasons: [] }).toEqual({ ...score, reasons: [] })
        }
        expect(JSON.stringify([random, candidates])).toBe(before)
      }),
    )
  })

  it('never falls when a benefit rating rises, and never rises when a cost rating does', () => {
    const ratings = fc.integer({ min: 100, max: 500 }).map((hundredths) => hundredths / 100)
    fc.assert(
      fc.property(
        ratings,
        ratings,
        ratings,
        fc.constantFrom('0', '0.001', '7'),
        fc.constantFrom('benefit' as const, 'cost' as const),
        (other, a, b, weight, direction) => {
          const rising = card({
            criteria: [
              { id: 'x', weight, direction },
              { id: 'y', weight: 1 },
            ],
          })
          const [low, high] = [a, b]
            .sort((one, two) => one - two)
            .map((x) => scoreCandidate(candidate({ x: x as number, y: other }), rising).total) as [string, string]
          expect(compareDecimals(low, high) * (direction === 'benefit' ? 1 : -1)).toBeLessThanOrEqual(0)
        },
      ),
    )
  })

  it("does not follow a host's Decimal.set", () => {
    const before = scoreCandidate(textbookCandidates[0] as Candidate, customerScreening)
    HostDecimal.set({ precision: 1, rounding: 0, toExpPos: 0, toExpNeg: 0 })
    try {
      expect(scoreCandidate(textbookCandidates[0] as Candidate, customerScreening)).toEqual(before)
    } finally {
      HostDecimal.set({ defaults: true })
    }
  })
})
