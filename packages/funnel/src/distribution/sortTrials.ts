/** Amounts that come with the probability of the same place, or not at all. */
export interface Trials {
  readonly amounts: Float64Array
  readonly probabilities: Float64Array
}

/** The trials whose outcome is not known beforehand: smallest amounts first, of equal ones the least likely. What comes in any case is told apart. */
export function sortTrials({ amounts, probabilities }: Trials): Trials & { readonly certain: number } {
  let certain = 0
  const open: number[] = []
  for (let trial = 0; trial < amounts.length; trial += 1) {
    const probability = probabilities[trial] as number
    if (probability === 1) certain += amounts[trial] as number
    else if (probability > 0 && (amounts[trial] as number) > 0) open.push(trial)
  }
  const ordered = Uint32Array.from(open).sort(
    (one, other) => (amounts[one] as number) - (amounts[other] as number) || (probabilities[one] as number) - (probabilities[other] as number),
  )
  const column = (numbers: Float64Array): Float64Array => Float64Array.from(ordered, (trial) => numbers[trial] as number)
  return { certain, amounts: column(amounts), probabilities: column(probabilities) }
}
