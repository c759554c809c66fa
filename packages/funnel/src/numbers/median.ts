/** The median of numbers that never fall, the mean of the two in the middle where there are as many on either side; null where there are none. */
export function medianOf(sorted: ArrayLike<number>): number | null {
  const { length } = sorted
  if (length === 0) return null
  const upper = sorted[length >> 1] as number
  return length % 2 === 1 ? upper : ((sorted[(length >> 1) - 1] as number) + upper) / 2
}
