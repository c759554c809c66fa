import { formatMessage } from '@clientele/core/explain'
import { describeTotals } from '../../texts/describeTotals.js'
import { formatDays, groupThousands } from '../../texts/formatNumber.js'
import { html, type Markup } from '../html.js'
import type { ReceivablesInput } from '../types.js'

/** What became of all invoices of the file, in hindsight. */
export function paymentTable({ report, texts }: ReceivablesInput): Markup {
  const { summary } = report
  const words = texts.page.receivables
  const { invoices, creditNotes, settled, settledLate, partPaid, currencies } = summary
  const totals = currencies.length === 0 ? [] : [formatMessage(words.paymentTotals, { totals: describeTotals(summary, texts) })]
  const row = (label: string, number: number, remark = ''): Markup =>
    html`<tr><td>${label}</td><td class="number">${groupThousands(number)}</td><td>${remark}</td></tr>
`
  const average = (template: string, days: number | null): string => (days === null ? '' : formatMessage(template, { days: formatDays(days) }))
  return html`<section>
<h2>${words.payment}</h2>
<p class="soft">${[words.paymentRule, ...totals].join(texts.scoring.sentenceSeparator)}</p>
<div class="scroll"><table class="compact"><tbody>
${row(words.settled, settled, average(words.daysToSettle, summary.daysToSettle))}
${row(words.settledLate, settledLate, average(words.daysLate, summary.daysLate))}
${row(words.partPaid, partPaid)}
${row(words.unpaid, invoices - creditNotes - settled - partPaid)}
${row(words.creditNotes, creditNotes)}
</tbody></table></div>
</section>`
}
