/**
 * The value that a percentage of sorted numbers do not exceed, interpolated linearly between the two next to its place; of whole numbers it is
 * rounded once.
 *
 * Source: type 7 of Hyndman & Fan, *Sample Quantiles in Statistical Packages*, 1996, as in R, numpy and Excel's PERCENTILE.INC.
 *
 * @param sorted - The numbers, at least one, ascending.
 * @param percent - A whole number from 0 to 100: 50 for the median.
 */
export function quantile(sorted: ArrayLike<number>, percent: number): number {
  // In whole numbers: 11 × 0.9 less 9 would be 0.9000000000000004.
  const place = (sorted.length - 1) * percent
  const index = Math.floor(place / 100)
  const beyond = place - index * 100
  const below = sorted[index] as number
  if (beyond === 0) return below
  const above = sorted[index + 1] as number
  return below === above ? below : (below * (100 - beyond) + above * beyond) / 100
}
