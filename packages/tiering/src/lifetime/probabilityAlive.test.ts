import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CDNOW, parametersOf, timesOf } from '../../testing/lifetimes.js'
import { probabilityAlive } from '../index.js'

// What it shares with expectedPurchases, known answers and bad input among them, is tested there.

describe('probabilityAlive', () => {
  it('is 1 without repeats, however long the silence: by assumption', () => {
    for (const age of [0, 1, 500, 1e7]) expect(probabilityAlive({ repeatPurchases: 0, lastPurchaseAge: 0, age }, CDNOW)).toBe(1)
  })

  it('right after a purchase, only that one may have been the last', () => {
    expect(probabilityAlive({ repeatPurchases: 1, lastPurchaseAge: 5, age: 5 }, { ...CDNOW, a: 1, b: 3 })).toBe(0.75)
    expect(probabilityAlive({ repeatPurchases: 4, lastPurchaseAge: 5, age: 5 }, { ...CDNOW, a: 1, b: 3 })).toBe(6 / 7)
    // The first repeat, and hardly anybody stays: b + 1 − 1 would be 0 in numbers.
    expect(probabilityAlive({ repeatPurchases: 1, lastPurchaseAge: 5, age: 5 }, { ...CDNOW, a: 1e-9, b: 1e-9 })).toBe(0.5)
  })

  it('is a power by hand: (10 / 5) ** 3 to 1 against', () => {
    const parameters = { ...CDNOW, r: 1, alpha: 1, a: 1, b: 1 }
    expect(probabilityAlive({ repeatPurchases: 2, lastPurchaseAge: 4, age: 9 }, parameters)).toBeCloseTo(1 / (1 + 8 / 2), 15)
  })

  it('the published formula in logarithms', () => {
    fc.assert(
      fc.property(timesOf, parametersOf, (known, parameters) => {
        const { repeatPurchases: x, lastPurchaseAge, age } = known
        fc.pre(x > 0)
        const { r, alpha, a, b } = parameters
        const logOdds = Math.log(a) - Math.log(b + (x - 1)) + (r + x) * Math.log((alpha + age) / (alpha + lastPurchaseAge))
        // A quotient near 1 is rounded, which its power shows.
        const rounded = (r + x) * 4e-16 + Math.abs(logOdds) * 1e-14 + 1e-13
        fc.pre(rounded < 1e-6)
        const exact = 1 / (1 + Math.exp(logOdds))
        expect(Math.abs(probabilityAlive(known, parameters) - exact)).toBeLessThanOrEqual(rounded * exact)
      }),
      { numRuns: 300 },
    )
  })
})
