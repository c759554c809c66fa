import type { Candidate } from '@clientele/scoring'
import type { RatingRule } from '../config/types.js'
import { rateMeasure } from './rateMeasure.js'
import type { Customer } from './types.js'

/** Turns each customer's measures into ratings, so that a scorecard can score them. */
export function rateCustomers(customers: readonly Customer[], rules: readonly RatingRule[]): Candidate[] {
  return customers.map(({ id, measures }) => ({
    id,
    ratings: Object.fromEntries(rules.map((rule) => [rule.criterion, rateMeasure(measures[rule.measure], rule)])),
  }))
}
