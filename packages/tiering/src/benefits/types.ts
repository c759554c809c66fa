import type { DecimalInput, DecimalString, LocalizedText, PolicyReference } from '@clientele/core'

/** A discount from an amount on. */
export interface LadderStep {
  /** From 0, above that of the step before; the step holds from this amount on. */
  readonly from: DecimalInput
  /** 0 to 100. */
  readonly percent: DecimalInput
}

/** Discounts by the size of an order. */
export interface DiscountLadder {
  /** `all-units`: the whole order at the percentage of the step reached; `incremental`: each part at that of its own step. */
  readonly type: 'all-units' | 'incremental'
  /** Ascending, at least one; below the first there is no discount. */
  readonly steps: readonly LadderStep[]
}

/** What customers of a tier get. */
export interface TierBenefits {
  readonly tier: string
  readonly title?: LocalizedText | undefined
  /** Payment terms, such as `2/15, 1/20, N/30`. */
  readonly terms: string
  readonly ladder: DiscountLadder
  readonly services: readonly LocalizedText[]
  /** Who looks after these customers. */
  readonly owner: LocalizedText
  /** How often they are visited: an ISO 8601 duration in years, months, weeks and days, longer than nothing. */
  readonly visits?: string | undefined
  /** Whether each has an entry of its own in the roster of key customers; false unless given. */
  readonly roster?: boolean | undefined
}

/** How customers are managed by tier. */
export interface BenefitProgramme {
  readonly kind: 'benefit-programme'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  /** An ISO 4217 code; where it is left out, and the order has none, discounts are not rounded. */
  readonly currency?: string | undefined
  readonly tiers: readonly TierBenefits[]
}

/** Who is asked about. */
export interface TierMember {
  readonly tier: string
}

/** An order's size. */
export interface OrderSize {
  /** Below 0 that of an order which is given back whole. */
  readonly amount: DecimalInput
  /** How much of it has been given back, 0 to `amount`; only of an amount of 0 or more; 0 unless given. */
  readonly returned?: DecimalInput | undefined
  /** That of the programme, where it has one. */
  readonly currency?: string | undefined
}

/** For which order benefits are told. */
export interface BenefitOptions {
  /** An amount, or an amount with its currency. */
  readonly order?: DecimalInput | OrderSize | undefined
}

/** A step of a ladder, and what an order takes from it. */
export interface DiscountPart {
  readonly from: DecimalString
  readonly percent: DecimalString
  /** How much of the order is discounted so: of the order's sign. */
  readonly base: DecimalString
  /** Unrounded. */
  readonly discount: DecimalString
}

/** What is taken off an order, or off what is kept of it where a part is given back. */
export interface OrderDiscount {
  readonly type: DiscountLadder['type']
  /** That of the step reached. */
  readonly percent: DecimalString
  /** Rounded half-up to the currency's minor digits, but never more than the order; of the order's sign. */
  readonly amount: DecimalString
  /** The order less the discount. */
  readonly payable: DecimalString
  /** The unrounded discount ÷ the order; null of an order of 0. */
  readonly effectiveRate: number | null
  /** The steps that the order is discounted by: their unrounded discounts add up to the unrounded discount. */
  readonly parts: readonly DiscountPart[]
  /** The next step, and how much more must be ordered; left out at the top, and for what is given back. */
  readonly toNext?: { readonly from: DecimalString; readonly percent: DecimalString; readonly lacking: DecimalString }
  /** How much of the order is given back; left out where nothing is. */
  readonly returned?: DecimalString
  /**
   * The rounded discount of the whole order less that of what is kept; below 0 where what is kept gets more; left out where nothing is given back.
   * `returned` less this is paid back.
   */
  readonly takenBack?: DecimalString
}

/** What a customer gets. */
export interface Benefits {
  readonly tier: string
  readonly terms: string
  /** Null where no order is given. */
  readonly discount: OrderDiscount | null
  readonly currency?: string
  readonly ladder: {
    readonly type: DiscountLadder['type']
    readonly steps: readonly { readonly from: DecimalString; readonly percent: DecimalString }[]
  }
  readonly services: readonly LocalizedText[]
  readonly owner: LocalizedText
  readonly visits?: string
  readonly roster: boolean
  readonly policies: readonly PolicyReference[]
}
