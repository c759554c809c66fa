import type { Sale } from '../sales/types.js'
import { averageRetention } from './averageRetention.js'
import { calendarPeriod } from './calendarPeriods.js'
import { type Buyers, readBuyers } from './readBuyers.js'
import type { Cohort, CohortRetention, RetentionOptions } from './types.js'

/**
 * Groups customers by the period of their first purchase, and counts how many of each group bought in each later period.
 *
 * Whoever does not buy in one period may in a later one, so that the rates of a cohort may rise again.
 *
 * Hand in all purchases since the beginning: otherwise old customers count as new in the first periods.
 *
 * @param transactions - As in {@link retentionRates}.
 * @param options - As in {@link retentionRates}.
 * @returns The cohorts, the oldest first: how many customers each has, and how many of them bought in that period (all), in the next, and so on up to the last
 * that is over, as numbers and as parts of them. `average`: for each age in periods the same of all cohorts that are old enough, taken together; the greater
 * the age, the fewer `customers` it rests on. It takes O(n + p²) for n transactions in p periods.
 * @throws {@link InputError} if an option or, unless they are collected, a transaction is not as stated, with every issue; or if there are more than 2,000
 * periods.
 * @see P. S. Fader and B. G. S. Hardie, "How to project customer retention", *Journal of Interactive Marketing* 21, 2007, on cohorts of customers under
 * contract, who do not return.
 * @example
 * import { cohortRetention } from '@clientele/tiering'
 *
 * const days = { Li: ['2024-01-05', '2024-02-11', '2024-03-02'], Wu: ['2024-01-20', '2024-03-30'], Xu: ['2024-02-29'] }
 * const transactions = Object.entries(days).flatMap(([customer, dates]) => dates.map((date) => ({ customer, date, amount: 10 })))
 * const { cohorts, average } = cohortRetention(transactions, { period: 'month', asOf: '2024-03-31' })
 * cohorts.map(({ period, customers, active }) => [period, customers, active]) //=> [['2024-01', 2, [2, 1, 2]], ['2024-02', 1, [1, 0]]]
 * cohorts[0].rates //=> [1, 0.5, 1]
 * average[1] //=> { age: 1, customers: 3, active: 1, rate: 0.3333333333333333 }
 * average[2] //=> { age: 2, customers: 2, active: 2, rate: 1 }
 */
export function cohortRetention(transactions: readonly Sale[], options: RetentionOptions): CohortRetention {
  const buyers = readBuyers(transactions, options)
  const { asOf, basis, rejected, diagnoses } = buyers
  const cohorts = listCohorts(buyers)
  return { asOf, basis, cohorts, average: averageRetention(cohorts), rejected, diagnoses }
}

function listCohorts({ byPeriod, first, basis }: Buyers): Cohort[] {
  const cohortOf = new Map<string, number>()
  const counts = byPeriod.map((_, index) => new Array<number>(byPeriod.length - index).fill(0))
  byPeriod.forEach((buyers, index) => {
    for (const customer of buyers) {
      const cohort = cohortOf.get(customer) ?? index
      cohortOf.set(customer, cohort)
      const active = counts[cohort] as number[]
      active[index - cohort] = (active[index - cohort] as number) + 1
    }
  })
  return counts.flatMap((active, index) => {
    const customers = active[0] as number
    return customers === 0 ? [] : [{ ...calendarPeriod(first + index, basis), customers, active, rates: active.map((count) => count / customers) }]
  })
}
