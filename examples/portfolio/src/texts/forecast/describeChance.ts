import type { PeriodForecast } from '@clientele/funnel'
import { formatShare } from '../formatNumber.js'

/** What is told of a share has one decimal place in percent. */
const FINEST = 0.001
const HALF = FINEST / 2

/** How likely a period reaches its target; what is only rare, or never came in a simulation, is not told as impossible, nor its opposite as certain. A dash without a target. */
export function describeChance({ won, target, standardDeviation, computed, probabilityOfTarget: chance }: PeriodForecast): string {
  const isSure = standardDeviation === 0 || (target !== undefined && Number(won) >= Number(target))
  if (chance === null || isSure) return formatShare(chance)
  if (chance < HALF && (chance > 0 || computed === 'simulated')) return `<${formatShare(FINEST)}`
  return chance >= 1 - HALF && (chance < 1 || computed === 'simulated') ? `>${formatShare(1 - FINEST)}` : formatShare(chance)
}
