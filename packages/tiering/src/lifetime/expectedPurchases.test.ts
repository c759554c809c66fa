import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { BAD_PARAMETERS, BAD_TIMES, CDNOW, logUniform, parametersOf, timesOf } from '../../testing/lifetimes.js'
import { type BgNbdParameters, expectedPurchases, probabilityAlive } from '../index.js'

type Numbers = readonly [r: number, alpha: number, a: number, b: number]

const customer = { repeatPurchases: 2, lastPurchaseAge: 30.43, age: 38.86 }
const modelOf = ([r, alpha, a, b]: Numbers): BgNbdParameters => ({ model: 'bg-nbd', unit: 'week', r, alpha, a, b })
const errorOf = (actual: number, exact: number): number => (actual === exact ? 0 : Math.abs(actual / exact - 1))

/** Computed with mpmath 1.3 at 60 digits by the published form. */
const KNOWN: readonly (readonly [x: number, last: number, age: number, parameters: Numbers, horizon: number, purchases: number, alive: number])[] = [
  [2, 30.43, 38.86, [0.243, 4.414, 0.793, 2.426], 39, 1.2260281747671444, 0.726578570080673],
  [0, 0, 38.86, [0.243, 4.414, 0.793, 2.426], 39, 0.19509805201126262, 1],
  [0, 0, 0, [0.243, 4.414, 0.793, 2.426], 39, 1.196723193320817, 1],
  [7, 38.86, 38.86, [0.243, 4.414, 0.793, 2.426], 39, 4.752592825185388, 0.9139819937086452],
  [20, 20, 38.86, [0.243, 4.414, 0.793, 2.426], 39, 0.0035547623826852914, 0.0002508361026563113],
  [2, 30.43, 38.86, [0.243, 4.414, 0.793, 2.426], 1e-6, 3.766039015141282e-8, 0.726578570080673],
  [2, 30.43, 38.86, [0.243, 4.414, 0.793, 2.426], 1000000, 87.32804004651051, 0.726578570080673],
  [1, 0, 10, [0.243, 4.414, 0.793, 2.426], 39, 0.963203263652364, 0.41270031832693443],
  [100, 38, 38.86, [0.243, 4.414, 0.793, 2.426], 520, 324.0651504451177, 0.9447490619843151],
  [1000000, 9990000, 10000000, [0.5, 100, 0.2, 3], 1000000, 0, 0],
  [1000000000, 10000000, 10000000, [0.5, 100, 0.2, 3], 1000000, 99036950.54612502, 0.9999999998],
  [1000000, 38.86, 38.86, [0.243, 4.414, 0.793, 2.426], 39, 687187.7696844888, 0.9999992070017597],
  [3, 5, 30, [0.243, 4.414, 1, 2.426], 39, 0.17103684257070703, 0.06201877188035542],
  [3, 5, 30, [0.243, 4.414, 1.000000001, 2.426], 39, 0.17103684237004038, 0.062018771822182975],
  [3, 5, 30, [1e-9, 1e-9, 1e-9, 1e-9], 52, 5.199999436186969, 0.9999998920000116],
  [3, 5, 30, [1e9, 1e9, 1e9, 1e9], 52, 2.777589790926489e-11, 1.38879489269275e-11],
  [0, 0, 0, [1e9, 1e-9, 1e-9, 1e9], 1000000, 9.999999664612241e23, 1],
  [0, 0, 0, [1e9, 1e15, 1e-9, 1e9], 1e-9, 1e-15, 1],
]

