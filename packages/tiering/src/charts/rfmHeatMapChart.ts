import type { Issue } from '@clientele/core'
import type { VegaLiteSpecification } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage } from '@clientele/core/explain'
import { checkRfmOfScheme } from '../explain/checkRfm.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { readRfmScheme } from '../rfm/readRfmScheme.js'
import type { Rfm, RfmCustomer, RfmScheme } from '../rfm/types.js'
import { drawHeatMap, isDark } from './heatMap.js'

/** Mean scores have so many decimal places. */
const PLACES = 100

/**
 * Draws how many customers have which scores of recency and frequency, and how high their monetary scores are: a cell for each pair that somebody has.
 *
 * @param rfm - What {@link scoreRfm} returned.
 * @param scheme - The RFM scheme that made it.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside: the most recent on top, the most frequent to the right, coloured by the mean monetary score, with
 * the number of customers as text.
 * @throws {@link InputError} if the scheme is not one, or not the one that made the result.
 * @example
 * import { scoreRfm } from '@clientele/tiering'
 * import { rfmHeatMapChart } from '@clientele/tiering/charts'
 * import { textbookRfm } from '@clientele/tiering/templates'
 *
 * const summaries = [98, 205, 140, 700].map((recencyDays, index) => ({ customer: `C-${index}`, recencyDays, frequency: 7 - index, monetary: 596 - index }))
 * const { data } = rfmHeatMapChart(scoreRfm(summaries, textbookRfm, { asOf: '2006-12-31' }), textbookRfm)
 * data.values[0] //=> { recency: 1, frequency: 1, count: 1, mean: 1, dark: false }
 */
export function rfmHeatMapChart(rfm: Rfm, scheme: RfmScheme, locale: TieringLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkRfmOfScheme(rfm, scheme, issues)
  throwIssues(issues)
  const { chart } = locale.rfm
  const { bins } = readRfmScheme(scheme)
  const scores = Array.from({ length: bins }, (_, index) => index + 1)
  const domain = [1, bins] as const
  const title = formatMessage(chart.title, { asOf: rfm.asOf })
  return drawHeatMap({
    title: rfm.customers.length === 0 ? { text: title, subtitle: chart.nobody } : title,
    values: cellsOf(rfm.customers).map((cell) => ({ ...cell, dark: isDark(cell.mean, domain) })),
    x: { field: 'frequency', title: chart.frequency, domain: scores },
    y: { field: 'recency', title: chart.recency, domain: [...scores].reverse() },
    colour: { field: 'mean', title: chart.mean, domain },
    more: [{ field: 'count', title: chart.count }],
  })
}

/** The pairs of scores that somebody has, the lowest first. */
function cellsOf(customers: readonly RfmCustomer[]) {
  const cells = new Map<string, { recency: number; frequency: number; count: number; sum: number }>()
  for (const { r, f, m } of customers) {
    const cell = cells.get(`${r}-${f}`) ?? { recency: r, frequency: f, count: 0, sum: 0 }
    cells.set(`${r}-${f}`, { ...cell, count: cell.count + 1, sum: cell.sum + m })
  }
  const sorted = [...cells.values()].sort((a, b) => a.recency - b.recency || a.frequency - b.frequency)
  return sorted.map(({ recency, frequency, count, sum }) => ({ recency, frequency, count, mean: Math.round((sum / count) * PLACES) / PLACES }))
}
