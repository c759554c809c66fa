import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimals } from '../../testing/arbitraries.js'
import { Decimal, decimalAt, decimalText, ratio, readShortDecimal, sumColumn } from '../decimal.js'
import { parseDecimal } from '../decimals/parseDecimal.js'
import { sumExactly } from './sumExactly.js'
import { decimalPlacesOf, toUnits } from './units.js'

const plainly = (values: readonly unknown[]): string =>
  decimalText(values.reduce<Decimal>((sum, value) => sum.plus(parseDecimal(value).ok ? (value as string) : 0), new Decimal(0)))

describe('sumExactly', () => {
  it('never differs from decimal arithmetic value by value', () => {
    fc.assert(
      fc.property(fc.array(decimals, { maxLength: 40 }), (values) => {
        expect(decimalText(sumExactly(values, [], []))).toBe(plainly(values))
      }),
      { numRuns: 500 },
    )
  })

  it('flushes before a sum leaves 2⁵³, exactly at the edge too', () => {
    const edge = 999_999_999_999_999
    for (const last of [0, 1, 2, 3, 0.5, 0.001]) {
      const values = [...Array<number>(9).fill(edge), 2 ** 53 - 9 * edge - 1, last, 1, 1]
      expect(decimalText(sumExactly(values, [], []))).toBe(plainly(values))
    }
  })
})

describe('columns', () => {
  it('read and add up as their scaled integers', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeInteger(), { maxLength: 20 }), fc.nat(15), (integers, digits) => {
        const column = { values: Float64Array.from(integers), digits }
        const texts = integers.map((_, row) => decimalAt(column, row))
        expect(texts).toEqual(integers.map((integer) => decimalText(new Decimal(`${integer}e-${digits}`))))
        expect(sumColumn(column)).toBe(plainly(texts))
      }),
    )
  })
})

describe('units', () => {
  it('takes a value for units only if it prints as exactly these units', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ noNaN: true }),
          fc.tuple(fc.integer(), fc.nat(9)).map(([n, k]) => n / 10 ** k),
        ),
        fc.nat(15),
        (value, digits) => {
          const units = toUnits(value, 10 ** digits)
          if (!Number.isNaN(units)) expect(decimalText(new Decimal(units).div(10 ** digits))).toBe(decimalText(new Decimal(value)))
          const places = new Decimal(value).decimalPlaces()
          if (Number.isFinite(value) && places <= digits && Math.abs(value) * 10 ** digits < 9e14) expect(units).not.toBeNaN()
        },
      ),
      { numRuns: 2000 },
    )
  })

  it.each([
    [0.1 + 0.2, 17],
    [1.005, 3],
    [0.1, 1],
    [100, 0],
    [-0, 0],
    [1e-15, 15],
  ])('%d has %i decimal places', (value, places) => {
    expect(decimalPlacesOf(value)).toBe(places > 15 ? Number.NaN : places)
  })

  it('knows no decimal places of what is not finite or has too many digits', () => {
    for (const value of [Number.NaN, Infinity, 1e21, 1e-16, 2 ** 53]) expect(decimalPlacesOf(value)).toBeNaN()
  })

  it('reads short texts as the numbers they print', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          decimals.map(String),
          fc.integer().map((value) => (value / 100).toFixed(2)),
        ),
        (text) => {
          const number = readShortDecimal(text)
          if (!Number.isNaN(number)) expect(parseDecimal(text)).toEqual({ ok: true, text: decimalText(new Decimal(number)) })
        },
      ),
    )
    expect([readShortDecimal('4.35'), readShortDecimal('-12'), readShortDecimal('-0')]).toEqual([4.35, -12, 0])
    for (const text of ['', ' 1', '1e3', '0x3', '1234567890.12345678', 5, null]) expect(readShortDecimal(text)).toBeNaN()
  })
})

describe('ratio', () => {
  it('is the nearest number, and null where the divisor is 0', () => {
    expect(ratio(new Decimal(67), new Decimal(15))).toBe(67 / 15)
    expect(ratio(new Decimal(0), new Decimal(0))).toBeNull()
    expect(ratio(new Decimal('1e400'), new Decimal(1))).toBeNull()
    expect(Object.is(ratio(new Decimal('-1e-400'), new Decimal(1)), 0)).toBe(true)
    expect(Object.is(ratio(new Decimal('-0'), new Decimal(7)), 0)).toBe(true)
    expect(ratio(new Decimal('1e30').plus(1), new Decimal('1e30'))).toBe(1)
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.maxSafeInteger().filter((n) => n !== 0),
        (a, b) => ratio(new Decimal(a), new Decimal(b)) === a / b + 0,
      ),
    )
  })
})
