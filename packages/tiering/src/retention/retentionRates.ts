import type { Sale } from '../sales/types.js'
import { diagnoseCameBack, sumPeriods } from './cameBack.js'
import { countPeriods } from './countPeriods.js'
import { readBuyers } from './readBuyers.js'
import type { RetentionOptions, RetentionRates } from './types.js'

/**
 * Counts, period by period, how many of the customers of the period before bought again, and how many did not.
 *
 * Without a contract nobody says that they leave: "lost" only means that a customer bought in the period before and not in this one. Whoever buys again
 * later counts as reactivated then. The shorter the period beside the time between two purchases, the more customers are lost and come back.
 *
 * Hand in all purchases since the beginning: otherwise old customers count as new in the first periods.
 *
 * @param transactions - Purchases and refunds in any order. Amounts of 0 or more are purchases; those below 0 are refunds, which do not count, so that a
 * purchase refunded in full still does. Nothing is added up, so that currencies may differ.
 * @param options - `period`: by which calendar periods; weeks begin on Monday, and belong to the year of their Thursday, as in ISO 8601. `asOf`: only
 * periods that are over by the end of this day count. `invalid`: `throw` (unless given) all bad transactions together, or `collect` them in `rejected`.
 * @returns Each period from that of the first purchase to the last that is over, also those in which nobody bought. In each of them `active` = `retained` +
 * `reactivated` + `new`, and `before` = `retained` + `lost` = the `active` of the one before. It takes O(n) for n transactions.
 * @throws {@link InputError} if an option or, unless they are collected, a transaction is not as stated, with every issue; or if there are more than 2,000
 * periods.
 * @see P. W. Farris, N. T. Bendle, P. E. Pfeifer and D. J. Reibstein, *Marketing Metrics*, 2nd edition, 2010, chapter 5: retention is for customers under
 * contract; of others it is only known when they last bought.
 * @example
 * import { retentionRates } from '@clientele/tiering'
 *
 * const days = { Li: ['2024-01-05', '2024-02-11', '2024-03-02'], Wu: ['2024-01-20', '2024-03-30'], Xu: ['2024-02-29'] }
 * const transactions = Object.entries(days).flatMap(([customer, dates]) => dates.map((date) => ({ customer, date, amount: 10 })))
 * const { periods } = retentionRates(transactions, { period: 'month', asOf: '2024-03-31' })
 * periods[1].retentionRate //=> 0.5
 * periods[2]
 * //=> { period: '2024-03', from: '2024-03-01', to: '2024-03-31', active: 2, before: 2, retained: 1, lost: 1, reactivated: 1, new: 0, retentionRate: 0.5, churnRate: 0.5 }
 */
export function retentionRates(transactions: readonly Sale[], options: RetentionOptions): RetentionRates {
  const buyers = readBuyers(transactions, options)
  const { asOf, basis, rejected, diagnoses } = buyers
  const periods = countPeriods(buyers)
  return { asOf, basis, periods, rejected, diagnoses: [...diagnoses, ...diagnoseCameBack(sumPeriods(periods))] }
}
