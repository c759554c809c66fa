import { currencyDigits } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import { describeIssue } from '../issues/describeIssue.js'
import type { Order } from '../orders/types.js'
import type { RejectedRow } from '../rows/types.js'
import { groupThousands, padDecimals } from '../texts/formatNumber.js'
import type { Texts } from '../texts/types.js'
import { html, type Markup } from './html.js'
import { shownRows, truncation } from './truncation.js'
import type { OrdersInput } from './types.js'

/** Every rejected row of orders, as it is written, with its reasons. */
export function rejectedTable({ report, texts }: OrdersInput): Markup {
  return rejectedRows('rejected', texts.page.rejectedRows, report.rejected, texts)
}

/** Every rejected row of a file, as it is written, with its reasons. */
export function rejectedRows(id: string, heading: string, rejected: readonly RejectedRow[], texts: Texts): Markup {
  const { page } = texts
  const rows = shownRows(rejected).map((row) => rejectedRow(row, texts))
  const head = html`<tr><th class="number">${page.line}</th><th>${page.written}</th><th>${page.reason}</th></tr>`
  return rowSection(id, heading, head, rows, rejected.length, texts)
}

function rejectedRow({ line, lastLine, raw, issues }: RejectedRow, texts: Texts): Markup {
  const lines = lastLine === line ? String(line) : `${line}–${lastLine}`
  const reasons = issues.map((issue) => html`<div>${describeIssue(issue, texts)}</div>`)
  return html`<tr><td class="number">${lines}</td><td class="written"><bdi>${raw}</bdi></td><td class="name">${reasons}</td></tr>
`
}

/** Every order dated after the day on which the book is looked at. */
export function laterTable({ report, texts }: OrdersInput): Markup {
  const { asOf, currency, later } = report
  return laterRows('later', formatMessage(texts.page.laterRows, { asOf }), later, (order) => showAmount(order, currency), texts)
}

/** Every row of a file dated after a day. */
export function laterRows<Row extends Order>(
  id: string,
  heading: string,
  later: readonly Row[],
  amountOf: (row: Row) => string,
  texts: Texts,
): Markup {
  const { page } = texts
  const head = html`<tr><th class="number">${page.line}</th><th>${page.customer}</th><th>${page.date}</th><th class="number">${page.amount}</th></tr>`
  const rows = shownRows(later).map(
    (
      row,
    ) => html`<tr><td class="number">${row.line}</td><td class="name"><bdi>${row.customer}</bdi></td><td>${row.date}</td><td class="number">${amountOf(row)}</td></tr>
`,
  )
  return rowSection(id, heading, head, rows, later.length, texts)
}

/** A row's amount for people, with the currency's minor digits. */
export function showAmount({ amount }: Order, currency: string): string {
  return groupThousands(padDecimals(amount, currencyDigits(currency)))
}

/** A section with a table of rows, of which the page may show the first only. */
export function rowSection(id: string, heading: string, head: Markup, rows: readonly Markup[], number: number, texts: Texts): Markup {
  if (number === 0) return html`<section id="${id}"><h2>${heading}</h2><p class="soft">${texts.page.none}</p></section>`
  return html`<section id="${id}">
<h2>${heading}</h2>
${truncation(number, texts)}
<div class="scroll"><table class="rows"><thead>${head}</thead><tbody>${rows}</tbody></table></div>
</section>`
}
