import type { Issue } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import { type Criterion, rankCandidates, type Scorecard } from '@clientele/scoring'
import { createPortfolioIssue } from '../issues/createPortfolioIssue.js'
import type { OrdersPart, RatingRule } from './types.js'

/** Finds where a config's ratings and its scorecard, each right in itself, do not fit together. */
export function checkFit({ ratings, scorecard }: OrdersPart): Issue[] {
  const rated = new Set(ratings.map(({ criterion }) => criterion))
  return [
    ...ratings.flatMap((rule, index) => checkRule(rule, index, scorecard)),
    ...scorecard.criteria.flatMap((criterion, index) => checkCriterion(criterion, index, rated.has(criterion.id))),
  ]
}

function checkRule({ criterion, cuts }: RatingRule, index: number, scorecard: Scorecard): Issue[] {
  const found = scorecard.criteria.find(({ id }) => id === criterion)
  if (found === undefined) {
    const allowed = scorecard.criteria.map(({ id }) => JSON.stringify(id))
    return [createIssue('not-allowed', ['ratings', index, 'criterion'], { allowed, actual: JSON.stringify(criterion) })]
  }
  const highest = cuts.length + 1
  const refused = firstRefused(highest, found, scorecard)
  return refused === undefined ? [] : [createPortfolioIssue('ratings-off-scale', ['ratings', index, 'cuts'], { highest, refused })]
}

/** The scorecard itself is asked whether it takes the ratings 1 to n + 1. */
function firstRefused(highest: number, criterion: Criterion, scorecard: Scorecard): number | undefined {
  const candidates = Array.from({ length: highest }, (_, below) => ({ id: String(below + 1), ratings: { [criterion.id]: below + 1 } }))
  const { rejected } = rankCandidates(candidates, { ...scorecard, criteria: [criterion] }, { invalid: 'collect' })
  return rejected[0] === undefined ? undefined : rejected[0].index + 1
}

function checkCriterion({ direction, missing }: Criterion, index: number, rated: boolean): Issue[] {
  const path = ['scorecard', 'criteria', index]
  if (!rated) return missing === 'worst' || missing === 'neutral' ? [] : [createPortfolioIssue('criterion-not-rated', path, {})]
  return direction === 'cost' ? [createPortfolioIssue('rated-cost-criterion', [...path, 'direction'], {})] : []
}
