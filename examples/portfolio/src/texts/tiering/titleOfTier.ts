import { type Title, titlesOf } from '@clientele/core/explain'
import type { TierScheme } from '@clientele/tiering'
import type { Texts } from '../types.js'

/** Tells what the tiers of a scheme are called. */
export function titleOfTier(scheme: TierScheme, texts: Texts): Title {
  return titlesOf(scheme.type === 'threshold' ? scheme.tiers : scheme.cuts, texts)
}