describe('expectedPurchases, probabilityAlive: known answers', () => {
  it('vectors 10 and 11: CDNOW', () => {
    expect(expectedPurchases(customer, CDNOW, { horizon: 39 }).toFixed(6)).toBe('1.226028')
    expect(probabilityAlive(customer, CDNOW).toFixed(6)).toBe('0.726579')
    const once = { repeatPurchases: 0, lastPurchaseAge: 0, age: 38.86 }
    expect(expectedPurchases(once, CDNOW, { horizon: 39 }).toFixed(6)).toBe('0.195098')
    expect(probabilityAlive(once, CDNOW)).toBe(1)
  })

  it.each(KNOWN)(
    '%s repeats, the last at %s of %s, under %o within %s: mpmath',
    (repeatPurchases, lastPurchaseAge, age, numbers, horizon, purchases, alive) => {
      const known = { repeatPurchases, lastPurchaseAge, age }
      expect(errorOf(expectedPurchases(known, modelOf(numbers), { horizon }), purchases)).toBeLessThan(1e-12)
      expect(errorOf(probabilityAlive(known, modelOf(numbers)), alive)).toBeLessThan(1e-13)
    },
  )

  it('no time ahead, no purchases', () => {
    expect(Object.is(expectedPurchases(customer, CDNOW, { horizon: -0 }), 0)).toBe(true)
  })

  it('what cannot be alive is 0, and not NaN', () => {
    const gone = { repeatPurchases: 1e9, lastPurchaseAge: 0, age: 1e7 }
    expect(probabilityAlive(gone, CDNOW)).toBe(0)
    expect(expectedPurchases(gone, CDNOW, { horizon: 1e6 })).toBe(0)
  })
})

describe('expectedPurchases, probabilityAlive: laws', () => {
  it('are finite and from 0 on, and the chance to be alive is at most 1, whatever is asked', () => {
    fc.assert(
      fc.property(timesOf, parametersOf, fc.oneof(fc.constant(0), logUniform(1e-9, 1e6)), (known, model, horizon) => {
        const purchases = expectedPurchases(deepFreeze(known), deepFreeze(model), { horizon })
        expect(Number.isFinite(purchases)).toBe(true)
        expect(purchases).toBeGreaterThanOrEqual(0)
        const alive = probabilityAlive(known, model)
        expect(alive).toBeGreaterThanOrEqual(0)
        expect(alive).toBeLessThanOrEqual(1)
        if (known.repeatPurchases === 0) expect(alive).toBe(1)
        expect(purchases).toBeLessThanOrEqual((((model.r + known.repeatPurchases) * horizon) / (model.alpha + known.age)) * alive * (1 + 1e-12))
      }),
      { numRuns: 500 },
    )
  })

  it('are the same in days and in weeks', () => {
    fc.assert(
      fc.property(timesOf, parametersOf, logUniform(1e-3, 1e5), (known, model, horizon) => {
        const inDays = { ...known, age: (known.age / 10) * 7, lastPurchaseAge: (known.lastPurchaseAge / 10) * 7 }
        const inWeeks = { ...known, age: known.age / 10, lastPurchaseAge: known.lastPurchaseAge / 10 }
        const alpha = model.alpha / 10
        fc.pre(alpha > 1e-9)
        const days = expectedPurchases(inDays, { ...model, unit: 'day', alpha: alpha * 7 }, { horizon: horizon * 7 })
        const weeks = expectedPurchases(inWeeks, { ...model, unit: 'week', alpha }, { horizon })
        // Ages are rounded in either unit, and the chance to be alive is a power of them.
        const alive = probabilityAlive(inWeeks, { ...model, unit: 'week', alpha })
        fc.pre(alive > 1e-3 && model.r + known.repeatPurchases < 1e5)
        expect(errorOf(days, weeks)).toBeLessThan(1e-9)
      }),
      { numRuns: 300 },
    )
  })

  it('fall with silence', () => {
    fc.assert(
      fc.property(timesOf, parametersOf, logUniform(1e-3, 1e6), logUniform(1e-3, 1e6), (known, model, longer, horizon) => {
        const later = { ...known, age: Math.min(1e7, known.age + longer) }
        expect(probabilityAlive(later, model)).toBeLessThanOrEqual(probabilityAlive(known, model))
        expect(expectedPurchases(later, model, { horizon })).toBeLessThanOrEqual(expectedPurchases(known, model, { horizon }) * (1 + 1e-12))
      }),
      { numRuns: 300 },
    )
    const [soon, late] = [31, 60].map((age) => probabilityAlive({ ...customer, age }, CDNOW)) as [number, number]
    expect(late).toBeLessThan(soon)
  })

  it('what is expected of the sum of two horizons is at least what is expected of either, and at most both', () => {
    fc.assert(
      fc.property(timesOf, parametersOf, logUniform(1e-6, 4e5), logUniform(1e-6, 4e5), (known, model, one, other) => {
        const [first, second, both] = [one, other, one + other].map((horizon) => expectedPurchases(known, model, { horizon })) as [
          number,
          number,
          number,
        ]
        expect(both).toBeGreaterThanOrEqual(Math.max(first, second) * (1 - 1e-12))
        expect(both).toBeLessThanOrEqual((first + second) * (1 + 1e-12))
      }),
      { numRuns: 300 },
    )
  })

  it('take what a summary of purchases holds besides', () => {
    const whole = { ...customer, customer: 'C-1', meanSpend: 22.35, repeatSpend: '44.70', firstPurchase: '1997-01-01', lastPurchase: '1997-08-02' }
    expect(expectedPurchases(whole, CDNOW, { horizon: 39 })).toBe(expectedPurchases(customer, CDNOW, { horizon: 39 }))
    expect(probabilityAlive(whole, CDNOW)).toBe(probabilityAlive(customer, CDNOW))
  })
})

