import { formatMessage } from '@clientele/core/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { table } from '../../layout/table.js'
import type { Shown } from '../types.js'
import type { ScoredBook } from './computeRfm.js'
import type { RfmFields } from './fields.js'
import { titleOfSegment } from './segments.js'
import { rfmTexts } from './texts/rfmTexts.js'

/** So many customers fit a sheet. */
const PRINTED = 20

/** The purchases on paper, with empty columns for what they come to. */
export function handout({ language, result }: Shown<RfmFields, ScoredBook>): TemplateResult {
  const said = rfmTexts[language]
  const { rfm, scheme, book } = result
  const { bins, cuts } = scheme
  // Only the textbook's segments ask for high and low scores.
  const nothingIsHigh = scheme.segments.every(({ id }) => id !== 'important-value')
  const isRight = rightRows(result)
  const purchases = new Map<string, string[]>()
  for (const [index, { customer, date, amount }] of book.purchases.entries()) {
    if (!isRight(index)) continue
    const dated = purchases.get(customer) ?? []
    purchases.set(customer, dated)
    dated.push(`${date}: ${amount};`)
  }
  const printed = [...purchases].slice(0, PRINTED)
  const [important, nurture] = ['important-value', 'to-nurture'].map((id) => titleOfSegment(scheme, id, language))
  return html`<p>${formatMessage(said.onPaper, { customers: purchases.size, asOf: rfm.asOf })}</p>
    ${
      nothingIsHigh
        ? nothing
        : html`<p>
            ${formatMessage(said.high4, {
              scores: bins ?? cuts.recency.length + 1,
              high: result.high,
              important: important as string,
              nurture: nurture as string,
            })}
          </p>`
    }
    ${table({
      caption: said.purchases,
      isCaptionHidden: true,
      columns: [said.customer, said.purchases, said.days, said.frequency, said.sum, 'R', 'F', 'M'].map((head) => ({ head })),
      rows: printed.map(([customer, dated]) => ({
        cells: [customer, html`${dated.map((purchase) => html`<span class="purchase">${purchase}</span> `)}`, '', '', '', '', '', ''],
      })),
    })}
    ${purchases.size > PRINTED ? html`<p>${formatMessage(said.tooManyForPaper, { shown: PRINTED, customers: purchases.size })}</p>` : nothing}`
}

function rightRows({ rfm }: ScoredBook): (index: number) => boolean {
  const wrong = new Set(rfm.rejected.map(({ index }) => index))
  return (index) => !wrong.has(index)
}
