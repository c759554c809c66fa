import { multiplyDecimals } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badCurrencies } from '../../../core/testing/badInput.js'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { type SalesFactors, salesVelocity } from '../index.js'

const factors: SalesFactors = { deals: 40, winRate: 0.25, averageValue: 25_000, cycleDays: 90 }

const decimals = (most: number): fc.Arbitrary<string> =>
  fc.tuple(fc.nat(most), fc.integer({ min: 0, max: 999 })).map(([whole, cents]) => `${whole}.${String(cents).padStart(3, '0')}`)
const anyFactors: fc.Arbitrary<SalesFactors> = fc.record({
  deals: decimals(10_000),
  winRate: fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000),
  averageValue: decimals(10_000_000),
  cycleDays: fc.integer({ min: 1, max: 1000 }),
})

describe('salesVelocity', () => {
  // Known answer 14, the common definition.
  it('of 40 deals, a quarter won, 25,000 each in 90 days is 2,777.78 a day', () => {
    const velocity = salesVelocity(factors)
    expect(velocity.perDay).toBeCloseTo(2777.78, 2)
    expect(velocity).toEqual({
      perDay: 250_000 / 90,
      expectedValue: '250000',
      currency: null,
      factors: { deals: '40', winRate: '0.25', averageValue: '25000', cycleDays: '90' },
    })
  })

  it.each([
    ['EUR', '12.3456789', '3.086419725'],
    ['EUR', '12', '3.00'],
    ['JPY', '12', '3'],
    ['KWD', '12', '3.000'],
  ])('tells %s of %s exactly, with its minor digits: %s', (currency, averageValue, expectedValue) => {
    expect(salesVelocity({ ...factors, deals: 1, averageValue }, { currency })).toMatchObject({ currency, expectedValue })
  })

  it('multiplies exactly, whatever the numbers look like', () => {
    expect(salesVelocity({ deals: 0.1, winRate: 0.1, averageValue: 3, cycleDays: '0.01' })).toMatchObject({ perDay: 3, expectedValue: '0.03' })
    expect(salesVelocity({ deals: -0, winRate: '1', averageValue: '1.50', cycleDays: 1e-100 })).toEqual({
      perDay: 0,
      expectedValue: '0',
      currency: null,
      factors: { deals: '0', winRate: '1', averageValue: '1.5', cycleDays: `0.${'0'.repeat(99)}1` },
    })
    const greatest = salesVelocity({ deals: 1e100, winRate: 1, averageValue: 1e100, cycleDays: 1e-100 })
    expect(greatest.perDay).toBe(1e300)
    expect(salesVelocity({ ...factors, winRate: `0.${'1'.repeat(1000)}` }).expectedValue).toHaveLength(6 + 1 + 994)
  })

  it('grows with deals, rate and value, shrinks with days, and is plain data', () => {
    fc.assert(
      fc.property(anyFactors, fc.integer({ min: 2, max: 9 }), (given, times) => {
        const velocity = salesVelocity(deepFreeze(given), deepFreeze({ currency: 'CNY' }))
        expect(JSON.parse(JSON.stringify(velocity))).toEqual(velocity)
        const { deals, winRate, averageValue, cycleDays } = given
        expect(velocity.perDay).toBeCloseTo((Number(deals) * Number(winRate) * Number(averageValue)) / Number(cycleDays), 3)
        const expected = multiplyDecimals(multiplyDecimals(deals, winRate), averageValue)
        expect(multiplyDecimals(velocity.expectedValue, 1)).toBe(expected)
        const slower = salesVelocity({ ...given, cycleDays: Number(cycleDays) * times })
        expect(slower.perDay * times).toBeCloseTo(velocity.perDay, 3)
        expect(salesVelocity({ ...given, deals: multiplyDecimals(deals, times) }).expectedValue).toBe(multiplyDecimals(expected, times))
        expect(salesVelocity({ ...given, averageValue: multiplyDecimals(averageValue, times) }).expectedValue).toBe(multiplyDecimals(expected, times))
      }),
    )
  })
})

