import { Decimal } from '@clientele/core/decimal'
import { shownPercent } from '@clientele/core/explain'
import type { PeriodForecast, SalesForecast } from '../forecast/types.js'

/** What is shown of a share has two decimal places in percent. */
const FINEST = 0.0001

/** How likely a period reaches its target, in percent; null without one. What never came in a simulation, or always, is only known to be rare, or common. */
export function shownChance(period: PeriodForecast, simulation: SalesForecast['simulation']): string | null {
  const { won, target, standardDeviation, computed, probabilityOfTarget: chance } = period
  if (chance === null) return null
  const isSure = standardDeviation === 0 || (target !== undefined && new Decimal(won).gte(target))
  if (isSure || computed === 'exact' || simulation === null || (chance > 0 && chance < 1)) return shownPercent(chance)
  const rare = Math.max(FINEST, 1 / Math.max(simulation.draws, 2))
  return chance === 0 ? `<${shownPercent(rare)}` : `>${shownPercent(1 - rare)}`
}
