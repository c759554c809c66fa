import { currencyDigits } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import { describeIssue } from '../issues/describeIssue.js'
import type { Order, RejectedOrder } from '../orders/types.js'
import { groupThousands, padDecimals } from '../texts/formatNumber.js'
import type { Texts } from '../texts/types.js'
import { html, type Markup } from './html.js'
import { shownRows, truncation } from './truncation.js'
import type { PageInput } from './types.js'

/** Every rejected row, as it is written, with its reasons. */
export function rejectedTable({ report, texts }: PageInput): Markup {
  const { page } = texts
  const rows = shownRows(report.rejected).map((row) => rejectedRow(row, texts))
  const head = html`<tr><th class="number">${page.line}</th><th>${page.written}</th><th>${page.reason}</th></tr>`
  return rowSection('rejected', page.rejectedRows, head, rows, report.rejected.length, texts)
}

function rejectedRow({ line, lastLine, raw, issues }: RejectedOrder, texts: Texts): Markup {
  const lines = lastLine === line ? String(line) : `${line}–${lastLine}`
  const reasons = issues.map((issue) => html`<div>${describeIssue(issue, texts)}</div>`)
  return html`<tr><td class="number">${lines}</td><td class="written"><bdi>${raw}</bdi></td><td class="name">${reasons}</td></tr>
`
}

/** Every row dated after the day on which the book is looked at. */
export function laterTable({ report, texts }: PageInput): Markup {
  const { page } = texts
  const digits = currencyDigits(report.currency)
  const rows = shownRows(report.later).map((order) => laterRow(order, digits))
  const head = html`<tr><th class="number">${page.line}</th><th>${page.customer}</th><th>${page.date}</th><th class="number">${page.amount}</th></tr>`
  return rowSection('later', formatMessage(page.laterRows, { asOf: report.asOf }), head, rows, report.later.length, texts)
}

function laterRow({ line, customer, date, amount }: Order, digits: number): Markup {
  return html`<tr><td class="number">${line}</td><td class="name"><bdi>${customer}</bdi></td><td>${date}</td><td class="number">${groupThousands(padDecimals(amount, digits))}</td></tr>
`
}

function rowSection(id: string, heading: string, head: Markup, rows: readonly Markup[], number: number, texts: Texts): Markup {
  if (number === 0) return html`<section id="${id}"><h2>${heading}</h2><p class="soft">${texts.page.none}</p></section>`
  return html`<section id="${id}">
<h2>${heading}</h2>
${truncation(number, texts)}
<div class="scroll"><table class="rows"><thead>${head}</thead><tbody>${rows}</tbody></table></div>
</section>`
}
