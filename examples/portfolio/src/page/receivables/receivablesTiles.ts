import { formatMessage } from '@clientele/core/explain'
import type { OpenBalance, SalesOutstanding } from '../../receivables/types.js'
import { formatDays, formatShare, groupThousands } from '../../texts/formatNumber.js'
import { type Content, html, type Markup } from '../html.js'
import { tile } from '../keyNumbers.js'
import type { ReceivablesInput } from '../types.js'

/** The figures that sum up the receivables. */
export function receivablesTiles(input: ReceivablesInput): Markup {
  const { report, texts } = input
  const { open, summary, sales, rows } = report
  const labels = texts.page.receivables.keyNumbers
  const count = (label: string, number: number): string => formatMessage(label, { number: groupThousands(number) })
  return html`<ul class="tiles">
${open.map((balance) => openTile(balance, input))}
${sales.map((one) => salesTile(one, input))}
${tile(labels.invoices, groupThousands(summary.invoices), count(labels.creditNotes, summary.creditNotes))}
${tile(labels.settledLate, groupThousands(summary.settledLate), count(labels.ofSettled, summary.settled))}
${tile(labels.disputed, groupThousands(summary.disputed), count(labels.ofInvoices, summary.invoices))}
${tile(html`<a href="#rejected-invoices">${labels.rejected}</a>`, groupThousands(rows.rejected), formatMessage(texts.page.keyNumbers.rejectedRate, { read: groupThousands(rows.read) }))}
</ul>`
}

function openTile({ currency, amount, overdueShare }: OpenBalance, { texts }: ReceivablesInput): Markup {
  const labels = texts.page.receivables.keyNumbers
  const remark = overdueShare === null ? '' : formatMessage(labels.overdue, { share: formatShare(overdueShare) })
  return tile(formatMessage(labels.open, { currency }), groupThousands(amount), remark)
}

/** Nothing where the days cannot be told: a diagnosis says why. */
function salesTile({ currency, days, outstanding }: SalesOutstanding, { texts }: ReceivablesInput): Content {
  if (outstanding === null) return []
  const labels = texts.page.receivables.keyNumbers
  const label = formatMessage(labels.daysSalesOutstanding, { currency })
  return tile(label, formatDays(outstanding.daysSalesOutstanding), formatMessage(labels.ofPeriod, { days }))
}
