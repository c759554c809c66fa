import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, shownPercent } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import type { ChurnRate } from '../retention/types.js'
import { checkChurnRate } from './checkRetention.js'
import { explainRetentionDiagnoses, retentionFacts } from './retentionFacts.js'
import { shownNumber } from './shownNumber.js'

/**
 * Says in sentences which part of the customers did not buy again, and for how long they stay on average.
 *
 * @param churn - What {@link churnRate} returned.
 * @param locale - The language; English unless given.
 * @returns The rates of the last period that is over; what "lost" means; the average; how many of the lost came back, for how many periods a customer
 * stays at that rate, and what this assumes; and what is to be known about the transactions, such as that a period is not over and is left out.
 * @throws {@link InputError} if `churn` is no such result, or its numbers contradict each other.
 * @example
 * import { churnRate } from '@clientele/tiering'
 * import { explainChurnRate } from '@clientele/tiering/explain'
 *
 * const days = { Li: ['2024-01-05', '2024-02-11', '2024-03-02'], Wu: ['2024-01-20'], Xu: ['2024-02-29', '2024-03-01'] }
 * const transactions = Object.entries(days).flatMap(([customer, dates]) => dates.map((date) => ({ customer, date, amount: 10 })))
 * const { sentences } = explainChurnRate(churnRate(transactions, { period: 'month', asOf: '2024-03-31' }))
 * sentences[0] //=> 'Churn rate of 2024-03 (2024-03-01 to 2024-03-31), the last month that is over by 2024-03-31: 0%; retention rate: 100%. Customers who bought in the month before: 2; of these lost: 0.'
 * sentences[3] //=> 'Average stay at this rate, in periods of one month: 4.'
 */
export function explainChurnRate(churn: ChurnRate, locale: TieringLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkChurnRate(churn, issues)
  throwIssues(issues)
  return {
    sentences: [...explainLatest(churn, locale), ...explainAverage(churn, locale), ...explainRetentionDiagnoses(churn, locale, 'lost-came-back')],
  }
}

function explainLatest(churn: ChurnRate, locale: TieringLocale): string[] {
  const { churn: texts, nobody } = locale.retention
  const facts = retentionFacts(churn, locale)
  const { latest, churnRate, retentionRate, diagnoses } = churn
  if (latest === null) return [formatMessage(diagnoses.some(({ code }) => code === 'no-customers') ? nobody : texts.tooShort, facts)]
  if (churnRate === null || retentionRate === null) return [formatMessage(texts.withoutRate, { ...latest, ...facts })]
  return [formatMessage(texts.latest, { ...latest, ...facts, churn: shownPercent(churnRate), retention: shownPercent(retentionRate) })]
}

function explainAverage(churn: ChurnRate, locale: TieringLocale): string[] {
  const { churn: texts, lost: lostMeans, diagnoses } = locale.retention
  const facts = retentionFacts(churn, locale)
  const { averageChurnRate, expectedPeriods, lost, reactivated } = churn
  if (averageChurnRate === null) return []
  const average = [formatMessage(lostMeans, facts), formatMessage(texts.average, { ...facts, churn: shownPercent(averageChurnRate) })]
  if (expectedPeriods === null) return [...average, texts.nobodyLost]
  return [
    ...average,
    // Before the expectation, which it refutes.
    ...(reactivated === 0 ? [] : [formatMessage(diagnoses['lost-came-back'], { lost, reactivated })]),
    formatMessage(texts.expected, { ...facts, periods: shownNumber(expectedPeriods) }),
    formatMessage(texts.assumed, facts),
  ]
}
