import { Decimal, decimalText } from '@clientele/core/decimal'
import { formatMessage } from '@clientele/core/explain'
import type { ForecastDeal, UnknownDeal } from '../forecast/types.js'
import type { FunnelLocale } from '../locales/types.js'
import { saidMoney } from './shownMoney.js'

/** Why deals are in no period, in the order in which that is told. */
export const UNKNOWN: readonly UnknownDeal['reason'][] = ['without-amount', 'without-win-percent', 'insufficient-history']

/** Says how many deals there are, and what they are worth, if any states that. */
export function countDeals(deals: readonly ForecastDeal[], currency: string | null, locale: FunnelLocale): string {
  const { countOnly, countWorth } = locale.forecast
  const stated = deals.flatMap(({ amount }) => (amount === null ? [] : [amount]))
  const worth = decimalText(stated.reduce((sum, amount) => sum.plus(amount), new Decimal(0)))
  return formatMessage(stated.length === 0 ? countOnly : countWorth, { count: deals.length, worth: saidMoney(worth, currency, locale) })
}
