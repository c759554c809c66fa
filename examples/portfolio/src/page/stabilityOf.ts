import type { WeightInterval, WeightStability } from '@clientele/scoring'
import type { ReportOfOrders, WeightBounds } from '../report/types.js'

/** The room of the weights as the chart takes it; who ties at the bounds is not drawn. */
export function stabilityOf({ weights, policies, selected }: ReportOfOrders): WeightStability {
  const criteria = weights.map(({ winnerHolds, orderHolds, selectionHolds, ...one }) => ({
    ...one,
    winnerHolds: intervalOf(winnerHolds),
    orderHolds: intervalOf(orderHolds),
    ...(selectionHolds === undefined ? {} : { selectionHolds: { ...selectionHolds, changesAtFrom: nobody, changesAtTo: nobody } }),
  }))
  return {
    criteria,
    ...(selected === undefined ? {} : { selected: [] }),
    order: [],
    winners: [],
    pairs: [],
    dominance: [],
    rejected: [],
    diagnoses: [],
    policies,
  }
}

const nobody = { entering: [], leaving: [] }

function intervalOf(bounds: WeightBounds): WeightInterval {
  return { ...bounds, tiedAtFrom: [], tiedAtTo: [] }
}
