import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOnGrid } from './binaryGrid.js'

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)
const exactly = (dividend: bigint, divisor: bigint): number => Number((dividend * 2n ** 80n) / divisor) / 2 ** 80

const dividends = fc.bigInt({ min: -(2n ** 40n), max: 2n ** 40n })
const partsOfMembers = fc.array(fc.array(dividends, { maxLength: 6 }), { maxLength: 5 })
const divisors = fc.bigInt({ min: 1n, max: 10n ** 9n })

describe('layOnGrid', () => {
  it('divides 1 in three parts that add up to it', () => {
    const { total, sums, members } = layOnGrid([[1n], [1n], [1n]], 3n)
    expect([total, sumOf(sums)]).toEqual([1, 1])
    expect(members).toEqual(sums.map((one) => [one]))
    expect(new Set(sums).size).toBe(2)
    for (const one of sums) expect(one).toBeCloseTo(1 / 3, 15)
  })

  it('leaves what is exact as it is, and nothing of nothing', () => {
    expect(layOnGrid([[1n, -3n], [], [0n]], 4n)).toEqual({ total: -0.5, sums: [-0.5, 0, 0], members: [[0.25, -0.75], [], [0]] })
    expect(layOnGrid([[0n], []], 7n)).toEqual({ total: 0, sums: [0, 0], members: [[0], []] })
    expect(layOnGrid([], 7n)).toEqual({ total: 0, sums: [], members: [] })
  })

  it('goes as far as numbers do', () => {
    expect(layOnGrid([[1n]], 2n ** 1074n).total).toBe(Number.MIN_VALUE)
    expect(layOnGrid([[1n]], 2n ** 1080n).total).toBe(0)
    expect(layOnGrid([[10n ** 300n], [-1n]], 1n)).toEqual({ total: 1e300, sums: [1e300, 0], members: [[1e300], [0]] })
  })

  it('takes the first of a tie, whichever the signs are', () => {
    // Beside so much the unit is 1, of which three quarters are due to three alike.
    const quarters = [[2n ** 54n], [1n], [1n], [1n]]
    expect(layOnGrid(quarters, 4n)).toMatchObject({ total: 2 ** 52 + 1, sums: [2 ** 52, 1, 0, 0] })
    const turned = quarters.map((members) => members.map((member) => -member))
    expect(layOnGrid(turned, 4n)).toMatchObject({ total: -(2 ** 52 + 1), sums: [-(2 ** 52), -1, 0, 0] })
  })

  it('gives numbers that add up in every order, as near as they can be', () => {
    fc.assert(
      fc.property(partsOfMembers, divisors, (parts, divisor) => {
        const { total, sums, members } = layOnGrid(parts, divisor)
        expect([sumOf(sums), sumOf([...sums].reverse())]).toEqual([total, total])
        members.forEach((numbers, part) => {
          expect([sumOf(numbers), sumOf([...numbers].sort((one, other) => one - other))]).toEqual([sums[part], sums[part]])
        })
        expect([sumOf(members.flat()), sumOf(members.flat().reverse())]).toEqual([total, total])
        const size = sumOf(parts.flat().map((member) => Math.abs(exactly(member, divisor))))
        parts.forEach((dividendsOf, part) => {
          dividendsOf.forEach((dividend, index) => {
            const told = members[part]?.[index] as number
            expect(Math.abs(told - exactly(dividend, divisor))).toBeLessThanOrEqual(size * 2 ** -51)
            if (dividend === 0n) expect(told).toBe(0)
            expect(Object.is(told, -0)).toBe(false)
          })
        })
      }),
    )
  })

  it('tells a total of parts of one sign as the nearest number', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 2n ** 40n }), { minLength: 1, maxLength: 9 }), divisors, (all, divisor) => {
        const sum = Number(all.reduce((one, other) => one + other, 0n))
        expect(layOnGrid([all], divisor).total).toBe(sum / Number(divisor))
      }),
    )
  })

  it('is turned with the signs, and moved with the point', () => {
    fc.assert(
      fc.property(partsOfMembers, divisors, fc.integer({ min: 1, max: 200 }), (parts, divisor, shift) => {
        const { total, members } = layOnGrid(parts, divisor)
        const turned = layOnGrid(
          parts.map((one) => one.map((member) => -member)),
          divisor,
        )
        expect(turned.total).toBe(0 - total)
        expect(turned.members).toEqual(members.map((one) => one.map((member) => 0 - member)))
        const moved = layOnGrid(parts, divisor << BigInt(shift))
        expect(moved.members).toEqual(members.map((one) => one.map((member) => member / 2 ** shift)))
      }),
    )
  })
})
