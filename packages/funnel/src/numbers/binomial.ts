/** So little, beside the likeliest number of successes, that all that is beyond it does not count. */
const NEGLIGIBLE = 1e-18

/** How likely each number of successes is, from the first that is told on: what is left out is so unlikely that it does not count. */
export interface BinomialProbabilities {
  readonly first: number
  readonly probabilities: Float64Array
}

/**
 * How likely so many of independent trials succeed, each with the chance `part` / `whole`.
 *
 * Worked out from the likeliest number on, each from its neighbour, so that nothing underflows and only the four basic operations are used; it takes as long as the square root of the
 * trials.
 *
 * @param trials - A whole number, 0 or more.
 * @param part - 0 to `whole`.
 * @param whole - Above 0.
 * @returns Probabilities that add up to 1.
 */
export function binomialProbabilities(trials: number, part: number, whole: number): BinomialProbabilities {
  if (part === 0) return { first: 0, probabilities: Float64Array.of(1) }
  if (part === whole) return { first: trials, probabilities: Float64Array.of(1) }
  const odds = part / (whole - part)
  const likeliest = Math.min(trials, Math.floor((trials + 1) * (part / whole)))
  const below = fallingWeights(likeliest, (step) => (likeliest - step) / (trials - likeliest + step + 1) / odds)
  const above = fallingWeights(trials - likeliest, (step) => ((trials - likeliest - step) / (likeliest + step + 1)) * odds)
  const all = 1 + sumFromLast(below) + sumFromLast(above)
  const probabilities = new Float64Array(below.length + 1 + above.length)
  for (let place = 0; place < probabilities.length; place += 1) {
    const distance = place - below.length
    const weight = distance === 0 ? 1 : distance < 0 ? below[-distance - 1] : above[distance - 1]
    probabilities[place] = (weight as number) / all
  }
  return { first: likeliest - below.length, probabilities }
}

/** Weights beside the likeliest, from its neighbour on, for as long as they count. */
function fallingWeights(most: number, growth: (step: number) => number): number[] {
  const weights: number[] = []
  for (let step = 0, weight = 1; step < most; step += 1) {
    weight *= growth(step)
    if (weight < NEGLIGIBLE) break
    weights.push(weight)
  }
  return weights
}

/** The least weights come last, and are lost unless they are added first. */
function sumFromLast(weights: readonly number[]): number {
  let sum = 0
  for (let index = weights.length - 1; index >= 0; index -= 1) sum += weights[index] as number
  return sum
}

/**
 * How likely so many of independent trials succeed, or fewer.
 *
 * @param successes - A whole number, 0 to `trials`.
 * @param trials - A whole number, 0 or more.
 * @param chance - Of each, 0 to 1.
 * @returns 0 to 1.
 */
export function atMostSuccesses(successes: number, trials: number, chance: number): number {
  const { first, probabilities } = binomialProbabilities(trials, chance, 1)
  let sum = 0
  for (let place = 0; place < probabilities.length && first + place <= successes; place += 1) sum += probabilities[place] as number
  return Math.min(1, sum)
}
