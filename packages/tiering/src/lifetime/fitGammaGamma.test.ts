import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists } from '../../testing/badInput.js'
import { readCdnow } from '../../testing/cdnow.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { simulateSpend } from '../../testing/simulatedBooks.js'
import { fitGammaGamma, type GammaGammaFit, type PurchaseSpend } from '../index.js'
import { gammaGammaLikelihood } from './gammaGammaLikelihood.js'
import { groupAlike } from './groupAlike.js'

const NAMES = ['p', 'q', 'v'] as const

type Row = [repeatPurchases: number, meanSpend: number | string, count?: number]
const bookOf = (...rows: Row[]): PurchaseSpend[] =>
  rows.flatMap(([repeatPurchases, meanSpend, count = 1]) => Array(count).fill({ repeatPurchases, meanSpend }))
const numbersOf = ({ parameters }: GammaGammaFit): number[] => NAMES.map((name) => parameters[name])
const codesOf = ({ diagnoses }: GammaGammaFit): string[] => diagnoses.map(({ code }) => code)
const atBoundOf = ({ diagnoses }: GammaGammaFit): string[] =>
  diagnoses.flatMap((one) => (one.code === 'parameter-at-bound' ? [`${one.params.parameter} ${one.params.value}`] : []))

/** Within a part of each. */
const isNear = (actual: readonly number[], expected: readonly number[], part: number): void => {
  expect(actual).toHaveLength(expected.length)
  for (const [index, value] of expected.entries()) expect(Math.abs((actual[index] as number) / value - 1)).toBeLessThan(part)
}

const usual = bookOf(
  [1, 11.77, 9],
  [1, 35.5, 7],
  [1, 90, 4],
  [2, 22.35, 8],
  [2, 60.25, 5],
  [3, 14.9, 6],
  [4, 41, 5],
  [5, 29.99, 4],
  [7, 73.74, 3],
  [10, 20, 3],
  [13, 33, 2],
  [40, 48, 1],
  [1, 250, 1],
)
const cheap = bookOf([1, 0.02, 12], [1, 0.11, 9], [2, 0.035, 10], [2, 0.5, 3], [3, 0.06, 8], [6, 0.04, 6], [8, 0.22, 2], [1, 2, 1], [20, 0.07, 3])

describe('fitGammaGamma: CDNOW (vector 12; Fader & Hardie 2013, §4)', () => {
  it('has the published parameters, of the 946 who bought again', (context) => {
    const found = fitGammaGamma(readCdnow(context))
    const [p, q, v] = numbersOf(found)
    for (const [actual, expected] of [
      [p, 6.2488],
      [q, 3.7446],
      [v, 15.4477],
    ] as const)
      expect(actual).toBeCloseTo(expected, 4)
    expect(found).toMatchObject({ customers: 946, repeatBuyers: 946, converged: true, rejected: [], diagnoses: [] })
    expect(found.parameters.model).toBe('gamma-gamma')
    // numpy.corrcoef of the same rows; the paper has .11.
    expect(found.correlation).toBeCloseTo(0.1138839104860044, 12)
  })

  it('is the same from anywhere', (context) => {
    const customers = readCdnow(context)
    const found = fitGammaGamma(customers)
    for (const start of [
      { p: 1e-3, q: 1e3, v: 100 },
      { p: 100, q: 0.01, v: 1e-3 },
    ]) {
      const other = fitGammaGamma(customers, { start })
      isNear(numbersOf(other), numbersOf(found), 1e-7)
      expect(other).toMatchObject({ converged: true, diagnoses: [] })
    }
  })
})

describe('fitGammaGamma: mpmath at 40 digits, Newton’s method from the place that scipy 1 found by Nelder and Mead’s', () => {
  it.each<[string, PurchaseSpend[], number[], number[], number]>([
    [
      'usual',
      usual,
      [3.4934366774147714, 4.314033812100606, 35.91226031022584],
      [2.33883931509579, 1.7843674915467072, 39.8234314807841],
      -254.27783403664668,
    ],
    [
      'cheap',
      cheap,
      [22.724129582921922, 1.7463545931471613, 0.003274858587890146],
      [124.6289199175499, 0.486945950708662, 0.019231544852452702],
      86.6959710369317,
    ],
  ])('%s: parameters, standard errors and log-likelihood', (_, customers, parameters, errors, logLikelihood) => {
    const found = fitGammaGamma(customers, { tolerance: 1e-11 })
    isNear(numbersOf(found), parameters, 1e-9)
    isNear(
      NAMES.map((name) => found.standardErrors?.[name] as number),
      errors,
      1e-8,
    )
    isNear([found.logLikelihood], [logLikelihood], 1e-12)
    expect(found).toMatchObject({ converged: true, diagnoses: [] })
  })
})

