import { formatMessage } from '@clientele/core/explain'
import { findings } from './findings.js'
import { gradeTable, ratingTables } from './gradeTables.js'
import { html, type Markup } from './html.js'
import { keyNumbers } from './keyNumbers.js'
import { retentionSection } from './lifetime/retentionSection.js'
import { trialSection } from './lifetime/trialSection.js'
import { valuesSection } from './lifetime/valuesSection.js'
import { explanations, rankingInWords, rankingTable } from './ranking.js'
import { renderCharts } from './renderCharts.js'
import { laterTable, rejectedTable } from './rowTables.js'
import { concentrationSection } from './tiering/concentrationSection.js'
import { rfmSection } from './tiering/rfmSection.js'
import { tiersSection } from './tiering/tiersSection.js'
import type { OrdersInput } from './types.js'

/** Everything that the page says of orders. */
export async function ordersPart(input: OrdersInput): Promise<Markup> {
  const charts = await renderCharts(input)
  const tiering = [await tiersSection(input), await concentrationSection(input), await rfmSection(input)]
  const lifetime = [await valuesSection(input), await trialSection(input), await retentionSection(input)]
  const { report, texts } = input
  return html`<p class="soft">${formatMessage(texts.page.asOf, { asOf: report.asOf, currency: report.currency })}</p>
${keyNumbers(input)}
${findings(input)}
${charts}
${gradeTable(input)}
${ratingTables(input)}
${tiering}
${lifetime}
${rankingTable(input)}
${rankingInWords(input)}
${explanations(input)}
${rejectedTable(input)}
${laterTable(input)}`
}
