import { currencyDigits } from '@clientele/core'
import type { OrdersConfig } from '../config/types.js'
import { readRows } from '../rows/readRows.js'
import { readOrder } from './readOrder.js'
import type { OrderBook } from './types.js'

/** Reads a file of orders: every row is used, or dated after `asOf`, or rejected with its reasons. */
export async function readOrders(
  file: string,
  { columns, currency, asOf }: OrdersConfig,
  reportProgress: (rows: number) => void,
): Promise<OrderBook> {
  const digits = currencyDigits(currency)
  return await readRows(
    file,
    { columns, readCells: (cells, line, issues) => readOrder(cells, { columns, digits, line }, issues) },
    asOf,
    reportProgress,
  )
}
