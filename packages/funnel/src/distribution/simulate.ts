import { poissonCounts } from './poisson.js'
import { createRandom, type FillRandom } from './random.js'
import type { Chances } from './types.js'

/** How many whole numbers there are of 32 bits. */
const RANGE = 4_294_967_296
const DRAWS = 10_000
const FEWEST_DRAWS = 1000
/** So many trials altogether, unless that leaves fewer than the fewest draws. */
const TRIALS = 50_000_000
/** So many arrivals are drawn at once. */
const AT_ONCE = 4096

/** How often chances are drawn: as often as `DRAWS` says while that is quick, seldomer where there are very many of them. */
export function drawsFor({ amounts, pooled, arrivals }: Chances): number {
  const trials = Math.max(1, amounts.length + pooled.length + arrivals)
  return Math.max(FEWEST_DRAWS, Math.min(DRAWS, Math.floor(TRIALS / trials)))
}

/**
 * What the chances add up to, drawn again and again: one chance after the other, each for all draws.
 *
 * @param chances - In an order that depends on nothing else: other numbers come out of another order.
 * @param seed - A whole number, 0 to 4294967295.
 * @param draws - How often: 1 or more.
 */
export function simulate({ certain, amounts, probabilities, pooled, arrivals, pool }: Chances, seed: number, draws: number): Float64Array {
  const fill = createRandom(seed)
  const numbers = new Uint32Array(draws)
  const sums = new Float64Array(draws).fill(certain)
  for (let trial = 0; trial < amounts.length; trial += 1) {
    const amount = amounts[trial] as number
    const threshold = thresholdOf(probabilities[trial] as number)
    fill(numbers)
    // Multiplied and not asked with `if`, which nobody could foretell: twice as quick.
    for (let draw = 0; draw < draws; draw += 1) {
      sums[draw] = (sums[draw] as number) + amount * Number((numbers[draw] as number) < threshold)
    }
  }
  const picks = new Uint32Array(draws)
  for (const probability of pooled) {
    const threshold = thresholdOf(probability)
    fill(numbers)
    fill(picks)
    for (let draw = 0; draw < draws; draw += 1) {
      if ((numbers[draw] as number) < threshold) sums[draw] = (sums[draw] as number) + pick(pool, picks[draw] as number)
    }
  }
  if (arrivals > 0) addArrivals(sums, arrivals, pool, fill)
  return sums
}

function addArrivals(sums: Float64Array, arrivals: number, pool: Float64Array, fill: FillRandom): void {
  const { fewest, atMost } = poissonCounts(arrivals)
  const numbers = new Uint32Array(sums.length)
  fill(numbers)
  const picks = new Uint32Array(AT_ONCE)
  for (let draw = 0; draw < sums.length; draw += 1) {
    let sum = sums[draw] as number
    for (let left = fewest + firstAbove(atMost, (numbers[draw] as number) / RANGE); left > 0; left -= AT_ONCE) {
      const some = left < AT_ONCE ? picks.subarray(0, left) : picks
      fill(some)
      for (let place = 0; place < some.length; place += 1) sum += pick(pool, some[place] as number)
    }
    sums[draw] = sum
  }
}

/** Below which number it is a success: every number is below that of 1. */
function thresholdOf(probability: number): number {
  return Math.round(probability * RANGE)
}

function pick(pool: Float64Array, number: number): number {
  return pool[Math.floor((number * pool.length) / RANGE)] as number
}

/** The first place above a share, which is below 1, by halving. */
function firstAbove(atMost: Float64Array, share: number): number {
  let [low, high] = [0, atMost.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((atMost[middle] as number) > share) high = middle
    else low = middle + 1
  }
  return low
}
