import type { Issue } from '@clientele/core'
import { drawn, type VegaLiteSpecification } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import type { SchemeComparison } from '../comparison/types.js'
import { checkSchemeComparison } from '../explain/checkSchemeComparison.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { drawHeatMap, isDark } from './heatMap.js'

/**
 * Draws how many customers another scheme would move from which tier to which: a cell for each pair of tiers.
 *
 * @param comparison - What {@link compareSchemes} returned. Tiers are called by their ids.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside: the tiers before from top to bottom, those after from left to right, and in each cell the number of
 * customers.
 * @throws {@link InputError} if `comparison` is none.
 * @example
 * import { compareSchemes } from '@clientele/tiering'
 * import { schemeComparisonChart } from '@clientele/tiering/charts'
 * import { paretoAbc, textbookAbc } from '@clientele/tiering/templates'
 *
 * const customers = [{ customer: 'Li', value: 600000 }, { customer: 'Wu', value: 465000 }]
 * const { data } = schemeComparisonChart(compareSchemes(customers, { before: textbookAbc, after: paretoAbc }))
 * data.values[3] //=> { before: 'B', after: 'A', count: 1, value: 465000, dark: true }
 */
export function schemeComparisonChart(comparison: SchemeComparison, locale: TieringLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkSchemeComparison(comparison, issues)
  throwIssues(issues)
  const { chart } = locale.schemeComparison
  const { before, after, matrix } = comparison
  const greatest = matrix.reduce((most, { count }) => Math.max(most, count), 0)
  const domain = [0, greatest || 1] as const
  return drawHeatMap({
    title: greatest === 0 ? { text: chart.title, subtitle: chart.nobody } : chart.title,
    values: matrix.map(({ from, to, count, value }) => ({ before: from, after: to, count, value: drawn(value), dark: isDark(count, domain) })),
    x: { field: 'after', title: chart.after, domain: after.map(({ tier }) => tier) },
    y: { field: 'before', title: chart.before, domain: before.map(({ tier }) => tier) },
    colour: { field: 'count', title: chart.count, domain },
    more: [{ field: 'value', title: chart.value }],
  })
}
