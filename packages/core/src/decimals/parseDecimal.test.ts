import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimals, notDecimals } from '../../testing/arbitraries.js'
import { parseDecimal } from './parseDecimal.js'

const text = (value: unknown): unknown => {
  const parsed = parseDecimal(value)
  return parsed.ok ? parsed.text : parsed.code
}

describe('parseDecimal', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    ['-0', '0'],
    ['-0.000', '0'],
    ['0e999999999', '0'],
    [1, '1'],
    [-1.5, '-1.5'],
    ['1.50', '1.5'],
    ['100', '100'],
    ['1e3', '1000'],
    ['1.5E+3', '1500'],
    ['-12.5e-3', '-0.0125'],
    ['15e-1', '1.5'],
    ['0.015e2', '1.5'],
    ['0.0015e2', '0.15'],
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    [0.1 + 0.2, '0.30000000000000004'],
    ['9007199254740993', '9007199254740993'],
    ['123456789012345678901234567890.5', '123456789012345678901234567890.5'],
  ])('reads %o as %s', (value, canonical) => {
    expect(text(value)).toBe(canonical)
  })

  it.each(notDecimals.map((value) => [value]))('refuses %o', (value) => {
    expect(text(value)).toBe('not-a-decimal')
  })

  it('takes every float64', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => Number(text(value)) === value))
  })

  it('is idempotent: a canonical text reads as itself', () => {
    fc.assert(fc.property(decimals, (value) => text(text(value)) === text(value)))
  })

  it('gives no exponent, no needless zero and no negative zero', () => {
    fc.assert(fc.property(decimals, (value) => /^(0|-?[1-9]\d*|-?(0|[1-9]\d*)\.\d*[1-9])$/.test(String(text(value)))))
  })

  it.each([
    ['1e1000'],
    ['1e999999999999999999999'],
    ['1e-1001'],
    ['1e-999999999'],
    ['9'.repeat(1001)],
    [`0.${'9'.repeat(1001)}`],
    ['9'.repeat(1_000_000)],
    [`-${'9'.repeat(5000)}.5`],
  ])('refuses more than 1,000 digits on a side of the point (%#)', (value) => {
    expect(text(value)).toBe('too-many-digits')
  })

  it('takes 1,000 digits on both sides of the point', () => {
    const value = `-${'9'.repeat(1000)}.${'9'.repeat(1000)}`
    expect(text(value)).toBe(value)
    expect(text('1e999')).toBe(`1${'0'.repeat(999)}`)
    expect(text('1e-1000')).toBe(`0.${'0'.repeat(999)}1`)
  })

  it('refuses a long text that is no number, quickly', () => {
    expect(text('x'.repeat(10_000_000))).toBe('not-a-decimal')
  })
})
