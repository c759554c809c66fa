import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords } from '../../testing/badInput.js'
import { ratings } from '../../testing/creditReports.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { type CreditRatingScheme, checkCreditRatingScheme, rateCustomer } from '../index.js'
import { fiveCRating } from '../templates.js'

const factor = {
  id: 'x',
  weight: 1,
  bands: [
    { from: 0, points: 0 },
    { from: '10', points: 5 },
  ],
}
const grade = { id: 'C', from: null, expectedBadDebtPercent: 5 }
const good = { kind: 'credit-rating', id: 'usual', version: 1, factors: [factor], grades: [grade], standard: { maximumBadDebtPercent: '2' } }
const found = (change: Readonly<Record<string, unknown>>): unknown => codesAndPaths(checkCreditRatingScheme({ ...good, ...change }))
const inFactor = (change: Readonly<Record<string, unknown>>): unknown => found({ factors: [{ ...factor, ...change }] })
const inGrade = (change: Readonly<Record<string, unknown>>): unknown => found({ grades: [{ ...grade, ...change }] })
const params = (change: Readonly<Record<string, unknown>>): unknown => checkCreditRatingScheme({ ...good, ...change })[0]?.params
const text = (value: string): unknown => JSON.parse(value)

const badDecimals: readonly (readonly [unknown, string])[] = [
  [undefined, 'missing'],
  ['abc', 'not-a-decimal'],
  [' 1 ', 'not-a-decimal'],
  ['0x3', 'not-a-decimal'],
  ['１２', 'not-a-decimal'],
  [Number.NaN, 'not-a-decimal'],
  [Number.POSITIVE_INFINITY, 'not-a-decimal'],
  [true, 'not-a-decimal'],
  [[], 'not-a-decimal'],
  ['1e1000', 'too-many-digits'],
]

