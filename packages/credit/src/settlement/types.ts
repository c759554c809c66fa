import type { CalendarDate, DecimalInput, DecimalString, PolicyReference } from '@clientele/core'
import type { Invoice } from '../invoices/types.js'

/** Money received for an invoice; a negative amount is money given back. */
export interface Payment {
  readonly id: string
  readonly date: CalendarDate
  readonly amount: DecimalInput
  /** The invoice's currency. */
  readonly currency: string
}

/** Part of an invoice that is not to be paid any more: goods that were credited, or a claim that was given up. A negative amount takes it back. */
export interface Credit extends Payment {
  /** A credit note lowers what discounts are taken off; a write-off does not. */
  readonly type: 'credit-note' | 'write-off'
}

/** An invoice, and all that was paid and credited for it, in any order. */
export interface SettlementCase {
  readonly invoice: Invoice
  readonly payments: readonly Payment[]
  readonly credits?: readonly Credit[] | undefined
}

/** As of which day an invoice is settled. */
export interface SettlementOptions {
  /** The day of the answer: what is dated later is left out. */
  readonly asOf: CalendarDate
}

/**
 * Where an invoice stands: `open` up to its due day and `overdue` after it while anything is open, `paid` where nothing is, `overpaid` where more
 * came in than was owed.
 */
export type SettlementStatus = 'open' | 'overdue' | 'paid' | 'overpaid'

/** What one payment or credit settles of the invoice. */
export interface Application {
  /** The id of the payment, or of the credit; for a discount, of the payment that earned it. */
  readonly payment: string
  readonly date: CalendarDate
  readonly type: 'payment' | 'discount' | 'credit-note' | 'write-off'
  /** The payment's or the credit's own amount; for a discount, what it settles. */
  readonly amount: DecimalString
  /** How much of the invoice it settles; what is overpaid settles nothing. */
  readonly settles: DecimalString
}

/** A discount that was taken too late: what was paid last brought all payments to exactly what was payable with it. */
export interface UnearnedDiscount {
  /** What is still to be settled of it. */
  readonly amount: DecimalString
  readonly percent: DecimalString
  readonly withinDays: number
}

/**
 * What settles the invoice if paid next: the least that does, with the discount of the first window that is still open. Where part of the
 * invoice was written off, it may be more than enough, for less would earn no discount.
 */
export interface NextPayment {
  /** The last day of the first window that is open, if its discount makes it less, or the due date: on it, and before, so much is enough. */
  readonly by: CalendarDate
  readonly payable: DecimalString
}

/** A window of a discount, and what counts as paid in it. */
export interface SettlementWindow {
  readonly withinDays: number
  readonly percent: DecimalString
  readonly by: CalendarDate
  /**
   * What was paid by its end and not given back, 0 at least; pro rata, less what counted before. Of a discount within reach all that was paid, below 0
   * where more was given back: payable − paid is what is still to be paid for it.
   */
  readonly paid: DecimalString
  /** What had to be paid in it. */
  readonly payable: DecimalString
}

/** Why an invoice stands where it stands. */
export type SettlementReason =
  | { readonly code: 'credit-notes-counted'; readonly params: { readonly creditNotes: DecimalString; readonly base: DecimalString } }
  | { readonly code: 'refunds-counted'; readonly params: { readonly refunded: DecimalString } }
  | { readonly code: 'discount-earned'; readonly params: SettlementWindow & { readonly discount: DecimalString } }
  | { readonly code: 'discount-earned-in-part'; readonly params: SettlementWindow & { readonly discount: DecimalString } }
  | { readonly code: 'discount-missed'; readonly params: SettlementWindow }
  | { readonly code: 'discount-within-reach'; readonly params: SettlementWindow }
  | { readonly code: 'not-overdue'; readonly params: { readonly due: CalendarDate; readonly open: DecimalString } }
  | { readonly code: 'overdue'; readonly params: { readonly due: CalendarDate; readonly open: DecimalString; readonly daysOverdue: number } }
  | { readonly code: 'settled'; readonly params: Record<never, never> }
  | { readonly code: 'overpaid'; readonly params: { readonly overpaid: DecimalString } }

