import type { AverageRetention, Cohort } from './types.js'

/** What part of all cohorts that are old enough bought at each age; the oldest cohort comes first. */
export function averageRetention(cohorts: readonly Pick<Cohort, 'customers' | 'active'>[]): AverageRetention[] {
  const sums = Array.from(cohorts[0]?.active ?? [], () => ({ customers: 0, active: 0 }))
  for (const { customers, active } of cohorts) {
    sums.forEach((sum, age) => {
      const own = active[age]
      if (own === undefined) return
      sum.customers += customers
      sum.active += own
    })
  }
  return sums.map(({ customers, active }, age) => ({ age, customers, active, rate: active / customers }))
}
