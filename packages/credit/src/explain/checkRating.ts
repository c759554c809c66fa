import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkDecimal,
  checkFlag,
  checkMadeByPolicy,
  checkNumber,
  checkQuantity,
  checkShare,
  checkText,
  codedBy,
  listOf,
  membersOf,
  orNull,
} from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { checkCreditRatingScheme } from '../rating/checkCreditRatingScheme.js'
import { rateCustomer } from '../rating/rateCustomer.js'
import { bandOf } from '../rating/rateFacts.js'
import { type ReadFactor, type ReadRatingScheme, readRatingScheme } from '../rating/readRatingScheme.js'
import type { CreditRating, CreditRatingScheme, RatingContribution, RatingReason } from '../rating/types.js'

const percents = { expectedPercent: checkQuantity, maximumPercent: checkQuantity }

const reasons: CodeChecks<RatingReason> = {
  'grade-reached': { grade: checkText, from: orNull(checkQuantity), score: checkNumber },
  'better-grade': { grade: checkText, from: checkQuantity, lacking: checkNumber },
  'fact-unknown': { factor: checkText, points: checkQuantity },
  'meets-standard': percents,
  'below-standard': percents,
}

/** What is rated is a decimal. */
const checkValue: Check = (value, path, issues) => {
  if (checkDecimal(value, path, issues) !== undefined) checkQuantity(value, path, issues)
}

const checkShape: Check = membersOf({
  customer: checkText,
  grade: checkText,
  expectedBadDebtRate: checkShare,
  meetsStandard: checkFlag,
  score: checkNumber,
  weightedPoints: checkQuantity,
  totalWeight: checkQuantity,
  contributions: listOf(
    membersOf({ factor: checkText, value: orNull(checkValue), weight: checkQuantity, points: checkQuantity, weightedPoints: checkQuantity }),
  ),
  reasons: listOf(codedBy<RatingReason>(reasons)),
})

/** Adds an issue for all that is wrong with a rating or its scheme, and where another scheme made it, also one of the same version. */
export function checkRatingOfScheme(rating: unknown, scheme: unknown, issues: Issue[]): void {
  checkMadeByPolicy(rating, 'rating', checkShape, { name: 'scheme', document: scheme, check: checkCreditRatingScheme }, issues)
  if (issues.length > 0) return
  const { factors } = readRatingScheme(scheme, ['scheme'], issues) as ReadRatingScheme
  const found = rating as CreditRating
  const ids = factors.map(({ id }) => id)
  checkAgrees(
    found.contributions.map(({ factor }) => ({ factor })),
    ids.map((factor) => ({ factor })),
    ['rating', 'contributions'],
    issues,
  )
  if (issues.length > 0) return
  found.contributions.forEach((one, index) => checkPoints(one, factors[index] as ReadFactor, ['rating', 'contributions', index, 'points'], issues))
  if (issues.length === 0) checkAgrees(found, rateAgain(found, scheme as CreditRatingScheme), ['rating'], issues)
}

/** Adds an issue where a factor gives a value other points, or none. */
function checkPoints({ value, points }: RatingContribution, factor: ReadFactor, path: Path, issues: Issue[]): void {
  const expected = value === null ? factor.unknownPoints : bandOf(factor, new Decimal(value))?.points
  checkAgrees(points, expected === undefined ? null : decimalText(expected), path, issues)
}

/** What the scheme makes of the values that were rated. */
function rateAgain({ customer, contributions }: CreditRating, scheme: CreditRatingScheme): CreditRating {
  const facts = Object.fromEntries(contributions.flatMap(({ factor, value }) => (value === null ? [] : [[factor, value]])))
  return rateCustomer({ customer, depth: 'brief', date: '2000-01-01', sections: [{ id: 'facts', facts }] }, scheme)
}
