import { type CalendarDate, currencyDigits } from '@clientele/core'
import { Refusal } from '../command/Refusal.js'
import { usingFile } from '../command/usingFile.js'
import type { OrderColumns, PortfolioConfig } from '../config/types.js'
import { checkRow, type RowLayout } from './checkRow.js'
import { streamRows } from './streamRows.js'
import type { CsvRow, Order, OrderBook, RejectedOrder } from './types.js'

const PROGRESS_STEP = 100_000

/** How much of a header without the columns wanted is shown. */
const LISTED = 20
const LONGEST_NAME = 60

/** Reads a file of orders: every row is used, or dated after `asOf`, or rejected with its reasons. */
export async function readOrders(
  file: string,
  { columns, currency, asOf }: PortfolioConfig,
  reportProgress: (rows: number) => void,
): Promise<OrderBook> {
  const orders: Order[] = []
  const later: Order[] = []
  const rejected: RejectedOrder[] = []
  let layout: RowLayout | undefined
  let read = 0
  await usingFile(file, () =>
    streamRows(file, (row) => {
      if (layout === undefined) {
        layout = readHeader(row, columns, currencyDigits(currency), file)
        return
      }
      read += 1
      if (read % PROGRESS_STEP === 0) reportProgress(read)
      const result = checkRow(row, layout)
      if ('issues' in result) rejected.push(result)
      else listFor(result, asOf, orders, later).push(result)
    }),
  )
  if (layout === undefined) throw new Refusal('orders-empty', { file })
  return { counts: { read, used: orders.length, later: later.length, rejected: rejected.length }, orders, later, rejected }
}

function listFor({ date }: Order, asOf: CalendarDate, orders: Order[], later: Order[]): Order[] {
  return date > asOf ? later : orders
}

function readHeader({ fields, line }: CsvRow, columns: OrderColumns, digits: number, file: string): RowLayout {
  const names = [columns.customer, columns.date, columns.amount]
  const missing = names.filter((name) => !fields.includes(name))
  if (missing.length > 0)
    throw new Refusal('columns-missing', { file, line, missing, found: fields.slice(0, LISTED).map((field) => field.slice(0, LONGEST_NAME)) })
  const repeated = names.filter((name) => fields.indexOf(name) !== fields.lastIndexOf(name))
  if (repeated.length > 0) throw new Refusal('columns-repeated', { file, line, repeated })
  return { columns, places: names.map((name) => fields.indexOf(name)) as [number, number, number], width: fields.length, digits }
}
