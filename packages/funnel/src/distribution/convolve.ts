import type { Outcomes } from './outcomes.js'
import type { Trials } from './sortTrials.js'

/** Of sums on a grid: so many cells at once, and so many changed altogether. */
const GRID = 2_097_152
const CELLS = 33_554_432
/** Of sums merged in order: so many altogether. */
const MERGED = 4_000_000
/** A merged sum takes as long as so many cells. */
const CELLS_PER_SUM = 8

/**
 * All sums of trials and how likely each is, exactly but for rounding; null where that takes too long. Which trials those are depends on nothing but themselves.
 *
 * @param trials - Sorted, none of them certain or impossible, all together at most 2 ** 53.
 */
export function convolve(trials: Trials): Outcomes | null {
  const step = commonDivisor(trials.amounts)
  const cells = cellsNeeded(trials.amounts, step)
  const sums = sumsAtMost(trials.amounts)
  if (sums <= Math.min(MERGED, cells / CELLS_PER_SUM)) return mergeSums(trials)
  return cells === Number.POSITIVE_INFINITY ? null : fillGrid(trials, step)
}

/** How many sums are merged altogether, were no two of unlike amounts the same. */
function sumsAtMost(amounts: Float64Array): number {
  let [sums, merged, alike] = [1, 0, 0]
  for (let trial = 0; trial < amounts.length; trial += 1) {
    alike = trial > 0 && amounts[trial] === amounts[trial - 1] ? alike + 1 : 1
    // Of so many alike as many may come, or one less, and so on to none.
    sums = (sums / alike) * (alike + 1)
    merged += sums
  }
  return merged
}

/**
 * Trial by trial the sums without it and those with it, merged in their order: as cheap as there are few sums, whatever the amounts.
 */
export function mergeSums({ amounts, probabilities }: Trials): Outcomes {
  let outcomes: Outcomes = { values: new Float64Array(1), probabilities: Float64Array.of(1) }
  for (let trial = 0; trial < amounts.length; trial += 1) {
    outcomes = addTrial(outcomes, amounts[trial] as number, probabilities[trial] as number)
  }
  return outcomes
}

function addTrial(outcomes: Outcomes, amount: number, probability: number): Outcomes {
  const before = outcomes.values
  const known = outcomes.probabilities
  const { length } = before
  const values = new Float64Array(2 * length)
  const probabilities = new Float64Array(2 * length)
  const failure = 1 - probability
  let size = 0
  let without = 0
  for (let winning = 0; winning < length; size += 1) {
    const value = (before[winning] as number) + amount
    const other = without < length ? (before[without] as number) : Number.POSITIVE_INFINITY
    values[size] = Math.min(value, other)
    let sum = 0
    if (other <= value) {
      sum = (known[without] as number) * failure
      without += 1
    }
    if (value <= other) {
      sum += (known[winning] as number) * probability
      winning += 1
    }
    probabilities[size] = sum
  }
  return { values: values.subarray(0, size), probabilities: probabilities.subarray(0, size) }
}

/** All multiples of a step that the sums may be, side by side: quick where the step is large, as with thousands of deals of one price. */
export function fillGrid({ amounts, probabilities }: Trials, step: number): Outcomes {
  const cells = new Float64Array(amounts.reduce((sum, amount) => sum + amount / step, 1))
  cells[0] = 1
  let highest = 0
  for (let trial = 0; trial < amounts.length; trial += 1) {
    const shift = (amounts[trial] as number) / step
    const probability = probabilities[trial] as number
    const failure = 1 - probability
    highest += shift
    for (let cell = highest; cell >= shift; cell -= 1) {
      cells[cell] = (cells[cell] as number) * failure + (cells[cell - shift] as number) * probability
    }
    for (let cell = shift - 1; cell >= 0; cell -= 1) cells[cell] = (cells[cell] as number) * failure
  }
  return { values: cells.map((_, cell) => cell * step), probabilities: cells }
}

/** How many cells a grid changes altogether; infinite where that, or the grid, is too large. */
function cellsNeeded(amounts: Float64Array, step: number): number {
  let highest = 0
  let changed = 0
  for (const amount of amounts) {
    highest += amount / step
    changed += highest
  }
  return highest < GRID && changed <= CELLS ? changed : Number.POSITIVE_INFINITY
}

function commonDivisor(amounts: Float64Array): number {
  let divisor = 0
  for (const amount of amounts) {
    let rest = amount
    while (rest > 0) [divisor, rest] = [rest, divisor % rest]
  }
  return divisor
}