describe('fitGammaGamma finds again what customers were simulated with', () => {
  it.each([
    [1, 2000, { p: 6.25, q: 3.74, v: 15.44 }],
    [2, 2000, { p: 1.2, q: 2.5, v: 1e5 }],
    [3, 2000, { p: 40, q: 8, v: 0.3 }],
    [4, 2000, { p: 0.5, q: 0.8, v: 20 }],
  ])('seed %i: %i customers, %o', (seed, count, truth) => {
    const customers = simulateSpend(seed, count, truth)
    const found = fitGammaGamma(customers)
    expect(found).toMatchObject({ customers: count, converged: true })
    expect(codesOf(found)).toEqual(truth.q < 1 ? ['no-mean'] : [])
    for (const name of NAMES) {
      const error = (found.standardErrors?.[name] as number) / found.parameters[name]
      expect(error).toBeLessThan(0.5)
      expect(Math.abs(Math.log(found.parameters[name] / truth[name]))).toBeLessThan(4 * error)
    }
    const groups = groupAlike(customers.map((one) => [one.repeatPurchases, one.meanSpend]))
    for (const slope of gammaGammaLikelihood(groups, numbersOf(found).map(Math.log)).gradient) expect(Math.abs(slope)).toBeLessThan(1e-4)
  })
})

describe('fitGammaGamma: laws', () => {
  it('gives the same to the last bit in whichever order customers come', () => {
    const found = fitGammaGamma(usual)
    fc.assert(
      fc.property(fc.shuffledSubarray(usual, { minLength: usual.length }), (shuffled) => void expect(fitGammaGamma(shuffled)).toEqual(found)),
      { numRuns: 5 },
    )
  })

  it('knows as much more of more customers of the same kinds', () => {
    const [once, thrice] = [fitGammaGamma(usual), fitGammaGamma([...usual, ...usual, ...usual])]
    isNear(numbersOf(thrice), numbersOf(once), 1e-8)
    isNear([thrice.logLikelihood, thrice.correlation as number], [3 * once.logLikelihood, once.correlation as number], 1e-12)
  })

  it.each([100, 1e-8, 1e10, 7])('says the same in another currency, one of which is worth %f', (rate) => {
    const [found, other] = [usual, usual.map((one) => ({ ...one, meanSpend: Number(one.meanSpend) * rate }))].map((book) => fitGammaGamma(book))
    const { p, q, v } = (found as GammaGammaFit).parameters
    isNear(numbersOf(other as GammaGammaFit), [p, q, v * rate], 1e-7)
    isNear([other?.correlation as number], [found?.correlation as number], 1e-12)
    isNear([other?.logLikelihood as number], [(found?.logLikelihood as number) - usual.length * Math.log(rate)], 1e-11)
  })

  it.each([1, 100, 0.01, 0.1, 10, 1000, 1e6, 1e-6])('finds a maximum whose terms all but cancel, in units of %f', (rate) => {
    // Prices hardly differ, neither between customers nor from one purchase to another.
    const prices = Array.from({ length: 80 }, (_, i): Row => {
      const price = 50 + 0.5 * Math.sin(i * i) + (0.5 * Math.cos(3 * i)) / Math.sqrt(1 + (i % 5))
      return [1 + (i % 5), (rate * Math.round(price * 100)) / 100]
    })
    const found = fitGammaGamma(bookOf(...prices))
    expect(found).toMatchObject({ converged: true, diagnoses: [] })
    // mpmath at 40 digits, Newton’s method from there, for a rate of 1.
    isNear(numbersOf(found), [17978.2864224152, 20597.425769415, 57.2902754977806 * rate], 1e-8)
  })

  it('gives plain JSON, leaves what it is given alone, and takes what else a summary has', () => {
    const summary = deepFreeze(usual.map((one, index) => ({ ...one, customer: `C-${index}`, age: 'any', lastPurchaseAge: null })))
    const found = fitGammaGamma(summary as unknown as PurchaseSpend[], deepFreeze({ start: undefined, tolerance: undefined }))
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
    expect(found).toEqual(fitGammaGamma(usual))
    const asTexts = usual.map((one) => ({ ...one, meanSpend: `${one.meanSpend}` }))
    expect(fitGammaGamma(asTexts)).toEqual(found)
  })

  it('takes the highest of several maxima, unless it is told where to begin', () => {
    const book = bookOf([1, 2, 1], [1, 9, 1], [9, 30, 1], [4, 1, 1], [2, 70, 1], [3, 3, 1])
    const found = fitGammaGamma(book)
    const starts = [0.03, 1, 300].flatMap((p) => [0.7, 3, 300].map((q) => ({ p, q, v: 10 })))
    const values = starts.map((start) => fitGammaGamma(book, { start }).logLikelihood)
    expect(found.logLikelihood).toBeCloseTo(Math.max(...values), 6)
    expect(found.logLikelihood - Math.min(...values)).toBeGreaterThan(0.1)
  })
})

