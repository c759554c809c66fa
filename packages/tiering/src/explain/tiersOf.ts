import type { Titled } from '@clientele/core/explain'
import type { TierScheme } from '../tiers/types.js'

/** The tiers of a scheme, from the top. */
export function tiersOf(scheme: TierScheme): readonly Titled[] {
  return scheme.type === 'threshold' ? scheme.tiers : scheme.cuts
}
