import { cumulate } from './outcomes.js'
import type { Distribution } from './types.js'

/** So many sums at once. */
const MOST_SUMS = 65_536

/** What chances of amounts add up to that are too long to be exact as numbers; null where there are too many sums. */
export function distributeLong(amounts: readonly bigint[], probabilities: readonly number[]): Distribution<readonly bigint[]> | null {
  let sums = new Map([[0n, 1]])
  for (const [trial, amount] of amounts.entries()) {
    sums = addTrial(sums, amount, probabilities[trial] as number)
    if (sums.size > MOST_SUMS) return null
  }
  const ordered = [...sums].filter(([, probability]) => probability > 0).sort(([one], [other]) => (one < other ? -1 : 1))
  const likely = Float64Array.from(ordered, ([, probability]) => probability)
  return { computed: 'exact', values: ordered.map(([sum]) => sum), probabilities: likely, atMost: cumulate(likely), draws: 0 }
}

function addTrial(before: ReadonlyMap<bigint, number>, amount: bigint, probability: number): Map<bigint, number> {
  const after = new Map<bigint, number>()
  const add = (sum: bigint, chance: number): void => {
    after.set(sum, (after.get(sum) ?? 0) + chance)
  }
  for (const [sum, chance] of before) {
    if (probability < 1) add(sum, chance * (1 - probability))
    if (probability > 0) add(sum + amount, chance * probability)
  }
  return after
}
