import {
  auditTotals,
  type Ranking,
  rankCandidates,
  type Scorecard,
  type TotalsAudit,
  type WeightStability,
  weightStability,
} from '@clientele/scoring'
import type { Attempt } from '../types.js'
import { type CriterionId, chapterCard, criteria, customers, printedTotals } from './chapter.js'
import { candidatesOf, ratingField, type ScreeningFields, scorecardOf, weightField } from './fields.js'

export interface Screening {
  readonly scorecard: Scorecard
  readonly ranking: Ranking
  readonly stability: WeightStability
  /** Of the totals as the chapter prints them. */
  readonly audit: TotalsAudit
}

/** Ranks the customers. Weights and ratings are tried apart from each other, so that what is wrong with both is said at once. */
export function computeScreening(fields: ScreeningFields, attempt: Attempt): Screening | undefined {
  const scorecard = scorecardOf(fields)
  const candidates = candidatesOf(fields)
  const weighted = attempt(
    () => rankCandidates([], scorecard),
    (path) => weightField(criteria[path[2] as number] as CriterionId),
  )
  const rated = attempt(
    () => rankCandidates(candidates, chapterCard),
    ([, index, , criterion]) => ratingField(customers[index as number] as (typeof customers)[number], criterion as CriterionId),
  )
  if (weighted === undefined || rated === undefined) return undefined
  return {
    scorecard,
    ranking: rankCandidates(candidates, scorecard),
    stability: weightStability(candidates, scorecard),
    audit: auditTotals(printedTotals, chapterCard),
  }
}