describe('checkCreditRatingScheme', () => {
  it('takes what is right', () => {
    expect(found({})).toEqual([])
    expect(checkCreditRatingScheme(fiveCRating)).toEqual([])
    fc.assert(
      fc.property(ratings, ({ scheme }) => {
        expect(checkCreditRatingScheme(deepFreeze(scheme))).toEqual([])
      }),
    )
  })

  it('takes every optional part, and undefined for a part left out', () => {
    const full = { ...factor, title: { en: 'X' }, unknownPoints: '-1.50', maximum: '1e1' }
    expect(found({ format: 1, title: 'Usual', score: 'weighted-sum', factors: [full], grades: [{ ...grade, title: 'C' }] })).toEqual([])
    expect(found({ format: undefined, title: undefined, score: undefined })).toEqual([])
    expect(inFactor({ title: undefined, unknownPoints: undefined, maximum: undefined })).toEqual([])
    expect(found({ standard: { maximumBadDebtPercent: 0 }, grades: [{ ...grade, expectedBadDebtPercent: '100.00' }] })).toEqual([])
    expect(inFactor({ id: '__proto__', weight: '1e-900', bands: [{ from: '-1e3', points: -5 }] })).toEqual([])
  })

  it.each(badRecords)('no scheme, factor, band, grade or standard: %o', (value, code) => {
    expect(codesAndPaths(checkCreditRatingScheme(value))).toEqual([[code, []]])
    expect(found({ factors: [factor, value] })).toEqual([[code, ['factors', 1]]])
    expect(inFactor({ bands: [value] })).toEqual([[code, ['factors', 0, 'bands', 0]]])
    expect(found({ grades: [grade, value] })).toEqual([[code, ['grades', 1]]])
    expect(found({ standard: value })).toEqual([[code, ['standard']]])
  })

  it.each<readonly [unknown, string]>([...badLists, [undefined, 'missing'], [[], 'empty']])('factors, bands, grades %o', (list, code) => {
    expect(found({ factors: list })).toEqual([[code, ['factors']]])
    expect(inFactor({ bands: list })).toEqual([[code, ['factors', 0, 'bands']]])
    expect(found({ grades: list })).toEqual([[code, ['grades']]])
  })

  it.each([
    ['kind', undefined, 'missing'],
    ['id', 5, 'wrong-type'],
    ['version', null, 'wrong-type'],
    ['format', '1', 'not-allowed'],
    ['title', [], 'wrong-type'],
    ['score', 'average', 'not-allowed'],
    ['score', null, 'not-allowed'],
    ['scores', 1, 'unknown-key'],
  ])('%s: %o', (key, value, code) => expect(found({ [key]: value })).toEqual([[code, [key]]]))

  it.each(badDecimals)('decimals %o', (value, code) => {
    expect(inFactor({ weight: value })).toEqual([[code, ['factors', 0, 'weight']]])
    expect(inFactor({ bands: [{ from: value, points: 1 }] })).toEqual([[code, ['factors', 0, 'bands', 0, 'from']]])
    expect(inFactor({ bands: [{ from: 1, points: value }] })).toEqual([[code, ['factors', 0, 'bands', 0, 'points']]])
    if (value !== undefined) {
      expect(inFactor({ unknownPoints: value })).toEqual([[code, ['factors', 0, 'unknownPoints']]])
      expect(inFactor({ maximum: value })).toEqual([[code, ['factors', 0, 'maximum']]])
    }
    expect(inGrade({ from: value })).toEqual([[code, ['grades', 0, 'from']]])
    expect(inGrade({ expectedBadDebtPercent: value })).toEqual([[code, ['grades', 0, 'expectedBadDebtPercent']]])
    expect(found({ standard: { maximumBadDebtPercent: value } })).toEqual([[code, ['standard', 'maximumBadDebtPercent']]])
  })

  it('takes null for a bound alone', () => {
    expect(inFactor({ weight: null, unknownPoints: null, maximum: null, bands: [{ from: null, points: null }] })).toEqual([
      ['not-a-decimal', ['factors', 0, 'weight']],
      ['not-a-decimal', ['factors', 0, 'bands', 0, 'points']],
      ['not-a-decimal', ['factors', 0, 'maximum']],
      ['not-a-decimal', ['factors', 0, 'unknownPoints']],
    ])
  })

  it.each([
    [0, 'not-above'],
    ['-0.0', 'not-above'],
    ['-1', 'not-above'],
  ])('a weight of %o', (weight, code) => expect(inFactor({ weight })).toEqual([[code, ['factors', 0, 'weight']]]))

  it.each([
    ['-0.01', 'too-small'],
    ['100.000000000000000000001', 'too-large'],
  ])('percentages of %o', (percent, code) => {
    expect(inGrade({ expectedBadDebtPercent: percent })).toEqual([[code, ['grades', 0, 'expectedBadDebtPercent']]])
    expect(found({ standard: { maximumBadDebtPercent: percent } })).toEqual([[code, ['standard', 'maximumBadDebtPercent']]])
  })

  it.each([
    [{ factors: [{ ...factor, id: '' }] }, 'empty', ['factors', 0, 'id']],
    [{ factors: [{ ...factor, title: 1 }] }, 'wrong-type', ['factors', 0, 'title']],
    [{ factors: [{ ...factor, points: 1 }] }, 'unknown-key', ['factors', 0, 'points']],
    [{ factors: [{ ...factor, bands: [{ from: 0, points: 0, to: 5 }] }] }, 'unknown-key', ['factors', 0, 'bands', 0, 'to']],
    [{ factors: [factor, { ...factor, id: 'y' }, factor] }, 'duplicate', ['factors', 2, 'id']],
    [{ grades: [{ ...grade, id: undefined }] }, 'missing', ['grades', 0, 'id']],
    [{ grades: [{ ...grade, title: '' }] }, 'empty', ['grades', 0, 'title']],
    [{ grades: [{ ...grade, percent: 5 }] }, 'unknown-key', ['grades', 0, 'percent']],
    [{ grades: [{ ...grade, from: 5 }, grade] }, 'duplicate', ['grades', 1, 'id']],
    [{ standard: {} }, 'missing', ['standard', 'maximumBadDebtPercent']],
    [{ standard: { maximumBadDebtPercent: 1, grade: 'A' } }, 'unknown-key', ['standard', 'grade']],
    [{ standard: text('{"maximumBadDebtPercent":1,"__proto__":{}}') }, 'unknown-key', ['standard', '__proto__']],
    [{ factors: Array(1) }, 'missing', ['factors', 0]],
    [{ factors: [{ ...factor, bands: Array(1) }] }, 'missing', ['factors', 0, 'bands', 0]],
  ])('%j', (change, code, path) => expect(found(change)).toEqual([[code, path]]))

  it('needs a maximum that reaches every band', () => {
    const bands = [10, '-3', null].map((from) => ({ from, points: 1 }))
    expect(inFactor({ bands, maximum: 10 })).toEqual([])
    expect(inFactor({ bands, maximum: '9.99' })).toEqual([['too-small', ['factors', 0, 'maximum']]])
    expect(params({ factors: [{ ...factor, bands, maximum: '9.990' }] })).toEqual({ minimum: '10', actual: '9.99' })
    expect(inFactor({ bands: [{ from: null, points: 1 }], maximum: '-1e900' })).toEqual([])
    expect(inFactor({ bands: [{ from: 'x', points: 1 }, ...bands], maximum: 9 })).toEqual([
      ['not-a-decimal', ['factors', 0, 'bands', 0, 'from']],
      ['too-small', ['factors', 0, 'maximum']],
    ])
  })

  it('needs bounds that differ by value, and null once', () => {
    const bounds = ['1.0', null, 2, 1, null, '1e0'].map((from) => ({ from, points: 1 }))
    const repeated = [3, 4, 5]
    expect(inFactor({ bands: bounds })).toEqual(repeated.map((index) => ['duplicate', ['factors', 0, 'bands', index, 'from']]))
    expect(params({ factors: [{ ...factor, bands: bounds }] })).toEqual({ value: '1', first: 0 })
    const grades = bounds.map(({ from }, index) => ({ id: `G${index}`, from, expectedBadDebtPercent: 1 }))
    expect(found({ grades })).toEqual(repeated.map((index) => ['duplicate', ['grades', index, 'from']]))
    expect(
      inFactor({
        bands: [
          { from: 1, points: 'x' },
          { from: 1, points: 1 },
        ],
      }),
    ).toEqual([
      ['not-a-decimal', ['factors', 0, 'bands', 0, 'points']],
      ['duplicate', ['factors', 0, 'bands', 1, 'from']],
    ])
  })

  it('from better to worse grades the expected loss may stay, and rise, but not fall', () => {
    const list = (...losses: readonly (readonly [from: number | null, percent: unknown])[]): unknown =>
      found({ grades: losses.map(([from, percent], index) => ({ id: `G${index}`, from, expectedBadDebtPercent: percent })) })
    expect(list([80, 1], [null, '2.0'], [50, 2])).toEqual([])
    expect(list([80, 1], [null, '1.99'], [50, 2])).toEqual([['too-small', ['grades', 1, 'expectedBadDebtPercent']]])
    expect(list([80, 3], [50, 1], [null, 2], [20, 'x'])).toEqual([
      ['not-a-decimal', ['grades', 3, 'expectedBadDebtPercent']],
      ['too-small', ['grades', 1, 'expectedBadDebtPercent']],
      ['too-small', ['grades', 2, 'expectedBadDebtPercent']],
    ])
    const grades = [{ ...grade, id: 'A', from: '80', expectedBadDebtPercent: '5.50' }, grade]
    expect(params({ grades })).toEqual({ minimum: '5.5', actual: '5' })
  })

  it.each([
    ['80', 80],
    [null, null],
  ])('compares the losses of grades only where no two have the same bound: %o', (first, second) => {
    const grades = [
      { id: 'A', from: first, expectedBadDebtPercent: 9 },
      { id: 'B', from: second, expectedBadDebtPercent: 1 },
      { id: 'C', from: 5, expectedBadDebtPercent: 3 },
    ]
    expect(found({ grades })).toEqual([['duplicate', ['grades', 1, 'from']]])
    expect(found({ grades: [...grades].reverse() })).toEqual([['duplicate', ['grades', 2, 'from']]])
  })

  it('names everything at once', () => {
    const factors = [{ id: 'x', weight: 0, bands: [{ from: 'a', points: 'b' }] }]
    expect(found({ extra: 1, factors, grades: [{ id: 'A', from: 'c', expectedBadDebtPercent: 101 }], standard: 2, score: 'sum' })).toEqual([
      ['unknown-key', ['extra']],
      ['not-allowed', ['score']],
      ['not-above', ['factors', 0, 'weight']],
      ['not-a-decimal', ['factors', 0, 'bands', 0, 'from']],
      ['not-a-decimal', ['factors', 0, 'bands', 0, 'points']],
      ['not-a-decimal', ['grades', 0, 'from']],
      ['too-large', ['grades', 0, 'expectedBadDebtPercent']],
      ['wrong-type', ['standard']],
    ])
    expect(codesAndPaths(checkCreditRatingScheme(Object.create(good))).map(([code]) => code)).toEqual(Array(6).fill('missing'))
  })
})

