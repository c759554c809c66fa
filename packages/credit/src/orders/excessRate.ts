import { Decimal, ratio } from '@clientele/core/decimal'
import type { Limit } from './situation.js'

/** How far over its limit an exposure is, as a share of it; null where the limit is 0, and where no number is near. */
export function excessRate({ units, excess }: Limit): number | null {
  return ratio(new Decimal(String(excess)), new Decimal(String(units)))
}
