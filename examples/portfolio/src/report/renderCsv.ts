import { placesOf } from '../tiering/placesOf.js'
import type { OrdersReport, RankedCustomer } from './types.js'
import { type TableCell, writeTable } from './writeTable.js'

/** Writes the ranking as CSV for spreadsheets. */
export function renderCsv(report: OrdersReport): string {
  const { ranked } = report
  const criteria = report.ratings.map(({ criterion }) => criterion)
  const places = placeColumns(report)
  const header = ['rank', 'selected', 'customer', 'grade', 'total', 'last-purchase', 'recency-days', 'orders', 'refunds', 'revenue']
  const rows = ranked.map((customer) => [
    ...composeRow(customer),
    ...criteria.map((criterion) => ratingOf(customer, criterion)),
    ...places.cellsOf(customer.candidate),
  ])
  return writeTable([[...header, ...criteria.map((criterion) => `rating:${criterion}`), ...places.header], ...rows])
}

/** The columns of what the report tells of tiers and scores. */
function placeColumns(report: OrdersReport): { readonly header: readonly string[]; readonly cellsOf: (customer: string) => TableCell[] } {
  const placeOf = placesOf(report)
  const hasTiers = report.tiering !== undefined
  const hasScores = report.rfm !== undefined
  return {
    header: [...(hasTiers ? ['tier'] : []), ...(hasScores ? ['rfm-code', 'segment'] : [])],
    cellsOf: (customer) => {
      const { tier, code, segment } = placeOf(customer)
      return [...(hasTiers ? [tier] : []), ...(hasScores ? [code, segment] : [])]
    },
  }
}

function composeRow({ rank, selected, candidate, grade, total, measures }: RankedCustomer): TableCell[] {
  const { lastPurchase, recencyDays, orders, refunds, revenue } = measures
  return [rank, selected, candidate, grade, total, lastPurchase, recencyDays, orders, refunds, revenue]
}

function ratingOf({ contributions }: RankedCustomer, criterion: string): string | undefined {
  return contributions.find((contribution) => contribution.criterion === criterion)?.rating
}
