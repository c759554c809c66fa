import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { type RandomRating, ratings } from '../../testing/creditReports.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { type CreditGrade, type CreditRatingScheme, type CreditReport, type RatingFactor, rateCustomer } from '../index.js'
import { fiveCRating } from '../templates.js'

const reportOf = (facts: CreditReport['sections'][number]['facts']): CreditReport => ({
  customer: 'C-1',
  depth: 'standard',
  date: '2024-03-01',
  sections: [{ id: 'all', facts }],
})
const marks = { character: 4, capacity: '3', capital: 3, collateral: 2, conditions: '5.0' }
const one: RatingFactor = {
  id: 'x',
  weight: 1,
  bands: [
    { from: 0, points: 0 },
    { from: '10', points: 5 },
    { from: 20, points: '9.50' },
  ],
}
const grades: readonly CreditGrade[] = [
  { id: 'B', from: '5', expectedBadDebtPercent: '2.0' },
  { id: 'C', from: null, expectedBadDebtPercent: 7.5 },
  { id: 'A', from: 9, expectedBadDebtPercent: '0.5' },
]
const scheme: CreditRatingScheme = {
  kind: 'credit-rating',
  id: 'small',
  version: '7',
  factors: [one],
  grades,
  standard: { maximumBadDebtPercent: 2 },
}
const found = (report: unknown, policy: unknown = scheme): unknown => issuesOf(() => rateCustomer(report as never, policy as never))
const factAt = (name: string, section = 0): readonly (string | number)[] => ['report', 'sections', section, 'facts', name]

