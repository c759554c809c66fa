import { html, type TemplateResult } from 'lit-html'
import { customers } from './chapter.js'
import type { ShownScreening } from './computeScreening.js'
import { texts } from './locales.js'
import { ratingsTable } from './ratingsTable.js'

/** The example on paper: weights and ratings as they are now, and an empty row for the totals. */
export function handout(shown: ShownScreening): TemplateResult {
  const said = texts[shown.language]
  return html`<div class="screening">
    <p>${said.scaleOnPaper}</p>
    ${ratingsTable(shown, said, { caption: said.table, lastRow: [said.total, '', ...customers.map(() => '')] })}
  </div>`
}
