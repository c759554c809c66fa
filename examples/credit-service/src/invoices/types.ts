import type { CalendarDate, DecimalString } from '@clientele/core'

/** A row of `invoices`. */
export interface Invoice {
  readonly id: string
  readonly order: string
  readonly customer: string
  readonly date: CalendarDate
  readonly due: CalendarDate
  readonly amount: DecimalString
  readonly currency: string
  /** Which credit terms, and which version of them. */
  readonly termsId: string
  readonly termsVersion: string
  /** The day from which on nothing of it is open. */
  readonly settledOn: CalendarDate | null
}
