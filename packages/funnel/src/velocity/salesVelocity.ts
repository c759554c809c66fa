import type { Issue } from '@clientele/core'
import { checkCurrency, checkKeys, checkRecord, ownValue, throwIssues } from '@clientele/core/checks'
import { decimalText, ratio } from '@clientele/core/decimal'
import { moneyText } from '../money/dealAmounts.js'
import { type ReadSalesFactors, readSalesFactors } from './readSalesFactors.js'
import type { SalesFactors, SalesVelocity, VelocityOptions } from './types.js'

/**
 * Tells how much money a pipeline brings a day: deals × win rate × value / days of a cycle.
 *
 * @param factors - `deals`: how many are worked at once, 0 to 1e100, `winRate`: which share of them is won, 0 to 1, `averageValue`: what a won one is worth, 0 to 1e100, `cycleDays`:
 * how many days one takes from entering to being won, above 0 (from 1e-100 to 1e100).
 * @param options - `currency`: the one that `averageValue` is in.
 * @returns `perDay`: the number nearest to the exact velocity; `expectedValue`: exactly what these deals bring over one cycle, with a currency in at least its minor digits;
 * `factors`: what it was made from, in canonical form.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @see Common in sales management as "sales velocity" or "pipeline velocity".
 * @example
 * import { salesVelocity } from '@clientele/funnel'
 *
 * const velocity = salesVelocity({ deals: 40, winRate: '0.25', averageValue: 25_000, cycleDays: 90 }, { currency: 'CNY' })
 * velocity.perDay //=> 2777.777777777778
 * velocity.expectedValue //=> '250000.00'
 */
export function salesVelocity(factors: SalesFactors, options: VelocityOptions = {}): SalesVelocity {
  const issues: Issue[] = []
  const currency = readCurrency(options, issues)
  const read = readSalesFactors(factors, ['factors'], issues)
  throwIssues(issues)
  const { deals, winRate, averageValue, cycleDays } = read as ReadSalesFactors
  const expectedValue = deals.times(winRate).times(averageValue)
  return {
    perDay: ratio(expectedValue, cycleDays) as number,
    expectedValue: moneyText(expectedValue, currency),
    currency,
    factors: {
      deals: decimalText(deals),
      winRate: decimalText(winRate),
      averageValue: decimalText(averageValue),
      cycleDays: decimalText(cycleDays),
    },
  }
}

function readCurrency(options: unknown, issues: Issue[]): string | null {
  if (!checkRecord(options, ['options'], issues)) return null
  checkKeys(options, ['currency'], ['options'], issues)
  const currency = ownValue(options, 'currency')
  if (currency === undefined) return null
  checkCurrency(currency, ['options', 'currency'], issues)
  return currency as string
}
