import type { CalendarDate, DecimalInput } from '@clientele/core'

/** An invoice, as far as its terms are concerned. */
export interface Invoice {
  readonly id: string
  readonly date: CalendarDate
  /** The whole amount, tax included, of at most the currency's minor digits; a credit note's is negative. */
  readonly amount: DecimalInput
  /** An ISO 4217 code. */
  readonly currency: string
  /** The tax within the amount: between 0 and it. Needed where the discount is taken off the amount without tax. */
  readonly tax?: DecimalInput | undefined
  /** Needed where days are counted from the delivery. */
  readonly deliveryDate?: CalendarDate | undefined
}