describe('rateCustomer: known answers', () => {
  it('the five Cs by hand: 4, 3, 3, 2, 5 with the weights 30, 25, 20, 15, 10 make 67 points of 100, a B', () => {
    const rating = rateCustomer(deepFreeze(reportOf(marks)), fiveCRating)
    expect(rating).toStrictEqual({
      customer: 'C-1',
      grade: 'B',
      expectedBadDebtRate: 0.02,
      meetsStandard: true,
      score: 67,
      weightedPoints: '6700',
      totalWeight: '100',
      contributions: [
        { factor: 'character', value: '4', weight: '30', points: '80', weightedPoints: '2400' },
        { factor: 'capacity', value: '3', weight: '25', points: '60', weightedPoints: '1500' },
        { factor: 'capital', value: '3', weight: '20', points: '60', weightedPoints: '1200' },
        { factor: 'collateral', value: '2', weight: '15', points: '40', weightedPoints: '600' },
        { factor: 'conditions', value: '5', weight: '10', points: '100', weightedPoints: '1000' },
      ],
      reasons: [
        { code: 'grade-reached', params: { grade: 'B', from: '55', score: 67 } },
        { code: 'better-grade', params: { grade: 'A', from: '70', lacking: 3 } },
        { code: 'meets-standard', params: { expectedPercent: '2', maximumPercent: '2' } },
      ],
      policies: [{ kind: 'credit-rating', id: 'five-c-rating', version: '1' }],
    })
    const withCharacter = (character: number) => rateCustomer(reportOf({ ...marks, character }), fiveCRating)
    expect(withCharacter(2)).toMatchObject({ grade: 'B', score: 55, meetsStandard: true })
    expect(withCharacter(1)).toMatchObject({ grade: 'C', score: 49, meetsStandard: false })
  })

  it.each<[CreditRatingScheme['score'], number, string, readonly unknown[]]>([
    [undefined, 40.22142857142857, 'D', [{ code: 'better-grade', params: { grade: 'C', from: '41.75', lacking: 1.5285714285714285 } }]],
    ['weighted-average', 40.22142857142857, 'D', [{ code: 'better-grade', params: { grade: 'C', from: '41.75', lacking: 1.5285714285714285 } }]],
    ['weighted-sum', 281.55, 'A', []],
  ])('as Python computes it in fractions: score %s', (score, expected, grade, better) => {
    const factors = [
      {
        id: 'liquidity',
        weight: '2.5',
        bands: [
          { from: '2', points: '100' },
          { from: null, points: '-10' },
          { from: '0.80', points: '40' },
          { from: '1.25', points: '75.5' },
        ],
      },
      {
        id: 'years',
        weight: 1.1,
        unknownPoints: '12.50',
        bands: [
          { from: 0, points: 0 },
          { from: 10, points: 33.3 },
          { from: 25, points: 66.6 },
        ],
      },
      { id: 'trend', weight: '0.4', bands: [{ from: null, points: 7 }] },
      {
        id: 'worth',
        weight: 3,
        bands: [
          { from: '1e3', points: 10 },
          { from: '1e5', points: 55 },
          { from: 1e7, points: 90 },
        ],
      },
    ]
    const given = [
      ['A', '80'],
      ['B', '45.5'],
      ['C', '41.75'],
      ['D', null],
    ] as const
    const list = given.map(([id, from], index) => ({ id, from, expectedBadDebtPercent: index }))
    const report = reportOf({ liquidity: '1.2499999999', trend: -5, worth: '100000' })
    const rating = rateCustomer(report, { ...scheme, factors, score, grades: list })
    expect(rating).toMatchObject({ grade, score: expected, weightedPoints: '281.55', totalWeight: '7' })
    expect(rating.contributions.map(({ value, weightedPoints }) => [value, weightedPoints])).toEqual([
      ['1.2499999999', '100'],
      [null, '13.75'],
      ['-5', '2.8'],
      ['100000', '165'],
    ])
    expect(rating.reasons.slice(1, -1)).toEqual([...better, { code: 'fact-unknown', params: { factor: 'years', points: '12.5' } }])
  })

  it.each([
    [0, 'C', 0.075],
    ['9.999999999999999999999', 'C', 0.075],
    [10, 'B', 0.02],
    ['1e1', 'B', 0.02],
    ['19.99', 'B', 0.02],
    [20, 'A', 0.005],
    ['1e999', 'A', 0.005],
    [true, 'C', 0.075],
  ])('a value reaches a band from its bound on: %o', (value, grade, expectedBadDebtRate) => {
    expect(rateCustomer(reportOf({ x: value }), scheme)).toMatchObject({ grade, expectedBadDebtRate, meetsStandard: grade !== 'C' })
  })

  it('true is 1, false is 0', () => {
    const factors = [
      {
        id: 'x',
        weight: 1,
        bands: [
          { from: 1, points: 9 },
          { from: '0', points: '-0' },
        ],
      },
    ]
    const of = (x: boolean): unknown => rateCustomer(reportOf({ x }), { ...scheme, factors }).contributions[0]
    expect([of(true), of(false)]).toEqual([
      { factor: 'x', value: '1', weight: '1', points: '9', weightedPoints: '9' },
      { factor: 'x', value: '0', weight: '1', points: '0', weightedPoints: '0' },
    ])
  })

  it('compares the unrounded score with the grades: a third is above twenty threes and below 34 at the end', () => {
    const factors = ['x', 'y', 'z'].map((id) => ({
      id,
      weight: '0.7',
      bands: [
        { from: 0, points: 0 },
        { from: 1, points: 1 },
      ],
    }))
    const list = (from: string): CreditGrade[] => [
      { id: 'A', from, expectedBadDebtPercent: 0 },
      { id: 'B', from: null, expectedBadDebtPercent: 0 },
    ]
    const rated = (from: string) => rateCustomer(reportOf({ x: 1, y: 0, z: 0 }), { ...scheme, factors, grades: list(from) })
    expect(rated(`0.${'3'.repeat(20)}`)).toMatchObject({ grade: 'A', score: 1 / 3 })
    expect(rated(`0.${'3'.repeat(1000)}`)).toMatchObject({ grade: 'A' })
    const below = rated('0.33333333333333333334')
    expect(below).toMatchObject({ grade: 'B', score: 1 / 3 })
    expect(below.reasons[1]).toEqual({
      code: 'better-grade',
      params: { grade: 'A', from: '0.33333333333333333334', lacking: 6.6666666666666666e-21 },
    })
  })

  it('meets the standard up to the maximum, exactly', () => {
    const of = (expectedBadDebtPercent: string | number, maximumBadDebtPercent: string | number) =>
      rateCustomer(reportOf({ x: 5 }), { ...scheme, grades: [{ id: 'A', from: 0, expectedBadDebtPercent }], standard: { maximumBadDebtPercent } })
    expect(of('2.00', 2).reasons).toEqual([
      { code: 'grade-reached', params: { grade: 'A', from: '0', score: 0 } },
      { code: 'meets-standard', params: { expectedPercent: '2', maximumPercent: '2' } },
    ])
    expect(of('2.00000000000000000000001', '2')).toMatchObject({
      meetsStandard: false,
      expectedBadDebtRate: 0.02,
      reasons: [{}, { code: 'below-standard', params: { expectedPercent: '2.00000000000000000000001', maximumPercent: '2' } }],
    })
    expect(of(0, 0).meetsStandard).toBe(true)
    expect(of(100, '100.0')).toMatchObject({ meetsStandard: true, expectedBadDebtRate: 1 })
  })

  it.each(['__proto__', 'constructor', '净资产'])('a fact may be named %s, and stand in any section', (id) => {
    const facts = JSON.parse(`{"${id}":12}`)
    const report = {
      ...reportOf({ x: 0 }),
      sections: [
        { id: 'empty', facts: {} },
        { id: 'all', facts },
      ],
    }
    const rating = rateCustomer(report, { ...scheme, factors: [{ ...one, id }] })
    expect(rating.contributions).toEqual([{ factor: id, value: '12', weight: '1', points: '5', weightedPoints: '5' }])
    expect(found(reportOf({}), { ...scheme, factors: [{ ...one, id }] })).toEqual([['incomplete', ['report', 'sections']]])
  })

  it('gives numbers where the score is beyond them', () => {
    const factors = [{ ...one, bands: [{ from: 0, points: '1e900' }] }]
    const list = [{ id: 'A', from: '9e900', expectedBadDebtPercent: 0 }, ...scheme.grades.slice(1, 2)]
    const rating = rateCustomer(reportOf({ x: 1 }), { ...scheme, factors, grades: list })
    expect(rating).toMatchObject({ grade: 'C', score: Number.MAX_VALUE, weightedPoints: `1${'0'.repeat(900)}` })
    expect(JSON.parse(JSON.stringify(rating))).toStrictEqual(rating)
  })
})

