import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { BAD_SPEND_PARAMETERS, CDNOW_SPEND, logUniform } from '../../testing/lifetimes.js'
import { expectedSpend, type GammaGammaParameters } from '../index.js'

const spendOf = (repeatPurchases: number, meanSpend: number | string, changed: object = {}): number =>
  expectedSpend({ repeatPurchases, meanSpend }, { ...CDNOW_SPEND, ...changed })

describe('expectedSpend: known answers', () => {
  it.each([
    [0, 0, '35.219'],
    [1, 11.77, '18.917'],
    [2, 22.35, '24.664'],
    [7, 73.74, '71.470'],
  ] as const)('vector 12: %s repeats at %s', (repeatPurchases, meanSpend, answer) => {
    expect(spendOf(repeatPurchases, meanSpend).toFixed(3)).toBe(answer)
    expect(spendOf(repeatPurchases, String(meanSpend))).toBe(spendOf(repeatPurchases, meanSpend))
  })

  it('without repeats it is the mean of all, whatever the own is said to be', () => {
    expect(spendOf(0, 1000)).toBe(spendOf(0, 0))
    expect(spendOf(0, 0, { p: 2, q: 3, v: 10 })).toBe(10)
  })

  it('with very many it is the own', () => {
    expect(spendOf(1e9, 22.35)).toBeCloseTo(22.35, 6)
  })

  it('refunds beyond what was bought give what the formula gives', () => {
    // 2 × (10 − 3 × 5) / (2 × 3 + 3 − 1), and nothing where they are even.
    expect(spendOf(3, -5, { p: 2, q: 3, v: 10 })).toBe(-1.25)
    expect(Object.is(spendOf(2, '-5.00', { p: 2, q: 3, v: 10 }), 0)).toBe(true)
  })
})

describe('expectedSpend: where there is no mean', () => {
  const refusal = (repeatPurchases: number, changed: object): unknown => {
    try {
      return spendOf(repeatPurchases, 10, changed)
    } catch (error) {
      return isInputError(error) ? error.issues.map(({ code, path, params }) => [code, path, params]) : error
    }
  }
  const refused = (bound: string, actual: string): unknown => [['not-above', ['parameters', 'q'], { bound, actual }]]

  it('says above what q must be', () => {
    expect(refusal(0, { q: 1 })).toEqual(refused('1', '1'))
    expect(refusal(0, { q: 0.5 })).toEqual(refused('1', '0.5'))
    expect(refusal(2, { p: 0.1, q: 0.3 })).toEqual(refused('0.8', '0.3'))
    expect(refusal(0, { q: 1e-9 })).toEqual(refused('1', '0.000000001'))
  })

  it('counts parameters as the decimals that they are printed as', () => {
    // In numbers, 0.1 × 2 + (0.8 − 1) is above 0, and 0.1 × 3 + (0.7 − 1) is 0 by luck.
    expect(refusal(2, { p: 0.1, q: 0.8 })).toEqual(refused('0.8', '0.8'))
    expect(refusal(3, { p: 0.1, q: 0.7 })).toEqual(refused('0.7', '0.7'))
    expect(spendOf(2, 10, { p: 0.1, q: 0.8000000001, v: 1 })).toBeCloseTo(2.1e10, 0)
    expect(spendOf(0, 0, { p: 1, q: 1.000000000001, v: 1 })).toBe(1e12)
    expect(Math.abs(spendOf(3, 5, { p: 0.1, q: 0.700003, v: 15.44 }) / (3044000 / 3) - 1)).toBeLessThan(1e-14)
    expect(Math.abs(spendOf(3, 5, { p: 0.1, q: 0.70001, v: 15.44 }) / 304400 - 1)).toBeLessThan(1e-14)
  })

  it('with repeats there is one though over all customers there is none', () => {
    expect(spendOf(1, 10, { p: 1, q: 0.5, v: 1 })).toBe(22)
  })
})

describe('expectedSpend: laws', () => {
  const any = fc.record({
    model: fc.constant('gamma-gamma' as const),
    p: logUniform(1e-9, 1e9),
    q: fc.oneof(logUniform(1.000001, 1e9), logUniform(1.1, 10)),
    v: logUniform(1e-9, 1e15),
  })

  it('lies between the own mean and that of all, and is finite', () => {
    fc.assert(
      fc.property(any, logUniform(1, 1e9).map(Math.floor), logUniform(1e-9, 1e15), (parameters, repeatPurchases, meanSpend) => {
        const spend = expectedSpend(deepFreeze({ repeatPurchases, meanSpend }), deepFreeze(parameters))
        const all = expectedSpend({ repeatPurchases: 0, meanSpend: 0 }, parameters)
        expect(Number.isFinite(spend)).toBe(true)
        expect(spend).toBeGreaterThanOrEqual(Math.min(meanSpend, all) * (1 - 1e-9))
        expect(spend).toBeLessThanOrEqual(Math.max(meanSpend, all) * (1 + 1e-9))
      }),
    )
  })

  it('follows the unit of money', () => {
    fc.assert(
      fc.property(any, fc.nat(50), fc.integer({ min: -1000, max: 100000 }), (parameters, repeatPurchases, meanSpend) => {
        fc.pre(parameters.v < 1e12)
        const own = expectedSpend({ repeatPurchases, meanSpend }, parameters)
        const inCents = expectedSpend({ repeatPurchases, meanSpend: meanSpend * 100 }, { ...parameters, v: parameters.v * 100 })
        expect(Math.abs(inCents - own * 100)).toBeLessThanOrEqual(1e-9 * (Math.abs(own) * 100 + parameters.v))
      }),
    )
  })
})

describe('expectedSpend: bad input', () => {
  const found = (changed: object, model: unknown = CDNOW_SPEND): unknown =>
    issuesOf(() => expectedSpend({ repeatPurchases: 2, meanSpend: 22.35, ...changed }, model as GammaGammaParameters))

  it.each(badRecords)('%o as any argument', (value, code) => {
    expect(issuesOf(() => expectedSpend(value as never, value as never))).toEqual([
      [code, ['customer']],
      [code, ['parameters']],
    ])
  })

  it.each(BAD_SPEND_PARAMETERS)('parameters with %o', (changed, issues) => {
    expect(found({}, { ...CDNOW_SPEND, ...changed })).toEqual(issues.map(([code, path]) => [code, ['parameters', ...path]]))
  })

  it.each<[object, unknown]>([
    [{ repeatPurchases: undefined }, [['missing', ['customer', 'repeatPurchases']]]],
    [{ repeatPurchases: 0.5 }, [['not-an-integer', ['customer', 'repeatPurchases']]]],
    [{ meanSpend: undefined }, [['missing', ['customer', 'meanSpend']]]],
    [{ meanSpend: 'abc' }, [['not-a-decimal', ['customer', 'meanSpend']]]],
    [{ meanSpend: Number.NaN, repeatPurchases: 0 }, [['not-a-decimal', ['customer', 'meanSpend']]]],
    [{ meanSpend: '1000000000000000.01' }, [['too-large', ['customer', 'meanSpend']]]],
    [{ meanSpend: -1.1e15 }, [['too-small', ['customer', 'meanSpend']]]],
    [{ spend: 1 }, [['unknown-key', ['customer', 'spend']]]],
  ])('a customer with %o', (changed, issues) => expect(found(changed)).toEqual(issues))

  it('does not look at when purchases were made', () => {
    expect(found({ age: 'x', lastPurchaseAge: -1 })).toBe('nothing was thrown')
  })
})
