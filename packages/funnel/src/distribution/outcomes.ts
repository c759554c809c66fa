import type { Distribution } from './types.js'

/** Sums, ascending, each once, and how likely each is. */
export type Outcomes = Pick<Distribution, 'values' | 'probabilities'>

/** The distribution of exact outcomes; those so unlikely that they came out as 0 are left out. */
export function composeExact(outcomes: Outcomes): Distribution {
  const possible = outcomes.probabilities.every((probability) => probability > 0) ? outcomes : leaveOutImpossible(outcomes)
  return { computed: 'exact', ...possible, atMost: cumulate(possible.probabilities), draws: 0 }
}

function leaveOutImpossible({ values, probabilities }: Outcomes): Outcomes {
  const isPossible = (_: number, place: number): boolean => (probabilities[place] as number) > 0
  return { values: values.filter(isPossible), probabilities: probabilities.filter(isPossible) }
}

/** How likely it is at most each of ascending values. */
export function cumulate(probabilities: Float64Array): Float64Array {
  const atMost = new Float64Array(probabilities.length)
  let sum = 0
  let excess = 0
  for (let place = 0; place < probabilities.length; place += 1) {
    // Compensated (Kahan): what rounding takes from millions of outcomes is given back, though never so that the sum falls.
    const added = (probabilities[place] as number) - excess
    const next = Math.max(sum, sum + added)
    excess = next - sum - added
    sum = next
    atMost[place] = Math.min(1, sum)
  }
  atMost[probabilities.length - 1] = 1
  return atMost
}

/** The distribution of sums that were drawn. */
export function composeSimulated(sums: Float64Array): Distribution {
  const draws = sums.length
  const sorted = sums.slice().sort()
  const lasts: number[] = []
  for (let place = 0; place < draws; place += 1) {
    if (place + 1 === draws || sorted[place + 1] !== sorted[place]) lasts.push(place)
  }
  return {
    computed: 'simulated',
    values: Float64Array.from(lasts, (last) => sorted[last] as number),
    probabilities: Float64Array.from(lasts, (last, index) => (last - (lasts[index - 1] ?? -1)) / draws),
    atMost: Float64Array.from(lasts, (last) => (last + 1) / draws),
    draws,
  }
}