describe('fitGammaGamma: books that say too little, or something else', () => {
  const isSound = (found: GammaGammaFit): void => {
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
    for (const value of [...numbersOf(found), found.logLikelihood, found.correlation ?? 0]) expect(Number.isFinite(value)).toBe(true)
    expect(found.converged).toBe(found.standardErrors !== null)
    expect(found.converged || codesOf(found).some((code) => code === 'not-converged' || code === 'parameter-at-bound')).toBe(true)
    const atBound = (['p', 'q'] as const).filter((name) => [1e-6, 1e6].includes(found.parameters[name]))
    expect(
      atBoundOf(found)
        .filter((text) => !text.startsWith('v'))
        .map((text) => text.split(' ')[0]),
    ).toEqual(atBound)
  }

  it('leaves out whose spend is not above 0, and who did not buy again', () => {
    const found = fitGammaGamma([...usual, ...bookOf([3, 0, 2], [1, -5, 1], [2, '-0.001', 1], [0, 0, 9], [0, '-7', 1])])
    expect(found).toMatchObject({ customers: usual.length, repeatBuyers: usual.length + 4 })
    expect(found.parameters).toEqual(fitGammaGamma(usual).parameters)
    expect(found.diagnoses).toEqual([{ code: 'spend-not-positive', params: { count: 4 } }])
  })

  it('says that spend and purchases go together', () => {
    const found = fitGammaGamma(bookOf(...Array.from({ length: 60 }, (_, index): Row => [1 + (index % 20), 10 + (index % 20) + ((index * 7) % 11)])))
    isSound(found)
    const { correlation } = found
    expect(correlation).toBeGreaterThan(0.8)
    expect(found.diagnoses).toContainEqual({ code: 'correlated', params: { correlation, limit: 0.3 } })
  })

  it('one customer, and customers who are all alike', () => {
    const one = fitGammaGamma(bookOf([3, 20]))
    isSound(one)
    expect(one.correlation).toBeNull()
    expect(one.diagnoses.at(-1)).toEqual({ code: 'few-repeat-buyers', params: { count: 1, least: 30 } })
    const alike = fitGammaGamma(bookOf([3, '20.00', 50]))
    isSound(alike)
    expect(alike.diagnoses.at(-1)).toEqual({ code: 'all-alike', params: { customers: 50 } })
    expect(alike.parameters.p * alike.parameters.v).toBeCloseTo(20 * (alike.parameters.q - 1), -3)
  })

  it('all spend the same', () => {
    const found = fitGammaGamma(bookOf(...Array.from({ length: 40 }, (_, index): Row => [1 + (index % 7), 20])))
    isSound(found)
    expect(atBoundOf(found)).toEqual(['p 1000000', 'q 1000000'])
    expect(found.correlation).toBeNull()
  })

  it.each<[string, Row[], string[]]>([
    [
      'p',
      [
        [2, 12.35],
        [10, 11.23],
        [15, 12.41],
      ],
      ['p 1000000'],
    ],
    ['v, of money that is worth too little', usual.map(({ meanSpend }): Row => [3, Number(meanSpend) * 1e-13]), ['v 1e-9']],
  ])('goes all the way to the bound of %s', (_, rows, bounds) => {
    const found = fitGammaGamma(bookOf(...rows))
    isSound(found)
    expect(codesOf(found)).not.toContain('not-converged')
    expect(atBoundOf(found)).toEqual(bounds)
  })

  it('finds a maximum to which neither of the usual places leads', () => {
    const book = bookOf([3, 0.01], [3, 10], [100, 10], [100, 1000])
    const found = fitGammaGamma(book)
    expect(found.converged).toBe(true)
    const other = fitGammaGamma(book, { start: { p: 100, q: 2, v: 2.55 } })
    expect(found.logLikelihood).toBeGreaterThan(other.logLikelihood + 1)
  })

  it('customers differ beyond any mean', () => {
    const found = fitGammaGamma(bookOf(...Array.from({ length: 40 }, (_, index): Row => [20, 10 ** (index / 5)])))
    isSound(found)
    expect(found.diagnoses).toContainEqual({ code: 'no-mean', params: { q: found.parameters.q } })
  })

  it.each<[string, Row[]]>([
    [
      'two customers',
      [
        [3, 5],
        [1, 10],
      ],
    ],
    ['a billion purchases', [[1_000_000_000, 30]]],
    [
      'a billion purchases among others',
      [
        [1_000_000_000, 30],
        [1, 7, 20],
        [2, 5, 20],
        [3, 40, 9],
      ],
    ],
    [
      'next to nothing',
      [
        [1, '5e-324'],
        [2, '1e-323'],
        [3, '1e-300'],
      ],
    ],
    [
      'less than any number',
      [
        [1, '1e-400'],
        [2, 5],
      ],
    ],
    [
      'much',
      [
        [1, 1e15],
        [2, 9e14],
        [3, '1e15'],
      ],
    ],
    [
      'next to nothing and much',
      [
        [1, '1e-320', 30],
        [1_000_000_000, 1e15, 30],
      ],
    ],
  ])('%s', (_, rows) => isSound(fitGammaGamma(bookOf(...rows))))

  it('anything', () => {
    const spend = fc.oneof(fc.double({ min: -1, max: 100, noNaN: true }), fc.constantFrom(1e-9, 1, 1e15))
    const rows = fc.tuple(fc.oneof(fc.nat(9), fc.constant(1e6)), spend).map(([x, mean]): Row => [x, mean])
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 6 }), (list) => void isSound(fitGammaGamma(bookOf(...list, [1, 5])))),
      { numRuns: 30 },
    )
  })
})

