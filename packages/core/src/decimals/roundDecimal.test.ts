import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimals } from '../../testing/arbitraries.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { addDecimals, compareDecimals, multiplyDecimals, type RoundingMode, roundDecimal, subtractDecimals } from '../index.js'

const modes: readonly RoundingMode[] = ['half-up', 'half-down', 'half-even', 'up', 'down', 'ceiling', 'floor']

describe('roundDecimal', () => {
  it.each([
    ['half-up', ['3', '-3', '2', '-2', '3', '-3', '4']],
    ['half-down', ['2', '-2', '2', '-2', '3', '-3', '3']],
    ['half-even', ['2', '-2', '2', '-2', '3', '-3', '4']],
    ['up', ['3', '-3', '3', '-3', '3', '-3', '4']],
    ['down', ['2', '-2', '2', '-2', '2', '-2', '3']],
    ['ceiling', ['3', '-2', '3', '-2', '3', '-2', '4']],
    ['floor', ['2', '-3', '2', '-3', '2', '-3', '3']],
  ] as const)('%s', (mode, expected) => {
    expect(['2.5', '-2.5', '2.1', '-2.1', '2.9', '-2.9', '3.5'].map((value) => roundDecimal(value, 0, mode))).toEqual(expected)
  })

  it.each([
    [1.005, 2, '1.01'],
    [4.35, 1, '4.4'],
    ['-1.005', 2, '-1.01'],
    ['0.5', 0, '1'],
    ['-0.4', 0, '0'],
    ['1.10', 2, '1.1'],
    ['12345', -3, '12000'],
    ['-12500', -3, '-13000'],
    ['499', -3, '0'],
    ['123456789012345678901234567890.125', 2, '123456789012345678901234567890.13'],
    ['1', 1000, '1'],
    ['1e999', -1000, '0'],
  ] as const)('%s to %i places is %s', (value, digits, rounded) => {
    expect(roundDecimal(value, digits)).toBe(rounded)
  })

  it('moves by less than one unit, by at most half where it is to the nearest, and is idempotent', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: -20, max: 20 }), fc.constantFrom(...modes), (value, digits, mode) => {
        const rounded = roundDecimal(value, digits, mode)
        const unit = digits >= 0 ? `1e-${digits}` : `1e${-digits}`
        const moved = subtractDecimals(rounded, value).replace('-', '')
        const limit = mode.startsWith('half') ? compareDecimals(multiplyDecimals(moved, 2), unit) <= 0 : compareDecimals(moved, unit) < 0
        expect(limit).toBe(true)
        expect(roundDecimal(rounded, digits, mode)).toBe(rounded)
      }),
    )
  })

  it('mirrors: rounding the opposite gives the opposite, with floor and ceiling exchanged', () => {
    const mirrored: Partial<Record<RoundingMode, RoundingMode>> = { floor: 'ceiling', ceiling: 'floor' }
    fc.assert(
      fc.property(decimals, fc.nat(10), fc.constantFrom(...modes), (value, digits, mode) => {
        const opposite = subtractDecimals(0, value)
        expect(addDecimals(roundDecimal(value, digits, mode), roundDecimal(opposite, digits, mirrored[mode] ?? mode))).toBe('0')
      }),
    )
  })

  it('names everything that is wrong', () => {
    expect(issuesOf(() => roundDecimal('x', 1.5, 'nearest' as never))).toEqual([
      ['not-a-decimal', ['value']],
      ['not-an-integer', ['digits']],
      ['not-allowed', ['mode']],
    ])
    expect(issuesOf(() => roundDecimal('1', 1001))).toEqual([['too-large', ['digits']]])
    expect(issuesOf(() => roundDecimal('1', -1001))).toEqual([['too-small', ['digits']]])
    expect(issuesOf(() => roundDecimal('1', undefined as never))).toEqual([['missing', ['digits']]])
    expect(issuesOf(() => roundDecimal('1', 2, 'toString' as never))).toEqual([['not-allowed', ['mode']]])
  })
})
