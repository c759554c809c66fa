import { formatMessage, shownDate } from '@clientele/core/explain'
import type { PartialPayments, Settlement } from '@clientele/credit'
import { type CreditLocale, explainSettlement } from '@clientele/credit/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { choiceField } from '../../fields/choiceField.js'
import { textField } from '../../fields/textField.js'
import { section, sideBySide } from '../../layout/sections.js'
import { sentences } from '../../layout/sentences.js'
import { table } from '../../layout/table.js'
import type { Shown } from '../types.js'
import type { TermsExample } from './computeTerms.js'
import { type Row, rows, type TermsFields } from './fields.js'
import { money } from './money.js'
import type { TermsTexts } from './texts/types.js'

type ShownTerms = Shown<TermsFields, TermsExample>

const rules: readonly PartialPayments[] = ['full-by-window', 'pro-rata']

/** Part payments, and what they settle on the day in question. */
export function payments(shown: ShownTerms, said: TermsTexts, locale: CreditLocale): TemplateResult {
  const { settlement, terms, asOf } = shown.result
  return section(
    said.payments,
    html`<p>${said.paymentsExplained}</p>
      <div class="payments-settled">${sideBySide(
        html`<div class="payments-typed">${typed(shown, said)}</div>
        ${choiceField(shown, {
          name: 'partialPayments',
          label: said.rule,
          options: rules.map((value) => ({ value, label: said.rules[value] })),
        })}`,
        html`<h3 class="first">${formatMessage(said.asOfHeading, { date: shownDate(asOf, locale.core) })}</h3>
          ${sentences(explainSettlement(settlement, terms, locale).sentences)}`,
      )}</div>
      <div class="rules-compared">${byRule(shown.result, said, locale)}</div>`,
  )
}

function typed(shown: ShownTerms, said: TermsTexts): TemplateResult {
  return table({
    caption: said.payments,
    isCaptionHidden: true,
    columns: [
      { head: html`<span class="unseen">${said.payment}</span>` },
      { head: said.paymentDate },
      { head: said.paymentAmount },
      { head: said.paymentCurrency },
    ],
    rows: rows.map((row) => ({
      cells: [
        html`<span class="date">P-${row}</span>`,
        cell(shown, said, 'date', said.paymentDate, row),
        cell(shown, said, 'amount', said.paymentAmount, row),
        cell(shown, said, 'currency', said.paymentCurrency, row),
      ],
    })),
  })
}

const sizes = { date: 10, amount: 8, currency: 3 } as const

function cell(shown: ShownTerms, { fieldOf }: TermsTexts, member: keyof typeof sizes, field: string, row: Row): TemplateResult {
  return textField(shown, {
    name: `${member}-${row}`,
    label: formatMessage(fieldOf, { field, row: `P-${row}` }),
    isLabelHidden: true,
    keyboard: member === 'amount' ? 'decimal' : 'text',
    size: sizes[member],
  })
}

/** The same payments under terms that let a part payment earn its share, and under terms that do not. */
function byRule({ settlements, terms: { partialPayments } }: TermsExample, said: TermsTexts, locale: CreditLocale): TemplateResult {
  const line = (head: string, cellOf: (settlement: Settlement) => string) => ({
    cells: [head, ...rules.map((rule) => html`<span class="closing">${cellOf(settlements[rule])}</span>`)],
  })
  const amount = (head: string, member: 'paid' | 'discountTaken' | 'open') =>
    line(head, ({ [member]: value, currency }) => money(value, currency, locale))
  return table({
    caption: said.byRule,
    columns: [
      { head: said.rule },
      ...rules.map((rule) => ({
        head: html`${said.rules[rule]} ${rule === partialPayments ? html`<span class="badge second">${said.chosen}</span>` : nothing}`,
        isNumber: true,
      })),
    ],
    rows: [
      amount(said.paid, 'paid'),
      amount(said.earned, 'discountTaken'),
      amount(said.open, 'open'),
      line(said.closing, ({ next, currency }) =>
        next === undefined ? '—' : formatMessage(said.closedBy, { payable: money(next.payable, currency, locale), by: next.by }),
      ),
    ],
  })
}
