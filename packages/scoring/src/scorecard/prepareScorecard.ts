import type { DecimalInput, PolicyReference } from '@clientele/core'
import { policyReference, throwIssues } from '@clientele/core/checks'
import { Decimal, type WeightedTerm } from '@clientele/core/decimal'
import { checkScorecard } from './checkScorecard.js'
import type { Criterion, RatingScale, Scorecard, Selection } from './types.js'

/** A criterion, read: its weight, its own scale, and what stands in for a missing rating. */
export interface PreparedCriterion extends WeightedTerm {
  readonly id: string
  /** What stands in for a missing rating, and why; undefined where it is refused. */
  readonly substitute: { readonly rule: 'worst' | 'neutral'; readonly rating: Decimal } | undefined
}

/** A scorecard, checked and read once for many candidates. */
export interface PreparedScorecard {
  readonly policies: readonly PolicyReference[]
  readonly criteria: readonly PreparedCriterion[]
  readonly criterionIds: readonly string[]
  /** The least and the greatest total that the scales allow. */
  readonly minimum: Decimal
  readonly maximum: Decimal
  readonly weightSum: Decimal
  /** From the highest to the lowest. */
  readonly grades: readonly { readonly id: string; readonly from: Decimal }[]
  readonly select: Selection | undefined
}

/** Checks and reads a scorecard, or throws with everything that is wrong with it. */
export function prepareScorecard(scorecard: Scorecard): PreparedScorecard {
  throwIssues(checkScorecard(scorecard).map((issue) => ({ ...issue, path: ['scorecard', ...issue.path] })))
  const criteria = scorecard.criteria.map((criterion) => prepareCriterion(criterion, criterion.scale ?? scorecard.scale))
  const sum = (part: (criterion: PreparedCriterion) => Decimal): Decimal =>
    criteria.reduce((total, criterion) => total.plus(part(criterion)), new Decimal(0))
  const grades = (scorecard.grades ?? []).map(({ id, from }) => ({ id, from: read(from) }))
  return {
    policies: [policyReference(scorecard)],
    criteria,
    criterionIds: criteria.map(({ id }) => id),
    minimum: sum(({ weight, minimum }) => weight.times(minimum)),
    maximum: sum(({ weight, maximum }) => weight.times(maximum)),
    weightSum: sum(({ weight }) => weight),
    grades: grades.sort((a, b) => b.from.cmp(a.from)),
    select: scorecard.select,
  }
}

function prepareCriterion({ id, weight, direction, missing }: Criterion, scale: RatingScale): PreparedCriterion {
  const minimum = read(scale.min)
  const maximum = read(scale.max)
  const reversed = direction === 'cost'
  const rating = missing === 'worst' ? (reversed ? maximum : minimum) : minimum.plus(maximum).div(2)
  return {
    id,
    weight: read(weight),
    minimum,
    maximum,
    ...(scale.step === undefined ? {} : { step: read(scale.step) }),
    reversed,
    substitute: missing === 'worst' || missing === 'neutral' ? { rule: missing, rating } : undefined,
  }
}

function read(value: DecimalInput): Decimal {
  return new Decimal(value)
}
