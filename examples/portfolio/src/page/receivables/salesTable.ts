import { formatDays, groupThousands } from '../../texts/formatNumber.js'
import { html, type Markup } from '../html.js'
import type { ReceivablesInput } from '../types.js'

/** How long the sales of a period wait for their payment. */
export function salesTable({ report, texts }: ReceivablesInput): Markup {
  if (report.sales.length === 0) return html``
  const words = texts.page.receivables
  const rows = report.sales.map(
    ({ currency, from, to, sales, receivables, current, outstanding }) => html`<tr><td>${currency}</td><td>${from} – ${to}</td>
<td class="number">${groupThousands(sales)}</td><td class="number">${groupThousands(receivables)}</td><td class="number">${groupThousands(current)}</td>
<td class="number">${formatDays(outstanding?.daysSalesOutstanding ?? null)}</td><td class="number">${formatDays(outstanding?.bestPossible ?? null)}</td>
<td class="number">${formatDays(outstanding?.averageDaysDelinquent ?? null)}</td></tr>
`,
  )
  return html`<section>
<h2>${words.sales}</h2>
<p class="soft">${words.salesRule}</p>
<div class="scroll"><table>
<thead><tr><th>${words.currency}</th><th>${words.period}</th><th class="number">${words.salesOfPeriod}</th><th class="number">${words.open}</th><th class="number">${words.current}</th>
<th class="number">${words.daysSalesOutstanding}</th><th class="number">${words.bestPossible}</th><th class="number">${words.averageDaysDelinquent}</th></tr></thead>
<tbody>${rows}</tbody></table></div>
</section>`
}
