import { policyReference } from '@clientele/core/checks'
import { concentrationOfReceivables, measureLossAllowance, planDunning, type SentLetter } from '@clientele/credit'
import type { InvoiceBook } from '../invoices/types.js'
import { diagnoseInvoices } from './diagnoseInvoices.js'
import { itemOf } from './itemOf.js'
import { measureSales } from './measureSales.js'
import { summariseInvoices } from './summariseInvoices.js'
import type { AgedBook, ReceivablesReport, ReceivablesSettings } from './types.js'
import { weighOpen } from './weighOpen.js'

/** Says what follows from an aged book, as data; `buyers` are the customers with orders, where those are read. */
export function composeReceivables(book: AgedBook, settings: ReceivablesSettings, buyers: ReadonlySet<string> | undefined): ReceivablesReport {
  const { asOf, dunning, provisions } = settings
  const { ageing, lines } = book
  const items = book.used.map(itemOf)
  const sales = measureSales(lines, settings)
  const plan = dunning === undefined ? undefined : planDunning({ items, history: lettersOf(book) }, dunning, { asOf })
  const allowance = provisions === undefined ? undefined : measureLossAllowance(ageing, provisions)
  return {
    asOf,
    rows: book.counts,
    summary: summariseInvoices(lines),
    open: weighOpen(lines),
    ageing,
    sales,
    concentration: concentrationOfReceivables(items, { asOf }),
    ...(plan === undefined ? {} : { dunning: plan }),
    ...(allowance === undefined ? {} : { allowance }),
    diagnoses: diagnoseInvoices(book, { sales, dunning, buyers }),
    later: book.later,
    rejected: book.rejected,
    policies: [...ageing.policies, ...(plan?.policies ?? []), ...(provisions === undefined ? [] : [policyReference(provisions)])],
  }
}

function lettersOf({ used }: InvoiceBook): SentLetter[] {
  return used.flatMap(({ invoice, lastLetter }) => (lastLetter === undefined ? [] : [{ item: invoice, ...lastLetter }]))
}
