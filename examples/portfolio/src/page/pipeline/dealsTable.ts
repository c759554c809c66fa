import type { Deal } from '../../pipeline/types.js'
import type { Texts } from '../../texts/types.js'
import { html, type Markup } from '../html.js'
import { rowSection } from '../rowTables.js'
import { shownRows } from '../truncation.js'

/** Deals with what their rows say. */
export function dealsTable(id: string, heading: string, deals: readonly Deal[], texts: Texts): Markup {
  const { page } = texts
  const { attributes, deal: name } = page.pipeline
  const heads = [name, attributes.owner, attributes.product, attributes.account].map((head) => html`<th>${head}</th>`)
  const rows = shownRows(deals).map(({ line, deal, owner, product, account }) => {
    const cells = [deal, owner, product, account].map((text) => html`<td class="name"><bdi>${text}</bdi></td>`)
    return html`<tr><td class="number">${line}</td>${cells}</tr>
`
  })
  return rowSection(id, heading, html`<tr><th class="number">${page.line}</th>${heads}</tr>`, rows, deals.length, texts)
}
