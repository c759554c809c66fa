import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { BAD_PARAMETERS, BAD_SPEND_PARAMETERS, BAD_TIMES, CDNOW, CDNOW_SPEND, logUniform, parametersOf, timesOf } from '../../testing/lifetimes.js'
import { expectedPurchases, expectedSpend, type LifetimeModels, type LifetimeOptions, lifetimeValue, probabilityAlive } from '../index.js'

const customer = { customer: 'C-1', repeatPurchases: 2, lastPurchaseAge: 30.43, age: 38.86, meanSpend: '22.35' }
const models: LifetimeModels = { purchases: CDNOW, spend: CDNOW_SPEND }
const good: LifetimeOptions = { horizon: 39, discountRate: '0.002', marginRate: '0.3' }
const errorOf = (actual: number, exact: number): number => (actual === exact ? 0 : Math.abs(actual / exact - 1))

/** Discounted purchases, computed with mpmath 1.3 at 40 digits, unit by unit, by the published form. */
const KNOWN: readonly (readonly [
  x: number,
  last: number,
  age: number,
  numbers: readonly number[],
  horizon: number,
  rate: string,
  purchases: number,
])[] = [
  [2, 30.43, 38.86, [0.243, 4.414, 0.793, 2.426], 52, '0.002', 1.4844558312781608],
  [0, 0, 38.86, [0.243, 4.414, 0.793, 2.426], 52, '0.002', 0.23974847113809122],
  [2, 30.43, 38.86, [0.243, 4.414, 0.793, 2.426], 10.5, '0.05', 0.2869400722605845],
  [2, 30.43, 38.86, [0.243, 4.414, 0.793, 2.426], 0.25, '0.05', 0.009287746559642557],
  [2, 30.43, 38.86, [0.243, 4.414, 0.793, 2.426], 520, '0.002', 5.162206671723522],
  [25, 200, 272.02, [0.243, 30.898, 0.793, 2.426], 3650, '0.0003', 2.1578190564642115],
  [0, 0, 1, [0.243, 30.898, 0.793, 2.426], 3650, '0.0003', 3.5711230293811482],
  [1000, 38, 38.86, [0.243, 4.414, 0.793, 2.426], 156, '0.001', 0.0040655143185250354],
  [2, 30.43, 38.86, [0.243, 4.414, 0.793, 2.426], 200, '1000000', 3.74479693246972e-8],
  [5, 0.001, 0.001, [0.243, 0.001, 0.793, 2.426], 730.75, '0.01', 216.83700998224776],
]

describe('lifetimeValue: known answers', () => {
  it.each(KNOWN)(
    '%s repeats, the last at %s of %s, under %o within %s at %s: mpmath',
    (repeatPurchases, lastPurchaseAge, age, numbers, horizon, discountRate, purchases) => {
      const [r, alpha, a, b] = numbers as [number, number, number, number]
      const known = { repeatPurchases, lastPurchaseAge, age, meanSpend: 10 }
      const { discountedPurchases } = lifetimeValue(known, { ...models, purchases: { ...CDNOW, r, alpha, a, b } }, { ...good, horizon, discountRate })
      expect(errorOf(discountedPurchases, purchases)).toBeLessThan(1e-12)
    },
  )

  it('says what it is the product of, and why', () => {
    const value = lifetimeValue(customer, models, good)
    expect(value).toStrictEqual({
      value: 0.3 * value.expectedSpend * value.discountedPurchases,
      expectedPurchases: expectedPurchases({ repeatPurchases: 2, lastPurchaseAge: 30.43, age: 38.86 }, CDNOW, { horizon: 39 }),
      discountedPurchases: value.discountedPurchases,
      expectedSpend: expectedSpend({ repeatPurchases: 2, meanSpend: 22.35 }, CDNOW_SPEND),
      probabilityAlive: probabilityAlive({ repeatPurchases: 2, lastPurchaseAge: 30.43, age: 38.86 }, CDNOW),
      unit: 'week',
      horizon: 39,
      discountRate: 0.002,
      marginRate: 0.3,
      models: { purchases: CDNOW, spend: CDNOW_SPEND },
      reasons: [
        { code: 'spend-from-both', params: { weight: 12.5 / 15.24, own: 22.35, all: 96.5 / 2.74 } },
        { code: 'beyond-history', params: { horizon: 39, age: 38.86 } },
      ],
    })
    expect(value.value.toFixed(4)).toBe('8.7377')
  })

  it('reasons: without repeats, within the history, without a mean over all customers', () => {
    const reasons = (changed: object, spend: object = {}, horizon = 38.86): unknown =>
      lifetimeValue({ ...customer, ...changed }, { ...models, spend: { ...CDNOW_SPEND, ...spend } }, { ...good, horizon }).reasons
    expect(reasons({ repeatPurchases: 0, lastPurchaseAge: 0 })).toEqual([{ code: 'no-repeat-purchases', params: {} }])
    expect(reasons({}, { p: 1, q: 1 })).toEqual([{ code: 'spend-from-both', params: { weight: 1, own: 22.35, all: null } }])
    // The weight is above 1 where q is below 1.
    expect(reasons({}, { p: 1, q: 0.5 })).toEqual([{ code: 'spend-from-both', params: { weight: 2 / 1.5, own: 22.35, all: null } }])
  })

  it('nothing is never less than nothing', () => {
    const zero = (changed: object, options: object): boolean =>
      Object.is(lifetimeValue({ ...customer, ...changed }, models, { ...good, ...options }).value, 0)
    expect(zero({ meanSpend: -100 }, { marginRate: 0 })).toBe(true)
    expect(zero({}, { marginRate: '-0' })).toBe(true)
    expect(zero({}, { marginRate: -1, horizon: 0 })).toBe(true)
  })
})

