import { compareDecimals, type DecimalInput } from '@clientele/core'
import type { RatingRule } from '../config/types.js'

/** The rating of a customer who has nothing to be measured. */
const WORST_RATING = 1

/**
 * Rates a measure by fixed cuts, exactly: 1 + the number of cuts that it reaches (value ≥ cut) where more is better, and 1 + the number
 * of cuts that it does not exceed (value ≤ cut) where less is, as with days since the last purchase.
 */
export function rateMeasure(value: DecimalInput | null, { measure, cuts }: Pick<RatingRule, 'measure' | 'cuts'>): number {
  if (value === null) return WORST_RATING
  const passed = cuts.filter((cut) => (measure === 'recencyDays' ? compareDecimals(value, cut) <= 0 : compareDecimals(value, cut) >= 0))
  return WORST_RATING + passed.length
}
