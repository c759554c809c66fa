import type { CalendarDate, DecimalInput, DecimalString, LocalizedText, PolicyReference, RoundingMode } from '@clientele/core'

/** What days are counted from: the invoice's date, the day of delivery, or the last day of the month of the invoice's date. */
export type TermsStart = 'invoice-date' | 'delivery-date' | 'end-of-month'

/**
 * What a part payment earns: nothing until the payments that arrived by a window's end add up to its payable (`full-by-window`), or its own
 * share of the discount (`pro-rata`).
 */
export type PartialPayments = 'full-by-window' | 'pro-rata'

/** What the discount is a percentage of: the whole amount, tax included (`gross`), or the amount without its tax (`net-of-tax`). */
export type DiscountBase = 'gross' | 'net-of-tax'

/** A cash discount: so many percent off if paid within so many days. */
export interface TermsDiscount {
  /** The last day that earns it, counted from the start, which is day 0: an integer of 0 or more. */
  readonly withinDays: number
  /** Above 0 and below 100: `'2'` is 2 %. */
  readonly percent: DecimalInput
}

/** Credit terms, such as `2/15, 1/20, N/30`. */
export interface CreditTerms {
  readonly kind: 'credit-terms'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  /** May be empty. Their days rise and their percents fall, and none lasts longer than `netDays`. */
  readonly discounts: readonly TermsDiscount[]
  /** The credit period: the days from the start to the due date, an integer of 0 or more. */
  readonly netDays: number
  /** `invoice-date` unless given. */
  readonly start?: TermsStart | undefined
  /** `full-by-window` unless given. */
  readonly partialPayments?: PartialPayments | undefined
  /** `gross` unless given. */
  readonly discountBase?: DiscountBase | undefined
  /** How what is payable is rounded to the currency and to `cashStep`; `half-up` unless given. */
  readonly rounding?: RoundingMode | undefined
  /**
   * The smallest step of what is payable with a discount, above 0: `'0.05'` where there are no smaller coins. What is below half a step rounds to
   * nothing; then the first unit that is paid settles it.
   */
  readonly cashStep?: DecimalInput | undefined
}

/** What terms are called that come from their notation. */
export interface ParseTermsOptions {
  /** The terms' id: their canonical notation unless given. */
  readonly id?: string | undefined
  /** The terms' version: `'1'` unless given. */
  readonly version?: string | number | undefined
}

/** A stretch of days in which the same amount settles the invoice. */
export interface TermsWindow {
  /** The first day; the first window begins on the terms' start. */
  readonly from: CalendarDate
  /** The last day, which still counts. */
  readonly to: CalendarDate
  /** `'0'` where nothing is taken off any more. */
  readonly percent: DecimalString
  readonly discount: DecimalString
  readonly payable: DecimalString
}

/** What is payable when. */
export interface TermsTimeline {
  /** The invoice's id. */
  readonly invoice: string
  readonly currency: string
  readonly amount: DecimalString
  /** Day 0: what the days are counted from. Who pays earlier pays what the first window asks. */
  readonly start: CalendarDate
  /** The last day of the credit period. */
  readonly due: CalendarDate
  readonly windows: readonly TermsWindow[]
  readonly policies: readonly PolicyReference[]
}

/** One year has so many days where a rate for some days is turned into a rate for a year. */
export type DaysInYear = 365 | 360

/** How a cost of some days becomes a yearly rate. */
export interface ForgoingOptions {
  readonly daysInYear: DaysInYear
  /** Whether the rate of each span earns the rate of the next. */
  readonly compound: boolean
}

/** What it costs, as a yearly rate, to pay at a later step instead of taking a discount. */
export interface ForgoingStep {
  readonly withinDays: number
  readonly percent: DecimalString
  readonly versusDays: number
  /** `'0'` where the later step is the net day. */
  readonly versusPercent: DecimalString
  /** 0.37 is 37 % a year. */
  readonly annualRate: number
}

/** The yearly cost of paying later. */
export interface ForgoingCost {
  readonly daysInYear: DaysInYear
  readonly compound: boolean
  /** Each discount against the next step. */
  readonly steps: readonly ForgoingStep[]
  /** Each discount against the net day. */
  readonly againstNet: readonly ForgoingStep[]
  readonly policies: readonly PolicyReference[]
}
