import type { Quantity } from '../numbers/quantity.js'
import { figureOf } from './figureOf.js'
import type { TopShare } from './types.js'

/**
 * What the greatest values bring in: of sums of the smallest 0, 1, 2, … values, as many of the greatest as a part of all is, rounded up. Where the
 * total is not above 0, nothing is a part of it.
 */
export function topShare(sums: readonly bigint[], { units, digits }: Quantity): Omit<TopShare, 'share'> {
  const count = sums.length - 1
  const scale = 10n ** BigInt(digits)
  const customers = Number((units * BigInt(count) + scale - 1n) / scale)
  const total = sums[count] as bigint
  return { customers, ofValue: total > 0n ? figureOf(total - (sums[count - customers] as bigint), total) : null }
}
