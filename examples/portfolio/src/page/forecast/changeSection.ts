import { formatMessage } from '@clientele/core/explain'
import { changeChart } from '@clientele/funnel/charts'
import { explainChange } from '@clientele/funnel/explain'
import { drawChart } from '../drawChart.js'
import { listSentences } from '../findings.js'
import { html, Markup } from '../html.js'
import type { PipelineInput } from '../types.js'

/** Why the sales of the last whole period differ from those of the one before it; nothing where nobody asked. */
export async function changeSection({ report: { change }, texts }: PipelineInput): Promise<Markup> {
  if (change === undefined) return html``
  const words = texts.page.forecast
  const { before, after, decomposition, gap } = change
  const periods = { beforeFrom: before.from, beforeTo: before.to, afterFrom: after.from, afterTo: after.to }
  const chart = decomposition === null ? undefined : await drawChart(changeChart(decomposition, texts.funnel), { name: 'change' })
  return html`<section id="change">
<h2>${words.change}</h2>
<p class="soft">${formatMessage(words.changeRule, periods)}</p>
${chart === undefined ? [] : html`<figure>${new Markup(chart)}</figure>`}
${listSentences([...(gap === null ? [] : [words.changeGaps[gap]]), ...(decomposition === null ? [] : explainChange(decomposition, texts.funnel).sentences)])}
</section>`
}
