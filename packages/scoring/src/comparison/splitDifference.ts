import { Decimal } from '@clientele/core/decimal'
import type { PreparedCriterion, ReadRating } from '../scorecard/prepared.js'
import type { BeforeAndAfter } from './types.js'

const HALF = '0.5'

/** A difference in points, and what it comes from. */
export interface SplitDifference {
  readonly fromRatings: Decimal
  readonly fromScorecard: Decimal
}

/** Splits the difference between two ratings of one criterion, each by its own version of it. */
export function splitDifference({ before, after }: BeforeAndAfter<ReadRating | undefined>): SplitDifference {
  const none = new Decimal(0)
  if (before === undefined || after === undefined) return { fromRatings: none, fromScorecard: pointsOf(after).minus(pointsOf(before)) }
  const newRating = pointsUnder(before.criterion, after)
  const newScorecard = pointsUnder(after.criterion, before)
  const ratingsFirst = newRating.minus(before.points)
  const ratingsLast = after.points.minus(newScorecard)
  const scorecardFirst = newScorecard.minus(before.points)
  const scorecardLast = after.points.minus(newRating)
  return { fromRatings: ratingsFirst.plus(ratingsLast).times(HALF), fromScorecard: scorecardFirst.plus(scorecardLast).times(HALF) }
}

/** The points of a rating; 0 where there is none. */
export function pointsOf(rating: ReadRating | undefined): Decimal {
  return rating?.points ?? new Decimal(0)
}

/** What a rating would give by another version of its criterion, whose own rule stands in where it was missing. */
function pointsUnder({ weight, minimum, maximum, reversed, substitute }: PreparedCriterion, { rating, contribution }: ReadRating): Decimal {
  const value = contribution.missing === undefined ? rating : (substitute ?? rating)
  return weight.times(reversed ? minimum.plus(maximum).minus(value) : value)
}