/** The same with integers: values in hundredths, everything else in tenths. */
function naiveRating({ report, scheme: { factors, score, grades: list, standard } }: RandomRating) {
  const units = (value: unknown, scale: number): bigint => BigInt(Math.round(Number(value) * scale))
  const facts = new Map(report.sections.flatMap((section) => Object.entries(section.facts)))
  let points = 0n
  let weights = 0n
  for (const { id, weight, bands, unknownPoints } of factors) {
    const value = facts.get(id)
    let best: { from: bigint; points: unknown } | undefined
    for (const { from, points: given } of bands) {
      const lowest = from === null ? -(10n ** 9n) : units(from, 100)
      if (value !== undefined && lowest <= units(value, 100) && (best === undefined || lowest > best.from)) best = { from: lowest, points: given }
    }
    points += units(weight, 10) * units(value === undefined ? unknownPoints : best?.points, 10)
    weights += units(weight, 10)
  }
  // The points are in hundredths, a sum of weights and a grade's bound in tenths.
  const divisor = score === 'weighted-sum' ? 10n : weights
  const reached = [...list]
    .sort((a, b) => Number(b.from ?? -1e9) - Number(a.from ?? -1e9))
    .find(({ from }) => from === null || units(from, 10) * divisor <= points)
  return {
    grade: reached?.id,
    score: Number(points) / 10 / Number(divisor) + 0,
    weightedPoints: String(Number(points) / 100 + 0),
    meetsStandard: Number(reached?.expectedBadDebtPercent) <= Number(standard.maximumBadDebtPercent),
  }
}

