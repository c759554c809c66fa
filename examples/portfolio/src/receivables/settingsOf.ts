import type { PortfolioConfig } from '../config/types.js'
import { longestPeriod } from './longestPeriod.js'
import type { ReceivablesSettings } from './types.js'

const SALES_DAYS = 90

/** What a config says of invoices, with what it leaves to the rest of the config or unsaid; undefined where it says nothing. */
export function settingsOf({ asOf, currency, receivables }: PortfolioConfig): ReceivablesSettings | undefined {
  if (receivables === undefined) return undefined
  const salesDays = Math.min(SALES_DAYS, longestPeriod(receivables.asOf ?? asOf))
  // A checked config that speaks of invoices has a currency.
  return { dates: 'YYYY-MM-DD', asOf, currency: currency as string, salesDays, ...receivables }
}
