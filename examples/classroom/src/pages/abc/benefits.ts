import { localizeText } from '@clientele/core'
import { formatMessage, listTexts, shown as signed } from '@clientele/core/explain'
import type { Benefits } from '@clientele/tiering'
import { explainBenefits } from '@clientele/tiering/explain'
import { textbookBenefits } from '@clientele/tiering/templates'
import { html, nothing, type TemplateResult } from 'lit-html'
import { textField } from '../../fields/textField.js'
import { sentences } from '../../layout/sentences.js'
import { badge } from './badge.js'
import type { Tier } from './chapter.js'
import { unfoldedField } from './fields.js'
import type { ShownAbc, Spoken } from './spoken.js'

/** What each tier gets, tier beside tier; all of it when it is unfolded. */
export function benefits(shown: ShownAbc, spoken: Spoken): TemplateResult {
  const { said } = spoken
  return html`<p class="soft">${said.getsExplained}</p>
    ${textField(shown, { name: 'order', label: said.order, keyboard: 'decimal' })}
    <div class="benefits">${shown.result.benefits.map((one) => card(one, shown, spoken))}</div>`
}

function card(one: Benefits, shown: ShownAbc, { said, locale }: Spoken): TemplateResult {
  const tier = one.tier as Tier
  const isUnfolded = shown.fields[unfoldedField(tier)] === 'yes'
  const members = shown.result.tiering.customers.filter((customer) => customer.tier === tier).map(({ customer }) => customer)
  const inMoney = (amount: string): string => formatMessage(locale.money, { amount: signed(amount), currency: one.currency ?? '' })
  return html`<div class="benefit">
    <h3>${badge(tier)} ${members.length === 0 ? said.noCustomers : listTexts(members, locale.core)}</h3>
    <dl>
      <div><dt>${said.terms}</dt><dd><strong>${one.terms}</strong></dd></div>
      <div><dt>${said.discount}</dt><dd><strong>${inMoney(one.discount?.amount ?? '0')}</strong></dd></div>
      <div><dt>${said.payable}</dt><dd>${inMoney(one.discount?.payable ?? '0')}</dd></div>
      <div><dt>${said.owner}</dt><dd>${localizeText(one.owner, shown.language)}</dd></div>
    </dl>
    <button type="button" aria-expanded=${isUnfolded} @click=${() => shown.change({ [unfoldedField(tier)]: isUnfolded ? 'no' : 'yes' }, { isStep: true })}>
      ${formatMessage(isUnfolded ? said.fold : said.unfold, { tier })}
    </button>
    ${isUnfolded ? sentences(explainBenefits(one, textbookBenefits, locale).sentences) : nothing}
  </div>`
}
