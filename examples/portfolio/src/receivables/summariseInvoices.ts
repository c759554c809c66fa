import { currencyDigits, sumDecimals } from '@clientele/core'
import { padDecimals } from '../texts/formatNumber.js'
import { groupBy } from './groupBy.js'
import type { InvoiceLine, InvoiceSummary } from './types.js'

/** Counts what a file says in hindsight, whatever the dates are. */
export function summariseInvoices(lines: readonly InvoiceLine[]): InvoiceSummary {
  const debits = lines.filter(({ amount }) => !amount.startsWith('-'))
  const settled = debits.filter(({ daysToSettle }) => daysToSettle !== undefined)
  const late = settled.filter(({ daysLate = 0 }) => daysLate > 0)
  return {
    invoices: lines.length,
    creditNotes: lines.length - debits.length,
    customers: new Set(lines.map(({ customer }) => customer)).size,
    disputed: lines.filter(({ disputed }) => disputed).length,
    partPaid: debits.filter(({ payment, daysToSettle }) => payment !== undefined && payment.amount !== '0' && daysToSettle === undefined).length,
    settled: settled.length,
    settledLate: late.length,
    daysToSettle: mean(settled.map(({ daysToSettle = 0 }) => daysToSettle)),
    daysLate: mean(late.map(({ daysLate = 0 }) => daysLate)),
    currencies: groupBy(lines, ({ currency }) => currency).map(([currency, members]) => ({
      currency,
      invoices: members.length,
      amount: padDecimals(sumDecimals(members.map(({ amount }) => amount)), currencyDigits(currency)),
    })),
  }
}

function mean(days: readonly number[]): number | null {
  return days.length === 0 ? null : days.reduce((sum, count) => sum + count, 0) / days.length
}
