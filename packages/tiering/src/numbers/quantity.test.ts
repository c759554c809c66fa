import type { Issue } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesAndPaths } from '../../testing/issuesOf.js'
import {
  addQuantities,
  alignQuantities,
  compareQuantities,
  compareUnits,
  multiplyQuantities,
  negateQuantity,
  type Quantity,
  type QuantityBounds,
  quantityOf,
  quantityText,
  readQuantity,
  roundQuantity,
  roundQuotient,
  shareOf,
  subtractQuantities,
  unitsAt,
} from './quantity.js'

const read = (value: unknown, bounds: QuantityBounds = {}): unknown => {
  const issues: Issue[] = []
  const quantity = readQuantity(value, ['rows', 3], issues, bounds)
  return quantity === undefined ? codesAndPaths(issues) : { ...quantity, ...(issues.length > 0 && { issues }) }
}
const refused = (code: string): unknown => [[code, ['rows', 3]]]
/** A quantity in so many units of `10 ** -30`, which is finer than all that are made here. */
const fine = (quantity: Quantity): bigint => unitsAt(quantity, 30)
const sized = (value: bigint): bigint => (value < 0n ? -value : value)

const quantities = fc.record({ units: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), digits: fc.nat(9) })

describe('readQuantity', () => {
  it.each([
    [0, 0n, 0],
    [-0, 0n, 0],
    [1200, 1200n, 0],
    [0.1, 1n, 1],
    [-12.5, -125n, 1],
    [1e21, 10n ** 21n, 0],
    [1e-7, 1n, 7],
    [2 ** 53, 2n ** 53n, 0],
    ['1200', 1200n, 0],
    ['12.50', 125n, 1],
    ['100000.000', 100000n, 0],
    ['-0.00', 0n, 0],
    ['0.0010', 1n, 3],
    ['1.5e3', 1500n, 0],
    ['1e-30', 1n, 30],
    ['12345678901234567890.123456789012345678901', 12345678901234567890123456789012345678901n, 21],
  ])('reads %o as %s units, with no more digits than it needs', (value, units, digits) => expect(read(value)).toEqual({ units, digits }))

  it.each([
    [undefined, 'missing'],
    [null, 'not-a-decimal'],
    [Number.NaN, 'not-a-decimal'],
    [Number.POSITIVE_INFINITY, 'not-a-decimal'],
    ['', 'not-a-decimal'],
    ['abc', 'not-a-decimal'],
    [' 1 ', 'not-a-decimal'],
    ['0x3', 'not-a-decimal'],
    [[1], 'not-a-decimal'],
    ['1e1000', 'too-many-digits'],
  ])('refuses %o', (value, code) => expect(read(value)).toEqual(refused(code)))

  it('takes both bounds, and refuses what is beyond them', () => {
    const bounds = { minimum: '0', maximum: '100' }
    for (const value of ['0', '100.00', 50]) expect(read(value, bounds)).toHaveProperty('units')
    expect(read('-1e-20', bounds)).toEqual(refused('too-small'))
    expect(read('100.00000000000000000000000001', bounds)).toEqual(refused('too-large'))
  })

  it('reads a number as the text that prints it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 }), (value) => {
        expect(read(value)).toEqual(read(String(value)))
        expect(Number(quantityText(read(value) as Quantity))).toBe(value + 0)
      }),
    )
  })
})

describe('quantityText', () => {
  it.each([
    [0n, 0, 0, '0'],
    [0n, 3, 2, '0.00'],
    [5n, 0, 2, '5.00'],
    [5n, 3, 2, '0.005'],
    [-5n, 3, 0, '-0.005'],
    [1200n, 2, 0, '12'],
    [1250n, 2, 0, '12.5'],
    [1250n, 2, 2, '12.50'],
    [-1250n, 3, 1, '-1.25'],
    [-1200n, 3, 1, '-1.2'],
  ])('%s units of %i digits, at least %i shown, are %s', (units, digits, least, text) => expect(quantityText({ units, digits }, least)).toBe(text))

  it('is read as the same quantity, with no more digits than it needs, at however many digits it is shown', () => {
    fc.assert(
      fc.property(quantities, fc.nat(12), (quantity, least) => {
        const text = quantityText(quantity)
        const back = quantityOf(text)
        expect(fine(back)).toBe(fine(quantity))
        expect(back.digits === 0 || back.units % 10n !== 0n).toBe(true)
        expect(text).toMatch(/^(0|-?(0|[1-9]\d*)(\.\d*[1-9])?)$/)
        const shown = quantityText(quantity, least)
        expect(quantityOf(shown)).toEqual(back)
        expect(shown.split('.')[1]?.length ?? 0).toBe(Math.max(least, back.digits))
      }),
    )
  })
})

