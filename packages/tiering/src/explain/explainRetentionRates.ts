import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, shownPercent } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { sumPeriods } from '../retention/cameBack.js'
import { ratesOf } from '../retention/countPeriods.js'
import type { PeriodRetention, RetentionRates } from '../retention/types.js'
import { checkRetentionRates } from './checkRetention.js'
import { explainExtremes } from './explainExtremes.js'
import { explainRetentionDiagnoses, retentionFacts } from './retentionFacts.js'

/**
 * Says in sentences how many customers bought again from one period to the next.
 *
 * @param rates - What {@link retentionRates} returned.
 * @param locale - The language; English unless given.
 * @returns The rates of the last period that is over; who bought in it; what "lost" means; the rates over all periods, and the highest and the lowest of
 * them; and what is to be known about the transactions, such as that a period is not over and is left out.
 * @throws {@link InputError} if `rates` is no such result, or its counts and rates contradict each other.
 * @example
 * import { retentionRates } from '@clientele/tiering'
 * import { explainRetentionRates } from '@clientele/tiering/explain'
 *
 * const days = { Li: ['2024-01-05', '2024-02-11'], Wu: ['2024-01-20'], Xu: ['2024-02-29'] }
 * const transactions = Object.entries(days).flatMap(([customer, dates]) => dates.map((date) => ({ customer, date, amount: 10 })))
 * const { sentences } = explainRetentionRates(retentionRates(transactions, { period: 'month', asOf: '2024-03-15' }))
 * sentences[0] //=> 'Retention rate of 2024-02 (2024-02-01 to 2024-02-29), the last month that is over by 2024-03-15: 50%; churn rate: 50%. Customers who bought in the month before: 2; of these again in this one: 1; lost: 1.'
 * sentences[2] //=> 'Lost only means: bought in the month before, and not in this one. Such customers may come back, and then count as reactivated.'
 */
export function explainRetentionRates(rates: RetentionRates, locale: TieringLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkRetentionRates(rates, issues)
  throwIssues(issues)
  const latest = rates.periods.at(-1)
  const told =
    latest === undefined
      ? [formatMessage(locale.retention.nobody, retentionFacts(rates, locale))]
      : [...explainLatest(latest, rates, locale), ...explainAll(rates, locale)]
  return { sentences: [...told, ...explainRetentionDiagnoses(rates, locale)] }
}

function explainLatest(latest: PeriodRetention, rates: RetentionRates, locale: TieringLocale): string[] {
  const { latest: withRate, withoutRate, active } = locale.retention.rates
  const facts = { ...latest, ...retentionFacts(rates, locale) }
  const { retentionRate, churnRate } = latest
  const rate =
    retentionRate === null || churnRate === null
      ? formatMessage(withoutRate, facts)
      : formatMessage(withRate, { ...facts, retention: shownPercent(retentionRate), churn: shownPercent(churnRate) })
  return [rate, formatMessage(active, facts)]
}

/** What there is to say of all periods that have rates: of one alone, nothing that the last one has not said. */
function explainAll(rates: RetentionRates, locale: TieringLocale): string[] {
  const { rates: texts, lost: lostMeans } = locale.retention
  const rated = rates.periods.filter(({ before }) => before > 0)
  if (rated.length === 0) return []
  const facts = retentionFacts(rates, locale)
  const { retained, lost } = sumPeriods(rated)
  const { retentionRate, churnRate } = ratesOf(retained, lost)
  const [first, last] = [rated[0]?.period as string, rated.at(-1)?.period as string]
  const average = { ...facts, first, last, retention: shownPercent(retentionRate as number), churn: shownPercent(churnRate as number) }
  const points = rated.map(({ period, before, retentionRate: rate }) => ({ period, rate: rate as number, customers: before }))
  return [
    formatMessage(lostMeans, facts),
    ...(rated.length === 1 ? [] : [formatMessage(texts.average, average)]),
    ...explainExtremes(points, texts.extremes, facts),
  ]
}
