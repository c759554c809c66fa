import type { CalendarDate, DecimalInput, DecimalString } from '@clientele/core'

/** What stands beside the discounts of an e-invoice. */
export interface SkontoOptions {
  /** Text for people, on lines of its own below the discounts; no line begins with `#`. */
  readonly text?: string | undefined
  /** What the discounts are taken off, where that is not the whole amount: of at most two decimal places, any sign. */
  readonly base?: DecimalInput | undefined
}

/** A discount as an e-invoice states it. */
export interface SkontoDiscount {
  readonly withinDays: number
  readonly percent: DecimalString
  /** What the discount is taken off, where that is stated. */
  readonly base?: DecimalString
}

/** The terms of an e-invoice: discounts, and the text beside them. */
export interface Skonto {
  readonly discounts: readonly SkontoDiscount[]
  /** All lines that are no discounts, with their line breaks. */
  readonly text: string
}

/** The due date (BT-9) and the payment terms (BT-20) of a UBL 2.1 invoice, under UBL's element names. */
export interface UblPaymentTerms {
  /** BT-9. */
  readonly 'cbc:DueDate': CalendarDate
  readonly 'cac:PaymentTerms': {
    /** BT-20: the discounts as KoSIT's rule BR-DE-18 wants them, then the terms in their notation. */
    readonly 'cbc:Note': string
  }
}
