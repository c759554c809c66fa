import type { Issue } from '@clientele/core'
import { readRatingScheme } from './readRatingScheme.js'

/**
 * Finds everything that is wrong with a rating scheme.
 *
 * @param value - Anything; {@link CreditRatingScheme} says what a rating scheme is.
 * @returns The issues, none for a scheme that {@link rateCustomer} takes; their paths start at the scheme. Whether the grades cover every score is
 * told once factors and grades are right by themselves.
 * @example
 * import { checkCreditRatingScheme } from '@clientele/credit'
 * import { fiveCRating } from '@clientele/credit/templates'
 *
 * const grades = [{ id: 'A', from: '70', expectedBadDebtPercent: '1' }, { id: 'B', from: '40', expectedBadDebtPercent: '5' }]
 * const issues = checkCreditRatingScheme({ ...fiveCRating, grades })
 * issues.map(({ path, message }) => ({ path, message })) //=> [{ path: ['grades', 1, 'from'], message: 'must be at most 20, not 40' }]
 */
export function checkCreditRatingScheme(value: unknown): Issue[] {
  const issues: Issue[] = []
  readRatingScheme(value, [], issues)
  return issues
}