describe('expectedPurchases, probabilityAlive: bad input', () => {
  const found = (changed: object, model: unknown = CDNOW, options: unknown = { horizon: 39 }): unknown =>
    issuesOf(() => expectedPurchases({ ...customer, ...changed }, model as BgNbdParameters, options as { horizon: number }))

  it.each(badRecords)('%o as any argument', (value, code) => {
    expect(issuesOf(() => expectedPurchases(value as never, value as never, value as never))).toEqual([
      [code, ['customer']],
      [code, ['parameters']],
      [code, ['options']],
    ])
    expect(issuesOf(() => probabilityAlive(value as never, value as never))).toEqual([
      [code, ['customer']],
      [code, ['parameters']],
    ])
  })

  it.each(BAD_TIMES)('a customer with %o', (changed, issues) => {
    expect(found(changed)).toEqual(issues)
    expect(issuesOf(() => probabilityAlive({ ...customer, ...changed }, CDNOW))).toEqual(issues)
  })

  it.each(BAD_PARAMETERS)('parameters with %o', (changed, issues) => {
    const placed = issues.map(([code, path]) => [code, ['parameters', ...path]])
    expect(found({}, { ...CDNOW, ...changed })).toEqual(placed)
    expect(issuesOf(() => probabilityAlive(customer, { ...CDNOW, ...changed } as BgNbdParameters))).toEqual(placed)
  })

  it.each<[object, unknown]>([
    [{}, [['missing', ['options', 'horizon']]]],
    [{ horizon: '39' }, [['wrong-type', ['options', 'horizon']]]],
    [{ horizon: Number.NaN }, [['wrong-type', ['options', 'horizon']]]],
    [{ horizon: -1e-9 }, [['too-small', ['options', 'horizon']]]],
    [{ horizon: 1000000.1 }, [['too-large', ['options', 'horizon']]]],
    [
      { horizon: -1, discountRate: 0 },
      [
        ['unknown-key', ['options', 'discountRate']],
        ['too-small', ['options', 'horizon']],
      ],
    ],
  ])('options %o', (options, issues) => expect(found({}, CDNOW, options)).toEqual(issues))

  it('is told all at once, of own properties only', () => {
    expect(found({ age: 'x' }, { ...CDNOW, r: 0 }, { horizon: null })).toEqual([
      ['wrong-type', ['customer', 'age']],
      ['too-small', ['parameters', 'r']],
      ['wrong-type', ['options', 'horizon']],
    ])
    expect(issuesOf(() => probabilityAlive(Object.create(customer), Object.create(CDNOW)))).toHaveLength(9)
  })
})
