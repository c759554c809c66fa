import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chanceOfDecline } from './chanceOfDecline.js'

type Week = { readonly entered: number; readonly converted: number }

const weeksOf = (...counts: readonly (readonly [entered: number, converted: number])[]): Week[] =>
  counts.map(([entered, converted]) => ({ entered, converted }))

/** The probability of all outcomes in which every rate is lower than the one before, one outcome after another. */
function enumerate(weeks: readonly Week[]): number {
  const all = weeks.reduce((sum, { entered }) => sum + entered, 0)
  const chance = weeks.reduce((sum, { converted }) => sum + converted, 0) / all
  let sum = 0
  const go = (week: number, probability: number, before: readonly [number, number] | null): void => {
    const entered = weeks[week]?.entered
    if (entered === undefined) sum += probability
    else
      for (let converted = 0, ways = 1; converted <= entered; ways = (ways * (entered - converted)) / (converted + 1), converted += 1) {
        if (before !== null && converted * before[1] >= before[0] * entered) break
        go(week + 1, probability * ways * chance ** converted * (1 - chance) ** (entered - converted), [converted, entered])
      }
  }
  go(0, 1, null)
  return sum
}

const anyWeeks = fc.array(
  fc.integer({ min: 1, max: 7 }).chain((entered) => fc.nat(entered).map((converted): Week => ({ entered, converted }))),
  { minLength: 2, maxLength: 4 },
)

describe('chanceOfDecline', () => {
  it('by hand: one of each of two fair coins falls with a quarter; of pairs 2, 1 and 0 with (1 × 2 × 1) / 64', () => {
    expect(chanceOfDecline(weeksOf([1, 1], [1, 0]))).toBe(0.25)
    expect(chanceOfDecline(weeksOf([2, 2], [2, 1], [2, 0]))).toBeCloseTo(2 / 64, 15)
    // Of halves and thirds, at a chance of 2/5: 1/2 above 0 and 1/3; 2/2 above 0, 1/3 and 2/3.
    const [half, both] = [2 * 0.4 * 0.6, 0.4 ** 2]
    const [none, third, twoThirds] = [0.6 ** 3, 3 * 0.4 * 0.6 ** 2, 3 * 0.4 ** 2 * 0.6]
    expect(chanceOfDecline(weeksOf([2, 1], [3, 1]))).toBeCloseTo(half * (none + third) + both * (none + third + twoThirds), 15)
  })

  it('one order of all there are, where rates hardly ever tie: a half, a sixth, 1 of 24', () => {
    const many: Week[] = weeksOf([999_999_937, 300_000_000], [1_000_000_000, 299_000_000], [999_999_893, 301_000_000], [999_999_929, 300_500_000])
    const chances = [2, 3, 4].map((count) => chanceOfDecline(many.slice(0, count)))
    expect(chances).toEqual([expect.closeTo(1 / 2, 4), expect.closeTo(1 / 6, 4), expect.closeTo(1 / 24, 4)])
  })

  it('of two weeks alike is half of what is left of ties', () => {
    // Two weeks of n tie in choose(2n, n) of 4 ** n cases.
    expect(chanceOfDecline(weeksOf([10, 5], [10, 5]))).toBeCloseTo((1 - 184_756 / 4 ** 10) / 2, 14)
  })

  it('never happens where nobody or everybody converts', () => {
    expect(chanceOfDecline(weeksOf([5, 0], [7, 0], [3, 0]))).toBe(0)
    expect(chanceOfDecline(weeksOf([5, 5], [7, 7]))).toBe(0)
    // A single one has two rates at most.
    expect(chanceOfDecline(weeksOf([1, 1], [1, 0], [1, 0]))).toBe(0)
  })

  it('is the sum over all outcomes', () => {
    fc.assert(
      fc.property(anyWeeks, (weeks) => {
        const chance = chanceOfDecline(weeks)
        expect(chance).toBeCloseTo(enumerate(weeks), 13)
        expect(chance >= 0 && chance <= 1).toBe(true)
      }),
    )
  })

  it('is the same backwards with those that did not convert, and less with every week more', () => {
    const larger = fc.array(
      fc.integer({ min: 1, max: 5000 }).chain((entered) => fc.nat(entered).map((converted): Week => ({ entered, converted }))),
      { minLength: 2, maxLength: 6 },
    )
    fc.assert(
      fc.property(larger, (weeks) => {
        const chance = chanceOfDecline(weeks)
        const mirrored = weeks.map(({ entered, converted }) => ({ entered, converted: entered - converted })).reverse()
        expect(chanceOfDecline(mirrored)).toBeCloseTo(chance, 11)
        expect(chance).toBeGreaterThanOrEqual(0)
        // At one and the same chance a fall more can only be rarer; that of the weeks does not change with their order.
        const [first, ...others] = weeks as [Week, ...Week[]]
        const twice = [first, ...others, ...weeks]
        expect(chanceOfDecline(twice)).toBeLessThanOrEqual(chance + 1e-12)
      }),
      { numRuns: 40 },
    )
  })

  it('takes a year of the most there may be', () => {
    const year = Array.from({ length: 53 }, (_, index): Week => ({ entered: 1_000_000_000 - index, converted: 400_000_000 }))
    const chance = chanceOfDecline(year)
    expect(chance).toBeGreaterThan(0)
    expect(chance).toBeLessThan(1e-60)
  })
})
