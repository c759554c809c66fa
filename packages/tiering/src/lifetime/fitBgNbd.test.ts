import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { readCdnow } from '../../testing/cdnow.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { simulatePurchases } from '../../testing/simulatedBooks.js'
import { type BgNbdFit, type BgNbdFitOptions, fitBgNbd, type PurchaseTimes } from '../index.js'
import { bgNbdLikelihood } from './bgNbdLikelihood.js'
import { groupAlike } from './groupAlike.js'

const NAMES = ['r', 'alpha', 'a', 'b'] as const

type Row = [repeatPurchases: number, lastPurchaseAge: number, age: number, count?: number]
const bookOf = (...rows: Row[]): PurchaseTimes[] =>
  rows.flatMap(([repeatPurchases, lastPurchaseAge, age, count = 1]) => Array(count).fill({ repeatPurchases, lastPurchaseAge, age }))
const fitBook = (customers: readonly PurchaseTimes[], options: Partial<BgNbdFitOptions> = {}): BgNbdFit =>
  fitBgNbd(customers, { unit: 'week', ...options })
const numbersOf = ({ parameters }: BgNbdFit): number[] => NAMES.map((name) => parameters[name])
const codesOf = ({ diagnoses }: BgNbdFit): string[] => diagnoses.map(({ code }) => code)
const atBoundOf = ({ diagnoses }: BgNbdFit): string[] =>
  diagnoses.flatMap((one) => (one.code === 'parameter-at-bound' ? [`${one.params.parameter} ${one.params.value}`] : []))

/** Within a part of each. */
const isNear = (actual: readonly number[], expected: readonly number[], part: number): void => {
  expect(actual).toHaveLength(expected.length)
  for (const [index, value] of expected.entries()) expect(Math.abs((actual[index] as number) / value - 1)).toBeLessThan(part)
}

const weekly = bookOf(
  [0, 0, 52, 40],
  [0, 0, 26, 35],
  [0, 0, 10, 12],
  [1, 3, 52, 14],
  [1, 30, 52, 6],
  [1, 8, 26, 9],
  [2, 12, 52, 7],
  [2, 24, 26, 5],
  [3, 20, 39, 6],
  [3, 38, 39, 4],
  [5, 31, 52, 5],
  [6, 49, 52, 4],
  [9, 20, 52, 2],
  [12, 51, 52, 3],
  [25, 50, 52, 1],
)
const daily = bookOf(
  [0, 0, 365, 100],
  [0, 0, 90, 80],
  [1, 14, 365, 30],
  [1, 200, 365, 10],
  [1, 60, 90, 12],
  [2, 33.5, 180, 16],
  [4, 170, 180, 8],
  [7, 300, 365, 6],
  [11, 120, 365, 5],
  [30, 364, 365, 4],
  [80, 363, 365, 2],
  [3, 5, 365, 9],
)

describe('fitBgNbd: CDNOW (vector 9; Fader, Hardie & Lee 2005, table 2)', () => {
  it('has the published parameters and log-likelihood', (context) => {
    const found = fitBook(readCdnow(context))
    const [r, alpha, a, b] = numbersOf(found)
    expect([r, alpha, a, b].map((value) => value?.toFixed(3))).toEqual(['0.243', '4.414', '0.793', '2.426'])
    for (const [actual, expected] of [
      [r, 0.24259],
      [alpha, 4.41353],
      [a, 0.79289],
      [b, 2.42575],
    ] as const)
      expect(actual).toBeCloseTo(expected, 5)
    expect(found.logLikelihood).toBeCloseTo(-9582.4256, 4)
    expect(found).toMatchObject({ customers: 2357, repeatBuyers: 946, converged: true, rejected: [], diagnoses: [] })
    expect(found.parameters).toMatchObject({ model: 'bg-nbd', unit: 'week' })
    expect(found.iterations).toBeLessThan(15)
  })

  it('is the same from anywhere', (context) => {
    const customers = readCdnow(context)
    const found = fitBook(customers)
    for (const start of [
      { r: 1e-3, alpha: 1e3, a: 100, b: 0.01 },
      { r: 100, alpha: 0.01, a: 1e-3, b: 1e4 },
    ]) {
      const other = fitBook(customers, { start })
      isNear(numbersOf(other), numbersOf(found), 1e-7)
      expect(other).toMatchObject({ converged: true, diagnoses: [] })
    }
  })
})

