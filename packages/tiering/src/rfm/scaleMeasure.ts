import { firstWhere } from './firstWhere.js'
import { compareFractions, type Fraction } from './fraction.js'
import { quantileSteps } from './quantileSteps.js'
import type { ValueGroups } from './valueGroups.js'

/** How a measure is scored: in groups as equal in size as ties allow, by quantiles + 1 as R's package rfm does, or by fixed cuts. */
export type ScoreRule =
  | { readonly type: 'bins' | 'quantiles'; readonly bins: number; readonly fewerIsBetter: boolean }
  | { readonly type: 'cuts'; readonly bins: number; readonly fewerIsBetter: boolean; readonly cuts: readonly Fraction[] }

/** How a measure is scored. */
export interface ScoreScale {
  /** Where scores change, ascending: one cut fewer than there are scores. Null where no value is at or above the cut, so that there is none. */
  readonly cuts: readonly (Fraction | null)[]
  /** The score of each group. */
  readonly scores: Uint8Array
}

/** The score of whoever has no value. */
export const SCORE_OF_NONE = 1

/**
 * Scores the different values of a measure: from them and how many customers have each alone.
 *
 * @param groups - The different values.
 * @param rule - How they are scored.
 * @param unscored - How many groups, from the least value on, score as if no cut were at or below them.
 */
export function scaleMeasure(groups: ValueGroups, rule: ScoreRule, unscored = 0): ScoreScale {
  const values = groups.counts.length
  const found = findSteps(groups, rule)
  const steps = found.steps.map((step) => Math.max(step, unscored))
  const cuts = found.cuts ?? steps.map((step) => (step < values ? groups.valueAt(step) : null))
  return { cuts, scores: scoresOfGroups(steps, values, rule) }
}

/** The first group at or above each cut, the number of groups where there is none; and the cuts, where they are not just the values there. */
function findSteps(groups: ValueGroups, rule: ScoreRule): { readonly steps: readonly number[]; readonly cuts?: readonly (Fraction | null)[] } {
  const { counts, valueAt } = groups
  switch (rule.type) {
    case 'bins':
      return { steps: stepsOfBins(counts, rule) }
    case 'quantiles':
      return quantileSteps(groups, rule.bins)
    case 'cuts':
      return {
        steps: rule.cuts.map((cut) => firstWhere(counts.length, (group) => compareFractions(valueAt(group), cut) >= 0)),
        cuts: rule.cuts,
      }
  }
}

function scoresOfGroups(steps: readonly number[], values: number, { bins, fewerIsBetter }: ScoreRule): Uint8Array {
  const scores = new Uint8Array(values)
  let passed = 0
  for (let group = 0; group < values; group++) {
    while ((steps[passed] as number) <= group) passed += 1
    scores[group] = fewerIsBetter ? bins - passed : 1 + passed
  }
  return scores
}

/**
 * A group scores 1 + ⌊bins × its middle⌋, where the middle is the mean of the shares of customers who are worse, and who are worse or alike; but the
 * worst group scores 1, and the best `bins`. So equal values score alike, the best is never without the best score, and nothing depends on a unit.
 */
function stepsOfBins(counts: ArrayLike<number>, { bins, fewerIsBetter }: ScoreRule): number[] {
  const values = counts.length
  const most = bins - 1
  const customers = sumOf(counts)
  const steps: number[] = []
  let below = 0
  for (let group = 0; group < values; group++) {
    const atOrBelow = below + (counts[group] as number)
    const halves = fewerIsBetter ? 2 * customers - below - atOrBelow : below + atOrBelow
    // Of a dividend below 2⁵³ and so small a quotient, the nearest number is never rounded up to the next integer.
    const middle = Math.floor((bins * halves) / (2 * customers))
    const isBest = group === (fewerIsBetter ? 0 : values - 1)
    const isWorst = group === (fewerIsBetter ? values - 1 : 0)
    const rank = isBest ? most : isWorst ? 0 : middle
    while (steps.length < (fewerIsBetter ? most - rank : rank)) steps.push(group)
    below = atOrBelow
  }
  while (steps.length < most) steps.push(values)
  return steps
}

function sumOf(counts: ArrayLike<number>): number {
  let sum = 0
  for (let group = 0; group < counts.length; group++) sum += counts[group] as number
  return sum
}
