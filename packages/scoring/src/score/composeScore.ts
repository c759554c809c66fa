import { Decimal, decimalText, ratio } from '@clientele/core/decimal'
import type { PreparedScorecard, ReadRating } from '../scorecard/prepared.js'
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
    contributions: ratings.map(({ contribution }) => ({ ...contribution })),
    reasons: [...ratings.flatMap(({ contribution }) => reasonForMissing(contribution)), ...reasonForGrade(grade, card)],
  }
}

function reasonForMissing({ missing, criterion, rating }: Contribution): ScoreReason[] {
  return missing === undefined ? [] : [{ code: 'rating-missing', params: { criterion, rule: missing, rating } }]
}

function reasonForGrade(grade: { readonly id: string; readonly from: Decimal } | undefined, card: PreparedScorecard): ScoreReason[] {
  if (grade !== undefined) return [{ code: 'grade-reached', params: { grade: grade.id, from: decimalText(grade.from) } }]
  const lowest = card.grades.at(-1)
  return lowest === undefined ? [] : [{ code: 'below-every-grade', params: { lowest: lowest.id, from: decimalText(lowest.from) } }]
}
