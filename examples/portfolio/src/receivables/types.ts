import type { CalendarDate, DecimalString, PolicyReference } from '@clientele/core'
import type { Ageing, DunningPlan, LossAllowance, ReceivablesConcentration } from '@clientele/credit'
import type { DateForm, ReceivablesPart } from '../config/types.js'
import type { Invoice, InvoiceBook } from '../invoices/types.js'
import type { RejectedRow, RowCounts } from '../rows/types.js'

/** What a config says of invoices, with what it leaves to the rest of the config or unsaid. */
export interface ReceivablesSettings extends ReceivablesPart {
  readonly dates: DateForm
  readonly asOf: CalendarDate
  readonly currency: string
  readonly salesDays: number
}

/** An invoice with what became of it, and what is open of it. */
export interface InvoiceLine extends Invoice {
  /** Days from its date to the payment; left out unless it is paid in whole. */
  readonly daysToSettle?: number
  /** Days from the due date to the payment, 0 where that came in time; left out unless it is paid in whole. */
  readonly daysLate?: number
  /** Open at the end of `asOf`; left out where the invoice is dated later. */
  readonly open?: DecimalString
  /** Left out where nothing is open. */
  readonly bucket?: string
  /** Days from the due date to `asOf`, below 0 where it is not due; left out where nothing is open. */
  readonly daysOverdue?: number
}

/** Everything that an invoices file holds, and how old what is open of it is. */
export interface AgedBook extends InvoiceBook {
  /** With each invoice that is open. */
  readonly ageing: Ageing
  /** All used and later invoices, by line. */
  readonly lines: readonly InvoiceLine[]
}

/** How many invoices have a currency, and what they come to. */
interface CurrencyTotal {
  readonly currency: string
  readonly invoices: number
  readonly amount: DecimalString
}

/** What a file says in hindsight: whatever its invoices' dates and payments are, after `asOf` too. */
export interface InvoiceSummary {
  /** Credit notes are among them. */
  readonly invoices: number
  readonly creditNotes: number
  readonly customers: number
  readonly disputed: number
  /** Paid in part: more than 0. No credit notes are among these, nor among those paid in whole or late. */
  readonly partPaid: number
  /** Paid in whole. */
  readonly settled: number
  /** Paid in whole after the due date. */
  readonly settledLate: number
  /** The mean of the settled; null where there is none. */
  readonly daysToSettle: number | null
  /** The mean of those settled late; null where there is none. */
  readonly daysLate: number | null
  /** By code. */
  readonly currencies: readonly CurrencyTotal[]
}

/** What is open in a currency, and what of it is overdue. */
export interface OpenBalance {
  readonly currency: string
  readonly invoices: number
  /** Less credit notes. */
  readonly amount: DecimalString
  readonly overdueInvoices: number
  /** Without credit notes. */
  readonly overdue: DecimalString
  /** The part of all that is open, without credit notes; null where nothing is. */
  readonly overdueShare: number | null
}

/** How long sales wait for their payment, in days. */
export interface DaysOutstanding {
  readonly daysSalesOutstanding: number
  readonly bestPossible: number
  readonly averageDaysDelinquent: number
}

/** How long the sales of a period, invoices less credit notes, wait for their payment. */
export interface SalesOutstanding {
  readonly currency: string
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly days: number
  readonly sales: DecimalString
  readonly receivables: DecimalString
  /** What of them is not overdue. */
  readonly current: DecimalString
  /** Null where the sales cannot be told, for the file begins after `from`, or are not above 0. */
  readonly outstanding: DaysOutstanding | null
}

/** What is to be known about invoices before trusting what is said of them. */
export type InvoiceDiagnosis =
  | { readonly code: 'invoices-rejected'; readonly params: { readonly rows: number; readonly customers: readonly string[] } }
  | { readonly code: 'customers-alike'; readonly params: { readonly names: readonly string[] } }
  | { readonly code: 'numbers-alike'; readonly params: { readonly number: number; readonly lines: readonly number[] } }
  | { readonly code: 'customers-without-orders'; readonly params: { readonly number: number; readonly customers: readonly string[] } }
  | { readonly code: 'paid-before-invoice'; readonly params: { readonly number: number; readonly lines: readonly number[] } }
  | { readonly code: 'letter-before-invoice'; readonly params: { readonly number: number; readonly lines: readonly number[] } }
  | { readonly code: 'amounts-not-named'; readonly params: { readonly currency: string; readonly names: readonly string[] } }
  | { readonly code: 'sales-unknown'; readonly params: { readonly currency: string; readonly from: CalendarDate; readonly to: CalendarDate } }

/** Everything that the report says of invoices. */
export interface ReceivablesReport {
  readonly asOf: CalendarDate
  /** read = used + later + rejected. */
  readonly rows: RowCounts
  readonly summary: InvoiceSummary
  /** By currency. */
  readonly open: readonly OpenBalance[]
  /** With each invoice that is open. */
  readonly ageing: Ageing
  /** By currency. */
  readonly sales: readonly SalesOutstanding[]
  readonly concentration: ReceivablesConcentration
  /** Left out without a scheme. */
  readonly dunning?: DunningPlan
  /** Left out without a matrix. */
  readonly allowance?: LossAllowance
  readonly diagnoses: readonly InvoiceDiagnosis[]
  readonly later: readonly Invoice[]
  readonly rejected: readonly RejectedRow[]
  readonly policies: readonly PolicyReference[]
}
