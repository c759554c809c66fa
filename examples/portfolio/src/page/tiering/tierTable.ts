import { formatMessage, type Title } from '@clientele/core/explain'
import type { ShareExpectation, Tiering } from '@clientele/tiering'
import { formatShare, groupThousands } from '../../texts/formatNumber.js'
import { describeValues } from '../../texts/tiering/describeValues.js'
import { bar } from '../gradeTables.js'
import { type Content, html, type Markup } from '../html.js'
import type { OrdersInput } from '../types.js'

/** What the customers of each tier bring in, and whether that is as expected where something is. */
export function tierTable({ tiers, customers, total, expectations }: Tiering, title: Title, { report, texts }: OrdersInput): Markup {
  const words = texts.page.tiering
  const ifExpected = (cell: (expected: readonly ShareExpectation[]) => Markup): Content => (expectations === undefined ? [] : cell(expectations))
  const rows = tiers.map(
    ({ tier, count, value, ...shares }, place) => html`<tr><td><span class="grade grade-${place}">${title(tier)}</span></td>
<td class="number">${groupThousands(count)}</td><td class="number">${formatShare(shares.shareOfCustomers)}</td>
<td class="number">${groupThousands(value)}</td><td class="number">${formatShare(shares.shareOfValue)}</td>${bar(shares.shareOfValue ?? 0)}
${ifExpected((expected) => html`<td class="expected">${describeExpectation(tier, expected, words)}</td>`)}</tr>
`,
  )
  return html`<div class="scroll"><table>
<thead><tr><th>${words.tier}</th><th class="number">${texts.page.customers}</th><th class="number">${words.shareOfCustomers}</th>
<th class="number">${describeValues(report, words.values)}</th><th class="number">${words.shareOfTotal}</th><th></th>${ifExpected(() => html`<th>${words.expected}</th>`)}</tr></thead>
<tbody>${rows}</tbody>
<tfoot><tr><td>${words.total}</td><td class="number">${groupThousands(customers.length)}</td><td></td>
<td class="number">${groupThousands(total)}</td><td></td><td></td>${ifExpected(() => html`<td></td>`)}</tr></tfoot></table></div>`
}

/** What a tier is expected to bring in, and whether it does; nothing where the scheme expects nothing of it. */
function describeExpectation(
  tier: string,
  expectations: readonly ShareExpectation[],
  { met, unmet }: { readonly met: string; readonly unmet: string },
): string {
  const found = expectations.find((one) => one.tier === tier)
  if (found === undefined) return ''
  return formatMessage(found.met ? met : unmet, { from: found.fromPercent, to: found.toPercent })
}
