import { formatMessage } from '@clientele/core/explain'
import type { Markup } from '../html.js'
import { laterRows, showAmount } from '../rowTables.js'
import type { ReceivablesInput } from '../types.js'

/** Every invoice dated after the day on which receivables are looked at. */
export function laterInvoices({ report, texts }: ReceivablesInput): Markup {
  const heading = formatMessage(texts.page.receivables.laterRows, { asOf: report.asOf })
  return laterRows('later-invoices', heading, report.later, (invoice) => `${showAmount(invoice, invoice.currency)} ${invoice.currency}`, texts)
}