describe('fitBgNbd: from an earlier fit', () => {
  it('takes its parameters as they are, and finds them again at once', () => {
    const { parameters } = fitBook(weekly)
    const again = fitBook(weekly, { start: parameters })
    isNear(
      numbersOf(again),
      NAMES.map((name) => parameters[name]),
      1e-9,
    )
    expect(again.iterations).toBeLessThanOrEqual(2)
  })
})

describe('fitBgNbd: mpmath at 40 digits, Newton’s method from the place that scipy 1 found by Nelder and Mead’s', () => {
  it.each<[string, PurchaseTimes[], number[], number[], number]>([
    [
      'weekly',
      weekly,
      [0.3056237016487519, 5.6613578284027835, 0.4651187234953414, 1.1600845048066089],
      [0.05867183811755949, 1.615812626403371, 0.2842248134396924, 0.9189869188478094],
      -794.6297693647563,
    ],
    [
      'daily',
      daily,
      [0.12027773662392864, 4.641813368869038, 0.48272900765053567, 0.6856860729493853],
      [0.015204371340993336, 1.1985472496775451, 0.13014645792393265, 0.25664209048656084],
      -2197.632538085763,
    ],
  ])('%s: parameters, standard errors and log-likelihood', (_, customers, parameters, errors, logLikelihood) => {
    const found = fitBook(customers, { tolerance: 1e-11 })
    isNear(numbersOf(found), parameters, 1e-9)
    isNear(
      NAMES.map((name) => found.standardErrors?.[name] as number),
      errors,
      1e-8,
    )
    isNear([found.logLikelihood], [logLikelihood], 1e-13)
    expect(found).toMatchObject({ converged: true, diagnoses: [] })
  })
})

describe('fitBgNbd finds again what customers were simulated with', () => {
  it.each([
    [1, 2500, 52, { r: 0.25, alpha: 4.5, a: 0.8, b: 2.5 }],
    [2, 2000, 365, { r: 1.5, alpha: 60, a: 0.4, b: 4 }],
    [3, 2000, 100, { r: 3, alpha: 10, a: 2, b: 8 }],
    [4, 3000, 30, { r: 0.6, alpha: 6, a: 0.15, b: 0.6 }],
  ])('seed %i: %i customers, up to %i weeks, %o', (seed, count, longest, truth) => {
    const customers = simulatePurchases(seed, count, longest, truth)
    const found = fitBook(customers)
    expect(found).toMatchObject({ customers: count, converged: true, diagnoses: [] })
    for (const name of NAMES) {
      const error = (found.standardErrors?.[name] as number) / found.parameters[name]
      expect(error).toBeLessThan(0.5)
      expect(Math.abs(Math.log(found.parameters[name] / truth[name]))).toBeLessThan(4 * error)
    }
    const groups = groupAlike(customers.map((one) => [one.repeatPurchases, one.lastPurchaseAge, one.age]))
    for (const slope of bgNbdLikelihood(groups, numbersOf(found).map(Math.log)).gradient) expect(Math.abs(slope)).toBeLessThan(1e-4)
  })
})

