import type { CalendarDate, DecimalString } from '@clientele/core'

/** What a customer's orders add up to. */
export interface Measures {
  /** Days since the last purchase; null where there is none. */
  readonly recencyDays: number | null
  readonly lastPurchase: CalendarDate | null
  /** How many rows have an amount above 0. */
  readonly orders: number
  /** How many rows have an amount below 0. */
  readonly refunds: number
  /** Purchases less refunds, exactly, with the currency's minor digits. */
  readonly revenue: DecimalString
}

/** A customer of the book. */
export interface Customer {
  readonly id: string
  readonly measures: Measures
}