describe('sums and comparisons', () => {
  it('are those of the integers at one scale', () => {
    fc.assert(
      fc.property(quantities, quantities, (a, b) => {
        expect(fine(addQuantities(a, b))).toBe(fine(a) + fine(b))
        expect(fine(subtractQuantities(a, b))).toBe(fine(a) - fine(b))
        expect(fine(negateQuantity(a))).toBe(-fine(a))
        expect(unitsAt(multiplyQuantities(a, b), 60)).toBe(fine(a) * fine(b))
        const difference = fine(a) - fine(b)
        expect(compareQuantities(a, b)).toBe(difference === 0n ? 0 : difference < 0n ? -1 : 1)
        expect(compareUnits(fine(a), fine(b))).toBe(compareQuantities(a, b))
      }),
    )
  })

  it('are of the finest scale, or of that asked for', () => {
    const [a, b] = [quantityOf('1.5'), quantityOf('-0.25')]
    expect(alignQuantities([a, b])).toEqual({ units: [150n, -25n], digits: 2 })
    expect(alignQuantities([a, b], 3)).toEqual({ units: [1500n, -250n], digits: 3 })
    expect(alignQuantities([], 2)).toEqual({ units: [], digits: 2 })
    expect(compareQuantities(quantityOf('0.10'), { units: 1000n, digits: 4 })).toBe(0)
  })

  it('align as one by one do', () => {
    fc.assert(
      fc.property(fc.array(quantities), fc.nat(12), (list, least) => {
        const { units, digits } = alignQuantities(list, least)
        expect(digits).toBe(Math.max(least, ...list.map((one) => one.digits)))
        expect(units).toEqual(list.map((one) => unitsAt(one, digits)))
      }),
    )
  })
})

