import type { Issue } from '@clientele/core'
import { checkRecord, throwIssues } from '@clientele/core/checks'
import { decimalText, ratio } from '@clientele/core/decimal'
import { type ReadRollRates, readRollRates } from './readRollRates.js'
import type { LossRates, RollRateCase } from './types.js'

/**
 * Finds the share of what reaches each bucket that is lost in the end, from the sales of a period and what was still open of them after each bucket.
 *
 * All sales reach the first bucket, and what is open after a bucket reaches the next; what was lost in the end was lost of each. The rates are
 * not rounded: as the rates of a {@link ProvisionMatrix} they count as the exact fractions `lost / of`.
 *
 * @param rollRates - `sales` above 0; `openAfter` one amount above 0 for each bucket but the last, by age, never rising and at most the sales;
 * `lost` from 0 to the last of them; `buckets` one different id more than `openAfter` has amounts. All amounts are of one currency.
 * @returns One rate for each bucket, by age: `lost` of `of`, and the nearest number.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @see IFRScommunity.com, *IFRS 9: Impairment*, the example of a provision matrix.
 * @example
 * import { lossRatesFromRollRates } from '@clientele/credit'
 *
 * const { rates } = lossRatesFromRollRates({ sales: 100_000, openAfter: [50_000, 23_000, 8_000, 2_000], lost: 2_000 })
 * rates.map(({ bucket, lost, of }) => `${bucket}: ${lost} of ${of}`)
 * //=> ['not-due: 2000 of 100000', '1-30: 2000 of 50000', '31-60: 2000 of 23000', '61-90: 2000 of 8000', 'over-90: 2000 of 2000']
 * rates[2]?.rate.toFixed(4) //=> '0.0870'
 */
export function lossRatesFromRollRates(rollRates: RollRateCase): LossRates {
  const issues: Issue[] = []
  const read = checkRecord(rollRates, ['rollRates'], issues) ? readRollRates(rollRates, [], issues) : undefined
  throwIssues(issues)
  const { reached, lost } = read as ReadRollRates
  return {
    rates: reached.map(({ bucket, amount }) => ({ bucket, lost: decimalText(lost), of: decimalText(amount), rate: ratio(lost, amount) as number })),
  }
}