describe('fitBgNbd: laws', () => {
  it('gives the same to the last bit in whichever order customers come', () => {
    const found = fitBook(weekly)
    fc.assert(
      fc.property(fc.shuffledSubarray(weekly, { minLength: weekly.length }), (shuffled) => void expect(fitBook(shuffled)).toEqual(found)),
      { numRuns: 5 },
    )
  })

  it('knows as much more of more customers of the same kinds', () => {
    const [once, thrice] = [fitBook(weekly), fitBook([...weekly, ...weekly, ...weekly])]
    isNear(numbersOf(thrice), numbersOf(once), 1e-9)
    isNear([thrice.logLikelihood], [3 * once.logLikelihood], 1e-13)
    isNear(
      NAMES.map((name) => thrice.standardErrors?.[name] as number),
      NAMES.map((name) => (once.standardErrors?.[name] as number) / Math.sqrt(3)),
      1e-8,
    )
  })

  it('says the same of days as of weeks, but for the unit', () => {
    const inDays = weekly.map((one) => ({ ...one, lastPurchaseAge: 7 * one.lastPurchaseAge, age: 7 * one.age }))
    const [weeks, days] = [fitBook(weekly), fitBook(inDays, { unit: 'day' })]
    const { r, alpha, a, b } = weeks.parameters
    isNear(numbersOf(days), [r, 7 * alpha, a, b], 1e-9)
    const purchases = weekly.reduce((sum, { repeatPurchases }) => sum + repeatPurchases, 0)
    isNear([days.logLikelihood], [weeks.logLikelihood - purchases * Math.log(7)], 1e-13)
    expect(days.parameters.unit).toBe('day')
  })

  it('gives plain JSON, leaves what it is given alone, and takes what else a summary has', () => {
    const summary = deepFreeze(
      weekly.map((one, index) => ({ ...one, customer: `C-${index}`, meanSpend: 'any', repeatSpend: '7', firstPurchase: '', lastPurchase: null })),
    )
    const found = fitBook(summary as unknown as PurchaseTimes[], deepFreeze({ start: undefined, tolerance: undefined, invalid: undefined }))
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
    expect(found).toEqual(fitBook(weekly))
    expect(fitBook(weekly, { invalid: 'collect' })).toEqual(found)
  })

  it('ends sooner where less is asked for', () => {
    const [rough, fine] = [fitBook(weekly, { tolerance: 0.1 }), fitBook(weekly, { tolerance: 1e-12 })]
    expect(rough.iterations).toBeLessThan(fine.iterations)
    isNear(numbersOf(rough), numbersOf(fine), 0.2)
    expect(rough.converged && fine.converged).toBe(true)
  })
})

