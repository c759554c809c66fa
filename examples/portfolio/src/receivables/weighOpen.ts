import { currencyDigits, sumDecimals } from '@clientele/core'
import { shareOf } from '../report/shareOf.js'
import { padDecimals } from '../texts/formatNumber.js'
import { groupBy } from './groupBy.js'
import type { InvoiceLine, OpenBalance } from './types.js'

/** What is open in each currency, and what of it is overdue. */
export function weighOpen(lines: readonly InvoiceLine[]): OpenBalance[] {
  const dated = lines.filter(({ open }) => open !== undefined)
  return groupBy(dated, ({ currency }) => currency).map(([currency, members]) => weighCurrency(currency, members))
}

function weighCurrency(currency: string, members: readonly InvoiceLine[]): OpenBalance {
  const open = members.filter(({ bucket }) => bucket !== undefined)
  const debits = open.filter((line) => !isCredit(line))
  const overdue = debits.filter(({ daysOverdue = 0 }) => daysOverdue > 0)
  const digits = currencyDigits(currency)
  return {
    currency,
    invoices: open.length,
    amount: sumOpen(open, digits),
    overdueInvoices: overdue.length,
    overdue: sumOpen(overdue, digits),
    overdueShare: shareOf(sumOpen(overdue, digits), sumOpen(debits, digits)),
  }
}

/** The exact sum of what is open. */
export function sumOpen(lines: readonly InvoiceLine[], digits: number): string {
  return padDecimals(sumDecimals(lines.map(({ open = '0' }) => open)), digits)
}

function isCredit({ open = '0' }: InvoiceLine): boolean {
  return open.startsWith('-')
}
