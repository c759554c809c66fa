import type { DecimalInput } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { estimateOutcome, learnOutcomeOdds, populationStability, scaleToPoints, weightOfEvidence } from '../index.js'
import { sumPrecisely } from '../numbers/sumPrecisely.js'

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const counts = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 })), { minLength: 1, maxLength: 12 })

describe('populationStability', () => {
  it('vector 18, closed form: expected 20 % each, actual .1 .2 .2 .2 .3', () => {
    const { index, level, bands } = populationStability({ expected: ['20', 20, 20, 20, 20], actual: [0.1, 0.2, '0.2', 0.2, 0.3] })
    expect(index.toFixed(6)).toBe('0.109861')
    expect(index).toBeCloseTo(0.1 * Math.log(3), 15)
    expect(level).toBe('shifting')
    expect(bands.map(({ expected, actual }) => [expected, actual])).toEqual([
      [0.2, 0.1],
      [0.2, 0.2],
      [0.2, 0.2],
      [0.2, 0.2],
      [0.2, 0.3],
    ])
    expect(bands.map(({ contribution }) => contribution.toFixed(6))).toEqual(['0.069315', '0.000000', '0.000000', '0.000000', '0.040547'])
    expect(bands[1]?.contribution).toBe(0)
  })

  it('is 0 where nothing moved, however it is written, and leaves out what both lack', () => {
    expect(populationStability({ expected: [1, 0, 2], actual: ['0.1', '0.0', '0.20'] })).toEqual({
      index: 0,
      level: 'stable',
      bands: [
        { expected: 1 / 3, actual: 1 / 3, contribution: 0 },
        { expected: 0, actual: 0, contribution: 0 },
        { expected: 2 / 3, actual: 2 / 3, contribution: 0 },
      ],
    })
    expect(populationStability({ expected: [7], actual: [3] })).toMatchObject({ index: 0, bands: [{ expected: 1, actual: 1 }] })
  })

  // Of two bands, p and 1 − p against a half each, the index is (p − ½) · ln(p ÷ (1 − p)).
  it.each([
    [655, 0.099369, 'stable'],
    [656, 0.100701, 'shifting'],
    [739, 0.248746, 'shifting'],
    [740, 0.251032, 'shifted'],
    [745, 0.26267, 'shifted'],
  ])('closed form of two bands: %d of 1000 against a half gives %d, %s', (part, closed, level) => {
    const stability = populationStability({ expected: [1, 1], actual: [part, 1000 - part] })
    expect(stability.index).toBeCloseTo(closed, 6)
    expect(stability.level).toBe(level)
  })

  it('measures moves that are too small for shares as numbers', () => {
    const tiny = 1e-20
    const { index } = populationStability({ expected: [1, 1], actual: ['1.00000000000000000001', '0.99999999999999999999'] })
    expect(Math.abs(index / (tiny * tiny) - 1)).toBeLessThan(1e-12)
  })

  it('adds up, is never negative, and does not depend on the order of bands or on which list is which', () => {
    fc.assert(
      fc.property(counts, (pairs) => {
        const expected = pairs.map(([one]) => one)
        const actual = pairs.map(([, other]) => other)
        const stability = populationStability({ expected, actual })
        const shares = (values: readonly number[]): number[] => values.map((value) => value / sum(values))
        const [from, to] = [shares(expected), shares(actual)]
        const naive = sum(from.map((share, band) => ((to[band] as number) - share) * Math.log((to[band] as number) / share)))
        expect(stability.index).toBeCloseTo(naive, 12)
        expect(stability.index).toBe(sumPrecisely(stability.bands.map(({ contribution }) => contribution)))
        for (const { contribution } of stability.bands) expect(contribution).toBeGreaterThanOrEqual(0)
        expect(populationStability({ expected: [...expected].reverse(), actual: [...actual].reverse() })).toEqual({
          ...stability,
          bands: [...stability.bands].reverse(),
        })
        expect(populationStability({ expected: actual, actual: expected }).index).toBeCloseTo(stability.index, 14)
        expect(populationStability({ expected: expected.map((value) => value * 3), actual })).toEqual(stability)
        expect(JSON.parse(JSON.stringify(stability))).toEqual(stability)
      }),
    )
  })

  it('stays finite and JSON, whatever the sizes', () => {
    const stability = populationStability({ expected: ['1e-999', '1e999', '2e-999'], actual: ['1e999', 1, '1e-999'] })
    expect(Number.isFinite(stability.index)).toBe(true)
    expect(JSON.parse(JSON.stringify(stability))).toEqual(stability)
    for (const { contribution } of stability.bands) expect(Object.is(contribution, -0)).toBe(false)
  })

  it.each([
    ['nothing', undefined, [['missing', ['distributions']]]],
    ['a list', [], [['wrong-type', ['distributions']]]],
    [
      'no lists',
      { expect: [1] },
      [
        ['unknown-key', ['distributions', 'expect']],
        ['missing', ['distributions', 'expected']],
        ['missing', ['distributions', 'actual']],
      ],
    ],
    [
      'empty lists',
      { expected: [], actual: [] },
      [
        ['empty', ['distributions', 'expected']],
        ['empty', ['distributions', 'actual']],
      ],
    ],
    ['lists of two lengths', { expected: [1, 2], actual: [1] }, [['wrong-length', ['distributions', 'actual']]]],
    [
      'wrong cells',
      { expected: [1, -1, 'x', Number.NaN], actual: [null, undefined, '0x3', ' 1 '] },
      [
        ['too-small', ['distributions', 'expected', 1]],
        ['not-a-decimal', ['distributions', 'expected', 2]],
        ['not-a-decimal', ['distributions', 'expected', 3]],
        ['not-a-decimal', ['distributions', 'actual', 0]],
        ['missing', ['distributions', 'actual', 1]],
        ['not-a-decimal', ['distributions', 'actual', 2]],
        ['not-a-decimal', ['distributions', 'actual', 3]],
      ],
    ],
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested.
    ['a hole', { expected: [1, , 1], actual: [1, 1, 1] }, [['missing', ['distributions', 'expected', 1]]]],
    [
      'bands that only one list fills',
      { expected: [0, 1, 2, 0], actual: [1, 0, 2, 0] },
      [
        ['not-above', ['distributions', 'expected', 0]],
        ['not-above', ['distributions', 'actual', 1]],
      ],
    ],
    [
      'lists of nothing',
      { expected: [0, 0], actual: ['0.0', 0] },
      [
        ['not-above', ['distributions', 'expected']],
        ['not-above', ['distributions', 'actual']],
      ],
    ],
    ['a list of nothing', { expected: [1, 0], actual: [0, 0] }, [['not-above', ['distributions', 'actual']]]],
  ])('refuses %s', (_, distributions, issues) => {
    expect(issuesOf(() => populationStability(distributions as never))).toEqual(issues)
  })
})

