import { formatMessage } from '@clientele/core/explain'
import { explainAgeing } from '@clientele/credit/explain'
import { describeEquation } from '../../texts/describeEquation.js'
import { describeDiagnosis, listSentences } from '../findings.js'
import { html, type Markup } from '../html.js'
import { rejectedRows } from '../rowTables.js'
import type { ReceivablesInput } from '../types.js'
import { ageingTable } from './ageingTable.js'
import { allowanceSection } from './allowanceSection.js'
import { debtorsSection } from './debtorsSection.js'
import { laterInvoices } from './laterInvoices.js'
import { lettersSection } from './lettersSection.js'
import { paymentTable } from './paymentTable.js'
import { receivablesTiles } from './receivablesTiles.js'
import { renderAgeingCharts } from './renderAgeingCharts.js'
import { salesTable } from './salesTable.js'
import { unletteredSections } from './unletteredSections.js'

/** Everything that the page says of receivables. */
export async function receivablesPart(input: ReceivablesInput): Promise<Markup> {
  const { report, settings, texts } = input
  const { receivables: words, findings, nothingFound } = texts.page
  const sentences = report.diagnoses.map((diagnosis) => describeDiagnosis(diagnosis, texts))
  const ageing = explainAgeing(report.ageing, settings.ageing, texts.credit).sentences
  const charts = await renderAgeingCharts(input)
  const allowance = await allowanceSection(input)
  return html`<div id="receivables" class="part">
<h1>${words.title}</h1>
<p class="soft">${formatMessage(words.asOf, { asOf: report.asOf })}</p>
${receivablesTiles(input)}
<p class="equation">${describeEquation(report.rows, report.asOf, texts)}</p>
<section><h2>${findings}</h2>${sentences.length === 0 ? html`<p>${nothingFound}</p>` : listSentences(sentences)}</section>
${report.ageing.currencies.map((currency) => ageingTable(currency, input))}
${charts}
<section><h2>${words.inWords}</h2>${listSentences(ageing)}</section>
${salesTable(input)}
${paymentTable(input)}
${allowance}
${lettersSection(input)}
${unletteredSections(input)}
${debtorsSection(input)}
${rejectedRows('rejected-invoices', words.rejectedRows, report.rejected, texts)}
${laterInvoices(input)}
</div>`
}
