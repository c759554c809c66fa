import { isNil } from '@clientele/core/explain'
import type { PeriodForecast, SalesForecast, UnknownDeal } from '../forecast/types.js'

/** The deals because of which nobody can tell what a period brings: nothing is known to come in it, and they may count in it, but too little is known of them. */
export function unforeseeable(period: PeriodForecast, { asOf, method, settings, unknown }: SalesForecast): readonly UnknownDeal[] {
  const { from, to, expected: amount, deals } = period
  if (!isNil(amount) || deals > 0 || to <= asOf) return []
  const isWhenever = method === 'age' && settings.placement === 'curve'
  return unknown.filter(({ expected }) => isWhenever || (expected === null ? method === 'age' : from <= expected && expected <= to))
}