describe('weightOfEvidence', () => {
  const bands = [
    { goods: 100, bads: 40 },
    { goods: 200, bads: 30 },
    { goods: '300', bads: 20 },
    { goods: 400, bads: '10.0' },
  ]

  it('vector 17, closed form: goods 100, 200, 300, 400, bads 40, 30, 20, 10', () => {
    const weights = weightOfEvidence(bands)
    expect(weights.bands.map((band) => band.weightOfEvidence.toFixed(6))).toEqual(['-1.386294', '-0.405465', '0.405465', '1.386294'])
    expect(weights.informationValue.toFixed(6)).toBe('0.912870')
    expect(weights.strength).toBe('suspicious')
    const quarter = 0.3 * Math.log(4)
    expect(weights.bands[3]).toEqual({
      goods: '400',
      bads: '10',
      goodsShare: 0.4,
      badsShare: 0.1,
      weightOfEvidence: Math.log(4),
      informationValue: quarter,
    })
    expect(weights.informationValue).toBeCloseTo(2 * quarter + 0.2 * Math.log(1.5), 15)
  })

  it('finds no evidence in one band, or where goods and bads are spread alike', () => {
    expect(weightOfEvidence([{ id: 'all', goods: 5, bads: 2 }])).toEqual({
      bands: [{ id: 'all', goods: '5', bads: '2', goodsShare: 1, badsShare: 1, weightOfEvidence: 0, informationValue: 0 }],
      informationValue: 0,
      strength: 'unpredictive',
    })
    const alike = weightOfEvidence([
      { goods: 3, bads: '0.3' },
      { goods: 7, bads: '0.7', id: undefined },
    ])
    expect(alike).toMatchObject({ informationValue: 0, bands: [{ weightOfEvidence: 0 }, { weightOfEvidence: 0 }] })
    expect(Object.hasOwn(alike.bands[1] as object, 'id')).toBe(false)
  })

  // Of two bands with shares p, 1 − p against 1 − p, p the information value is 2 · (2p − 1) · ln(p ÷ (1 − p)).
  it.each([
    [53, 0.0144, 'unpredictive'],
    [54, 0.0257, 'weak'],
    [57, 0.0789, 'weak'],
    [58, 0.1033, 'medium'],
    [63, 0.2768, 'medium'],
    [64, 0.3222, 'strong'],
    [67, 0.4816, 'strong'],
    [68, 0.5427, 'suspicious'],
  ])('closed form of two bands: %d %% against the rest gives %d, %s', (part, information, strength) => {
    const weights = weightOfEvidence([
      { goods: part, bads: 100 - part },
      { goods: 100 - part, bads: part },
    ])
    expect(weights.informationValue).toBeCloseTo(information, 4)
    expect(weights.strength).toBe(strength)
  })

  it('adds up, does not depend on the order, and turns round with good and bad', () => {
    fc.assert(
      fc.property(counts, (pairs) => {
        const weights = weightOfEvidence(pairs.map(([goods, bads]) => ({ goods, bads })))
        const goodsSum = sum(pairs.map(([goods]) => goods))
        const badsSum = sum(pairs.map(([, bads]) => bads))
        weights.bands.forEach((band, index) => {
          const [goods, bads] = pairs[index] as [number, number]
          expect(band.weightOfEvidence).toBeCloseTo(Math.log(goods / goodsSum / (bads / badsSum)), 12)
          expect(band.informationValue).toBeCloseTo((goods / goodsSum - bads / badsSum) * band.weightOfEvidence, 12)
          expect(band.informationValue).toBeGreaterThanOrEqual(0)
        })
        expect(weights.informationValue).toBe(sumPrecisely(weights.bands.map(({ informationValue }) => informationValue)))
        expect(weightOfEvidence(pairs.map(([goods, bads]) => ({ goods, bads })).reverse())).toEqual({
          ...weights,
          bands: [...weights.bands].reverse(),
        })
        const turned = weightOfEvidence(pairs.map(([goods, bads]) => ({ goods: bads, bads: goods })))
        turned.bands.forEach((band, index) => {
          expect(band.weightOfEvidence).toBeCloseTo(-(weights.bands[index]?.weightOfEvidence as number), 13)
        })
        expect(JSON.parse(JSON.stringify(weights))).toEqual(weights)
      }),
    )
  })

  it.each([
    ['nothing', undefined, [['missing', ['bands']]]],
    ['no bands', [], [['empty', ['bands']]]],
    [
      'wrong bands',
      [null, { goods: 0, bads: -1 }, { good: 1 }, { goods: 'x', bads: Infinity, id: '' }, [], undefined],
      [
        ['wrong-type', ['bands', 0]],
        ['not-above', ['bands', 1, 'goods']],
        ['not-above', ['bands', 1, 'bads']],
        ['unknown-key', ['bands', 2, 'good']],
        ['missing', ['bands', 2, 'goods']],
        ['missing', ['bands', 2, 'bads']],
        ['empty', ['bands', 3, 'id']],
        ['not-a-decimal', ['bands', 3, 'goods']],
        ['not-a-decimal', ['bands', 3, 'bads']],
        ['wrong-type', ['bands', 4]],
        ['missing', ['bands', 5]],
      ],
    ],
    [
      'the same id twice',
      [
        { id: '__proto__', goods: 1, bads: 1 },
        { id: '__proto__', goods: 1, bads: 1 },
      ],
      [['duplicate', ['bands', 1, 'id']]],
    ],
  ])('refuses %s', (_, value, issues) => {
    expect(issuesOf(() => weightOfEvidence(value as never))).toEqual(issues)
  })
})