describe('rateCustomer: laws', () => {
  it('gives what a naive rating gives, as JSON, and contributions that add up', () => {
    fc.assert(
      fc.property(ratings, (random) => {
        const rating = rateCustomer(deepFreeze(random.report), deepFreeze(random.scheme))
        const { score, ...expected } = naiveRating(random)
        expect(rating).toMatchObject(expected)
        expect(rating.score).toBeCloseTo(score, 10)
        const sum = rating.contributions.reduce((total, { weightedPoints }) => total + Math.round(Number(weightedPoints) * 100), 0)
        expect(sum).toBe(Math.round(Number(rating.weightedPoints) * 100))
        expect(JSON.parse(JSON.stringify(rating))).toStrictEqual(rating)
      }),
      { numRuns: 300 },
    )
  })

  it('does not depend on the order of bands, grades and sections; contributions are in the order of the factors', () => {
    const shuffled = ratings.chain(({ report, scheme: policy }) =>
      fc.record({
        report: fc.constant(report),
        policy: fc.constant(policy),
        list: fc.shuffledSubarray([...policy.grades], { minLength: policy.grades.length }),
        factors: fc.shuffledSubarray([...policy.factors], { minLength: policy.factors.length }),
        turned: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ report, policy, list, factors, turned }) => {
        const sections = turned ? [...report.sections].reverse() : report.sections
        const changed = factors.map((factor) => ({ ...factor, bands: turned ? [...factor.bands].reverse() : factor.bands }))
        const { contributions, reasons, ...rating } = rateCustomer({ ...report, sections }, { ...policy, grades: list, factors: changed })
        const original = rateCustomer(report, policy)
        expect(original).toMatchObject(rating)
        expect(contributions.map(({ factor }) => factor)).toEqual(factors.map(({ id }) => id))
        expect(new Set(reasons)).toEqual(new Set(original.reasons))
      }),
    )
  })

  it('never gives a worse grade for more points, nor a greater loss for a better one', () => {
    fc.assert(
      fc.property(ratings, fc.integer({ min: 1, max: 30 }), ({ report, scheme: policy }, more) => {
        const raised = policy.factors.map((factor) => ({
          ...factor,
          bands: factor.bands.map((band) => ({ ...band, points: (Math.round(Number(band.points) * 10) + more) / 10 })),
        }))
        const rating = rateCustomer(report, policy)
        const better = rateCustomer(report, { ...policy, factors: raised })
        expect(better.score).toBeGreaterThanOrEqual(rating.score)
        expect(better.expectedBadDebtRate).toBeLessThanOrEqual(rating.expectedBadDebtRate)
        if (rating.meetsStandard) expect(better.meetsStandard).toBe(true)
      }),
    )
  })

  it('reaches the next better grade with what is lacking, in a sum', () => {
    fc.assert(
      fc.property(ratings, ({ report, scheme: policy }) => {
        const sums = { ...policy, score: 'weighted-sum' as const }
        const next = rateCustomer(report, sums).reasons[1]
        if (next?.code !== 'better-grade') return
        const bonus = { id: 'bonus', weight: 1, bands: [{ from: null, points: 0 }], unknownPoints: next.params.lacking }
        expect(rateCustomer(report, { ...sums, factors: [...sums.factors, bonus] }).grade).toBe(next.params.grade)
      }),
    )
  })
})

