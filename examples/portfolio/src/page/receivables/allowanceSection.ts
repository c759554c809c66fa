import { allowanceChart } from '@clientele/credit/charts'
import { explainLossAllowance } from '@clientele/credit/explain'
import { drawChart } from '../drawChart.js'
import { listSentences } from '../findings.js'
import { html, Markup } from '../html.js'
import type { ReceivablesInput } from '../types.js'
import { entitledAllowance, entitledMatrix } from './entitled.js'

/** What is set aside for expected losses, and how it comes about. */
export async function allowanceSection(input: ReceivablesInput): Promise<Markup> {
  const { report, settings, texts } = input
  if (report.allowance === undefined || settings.provisions === undefined) return html``
  const allowance = entitledAllowance(report.allowance, input)
  const { sentences } = explainLossAllowance(allowance, entitledMatrix(settings.provisions, input), texts.credit)
  const chart = allowance.currencies.length === 0 ? undefined : await drawChart(allowanceChart(allowance, texts.credit), { name: 'allowance' })
  return html`<section id="allowance">
<h2>${texts.page.receivables.lossAllowance}</h2>
${chart === undefined ? [] : html`<figure>${new Markup(chart)}</figure>`}
${listSentences(sentences)}
</section>`
}
