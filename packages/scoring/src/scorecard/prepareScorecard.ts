import type { DecimalInput } from '@clientele/core'
import { policyReference, throwIssues } from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { checkScorecard } from './checkScorecard.js'
import type { PreparedCriterion, PreparedScorecard } from './prepared.js'
import type { Criterion, RatingScale, Scorecard } from './types.js'

/** Checks and reads a scorecard, or throws with everything that is wrong with it. */
export function prepareScorecard(scorecard: Scorecard): PreparedScorecard {
  throwIssues(checkScorecard(scorecard).map((issue) => ({ ...issue, path: ['scorecard', ...issue.path] })))
  // Spread, so that nothing inherited is taken for a part of the document.
  const { scale, select, grades: levels = [], ...document } = { ...scorecard }
  const criteria = document.criteria.map((criterion) => prepareCriterion({ ...criterion }, scale))
  const sum = (part: (criterion: PreparedCriterion) => Decimal): Decimal =>
    criteria.reduce((total, criterion) => total.plus(part(criterion)), new Decimal(0))
  const grades = levels.map(({ id, from }) => ({ id, from: read(from) }))
  return {
    policies: [policyReference(document)],
    criteria,
    positions: new Map(criteria.map(({ id }, index) => [id, index])),
    minimum: sum(({ weight, minimum }) => weight.times(minimum)),
    maximum: sum(({ weight, maximum }) => weight.times(maximum)),
    weightSum: sum(({ weight }) => weight),
    grades: grades.sort((a, b) => b.from.cmp(a.from)),
    select: select === undefined ? undefined : { ...select },
  }
}

function prepareCriterion({ id, weight, direction, missing, scale: own }: Criterion, common: RatingScale): PreparedCriterion {
  const { min, max, step } = { ...(own ?? common) }
  const minimum = read(min)
  const maximum = read(max)
  const reversed = direction === 'cost'
  const worst = reversed ? maximum : minimum
  const substitutes = { worst, neutral: minimum.plus(maximum).div(2) }
  const rule = missing === 'reject' ? undefined : missing
  return {
    id,
    weight: read(weight),
    minimum,
    maximum,
    ...(step === undefined ? {} : { step: read(step) }),
    ...(rule === undefined ? {} : { substitute: substitutes[rule] }),
    reversed,
    missing: rule,
    known: new Map(),
  }
}

function read(value: DecimalInput): Decimal {
  return new Decimal(value)
}
