import type { CalendarDate } from '@clientele/core'
import type { ReportDepth } from '@clientele/credit'

/** A row of `customers`. */
export interface Customer {
  readonly id: string
  readonly name: string | null
  readonly currency: string
  /** The id of the order policy; the version in force decides. */
  readonly orderPolicy: string
  /** The id of the credit terms of invoices to come. */
  readonly terms: string
  readonly grade: string | null
  readonly reportDepth: ReportDepth | null
  readonly reportDate: CalendarDate | null
  readonly dunningLevel: number
  readonly blocked: boolean
  /** The latest day on which something happened. */
  readonly day: CalendarDate
}