describe('roundQuotient and roundQuantity', () => {
  it.each([
    [1n, 3n, 2, '0.33'],
    [2n, 3n, 2, '0.67'],
    [5n, 1000n, 2, '0.01'],
    [-5n, 1000n, 2, '-0.01'],
    [4999n, 1_000_000n, 2, '0'],
    [-4999n, 1_000_000n, 2, '0'],
    [25n, 10n, 0, '3'],
    [-25n, 10n, 0, '-3'],
  ])('%s ÷ %s at %i digits is %s', (dividend, divisor, digits, text) => expect(quantityText(roundQuotient(dividend, divisor, digits))).toBe(text))

  it('is the nearest, and the one further from 0 of two', () => {
    const dividends = fc.oneof(fc.bigInt({ min: -60n, max: 60n }), fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }))
    const divisors = fc.oneof(fc.bigInt({ min: 1n, max: 12n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
    fc.assert(
      fc.property(dividends, divisors, fc.nat(4), (dividend, divisor, digits) => {
        const found = roundQuotient(dividend, divisor, digits)
        expect(found.digits).toBe(digits)
        const exact = dividend * 10n ** BigInt(digits)
        // Twice what is off, in parts of the divisor: at most one divisor, and just one only away from 0.
        const off = 2n * (found.units * divisor - exact)
        expect(sized(off) <= divisor).toBe(true)
        if (sized(off) === divisor) expect(sized(found.units * divisor) > sized(exact)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('of a quantity is that of its units, and has the places asked for', () => {
    fc.assert(
      fc.property(quantities, fc.nat(12), (quantity, places) => {
        const found = roundQuantity(quantity, places)
        expect(found).toEqual(roundQuotient(quantity.units, 10n ** BigInt(quantity.digits), places))
      }),
    )
    expect(quantityText(roundQuantity(quantityOf('-0.125'), 2))).toBe('-0.13')
    expect(roundQuantity(quantityOf('7'), 2)).toEqual({ units: 700n, digits: 2 })
  })
})

/** The bits of a number from 0 on, as the integer that they are. */
function bitsOf(value: number): bigint {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  return view.getBigUint64(0)
}

/** A number from 0 on as an integer of 2 ** -1074: of these all numbers are multiples. */
function finest(value: number): bigint {
  const bits = bitsOf(value)
  const exponent = bits >> 52n
  const mantissa = bits & (2n ** 52n - 1n)
  return exponent === 0n ? mantissa : (mantissa + 2n ** 52n) << (exponent - 1n)
}

/** The number nearest to a fraction above 0, the even one of two: found by halving the span of all numbers. */
function nearestTo(part: bigint, whole: bigint): number | null {
  const view = new DataView(new ArrayBuffer(8))
  const numberOf = (bits: bigint): number => {
    view.setBigUint64(0, bits)
    return view.getFloat64(0)
  }
  const exact = part << 1074n
  let [low, high] = [0n, bitsOf(Number.POSITIVE_INFINITY)]
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (finest(numberOf(middle)) * whole <= exact) low = middle
    else high = middle
  }
  // Infinity stands for 2 ** 1024, the number that would be next.
  const [below, above] = [exact - finest(numberOf(low)) * whole, finest(numberOf(high)) * whole - exact]
  const found = numberOf(below < above || (below === above && low % 2n === 0n) ? low : high)
  return Number.isFinite(found) ? found : null
}

describe('shareOf', () => {
  const most = 2n ** 1024n - 2n ** 971n
  it.each([
    [0n, 5n, 0],
    [1n, 3n, 1 / 3],
    [-1n, 3n, -1 / 3],
    [1n, -3n, -1 / 3],
    [-1n, -3n, 1 / 3],
    [0n, -3n, 0],
    [0n, -(10n ** 400n), 0],
    [5n, 0n, null],
    [10n ** 400n, 0n, null],
    [10n ** 400n, 10n ** 400n, 1],
    [10n ** 400n, 3n * 10n ** 400n, 1 / 3],
    [2n ** 53n + 1n, 2n ** 53n + 1n, 1],
    [10n ** 400n, 1n, null],
    [-(10n ** 400n), 1n, null],
    // 2 ** 53 + 1 is as near to 2 ** 53 as to the next number, and anything more is nearer to that.
    [2n ** 53n + 1n, 1n, 2 ** 53],
    [(2n ** 53n + 1n) * 10n ** 30n + 1n, 10n ** 30n, 2 ** 53 + 2],
    [2n ** 53n + 3n, 1n, 2 ** 53 + 4],
    [2n ** 54n - 1n, 1n, 2 ** 54],
    [most, 1n, Number.MAX_VALUE],
    [most + 2n ** 970n - 1n, 1n, Number.MAX_VALUE],
    [most + 2n ** 970n, 1n, null],
    [1n, 2n ** 1074n, Number.MIN_VALUE],
    [1n, 2n ** 1075n, 0],
    [-1n, 2n ** 1075n, 0],
    [1n, 2n ** 1075n - 1n, Number.MIN_VALUE],
    [3n, 2n ** 1075n, 2 * Number.MIN_VALUE],
    [2n ** 53n - 1n, 2n ** 1075n, 2 ** -1022],
    [-1n, 10n ** 999n, 0],
  ])('%s of %s is %o', (part, whole, share) => expect(shareOf(part, whole)).toBe(share))

  it('is the number nearest to the true fraction, for integers of any size', () => {
    const sizes = fc.constantFrom(10n, 2n ** 53n, 2n ** 54n, 10n ** 40n, 2n ** 1020n, 2n ** 1080n)
    const integers = sizes.chain((max) => fc.bigInt({ min: 1n, max }))
    // Halves between two numbers, and what is next to them.
    const halves = fc
      .tuple(fc.bigInt({ min: 2n ** 53n, max: 2n ** 54n }), fc.nat(1200), fc.constantFrom(-1n, 0n, 1n))
      .map(([odd, places, off]) => [((odd | 1n) << 100n) + off, 2n ** BigInt(places)] as const)
    const subnormal = fc
      .tuple(fc.bigInt({ min: 1n, max: 2n ** 60n }), fc.integer({ min: 1060, max: 1140 }))
      .map(([a, b]) => [a, 2n ** BigInt(b)] as const)
    fc.assert(
      fc.property(fc.oneof(fc.tuple(integers, integers), halves, subnormal), ([part, whole]) => {
        const share = nearestTo(part, whole)
        expect(shareOf(part, whole), `${part} ÷ ${whole}`).toBe(share)
        expect(shareOf(-part, whole)).toBe(share === null ? null : 0 - share)
      }),
      { numRuns: 500 },
    )
  })
})
