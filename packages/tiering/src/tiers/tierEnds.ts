import type { ComparedFigure } from './tierLimits.js'

/** Units that sums are exact in: any bigints, or integers whose sums are all below 2 ** 53 in size. */
export type ExactUnits = bigint | number

/**
 * Places customers by their values, sorted from the greatest: those of one value are placed together. It takes O(n) for n customers.
 *
 * @param units - The sorted values, as bigints or as numbers that can be added up exactly.
 * @param compared - What is compared with the limits.
 * @param limits - As {@link tierLimits} gives them; with numbers the nearest numbers to them, which is exact wherever the units are.
 * @returns For each tier, how many customers are in it or in a better one: tier `t` has the customers from `ends[t - 1]` to before `ends[t]`.
 */
export function tierEnds(units: ArrayLike<ExactUnits>, compared: ComparedFigure, limits: readonly ExactUnits[]): number[] {
  const { length } = units
  const ends: number[] = []
  let sum = zeroOf(units)
  for (let start = 0, end = 0; start < length && ends.length < limits.length; start = end) {
    const value = units[start] as ExactUnits
    const before = sum
    for (end = start; end < length && units[end] === value; end++) sum = add(sum, value)
    const figure = figureOf(compared, value, before, sum, start, end)
    while (ends.length < limits.length && !keeps(figure, limits[ends.length] as ExactUnits, compared)) ends.push(start)
  }
  while (ends.length <= limits.length) ends.push(length)
  return ends
}

function figureOf(
  compared: ComparedFigure,
  value: ExactUnits,
  sumBefore: ExactUnits,
  sumThrough: ExactUnits,
  countBefore: number,
  countThrough: number,
): ExactUnits {
  switch (compared) {
    case 'value':
      return value
    case 'sum-before':
      return sumBefore
    case 'sum-through':
      return sumThrough
    case 'count-before':
      return countBefore
    case 'count-through':
      return countThrough
  }
}

/** Numbers and bigints are compared exactly with each other. */
function keeps(figure: ExactUnits, limit: ExactUnits, compared: ComparedFigure): boolean {
  return compared === 'value' ? figure >= limit : figure < limit
}

function zeroOf(units: ArrayLike<ExactUnits>): ExactUnits {
  return typeof units[0] === 'bigint' ? 0n : 0
}

/** The sum of two of one kind. */
function add(a: ExactUnits, b: ExactUnits): ExactUnits {
  return (a as number) + (b as number)
}