describe('checkCreditRatingScheme: grades cover every score', () => {
  const bands = (...points: readonly (number | string)[]) => points.map((one, index) => ({ from: index, points: one }))
  const thirds = [
    { id: 'x', weight: 1, bands: bands(4, 1, 3) },
    { id: 'y', weight: 2, bands: bands(0, 5), unknownPoints: '-0.5' },
  ]
  const from = (bound: string | number, score?: string): Readonly<Record<string, unknown>> => ({
    factors: thirds,
    score,
    grades: [{ ...grade, from: bound }],
  })

  it.each([
    ['weighted-sum', '0', []],
    ['weighted-sum', '0.000001', [['too-large', ['grades', 0, 'from']]]],
    [undefined, '0', []],
    [undefined, '1e-900', [['too-large', ['grades', 0, 'from']]]],
  ])('the least %s is 1 × 1 + 2 × −0.5 = 0: from %s', (score, bound, issues) => expect(found(from(bound, score))).toEqual(issues))

  it('names the lowest grade, and how low it must be', () => {
    const grades = [
      { id: 'A', from: 9, expectedBadDebtPercent: 1 },
      { id: 'C', from: '2.50', expectedBadDebtPercent: 5 },
      { id: 'B', from: 5, expectedBadDebtPercent: 1 },
    ]
    expect(found({ grades })).toEqual([['too-large', ['grades', 1, 'from']]])
    expect(params({ grades })).toEqual({ maximum: '0', actual: '2.5' })
  })

  it.each<[string, string, number | string, number | string, string]>([
    ['weighted-average', '1', 2, '0', '0.33333333333333333333'],
    ['weighted-average', '-1', 2, '0', '-0.33333333333333333334'],
    ['weighted-average', '1', 3, '0', '0.25'],
    ['weighted-average', '1e-30', 3, '0', '0'],
    ['weighted-average', '-1e-30', 3, '0', '-0.00000000000000000001'],
    ['weighted-sum', '1e-30', 3, '0', `0.${'0'.repeat(29)}1`],
    ['weighted-average', '1', '1e-900', '0', `0.${'9'.repeat(20)}`],
    ['weighted-average', '-1e999', '1e999', '-1e999', `-1${'0'.repeat(999)}`],
  ])('%s of %s with the weight 1, and with the weight %s of %s: at most %s', (score, first, weight, second, maximum) => {
    const factors = [
      { id: 'x', weight: 1, bands: [{ from: null, points: first }] },
      { id: 'y', weight, bands: [{ from: null, points: second }] },
    ]
    const change = (bound: string): Readonly<Record<string, unknown>> => ({ factors, score, grades: [{ ...grade, from: bound }] })
    expect(params(change('7'))).toMatchObject({ maximum })
    expect(found(change(maximum))).toEqual([])
  })

  it('is told only where factors and grades are right by themselves', () => {
    expect(found({ factors: [{ ...factor, weight: 0 }], grades: [{ ...grade, from: 50 }] })).toEqual([['not-above', ['factors', 0, 'weight']]])
    const grades = [
      { ...grade, from: 50 },
      { id: 'D', from: 'x', expectedBadDebtPercent: 9 },
    ]
    expect(found({ grades })).toEqual([['not-a-decimal', ['grades', 1, 'from']]])
  })

  it('so that whatever the facts are, there is a grade, and there is none for some facts where it is not covered', () => {
    fc.assert(
      fc.property(ratings, fc.integer({ min: -900, max: 900 }), ({ report, scheme }, lowest) => {
        const grades = scheme.grades
          .map((one) => (one.from === null ? { ...one, from: lowest / 10 } : one))
          .filter((one) => Number(one.from) >= lowest / 10)
        const unlike = grades.filter((one, index) => grades.findIndex(({ from: bound }) => Number(bound) === Number(one.from)) === index)
        const changed: CreditRatingScheme = { ...scheme, grades: unlike }
        const least = scheme.factors.reduce((sum, { weight, bands: list, unknownPoints }) => {
          const points = [...list.map((band) => Number(band.points)), ...(unknownPoints === undefined ? [] : [Number(unknownPoints)])]
          return sum + Math.round(Number(weight) * 10) * Math.round(Math.min(...points) * 10)
        }, 0)
        const weights = scheme.score === 'weighted-sum' ? 10 : scheme.factors.reduce((sum, { weight }) => sum + Math.round(Number(weight) * 10), 0)
        const covers = lowest * weights <= least
        expect(checkCreditRatingScheme(changed).map(({ code }) => code)).toEqual(covers ? [] : ['too-large'])
        if (covers) expect(rateCustomer(report, changed).grade).toMatch(/^G/)
      }),
      { numRuns: 200 },
    )
  })
})
