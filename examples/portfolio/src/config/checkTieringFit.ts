import { type CalendarDate, type Issue, isInputError } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import { averageMonthlySales } from '@clientele/tiering'
import type { OrdersConfig } from './types.js'

/** Finds where the schemes of tiers and of recency, frequency and monetary value, each right in itself, do not fit the rest of the config. */
export function checkTieringFit({ asOf, currency, tiers, averageMonths, rfm }: OrdersConfig): Issue[] {
  return [
    ...checkSchemeCurrency('tiers', tiers?.currency, currency),
    ...(averageMonths === undefined ? [] : checkMonths(averageMonths, asOf)),
    ...checkSchemeCurrency('rfm', rfm?.currency, currency),
  ]
}

/** All amounts of orders have the config's currency. */
function checkSchemeCurrency(key: string, actual: string | undefined, expected: string): Issue[] {
  if (actual === undefined || actual === expected) return []
  return [createIssue('not-allowed', [key, 'currency'], { allowed: [JSON.stringify(expected)], actual: JSON.stringify(actual) })]
}

/** The verb itself is asked whether it averages over so many months. */
function checkMonths(months: number, asOf: CalendarDate): Issue[] {
  try {
    averageMonthlySales([], { months, asOf })
    return []
  } catch (error) {
    if (!isInputError(error)) throw error
    return error.issues.map((issue) => ({ ...issue, path: ['averageMonths'] }))
  }
}
