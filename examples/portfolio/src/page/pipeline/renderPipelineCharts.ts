import { cohortConversionChart, conversionCurveChart, funnelChart } from '@clientele/funnel/charts'
import { drawChart } from '../drawChart.js'
import { html, Markup } from '../html.js'
import type { PipelineInput } from '../types.js'

/** How far deals came, how the periods of entering differ, and how deals are decided as time goes by; nothing where there are none. */
export async function renderPipelineCharts({ report, settings, texts }: PipelineInput): Promise<Markup> {
  const { measure, curve } = report
  if (measure.entered === 0) return html``
  const charts = [
    await drawChart(funnelChart(measure, settings.document, texts.funnel), { name: 'funnel' }),
    await drawChart(cohortConversionChart(measure, texts.funnel), { name: 'deal-cohorts' }),
    await drawChart(conversionCurveChart(curve, texts.funnel), { name: 'win-curve' }),
  ]
  return html`<section class="picture">
<h2>${texts.page.charts}</h2>
${charts.map((chart) => html`<figure>${new Markup(chart)}</figure>\n`)}
</section>`
}
