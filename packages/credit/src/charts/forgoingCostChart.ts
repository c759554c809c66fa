import type { Issue } from '@clientele/core'
import { type VegaLiteSpecification, vegaLiteSchema } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, shownDays } from '@clientele/core/explain'
import { checkForgoingCost } from '../explain/checkForgoingCost.js'
import { GREATEST_RATE, withoutRepeats } from '../explain/explainForgoingCost.js'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import type { ForgoingCost, ForgoingStep } from '../terms/types.js'

/**
 * Draws what it costs a year to let each discount go, for the next discount and for the net day. Under `net-of-tax` terms this is the cost of an
 * invoice without tax.
 *
 * @param cost - What {@link costOfForgoingDiscount} returned.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside: one bar for each discount and what it is compared with, drawn as
 * 1,000,000% where it costs more.
 * @throws {@link InputError} if `cost` is none.
 * @example
 * import { costOfForgoingDiscount } from '@clientele/credit'
 * import { forgoingCostChart } from '@clientele/credit/charts'
 * import { textbookTerms } from '@clientele/credit/templates'
 *
 * const { data } = forgoingCostChart(costOfForgoingDiscount(textbookTerms, { daysInYear: 365, compound: false }))
 * data.values.map(({ discount }) => discount)
 * //=> ['2% within 15 days → 1% within 20 days', '1% within 20 days → whole amount on day 30', '2% within 15 days → whole amount on day 30']
 */
export function forgoingCostChart(cost: ForgoingCost, locale: CreditLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkForgoingCost(cost, ['cost'], issues)
  throwIssues(issues)
  const { charts, forgoing } = locale
  const steps = withoutRepeats(cost)
  const values = steps.map((step) => ({ discount: nameStep(step, locale), annualRate: Math.min(step.annualRate, GREATEST_RATE) }))
  const subtitle = steps.length === 0 ? forgoing.nothing : steps.some(({ annualRate }) => annualRate > GREATEST_RATE) ? charts.hugeRates : undefined
  // Without bars there are no rates that the axis could span.
  const scale = steps.length === 0 ? { scale: { domain: [0, 1] } } : {}
  return {
    $schema: vegaLiteSchema,
    title: subtitle === undefined ? charts.forgoing : { text: charts.forgoing, subtitle },
    data: { values },
    mark: { type: 'bar', tooltip: true },
    encoding: {
      y: { field: 'discount', type: 'nominal', title: null, sort: values.map(({ discount }) => discount), axis: { labelLimit: 400 } },
      x: { field: 'annualRate', type: 'quantitative', title: charts.annualRate, axis: { format: ',~%' }, ...scale },
    },
  }
}

function nameStep({ withinDays, percent, versusDays, versusPercent }: ForgoingStep, locale: CreditLocale): string {
  const { discounted, whole, instead } = locale.charts
  const versus = formatMessage(versusPercent === '0' ? whole : discounted, {
    percent: versusPercent,
    days: shownDays(versusDays, locale.core),
    day: versusDays,
  })
  return formatMessage(instead, { discount: formatMessage(discounted, { percent, days: shownDays(withinDays, locale.core) }), versus })
}
