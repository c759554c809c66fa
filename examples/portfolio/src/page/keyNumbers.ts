import { formatMessage } from '@clientele/core/explain'
import { describeEquation } from '../texts/describeEquation.js'
import { formatShare, groupThousands } from '../texts/formatNumber.js'
import { type Content, html, type Markup } from './html.js'
import type { OrdersInput } from './types.js'

/** The figures that sum up the book, and what became of its rows. */
export function keyNumbers({ report, texts }: OrdersInput): Markup {
  const { totals, selected, rows, currency } = report
  const labels = texts.page.keyNumbers
  return html`<ul class="tiles">
${tile(labels.customers, groupThousands(totals.customers))}
${tile(formatMessage(labels.revenue, { currency }), groupThousands(totals.revenue))}
${tile(labels.orders, groupThousands(totals.purchases), formatMessage(labels.refunds, { refunds: groupThousands(totals.refunds) }))}
${selected === undefined ? [] : tile(labels.selected, groupThousands(selected.customers), formatMessage(labels.selectedShare, { share: formatShare(selected.revenueShare) }))}
${tile(html`<a href="#rejected">${labels.rejected}</a>`, groupThousands(rows.rejected), formatMessage(labels.rejectedRate, { read: groupThousands(rows.read) }))}
</ul>
<p class="equation">${describeEquation(report.rows, report.asOf, texts)}</p>`
}

/** One figure, what it is, and a remark. */
export function tile(label: Content, figure: string, remark = ''): Markup {
  return html`<li><span>${label}</span><strong>${figure}</strong><span>${remark}</span></li>`
}
