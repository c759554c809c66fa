import { currencyDigits, roundDecimal } from '@clientele/core'
import type { BookCustomer } from '@clientele/tiering'
import { padDecimals } from '../texts/formatNumber.js'
import { placesOf } from '../tiering/placesOf.js'
import type { OrdersReport, RankedCustomer } from './types.js'
import { type TableCell, writeTable } from './writeTable.js'

/** Decimal places of purchases expected and of probabilities. */
const PLACES = 4

/** Writes the ranking as CSV for spreadsheets. */
export function renderCsv(report: OrdersReport): string {
  const { ranked } = report
  const criteria = report.ratings.map(({ criterion }) => criterion)
  const [places, values] = [placeColumns(report), valueColumns(report)]
  const header = ['rank', 'selected', 'customer', 'grade', 'total', 'last-purchase', 'recency-days', 'orders', 'refunds', 'revenue']
  const rows = ranked.map((customer) => [
    ...composeRow(customer),
    ...criteria.map((criterion) => ratingOf(customer, criterion)),
    ...places.cellsOf(customer.candidate),
    ...values.cellsOf(customer.candidate),
  ])
  return writeTable([[...header, ...criteria.map((criterion) => `rating:${criterion}`), ...places.header, ...values.header], ...rows])
}

/** Columns that each customer has cells of. */
interface Columns {
  readonly header: readonly string[]
  readonly cellsOf: (customer: string) => TableCell[]
}

/** The columns of what the report tells of tiers and scores. */
function placeColumns(report: OrdersReport): Columns {
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

/** The columns of what customers will bring in, where the report tells it; blank for those without a purchase. */
function valueColumns({ lifetime, currency }: OrdersReport): Columns {
  const values = lifetime?.values
  if (values === undefined || values === null) return { header: [], cellsOf: () => [] }
  const valued = new Map(values.customers.map((one) => [one.customer, one]))
  const digits = currencyDigits(currency)
  return {
    header: ['lifetime-value', 'expected-purchases', 'probability-alive', 'expected-spend'],
    cellsOf: (customer) => composeValue(valued.get(customer), digits),
  }
}

function composeValue(valued: BookCustomer | undefined, digits: number): TableCell[] {
  if (valued === undefined) return [undefined, undefined, undefined, undefined]
  const { value, expectedPurchases, probabilityAlive, expectedSpend } = valued
  const money = (amount: number): string => padDecimals(roundDecimal(amount, digits), digits)
  return [money(value), roundDecimal(expectedPurchases, PLACES), roundDecimal(probabilityAlive, PLACES), money(expectedSpend)]
}

function composeRow({ rank, selected, candidate, grade, total, measures }: RankedCustomer): TableCell[] {
  const { lastPurchase, recencyDays, orders, refunds, revenue } = measures
  return [rank, selected, candidate, grade, total, lastPurchase, recencyDays, orders, refunds, revenue]
}

function ratingOf({ contributions }: RankedCustomer, criterion: string): string | undefined {
  return contributions.find((contribution) => contribution.criterion === criterion)?.rating
}
