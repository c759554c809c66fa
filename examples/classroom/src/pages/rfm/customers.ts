import { formatMessage, shown as shownDecimal } from '@clientele/core/explain'
import type { RfmCustomer } from '@clientele/tiering'
import { html, nothing, type TemplateResult } from 'lit-html'
import { choiceField } from '../../fields/choiceField.js'
import { sentences } from '../../layout/sentences.js'
import { table } from '../../layout/table.js'
import type { Shown } from '../types.js'
import type { ScoredBook } from './computeRfm.js'
import type { RfmFields } from './fields.js'
import { titleOfSegment } from './segments.js'
import { tellBook, tellCustomer } from './tellBook.js'
import type { RfmTexts } from './texts/types.js'

type ShownRfm = Shown<RfmFields, ScoredBook>

/** So many customers are listed. */
const LISTED = 20

/** The customers with their scores, of all segments or of one, and why the chosen one has its own. */
export function customerTable(shown: ShownRfm, said: RfmTexts): TemplateResult {
  const { result, language } = shown
  const segment = chosenSegment(shown)
  const found = tellBook(result, language).customers.filter((one) => segment === '' || one.segment === segment)
  return html`<div class="customers">
    ${segmentChoice(shown, said, segment)}
    ${table({
      caption: said.customers,
      columns: [
        { head: said.customer },
        { head: 'R', isNumber: true },
        { head: 'F', isNumber: true },
        { head: 'M', isNumber: true },
        { head: said.segment },
      ],
      rows: found.slice(0, LISTED).map((one) => customerRow(one, shown, said)),
    })}
    ${found.length > LISTED ? html`<p class="hint">${formatMessage(said.moreCustomers, { shown: LISTED, count: found.length })}</p>` : nothing}
    <p class="hint">${formatMessage(said.legend, { high: result.high })}</p>
    ${why(shown, said)}
  </div>`
}

/** A segment that the scheme does not have is that of another scheme: all customers are shown. */
function chosenSegment({ fields, result: { scheme } }: ShownRfm): string {
  return scheme.segments.some(({ id }) => id === fields.segment) ? fields.segment : ''
}

function segmentChoice(shown: ShownRfm, said: RfmTexts, segment: string): TemplateResult {
  const { scheme } = shown.result
  const options = scheme.segments.map(({ id }) => ({ value: id, label: titleOfSegment(scheme, id, shown.language) }))
  return choiceField(
    { ...shown, fields: { ...shown.fields, segment } },
    { name: 'segment', label: said.show, options: [{ value: '', label: said.all }, ...options] },
  )
}

function customerRow(scored: RfmCustomer, shown: ShownRfm, said: RfmTexts): { readonly cells: TemplateResult[]; readonly mark: string } {
  const { customer, recencyDays, frequency, monetary, r, f, m, segment } = scored
  const isChosen = shown.fields.customer === customer
  const score = (value: number): TemplateResult => html`<span class="badge ${value >= shown.result.high ? '' : 'third'}">${value}</span>`
  return {
    mark: isChosen ? 'selected' : '',
    cells: [
      html`<button type="button" aria-pressed=${isChosen} @click=${() => shown.change({ customer: isChosen ? '' : customer }, { isStep: true })}>
        ${customer}
      </button>`,
      html`${recencyDays ?? said.none} ${score(r)}`,
      html`${frequency} ${score(f)}`,
      html`${monetary === null ? said.none : shownDecimal(monetary)} ${score(m)}`,
      html`${segment === null ? said.noSegment : titleOfSegment(shown.result.scheme, segment, shown.language)}`,
    ],
  }
}

function why({ fields: { customer }, result, language }: ShownRfm, said: RfmTexts): TemplateResult {
  const told = tellCustomer(result, customer, language)
  return html`<div class="why" role="status">
    ${told === undefined ? html`<p class="soft">${said.clickCustomer}</p>` : html`<p><strong>${said.why}</strong></p>${sentences(told)}`}
  </div>`
}