describe('fitBgNbd: books that say too little', () => {
  const isSound = (found: BgNbdFit): void => {
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
    for (const value of [...numbersOf(found), found.logLikelihood]) expect(Number.isFinite(value)).toBe(true)
    expect(found.converged).toBe(found.standardErrors !== null)
    const reasons = ['not-converged', 'parameter-at-bound', 'no-repeat-buyers']
    expect(found.converged || codesOf(found).some((code) => reasons.includes(code))).toBe(true)
    const atBound = (['r', 'a', 'b'] as const).filter((name) => [1e-6, 1e6].includes(found.parameters[name]))
    if (found.repeatBuyers > 0)
      expect(
        atBoundOf(found)
          .filter((text) => !text.startsWith('alpha'))
          .map((text) => text.split(' ')[0]),
      ).toEqual(atBound)
  }

  it('no repeat purchases', () => {
    const found = fitBook(bookOf([0, 0, 10], [0, 0, 20]))
    isSound(found)
    expect(found).toMatchObject({ customers: 2, repeatBuyers: 0, iterations: 0, converged: false, standardErrors: null })
    expect(found.parameters).toMatchObject({ r: 1e-6, a: 1, b: 3 })
    expect(found.diagnoses).toEqual([{ code: 'no-repeat-buyers', params: { customers: 2 } }])
    // ln L = −r Σ ln (1 + T ÷ α), with T ÷ α of 1 ÷ 3 and 2 ÷ 3 at α = 30 ÷ 10.
    expect(found.logLikelihood).toBeCloseTo(-1e-6 * (Math.log1p(10 / 3) + Math.log1p(20 / 3)), 15)
    const start = { r: 2, alpha: 5, a: 6, b: 7 }
    expect(fitBook(bookOf([0, 0, 10]), { start }).parameters).toMatchObject({ ...start, r: 1e-6 })
    const far = { r: 1e9, alpha: 1e15, a: 1e9, b: 1e-9 }
    expect(fitBook(bookOf([0, 0, 10]), { start: far }).parameters).toMatchObject({ r: 1e-6, alpha: 1e15, a: 1e6, b: 1e-6 })
    const unknown = fitBook(bookOf([0, 0, 0, 9]))
    isSound(unknown)
    expect(unknown.logLikelihood).toBe(0)
    expect(codesOf(unknown)).toEqual(['all-alike', 'no-repeat-buyers'])
  })

  it('repeats at the age of 0, which are the likelier the smaller alpha is', () => {
    const [weeks, more] = [1e5, 1e6].map((age) => fitBook(bookOf([0, 0, age, 40], [1, 0, age, 20], [2, 0, 0, 9], [3, age / 2, age, 5]))) as [
      BgNbdFit,
      BgNbdFit,
    ]
    isSound(weeks)
    expect(weeks.diagnoses).toContainEqual({ code: 'repeats-at-age-zero', params: { count: 29 } })
    expect(atBoundOf(weeks).some((text) => text.startsWith('alpha'))).toBe(true)
    // A bound is that of a book counted in other units.
    expect(more.parameters.alpha / weeks.parameters.alpha).toBeCloseTo(10, 6)
    expect(codesOf(fitBook(weekly))).toEqual([])
  })

  it('takes the highest of several maxima, though the usual places lead to none', () => {
    const book = bookOf([0, 0, 2, 15], [0, 0, 3, 18], [0, 0, 4, 14], [0, 0, 5, 13], [1, 2, 3, 3], [1, 4, 4], [2, 2, 4], [17, 12.4, 87, 124])
    const found = fitBook(book)
    isSound(found)
    const starts = [0.1, 1, 100].flatMap((r) => [0.1, 10].flatMap((a) => [1, 100].map((b) => ({ r, alpha: 3 * r, a, b }))))
    const values = starts.map((start) => fitBook(book, { start }).logLikelihood)
    expect(found.logLikelihood).toBeCloseTo(Math.max(...values), 6)
    expect(found.logLikelihood - Math.min(...values)).toBeGreaterThan(1)
  })

  it('names every parameter at a bound, also where the likelihood is level', () => {
    expect(atBoundOf(fitBook(bookOf([1, 1, 1]), { unit: 'day' }))).toEqual(['r 1000000', 'b 1000000'])
    const thrice = fitBook(bookOf([1, 1, 1], [1, 1, 2], [1, 1, 3]))
    isSound(thrice)
    expect(atBoundOf(thrice)).toEqual(['r 1000000', 'a 1000000', 'b 0.000001'])
  })

  it('a few who bought again among thousands, all different: soon, and as from anywhere', () => {
    const many = simulatePurchases(5, 300, 500, { r: 0.5, alpha: 20, a: 0.8, b: 2.5 }).filter(({ repeatPurchases }) => repeatPurchases > 0)
    const book = [...many.slice(0, 40), ...bookOf(...Array.from({ length: 12_000 }, (_, index): Row => [0, 0, 1 + index / 24]))]
    const found = fitBook(book)
    isSound(found)
    expect(found.converged).toBe(true)
    expect(found.iterations).toBeLessThan(25)
    const other = fitBook(book, { start: { r: 0.01, alpha: 100, a: 0.1, b: 0.1 } })
    isNear(numbersOf(other), numbersOf(found), 1e-6)
    const groups = groupAlike(book.map((one) => [one.repeatPurchases, one.lastPurchaseAge, one.age]))
    for (const slope of bgNbdLikelihood(groups, numbersOf(found).map(Math.log)).gradient) expect(Math.abs(slope)).toBeLessThan(1e-6)
  })

  it('thousands, all different, who buy as nobody does: at the same bound, soon, as from there', () => {
    const book = bookOf(
      ...Array.from({ length: 5000 }, (_, index): Row => {
        const age = 20 + ((index * 31) % 400) / 7 + index / 1e5
        return [index % 7, index % 7 === 0 ? 0 : (((index * 7919) % 1000) / 1000 + 0.001) * 0.99 * age, age]
      }),
    )
    const found = fitBook(book)
    isSound(found)
    expect(codesOf(found)).toEqual(['parameter-at-bound'])
    expect(found.iterations).toBeLessThan(40)
    expect(fitBook(book, { start: found.parameters }).logLikelihood).toBeCloseTo(found.logLikelihood, 6)
  })

  it('one customer', () => {
    const found = fitBook(bookOf([3, 5, 10]))
    isSound(found)
    expect(atBoundOf(found)).toEqual(['r 1000000', 'b 1000000'])
    expect(found.diagnoses.at(-1)).toEqual({ code: 'few-repeat-buyers', params: { count: 1, least: 30 } })
  })

  it('customers who are all alike', () => {
    const found = fitBook(bookOf([3, 5, 10, 50]))
    isSound(found)
    expect(codesOf(found)).toEqual(['parameter-at-bound', 'parameter-at-bound', 'all-alike'])
    expect(found.diagnoses.at(-1)).toEqual({ code: 'all-alike', params: { customers: 50 } })
  })

  it('nobody ever stops, or everyone at once', () => {
    const nobody = fitBook(bookOf(...Array.from({ length: 12 }, (_, index): Row => [index % 7, index % 7 ? 20 : 0, 20, 1 + (index % 5)])))
    isSound(nobody)
    expect(atBoundOf(nobody)).toEqual(['a 0.000001', 'b 1000000'])
    const everyDay = fitBook(bookOf(...Array.from({ length: 40 }, (_, index): Row => [index + 10, index + 10, index + 10])))
    isSound(everyDay)
    expect(atBoundOf(everyDay)).toEqual(['r 1000000', 'a 0.000001', 'b 1000000'])
    expect(everyDay.parameters.r / everyDay.parameters.alpha).toBeCloseTo(1, 4)
    const everyone = fitBook(bookOf(...Array.from({ length: 40 }, (_, index): Row => [index % 7 ? 1 : 0, index % 7 ? 1 + (index % 5) : 0, 200])))
    isSound(everyone)
    expect(atBoundOf(everyone)).toEqual(['a 1000000', 'b 0.000001'])
  })

  it.each<[string, Row[]]>([
    [
      'two customers',
      [
        [3, 5, 10],
        [1, 5, 10],
      ],
    ],
    ['all at once', [[3, 0, 0]]],
    [
      'one who bought and one who did not',
      [
        [3, 5, 10],
        [0, 0, 10],
      ],
    ],
    ['a billion purchases', [[1_000_000_000, 30, 38]]],
    [
      'a billion purchases among others',
      [
        [1_000_000_000, 30, 38],
        [2, 3, 38, 9],
        [0, 0, 38, 30],
        [1, 30, 38, 5],
      ],
    ],
    [
      'the least ages',
      [
        [2, 5e-324, 5e-324],
        [0, 0, 1e-200],
        [5, 0, 1e-9],
      ],
    ],
    [
      'the greatest ages',
      [
        [2, 1e7, 1e7],
        [0, 0, 1e7],
        [5, 0, 1e7],
      ],
    ],
    [
      'the least and the greatest',
      [
        [2, 1e-300, 1e7],
        [0, 0, 1e-300],
        [1_000_000_000, 1e7, 1e7],
        [1_000_000_000, 1e-300, 1e-300],
      ],
    ],
  ])('%s', (_, rows) => isSound(fitBook(bookOf(...rows))))

  it('anything', () => {
    const ages = fc.oneof(fc.double({ min: 0, max: 100, noNaN: true }), fc.constantFrom(0, 1e-9, 1, 1e7))
    const rows = fc.tuple(fc.oneof(fc.nat(9), fc.constant(1e6)), ages, ages).map(([x, one, other]): Row => {
      return [x, x === 0 ? 0 : Math.min(one, other), Math.max(one, other)]
    })
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 6 }), (list) => void isSound(fitBook(bookOf(...list)))),
      { numRuns: 30 },
    )
  })
})

