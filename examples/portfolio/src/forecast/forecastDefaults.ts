import type { ForecastPart } from '../config/types.js'

/** How the coming months are forecast where the config does not say. */
export const forecastDefaults = {
  months: 3,
  backtests: 3,
  newDeals: 'history',
  season: 'month-of-quarter',
  missingAmounts: 'history',
} as const satisfies ForecastPart
