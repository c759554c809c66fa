import fc from 'fast-check'
import type { Chances } from '../src/distribution/types.js'

/** An amount with its probability. */
export type Trial = readonly [amount: number, probability: number]

/** Chances of trials alone unless more is said. */
export const chancesOf = (
  trials: readonly Trial[],
  {
    certain = 0,
    pooled = [],
    arrivals = 0,
    pool = [],
  }: { readonly certain?: number; readonly pooled?: readonly number[]; readonly arrivals?: number; readonly pool?: readonly number[] } = {},
): Chances => ({
  certain,
  amounts: Float64Array.from(trials, ([amount]) => amount),
  probabilities: Float64Array.from(trials, ([, probability]) => probability),
  pooled: Float64Array.from(pooled),
  arrivals,
  pool: Float64Array.from(pool),
})

const probabilities: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, 1, 0.5, 0.25, 1e-20, 1 - 2 ** -53),
  // The product of a dozen is still a number like others.
  fc.double({ min: 1e-20, max: 1, noNaN: true }),
  fc.nat(100).map((percent) => percent / 100),
)

/** Small ones that meet often, round ones, and huge ones: twelve of them stay below 2 ** 53. */
const amounts = fc.oneof(
  fc.nat(5),
  fc.nat(40).map((hundreds) => hundreds * 100),
  fc.nat(10_000_000),
  fc.constant(2 ** 49),
)

/** At most so many trials, up to 12. */
export const trials = (maxLength: number): fc.Arbitrary<Trial[]> => fc.array(fc.tuple(amounts, probabilities), { maxLength, size: 'max' })

/** Every outcome of every trial, one after the other: 2 to the power of the number of trials. */
export function enumerateSums(all: readonly Trial[], certain = 0): Map<number, number> {
  const sums = new Map<number, number>()
  for (let outcome = 0; outcome < 2 ** all.length; outcome += 1) {
    let [sum, likely] = [certain, 1]
    for (const [place, [amount, probability]] of all.entries()) {
      const comes = Math.floor(outcome / 2 ** place) % 2 === 1
      sum += comes ? amount : 0
      likely *= comes ? probability : 1 - probability
    }
    if (likely > 0) sums.set(sum, (sums.get(sum) ?? 0) + likely)
  }
  return new Map([...sums].sort(([one], [other]) => one - other))
}
