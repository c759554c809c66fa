import type { Sale } from '../sales/types.js'
import { diagnoseCameBack, sumPeriods } from './cameBack.js'
import { countPeriods, ratesOf } from './countPeriods.js'
import { readBuyers } from './readBuyers.js'
import type { ChurnRate, PeriodRetention, RetentionOptions } from './types.js'

/**
 * Finds which part of the customers of one period did not buy in the next: in the last period, and on average.
 *
 * As in {@link retentionRates}, "lost" only means that a customer did not buy in the period, and may come back.
 *
 * @param transactions - As in {@link retentionRates}.
 * @param options - As in {@link retentionRates}.
 * @returns `latest`: the last period that is over, unless it is that of the first purchase, and both its rates. `lost` and `reactivated`: over all periods,
 * how many times customers counted as lost, and how many times they came back later. `averageChurnRate`: over all periods, each weighted by the customers of
 * the one before. `expectedPeriods`: 1 ÷ the average, which is for how many periods a customer stays if everyone leaves with this probability in every
 * period, and for ever; the more of the lost came back, the less it is a lifetime, which the diagnosis `lost-came-back` says. It takes O(n) for n
 * transactions.
 * @throws {@link InputError} if an option or, unless they are collected, a transaction is not as stated, with every issue; or if there are more than 2,000
 * periods.
 * @see W. Feller, *An Introduction to Probability Theory and Its Applications*, volume 1, 3rd edition, 1968: 1 ÷ p is the mean waiting time for a first
 * event of probability p, the period of the event counted; his geometric distribution leaves that one out, and starts at 0.
 * @example
 * import { churnRate } from '@clientele/tiering'
 *
 * const days = { Li: ['2024-01-05', '2024-02-11', '2024-03-02'], Wu: ['2024-01-20'], Xu: ['2024-02-29', '2024-03-01'] }
 * const transactions = Object.entries(days).flatMap(([customer, dates]) => dates.map((date) => ({ customer, date, amount: 10 })))
 * const churn = churnRate(transactions, { period: 'month', asOf: '2024-03-31' })
 * churn.churnRate //=> 0
 * churn.averageChurnRate //=> 0.25
 * churn.expectedPeriods //=> 4
 */
export function churnRate(transactions: readonly Sale[], options: RetentionOptions): ChurnRate {
  const buyers = readBuyers(transactions, options)
  const { asOf, basis, rejected, diagnoses } = buyers
  const periods = countPeriods(buyers)
  const latest = periods.length > 1 ? (periods.at(-1) as PeriodRetention) : null
  const { retained, lost, reactivated } = sumPeriods(periods)
  return {
    asOf,
    basis,
    latest,
    churnRate: latest?.churnRate ?? null,
    retentionRate: latest?.retentionRate ?? null,
    lost,
    reactivated,
    averageChurnRate: ratesOf(retained, lost).churnRate,
    expectedPeriods: lost === 0 ? null : (retained + lost) / lost,
    rejected,
    diagnoses: [...diagnoses, ...diagnoseCameBack({ lost, reactivated })],
  }
}
