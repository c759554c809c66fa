import { formatMessage } from '@clientele/core/explain'
import { contributionsChart, stabilityChart, totalsChart } from '@clientele/scoring/charts'
import { drawChart } from './drawChart.js'
import { html, Markup } from './html.js'
import { partOfRanking } from './partOfRanking.js'
import { stabilityOf } from './stabilityOf.js'
import type { OrdersInput } from './types.js'

/** How many customers have a bar of their own. */
const BARS = 20

/** The pictures: what makes up the highest totals, how all totals are spread, and how far each weight may move. */
export async function renderCharts({ report, scorecard, texts }: OrdersInput): Promise<Markup> {
  const { ranked } = report
  if (ranked.length === 0) return html``
  const first = ranked.slice(0, BARS)
  const contributions = await drawChart(contributionsChart(partOfRanking(report, { ranked: first }), scorecard, texts.scoring), {
    name: 'contributions',
    width: 340,
  })
  const totals = await drawChart(totalsChart(partOfRanking(report, { ranked }), texts.scoring), { name: 'totals', width: 270 })
  const stability = await drawChart(stabilityChart(stabilityOf(report), scorecard, texts.scoring), { name: 'stability', width: 640 })
  const caption = formatMessage(texts.page.contributionsOfFirst, { number: first.length, customers: ranked.length })
  return html`<section>
<h2>${texts.page.charts}</h2>
<div class="charts">
<figure>${new Markup(contributions)}<figcaption>${caption}</figcaption></figure>
<figure>${new Markup(totals)}</figure>
</div>
<figure>${new Markup(stability)}<figcaption>${texts.page.stabilityRule}</figcaption></figure>
</section>`
}
