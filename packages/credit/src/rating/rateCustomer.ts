import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { type ReadCreditReport, readCreditReport } from '../investigation/readCreditReport.js'
import type { CreditReport } from '../investigation/types.js'
import { nearestRatio } from '../ratios/nearestRatio.js'
import { indexReached } from './fromValues.js'
import { type RatedFactor, rateFacts } from './rateFacts.js'
import type { ReadCreditGrade } from './readGrades.js'
import { type ReadRatingScheme, readRatingScheme, sum } from './readRatingScheme.js'
import type { CreditRating, CreditRatingScheme, RatingContribution, RatingReason } from './types.js'

/**
 * Rates a customer's credit by the facts of a report: how many points they make, which grade that is, what loss is expected of it, and whether the
 * customer meets the credit standard.
 *
 * - A fact's value has the points of the band with the greatest `from` that is not above it; true counts as 1 and false as 0. A fact that the report
 *   does not state has the factor's `unknownPoints`.
 * - The score is Σ weight × points, divided by Σ weight unless the scheme says `weighted-sum`, and is compared with the grades unrounded.
 * - The standard is met where the grade's expected loss is at most `maximumBadDebtPercent`.
 *
 * @param report - The report, of whatever depth and date; {@link checkReport} tells whether it is complete. What is rated is a decimal, true or
 * false, not below every band, and at most the factor's `maximum`.
 * @param scheme - The rating scheme.
 * @returns The grade and its expected loss, a number: 0.005 is 0.5 %; what each factor adds, in the scheme's order; why, and how many points are
 * lacking to the next better grade.
 * @throws {@link InputError} if the report or the scheme is not as stated, with every issue; or, once both are right by themselves, if a fact cannot
 * be rated or must be known and is not, with every issue again.
 * @see Textbook S1, 客戶信用管理: the credit standard is the least requirement for trade credit, usually an expected loss rate.
 * @example
 * import { rateCustomer } from '@clientele/credit'
 * import { fiveCRating } from '@clientele/credit/templates'
 *
 * const facts = { character: 4, capacity: 3, capital: 3, collateral: 2, conditions: 5 }
 * const report = { customer: 'C-1', depth: 'standard', date: '2024-03-01', sections: [{ id: 'five-cs', facts }] } as const
 * const { grade, score, expectedBadDebtRate, meetsStandard, contributions, reasons } = rateCustomer(report, fiveCRating)
 * grade //=> 'B'
 * score //=> 67
 * expectedBadDebtRate //=> 0.02
 * meetsStandard //=> true
 * contributions[0] //=> { factor: 'character', value: '4', weight: '30', points: '80', weightedPoints: '2400' }
 * reasons[1] //=> { code: 'better-grade', params: { grade: 'A', from: '70', lacking: 3 } }
 */
export function rateCustomer(report: CreditReport, scheme: CreditRatingScheme): CreditRating {
  const issues: Issue[] = []
  const rules = readRatingScheme(scheme, ['scheme'], issues)
  const read = readCreditReport(report, ['report'], issues)
  const rated = rules === undefined || read === undefined ? [] : rateFacts(read, rules.factors, issues)
  throwIssues(issues)
  return compose((read as ReadCreditReport).customer, rated, rules as ReadRatingScheme)
}

function compose(customer: string, rated: readonly RatedFactor[], scheme: ReadRatingScheme): CreditRating {
  const { totalWeight, divisor, grades, maximumPercent, policy } = scheme
  const points = sum(rated.map((one) => one.factor.weight.times(one.points)))
  // The grades cover every score, which their check has made sure of.
  const reached = indexReached(grades, points, divisor)
  const grade = grades[reached] as ReadCreditGrade
  const meetsStandard = grade.expectedPercent.lte(maximumPercent)
  const percents = { expectedPercent: decimalText(grade.expectedPercent), maximumPercent: decimalText(maximumPercent) }
  return {
    customer,
    grade: grade.id,
    expectedBadDebtRate: nearestRatio(grade.expectedPercent, new Decimal(100)),
    meetsStandard,
    score: nearestRatio(points, divisor),
    weightedPoints: decimalText(points),
    totalWeight: decimalText(totalWeight),
    contributions: rated.map(contributionOf),
    reasons: [
      ...gradeReasons(grade, grades[reached + 1], points, divisor),
      ...rated.flatMap(unknownReason),
      { code: meetsStandard ? 'meets-standard' : 'below-standard', params: percents },
    ],
    policies: [policy],
  }
}

function contributionOf({ factor, value, points }: RatedFactor): RatingContribution {
  return {
    factor: factor.id,
    value: value === undefined ? null : decimalText(value),
    weight: decimalText(factor.weight),
    points: decimalText(points),
    weightedPoints: decimalText(factor.weight.times(points)),
  }
}

function gradeReasons(grade: ReadCreditGrade, better: ReadCreditGrade | undefined, points: Decimal, divisor: Decimal): RatingReason[] {
  const from = grade.from === null ? null : decimalText(grade.from)
  const reached: RatingReason = { code: 'grade-reached', params: { grade: grade.id, from, score: nearestRatio(points, divisor) } }
  // Only the worst grade may have no `from`, so a better one has it.
  if (better === undefined || better.from === null) return [reached]
  const lacking = nearestRatio(better.from.times(divisor).minus(points), divisor)
  return [reached, { code: 'better-grade', params: { grade: better.id, from: decimalText(better.from), lacking } }]
}

function unknownReason({ factor, value, points }: RatedFactor): RatingReason[] {
  return value === undefined ? [{ code: 'fact-unknown', params: { factor: factor.id, points: decimalText(points) } }] : []
}
