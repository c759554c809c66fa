import type { ValueBook } from './bookOf.js'
import { checkExpectations } from './checkExpectations.js'
import { diagnoseTiers } from './diagnoseTiers.js'
import type { ReadTierScheme } from './readTierScheme.js'
import { summarizeTiers } from './summarizeTiers.js'
import { type TierPlaces, tierCustomers } from './tierCustomers.js'
import type { ShareExpectation, TierDiagnosis, TierSummary } from './types.js'

/** Customers placed under a scheme, but one by one. */
export interface PlacedBook {
  readonly scheme: ReadTierScheme
  readonly places: TierPlaces
  readonly tiers: readonly TierSummary[]
  readonly expectations: readonly ShareExpectation[] | undefined
  /** But for rows that were rejected. */
  readonly diagnoses: readonly TierDiagnosis[]
}

/** Places customers under a scheme. */
export function placeBook({ units, figures, facts, texts }: ValueBook, scheme: ReadTierScheme): PlacedBook {
  const places = tierCustomers(units, figures, scheme)
  const tiers = summarizeTiers(scheme, places, figures, texts)
  const expectations = checkExpectations(scheme, places, figures.total, tiers)
  return { scheme, places, tiers, expectations, diagnoses: diagnoseTiers(facts, tiers, expectations, texts) }
}
