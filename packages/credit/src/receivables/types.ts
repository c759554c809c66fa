import type { CalendarDate, DecimalInput, DecimalString, RejectedRow } from '@clientele/core'
import type { Application } from '../settlement/types.js'

/** What settles part of an open item: an application of {@link settleInvoice}, or the same without `payment` and `amount`. */
export interface ItemApplication {
  readonly date: CalendarDate
  readonly type: Application['type']
  /** How much of the item it settles, of the item's sign; of the opposite sign where it takes back what was settled. */
  readonly settles: DecimalInput
  readonly payment?: string | undefined
  readonly amount?: DecimalInput | undefined
}

/** An invoice, a credit note or a payment on account, with all that settles it. */
export interface OpenItem {
  readonly id: string
  readonly customer: string
  readonly date: CalendarDate
  readonly due: CalendarDate
  /** The whole amount, of at most the currency's minor digits; what the customer is owed is negative. */
  readonly amount: DecimalInput
  /** An ISO 4217 code. */
  readonly currency: string
  /** Whether the customer disputes it; false unless given. */
  readonly disputed?: boolean | undefined
  /** Whether it is blocked from dunning; false unless given. */
  readonly blocked?: boolean | undefined
  /** In any order; none unless given. */
  readonly applications?: readonly ItemApplication[] | undefined
}

/** An instalment of an open item, as {@link planInstalments} gives it. */
export interface ItemInstalment {
  /** The line of the plan, from 1. */
  readonly line: number
  readonly date: CalendarDate
  readonly amount: DecimalInput
  readonly dates?: readonly CalendarDate[] | undefined
}

/** An open item that is due in instalments. */
export interface SplitCase {
  readonly item: OpenItem
  readonly instalments: readonly ItemInstalment[]
}

/** The instalments of an open item, as items of their own. */
export interface SplitItem {
  /** By due date, then line. */
  readonly items: readonly OpenItem[]
}

/** What is to be known about open items, as far as they were counted. */
export type ItemDiagnosis =
  | { readonly code: 'rows-rejected'; readonly params: { readonly rejected: number; readonly items: number } }
  | { readonly code: 'items-after-as-of'; readonly params: { readonly count: number } }
  | { readonly code: 'applications-after-as-of'; readonly params: { readonly count: number } }

/** As of which day the concentration is measured, and what becomes of bad rows. */
export interface ConcentrationOptions {
  /** What is dated later is left out; everything counts unless given. */
  readonly asOf?: CalendarDate | undefined
  /** `throw` unless given. */
  readonly invalid?: 'throw' | 'collect' | undefined
}

/** What one customer owes. */
export interface CustomerConcentration {
  readonly customer: string
  /** All that is open, less what the customer is owed. */
  readonly balance: DecimalString
  /** Of the sum of the balances above 0; 0 for a balance that is not. */
  readonly share: number
  /** With those of the customers before. */
  readonly cumulativeShare: number
}

/** How much of the receivables hangs on how few customers, in one currency. */
export interface CurrencyConcentration {
  readonly currency: string
  /** The sum of all balances. */
  readonly total: DecimalString
  /** The sum of the balances above 0, which shares are of. */
  readonly exposure: DecimalString
  /** The sum of the squared shares: 1 for a single customer, 1/n for n alike; 0 where nobody owes anything. */
  readonly herfindahlHirschmanIndex: number
  /** So many customers alike would be as concentrated: 1 / the index; 0 where nobody owes anything. */
  readonly effectiveCustomers: number
  /** What the greatest 1, 5, 10 and 20 customers owe of the exposure. */
  readonly greatest: readonly { readonly customers: number; readonly share: number }[]
  /** The greatest balance first, those alike by id. */
  readonly customers: readonly CustomerConcentration[]
}

/** How much of the receivables hangs on how few customers. */
export interface ReceivablesConcentration {
  /** Left out where everything counts. */
  readonly asOf?: CalendarDate
  /** By code; two are never added. */
  readonly currencies: readonly CurrencyConcentration[]
  readonly rejected: readonly RejectedRow[]
  readonly diagnoses: readonly ItemDiagnosis[]
}