describe('rateCustomer: what is wrong', () => {
  it.each(badRecords)('no report, no scheme, %o', (value, code) => {
    expect(found(value)).toEqual([[code, ['report']]])
    expect(issuesOf(() => rateCustomer(reportOf({ x: 1 }), value as never))).toEqual([[code, ['scheme']]])
  })

  it.each(['abc', ' 1 ', '0x3', '１２', '1,000', 'limited company', 'Infinity'])('a fact that is no decimal: %o', (x) => {
    expect(found(reportOf({ x }))).toEqual([['not-a-decimal', factAt('x')]])
  })

  it('names a fact of too many digits, and one below every band', () => {
    expect(found(reportOf({ x: '1e1000' }))).toEqual([['too-many-digits', factAt('x')]])
    const below = {
      ...reportOf({ y: 1 }),
      sections: [
        { id: 'a', facts: {} },
        { id: 'b', facts: { x: '-0.01' } },
      ],
    }
    expect(found(below)).toEqual([['too-small', factAt('x', 1)]])
    expect(() => rateCustomer(below, scheme)).toThrow('must be at least 0, not -0.01')
  })

  it.each([
    [10, []],
    ['10.00', []],
    ['10.000001', [['too-large', factAt('x')]]],
    ['1e900', [['too-large', factAt('x')]]],
    [-1, [['too-small', factAt('x')]]],
    [true, []],
  ])('takes a fact up to the maximum of its factor: %o', (x, issues) => {
    const report = reportOf({ x })
    const policy = (maximum: string | number) => ({ ...scheme, factors: [{ ...one, bands: one.bands.slice(0, 2), maximum }] })
    expect(issues.length === 0 ? rateCustomer(report, policy('1e1')).customer : found(report, policy(10))).toEqual(
      issues.length === 0 ? 'C-1' : issues,
    )
  })

  it('says what the maximum is, also of true, which is 1', () => {
    const bands = [{ from: null, points: 1 }]
    const policy = { ...scheme, factors: [{ ...one, bands, maximum: '0.50' }] }
    expect(() => rateCustomer(reportOf({ x: true }), policy)).toThrow('report.sections[0].facts.x must be at most 0.5, not 1')
    expect(rateCustomer(reportOf({ x: false }), policy).grade).toBe('C')
  })

  it.each([
    [80, 'too-large'],
    ['5.01', 'too-large'],
    [0.99, 'too-small'],
    [0, 'too-small'],
    [-80, 'too-small'],
    [false, 'too-small'],
  ])('the five Cs take marks from 1 to 5: not %o', (mark, code) => {
    for (const name of Object.keys(marks)) expect(found(reportOf({ ...marks, [name]: mark }), fiveCRating)).toEqual([[code, factAt(name)]])
  })

  it('does not look at facts that are not rated', () => {
    expect(rateCustomer(reportOf({ x: 1, y: 'abc', z: -1 }), scheme).grade).toBe('C')
  })

  it('names all facts that must be known and are not, with all that cannot be rated', () => {
    const { factors } = fiveCRating
    const known = factors.map((factor) => (factor.id === 'capital' ? { ...factor, unknownPoints: 0 } : factor))
    const report = reportOf({ character: 'good', collateral: undefined })
    expect(found(report, { ...fiveCRating, factors: known })).toEqual([
      ['incomplete', ['report', 'sections']],
      ['not-a-decimal', factAt('character')],
    ])
    expect(() => rateCustomer(report, { ...fiveCRating, factors: known })).toThrow('must also cover "capacity", "collateral", "conditions"')
    expect(found({ ...report, sections: [] }, fiveCRating)).toEqual([['incomplete', ['report', 'sections']]])
  })

  it('names everything of report and scheme at once', () => {
    const report = { ...reportOf({ x: null as never }), date: 'x' }
    expect(found(report, { ...scheme, id: '', standard: { maximumBadDebtPercent: 101 } })).toEqual([
      ['empty', ['scheme', 'id']],
      ['too-large', ['scheme', 'standard', 'maximumBadDebtPercent']],
      ['not-a-calendar-date', ['report', 'date']],
      ['wrong-type', factAt('x')],
    ])
    expect(found(report, Object.create(scheme))).toContainEqual(['missing', ['scheme', 'factors']])
  })
})
