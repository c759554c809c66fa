/**
 * Adds up numbers with a single rounding at the end, so that their order does not matter.
 *
 * The running sum is held as partial sums that do not overlap: J. R. Shewchuk, "Adaptive precision floating-point arithmetic", 1997.
 * The numbers' sum must stay within ±1e308.
 */
export function sumPrecisely(values: Iterable<number>): number {
  return (Array.isArray(values) ? sumQuickly(values) : undefined) ?? sumPartials(values)
}

/**
 * The sum, with the errors of its additions added up beside it, or undefined where the errors of those could still change the last bit.
 *
 * @see T. Ogita, S. M. Rump, S. Oishi, "Accurate sum and dot product", 2005.
 */
function sumQuickly(values: readonly number[]): number | undefined {
  let sum = 0
  let errors = 0
  let doubt = 0
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number
    const next = sum + value
    const part = next - sum
    const error = sum - (next - part) + (value - part)
    const nextErrors = errors + error
    const errorPart = nextErrors - errors
    doubt += Math.abs(errors - (nextErrors - errorPart) + (error - errorPart))
    sum = next
    errors = nextErrors
  }
  if (doubt === 0) return sum + errors + 0
  const margin = 2 * doubt + Number.EPSILON * Math.abs(errors)
  const total = sum + (errors + margin)
  return total === sum + (errors - margin) ? total + 0 : undefined
}

function sumPartials(values: Iterable<number>): number {
  const partials: number[] = []
  for (const value of values) {
    let carried = value
    let kept = 0
    for (const partial of partials) {
      const sum = carried + partial
      const error = Math.abs(carried) < Math.abs(partial) ? carried - (sum - partial) : partial - (sum - carried)
      if (error !== 0) partials[kept++] = error
      carried = sum
    }
    partials.length = kept
    partials.push(carried)
  }
  return roundPartials(partials)
}

/** The nearest number to the exact sum of partials that do not overlap, the smallest first; a tie goes to the even neighbour. */
function roundPartials(partials: number[]): number {
  let total = partials.pop() ?? 0
  let rest = 0
  while (partials.length > 0 && rest === 0) {
    const before = total
    const partial = partials.pop() as number
    total = before + partial
    rest = partial - (total - before)
  }
  const next = partials.at(-1) ?? 0
  if (rest !== 0 && Math.sign(rest) === Math.sign(next)) {
    const nudged = total + 2 * rest
    if (nudged - total === 2 * rest) return nudged
  }
  return total + 0
}
