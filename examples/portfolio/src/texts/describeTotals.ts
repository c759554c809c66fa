import type { InvoiceSummary } from '../receivables/types.js'
import { groupThousands } from './formatNumber.js'
import type { Texts } from './types.js'

/** What all invoices of a file come to, by currency. */
export function describeTotals({ currencies }: InvoiceSummary, { listSeparator }: Texts): string {
  return currencies.map(({ currency, amount }) => `${groupThousands(amount)} ${currency}`).join(listSeparator)
}
