import { type Issue, isInputError } from '@clientele/core'
import { checkCalendarDate, checkKeys, checkRecord, createIssue } from '@clientele/core/checks'
import {
  type LifetimeModels,
  type LifetimeOptions,
  lifetimeValues,
  type PurchaseOptions,
  type RetentionOptions,
  retentionRates,
  summarisePurchases,
} from '@clientele/tiering'
import type { OrdersConfig } from './types.js'

const KEYS = ['unit', 'horizon', 'discountRate', 'marginRate', 'calibrateTo', 'period']

/** A day and models to ask the verbs with: nothing of them is in any answer. */
const SOME_DAY = '2000-01-01'
const SOME_MODELS: LifetimeModels = {
  purchases: { model: 'bg-nbd', unit: 'week', r: 1, alpha: 1, a: 1, b: 1 },
  spend: { model: 'gamma-gamma', p: 1, q: 2, v: 1 },
}

/** Finds everything that is wrong with what a config says of lifetime value and retention. */
export function checkLifetime(value: unknown, issues: Issue[]): void {
  if (!checkRecord(value, ['lifetime'], issues)) return
  checkKeys(value, KEYS, ['lifetime'], issues)
  const { unit = 'week', horizon, discountRate, marginRate, calibrateTo, period = 'month' } = value
  askVerb(() => summarisePurchases([], { asOf: SOME_DAY, unit } as PurchaseOptions), issues)
  askVerb(() => lifetimeValues([], SOME_MODELS, { horizon, discountRate, marginRate } as LifetimeOptions), issues)
  if (calibrateTo !== undefined) checkCalendarDate(calibrateTo, ['lifetime', 'calibrateTo'], issues)
  askVerb(() => retentionRates([], { asOf: SOME_DAY, period } as RetentionOptions), issues)
}

/** Finds where what a config says of lifetime value, right in itself, does not fit the rest of it. */
export function checkLifetimeFit({ asOf, lifetime }: OrdersConfig): Issue[] {
  const calibrateTo = lifetime?.calibrateTo
  if (calibrateTo === undefined || calibrateTo < asOf) return []
  return [createIssue('not-below', ['lifetime', 'calibrateTo'], { bound: asOf, actual: calibrateTo })]
}

/** The verbs themselves are asked whether they take the options. */
function askVerb(verb: () => unknown, issues: Issue[]): void {
  try {
    verb()
  } catch (error) {
    if (!isInputError(error)) throw error
    issues.push(...error.issues.map((issue) => ({ ...issue, path: ['lifetime', ...issue.path.slice(1)] })))
  }
}
