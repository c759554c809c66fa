import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { addDecimals, allocate, compareDecimals, multiplyDecimals, subtractDecimals, sumDecimals } from '../index.js'

const cents = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map((units) => multiplyDecimals(units.toString(), '0.01'))
const weights = fc
  .array(
    fc.oneof(
      fc.nat(5),
      fc.nat(1000).map((value) => value / 100),
      fc.constantFrom('0', '0.1', '33.333333333333333333333333', '1e20'),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .filter((list) => list.some((weight) => Number(weight) > 0))

describe('allocate', () => {
  it.each([
    ['100', [1, 1, 1], 0, ['34', '33', '33']],
    ['-100', [1, 1, 1], 0, ['-34', '-33', '-33']],
    ['0.05', [1, 1], 2, ['0.03', '0.02']],
    ['100', [1, 1], 2, ['50', '50']],
    ['1', [3, 7], 0, ['0', '1']],
    ['10', [0, 1, 0, 1], 0, ['0', '5', '0', '5']],
    ['5', [0, 0, 1], 0, ['0', '0', '5']],
    ['0', [0, 0], 2, ['0', '0']],
    ['0', [1, 2], 2, ['0', '0']],
    ['100', ['0.1', '0.2', '0.7'], 0, ['10', '20', '70']],
    ['7', [1], 0, ['7']],
    // Known answers of hare-niemeyer, a library of this method.
    ['10000', Array(12).fill(1), 0, [...Array(4).fill('834'), ...Array(8).fill('833')]],
    ['420', [130755, 102068, 34012, 31090, 11111], 0, ['178', '139', '46', '42', '15']],
    ['21', [1, 1, 1, 6, 1], 0, ['2', '2', '2', '13', '2']],
    // Hare quotas of a classical seat allocation: 47, 16, 15.8, 12, 6.1, 3.1 of 10 seats.
    ['10', ['47', '16', '15.8', '12', '6.1', '3.1'], 0, ['5', '2', '1', '1', '1', '0']],
    ['1000000000000000000000000000001', [1, 1], 0, ['500000000000000000000000000001', '500000000000000000000000000000']],
  ] as const)('%s by %j at %i digits', (total, shares, digits, parts) => {
    expect(allocate(total, [...shares], { digits })).toEqual(parts)
  })

  it('adds up, stays within one unit of the quota, and gives equal weights parts that differ by at most a unit, the first the greater', () => {
    fc.assert(
      fc.property(cents, weights, (total, shares) => {
        const parts = allocate(total, shares, { digits: 2 })
        expect(sumDecimals(parts)).toBe(addDecimals(total, 0))
        const whole = sumDecimals(shares)
        parts.forEach((part, index) => {
          // |part × whole − total × weight| < 0.01 × whole, with no division.
          const gap = subtractDecimals(multiplyDecimals(part, whole), multiplyDecimals(total, shares[index] as number)).replace('-', '')
          expect(compareDecimals(gap, multiplyDecimals('0.01', whole))).toBe(-1)
          shares.forEach((weight, other) => {
            if (other <= index || compareDecimals(weight, shares[index] as number) !== 0) return
            const more = subtractDecimals(part.replace('-', ''), (parts[other] as string).replace('-', ''))
            expect(['0', '0.01']).toContain(more)
          })
        })
      }),
    )
  })

  it('gives a weight of 0 nothing, and the mirror image for the opposite total', () => {
    fc.assert(
      fc.property(cents, weights, (total, shares) => {
        const parts = allocate(total, shares, { digits: 2 })
        shares.forEach((weight, index) => {
          if (Number(weight) === 0) expect(parts[index]).toBe('0')
        })
        expect(allocate(subtractDecimals(0, total), shares, { digits: 2 })).toEqual(parts.map((part) => subtractDecimals(0, part)))
      }),
    )
  })

  it('does not change when all weights are scaled', () => {
    fc.assert(
      fc.property(cents, weights, fc.constantFrom('0.001', '7', '1e10'), (total, shares, factor) => {
        expect(
          allocate(
            total,
            shares.map((weight) => multiplyDecimals(weight, factor)),
            { digits: 2 },
          ),
        ).toEqual(allocate(total, shares, { digits: 2 }))
      }),
    )
  })

  it('names everything that is wrong', () => {
    expect(issuesOf(() => allocate('x', [1, -1, 'y'], { digits: 0 }))).toEqual([
      ['not-a-decimal', ['total']],
      ['too-small', ['weights', 1]],
      ['not-a-decimal', ['weights', 2]],
    ])
    expect(issuesOf(() => allocate('1.005', [1, 'two'], { digits: 2, foo: 1 } as never))).toEqual([
      ['not-a-decimal', ['weights', 1]],
      ['unknown-key', ['options', 'foo']],
      ['too-many-decimal-places', ['total']],
    ])
    expect(issuesOf(() => allocate('abc', [1], { digits: -1 }))).toEqual([
      ['not-a-decimal', ['total']],
      ['too-small', ['options', 'digits']],
    ])
    expect(issuesOf(() => allocate('1', [], { digits: 0 }))).toEqual([['empty', ['weights']]])
    expect(issuesOf(() => allocate('1', [0, '0.0'], { digits: 0 }))).toEqual([['nothing-to-divide-by', ['weights']]])
    expect(issuesOf(() => allocate('0.005', [1], { digits: 2 }))).toEqual([['too-many-decimal-places', ['total']]])
    expect(issuesOf(() => allocate('1', [1], { digits: -1 }))).toEqual([['too-small', ['options', 'digits']]])
    expect(issuesOf(() => allocate('1', [1], {} as never))).toEqual([['missing', ['options', 'digits']]])
    expect(issuesOf(() => allocate('1', [1], { digits: 0, round: 1 } as never))).toEqual([['unknown-key', ['options', 'round']]])
    expect(issuesOf(() => allocate('1', [1], undefined as never))).toEqual([['missing', ['options']]])
    expect(issuesOf(() => allocate('1', { length: 1 } as never, { digits: 0 }))).toEqual([['wrong-type', ['weights']]])
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested.
    expect(issuesOf(() => allocate('1', [1, , 1] as never, { digits: 0 }))).toEqual([['missing', ['weights', 1]]])
  })

  it('leaves its input alone', () => {
    const shares = Object.freeze([3, 1, 2])
    allocate('10', shares, Object.freeze({ digits: 0 }))
    expect(shares).toEqual([3, 1, 2])
  })
})
