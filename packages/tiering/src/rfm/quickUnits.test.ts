import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantityOf, readQuantity, unitsAt } from '../numbers/quantity.js'
import { quickUnits } from './quickUnits.js'

describe('quickUnits', () => {
  it.each<[unknown, number, number]>([
    ['12.50', 2, 1250],
    ['12.5', 2, 1250],
    ['-0.05', 2, -5],
    ['12', 0, 12],
    ['0', 3, 0],
    ['-0.00', 2, 0],
    ['9999999999999.99', 2, 999_999_999_999_999],
    [12.5, 2, 1250],
    [-0, 2, 0],
  ])('%o in units of %i digits is %i', (value, digits, units) => expect(quickUnits(value, digits)).toBe(units))

  it.each<[unknown, number]>([
    ['12.505', 2],
    ['12.500', 2],
    ['99999999999999.99', 2],
    ['1e3', 2],
    ['+1', 2],
    ['', 2],
    ['-', 2],
    ['.5', 2],
    ['-.5', 2],
    ['5.', 2],
    ['1.2.3', 2],
    ['007', 2],
    ['-01.5', 2],
    [' 1', 2],
    ['1 ', 2],
    ['１', 2],
    ['--1', 2],
    [0.005, 2],
    [Number.NaN, 2],
    [Number.POSITIVE_INFINITY, 2],
    [null, 2],
    [undefined, 2],
    [1n, 2],
  ])('%o in units of %i digits is left to others', (value, digits) => expect(quickUnits(value, digits)).toBeNaN())

  it('is exact wherever it answers', () => {
    const texts = fc.oneof(
      fc.stringMatching(/^-?(0|[1-9]\d{0,14})(\.\d{1,9})?$/),
      fc.stringMatching(/^[-0-9.]{1,6}$/),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: -1e6, max: 1e6 }).map((units) => units / 1000),
    )
    let answered = 0
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 8 }), (value, digits) => {
        const units = quickUnits(value, digits)
        if (Number.isNaN(units)) return
        answered += 1
        const exact = readQuantity(value, [], [])
        expect(exact).toBeDefined()
        expect(Object.is(units, -0)).toBe(false)
        expect(BigInt(units) * 10n ** 20n).toBe(unitsAt(exact ?? quantityOf('0'), digits + 20))
      }),
      { numRuns: 500 },
    )
    expect(answered).toBeGreaterThan(100)
  })
})
