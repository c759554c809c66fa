import type { Issue, Path } from '@clientele/core'
import { checkDecimal, checkKeys, checkRecord, checkText, createIssue, ownValue } from '@clientele/core/checks'
import { type Decimal, decimalText } from '@clientele/core/decimal'
import type { PreparedCriterion, PreparedScorecard } from '../scorecard/prepareScorecard.js'

/** One rating, read: what was given or stands in for it, what the weight multiplies, and what that gives. */
export interface ReadRating {
  readonly criterion: PreparedCriterion
  readonly rating: Decimal
  readonly counted: Decimal
  readonly points: Decimal
  readonly given: boolean
}

/** Checks a candidate and reads its ratings, in the order of the criteria; undefined where anything is wrong. */
export function rateCandidate(
  candidate: unknown,
  card: PreparedScorecard,
  path: Path,
  issues: Issue[],
): { id: string; ratings: ReadRating[] } | undefined {
  const before = issues.length
  if (!checkRecord(candidate, path, issues)) return undefined
  checkKeys(candidate, ['id', 'ratings'], path, issues)
  const id = ownValue(candidate, 'id')
  checkText(id, [...path, 'id'], issues)
  const given = ownValue(candidate, 'ratings')
  const place = [...path, 'ratings']
  if (!checkRecord(given, place, issues)) return undefined
  checkKeys(given, card.criterionIds, place, issues)
  const ratings = readRatings(
    card,
    (criterion) => ownValue(given, criterion),
    (criterion) => [...place, criterion],
    issues,
  )
  return issues.length === before ? { id: id as string, ratings } : undefined
}

/** Reads one rating per criterion; what is wrong becomes an issue, and its rating is left out. */
export function readRatings(
  card: PreparedScorecard,
  ratingOf: (criterion: string) => unknown,
  pathOf: (criterion: string) => Path,
  issues: Issue[],
): ReadRating[] {
  const ratings: ReadRating[] = []
  for (const criterion of card.criteria) {
    const value = ratingOf(criterion.id)
    const given = value !== undefined || criterion.substitute === undefined
    const rating = given ? checkRating(value, criterion, pathOf(criterion.id), issues) : criterion.substitute.rating
    if (rating === undefined) continue
    const counted = criterion.reversed ? criterion.minimum.plus(criterion.maximum).minus(rating) : rating
    ratings.push({ criterion, rating, counted, points: criterion.weight.times(counted), given })
  }
  return ratings
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