describe('lifetimeValue: laws', () => {
  const anyCase = fc.tuple(timesOf, parametersOf, fc.constantFrom(0, 0.1, 15, '99.99', 1e15))

  it('whatever is asked, it is finite, plain data, and touches nothing', () => {
    const horizons = fc.oneof(fc.constantFrom(0, 0.5, 1, 52, 365), logUniform(1e-6, 1e5))
    const rates = fc.oneof(fc.constantFrom(0, '0.002', 1e6), logUniform(1e-12, 1))
    fc.assert(
      fc.property(anyCase, horizons, rates, ([times, purchases, meanSpend], horizon, discountRate) => {
        const value = lifetimeValue(
          deepFreeze({ ...times, meanSpend }),
          deepFreeze({ purchases, spend: CDNOW_SPEND }),
          deepFreeze({ horizon, discountRate, marginRate: 0.3 }),
        )
        expect(JSON.parse(JSON.stringify(value))).toStrictEqual(value)
        expect(value.discountedPurchases).toBeLessThanOrEqual(value.expectedPurchases * (1 + 1e-12))
        expect(value.discountedPurchases).toBeGreaterThanOrEqual(
          value.expectedPurchases * (1 + Number(discountRate)) ** -Math.ceil(horizon) * (1 - 1e-9),
        )
        expect(value.expectedPurchases).toBe(expectedPurchases(times, purchases, { horizon }))
      }),
      { numRuns: 150 },
    )
  })

  it('is the sum of what is expected unit by unit', () => {
    const rates = fc.constantFrom(0, '0.0005', '0.01', '0.2')
    fc.assert(
      fc.property(anyCase, fc.oneof(fc.nat(60), logUniform(1e-3, 150)), rates, ([times, purchases, meanSpend], horizon, discountRate) => {
        const value = lifetimeValue({ ...times, meanSpend }, { purchases, spend: CDNOW_SPEND }, { horizon, discountRate, marginRate: 1 })
        let [sum, before] = [0, 0]
        for (let unit = 1; unit < horizon + 1; unit++) {
          const until = Math.min(unit, horizon)
          const expected = expectedPurchases(times, purchases, { horizon: until })
          sum += (expected - before) / (1 + Number(discountRate)) ** until
          before = expected
        }
        // Differences are known as well as what they are taken from.
        expect(Math.abs(value.discountedPurchases - sum)).toBeLessThanOrEqual(1e-11 * value.expectedPurchases)
        expect(errorOf(value.value, value.expectedSpend * sum)).toBeLessThan(1e-7)
      }),
      { numRuns: 150 },
    )
  })

  it('without a discount it is expected purchases × spend × margin, to the last digit', () => {
    fc.assert(
      fc.property(anyCase, logUniform(1e-6, 1e6), ([times, purchases, meanSpend], horizon) => {
        const value = lifetimeValue({ ...times, meanSpend }, { purchases, spend: CDNOW_SPEND }, { horizon, discountRate: 0, marginRate: -0.25 })
        const { repeatPurchases } = times
        const spend = expectedSpend({ repeatPurchases, meanSpend }, CDNOW_SPEND)
        expect(value.value).toBe(-0.25 * spend * expectedPurchases(times, purchases, { horizon }) + 0)
      }),
      { numRuns: 100 },
    )
  })

  it('falls as the discount rate rises, and rises with each whole unit of the horizon', () => {
    fc.assert(
      fc.property(
        anyCase,
        logUniform(0.1, 5000),
        logUniform(1e-6, 100),
        logUniform(1.01, 100),
        ([times, purchases, meanSpend], horizon, rate, more) => {
          const worth = (options: object): number =>
            lifetimeValue({ ...times, meanSpend }, { purchases, spend: CDNOW_SPEND }, { ...good, horizon, discountRate: rate, ...options }).value
          expect(worth({ discountRate: rate * more })).toBeLessThanOrEqual(worth({}) * (1 + 1e-12))
          const units = Math.floor(horizon)
          expect(worth({ horizon: units + 1 })).toBeGreaterThanOrEqual(worth({ horizon: units }) * (1 - 1e-12))
        },
      ),
      { numRuns: 60 },
    )
    expect(lifetimeValue(customer, models, { ...good, discountRate: '0.003' }).value).toBeLessThan(lifetimeValue(customer, models, good).value)
  })

  it('is continuous where a unit ends', () => {
    const at = (horizon: number): number => lifetimeValue(customer, models, { ...good, horizon, discountRate: 0.1 }).discountedPurchases
    for (const unit of [1, 32, 33, 69, 132, 133]) {
      expect(errorOf(at(unit - 1e-9), at(unit))).toBeLessThan(1e-8)
      expect(errorOf(at(unit + 1e-9), at(unit))).toBeLessThan(1e-8)
    }
  })
})

