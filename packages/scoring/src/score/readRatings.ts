import type { Issue, Path } from '@clientele/core'
import { checkDecimal, createIssue } from '@clientele/core/checks'
import { type Decimal, decimalText } from '@clientele/core/decimal'
import type { PreparedCriterion, PreparedScorecard, ReadRating } from '../scorecard/prepared.js'

const MOST_KNOWN = 1000

/** Reads one rating per criterion; what is wrong becomes an issue, and its rating is left out. */
export function readRatings(
  { criteria }: PreparedScorecard,
  ratingOf: (criterion: string) => unknown,
  pathOf: (criterion: string) => Path,
  issues: Issue[],
): ReadRating[] {
  const ratings: ReadRating[] = []
  for (const criterion of criteria) {
    const value = ratingOf(criterion.id)
    const read = criterion.known.get(value) ?? readRating(value, criterion, pathOf, issues)
    if (read !== undefined) ratings.push(read)
  }
  return ratings
}

function readRating(value: unknown, criterion: PreparedCriterion, pathOf: (criterion: string) => Path, issues: Issue[]): ReadRating | undefined {
  const missing = value === undefined && criterion.substitute !== undefined
  const rating = missing ? criterion.substitute : checkRating(value, criterion, pathOf(criterion.id), issues)
  if (rating === undefined) return undefined
  const { id, weight, minimum, maximum, reversed } = criterion
  const counted = reversed ? minimum.plus(maximum).minus(rating) : rating
  const points = weight.times(counted)
  const contribution = {
    criterion: id,
    weight: decimalText(weight),
    rating: decimalText(rating),
    ...(reversed ? { counted: decimalText(counted) } : {}),
    ...(missing && criterion.missing !== undefined ? { missing: criterion.missing } : {}),
    points: decimalText(points),
  }
  const read = { criterion, rating, counted, points, contribution }
  if (criterion.known.size < MOST_KNOWN) criterion.known.set(value, read)
  return read
}

function checkRating(value: unknown, { minimum, maximum, step }: PreparedCriterion, path: Path, issues: Issue[]): Decimal | undefined {
  const rating = checkDecimal(value, path, issues)
  if (rating === undefined) return undefined
  if (rating.lt(minimum) || rating.gt(maximum)) {
    issues.push(createIssue('out-of-range', path, { minimum: decimalText(minimum), maximum: decimalText(maximum), actual: decimalText(rating) }))
    return undefined
  }
  if (step !== undefined && !rating.minus(minimum).mod(step).isZero()) {
    issues.push(createIssue('off-step', path, { step: decimalText(step), minimum: decimalText(minimum), actual: decimalText(rating) }))
    return undefined
  }
  return rating
}
