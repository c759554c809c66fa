import type { AlikeRows } from './groupAlike.js'

/** Pearson's correlation of the two numbers of rows; null where either is the same for all. */
export function correlationOf(groups: readonly AlikeRows[]): number | null {
  const counts = groups.map(({ count }) => count)
  const first = deviations(groups, 0, counts)
  const second = deviations(groups, 1, counts)
  if (first === undefined || second === undefined) return null
  const products = (some: readonly number[], others: readonly number[]): number =>
    sumOf(counts, (index) => (some[index] as number) * (others[index] as number))
  const correlation = products(first, second) / Math.sqrt(products(first, first) * products(second, second))
  // Rounding is not to show as more than a whole.
  return Math.min(Math.max(correlation, -1), 1) + 0
}

/** How far each row is from the mean, as a part of the greatest distance; undefined where all are alike. */
function deviations(groups: readonly AlikeRows[], column: number, counts: readonly number[]): number[] | undefined {
  const values = groups.map(({ numbers }) => numbers[column] as number)
  if (values.every((value) => value === values[0])) return undefined
  const mean = sumOf(counts, (index) => values[index] as number) / sumOf(counts, () => 1)
  const differences = values.map((value) => value - mean)
  const greatest = differences.reduce((most, difference) => Math.max(most, Math.abs(difference)), 0)
  return differences.map((difference) => difference / greatest)
}

function sumOf(counts: readonly number[], termOf: (index: number) => number): number {
  return counts.reduce((sum, count, index) => sum + count * termOf(index), 0)
}
