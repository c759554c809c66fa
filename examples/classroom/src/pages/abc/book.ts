import { formatMessage, shown as signed } from '@clientele/core/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { textField } from '../../fields/textField.js'
import { table } from '../../layout/table.js'
import { badge } from './badge.js'
import { type CustomerId, customers, months } from './chapter.js'
import { profitField, saleField, wayOf } from './fields.js'
import type { ShownAbc } from './spoken.js'
import type { AbcTexts } from './texts/types.js'

/** The customers: what they bring in, to be typed, and the tier that comes of it. */
export function book(shown: ShownAbc, said: AbcTexts): TemplateResult {
  const { result } = shown
  const way = wayOf(shown.fields) ?? result.way
  // While what is typed for another way is at fault, what was found in the way before is no answer.
  const placed = new Map(result.way === way ? result.tiering.customers.map((one) => [one.customer, one]) : [])
  const changed = new Map(result.changes.map(({ customer, from }) => [customer, from]))
  const isBySales = way === 'threshold'
  const average = (customer: CustomerId): string => signed(placed.get(customer)?.value ?? '–')
  const heads = isBySales
    ? [...months.map((month) => ({ head: said.monthNames[month] })), { head: said.average, isNumber: true }]
    : [{ head: said.amount[way] }]
  return html`<div class="book">
    ${table({
      caption: isBySales ? said.amount[way] : said.table,
      isCaptionHidden: !isBySales,
      columns: [{ head: said.customer }, { head: said.tier }, ...heads],
      rows: customers.map((customer) => ({
        mark: changed.has(customer) ? 'moved' : '',
        cells: [
          customer,
          tierOf(placed.get(customer)?.tier, changed.get(customer), said),
          ...(isBySales ? [...monthFields(shown, said, customer), average(customer)] : [profitOf(shown, said, customer)]),
        ],
      })),
    })}
  </div>`
}

function tierOf(tier: string | undefined, before: string | undefined, said: AbcTexts): TemplateResult | string {
  if (tier === undefined) return '–'
  const was = before === undefined ? nothing : html` <small>${formatMessage(said.was, { tier: before })}</small>`
  return html`<span class="place">${badge(tier)}${was}</span>`
}

function profitOf(shown: ShownAbc, said: AbcTexts, customer: CustomerId): TemplateResult {
  const label = formatMessage(said.amountOf, { customer })
  return textField(shown, { name: profitField(customer), label, isLabelHidden: true, keyboard: 'decimal', size: 9 })
}

function monthFields(shown: ShownAbc, said: AbcTexts, customer: CustomerId): TemplateResult[] {
  return months.map((month) => {
    const label = formatMessage(said.saleOf, { customer, month: said.monthNames[month] })
    return textField(shown, { name: saleField(customer, month), label, isLabelHidden: true, keyboard: 'decimal', size: 7 })
  })
}
