import { InputError, type Issue, type Path } from '@clientele/core'
import { checkInteger, checkKeys, checkRecord } from '@clientele/core/checks'
import { type ForecastOptions, forecastSales, type Pipeline } from '@clientele/funnel'
import { comingMonths } from '../calendar/comingMonths.js'
import { forecastDefaults } from '../forecast/forecastDefaults.js'

const KEYS = ['months', 'target', 'backtests', 'newDeals', 'season', 'missingAmounts', 'seed']

const MOST_MONTHS = 24
const FEWEST_BACKTESTS = 2
const MOST_BACKTESTS = 24

/** A day to ask the verb with: nothing of it is in any answer. */
const SOME_DAY = '2000-01-31'

/** Finds everything that is wrong with what a config says of forecasting. */
export function checkForecastPart(value: unknown, document: Pipeline, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  checkKeys(value, KEYS, path, issues)
  const { months = forecastDefaults.months, backtests = forecastDefaults.backtests, ...settings } = value
  const known = Object.fromEntries(Object.entries(settings).filter(([key]) => KEYS.includes(key)))
  const isNumber = checkInteger(months, [...path, 'months'], issues, { minimum: 1, maximum: MOST_MONTHS })
  checkInteger(backtests, [...path, 'backtests'], issues, { minimum: FEWEST_BACKTESTS, maximum: MOST_BACKTESTS })
  const periods = comingMonths(SOME_DAY, isNumber ? months : forecastDefaults.months)
  const isMatched = isNumber || !Array.isArray(known['target'])
  const asked = isMatched ? known : { ...known, target: undefined }
  issues.push(...tryForecast(document, { asOf: SOME_DAY, periods, method: 'age', ...asked }, path))
}

/** The library itself is asked whether it takes the options. */
function tryForecast(document: Pipeline, options: ForecastOptions, path: Path): Issue[] {
  try {
    forecastSales([], document, options)
    return []
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path.slice(1)] }))
  }
}
