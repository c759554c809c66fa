import type { DecimalString } from '@clientele/core'
import type { DatedRow, RowBook } from '../rows/types.js'

/** An order: a purchase where its amount is above 0, a refund where it is below. */
export interface Order extends DatedRow {
  readonly customer: string
  /** In canonical form. */
  readonly amount: DecimalString
}

/** Everything that an orders file holds. */
export type OrderBook = RowBook<Order>
