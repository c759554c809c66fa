import { quantile } from '../numbers/quantile.js'
import type { Duration } from './types.js'

/** The median and the 90th percentile of seconds, in any order. */
export function durationOf(seconds: readonly number[]): Duration {
  const count = seconds.length
  if (count === 0) return { median: null, p90: null, count }
  const sorted = Float64Array.from(seconds).sort()
  return { median: quantile(sorted, 50), p90: quantile(sorted, 90), count }
}
