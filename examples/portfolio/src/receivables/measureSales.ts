import { addCalendarDays, compareDecimals, currencyDigits, sumDecimals } from '@clientele/core'
import { averageDaysDelinquent, bestPossibleDaysSalesOutstanding, daysSalesOutstanding } from '@clientele/credit'
import { padDecimals } from '../texts/formatNumber.js'
import { groupBy } from './groupBy.js'
import type { DaysOutstanding, InvoiceLine, ReceivablesSettings, SalesOutstanding } from './types.js'
import { sumOpen } from './weighOpen.js'

/** How long the sales of the days up to `asOf` wait for their payment, by currency. */
export function measureSales(lines: readonly InvoiceLine[], { asOf, salesDays: days }: ReceivablesSettings): SalesOutstanding[] {
  const dated = lines.filter(({ date }) => date <= asOf)
  const from = addCalendarDays(asOf, 1 - days)
  const reachesBack = dated.some(({ date }) => date <= from)
  return groupBy(dated, ({ currency }) => currency).map(([currency, members]) => {
    const digits = currencyDigits(currency)
    const sales = padDecimals(sumDecimals(members.filter(({ date }) => date >= from).map(({ amount }) => amount)), digits)
    const receivables = sumOpen(members, digits)
    const current = sumOpen(
      members.filter(({ daysOverdue = 0 }) => daysOverdue <= 0),
      digits,
    )
    const isKnown = reachesBack && compareDecimals(sales, 0) > 0
    return {
      currency,
      from,
      to: asOf,
      days,
      sales,
      receivables,
      current,
      outstanding: isKnown ? daysOf({ sales, receivables, current, days }) : null,
    }
  })
}

function daysOf({ sales, receivables, current, days }: Pick<SalesOutstanding, 'sales' | 'receivables' | 'current' | 'days'>): DaysOutstanding {
  return {
    daysSalesOutstanding: daysSalesOutstanding({ receivables, sales, days }),
    bestPossible: bestPossibleDaysSalesOutstanding({ current, sales, days }),
    averageDaysDelinquent: averageDaysDelinquent({ receivables, current, sales, days }),
  }
}
