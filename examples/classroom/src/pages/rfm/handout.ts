import { formatMessage } from '@clientele/core/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { table } from '../../layout/table.js'
import type { Language, Shown } from '../types.js'
import type { ScoredBook } from './computeRfm.js'
import { measures, type RfmFields } from './fields.js'
import { rangesOf, titleOfSegment } from './segments.js'
import { locales, rfmTexts } from './texts/rfmTexts.js'
import type { RfmTexts } from './texts/types.js'

/** So many customers fit a sheet. */
const PRINTED = 20

/** The purchases on paper, with empty columns for what they come to. */
export function handout({ language, result }: Shown<RfmFields, ScoredBook>): TemplateResult {
  const said = rfmTexts[language]
  const purchases = purchasesByCustomer(result)
  const printed = [...purchases].slice(0, PRINTED)
  return html`<p>${formatMessage(said.onPaper, { customers: purchases.size, asOf: result.rfm.asOf })}</p>
    ${rules(result, language, said)}
    ${table({
      caption: said.purchases,
      isCaptionHidden: true,
      columns: [said.customer, said.purchases, said.days, said.frequency, said.sum, 'R', 'F', 'M'].map((head) => ({ head })),
      rows: printed.map(([customer, dated]) => ({ cells: [customer, inLines(dated), '', '', '', '', '', ''] })),
    })}
    ${purchases.size > PRINTED ? html`<p>${formatMessage(said.tooManyForPaper, { shown: PRINTED, customers: purchases.size })}</p>` : nothing}`
}

/** How scores come about, and which of them make which segment. */
function rules({ scheme }: ScoredBook, language: Language, said: RfmTexts): TemplateResult {
  const { bins, cuts, segments } = scheme
  const rule = locales[language].rfm.rules[cuts === undefined ? 'bins' : 'cuts']
  return html`<p>${formatMessage(said.scored, { scores: bins ?? cuts.recency.length + 1 })} ${rule}</p>
    ${cuts === undefined ? nothing : html`<ul>${measures.map((measure) => html`<li>${said.cuts[measure]}: ${cuts[measure].join(', ')}</li>`)}</ul>`}
    ${table({
      caption: said.segmentTable,
      isCaptionHidden: true,
      columns: [{ head: said.segment }, { head: said.range }],
      rows: segments.map((segment) => ({ cells: [titleOfSegment(scheme, segment.id, language), rangesOf(segment, said)] })),
    })}`
}

/** Without the rows at fault. */
function purchasesByCustomer({ book, rfm }: ScoredBook): ReadonlyMap<string, readonly string[]> {
  const wrong = new Set(rfm.rejected.map(({ index }) => index))
  const purchases = new Map<string, string[]>()
  for (const [index, { customer, date, amount }] of book.purchases.entries()) {
    if (wrong.has(index)) continue
    const dated = purchases.get(customer) ?? []
    purchases.set(customer, dated)
    dated.push(`${date}: ${amount}`)
  }
  return purchases
}

/** A line breaks between purchases alone. */
function inLines(purchases: readonly string[]): TemplateResult {
  const last = purchases.length - 1
  return html`${purchases.map((purchase, index) => html`<span class="purchase">${purchase}${index === last ? '' : ';'}</span> `)}`
}
