/** How likely each number of arrivals is. */
export interface ArrivalCounts {
  /** The number that the first place stands for. */
  readonly fewest: number
  /** How likely it is at most as many: never falling, the last one 1. */
  readonly atMost: Float64Array
}

/** Less likely than this share of the likeliest number: left out. */
const NEGLIGIBLE = 1e-18

/**
 * The Poisson distribution, by the ratios of neighbours from the likeliest number on: no exponential is needed, and nothing vanishes however many arrive.
 *
 * @param mean - How many arrive on average: 0 or more.
 */
export function poissonCounts(mean: number): ArrivalCounts {
  const likeliest = Math.floor(mean)
  const below: number[] = []
  for (let count = likeliest, weight = 1; count > 0; count -= 1) {
    weight *= count / mean
    if (weight < NEGLIGIBLE) break
    below.push(weight)
  }
  const weights = [...below.reverse(), 1]
  for (let count = likeliest + 1, weight = 1; ; count += 1) {
    weight *= mean / count
    if (weight < NEGLIGIBLE) break
    weights.push(weight)
  }
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const atMost = new Float64Array(weights.length).fill(1)
  let sum = 0
  for (let place = 0; place < weights.length - 1; place += 1) {
    sum += weights[place] as number
    atMost[place] = Math.min(1, sum / whole)
  }
  return { fewest: likeliest - below.length, atMost }
}
