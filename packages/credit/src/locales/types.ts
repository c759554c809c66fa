import type { CoreLocale } from '@clientele/core/explain'
import type { InstalmentDiagnosis, ShareBase } from '../instalments/types.js'
import type {
  AllocationDiagnosis,
  AllocationOrder,
  Application,
  SettlementDiagnosis,
  SettlementReason,
  SettlementStatus,
} from '../settlement/types.js'
import type { DiscountBase } from '../terms/types.js'
import type { JudgementLocale } from './judgement/types.js'
import type { OrdersLocale } from './orders/types.js'
import type { ReceivablesLocale } from './receivables/types.js'

/** The wording of one language, as plain data: templates with `{placeholders}`. */
export interface CreditLocale extends JudgementLocale, OrdersLocale, ReceivablesLocale {
  /** The BCP 47 tag by which titles are picked. */
  readonly languageTag: string
  /** The wording of issues, lists and numbers of days. */
  readonly core: CoreLocale
  /** An amount with its currency. */
  readonly money: string
  /** What a discount is called, by what it is taken off. */
  readonly offers: { readonly [Base in DiscountBase]: string }
  readonly timeline: {
    readonly invoice: string
    /** When the first window is, which has no beginning; a later one; and one of a single day. */
    readonly upTo: string
    readonly between: string
    readonly on: string
    readonly discounted: { readonly [Base in DiscountBase]: string }
    readonly whole: string
  }
  readonly settlement: {
    readonly reasons: { readonly [Code in SettlementReason['code']]: string }
    /** What discounts are taken off, of what credit notes leave. */
    readonly discounted: { readonly [Base in DiscountBase]: string }
    readonly sums: string
    readonly settles: { readonly [Type in Application['type']]: string }
    /** Said of what was settled and is no more. */
    readonly takesBack: { readonly [Type in Application['type']]: string }
    /** Said of what settles nothing. */
    readonly changesNothing: { readonly [Type in Exclude<Application['type'], 'discount'> | 'refund']: string }
    readonly unearned: string
    /** Where less is enough as long as another discount is within reach. */
    readonly unearnedUnless: string
    readonly next: string
    readonly diagnoses: { readonly [Code in SettlementDiagnosis['code']]: string }
  }
  readonly allocation: {
    /** The payment, and which invoice it is for first. */
    readonly orders: { readonly [Order in AllocationOrder]: string }
    /** What an invoice gets. */
    readonly gets: string
    readonly getsWithDiscount: string
    /** What becomes of it. */
    readonly outcomes: { readonly [Status in SettlementStatus]: string }
    readonly unapplied: string
    readonly diagnoses: { readonly [Code in AllocationDiagnosis['code']]: string }
  }
  readonly instalments: {
    readonly plan: string
    readonly instalment: string
    /** What a line asks for. */
    readonly shares: { readonly [Base in ShareBase | 'fixed' | 'rest']: string }
    /** How a date of several steps came about. */
    readonly dates: string
    readonly dateSeparator: string
    readonly diagnoses: { readonly [Code in InstalmentDiagnosis['code']]: string }
  }
  readonly forgoing: {
    /** How the cost is counted, by what discounts are taken off. */
    readonly simple: { readonly [Base in DiscountBase]: string }
    readonly compound: { readonly [Base in DiscountBase]: string }
    /** A discount against a later one, and against the whole amount on the net day. */
    readonly againstNext: string
    readonly againstNet: string
    readonly rate: string
    /** Stand for a rate that is too small or too great to be shown. */
    readonly tinyRate: string
    readonly hugeRate: string
    readonly nothing: string
  }
  readonly charts: {
    readonly timeline: string
    readonly date: string
    readonly payable: string
    readonly amount: string
    /** What is payable, and the last day of it. */
    readonly discountedUntil: string
    readonly wholeUntil: string
    readonly forgoing: string
    /** Said where a bar is shorter than its rate. */
    readonly hugeRates: string
    /** A discount, the whole amount, and one instead of the other. */
    readonly discounted: string
    readonly whole: string
    readonly instead: string
    readonly annualRate: string
    readonly instalments: string
    readonly instalment: string
    readonly ageing: string
    readonly open: string
    readonly customer: string
    /** Customers beyond those that are drawn, as one bar; and all, where none is listed. */
    readonly others: string
    readonly allCustomers: string
    readonly bucket: string
    readonly allowance: string
    readonly setAside: string
    /** What is set aside, of how much. */
    readonly setAsideOf: string
  }
}