describe('bad input', () => {
  const bad = (more: object): unknown => issuesOf(() => salesVelocity({ ...factors, ...more }))

  it.each(badRecords)('%j', (value, code) => {
    expect(issuesOf(() => salesVelocity(value as never))).toEqual([[code, ['factors']]])
    if (value !== undefined) expect(issuesOf(() => salesVelocity(factors, value as never))).toEqual([[code, ['options']]])
  })

  it.each([
    [undefined, 'missing'],
    [null, 'not-a-decimal'],
    [Number.NaN, 'not-a-decimal'],
    [Number.POSITIVE_INFINITY, 'not-a-decimal'],
    ['abc', 'not-a-decimal'],
    [' 1 ', 'not-a-decimal'],
    ['0x3', 'not-a-decimal'],
    ['１２', 'not-a-decimal'],
    ['1e1000', 'too-many-digits'],
    ['9'.repeat(1001), 'too-many-digits'],
  ])('no factor: %j', (value, code) => {
    for (const factor of Object.keys(factors)) expect(bad({ [factor]: value })).toEqual([[code, ['factors', factor]]])
  })

  it.each([
    [{ deals: -1 }, 'too-small', 'deals'],
    [{ deals: '1.1e100' }, 'too-large', 'deals'],
    [{ winRate: -0.01 }, 'too-small', 'winRate'],
    [{ winRate: '1.0000000000000000000000001' }, 'too-large', 'winRate'],
    [{ winRate: 25 }, 'too-large', 'winRate'],
    [{ averageValue: '-0.01' }, 'too-small', 'averageValue'],
    [{ averageValue: 1e101 }, 'too-large', 'averageValue'],
    [{ cycleDays: 0 }, 'not-above', 'cycleDays'],
    [{ cycleDays: '-5' }, 'not-above', 'cycleDays'],
    [{ cycleDays: 1e-101 }, 'too-small', 'cycleDays'],
    [{ cycleDays: '1e200' }, 'too-large', 'cycleDays'],
    [{ days: 1 }, 'unknown-key', 'days'],
    [JSON.parse('{"__proto__":1}'), 'unknown-key', '__proto__'],
  ])('%j', (more, code, factor) => {
    const given = Object.hasOwn(more, '__proto__') ? JSON.parse(`{"__proto__":1,${JSON.stringify(factors).slice(1)}`) : { ...factors, ...more }
    expect(issuesOf(() => salesVelocity(given))).toEqual([[code, ['factors', factor]]])
  })

  it('quotes long numbers shortly', () => {
    const digits = '9'.repeat(900)
    expect(() => salesVelocity({ ...factors, deals: digits })).toThrow(/must be at most 1e100, not 1e\+900/)
    expect(() => salesVelocity({ ...factors, cycleDays: `0.${'0'.repeat(900)}1` })).toThrow(/must be at least 1e-100, not 1e-901/)
  })

  it.each(badCurrencies.slice(1))('no currency: %j', (currency, code) => {
    expect(issuesOf(() => salesVelocity(factors, { currency: currency as never }))).toEqual([[code, ['options', 'currency']]])
  })

  it('is told all together, options first; what is left undefined or inherited is not there', () => {
    expect(issuesOf(() => salesVelocity({ deals: -1, winRate: 2 } as never, { currency: 'euro', rate: 1 } as never))).toEqual([
      ['unknown-key', ['options', 'rate']],
      ['unknown-currency', ['options', 'currency']],
      ['too-small', ['factors', 'deals']],
      ['too-large', ['factors', 'winRate']],
      ['missing', ['factors', 'averageValue']],
      ['missing', ['factors', 'cycleDays']],
    ])
    expect(salesVelocity(factors, { currency: undefined }).currency).toBeNull()
    expect(salesVelocity(factors, Object.create({ currency: 'EUR', colour: 1 })).currency).toBeNull()
    expect(issuesOf(() => salesVelocity(Object.create(factors)))).toHaveLength(4)
  })

  it('of any kind is told or taken, and nothing else is thrown', () => {
    fc.assert(
      fc.property(spoil({ factors, options: { currency: 'EUR' } }), (spoilt) => {
        const { factors: given, options } = (spoilt ?? {}) as { factors: never; options: never }
        issuesOf(() => salesVelocity(given, options))
      }),
    )
  })
})
