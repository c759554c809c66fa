import { formatMessage } from '@clientele/core/explain'
import type { AgedCurrency } from '@clientele/credit'
import { shareOf } from '../../report/shareOf.js'
import { formatShare, groupThousands } from '../../texts/formatNumber.js'
import { bucketTitle } from '../../texts/receivables/bucketTitle.js'
import { bar } from '../gradeTables.js'
import { html, type Markup } from '../html.js'
import type { ReceivablesInput } from '../types.js'

/** What is open in a currency, bucket by bucket. */
export function ageingTable({ currency, buckets, total, debits, credits }: AgedCurrency, input: ReceivablesInput): Markup {
  const words = input.texts.page.receivables
  const rows = buckets.map((bucket) => {
    const share = shareOf(bucket.debits, debits)
    return html`<tr><td>${bucketTitle(bucket.id, input)}</td><td class="number">${groupThousands(bucket.count)}</td>
<td class="number">${groupThousands(bucket.debits)}</td><td class="number">${groupThousands(bucket.credits)}</td><td class="number">${groupThousands(bucket.amount)}</td>
<td class="number">${formatShare(share)}</td>${bar(share ?? 0)}</tr>
`
  })
  const count = buckets.reduce((sum, bucket) => sum + bucket.count, 0)
  return html`<section class="ageing">
<h2>${formatMessage(words.ageing, { currency })}</h2>
<div class="scroll"><table>
<thead><tr><th>${words.bucket}</th><th class="number">${words.invoices}</th><th class="number">${words.debits}</th><th class="number">${words.credits}</th>
<th class="number">${words.open}</th><th class="number">${words.shareOfDebits}</th><th></th></tr></thead>
<tbody>${rows}</tbody>
<tfoot><tr><td>${words.total}</td><td class="number">${groupThousands(count)}</td><td class="number">${groupThousands(debits)}</td>
<td class="number">${groupThousands(credits)}</td><td class="number">${groupThousands(total)}</td><td></td><td></td></tr></tfoot></table></div>
</section>`
}
