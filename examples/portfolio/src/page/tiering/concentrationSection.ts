import { lorenzChart } from '@clientele/tiering/charts'
import { explainValueConcentration } from '@clientele/tiering/explain'
import { describeTop } from '../../texts/tiering/describeTop.js'
import { drawChart } from '../drawChart.js'
import { listSentences } from '../findings.js'
import { html, Markup } from '../html.js'
import type { OrdersInput } from '../types.js'

/** On how few customers the total of the tiers hangs. */
export async function concentrationSection({ report: { concentration }, texts }: OrdersInput): Promise<Markup> {
  if (concentration === undefined) return html``
  const { sentences } = explainValueConcentration(concentration, texts.tiering)
  const chart = concentration.lorenz.length === 0 ? undefined : await drawChart(lorenzChart(concentration, texts.tiering), { name: 'lorenz' })
  return html`<section id="concentration">
<h2>${texts.page.tiering.concentration}</h2>
<div class="side">
${chart === undefined ? [] : html`<figure>${new Markup(chart)}</figure>`}
<div>${describeTop(concentration, texts).map((sentence) => html`<p><strong>${sentence}</strong></p>`)}${listSentences(sentences)}</div>
</div>
</section>`
}
