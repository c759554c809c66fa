import { currencyDigits } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import type { LifetimeBook } from '@clientele/tiering'
import { formatRounded, formatShare, groupThousands } from '../../texts/formatNumber.js'
import { html, type Markup } from '../html.js'
import type { OrdersInput } from '../types.js'

/** How many customers are listed. */
const LISTED = 20
/** Decimal places of purchases expected, which are few. */
const PLACES = 2

/** The customers who will bring in most. */
export function valuesTable({ customers }: LifetimeBook, { report, texts }: OrdersInput): Markup {
  const { page } = texts
  const words = page.lifetime
  const digits = currencyDigits(report.currency)
  const known = new Map(report.lifetime?.purchases?.customers.map((one) => [one.customer, one]))
  const listed = customers.slice(0, LISTED)
  const rows = listed.map(({ customer, value, expectedPurchases, expectedSpend, probabilityAlive }) => {
    const { repeatPurchases = 0, lastPurchase = '' } = known.get(customer) ?? {}
    return html`<tr><td class="name"><bdi>${customer}</bdi></td><td class="number">${formatRounded(value, digits)}</td>
<td class="number">${formatRounded(expectedPurchases, PLACES)}</td><td class="number">${formatRounded(expectedSpend, digits)}</td>
<td class="number">${formatShare(probabilityAlive)}</td><td class="number">${groupThousands(repeatPurchases)}</td><td class="number">${lastPurchase}</td></tr>
`
  })
  const counts = { number: groupThousands(listed.length), customers: groupThousands(customers.length) }
  return html`<p class="soft">${formatMessage(words.firstOf, counts)}</p>
<div class="scroll"><table>
<thead><tr><th>${page.customer}</th><th class="number">${formatMessage(words.value, { currency: report.currency })}</th>
<th class="number">${words.expectedPurchases}</th><th class="number">${words.expectedSpend}</th>
<th class="number">${words.probabilityAlive}</th><th class="number">${words.repeatPurchases}</th><th class="number">${page.lastPurchase}</th></tr></thead>
<tbody>${rows}</tbody></table></div>`
}
