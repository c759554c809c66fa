import { ageingChart } from '@clientele/credit/charts'
import { drawChart } from '../drawChart.js'
import { html, Markup } from '../html.js'
import type { ReceivablesInput } from '../types.js'
import { entitledAgeing } from './entitled.js'

/** Who owes most, and how old it is: a picture for each currency in which anything is open. */
export async function renderAgeingCharts(input: ReceivablesInput): Promise<Markup> {
  const { report, texts } = input
  const currencies = report.ageing.currencies.filter(({ customers }) => customers.length > 0)
  if (currencies.length === 0) return html``
  const ageing = entitledAgeing({ ...report.ageing, currencies }, input)
  return html`<section class="picture">
<figure>${new Markup(await drawChart(ageingChart(ageing, texts.credit), { name: 'ageing' }))}</figure>
</section>`
}
