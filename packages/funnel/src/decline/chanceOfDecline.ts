import { binomialProbabilities } from '../numbers/binomial.js'

/** So many that entered, and so many of them that converted. */
interface Counts {
  readonly entered: number
  readonly converted: number
}

/**
 * How often the rate of weeks falls every time by chance alone: if as many entered, and each converted with one chance throughout, that of all these weeks together.
 *
 * Exact but for rounding: the probabilities of all outcomes in which each rate is lower than the one before are added up, week by week; rates are compared as fractions of integers.
 *
 * @param weeks - In order; in each someone entered, 1e9 at most.
 * @returns 0 to 1.
 */
export function chanceOfDecline(weeks: readonly Counts[]): number {
  const [entered, converted] = [sumOf(weeks.map((week) => week.entered)), sumOf(weeks.map((week) => week.converted))]
  let before: Chances | undefined
  for (const week of weeks) {
    const { first, probabilities } = binomialProbabilities(week.entered, converted, entered)
    if (before !== undefined) thinOut(probabilities, first, week.entered, before)
    before = { first, entered: week.entered, above: sumsFromLast(probabilities) }
  }
  return Math.min(1, before?.above[0] ?? 0)
}

/** How likely a week has so many conversions and more, with all falls before it. */
interface Chances {
  readonly first: number
  readonly entered: number
  /** At each place the sum from there on. */
  readonly above: Float64Array
}

/** Of each number of conversions leaves the probability that it comes after a higher rate. */
function thinOut(probabilities: Float64Array, first: number, entered: number, before: Chances): void {
  // The rate before is higher from the conversions on that are more than `converted × before.entered / entered`, of which the whole part is kept as it grows: no product is ever made
  // that might be beyond the integers that are exact.
  const [step, stepRest] = [Math.floor(before.entered / entered), before.entered % entered]
  const start = BigInt(first) * BigInt(before.entered)
  let whole = Number(start / BigInt(entered))
  let rest = Number(start % BigInt(entered))
  for (let place = 0; place < probabilities.length; place += 1) {
    const higher = Math.max(0, whole + 1 - before.first)
    probabilities[place] = (probabilities[place] as number) * (before.above[higher] ?? 0)
    rest += stepRest
    whole += step
    if (rest < entered) continue
    rest -= entered
    whole += 1
  }
}

function sumsFromLast(probabilities: Float64Array): Float64Array {
  const sums = new Float64Array(probabilities.length)
  let sum = 0
  for (let place = probabilities.length - 1; place >= 0; place -= 1) {
    sum += probabilities[place] as number
    sums[place] = sum
  }
  return sums
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
