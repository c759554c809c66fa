import { bottleneckChart } from '@clientele/funnel/charts'
import { explainBottlenecks } from '@clientele/funnel/explain'
import { drawChart } from '../drawChart.js'
import { listSentences } from '../findings.js'
import { html, Markup } from '../html.js'
import type { PipelineInput } from '../types.js'

/** Which stages are below their benchmarks, and what that costs; nothing where nobody asked. */
export async function bottlenecksSection({ report: { bottlenecks }, settings: { document }, texts }: PipelineInput): Promise<Markup> {
  if (bottlenecks === undefined) return html``
  const isDrawn = bottlenecks.bottlenecks.length > 0
  const chart = isDrawn ? await drawChart(bottleneckChart(bottlenecks, document, texts.funnel), { name: 'bottlenecks' }) : undefined
  return html`<section id="bottlenecks">
<h2>${texts.page.forecast.bottlenecks}</h2>
${chart === undefined ? [] : html`<figure>${new Markup(chart)}</figure>`}
${listSentences(explainBottlenecks(bottlenecks, document, texts.funnel).sentences)}
</section>`
}
