import { html, nothing, type TemplateResult } from 'lit-html'

type Content = string | number | TemplateResult | typeof nothing

/** A column: its head, and whether it holds numbers, which stand to the right. */
interface Column {
  readonly head: Content
  readonly isNumber?: boolean
}

export interface TableProperties {
  /** What the table is, for those who hear it; said above it too unless hidden. */
  readonly caption: string
  readonly isCaptionHidden?: boolean
  readonly columns: readonly Column[]
  /** The first cell of each is its head. */
  readonly rows: readonly { readonly cells: readonly Content[]; readonly mark?: string }[]
}

/** A table that scrolls by itself where it is too wide. */
export function table({ caption, isCaptionHidden = false, columns, rows }: TableProperties): TemplateResult {
  const classOf = (index: number) => (columns[index]?.isNumber ? 'number' : '')
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${caption}>
    <table>
      <caption class=${isCaptionHidden ? 'unseen' : ''}>${caption}</caption>
      <thead>
        <tr>${columns.map(({ head }, index) => html`<th scope="col" class=${classOf(index)}>${head}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ cells, mark }) => html`<tr class=${mark ?? nothing}>
            ${cells.map((cell, index) => (index === 0 ? html`<th scope="row">${cell}</th>` : html`<td class=${classOf(index)}>${cell}</td>`))}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}
