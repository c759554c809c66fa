import { type Candidate, type Scorecard, weightStability } from '@clientele/scoring'
import type { WeightBounds, WeightRoom } from './types.js'

/** How far each weight may move before the first customer, the order or the selection changes. */
export function weightRoom(customers: readonly Candidate[], scorecard: Scorecard): WeightRoom[] {
  const { criteria } = weightStability(customers, scorecard, { detail: 'criteria', invalid: 'collect' })
  return criteria.map(({ criterion, weight, winnerHolds, orderHolds, selectionHolds }) => ({
    criterion,
    weight,
    winnerHolds: boundsOf(winnerHolds),
    orderHolds: boundsOf(orderHolds),
    ...(selectionHolds === undefined ? {} : { selectionHolds: boundsOf(selectionHolds) }),
  }))
}

function boundsOf({ from, to }: WeightBounds): WeightBounds {
  return { from, to }
}
