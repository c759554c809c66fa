import { Decimal, decimalText, ratio } from '@clientele/core/decimal'
import type { PreparedScorecard } from '../scorecard/prepareScorecard.js'
import type { ReadRating } from './rateCandidate.js'
import type { Contribution, ScoredCandidate, ScoreReason } from './types.js'

/** Σ points. */
export function totalOf(ratings: readonly ReadRating[]): Decimal {
  return ratings.reduce((sum, { points }) => sum.plus(points), new Decimal(0))
}

/** The whole score of a candidate whose ratings are read. */
export function composeScore(candidate: string, ratings: readonly ReadRating[], total: Decimal, card: PreparedScorecard): ScoredCandidate {
  const grade = card.grades.find(({ from }) => total.gte(from))
  return {
    candidate,
    total: decimalText(total),
    minimum: decimalText(card.minimum),
    maximum: decimalText(card.maximum),
    average: ratio(total, card.weightSum),
    position: ratio(total.minus(card.minimum), card.maximum.minus(card.minimum)),
    ...(grade === undefined ? {} : { grade: grade.id }),
    contributions: ratings.map(composeContribution),
    reasons: [...ratings.flatMap(reasonForMissing), ...reasonForGrade(grade, card)],
  }
}

function composeContribution({ criterion, rating, counted, points, given }: ReadRating): Contribution {
  return {
    criterion: criterion.id,
    weight: decimalText(criterion.weight),
    rating: decimalText(rating),
    ...(criterion.reversed ? { counted: decimalText(counted) } : {}),
    ...(given || criterion.substitute === undefined ? {} : { missing: criterion.substitute.rule }),
    points: decimalText(points),
  }
}

function reasonForMissing({ criterion, rating, given }: ReadRating): ScoreReason[] {
  if (given || criterion.substitute === undefined) return []
  return [{ code: 'rating-missing', params: { criterion: criterion.id, rule: criterion.substitute.rule, rating: decimalText(rating) } }]
}

function reasonForGrade(grade: { readonly id: string; readonly from: Decimal } | undefined, card: PreparedScorecard): ScoreReason[] {
  if (grade !== undefined) return [{ code: 'grade-reached', params: { grade: grade.id, from: decimalText(grade.from) } }]
  const lowest = card.grades.at(-1)
  return lowest === undefined ? [] : [{ code: 'below-every-grade', params: { lowest: lowest.id, from: decimalText(lowest.from) } }]
}
