import { formatMessage, listTexts } from '@clientele/core/explain'
import { formatTerms } from '@clientele/credit'
import type { CreditLocale } from '@clientele/credit/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { textField } from '../../fields/textField.js'
import type { Shown } from '../types.js'
import type { TermsExample } from './computeTerms.js'
import { readyNotations, type TermsFields } from './fields.js'
import { findFaults } from './findFaults.js'
import { termsOrNone } from './readTerms.js'
import type { TermsTexts } from './texts/types.js'

type ShownTerms = Shown<TermsFields, TermsExample>

/** The terms and the invoice; the delivery is asked for where the terms count from it. */
export function given(shown: ShownTerms, said: TermsTexts, locale: CreditLocale): TemplateResult {
  const terms = termsOrNone(shown.fields.terms)
  return html`<div class="notation">
      ${textField(shown, { name: 'terms', label: said.terms, hint: said.termsHint, size: 30 })}
      ${terms === undefined ? faults(shown.fields.terms, said, locale) : html`<p class="read-as">${said.readAs} <code>${formatTerms(terms)}</code>${said.readAsThen}${said.starts[terms.start ?? 'invoice-date']}</p>`}
    </div>
    <p class="ready-notations">
      <span>${said.ready}</span>
      ${readyNotations.map((notation) => readyButton(notation, shown))}
    </p>
    <div class="fields">
      ${textField(shown, { name: 'amount', label: said.amount, keyboard: 'decimal', size: 12 })}
      ${textField(shown, { name: 'currency', label: said.currency, size: 4 })}
      ${textField(shown, { name: 'date', label: said.date, size: 10 })}
      ${terms?.start === 'delivery-date' ? textField(shown, { name: 'deliveryDate', label: said.deliveryDate, size: 10 }) : nothing}
      ${textField(shown, { name: 'asOf', label: said.asOf, size: 10 })}
    </div>`
}

function readyButton(notation: string, shown: ShownTerms): TemplateResult {
  return html`<button type="button" aria-pressed=${shown.fields.terms === notation} @click=${() => shown.change({ terms: notation }, { isStep: true })}>
    ${notation}
  </button>`
}

/** The notation as it is typed, with what is at fault underlined. */
function faults(notation: string, said: TermsTexts, locale: CreditLocale): TemplateResult | typeof nothing {
  const found = findFaults(notation)
  if (found === undefined) return nothing
  const { stretches, isIncomplete, members } = found
  const about = listTexts(
    members.map((member) => said.members[member]),
    locale.core,
  )
  return html`<p class="read-as">
    ${formatMessage(isIncomplete ? said.faultyEnd : said.faultyPlace, { about: about === '' ? '' : formatMessage(said.about, { about }) })}
    <code>${stretches.map(({ text, isFaulty }) => (isFaulty ? html`<mark>${text}</mark>` : text))}${isIncomplete ? html`<mark>&nbsp;?&nbsp;</mark>` : nothing}</code>
  </p>`
}
