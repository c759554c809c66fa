import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, shownPercent } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import type { CohortRetention } from '../retention/types.js'
import { checkCohortRetention } from './checkRetention.js'
import { explainExtremes } from './explainExtremes.js'
import { explainRetentionDiagnoses, retentionFacts } from './retentionFacts.js'

/** The ages in periods whose average rates are told. */
const AGES = [1, 2, 3, 6, 12, 24]

/**
 * Says in sentences which part of the customers who came in one period bought again in later ones.
 *
 * @param retention - What {@link cohortRetention} returned.
 * @param locale - The language; English unless given.
 * @returns How many customers and cohorts there are; the average rates after 1, 2, 3, 6, 12 and 24 periods, and of how many customers; the cohorts with the
 * highest and the lowest rate after 1; that customers may come back; and what is to be known about the transactions, such as that a period is not over and
 * is left out.
 * @throws {@link InputError} if `retention` is no such result, or its counts and rates contradict each other.
 * @example
 * import { cohortRetention } from '@clientele/tiering'
 * import { explainCohortRetention } from '@clientele/tiering/explain'
 *
 * const days = { Li: ['2024-01-05', '2024-02-11', '2024-03-02'], Wu: ['2024-01-20', '2024-03-30'], Xu: ['2024-02-29'] }
 * const transactions = Object.entries(days).flatMap(([customer, dates]) => dates.map((date) => ({ customer, date, amount: 10 })))
 * const { sentences } = explainCohortRetention(cohortRetention(transactions, { period: 'month', asOf: '2024-03-31' }))
 * sentences[1] //=> 'Average retention rate of all cohorts that are old enough, by the number of periods (each a month) after that of the first purchase: after 1: 33.33% (of 3), after 2: 100% (of 2).'
 * sentences[2] //=> 'In the first month after that of the first purchase, the retention rate is highest in cohort 2024-01: 50% (of 2); lowest in cohort 2024-02: 0% (of 1).'
 */
export function explainCohortRetention(retention: CohortRetention, locale: TieringLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkCohortRetention(retention, issues)
  throwIssues(issues)
  const told =
    retention.cohorts.length === 0
      ? [formatMessage(locale.retention.nobody, retentionFacts(retention, locale))]
      : [explainSize(retention, locale), ...explainRates(retention, locale)]
  return { sentences: [...told, ...explainRetentionDiagnoses(retention, locale)] }
}

function explainSize(retention: CohortRetention, locale: TieringLocale): string {
  const { cohorts } = retention
  const customers = cohorts.reduce((sum, one) => sum + one.customers, 0)
  return formatMessage(locale.retention.cohorts.cohorts, { ...retentionFacts(retention, locale), count: cohorts.length, customers })
}

function explainRates(retention: CohortRetention, locale: TieringLocale): string[] {
  const { cohorts: texts } = locale.retention
  const { cohorts, average } = retention
  const facts = retentionFacts(retention, locale)
  const rates = AGES.flatMap((age) => {
    const own = average[age]
    return own === undefined ? [] : [formatMessage(texts.rate, { age, percent: shownPercent(own.rate), customers: own.customers })]
  })
  if (rates.length === 0) return [formatMessage(texts.tooYoung, facts)]
  const afterOne = cohorts.flatMap(({ period, customers, rates: [, rate] }) => (rate === undefined ? [] : [{ period, rate, customers }]))
  return [
    formatMessage(texts.average, { ...facts, rates: listTexts(rates, locale.core) }),
    ...explainExtremes(afterOne, texts.extremes, facts),
    formatMessage(texts.comeBack, facts),
  ]
}
