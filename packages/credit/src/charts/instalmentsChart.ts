import type { Issue } from '@clientele/core'
import { drawn, type VegaLiteSpecification, vegaLiteSchema } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage } from '@clientele/core/explain'
import { checkInstalments } from '../explain/checkInstalments.js'
import type { Instalments } from '../instalments/types.js'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import { LEGEND_LIMIT } from './legendLimit.js'

/** Pixels from one date to the next: what a date needs. */
const STEP = 70

/**
 * Draws how much is to be paid on which date, as one bar for each date with a part for each instalment.
 *
 * @param instalments - What {@link planInstalments} returned.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside; without a legend beyond 30 instalments.
 * @throws {@link InputError} if `instalments` are none.
 * @example
 * import { planInstalments } from '@clientele/credit'
 * import { instalmentsChart } from '@clientele/credit/charts'
 * import { depositThenBalance } from '@clientele/credit/templates'
 *
 * const { data } = instalmentsChart(planInstalments({ date: '2024-03-01', amount: '10000', currency: 'CNY' }, depositThenBalance))
 * data.values //=> [{ line: 1, date: '2024-03-01', amount: 3000 }, { line: 2, date: '2024-03-31', amount: 7000 }]
 */
export function instalmentsChart(instalments: Instalments, locale: CreditLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkInstalments()(instalments, ['instalments'], issues)
  throwIssues(issues)
  const { charts } = locale
  const { currency, instalments: parts } = instalments
  const values = parts.map(({ line, date, amount }) => ({ line, date, amount: drawn(amount, parts.length) }))
  return {
    $schema: vegaLiteSchema,
    title: charts.instalments,
    width: { step: STEP },
    data: { values },
    mark: { type: 'bar', tooltip: true },
    encoding: {
      x: { field: 'date', type: 'ordinal', title: charts.date, axis: { labelAngle: 0 } },
      y: { field: 'amount', type: 'quantitative', title: formatMessage(charts.amount, { currency }) },
      color: { field: 'line', type: 'ordinal', title: charts.instalment, ...(values.length > LEGEND_LIMIT ? { legend: null } : {}) },
      order: { field: 'line', type: 'ordinal' },
    },
  }
}
