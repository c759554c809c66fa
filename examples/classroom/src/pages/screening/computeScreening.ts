import { compareDecimals, type DecimalString, sumDecimals, toNumber } from '@clientele/core'
import { type CriterionStability, type Ranking, rankCandidates, type Scorecard, type WeightStability, weightStability } from '@clientele/scoring'
import type { Attempt, Shown } from '../types.js'
import { type CriterionId, chapterCard, criteria, customers } from './chapter.js'
import { candidatesOf, ratingField, type ScreeningFields, scorecardOf, weightField } from './fields.js'
import { type Guess, judgeGuess } from './guess.js'

export interface Screening {
  readonly scorecard: Scorecard
  readonly ranking: Ranking
  readonly stability: WeightStability
  /** What the totals are divided by to be averages. */
  readonly weightSum: DecimalString
  readonly guess: Guess
}

export type ShownScreening = Shown<ScreeningFields, Screening>

/** Ranks the customers. Weights, ratings and the guess are tried apart from each other, so that what is wrong with all of them is said at once. */
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
  const guess = judgeGuess(fields, attempt)
  if (weighted === undefined || rated === undefined || guess === undefined) return undefined
  const ranking = rankCandidates(candidates, scorecard)
  const stability = weightStability(candidates, scorecard)
  // Exact totals may have a thousand digits; what can be drawn is a number.
  const drawn = attempt(
    () => toNumber(ranking.ranked[0]?.total ?? 0),
    () => weightField(heaviest(stability.criteria)),
  )
  if (drawn === undefined) return undefined
  return { scorecard, ranking, stability, weightSum: sumDecimals(stability.criteria.map(({ weight }) => weight)), guess }
}

function heaviest(weighed: readonly CriterionStability[]): CriterionId {
  const [first, ...others] = weighed as [CriterionStability, ...CriterionStability[]]
  return others.reduce((best, one) => (compareDecimals(one.weight, best.weight) > 0 ? one : best), first).criterion as CriterionId
}
