import type { Issue } from '@clientele/core'
import { readOptions, throwIssues } from '@clientele/core/checks'
import { type ManyRows, readManyRows } from '../rows/readManyRows.js'
import { discountPlan } from './discountPlan.js'
import { type PurchasesAhead, purchasesAhead } from './purchasesAhead.js'
import { type ReadHistory, readHistory } from './readHistory.js'
import { LIFETIME_KEYS, type ReadLifetimeOptions, readLifetimeOptions, readModels } from './readLifetime.js'
import { spendDivisor, withoutExpectation } from './spendExpected.js'
import type { BookCustomer, LifetimeBook, LifetimeBookOptions, LifetimeDiagnosis, LifetimeModels, PurchaseHistory } from './types.js'
import { valueOfHistory } from './valueOfHistory.js'

/**
 * Tells what each customer of a book is expected to bring in from now on, discounted, and what all together are.
 *
 * @param customers - As in {@link lifetimeValue}, each with a `customer`, once, in any order.
 * @param models - As in {@link lifetimeValue}.
 * @param options - As in {@link lifetimeValue}; and `invalid`: `throw` (unless given) all bad rows together, or `collect` them in `rejected`.
 * @returns The customers, the greatest value first and those alike by id, each with the same numbers as of {@link lifetimeValue}, and the sums over
 * them. It takes O(n log n) for n customers; those with as many repeat purchases and of the same age cost little more than one.
 * @throws {@link InputError} if the models, an option or, unless they are collected, a row is not as stated, with every issue; or if under the
 * parameters there is no mean to be expected of some customer, as in {@link expectedSpend}.
 * @see P. S. Fader, B. G. S. Hardie and K. L. Lee, "RFM and CLV: using iso-value curves for customer base analysis", *Journal of Marketing Research*
 * 42, 2005.
 * @example
 * import { lifetimeValues } from '@clientele/tiering'
 *
 * const purchases = { model: 'bg-nbd', unit: 'week', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } as const // CDNOW, as published
 * const spend = { model: 'gamma-gamma', p: 6.25, q: 3.74, v: 15.44 } as const
 * const book = [
 *   { customer: 'C-1', repeatPurchases: 0, lastPurchaseAge: 0, age: 38.86, meanSpend: 0 },
 *   { customer: 'C-2', repeatPurchases: 2, lastPurchaseAge: 30.43, age: 38.86, meanSpend: 22.35 },
 * ]
 * const { customers, total } = lifetimeValues(book, { purchases, spend }, { horizon: 52, discountRate: 0.002, marginRate: 0.3 })
 * customers.map(({ customer, value }) => `${customer} ${value.toFixed(1)}`) //=> ['C-2 11.0', 'C-1 2.5']
 * total.toFixed(1) //=> '13.5'
 */
export function lifetimeValues(customers: readonly PurchaseHistory[], models: LifetimeModels, options: LifetimeBookOptions): LifetimeBook {
  const issues: Issue[] = []
  const read = readModels(models, issues)
  const invalid = readOptions(options, [...LIFETIME_KEYS, 'invalid'], issues)
  const howTo = readLifetimeOptions(options, issues)
  throwIssues(issues)
  const parts = { times: true, spend: true, isNamed: true, unit: read?.purchases.unit }
  const readRow = (row: unknown, found: Issue[]): ReadHistory | undefined => readHistory(row, [], parts, found)
  return composeBook(readManyRows(customers, 'customers', invalid, readRow, 'customer'), read as LifetimeModels, howTo as ReadLifetimeOptions)
}

function composeBook({ read, rejected }: ManyRows<ReadHistory>, models: LifetimeModels, options: ReadLifetimeOptions): LifetimeBook {
  checkExpectation(read, models)
  const customers = valuesOf(read, models, options)
  const { horizon, discountRate, marginRate } = options
  return {
    unit: models.purchases.unit,
    horizon,
    discountRate,
    marginRate,
    // In the order of the values, so that the order of rows changes nothing.
    total: customers.reduce((sum, { value }) => sum + value, 0),
    expectedPurchases: customers.reduce((sum, { expectedPurchases }) => sum + expectedPurchases, 0),
    customers,
    models,
    rejected,
    diagnoses: diagnose(read, rejected.length, horizon),
  }
}

/** Throws where of some customer nothing can be expected: of those with the fewest repeat purchases first. */
function checkExpectation(histories: readonly ReadHistory[], { spend }: LifetimeModels): void {
  let fewest = Number.POSITIVE_INFINITY
  for (const { repeatPurchases } of histories) fewest = Math.min(fewest, repeatPurchases)
  if (histories.length > 0 && spendDivisor(fewest, spend) <= 0) throwIssues([withoutExpectation(fewest, spend, ['models', 'spend'])])
}

function valuesOf(
  histories: readonly ReadHistory[],
  models: LifetimeModels,
  { horizon, discountRate, marginRate }: ReadLifetimeOptions,
): BookCustomer[] {
  const plan = discountPlan(horizon, discountRate)
  const known = new Map<string, PurchasesAhead>()
  const aheadOf = (history: ReadHistory): PurchasesAhead => {
    const key = `${history.repeatPurchases} ${history.age}`
    const ahead = known.get(key) ?? purchasesAhead(history, models.purchases, horizon, plan)
    known.set(key, ahead)
    return ahead
  }
  const values = histories.map((history) => {
    const { value, expectedPurchases, expectedSpend, probabilityAlive } = valueOfHistory(history, models, aheadOf(history), marginRate)
    return { customer: history.customer as string, value, expectedPurchases, expectedSpend, probabilityAlive }
  })
  return values.sort((a, b) => b.value - a.value || (a.customer < b.customer ? -1 : 1))
}

function diagnose(histories: readonly ReadHistory[], rejected: number, horizon: number): LifetimeDiagnosis[] {
  const diagnoses: LifetimeDiagnosis[] = []
  const once = histories.filter(({ repeatPurchases }) => repeatPurchases === 0).length
  const younger = histories.filter(({ age }) => horizon > age).length
  if (rejected > 0) diagnoses.push({ code: 'rows-rejected', params: { rejected, read: histories.length } })
  if (once > 0) diagnoses.push({ code: 'no-repeat-purchases', params: { count: once } })
  if (younger > 0) diagnoses.push({ code: 'beyond-history', params: { count: younger } })
  if (histories.length === 0) diagnoses.push({ code: 'no-customers', params: {} })
  return diagnoses
}
