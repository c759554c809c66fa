import { localizeText } from '@clientele/core'
import { titlesOf } from '@clientele/core/explain'
import type { RfmScheme, SegmentSummary } from '@clientele/tiering'
import { rfmHeatMapChart } from '@clientele/tiering/charts'
import { explainRfm } from '@clientele/tiering/explain'
import { formatShare, groupThousands } from '../../texts/formatNumber.js'
import type { Texts } from '../../texts/types.js'
import { drawChart } from '../drawChart.js'
import { listSentences } from '../findings.js'
import { bar } from '../gradeTables.js'
import { html, Markup } from '../html.js'
import type { OrdersInput } from '../types.js'

/** The customers by recency, frequency and monetary value, and what is done with each segment. */
export async function rfmSection({ report, rfm: scheme, texts }: OrdersInput): Promise<Markup> {
  const { rfm } = report
  if (rfm === undefined || scheme === undefined) return html``
  const { sentences } = explainRfm(rfm, scheme, texts.tiering)
  const chart = rfm.customers.length === 0 ? undefined : await drawChart(rfmHeatMapChart(rfm, scheme, texts.tiering), { name: 'rfm' })
  return html`<section id="rfm" class="tiering">
<h2>${texts.page.tiering.rfm}</h2>
${chart === undefined ? [] : html`<figure>${new Markup(chart)}</figure>`}
${rfm.segments.length === 0 ? [] : segmentTable(rfm.segments, scheme, texts)}
${listSentences(sentences)}
</section>`
}

function segmentTable(segments: readonly SegmentSummary[], scheme: RfmScheme, texts: Texts): Markup {
  const words = texts.page.tiering
  const title = titlesOf(scheme.segments, texts)
  const rows = segments.map(({ segment, count, value, shareOfCustomers, shareOfValue }) => {
    const action = scheme.segments.find(({ id }) => id === segment)?.action
    return html`<tr><td>${segment === null ? html`<span class="soft">${words.noSegment}</span>` : title(segment)}</td>
<td class="number">${groupThousands(count)}</td><td class="number">${formatShare(shareOfCustomers)}</td>
<td class="number">${groupThousands(value)}</td><td class="number">${formatShare(shareOfValue)}</td>${bar(shareOfValue ?? 0)}
<td>${action === undefined ? '' : localizeText(action, texts.languageTag)}</td></tr>
`
  })
  return html`<div class="scroll"><table>
<thead><tr><th>${words.segment}</th><th class="number">${texts.page.customers}</th><th class="number">${words.shareOfCustomers}</th>
<th class="number">${words.value}</th><th class="number">${words.shareOfTotal}</th><th></th><th>${words.action}</th></tr></thead>
<tbody>${rows}</tbody></table></div>`
}
