import type { OrdersReport, RankedCustomer } from './types.js'
import { type TableCell, writeTable } from './writeTable.js'

/** Writes the ranking as CSV for spreadsheets. */
export function renderCsv({ ranked, ratings }: OrdersReport): string {
  const criteria = ratings.map(({ criterion }) => criterion)
  const header = ['rank', 'selected', 'customer', 'grade', 'total', 'last-purchase', 'recency-days', 'orders', 'refunds', 'revenue']
  const rows = ranked.map((customer) => [...composeRow(customer), ...criteria.map((criterion) => ratingOf(customer, criterion))])
  return writeTable([[...header, ...criteria.map((criterion) => `rating:${criterion}`)], ...rows])
}

function composeRow({ rank, selected, candidate, grade, total, measures }: RankedCustomer): TableCell[] {
  const { lastPurchase, recencyDays, orders, refunds, revenue } = measures
  return [rank, selected, candidate, grade, total, lastPurchase, recencyDays, orders, refunds, revenue]
}

function ratingOf({ contributions }: RankedCustomer, criterion: string): string | undefined {
  return contributions.find((contribution) => contribution.criterion === criterion)?.rating
}
