import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fisherExact } from './fisherExact.js'

type Table = readonly [successes: number, trials: number, otherSuccesses: number, otherTrials: number]

/** Counts of a table: so many successes and failures of the one, of the other. */
const ofCounts = (successes: number, failures: number, otherSuccesses: number, otherFailures: number): Table => [
  successes,
  successes + failures,
  otherSuccesses,
  otherSuccesses + otherFailures,
]

function binomial(from: number, choose: number): bigint {
  let ways = 1n
  for (let index = 1; index <= choose; index += 1) ways = (ways * BigInt(from - choose + index)) / BigInt(index)
  return ways
}

/** The same by its definition: the ways of every table with the same margins, counted exactly; as likely is what differs by less than a ten millionth. */
function enumerate([successes, trials, otherSuccesses, otherTrials]: Table): number {
  const all = successes + otherSuccesses
  const least = Math.max(0, all - otherTrials)
  const ways = Array.from({ length: Math.min(all, trials) - least + 1 }, (_, index) => {
    return binomial(trials, least + index) * binomial(otherTrials, all - least - index)
  })
  const bound = (ways[successes - least] as bigint) * 10_000_001n
  const extreme = ways.filter((one) => one * 10_000_000n <= bound).reduce((sum, one) => sum + one, 0n)
  const whole = ways.reduce((sum, one) => sum + one, 0n)
  return Number((extreme * 10n ** 300n) / whole) / 1e300
}

const sampleOf = (most: number): fc.Arbitrary<readonly [number, number]> =>
  fc.nat(most).chain((trials) => fc.tuple(fc.nat(trials), fc.constant(trials)))
const tables = (most: number): fc.Arbitrary<Table> => fc.tuple(sampleOf(most), sampleOf(most)).map(([one, other]): Table => [...one, ...other])

describe('fisherExact', () => {
  // R: fisher.test of ?fisher.test: TeaTasting (Fisher's lady, who told 3 of 4 cups) and Convictions (twins of criminals).
  it.each<[Table, number]>([
    [ofCounts(3, 1, 1, 3), 0.4857143],
    [ofCounts(2, 10, 15, 3), 0.0005367],
  ])('of %j is %d (R)', (table, pValue) => {
    expect(fisherExact(...table)).toBeCloseTo(pValue, 7)
  })

  // The first two are by hand: 34 / 70, and 1 / 126 twice over. The others: scipy.stats.fisher_exact, and the same sums with forty digits (mpmath).
  it.each<[Table, number]>([
    [ofCounts(3, 1, 1, 3), 34 / 70],
    [ofCounts(0, 5, 5, 0), 2 / 252],
    [ofCounts(0, 3, 0, 4), 1],
    [ofCounts(1, 9, 11, 3), 0.0027594561852200836],
    [ofCounts(8, 2, 1, 5), 0.034965034965034975],
    [ofCounts(12, 5, 29, 2), 0.0802685520741046],
    [ofCounts(4238, 2473, 1500, 900), 0.5711906540911744],
    [ofCounts(100, 0, 0, 100), 2.208760693199503e-59],
  ])('of %j is %d', (table, pValue) => {
    expect(fisherExact(...table) / pValue).toBeCloseTo(1, 12)
  })

  it('is 1 where there is nothing to compare with, or nothing that could differ', () => {
    for (const table of [ofCounts(0, 0, 0, 0), ofCounts(3, 4, 0, 0), ofCounts(0, 0, 3, 4), ofCounts(5, 0, 9, 0), ofCounts(0, 1, 0, 8)]) {
      expect(fisherExact(...table)).toBe(1)
    }
  })

  it('is what counting every table gives', () => {
    fc.assert(
      fc.property(fc.oneof(tables(12), tables(200)), (table) => {
        expect(fisherExact(...table) / enumerate(table)).toBeCloseTo(1, 10)
      }),
      { numRuns: 300 },
    )
  })

  it('does not ask which sample is the first, nor what is called a success', () => {
    fc.assert(
      fc.property(tables(5000), ([successes, trials, otherSuccesses, otherTrials]) => {
        const pValue = fisherExact(successes, trials, otherSuccesses, otherTrials)
        expect(pValue).toBeGreaterThanOrEqual(0)
        expect(pValue).toBeLessThanOrEqual(1)
        for (const same of [
          fisherExact(otherSuccesses, otherTrials, successes, trials),
          fisherExact(trials - successes, trials, otherTrials - otherSuccesses, otherTrials),
          // Nor which of the two ways of parting deals is told first.
          fisherExact(successes, successes + otherSuccesses, trials - successes, trials + otherTrials - successes - otherSuccesses),
        ]) {
          expect(Math.abs(same - pValue)).toBeLessThanOrEqual(pValue * 1e-9)
        }
      }),
    )
  })

  it('never grows as the rates draw apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 300 }), (trials, successes) => {
        fc.pre(successes <= trials)
        const pValues = Array.from({ length: trials - successes + 1 }, (_, more) => fisherExact(successes, trials, successes + more, trials))
        for (const [index, pValue] of pValues.entries()) expect(pValue).toBeLessThanOrEqual((pValues[index - 1] ?? 1) * (1 + 1e-9))
      }),
      { numRuns: 50 },
    )
  })

  it('takes counts however large, and says 0 where nobody could tell the difference from it', () => {
    // Worked out with forty digits.
    expect(fisherExact(450_000, 1_000_000, 448_000, 1_000_000)).toBeCloseTo(0.004485460641305255, 14)
    expect(fisherExact(500_000_000, 1_000_000_000, 500_000_000, 1_000_000_000)).toBe(1)
    expect(fisherExact(1_000_000_000, 1_000_000_000, 0, 1_000_000_000)).toBe(0)
    expect(fisherExact(0, 1, 1, 1_000_000_000_000)).toBe(1)
  })
})
