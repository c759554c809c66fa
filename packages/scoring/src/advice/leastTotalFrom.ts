import { Decimal } from '@clientele/core/decimal'
import type { PreparedCriterion, PreparedScorecard } from '../scorecard/prepared.js'

/**
 * The least value, at `from` or above, that stands where totals may stand: where every rating moves in steps, totals stand a common
 * divisor of the steps' points apart.
 */
export function leastTotalFrom(from: Decimal, { criteria, minimum }: PreparedScorecard): Decimal {
  if (from.lte(minimum)) return minimum
  const steps = criteria.flatMap(stepsOf)
  if (steps.some((step) => step === undefined)) return from
  const spacing = (steps as Decimal[]).reduce(commonDivisor, new Decimal(0))
  if (spacing.isZero()) return from
  const beyond = from.minus(minimum).mod(spacing)
  return beyond.isZero() ? from : from.minus(beyond).plus(spacing)
}

/** By how many points a criterion may move a total; undefined stands for any number. */
function stepsOf({ weight, minimum, maximum, step, substitute }: PreparedCriterion): (Decimal | undefined)[] {
  if (weight.isZero() || minimum.eq(maximum)) return []
  if (step === undefined) return [undefined]
  return [weight.times(step), ...(substitute === undefined ? [] : [weight.times(substitute.minus(minimum))])]
}

function commonDivisor(a: Decimal, b: Decimal): Decimal {
  let [greater, lesser] = [a, b]
  while (!lesser.isZero()) [greater, lesser] = [lesser, greater.mod(lesser)]
  return greater
}
