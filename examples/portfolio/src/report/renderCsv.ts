import { stringify } from 'csv-stringify/sync'
import type { PortfolioReport, RankedCustomer } from './types.js'

/** An exact figure: its minus sign begins no formula. */
const FIGURE = /^-?\d+(\.\d+)?$/

/** Writes the ranking as CSV for spreadsheets: with a byte order mark, and names that look like formulas disarmed. */
export function renderCsv({ ranked, ratings }: PortfolioReport): string {
  const criteria = ratings.map(({ criterion }) => criterion)
  const header = ['rank', 'selected', 'customer', 'grade', 'total', 'last-purchase', 'recency-days', 'orders', 'refunds', 'revenue']
  const rows = ranked.map((customer) => [...composeRow(customer), ...criteria.map((criterion) => ratingOf(customer, criterion))])
  return stringify([[...header, ...criteria.map((criterion) => `rating:${criterion}`)], ...rows], {
    bom: true,
    escape_formulas: true,
    cast: { boolean: String, string: (value) => ({ value, escape_formulas: !FIGURE.test(value) }) },
  })
}

function composeRow({ rank, selected, candidate, grade, total, measures }: RankedCustomer): (string | number | boolean | null | undefined)[] {
  const { lastPurchase, recencyDays, orders, refunds, revenue } = measures
  return [rank, selected, candidate, grade, total, lastPurchase, recencyDays, orders, refunds, revenue]
}

function ratingOf({ contributions }: RankedCustomer, criterion: string): string | undefined {
  return contributions.find((contribution) => contribution.criterion === criterion)?.rating
}
