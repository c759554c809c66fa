import { Decimal as HostDecimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimals, notDecimals } from '../../testing/arbitraries.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { addDecimals, compareDecimals, multiplyDecimals, subtractDecimals, sumDecimals, toNumber } from '../index.js'
import { parseDecimal } from './parseDecimal.js'

/** An oracle that shares nothing with decimal.js: integers of 10^-1000. */
const SCALE = 10n ** 1000n
const big = (value: unknown): bigint => {
  const parsed = parseDecimal(value)
  if (!parsed.ok) throw new Error(parsed.code)
  const [whole = '', fraction = ''] = parsed.text.replace('-', '').split('.')
  const size = BigInt(whole + fraction.padEnd(1000, '0'))
  return parsed.text.startsWith('-') ? -size : size
}
const sign = (value: bigint): number => (value > 0n ? 1 : value < 0n ? -1 : 0)

describe('exact arithmetic', () => {
  it('adds, subtracts, multiplies and compares like integers of 10^-1000', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(big(addDecimals(a, b))).toBe(big(a) + big(b))
        expect(big(subtractDecimals(a, b))).toBe(big(a) - big(b))
        expect(compareDecimals(a, b)).toBe(sign(big(a) - big(b)))
      }),
    )
    // A product of two may have twice the digits that an input may have.
    const short = decimals.filter((value) => String(value).length < 60 && !/e-/i.test(String(value)))
    fc.assert(fc.property(short, short, (a, b) => big(multiplyDecimals(a, b)) * SCALE === big(a) * big(b)))
  })

  it.each([
    ['0.1', '0.2', '0.3', '-0.1', '0.02'],
    ['1.005', '-1.005', '0', '2.01', '-1.010025'],
    ['9007199254740993', '2', '9007199254740995', '9007199254740991', '18014398509481986'],
    [-0, '-0', '0', '0', '0'],
  ])('%s and %s', (a, b, sum, difference, product) => {
    expect([addDecimals(a, b), subtractDecimals(a, b), multiplyDecimals(a, b)]).toEqual([sum, difference, product])
  })

  it('multiplies the longest inputs without rounding', () => {
    const nines = `${'9'.repeat(1000)}.${'9'.repeat(1000)}`
    const product = multiplyDecimals(nines, nines)
    expect(BigInt(product.replace('.', ''))).toBe(BigInt(nines.replace('.', '')) ** 2n)
    expect(product.split('.')[1]).toHaveLength(2000)
  })

  it('orders 10 after 9, which text and Decimal objects do not', () => {
    expect(compareDecimals('10', '9')).toBe(1)
    expect(compareDecimals('-10', '-9')).toBe(-1)
    expect(compareDecimals('1.50', 1.5)).toBe(0)
  })

  it.each(notDecimals.map((value) => [value]))('names both arguments where they are %o', (value) => {
    for (const verb of [addDecimals, subtractDecimals, multiplyDecimals, compareDecimals]) {
      expect(issuesOf(() => verb(value as string, value as string))).toEqual([
        ['not-a-decimal', ['a']],
        ['not-a-decimal', ['b']],
      ])
    }
  })

  it('names an argument of too many digits', () => {
    expect(issuesOf(() => addDecimals('1e1000', '1e-1001'))).toEqual([
      ['too-many-digits', ['a']],
      ['too-many-digits', ['b']],
    ])
  })

  it('names a missing argument', () => {
    expect(issuesOf(() => addDecimals('1', undefined as never))).toEqual([['missing', ['b']]])
  })

  it("does not follow a host's Decimal.set", () => {
    HostDecimal.set({ precision: 2, rounding: HostDecimal.ROUND_UP, toExpPos: 1, toExpNeg: 0, minE: -1, maxE: 1 })
    try {
      expect(multiplyDecimals('123456789.123456789', '1000')).toBe('123456789123.456789')
      expect(addDecimals('0.00000001', '1')).toBe('1.00000001')
      expect(sumDecimals(['1e30', '0.1'])).toBe('1000000000000000000000000000000.1')
    } finally {
      HostDecimal.set({ defaults: true })
    }
  })
})

describe('sumDecimals', () => {
  it('adds up what integers of 10^-1000 add up to, in any order', () => {
    fc.assert(
      fc.property(fc.array(decimals, { maxLength: 30 }), (values) => {
        const sum = sumDecimals(values)
        expect(big(sum)).toBe(values.reduce((total, value) => total + big(value), 0n))
        expect(sumDecimals([...values].reverse())).toBe(sum)
      }),
    )
  })

  it('stays exact where 53 bits are full', () => {
    const full = 999_999_999_999_999
    expect(sumDecimals(Array<number>(20).fill(full))).toBe('19999999999999980')
    expect(sumDecimals([...Array<number>(10).fill(full), 0.1, 0.01, '0.001'])).toBe('9999999999999990.111')
    expect(sumDecimals([2 ** 53, 1, -(2 ** 53)])).toBe('1')
    expect(sumDecimals(Array<string>(1000).fill('0.1'))).toBe('100')
  })

  it('of nothing is 0, of one is itself, and never -0', () => {
    expect(sumDecimals([])).toBe('0')
    expect(sumDecimals(['1.50'])).toBe('1.5')
    expect(sumDecimals([-0, '-0'])).toBe('0')
  })

  it('names every bad value by its index', () => {
    expect(issuesOf(() => sumDecimals(['1', 'x', Number.NaN, undefined as never]))).toEqual([
      ['not-a-decimal', ['values', 1]],
      ['not-a-decimal', ['values', 2]],
      ['missing', ['values', 3]],
    ])
    expect(issuesOf(() => sumDecimals('12' as never))).toEqual([['wrong-type', ['values']]])
  })
})

describe('toNumber', () => {
  it('gives back every float64 from its text', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => Object.is(toNumber(value), value === 0 ? 0 : value)))
  })

  it('gives the nearest number of a longer decimal', () => {
    expect(toNumber('9007199254740993')).toBe(9007199254740992)
    expect(toNumber('-0.0')).toBe(0)
    expect(Object.is(toNumber('-1e-400'), 0)).toBe(true)
  })

  it('refuses what no float64 reaches', () => {
    expect(issuesOf(() => toNumber('1e400'))).toEqual([['out-of-range', ['value']]])
    expect(issuesOf(() => toNumber('-1e400'))).toEqual([['out-of-range', ['value']]])
    expect(issuesOf(() => toNumber('one'))).toEqual([['not-a-decimal', ['value']]])
  })
})
