import type { Issue, ReadOptions } from '@clientele/core'
import { readOptions, throwIssues } from '@clientele/core/checks'
import { composeTiering } from './composeTiering.js'
import { type ReadTierScheme, readTierScheme } from './readTierScheme.js'
import { readValues } from './readValues.js'
import type { ShareScheme, Tiering, ValuedCustomers } from './types.js'

/**
 * Sorts customers into tiers by parts of the whole: of all value (the customers who bring in the first 80 %), or of all customers (the first 20 %).
 *
 * Customers of the same value are placed together. With the boundary `before`, which is the default, they are in the first tier within whose cut they
 * begin, so that whoever has the greatest value is always in the top tier; with `after` in the first within whose cut they end, so that one customer
 * who brings in nearly everything leaves it empty. Sums are net: values below 0 lower the total, and the parts before them may pass the whole.
 * Where the total is not above 0 there are no shares of value: the greatest value is in the top tier, and all others are in the last.
 *
 * @param customers - As for {@link classifyByThreshold}.
 * @param scheme - The tiers from the top, each up to which percentage of the whole it goes; `expectedShareOfValue` is checked and reported.
 * @param options - As for {@link classifyByThreshold}; where rows are collected, the shares are those of the others.
 * @returns What each tier has and brings in, and the customers, the greatest value first, each with its tier and why it is in it. Shares are numbers
 * from 0 to 1, and cuts are compared exactly: multiplying all values by a positive number changes no tier. It takes O(n log n) for n customers.
 * @throws {@link InputError} if the scheme, an option or, unless they are collected, a row is not as stated, with every issue. Where the scheme states a
 * currency, rows of another are bad rows; where it states none, values of several throw in any case.
 * @see H. F. Dickie, "ABC Inventory Analysis Shoots for Dollars, not Pennies", *Factory Management and Maintenance* 109, 1951; for sums that pass
 * the whole, R. S. Kaplan and V. G. Narayanan, "Measuring and Managing Customer Profitability", *Journal of Cost Management* 15, 2001.
 * @example
 * import { classifyByShare } from '@clientele/tiering'
 *
 * const customers = [900, 50, 30, 20].map((value, index) => ({ customer: `C-${index + 1}`, value }))
 * const cuts = [{ id: 'A', upToPercent: '80' }, { id: 'B', upToPercent: '95' }, { id: 'C', upToPercent: '100' }]
 * const scheme = { kind: 'tier-scheme', id: 'pareto', version: 1, type: 'share-of-value', cuts } as const
 * classifyByShare(customers, scheme).customers.map(({ tier }) => tier) //=> ['A', 'B', 'C', 'C']
 * classifyByShare(customers, { ...scheme, boundary: 'after' }).customers.map(({ tier }) => tier) //=> ['B', 'B', 'C', 'C']
 */
export function classifyByShare(customers: ValuedCustomers, scheme: ShareScheme, options: ReadOptions = {}): Tiering {
  const issues: Issue[] = []
  const read = readTierScheme(scheme, ['share-of-value', 'share-of-customers'], ['scheme'], issues)
  const invalid = readOptions(options, ['invalid'], issues)
  throwIssues(issues)
  const { currency } = read as ReadTierScheme
  return composeTiering(readValues(customers, currency, invalid), read as ReadTierScheme)
}
