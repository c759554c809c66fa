import { type Quantity, quantityText } from '../numbers/quantity.js'
import type { ReadTierScheme } from './readTierScheme.js'
import type { TierPlaces } from './tierCustomers.js'
import type { ShareExpectation, TierSummary } from './types.js'

/** Whether each tier brings in what the scheme expects of it, compared exactly; undefined where it expects nothing. */
export function checkExpectations(
  { expected }: ReadTierScheme,
  { sums }: TierPlaces,
  total: bigint,
  tiers: readonly TierSummary[],
): ShareExpectation[] | undefined {
  return expected?.map(({ tier: index, from, to }) => {
    const sum = sums[index] as bigint
    const { tier, shareOfValue } = tiers[index] as TierSummary
    const met = total > 0n && compareShare(sum, total, from) >= 0 && compareShare(sum, total, to) <= 0
    return { tier, fromPercent: quantityText(from), toPercent: quantityText(to), shareOfValue, met }
  })
}

/** Below 0 where a part is less than so many percent of a whole above 0, above 0 where it is more, 0 where it is exactly that. */
function compareShare(part: bigint, whole: bigint, percent: Quantity): number {
  const scaled = part * 100n * 10n ** BigInt(percent.digits)
  const bound = whole * percent.units
  return scaled === bound ? 0 : scaled < bound ? -1 : 1
}