/** What is to be known about the input. */
export type SettlementDiagnosis =
  | { readonly code: 'invoice-after-as-of'; readonly params: { readonly date: CalendarDate } }
  | { readonly code: 'payments-after-as-of'; readonly params: { readonly count: number } }
  | { readonly code: 'credits-after-as-of'; readonly params: { readonly count: number } }
  | { readonly code: 'payments-before-invoice'; readonly params: { readonly count: number } }
  | { readonly code: 'refunded-more-than-paid'; readonly params: { readonly paid: DecimalString } }

/** How an invoice is settled: open + paid + discountTaken + credited − overpaid = amount, always. */
export interface Settlement {
  /** The invoice's id. */
  readonly invoice: string
  readonly currency: string
  readonly asOf: CalendarDate
  readonly amount: DecimalString
  readonly due: CalendarDate
  readonly status: SettlementStatus
  /** All payments less all money given back. */
  readonly paid: DecimalString
  readonly discountTaken: DecimalString
  /** Credit notes and write-offs. */
  readonly credited: DecimalString
  readonly open: DecimalString
  readonly overpaid: DecimalString
  /** By date, and on a day: credit notes, payments each with its discount, write-offs, each by id. What they settle adds up to amount − open. */
  readonly applications: readonly Application[]
  readonly unearnedDiscount?: UnearnedDiscount
  /** Left out where nothing is open, and after the due day. */
  readonly next?: NextPayment
  readonly reasons: readonly SettlementReason[]
  readonly diagnoses: readonly SettlementDiagnosis[]
  readonly policies: readonly PolicyReference[]
}

/** Which invoice is paid first: the one dated first, the one whose discount is greatest on the day of the payment, or as they are given. */
export type AllocationOrder = 'oldest-first' | 'largest-discount' | 'given'

/** An invoice that a payment may be for, with what was paid and credited before. */
export interface PayableInvoice extends Invoice {
  readonly payments?: readonly Payment[] | undefined
  readonly credits?: readonly Credit[] | undefined
}

/** One payment, and the invoices it may be for, of the same currency and of amounts of 0 or more. */
export interface AllocationCase {
  /** Its amount is above 0. */
  readonly payment: Payment
  readonly invoices: readonly PayableInvoice[]
}

/** How a payment is spread over invoices. */
export interface AllocationOptions {
  readonly order: AllocationOrder
}

/** What a payment does for one invoice. */
export interface PaymentApplication {
  /** The invoice's id. */
  readonly invoice: string
  /** The terms under which it was paid. */
  readonly terms: PolicyReference
  /** The part of the payment that is used for it. */
  readonly amount: DecimalString
  /** The discount that this part earns; where it is posted late, less what later payments lose by it through rounding, and so perhaps below 0. */
  readonly discount: DecimalString
  /** amount + discount; what that overpays is within it. */
  readonly settles: DecimalString
  /** What is open after it. */
  readonly open: DecimalString
  readonly status: SettlementStatus
}

/** How a payment is spread over invoices: the amounts used + unapplied = the payment. */
export interface PaymentAllocation {
  /** The payment's id. */
  readonly payment: string
  readonly date: CalendarDate
  /** The day of the answer: the payment's date, or that of the last of the earlier payments and credits where one is later. */
  readonly asOf: CalendarDate
  readonly currency: string
  readonly amount: DecimalString
  readonly order: AllocationOrder
  /** In the order in which the invoices were paid; invoices that got nothing are not among them. */
  readonly applications: readonly PaymentApplication[]
  /** What no invoice needed. */
  readonly unapplied: DecimalString
  readonly diagnoses: readonly AllocationDiagnosis[]
  readonly policies: readonly PolicyReference[]
}

/** What is to be known about an allocation. */
export type AllocationDiagnosis =
  | { readonly code: 'no-invoices'; readonly params: Record<never, never> }
  | { readonly code: 'later-documents-counted'; readonly params: { readonly count: number; readonly asOf: CalendarDate } }
  | { readonly code: 'already-settled'; readonly params: { readonly invoices: readonly string[] } }
  | { readonly code: 'left-open'; readonly params: { readonly invoices: readonly string[] } }
