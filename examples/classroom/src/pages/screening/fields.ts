import type { Candidate, Scorecard } from '@clientele/scoring'
import { type CriterionId, type Customer, chapterCard, criteria, customers, table } from './chapter.js'

type WeightField = `weight-${CriterionId}`
type RatingField = `${Customer}-${CriterionId}`

/** Weights, ratings, and the guess at the misprint. */
export type ScreeningFields = { readonly [field in WeightField | RatingField | 'misprint' | 'correct' | 'solved']: string }

export const weightField = (criterion: CriterionId): WeightField => `weight-${criterion}`
export const ratingField = (customer: Customer, criterion: CriterionId): RatingField => `${customer}-${criterion}`

export const defaults: ScreeningFields = Object.fromEntries([
  ...chapterCard.criteria.map(({ id, weight }) => [weightField(id as CriterionId), String(weight)]),
  ...customers.flatMap((customer) => criteria.map((criterion, index) => [ratingField(customer, criterion), table[customer].ratings[index]])),
  ['misprint', ''],
  ['correct', ''],
  ['solved', 'no'],
])

/** The chapter's card with the weights that are typed. */
export function scorecardOf(fields: ScreeningFields): Scorecard {
  const weighted = chapterCard.criteria.map((criterion) => ({ ...criterion, weight: fields[weightField(criterion.id as CriterionId)] }))
  return { ...chapterCard, criteria: weighted }
}

/** The chapter's customers with the ratings that are typed. */
export function candidatesOf(fields: ScreeningFields): Candidate[] {
  return customers.map((id) => ({ id, ratings: Object.fromEntries(criteria.map((criterion) => [criterion, fields[ratingField(id, criterion)]])) }))
}
