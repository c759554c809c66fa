import { type Content, html, type Markup } from '../html.js'

/** A head of a table's column, and what stands below it. */
export type Head = readonly [title: string, kind: 'name' | 'date' | 'number']

/** A table that stands within a section. */
export function sectionTable(heads: readonly Head[], rows: readonly (readonly Content[])[]): Markup {
  const head = heads.map(([title, kind]) => html`<th class="${kind}">${title}</th>`)
  const body = rows.map((cells) => {
    const shown = cells.map((cell, place) => html`<td class="${heads[place]?.[1] ?? 'name'}">${cell}</td>`)
    return html`<tr>${shown}</tr>
`
  })
  return html`<div class="scroll"><table class="compact"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
}
