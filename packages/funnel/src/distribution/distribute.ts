import { convolve } from './convolve.js'
import { composeExact, composeSimulated } from './outcomes.js'
import { drawsFor, simulate } from './simulate.js'
import { sortTrials } from './sortTrials.js'
import type { Chances, Distribution } from './types.js'

/**
 * What independent chances add up to: exactly while that is cheap and nothing is taken of a pool, otherwise by simulation. The order of chances does not matter.
 *
 * @param chances - Probabilities of 0 to 1.
 * @param seed - Of the simulation: a whole number, 0 to 4294967295.
 * @param isRounded - Whether amounts are rounded, so that no sum of them is exact.
 */
export function distribute(chances: Chances, seed: number, isRounded = false): Distribution {
  const trials = sortTrials(chances)
  const certain = chances.certain + trials.certain
  const pooled = chances.pooled.filter((probability) => probability > 0).sort()
  if (!isRounded && pooled.length === 0 && chances.arrivals === 0) {
    const outcomes = convolve(trials)
    if (outcomes !== null) return composeExact({ ...outcomes, values: outcomes.values.map((value) => certain + value) })
  }
  const { amounts, probabilities } = trials
  const open: Chances = { certain, amounts, probabilities, pooled, arrivals: chances.arrivals, pool: chances.pool.slice().sort() }
  return composeSimulated(simulate(open, seed, drawsFor(open)))
}
