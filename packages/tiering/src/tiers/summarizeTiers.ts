import { shareOf } from '../numbers/quantity.js'
import type { ReadTierScheme } from './readTierScheme.js'
import type { TierPlaces } from './tierCustomers.js'
import type { ValueFigures } from './tierLimits.js'
import type { TierSummary } from './types.js'
import type { ValueTexts } from './valueTexts.js'

/** The customers of each tier together. */
export function summarizeTiers(
  { ids }: ReadTierScheme,
  { ends, sums }: TierPlaces,
  { total, count }: ValueFigures,
  texts: ValueTexts,
): TierSummary[] {
  return ids.map((tier, index) => {
    const own = (ends[index] as number) - (ends[index - 1] ?? 0)
    const sum = sums[index] as bigint
    return {
      tier,
      count: own,
      value: texts.text(sum),
      ...texts.exactly(sum),
      shareOfCustomers: count === 0 ? null : own / count,
      shareOfValue: total > 0n ? shareOf(sum, total) : null,
    }
  })
}
