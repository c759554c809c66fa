import type { CalendarDate, DecimalString } from '@clientele/core'

/** `held` is released or stays so; `accepted` goes on to `delivered` and `invoiced`. */
export type OrderStatus = 'accepted' | 'held' | 'refused' | 'delivered' | 'invoiced'

/** A row of `orders`. */
export interface Order {
  readonly id: string
  readonly customer: string
  readonly amount: DecimalString
  readonly currency: string
  readonly placedOn: CalendarDate
  readonly status: OrderStatus
  readonly deliveredOn: CalendarDate | null
}