describe('fitBgNbd: bad input', () => {
  const [good] = weekly as [PurchaseTimes]
  const withOptions = (options: object): unknown => issuesOf(() => fitBook(weekly, options))
  const withRow = (change: object): unknown => issuesOf(() => fitBook([good, { ...good, repeatPurchases: 1, ...change }]))

  it.each<[string, unknown, string]>([
    ['unit', undefined, 'missing'],
    ['unit', 'month', 'not-allowed'],
    ['tolerance', 0, 'too-small'],
    ['tolerance', 0.11, 'too-large'],
    ['tolerance', '1e-8', 'wrong-type'],
    ['tolerance', Number.NaN, 'wrong-type'],
    ['invalid', 'skip', 'not-allowed'],
    ['start', null, 'wrong-type'],
    ['start', [], 'wrong-type'],
    ['horizon', 52, 'unknown-key'],
  ])('options: %s %o', (key, value, code) => expect(withOptions({ [key]: value })).toEqual([[code, ['options', key]]]))

  it.each<[string, unknown, string]>([
    ['r', undefined, 'missing'],
    ['alpha', 0, 'too-small'],
    ['a', 1e10, 'too-large'],
    ['b', '1', 'wrong-type'],
    ['p', 1, 'unknown-key'],
  ])('start: %s %o', (key, value, code) =>
    expect(withOptions({ start: { r: 1, alpha: 1, a: 1, b: 1, [key]: value } })).toEqual([[code, ['options', 'start', key]]]),
  )

  it.each(badRecords)('options %o', (value, code) => {
    expect(issuesOf(() => fitBgNbd(weekly, value as never))).toEqual([[code, ['options']]])
  })

  it.each<[string, unknown, string]>([
    ['repeatPurchases', -1, 'too-small'],
    ['repeatPurchases', 1.5, 'not-an-integer'],
    ['repeatPurchases', '1', 'not-an-integer'],
    ['repeatPurchases', 1e10, 'too-large'],
    ['lastPurchaseAge', Number.POSITIVE_INFINITY, 'wrong-type'],
    ['lastPurchaseAge', 53, 'too-large'],
    ['lastPurchaseAge', undefined, 'missing'],
    ['age', -1, 'too-small'],
    ['age', null, 'wrong-type'],
    ['spend', 1, 'unknown-key'],
  ])('a customer’s %s %o', (key, value, code) => expect(withRow({ [key]: value })).toEqual([[code, ['customers', 1, key]]]))

  it.each(badTexts)('a customer named %o', (text, code) =>
    expect(withRow({ customer: text })).toEqual(text === undefined ? 'nothing was thrown' : [[code, ['customers', 1, 'customer']]]),
  )

  it.each(badLists)('customers %o', (list, code) => expect(issuesOf(() => fitBook(list as never))).toEqual([[code, ['customers']]]))

  it('nobody, and two of one name', () => {
    expect(issuesOf(() => fitBook([null] as never, { invalid: 'collect' }))).toEqual([['empty', ['customers']]])
    const two = ['a', 'a'].map((customer) => ({ ...good, customer }))
    expect(issuesOf(() => fitBook(two))).toEqual([['duplicate', ['customers', 1, 'customer']]])
    expect(issuesOf(() => fitBook(['__proto__', 'constructor'].map((customer) => ({ ...good, customer }))))).toBe('nothing was thrown')
  })

  it('collects bad rows, and fits the others', () => {
    const found = fitBook([...weekly, { ...good, customer: 'x', age: -1 }, null as never], { invalid: 'collect' })
    expect(found.rejected.map(({ index, id }) => [index, id])).toEqual([
      [weekly.length, 'x'],
      [weekly.length + 1, undefined],
    ])
    expect(found.diagnoses).toEqual([{ code: 'rows-rejected', params: { rejected: 2, read: weekly.length } }])
    expect(found.parameters).toEqual(fitBook(weekly).parameters)
  })
})