describe('scaleToPoints', () => {
  const scale = { points: 600, odds: 19, doubleEvery: 50 }
  const pointsOf = (probability: DecimalInput): number => scaleToPoints({ probability }, scale).points

  it('vector 16, credit scoring practice: 600 at odds 19:1, 50 points double the odds', () => {
    const scaled = scaleToPoints({ probability: 0.05 }, scale)
    expect(scaled.points).toBe(600)
    expect(scaled.odds).toBe(19)
    expect(scaled.factor.toFixed(6)).toBe('72.134752')
    expect(scaled.offset.toFixed(6)).toBe('387.603624')
    expect(pointsOf('0.10').toFixed(4)).toBe('546.0999')
  })

  it('closed form: the offset at even odds, and one step for each doubling', () => {
    expect(pointsOf(0.5)).toBeCloseTo(scaleToPoints({ probability: 0.5 }, scale).offset, 10)
    // Odds of 38, 76 and 9.5.
    expect([pointsOf(1 / 39), pointsOf(1 / 77), pointsOf(2 / 21)].map((points) => points.toFixed(9))).toEqual([
      '650.000000000',
      '700.000000000',
      '550.000000000',
    ])
  })

  it('has the usual scale unless another is given, part by part', () => {
    expect(scaleToPoints({ probability: 0.2 })).toEqual(scaleToPoints({ probability: 0.2 }, scale))
    expect(scaleToPoints({ probability: 0.2 }, { points: undefined, odds: undefined, doubleEvery: undefined })).toEqual(
      scaleToPoints({ probability: 0.2 }, scale),
    )
    expect(scaleToPoints({ probability: 0.2 }, { odds: '4', points: 0 })).toEqual({
      points: 0,
      factor: 50 / Math.LN2,
      offset: expect.closeTo(-100, 10),
      odds: 4,
    })
    expect(scaleToPoints({ probability: 0.5 }, { odds: 1, points: '-0', doubleEvery: 1e-100 })).toEqual({
      points: 0,
      factor: 1e-100 / Math.LN2,
      offset: 0,
      odds: 1,
    })
  })

  it('takes any probability between 0 and 1', () => {
    expect(pointsOf(1e-300)).toBeCloseTo(scaleToPoints({ probability: 0.5 }, scale).offset + (50 / Math.LN2) * 300 * Math.LN10, 8)
    expect(scaleToPoints({ probability: 1e-300 }).odds).toBe(1e300)
    expect(pointsOf(Number.MIN_VALUE)).toBeGreaterThan(pointsOf(1e-300))
    const beyond = scaleToPoints({ probability: '1e-900' })
    expect(beyond.points).toBeCloseTo(scaleToPoints({ probability: 0.5 }, scale).offset + (50 / Math.LN2) * 900 * Math.LN10, 8)
    expect(beyond.odds).toBe(null)
    const certain = scaleToPoints({ probability: `0.${'9'.repeat(900)}` })
    expect(certain.points).toBeCloseTo(scaleToPoints({ probability: 0.5 }, scale).offset - (50 / Math.LN2) * 900 * Math.LN10, 8)
    expect(certain.odds).toBe(null)
    expect(scaleToPoints({ probability: `0.${'9'.repeat(1000)}` }).odds).toBe(null)
    expect(scaleToPoints({ probability: `0.${'9'.repeat(323)}` }).odds).toBe(1e-323)
    expect(Number.isFinite(pointsOf(1 - 2 ** -53))).toBe(true)
  })

  it('falls as the probability rises, and gives it back', () => {
    const between = fc.double({ min: 1e-12, max: 1 - 1e-6, noNaN: true })
    fc.assert(
      fc.property(between, between, fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 100 }), (one, other, odds, doubleEvery) => {
        const own = { points: 500, odds, doubleEvery }
        const scaled = scaleToPoints({ probability: one }, own)
        const back = 1 / (1 + odds * 2 ** ((scaled.points - 500) / doubleEvery))
        expect(Math.abs(back / one - 1)).toBeLessThan(1e-9)
        expect(scaled.points).toBeCloseTo(scaled.offset + scaled.factor * Math.log(scaled.odds as number), 6)
        if (one < other) expect(scaled.points).toBeGreaterThanOrEqual(scaleToPoints({ probability: other }, own).points)
        expect(JSON.parse(JSON.stringify(scaled))).toEqual(scaled)
      }),
    )
  })

  it('takes what estimates give, turned round', () => {
    const odds = learnOutcomeOdds([{ outcome: 'won', source: 'fair' }], { fields: ['source'], smoothing: 1 })
    const estimate = estimateOutcome({ source: 'fair' }, odds)
    const { probability } = estimate
    expect(scaleToPoints({ probability: 1 - probability }, { points: 100, odds: 2 }).points).toBeCloseTo(100, 10)
    // As it is, its probability is that of the good outcome: it is not to be taken by mistake.
    expect(issuesOf(() => scaleToPoints(estimate))).toContainEqual(['unknown-key', ['estimate', 'prior']])
  })

  it.each([
    ['nothing', undefined, undefined, [['missing', ['estimate']]]],
    ['no probability', {}, undefined, [['missing', ['estimate', 'probability']]]],
    ['a probability of 0', { probability: 0 }, undefined, [['not-above', ['estimate', 'probability']]]],
    ['a probability of 1', { probability: '1.0' }, undefined, [['not-below', ['estimate', 'probability']]]],
    ['a negative one', { probability: -0.1 }, undefined, [['not-above', ['estimate', 'probability']]]],
    ['a percentage', { probability: 5 }, undefined, [['not-below', ['estimate', 'probability']]]],
    [
      'everything at once',
      { probability: Number.NaN, p: 1 },
      { points: '1e400', odds: 0, doubleEvery: -50, offset: 1 },
      [
        ['unknown-key', ['estimate', 'p']],
        ['not-a-decimal', ['estimate', 'probability']],
        ['unknown-key', ['scale', 'offset']],
        ['extreme-size', ['scale', 'points']],
        ['not-above', ['scale', 'odds']],
        ['not-above', ['scale', 'doubleEvery']],
      ],
    ],
    ['no scale', { probability: 0.1 }, null, [['wrong-type', ['scale']]]],
    [
      'a wrong scale',
      { probability: 0.1 },
      { points: null, odds: 'abc', doubleEvery: '1e-200' },
      [
        ['not-a-decimal', ['scale', 'points']],
        ['not-a-decimal', ['scale', 'odds']],
        ['extreme-size', ['scale', 'doubleEvery']],
      ],
    ],
  ])('refuses %s', (_, estimate, own, issues) => {
    expect(issuesOf(() => scaleToPoints(estimate as never, own as never))).toEqual(issues)
  })
})