describe('lifetimeValue: bad input', () => {
  const found = (changed: object, ownModels: unknown = models, options: object = {}): unknown =>
    issuesOf(() => lifetimeValue({ ...customer, ...changed }, ownModels as LifetimeModels, { ...good, ...options }))

  it.each(badRecords)('%o as any argument', (value, code) => {
    expect(issuesOf(() => lifetimeValue(value as never, value as never, value as never))).toEqual([
      [code, ['customer']],
      [code, ['models']],
      [code, ['options']],
    ])
    expect(found({}, { purchases: value, spend: value })).toEqual([
      [code, ['models', 'purchases']],
      [code, ['models', 'spend']],
    ])
  })

  it.each(BAD_TIMES)('a customer with %o', (changed, issues) => expect(found(changed)).toEqual(issues))

  it.each(BAD_PARAMETERS)('parameters of purchases with %o', (changed, issues) => {
    expect(found({}, { ...models, purchases: { ...CDNOW, ...changed } })).toEqual(
      issues.map(([code, path]) => [code, ['models', 'purchases', ...path]]),
    )
  })

  it.each(BAD_SPEND_PARAMETERS)('parameters of spend with %o', (changed, issues) => {
    expect(found({}, { ...models, spend: { ...CDNOW_SPEND, ...changed } })).toEqual(
      issues.map(([code, path]) => [code, ['models', 'spend', ...path]]),
    )
  })

  it.each<[object, unknown]>([
    [{ horizon: undefined }, [['missing', ['options', 'horizon']]]],
    [{ horizon: '52' }, [['wrong-type', ['options', 'horizon']]]],
    [{ discountRate: undefined }, [['missing', ['options', 'discountRate']]]],
    [{ discountRate: '-0.001' }, [['too-small', ['options', 'discountRate']]]],
    [{ discountRate: '1000000.1' }, [['too-large', ['options', 'discountRate']]]],
    [{ discountRate: 'abc' }, [['not-a-decimal', ['options', 'discountRate']]]],
    [{ marginRate: null }, [['not-a-decimal', ['options', 'marginRate']]]],
    [{ marginRate: 1.01 }, [['too-large', ['options', 'marginRate']]]],
    [{ marginRate: '-1.01' }, [['too-small', ['options', 'marginRate']]]],
    [{ invalid: 'throw' }, [['unknown-key', ['options', 'invalid']]]],
  ])('options with %o', (options, issues) => expect(found({}, models, options)).toEqual(issues))

  it('further models', () => {
    expect(found({}, { ...models, churn: {} })).toEqual([['unknown-key', ['models', 'churn']]])
    expect(found({}, Object.create(models))).toEqual([
      ['missing', ['models', 'purchases']],
      ['missing', ['models', 'spend']],
    ])
  })

  it('says above what q must be for a spend to be expected', () => {
    try {
      lifetimeValue({ ...customer, repeatPurchases: 0, lastPurchaseAge: 0 }, { ...models, spend: { ...CDNOW_SPEND, q: 0.9 } }, good)
      expect.unreachable()
    } catch (error) {
      expect(isInputError(error) && error.issues).toMatchObject([
        { code: 'not-above', path: ['models', 'spend', 'q'], params: { bound: '1', actual: '0.9' } },
      ])
    }
  })
})
