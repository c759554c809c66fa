import { explainRanking, explainScore } from '@clientele/scoring/explain'
import type { RankedCustomer } from '../report/types.js'
import { groupThousands } from '../texts/formatNumber.js'
import { gradeBadge } from './gradeBadge.js'
import { html, type Markup } from './html.js'
import { partOfRanking } from './partOfRanking.js'
import { placeColumns } from './tiering/placeColumns.js'
import { shownRows, truncation } from './truncation.js'
import type { OrdersInput } from './types.js'

/** How many totals are explained sentence by sentence. */
const EXPLAINED = 3

/** All customers by rank, with what their ratings were derived from. */
export function rankingTable(input: OrdersInput): Markup {
  const { page } = input.texts
  const { ranked } = input.report
  const places = placeColumns(input)
  return html`<section id="ranking">
<h2>${page.ranking}</h2>
<p class="soft">${page.selectedLegend}</p>
${truncation(ranked.length, input.texts)}
<div class="scroll"><table>
<thead><tr><th class="number">${page.rank}</th><th class="mark"></th><th>${page.customer}</th><th>${page.grade}</th><th class="number">${page.total}</th><th>${page.formula}</th>
<th class="number">${page.lastPurchase}</th><th class="number">${page.recencyDays}</th><th class="number">${page.orders}</th><th class="number">${page.refunds}</th><th class="number">${page.revenue}</th>${places.header}</tr></thead>
<tbody>${shownRows(ranked).map((customer) => rankingRow(customer, places.cellsOf(customer.candidate), input))}</tbody></table></div>
</section>`
}

function rankingRow(customer: RankedCustomer, places: Markup, input: OrdersInput): Markup {
  const { page, scoring } = input.texts
  const { rank, selected, candidate, grade, total, measures } = customer
  const { formula } = explainScore(customer, input.scorecard, scoring)
  const mark = selected ? html`<span title="${page.selected}">★</span>` : ''
  return html`<tr${selected ? html` class="selected"` : ''}><td class="number">${rank}</td><td class="mark">${mark}</td><td class="name"><bdi>${candidate}</bdi></td>
<td>${gradeBadge(grade, input)}</td><td class="number">${groupThousands(total)}</td><td class="formula">${formula}</td>
<td class="number">${measures.lastPurchase ?? page.never}</td><td class="number">${measures.recencyDays === null ? '–' : groupThousands(measures.recencyDays)}</td>
<td class="number">${groupThousands(measures.orders)}</td><td class="number">${groupThousands(measures.refunds)}</td><td class="number">${groupThousands(measures.revenue)}</td>${places}</tr>
`
}

/** Who comes first and who is selected, in sentences. */
export function rankingInWords({ report, scorecard, texts }: OrdersInput): Markup {
  if (report.ranked.length === 0) return html``
  const { sentences } = explainRanking(partOfRanking(report, { ranked: report.ranked }), scorecard, texts.scoring)
  return html`<section><h2>${texts.page.inWords}</h2>${sentences.map((sentence) => html`<p>${sentence}</p>`)}</section>`
}

/** How the first customers came to their totals, in sentences. */
export function explanations({ report, scorecard, texts }: OrdersInput): Markup {
  const first = report.ranked.slice(0, EXPLAINED)
  if (first.length === 0) return html``
  const blocks = first.map((customer) => {
    const { formula, sentences } = explainScore(customer, scorecard, texts.scoring)
    return html`<div class="explained"><h3><bdi>${customer.candidate}</bdi></h3><p class="formula">${formula}</p><p>${sentences.join(texts.scoring.sentenceSeparator)}</p></div>
`
  })
  return html`<section><h2>${texts.page.explanations}</h2><div class="side">${blocks}</div></section>`
}
