import type { Issue } from '@clientele/core'
import type { VegaLiteSpecification } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage } from '@clientele/core/explain'
import { checkCohortRetention } from '../explain/checkRetention.js'
import { retentionFacts } from '../explain/retentionFacts.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import type { Cohort, CohortRetention } from '../retention/types.js'
import { drawHeatMap, isDark } from './heatMap.js'

/** Up to so many cohorts and ages, percentages are written into the cells: two years of months. */
const LABELLED = 24

/** Cohorts of fewer customers do not set the colours: of one customer, every rate is 0 or 1. */
const LARGE = 20

const HUNDRED = 100

/**
 * Draws which part of each cohort bought in each later period: a cell for each cohort and age, the darker the greater the part.
 *
 * The period of the first purchase itself, in which all of a cohort bought, is left out, so that the colours tell the later ones apart: how many customers
 * a cohort has is written beside its period.
 *
 * @param retention - What {@link cohortRetention} returned.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside: the oldest cohort on top, the age in periods from left to right, and in each cell the percentage
 * of customers who bought. Beyond 24 cohorts or ages a cell has no text, and is 12 pixels wide and high. The darkest colour is for the greatest rate of
 * cohorts of 20 customers or more, if there are any, and for all above.
 * @throws {@link InputError} if `retention` is no such result, or its counts and rates contradict each other.
 * @example
 * import { cohortRetention } from '@clientele/tiering'
 * import { cohortRetentionChart } from '@clientele/tiering/charts'
 *
 * const days = { Li: ['2024-01-05', '2024-02-11', '2024-03-02'], Wu: ['2024-01-20', '2024-03-30'], Xu: ['2024-02-29'] }
 * const transactions = Object.entries(days).flatMap(([customer, dates]) => dates.map((date) => ({ customer, date, amount: 10 })))
 * const { data } = cohortRetentionChart(cohortRetention(transactions, { period: 'month', asOf: '2024-03-31' }))
 * data.values[0] //=> { cohort: '2024-01: 2', customers: 2, age: 1, count: 1, rate: 0.5, percent: '50%', dark: false }
 */
export function cohortRetentionChart(retention: CohortRetention, locale: TieringLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkCohortRetention(retention, issues)
  throwIssues(issues)
  const { chart } = locale.retention.cohorts
  const { cohorts, average } = retention
  const facts = retentionFacts(retention, locale)
  const labels = cohorts.map(({ period, customers }) => formatMessage(chart.cohortSize, { period, customers }))
  const domain = [0, greatestRate(cohorts)] as const
  const values = cohorts.flatMap(({ customers, active, rates }, cohort) =>
    active.map((count, age) => {
      const rate = rates[age] as number
      return { cohort: labels[cohort] as string, customers, age, count, rate, percent: percentOf(count, customers), dark: isDark(rate, domain) }
    }),
  )
  const later = values.filter(({ age }) => age > 0)
  const title = formatMessage(chart.title, facts)
  const nobody = formatMessage(locale.retention.nobody, facts)
  return drawHeatMap({
    title: later.length === 0 ? { text: title, subtitle: cohorts.length === 0 ? nobody : chart.tooYoung } : title,
    values: later,
    x: { field: 'age', title: formatMessage(chart.age, facts), domain: average.slice(1).map(({ age }) => age) },
    y: { field: 'cohort', title: formatMessage(chart.cohort, facts), domain: labels },
    colour: { field: 'rate', title: chart.rate, domain, format: '.2~%' },
    more: [
      { field: 'count', title: chart.count },
      { field: 'customers', title: chart.size },
    ],
    text: 'percent',
    labelled: LABELLED,
  })
}

/** The greatest rate after the period of the first purchase, of the cohorts that are large enough if any of these has one above 0; 1 where none has. */
function greatestRate(cohorts: readonly Cohort[]): number {
  const greatestOf = (some: readonly Cohort[]): number => some.flatMap(({ rates }) => rates.slice(1)).reduce((most, rate) => Math.max(most, rate), 0)
  return greatestOf(cohorts.filter(({ customers }) => customers >= LARGE)) || greatestOf(cohorts) || 1
}

/** A whole percentage; one that is near to 0 or 100 does not look as if it were that. */
function percentOf(count: number, customers: number): string {
  const percent = Math.round((count * HUNDRED) / customers)
  if (percent === 0 && count > 0) return '<1%'
  return percent === HUNDRED && count < customers ? '>99%' : `${percent}%`
}
