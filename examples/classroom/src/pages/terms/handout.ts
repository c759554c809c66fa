import { formatMessage } from '@clientele/core/explain'
import { html, type TemplateResult } from 'lit-html'
import { table } from '../../layout/table.js'
import type { Shown } from '../types.js'
import type { TermsExample } from './computeTerms.js'
import { paymentsOf, type TermsFields } from './fields.js'
import { texts } from './texts/texts.js'

/** The example on paper: the invoice, its terms and payments, and a table to fill in. */
export function handout({ language, fields, result }: Shown<TermsFields, TermsExample>): TemplateResult {
  const said = texts[language]
  const money = (amount: string, currency: string) => `${amount} ${currency}`
  return html`<p>${formatMessage(said.given, { amount: money(fields.amount, fields.currency), date: fields.date, terms: fields.terms })}</p>
    ${result.terms.start === 'delivery-date' ? html`<p>${said.deliveryDate}: ${fields.deliveryDate}</p>` : ''}
    ${paymentsOf(fields).map(
      ({ payment: { date, amount, currency } }) =>
        html`<p>${formatMessage(said.givenPayment, { date, amount: money(String(amount), currency) })}</p>`,
    )}
    <div class="fill-in">${table({
      caption: said.fillIn,
      columns: [
        { head: said.line },
        { head: said.from },
        { head: said.to },
        { head: said.discount, isNumber: true },
        { head: formatMessage(said.payable, { currency: fields.currency }), isNumber: true },
      ],
      rows: result.timeline.windows.map((_, index) => ({ cells: [index + 1, '', '', '', ''] })),
    })}</div>`
}
