import type { CalendarDate, DecimalColumn, DecimalInput, DecimalString, InvalidRows, PolicyReference, RejectedRow } from '@clientele/core'
import type { Invoice } from '../invoices/types.js'
import type { Credit, Settlement, SettlementCase, SettlementDiagnosis, SettlementOptions, SettlementStatus } from '../settlement/types.js'
import type { TermsTimeline } from '../terms/types.js'

/** Dates as texts, or as whole days since 1970-01-01 in a typed array. */
export type DateColumn = ArrayLike<CalendarDate> | Int32Array | Float64Array

/** Amounts one by one, or as integers with a common number of decimal places. */
export type AmountColumn = ArrayLike<DecimalInput> | DecimalColumn

/** Invoices as columns of one length; row `i` is the invoice of the id `String(i)`. */
export interface InvoiceColumns {
  readonly date: DateColumn
  readonly amount: AmountColumn
  /** Needed where the discount is taken off the amount without tax. */
  readonly tax?: AmountColumn | undefined
  /** Needed where days are counted from the delivery. */
  readonly deliveryDate?: DateColumn | undefined
}

/** Payments as columns of one length, in any order; row `i` is the payment of the id `String(i)`. */
export interface PaymentColumns {
  /** The row of the invoice that is paid. */
  readonly invoice: ArrayLike<number>
  readonly date: DateColumn
  readonly amount: AmountColumn
}

/** Credits as columns of one length, in any order; row `i` is the credit of the id `String(i)`. */
export interface CreditColumns extends PaymentColumns {
  readonly type: ArrayLike<Credit['type']>
}

/** Many invoices of one currency, with their payments and credits. */
export interface SettlementColumns {
  readonly invoices: InvoiceColumns
  readonly payments?: PaymentColumns | undefined
  readonly credits?: CreditColumns | undefined
}

/** How many invoices are settled together. */
export interface ColumnSettlementOptions {
  /** The day of the answer. */
  readonly asOf: CalendarDate
  /** The currency of every amount, an ISO 4217 code. */
  readonly currency: string
  /**
   * `throw` unless given; `collect` lists what is wrong with an invoice, its payments or its credits in `rejected`, and leaves that invoice out
   * with all its payments and credits. Payments and credits of no invoice are listed in `rejectedPayments` and `rejectedCredits`.
   */
  readonly invalid?: InvalidRows | undefined
}

/** What was left out of all invoices together. */
export type ColumnDiagnosis = Extract<SettlementDiagnosis, { readonly code: 'payments-after-as-of' | 'credits-after-as-of' }>

/** What many invoices come to together: open + paid + discountTaken + credited − overpaid = amount. */
export interface SettledTotals {
  readonly amount: DecimalString
  readonly paid: DecimalString
  readonly discountTaken: DecimalString
  readonly credited: DecimalString
  readonly open: DecimalString
  readonly overpaid: DecimalString
}

/** Many invoices settled. Row `i` of every column is the invoice of row `i`; a rejected one has NaN amounts and no status. */
export interface SettledColumns {
  readonly asOf: CalendarDate
  readonly currency: string
  /** The due dates, as whole days since 1970-01-01; NaN where the row was rejected. */
  readonly due: Float64Array
  /** Indexes into `statuses`; 255 where the row was rejected. */
  readonly status: Uint8Array
  readonly statuses: readonly SettlementStatus[]
  readonly paid: DecimalColumn
  readonly discountTaken: DecimalColumn
  readonly credited: DecimalColumn
  readonly open: DecimalColumn
  readonly overpaid: DecimalColumn
  /** The sums of the columns, over the invoices that were not rejected. */
  readonly totals: SettledTotals
  /** The whole settlement of one invoice, as {@link settleInvoice} gives it, made when asked for from the cells as they then are. */
  readonly explain: (row: number) => Settlement
  /** By the row of the invoice. */
  readonly rejected: readonly RejectedRow[]
  /** The payments that name no row of an invoice, by their own rows. */
  readonly rejectedPayments: readonly RejectedRow[]
  /** The credits that name no row of an invoice, by their own rows. */
  readonly rejectedCredits: readonly RejectedRow[]
  /** What was left out of the invoices that were not rejected; what else is to be known about one, `explain` tells. */
  readonly diagnoses: readonly ColumnDiagnosis[]
  readonly policies: readonly PolicyReference[]
}

/** Credit terms, checked and read once, for as many invoices as there are. */
export interface CompiledTerms {
  /** The same as {@link termsTimeline}. */
  readonly timeline: (invoice: Invoice) => TermsTimeline
  /** The same as {@link settleInvoice}. */
  readonly settle: (settlement: SettlementCase, options: SettlementOptions) => Settlement
  readonly settleColumns: (columns: SettlementColumns, options: ColumnSettlementOptions) => SettledColumns
}
