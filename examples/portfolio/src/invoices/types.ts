import type { CalendarDate, DecimalString } from '@clientele/core'
import type { DatedRow, RowBook } from '../rows/types.js'

/** An invoice, or a credit note where its amount is below 0. */
export interface Invoice extends DatedRow {
  readonly invoice: string
  readonly customer: string
  readonly due: CalendarDate
  /** In canonical form. */
  readonly amount: DecimalString
  readonly currency: string
  readonly disputed: boolean
  /** Left out where nothing is paid. */
  readonly payment?: InvoicePayment
  /** The last dunning letter about it; left out where none was sent. */
  readonly lastLetter?: LastLetter
}

/** A dunning letter that was sent. */
export interface LastLetter {
  readonly level: number
  readonly sentOn: CalendarDate
}

/** What was paid of an invoice, and when. */
export interface InvoicePayment {
  readonly date: CalendarDate
  /** From 0 to the invoice's amount. */
  readonly amount: DecimalString
}

/** Everything that an invoices file holds. */
export type InvoiceBook = RowBook<Invoice>
