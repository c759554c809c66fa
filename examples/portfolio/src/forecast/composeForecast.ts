import { backtestForecast, type ForecastBacktest, forecastSales, type SalesForecast, type StageChange } from '@clientele/funnel'
import { comingMonths } from '../calendar/comingMonths.js'
import { pastMonthEnds } from '../calendar/pastMonthEnds.js'
import type { PipelineSettings } from '../pipeline/types.js'
import { forecastDefaults } from './forecastDefaults.js'

/** For how long forecasts of the past look ahead: about a month, as the periods of the forecast are. */
const DAYS = 30

/** The greatest spread that forecasts take. */
const WIDEST = 1000

/** Forecasts the coming months with the spread that fits forecasts of past ones; nothing unless the config asks for it. */
export function composeForecast(
  log: readonly StageChange[],
  { document, asOf, forecast: part }: PipelineSettings,
): { readonly forecast?: SalesForecast; readonly backtest?: ForecastBacktest } {
  if (part === undefined) return {}
  const { months, backtests, target, seed, ...asked } = { ...forecastDefaults, ...part }
  const seeded = seed === undefined ? {} : { seed }
  const cutoffs = pastMonthEnds(asOf, DAYS, backtests)
  const horizon = `P${DAYS}D`
  // In the calendar's first months there is no past to try it on.
  const backtest = cutoffs.length === 0 ? undefined : backtestForecast(log, document, { cutoffs, horizon, method: 'age', ...asked, ...seeded })
  const periods = comingMonths(asOf, months)
  const forecast = forecastSales(log, document, {
    asOf,
    periods,
    method: 'age',
    ...(backtest?.settings ?? asked),
    ...seeded,
    spread: Math.min(backtest?.spread ?? 1, WIDEST),
    target: Array.isArray(target) ? target.slice(0, periods.length) : target,
  })
  return { forecast, ...(backtest === undefined ? {} : { backtest }) }
}
