import { formatMessage } from '@clientele/core/explain'
import type { CurrencyConcentration } from '@clientele/credit'
import { explainConcentration } from '@clientele/credit/explain'
import { formatShare, groupThousands } from '../../texts/formatNumber.js'
import { bucketTitle } from '../../texts/receivables/bucketTitle.js'
import { listSentences } from '../findings.js'
import { html, type Markup } from '../html.js'
import { shownRows, truncation } from '../truncation.js'
import type { ReceivablesInput } from '../types.js'

/** Who owes how much, and on how few customers the receivables hang. */
export function debtorsSection(input: ReceivablesInput): Markup {
  const { report, texts } = input
  // The ageing's diagnoses say the same.
  const { sentences } = explainConcentration({ ...report.concentration, diagnoses: [] }, texts.credit)
  return html`<section id="debtors">
<h2>${texts.page.receivables.debtors}</h2>
${listSentences(sentences)}
${report.concentration.currencies.map((currency) => debtorsTable(currency, input))}
</section>`
}

/** All customers by what they owe in a currency, the greatest first, and how old it is. */
function debtorsTable({ currency, customers }: CurrencyConcentration, input: ReceivablesInput): Markup {
  if (customers.length === 0) return html``
  const words = input.texts.page.receivables
  const aged = input.report.ageing.currencies.find((one) => one.currency === currency)
  const bucketsOf = new Map(aged?.customers.map(({ customer, buckets }) => [customer, buckets]))
  const rows = shownRows(customers).map(
    ({
      customer,
      balance,
      share,
      cumulativeShare,
    }) => html`<tr><td class="name"><bdi>${customer}</bdi></td><td class="number">${groupThousands(balance)}</td>
<td class="number">${formatShare(share)}</td><td class="number">${formatShare(cumulativeShare)}</td>
${bucketsOf.get(customer)?.map(({ count, amount }) => html`<td class="number">${count === 0 ? '' : groupThousands(amount)}</td>`) ?? []}</tr>
`,
  )
  return html`${truncation(customers.length, input.texts)}
<div class="scroll"><table>
<thead><tr><th>${words.customer}</th><th class="number">${formatMessage(words.keyNumbers.open, { currency })}</th><th class="number">${words.shareOfBalances}</th><th class="number">${words.cumulativeShare}</th>
${aged?.buckets.map(({ id }) => html`<th class="number">${bucketTitle(id, input)}</th>`) ?? []}</tr></thead>
<tbody>${rows}</tbody></table></div>`
}
