import { drawn } from '@clientele/core/charts'
import { Decimal, decimalText } from '@clientele/core/decimal'
import type { TierScheme } from '../tiers/types.js'
import type { ParetoBar } from './paretoBars.js'

/** Where a tier ends: on which axis, and at what; of customers also at which bar, where each has one. */
export interface ParetoRule {
  readonly axis: 'value' | 'cumulative' | 'customers'
  readonly at: number
  readonly bar: number
}

/** Where the tiers of a scheme end; thresholds beyond the axis of values are left out. */
export function paretoRules(
  scheme: TierScheme,
  count: number,
  bars: readonly ParetoBar[],
  [least, most]: readonly [least: number, most: number],
): ParetoRule[] {
  if (count === 0) return []
  if (scheme.type === 'threshold') {
    const thresholds = scheme.tiers.flatMap(({ from }) => (from === null ? [] : [drawn(decimalText(new Decimal(from)))]))
    return thresholds.filter((at) => least <= at && at <= most).map((at) => ({ axis: 'value', at, bar: 0 }))
  }
  const parts = scheme.cuts.slice(0, -1).map(({ upToPercent }) => Number(decimalText(new Decimal(upToPercent).div(100))))
  if (scheme.type === 'share-of-value') return parts.map((at) => ({ axis: 'cumulative', at, bar: 0 }))
  return parts.map((part) => ({ axis: 'customers', at: part * count, bar: Math.min(bars.length - 1, Math.floor(part * count)) }))
}