describe('fitGammaGamma: bad input', () => {
  const withRow = (change: object): unknown => issuesOf(() => fitGammaGamma([...usual, { repeatPurchases: 1, meanSpend: 1, ...change }]))

  it.each<[unknown, string, string[]]>([
    [null, 'wrong-type', ['options']],
    [{ unit: 'week' }, 'unknown-key', ['options', 'unit']],
    [{ tolerance: 1 }, 'too-large', ['options', 'tolerance']],
    [{ start: { model: 'gamma-gamma', unit: 'week', p: 1, q: 1, v: 1 } }, 'unknown-key', ['options', 'start', 'unit']],
    [{ start: { p: 1, q: 1 } }, 'missing', ['options', 'start', 'v']],
    [{ start: { p: 1, q: 1, v: Number.POSITIVE_INFINITY } }, 'wrong-type', ['options', 'start', 'v']],
    [{ invalid: null }, 'not-allowed', ['options', 'invalid']],
  ])('options %o', (options, code, path) => expect(issuesOf(() => fitGammaGamma(usual, options as object))).toEqual([[code, path]]))

  it.each<[string, unknown, string]>([
    ['repeatPurchases', -1, 'too-small'],
    ['repeatPurchases', undefined, 'missing'],
    ['meanSpend', undefined, 'missing'],
    ['meanSpend', 'abc', 'not-a-decimal'],
    ['meanSpend', Number.NaN, 'not-a-decimal'],
    ['meanSpend', '1e16', 'too-large'],
    ['meanSpend', -1e16, 'too-small'],
    ['spend', 1, 'unknown-key'],
    ['customer', '', 'empty'],
  ])('a customer’s %s %o', (key, value, code) => expect(withRow({ [key]: value })).toEqual([[code, ['customers', usual.length, key]]]))

  it.each(badLists)('customers %o', (list, code) => expect(issuesOf(() => fitGammaGamma(list as never))).toEqual([[code, ['customers']]]))

  it('nobody that counts', () => {
    expect(issuesOf(() => fitGammaGamma(bookOf([0, 5], [2, 0], [2, -1])))).toEqual([['nothing-to-fit', ['customers']]])
    expect(issuesOf(() => fitGammaGamma([7] as never, { invalid: 'collect' }))).toEqual([['empty', ['customers']]])
  })

  it('collects bad rows, and fits the others', () => {
    const found = fitGammaGamma([null as never, ...usual], { invalid: 'collect' })
    expect(found.rejected.map(({ index }) => index)).toEqual([0])
    expect(found.diagnoses).toEqual([{ code: 'rows-rejected', params: { rejected: 1, read: usual.length } }])
    expect(found.parameters).toEqual(fitGammaGamma(usual).parameters)
  })
})
