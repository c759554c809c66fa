import { formatDay } from '@clientele/core/days'
import { shareOf } from '../numbers/quantity.js'
import type { Finding } from './finding.js'
import type { SignalOf } from './prepared.js'

/** Looks for a pause since the last interaction that is much longer than the customer's usual one, in days from the first to the last. */
export function findPause(days: readonly number[], { leastPauses, times }: SignalOf<'longer-pause-than-usual'>, asOf: number): Finding {
  const different = [...new Set(days)]
  const pauses = different.slice(1).map((day, index) => day - (different[index] as number))
  if (pauses.length < leastPauses) return 'too-short'
  const last = different.at(-1) as number
  const observed = asOf - last
  const scale = 2n * 10n ** BigInt(times.digits)
  const longest = BigInt(twiceTheMedian(pauses)) * times.units
  if (BigInt(observed) * scale <= longest) return undefined
  return { observed, expected: shareOf(longest, scale) as number, since: formatDay(last) as string }
}

/** Of an even number the two in the middle together, of an odd one that in the middle twice. */
function twiceTheMedian(numbers: readonly number[]): number {
  const sorted = Float64Array.from(numbers).sort()
  return (sorted[sorted.length >> 1] as number) + (sorted[(sorted.length - 1) >> 1] as number)
}
