import { expectTypeOf } from 'vitest'
import {
  type AverageRetention,
  type CohortRetention,
  churnRate,
  cohortRetention,
  type PeriodRetention,
  type RetentionRates,
  retentionRates,
  retentionValue,
} from '../index.js'

const asOf = '2024-07-15'
const rates = retentionRates([{ customer: 'C-1', date: '2024-05-20', amount: 5 }], { period: 'month', asOf })
expectTypeOf(rates).toEqualTypeOf<RetentionRates>()
expectTypeOf(churnRate([], { period: 'week', asOf, invalid: 'collect' }).latest).toEqualTypeOf<PeriodRetention | null>()
expectTypeOf(cohortRetention([], { period: 'year', asOf })).toEqualTypeOf<CohortRetention>()
expectTypeOf(cohortRetention([], { period: 'year', asOf }).average).toEqualTypeOf<readonly AverageRetention[]>()
expectTypeOf(retentionValue({ margin: '100', retentionRate: 0.8, discountRate: '0.1', from: 'now' }).expectedPeriods).toEqualTypeOf<number | null>()
// @ts-expect-error A day is no period.
retentionRates([], { period: 'day', asOf })
// @ts-expect-error A result is not to be changed.
rates.periods.push()
