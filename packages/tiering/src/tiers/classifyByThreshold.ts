import type { Issue, ReadOptions } from '@clientele/core'
import { readOptions, throwIssues } from '@clientele/core/checks'
import { composeTiering } from './composeTiering.js'
import { type ReadTierScheme, readTierScheme } from './readTierScheme.js'
import { readValues } from './readValues.js'
import type { ThresholdScheme, Tiering, ValuedCustomers } from './types.js'

/**
 * Sorts customers into tiers by fixed values, such as monthly sales above 500,000.
 *
 * Exact values are compared. Of average sales the total is compared with threshold × months, so that no rounding moves anybody.
 *
 * @param customers - Customers with a `value` each, of any sign and any number of decimal places, all of one currency or all of none; or the whole
 * result of {@link averageMonthlySales}, of which the months, the currency and the totals are taken. Each customer once, in any order.
 * @param scheme - The tiers from the top, each with the value `from` which it begins; that value itself is below the tier (`above`, unless given) or in
 * it (`at-or-above`).
 * @param options - `invalid`: `throw` (unless given) all bad rows together, or `collect` them in `rejected`, and with them all rows of customers who have
 * several.
 * @returns What each tier has and brings in, and the customers, the greatest value first, each with its tier and why it is in it and what the next
 * better one asks for. Averages are rounded, each by itself, so they come with the exact `sum` over the months, which adds up. An empty tier is named in
 * `diagnoses`, and so is what the averages leave out. It takes O(n log n) for n customers.
 * @throws {@link InputError} if the scheme, an option or, unless they are collected, a row is not as stated, with every issue. Where the scheme states a
 * currency, rows of another are bad rows; where it states none, values of several throw in any case.
 * @see The textbook's S1, 客户等级管理.
 * @example
 * import { averageMonthlySales, classifyByThreshold } from '@clientele/tiering'
 *
 * const sales = [
 *   { customer: 'C-1', date: '2024-05-02', amount: '1000000.02' },
 *   { customer: 'C-2', date: '2024-06-30', amount: '1000000' },
 * ]
 * const tiers = [{ id: 'A', from: '500000' }, { id: 'B', from: null }]
 * const scheme = { kind: 'tier-scheme', id: 'abc', version: 1, currency: 'CNY', type: 'threshold', tiers } as const
 * const { customers } = classifyByThreshold(averageMonthlySales(sales, { months: 2, asOf: '2024-07-31' }), scheme)
 * customers.map(({ customer, value, tier }) => `${customer} ${value} ${tier}`) //=> ['C-1 500000.01 A', 'C-2 500000.00 B']
 * customers[1].reasons[1] //=> { code: 'better-tier', params: { tier: 'A', from: '500000.00', lacking: '0.00' } }
 */
export function classifyByThreshold(customers: ValuedCustomers, scheme: ThresholdScheme, options: ReadOptions = {}): Tiering {
  const issues: Issue[] = []
  const read = readTierScheme(scheme, ['threshold'], ['scheme'], issues)
  const invalid = readOptions(options, ['invalid'], issues)
  throwIssues(issues)
  const { currency } = read as ReadTierScheme
  return composeTiering(readValues(customers, currency, invalid), read as ReadTierScheme)
}
